import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readListing } from '../read-listing.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures');
const HEADERS = 'From: Ada <ada@example.org>\nTo: bo@example.org\nSubject: kites\n\n';
const NOTE = 'Hi Bo, this is what I meant.\n\n';

const quote = (text: string, mark: string) =>
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => (line === '' ? mark.trim() : mark + line))
    .join('\n');

const listings = ['daily-papers', 'arxiv-page', 'paper-list', 'bibtex', 'ris'].flatMap((folder) =>
  readdirSync(join(FOLDER, folder))
    .filter((file) => !file.endsWith('.json'))
    .slice(0, 4)
    .map((file) => join(FOLDER, folder, file)),
);

describe('a listing that is quoted in a reply', () => {
  it.each(listings)('gives the papers of the listing itself: %s', async (listing) => {
    const text = readFileSync(listing, 'utf8');
    const { papers, format } = await readListing(Buffer.from(text));
    expect(papers).not.toEqual([]);
    for (const reply of [quote(text, '> '), NOTE + quote(text, '> > '), HEADERS + NOTE + quote(text, '> ')]) {
      const reading = await readListing(Buffer.from(reply));
      expect(reading.format).toBe(format);
      expect(reading.papers).toEqual(papers);
    }
  });

  it('is not a list with quoted summaries', async () => {
    const text = '- [Round Kites](https://arxiv.org/abs/2601.06661)\n\n> We fold\n> kites.\n\n> > twice\n';
    const { papers } = await readListing(Buffer.from(text));
    expect(papers).toMatchObject([{ title: 'Round Kites' }]);
  });
});
