import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { type DamagedListing, damagesAt, encodingDamages, isTold, missingPapers } from '../damage.ts';
import { type Reading, readListingNow } from '../read-listing.ts';

const root = fileURLToPath(new URL('../../fixtures', import.meta.url));
/** Real listings, if they stand beside the clone. */
const real = fileURLToPath(new URL('../../../shared/kinds', import.meta.url));

/** How many lines of a listing are damaged, each in every way. */
const MOST_LINES = 7;

function listingsOf(folder: string): [name: string, input: Buffer][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => !/expected\.json$|^README/.test(file))
    .filter((file) => folder === real || !file.endsWith('.json') || file.endsWith('.input.json'))
    .sort()
    .map((file) => [file, readFileSync(join(folder, file))]);
}

const letters = (text: string) => text.replace(/[^A-Za-z0-9]/g, '');

/**
 * Papers of which nothing is left, so that nothing can show that they were there: those behind the last line or before the
 * first, and those on one line that is lost, or of which the title and the link are.
 */
function isGone(paper: number, { name, first, last, text }: DamagedListing, whole: Reading, lines: readonly string[]) {
  const start = whole.starts[paper] ?? 0;
  const title = letters(whole.papers[paper]?.title ?? '');
  const end = (whole.starts.find((other) => other > start) ?? lines.length + 1) - 1;
  const hasRows = /table|list|html/.test(whole.format ?? '');
  const isRow = hasRows && /^\s*(?:\||[-*\d[]|<li\b)/.test(lines[start - 1] ?? '');
  // Half of a title may be anything, and so may a whole one outside of a list if its link is lost.
  const isCutRow = start === first && hasRows && !(isRow && letters(text.split('\n')[first - 1] ?? '').includes(title));
  if (name.endsWith('cut off') && isCutRow) return true;
  if (name.startsWith('the last')) {
    const left = letters(text.slice(lines.slice(0, start - 1).join('').length));
    return start > first || !left.includes(title.slice(0, 10));
  }
  if (name.startsWith('the first')) return start <= last;
  const isOneLine = isRow || !lines.slice(start, end).some((line) => /[\p{L}\d]/u.test(line));
  return start === first && ((name === 'lost' && isOneLine) || (name === 'without its beginning' && isRow));
}

/** @returns what a damaged listing lost without a word; null if it lost nothing */
function silentLoss(damage: DamagedListing, whole: Reading, lines: readonly string[]): string | null {
  const reading = readListingNow(damage.text);
  if (isTold(whole, reading)) return null;
  const missing = missingPapers(whole, reading).filter((paper) => !isGone(paper, damage, whole, lines));
  const gone = whole.papers.filter((_, paper) => isGone(paper, damage, whole, lines)).length;
  // A paper whose title is damaged is there under another one.
  if (missing.length === 0 || reading.papers.length >= whole.papers.length - gone) return null;
  const titles = missing.map((paper) => whole.papers[paper]?.title.slice(0, 60));
  return `line ${damage.first} ${damage.name}: ${reading.format} without ${titles.join(' | ')}`;
}

function silentLosses(input: Buffer): string[] {
  const whole = readListingNow(input);
  const lines = input.toString('utf8').split(/(?<=\n)/);
  const step = Math.max(1, lines.length / MOST_LINES);
  const damages = [...encodingDamages(input)];
  for (let at = 0; at < lines.length; at += step) {
    if (lines[Math.floor(at)]?.trim() !== '') damages.push(...damagesAt(lines, Math.floor(at)));
  }
  return damages.map((damage) => silentLoss(damage, whole, lines)).filter((loss) => loss !== null);
}

describe.each(formats.map(({ name }) => name))('the fixtures of %s', (format) => {
  const listings = listingsOf(join(root, format));

  it.each(listings)('%s is accounted for line by line, whatever it is read as', (_name, input) => {
    for (const { name } of formats) readListingNow(input, name);
  });

  it.each(listings)('%s loses no paper without a word, however it is damaged', (_name, input) => {
    expect(silentLosses(input)).toEqual([]);
  });
});

describe.skipIf(!existsSync(real))('real listings', () => {
  it.each(listingsOf(real))('%s loses no paper without a word, however it is damaged', (_name, input) => {
    expect(silentLosses(input)).toEqual([]);
  });
});
