import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { type Reading, readListing } from '../read-listing.ts';

const root = fileURLToPath(new URL('../../fixtures', import.meta.url));

/** Longest listing whose every line is damaged, in lines; of a longer one every n-th is. */
const MOST_LINES = 40;

function listingsOf(format: string): [name: string, input: Buffer][] {
  return readdirSync(join(root, format))
    .filter((file) => !file.endsWith('.json') || file.endsWith('.input.json'))
    .sort()
    .map((file) => [file, readFileSync(join(root, format, file))]);
}

/** What the user is told of: warnings and errors by their code, and that there is no paper at all. */
function warnings({ diagnostics, lines, papers }: Reading): Map<string, number> {
  const counts = new Map([['unrecognized', lines.unrecognized]]);
  for (const { code, severity } of diagnostics) {
    if (severity !== 'info') counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  if (papers.length === 0) counts.set('no paper', 1);
  return counts;
}

function hasNewWarning(before: Reading, after: Reading): boolean {
  const known = warnings(before);
  return [...warnings(after)].some(([code, count]) => count > (known.get(code) ?? 0));
}

/** Formats whose entries are rows, or lines of which each is needed to be sure that they are a paper. */
const ROWS: ReadonlySet<string> = new Set(['table', 'paper-list']);

/** How many papers have no line of words but this one, so that nothing shows that they were there if it is lost. */
function papersOn(line: number, { starts, format }: Reading, lines: readonly string[]): number {
  // An item of a saved list is such a line too.
  if (ROWS.has(format ?? '') || /<li\b/.test(lines[line - 1] ?? '')) return 1;
  return starts.filter((start) => {
    const end = starts.find((other) => other > start) ?? lines.length + 1;
    return start === line && !lines.slice(line, end - 1).some((text) => /[\p{L}\d]/u.test(text));
  }).length;
}

describe.each(formats.map(({ name }) => name))('the fixtures of %s', (format) => {
  const listings = listingsOf(format);

  it.each(listings)('%s is accounted for line by line, whatever it is read as', async (_name, input) => {
    for (const { name } of formats) await readListing(input, { formatIn: name });
  });

  it.each(listings)('%s loses no paper without a word when a line is lost or doubled', async (_name, input) => {
    const whole = await readListing(input);
    const lines = input.toString('utf8').split(/(?<=\n)/);
    const step = Math.max(1, Math.floor(lines.length / MOST_LINES));
    const faults: string[] = [];
    for (let at = 0; at < lines.length; at += step) {
      for (const copies of [0, 2]) {
        const damaged = lines.toSpliced(at, 1, ...Array.from({ length: copies }, () => lines[at] ?? ''));
        const reading = await readListing(damaged.join(''));
        const gone = copies === 0 ? papersOn(at + 1, whole, lines) : 0;
        if (reading.papers.length >= whole.papers.length - gone || hasNewWarning(whole, reading)) continue;
        faults.push(`${copies} x line ${at + 1}: ${whole.papers.length} -> ${reading.papers.length}: ${lines[at]}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it.each(listings)('%s loses no paper without a word when its encoding is damaged', async (_name, input) => {
    const text = input.toString('utf8');
    const whole = await readListing(input);
    const damages = {
      'read as windows-1252': new TextDecoder('windows-1252').decode(input),
      'replacement characters': text.replace(/[^\0-\x7f]/gu, '\ufffd'),
      'question marks': text.replace(/[^\0-\x7f]/gu, '?'),
    };
    const faults: string[] = [];
    for (const [name, damaged] of Object.entries(damages)) {
      const reading = await readListing(damaged);
      if (reading.papers.length >= whole.papers.length || hasNewWarning(whole, reading)) continue;
      faults.push(`${name}: ${whole.papers.length} -> ${reading.papers.length}`);
    }
    expect(faults).toEqual([]);
  });
});
