import { isoDate, monthNumber } from '../../calendar/day.ts';
import type { DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import type { Authors } from '../../names/authors.ts';
import { type AnnounceType, announceTypeOf } from '../../paper/announce-types.ts';
import type { Paper } from '../../paper/paper.ts';
import { endsWithSubject, subjectCodes } from '../../text/arxiv-category.ts';
import { arxivUrl, findArxivId } from '../../text/arxiv-id.ts';
import { truncate } from '../../text/printable.ts';
import { searchAbstract } from './abstract.ts';
import { readAuthorField } from './authors.ts';
import { type EntryLine, type PageEntry, textAbove, textOf } from './entries.ts';
import { foreignLabel, type PageFacts } from './facts.ts';
import { type EntryHead, readHead } from './head.ts';
import { splitInlineTitle } from './inline-title.ts';
import { nameDoubts } from './name-doubts.ts';
import { splitTitle } from './title-split.ts';
import type { FieldName } from './tokens.ts';

/** What a heading says about the entries below it. */
export interface Announcement {
  readonly date: string | null;
  readonly year: number | null;
  readonly section: AnnounceType;
}

export type Report = (code: DiagnosticCode, message: string) => void;

/** The record of an entry; null, with a diagnostic, if it has neither a title nor an identifier. */
export function readEntry(
  entry: PageEntry,
  facts: PageFacts,
  announcement: Announcement,
  report: Report,
): Paper | null {
  if (facts.foreignTitle !== null) return readForeignEntry(entry, facts.foreignTitle, announcement);
  const parts = partsOf(entry, facts);
  const { id, title, authors, head } = parts;
  if (id === null && title === '') {
    report('missing-title', 'entry without a title or an identifier: not read');
    return null;
  }
  if (id === null) report('missing-id', `entry without an identifier: ${truncate(title)}`);
  if (title === '') report('missing-title', `entry without a title: the identifier is used instead`);
  else if (parts.startsInNames === true)
    report('missing-title', `a name stands in place of the title: ${truncate(title)}`);
  else if (authors.authors.length === 0 && authors.authorCount === null) {
    report('damaged-field', `no authors, unless the title ends with them: ${truncate(title)}`);
  }
  const text = (name: FieldName) => textOf(linesOf(entry, name));
  const submitted = dayOf(text('submitted'), report);
  const date = submitted ?? announcement.date;
  const abstract = searchAbstract(parts.abstract);
  if (abstract.isCut) report('damaged-field', `the page shows a part of the abstract: ${truncate(abstract.text)}`);
  const subjects = subjectCodes(text('subjects'));
  return paperOf({
    title,
    id,
    authors,
    abstract: abstract.text,
    date,
    announced: announcement.date,
    year: date === null ? announcement.year : null,
    categories: subjects.length > 0 ? subjects : head.categories,
    announceType: isList(facts) ? announceTypeOf(announcement.section, head.isCross, head.isReplacement) : null,
    texts: {
      authorComment: text('comments'),
      journalRef: text('journalRef'),
      doi: head.doi ?? bareDoi(text('doi')),
      //   Report number: LTN-7 MSC Class: 68T50
      reportNumber: text('reportNumber').replace(/ (?:MSC|ACM) Class:.*$/s, ''),
    },
  });
}

/** What a page says of a paper; a text that it does not have is empty. */
export interface PrintedPaper {
  readonly title: string;
  readonly id: string | null;
  readonly authors: Authors;
  readonly abstract?: string;
  readonly date: string | null;
  readonly announced?: string | null;
  readonly year?: number | null;
  readonly categories: readonly string[];
  readonly announceType?: AnnounceType | null;
  readonly texts?: Readonly<Record<'authorComment' | 'journalRef' | 'doi' | 'reportNumber', string>>;
}

export function paperOf({ title, id, authors, abstract, date, announced, year, ...more }: PrintedPaper): Paper {
  return {
    title: title || `arXiv:${id ?? ''}`,
    abstract: abstract || null,
    authorCount: authors.authorCount,
    date,
    upvotes: null,
    ...(announced && { announced }),
    ...(year && { year }),
    ...(id !== null && { id, url: arxivUrl(id) }),
    ...(authors.authors.length > 0 && { authors: authors.authors }),
    ...(more.categories.length > 0 && { categories: [...more.categories] }),
    ...(more.announceType && { announceType: more.announceType }),
    ...Object.fromEntries(Object.entries(more.texts ?? {}).filter(([, text]) => text !== '')),
  };
}

/**
 * What is sure of an entry of a page that a browser has translated; the reader says what is missing.
 *
 *     [1] arXiv:2607.20627 [pdf, html, other]
 *     Titel: The Shape of a Pond
 *     Ada Clay, Bo Ek
 *     Themen: Fluid Dynamics (physics.flu-dyn)
 */
function readForeignEntry(entry: PageEntry, label: string, announcement: Announcement): Paper | null {
  const { lines } = readAbove(entry);
  const id = entry.head?.id ?? null;
  const end = (from: number) => {
    const next = lines.findIndex(({ lineStart }, at) => at > from && lineStart !== 'wrapped');
    return next < 0 ? lines.length : next;
  };
  const isTitled = lines.slice(0, 1).some(({ text }) => foreignLabel(text) === label);
  const title = isTitled ? textOf(lines.slice(0, end(0))).replace(/^[^:：]*[:：]\s*/, '') : '';
  if (id === null && title === '') return null;
  const names = lines.slice(end(0), end(end(0)));
  const authors = readAuthorField(names.slice(0, 1).every(({ text }) => foreignLabel(text) === null) ? names : []);
  const fields = lines.filter(({ text }) => foreignLabel(text) !== null && endsWithSubject(text));
  const categories = subjectCodes(textOf(fields.slice(-1)));
  return paperOf({ title, id, authors, date: announcement.date, announced: announcement.date, categories });
}

/** A page without days of submission lists announcements. */
function isList({ labels }: PageFacts): boolean {
  return !labels.has('submitted') && !labels.has('identifier');
}

interface EntryParts {
  readonly id: string | null;
  readonly head: EntryHead;
  readonly title: string;
  readonly authors: Authors;
  readonly abstract: string;
  /** The list of authors starts with the rest of a name. */
  readonly startsInNames?: boolean;
}

function linesOf(entry: PageEntry, name: FieldName): EntryLine[] {
  return entry.fields.filter((field) => field.name === name).flatMap(({ lines }) => lines);
}

function partsOf(entry: PageEntry, facts: PageFacts): EntryParts {
  const { head, lines: unnamed } = readAbove(entry);
  const named = linesOf(entry, 'title');
  const id = entry.head?.id ?? findArxivId(textOf(linesOf(entry, 'identifier')));
  const abstract = textOf(linesOf(entry, 'abstract'));
  const printed = linesOf(entry, 'authors');
  if (facts.labels.has('title') && named.length === 0) {
    // The line with the title is missing; only the authors are left.
    const lines = printed.length > 0 ? printed : unnamed;
    const authors = nameDoubts(textOf(lines)) < 3 ? readAuthorField(lines) : readAuthorField([]);
    return { id, head, title: '', authors, abstract };
  }
  if (facts.labels.has('authors')) {
    return { id, head, title: textOf(named.length > 0 ? named : unnamed), authors: readAuthorField(printed), abstract };
  }
  const [line] = named;
  const isOneLine = line !== undefined && entry.lines.every(({ number }) => number === line.line.number);
  if (isOneLine && named.length === 1) return { id, head, ...splitInlineTitle(line), abstract };
  const { title, authors } = splitTitle(named.length > 0 ? named : unnamed);
  const startsInNames = /^[,;]/.test(textOf(authors));
  return { id, head, title: textOf(title), authors: readAuthorField(authors), abstract, startsInNames };
}

/** The head of an entry, and the lines between it and the first field. */
function readAbove(entry: PageEntry): { readonly head: EntryHead; readonly lines: readonly EntryLine[] } {
  const above = textAbove(entry);
  const head = readHead(above);
  const rest = above.slice(head.end);
  const count = rest === '' ? 0 : rest.split('\n').length;
  const [line, ...others] = entry.above.slice(Math.max(0, entry.above.length - count));
  // The rest of the line of the head is the first of them.
  const [first, below] = count > entry.above.length ? [headLine(entry), entry.above] : [line, others];
  return { head, lines: first === undefined ? below : [{ ...first, text: rest.replace(/\n.*/s, '') }, ...below] };
}

function headLine({ lines: [line] }: PageEntry): EntryLine | undefined {
  return line === undefined ? undefined : { text: '', lineStart: 'line', line };
}

const PRINTED_DAY = String.raw`(\d{1,2}) ([A-Z][a-z]{2})[a-z]*,? (\d{4})`;
const FIRST_DAY = new RegExp(`v1 submitted ${PRINTED_DAY}`);
const ANY_DAY = new RegExp(PRINTED_DAY);

/** The day of the first version. */
export function dayOf(text: string, report: Report): string | null {
  if (text === '') return null;
  const [, day, month = '', year] = FIRST_DAY.exec(text) ?? ANY_DAY.exec(text) ?? [];
  const date = isoDate(Number(year), monthNumber(month), Number(day));
  if (date === null) report('bad-date', `not a date: ${truncate(text)}`);
  return date;
}

export function bareDoi(text: string): string {
  return /10\.\d{4,9}\/\S+/.exec(text)?.[0] ?? '';
}
