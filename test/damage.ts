import type { Paper } from '../src/paper/paper.ts';
import { type Reading, readListingNow } from './read-listing.ts';

/** A listing with one thing wrong in it, near one of its lines. */
export interface DamagedListing {
  readonly name: string;
  readonly text: string;
  /** Lines that the damage may touch, counted from 1. */
  readonly first: number;
  readonly last: number;
}

/** Each way in which a line, or all that is behind or before a place in it, can be lost or garbled. */
export function* damagesAt(lines: readonly string[], index: number): Generator<DamagedListing> {
  const line = lines[index] ?? '';
  const half = Math.ceil(line.trimEnd().length / 2);
  const [front, back] = [line.slice(0, half), line.slice(half)];
  const [before, after] = [lines.slice(0, index).join(''), lines.slice(index + 1).join('')];
  const at = (name: string, text: string, first = index + 1, last = index + 1) => ({ name, text, first, last });
  yield at('lost', before + after);
  yield at('doubled', before + line + line + after);
  yield at('cut off', `${before}${front}\n${after}`);
  yield at('without its beginning', before + back + after);
  yield at('joined with the next', `${before}${line.trimEnd()} ${after}`, index + 1, index + 2);
  yield at('broken in two', `${before}${front}\n${back}${after}`);
  yield at('the last', before + line, index + 1, lines.length + 1);
  yield at('the last, cut off', before + front, index + 1, lines.length + 1);
  yield at('the first', line + after, 1, index);
  yield at('the first, without its beginning', back + after, 1, index + 1);
}

/** What wrong encodings do to a whole listing. */
export function* encodingDamages(input: Buffer): Generator<DamagedListing> {
  const text = input.toString('utf8');
  const last = text.split('\n').length;
  const whole = (name: string, damaged: string) => ({ name, text: damaged, first: 1, last });
  yield whole('read as windows-1252', new TextDecoder('windows-1252').decode(input));
  yield whole('replacement characters', text.replace(/[^\0-\x7f]/gu, '\ufffd'));
  yield whole('question marks', text.replace(/[^\0-\x7f]/gu, '?'));
  yield whole('without what is not ASCII', text.replace(/[^\0-\x7f]/gu, ''));
  yield whole('entities', withEntities(text));
}

/** What is not ASCII as a page of the web may write it. */
export function withEntities(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** Whether the user is told of anything that was not wrong before. */
function isTold(whole: Reading, damaged: Reading): boolean {
  const isNone = damaged.format === null || damaged.papers.length === 0;
  if (isNone || damaged.lines.unrecognized > whole.lines.unrecognized) return true;
  const known = new Map<string, number>();
  for (const key of warningsOf(whole)) known.set(key, (known.get(key) ?? 0) + 1);
  return warningsOf(damaged).some((key) => {
    const left = known.get(key) ?? 0;
    known.set(key, left - 1);
    return left === 0;
  });
}

function warningsOf({ diagnostics }: Reading): string[] {
  return diagnostics.filter(({ severity }) => severity !== 'info').map(({ code, message }) => `${code} ${message}`);
}

/** Letters alone, which an encoding seldom damages. */
function titleKey({ title }: Paper): string {
  return title.replace(/[^A-Za-z0-9]/g, '');
}

/** The papers of the whole listing that are in the damaged one no more, by their titles. */
function missingPapers(whole: Reading, damaged: Reading): number[] {
  const left = new Map<string, number>();
  for (const paper of damaged.papers) left.set(titleKey(paper), (left.get(titleKey(paper)) ?? 0) + 1);
  return whole.papers.flatMap((paper, index) => {
    const count = left.get(titleKey(paper)) ?? 0;
    left.set(titleKey(paper), count - 1);
    return count > 0 ? [] : [index];
  });
}

/** Whether the reader says that its last paper is cut off: what is lost of it, and of one behind it, may be anything. */
function isCutOff({ diagnostics }: Reading): boolean {
  return diagnostics.some(({ code }) => code === 'truncated-entry');
}

/** Whether the reader says that text stands in place of the title of this paper. */
function isUntitled(paper: number, { starts, diagnostics }: Reading): boolean {
  return diagnostics.some(({ code, line }) => code === 'missing-title' && line === starts[paper]);
}

const letters = (text: string) => text.replace(/[^A-Za-z0-9]/g, '');

/** Whether nothing of a paper but its title and its link is known, and the line holds both. */
function isWholePaper({ authors, abstract, title, id }: Paper, line: string): boolean {
  return authors === undefined && abstract === null && id !== undefined && line.includes(title) && line.includes(id);
}

/**
 * Papers of which nothing is left, so that nothing can show that they were there: those behind the last line or before the
 * first, and those on one line that is lost, or of which the title and the link are.
 */
function isGone(paper: number, { name, first, last, text }: DamagedListing, whole: Reading, lines: readonly string[]) {
  const start = whole.starts[paper] ?? 0;
  const record = whole.papers[paper];
  const title = letters(record?.title ?? '');
  const end = (whole.starts.find((other) => other > start) ?? lines.length + 1) - 1;
  const hasRows = /table|list|html/.test(whole.format ?? '');
  const isRow = hasRows && /^\s*(?:\||[-*\d[]|<li\b)/.test(lines[start - 1] ?? '');
  // Half of a title may be anything, and so may a whole one outside of a list if its link is lost.
  const isCutRow = start === first && hasRows && !(isRow && letters(text.split('\n')[first - 1] ?? '').includes(title));
  if (name.endsWith('cut off') && isCutRow) return true;
  // A title that is not marked as one may be anything without what stands below it.
  if (name === 'the last' && start === first && hasRows && !isRow) return true;
  if (name.startsWith('the last')) {
    const left = letters(text.slice(lines.slice(0, start - 1).join('').length));
    return start > first || !left.includes(title.slice(0, 10));
  }
  if (name.startsWith('the first')) return start <= last;
  const isOneLine =
    isRow ||
    (record !== undefined && isWholePaper(record, lines[start - 1] ?? '')) ||
    !lines.slice(start, end).some((line) => /[\p{L}\d]/u.test(line.replace(/<\/[^<>]*>/g, '')));
  return start === first && ((name === 'lost' && isOneLine) || (name === 'without its beginning' && isRow));
}

/**
 * @param whole what was read of the listing without the damage
 * @param lines of that listing, with their ends
 * @returns what a damaged listing lost without a word; null if it lost nothing
 */
export function silentLoss(damage: DamagedListing, whole: Reading, lines: readonly string[]): string | null {
  const reading = readListingNow(damage.text);
  if (isTold(whole, reading)) return null;
  const last = whole.papers.length - 1;
  const isKnown = (paper: number) =>
    !isUntitled(paper, whole) && !(paper === last && isCutOff(whole) && isCutOff(reading));
  const missing = missingPapers(whole, reading).filter(
    (paper) => isKnown(paper) && !isGone(paper, damage, whole, lines),
  );
  const gone = whole.papers.filter((_, paper) => isGone(paper, damage, whole, lines)).length;
  // A paper whose title is damaged is there under another one.
  if (missing.length === 0 || reading.papers.length >= whole.papers.length - gone) return null;
  const titles = missing.map((paper) => whole.papers[paper]?.title.slice(0, 60));
  return `line ${damage.first} ${damage.name}: ${reading.format} without ${titles.join(' | ')}`;
}
