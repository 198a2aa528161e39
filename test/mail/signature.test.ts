import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readListing } from '../read-listing.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');

const SIGNATURES = {
  'of a program': '\n-- \nAda Clay\nPond Labs, Kite Street 4\n+1 555 0100\n',
  'without a space': '\n--\nAda Clay\n',
  'of a mailing list': `\n${'_'.repeat(47)}\nReading mailing list\nhttps://lists.example.org/listinfo/reading\n`,
  'of a telephone': '\nSent from my iPhone\n',
  'with greetings': '\nBest regards,\nAda\n',
};

const listings = [
  'daily-papers/browser.txt',
  'daily-papers/plain-two-cards.txt',
  'arxiv-listing/pastweek.txt',
  'arxiv-page/recent-pandoc-markdown.md',
  'labelled/headings.md',
  'paper-list/plain.txt',
];

describe('the signature of a mail', () => {
  it.each(
    Object.entries(SIGNATURES).flatMap(([name, text]) => listings.map((listing) => [name, listing, text] as const)),
  )('is part of no paper: %s, %s', async (_name, listing, signature) => {
    const text = readFileSync(join(FIXTURES, listing), 'utf8');
    const { papers, lines } = await readListing(text);
    const reading = await readListing(`${text}\n${signature}`);
    expect(reading.papers).toEqual(papers);
    expect(reading.lines.unrecognized).toBe(lines.unrecognized);
  });

  it('does not begin with a line that separates papers', async () => {
    const paper = (id: string) => `Title: Round Kites ${id}\nAuthors: Ada Clay\nId: 2601.0666${id}\n`;
    const { papers } = await readListing([1, 2, 3].map((id) => paper(String(id))).join('--\n'));
    expect(papers).toHaveLength(3);
  });

  it('is not looked for in data', async () => {
    const { papers } = await readListing('title,abstract\nRound Kites,"They fold.\n--\nThey fold again."\n');
    expect(papers[0]?.abstract).toBe('They fold. -- They fold again.');
  });
});
