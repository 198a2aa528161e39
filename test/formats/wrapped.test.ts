import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readListing } from '../read-listing.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures');

/** A few listings with blank lines. */
const listings = ['daily-papers', 'arxiv-page', 'arxiv-listing', 'paper-list', 'labelled'].flatMap((folder) =>
  readdirSync(join(FOLDER, folder))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(FOLDER, folder, file), 'utf8').replaceAll('\r\n', '\n'))
    .filter((text) => /\n\n/.test(text) && !text.includes('\ufffd'))
    .slice(0, 3),
);

const eachLine = (text: string, print: (line: string, number: number) => string) =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => `${print(line, index + 1)}\n`)
    .join('');
const before = (prefix: string) => (text: string) => eachLine(text, (line) => prefix + line);

const asPage = (text: string) => {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<html><head><meta name="color-scheme" content="light"></head><body><pre>${escaped}</pre></body></html>`;
};

const wrappings: readonly (readonly [string, (text: string) => string])[] = [
  ['cat -n', (text) => eachLine(text, (line, number) => `${String(number).padStart(6)}\t${line}`)],
  ['less -N', (text) => eachLine(text, (line, number) => `${String(number).padStart(7)} ${line}`)],
  ['grep -n', (text) => eachLine(text, (line, number) => `${number}:${line}`)],
  ['grep -n with the name of the file', (text) => eachLine(text, (line, number) => `a/b.txt:${number}:${line}`)],
  ['grep in several files', before('dump.txt:')],
  ['bat', (text) => eachLine(text, (line, number) => `${String(number).padStart(4)}   │ ${line}`)],
  ['a log', before('2026-09-30T12:00:01.1234567Z ')],
  ['a log with the time alone', before('[12:00:01] ')],
  ['a log of a container', before('reader-1  | ')],
  ['comments of a script', before('# ')],
  ['comments of a program', before('// ')],
  ['line ends that became two', (text) => text.replaceAll('\n', '\r\r\n')],
  ['a browser that a script drives', asPage],
  ['curl -iL', (text) => `HTTP/1.1 301 Moved\nlocation: /b\n\nHTTP/2 200 \ndate: Wed, 30 Sep 2026\nx: y\n\n${text}`],
];

describe.each(wrappings)('what is printed by %s', (_, print) => {
  it('gives the papers of the listing itself', async () => {
    for (const text of listings) {
      const whole = await readListing(text);
      const wrapped = await readListing(print(text));
      expect([wrapped.format, wrapped.papers]).toEqual([whole.format, whole.papers]);
    }
  });
});

it('reads JSON below the headers of an answer', async () => {
  const { papers, lines } = await readListing('HTTP/2 200\ncontent-type: application/json\n\n{"title": "A kite"}\n');
  expect(papers).toMatchObject([{ title: 'A kite' }]);
  expect(lines).toMatchObject({ blank: 1, paper: 1, boilerplate: 2 });
});

it('reads JSON that a browser shows', async () => {
  const { papers } = await readListing(asPage('[{"title": "Kites & <i>Strings</i>"}]'));
  expect(papers).toMatchObject([{ title: 'Kites & Strings' }]);
});

describe('what stands before each line of a list', () => {
  const entries = ['Round Kites', 'Square Kites', 'Kites at Noon'].map(
    (title, index) => `[${title}](https://arxiv.org/abs/2601.0666${index})`,
  );

  it.each([
    ['a date', '2026-01-05 '],
    ['a time', '2026-01-05T10:00:00Z '],
    ['a heading', '## '],
  ])('stays if no line is that alone: %s', async (_, prefix) => {
    const text = entries.map((entry) => `${prefix}${entry}\n`).join('');
    const { papers } = await readListing(text);
    const single = await readListing(`- ${prefix}${entries.join(`\n- ${prefix}`)}\n`);
    expect(papers.map(({ date }) => date)).toEqual(single.papers.map(({ date }) => date));
    expect(papers).toHaveLength(3);
  });
});
