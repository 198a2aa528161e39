import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readListing } from '../read-listing.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const ADDRESS = 'https://example.org/papers?page=2';

/** What programs print around page `n` of `m`. */
const FRAMES: Readonly<Record<string, (page: string, n: number, m: number) => string>> = {
  Chrome: (page, n, m) =>
    `12/1/26, 9:41 AM      Kites and Ponds of the World\n\n${page}\n\n${ADDRESS}      ${n}/${m}\n`,
  'Chrome in columns': (page, n, m) =>
    `01.12.26, 09:41\n\nKites and Ponds of the World\n\n${page}\n\n${ADDRESS}\n\n${n}/${m}\n`,
  Firefox: (page, n, m) =>
    `Kites and Ponds of the World      ${ADDRESS}\n\n${page}\n\n${n} of ${m}      12/1/2026, 9:41 AM\n`,
  'a word processor': (page, n) => `${page}\n\n${n}\n`,
};

const card = (title: string, comments: number) =>
  `${title}\n\nKites fold and unfold. We look at ${title} in the wind.\n\n  • 3 authors\n·\nMay 29, 2024\n${comments}\n\n`;

function printed(text: string, pages: number, frame: string): string {
  const lines = text.split('\n');
  const length = Math.ceil(lines.length / pages);
  const parts = Array.from({ length: pages }, (_, page) => lines.slice(page * length, (page + 1) * length).join('\n'));
  return parts.map((part, page) => `${FRAMES[frame]?.(part, page + 1, pages)}\f`).join('');
}

const listings = [
  'daily-papers/browser.txt',
  'daily-papers/plain.txt',
  'arxiv-page/recent-browser.txt',
  'arxiv-page/search-w3m.txt',
  'paper-list/awesome.md',
  'results-page/google-scholar.txt',
];

describe('a listing that was printed on pages', () => {
  it.each(Object.keys(FRAMES).flatMap((frame) => listings.map((listing) => [frame, listing] as const)))(
    'has the papers of the listing itself: %s, %s',
    async (frame, listing) => {
      const text = readFileSync(join(FIXTURES, listing), 'utf8');
      const { papers } = await readListing(text);
      for (const pages of [2, 5]) {
        const reading = await readListing(printed(text, pages, frame));
        expect(reading.papers).toEqual(papers);
        if (frame === 'a word processor') continue;
        expect((await readListing(printed(text, pages, frame).replaceAll('\f', ''))).papers).toEqual(papers);
      }
    },
  );

  it('may be long', async () => {
    const text = Array.from({ length: 2000 }, (_, index) => card(`Round Kite No. ${index}`, index)).join('');
    const { papers } = await readListing(text);
    expect(papers).toHaveLength(2000);
    expect((await readListing(printed(text, 500, 'Chrome'))).papers).toEqual(papers);
  });

  it('keeps rows that stand at the edges of its pages by chance', async () => {
    const text = ['A Round Kite', 'A Square Kite', 'A Tall Kite'].map((title) => card(title, 6)).join('\f');
    const { papers } = await readListing(text);
    expect(papers.map(({ date, upvotes }) => [date, upvotes])).toEqual(Array(3).fill(['2024-05-29', 6]));
  });

  it('keeps the number of an entry above the number of the page', async () => {
    const text = `${card('A Round Kite', 7)}1\n\f${card('A Square Kite', 9)}2\n\f`;
    const { papers } = await readListing(text);
    expect(papers.map(({ title, upvotes }) => [title, upvotes])).toEqual([
      ['A Round Kite', 7],
      ['A Square Kite', 9],
    ]);
  });

  it('is damaged by no form feed', async () => {
    const { diagnostics } = await readListing('\fRound Kites, https://arxiv.org/abs/2601.06661\n\f');
    expect(diagnostics).toEqual([]);
  });
});

it('leaves the lines of a saved page as they are', async () => {
  const text =
    'https://huggingface.co/papers?date=2026-12-01 2/3\n<d\nhttps://huggingface.co/papers?date=2026-12-01 3/3';
  const { diagnostics } = await readListing(text, { formatIn: 'html' });
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['damaged-field', 2]]);
});
