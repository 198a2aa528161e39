import { expect, it } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import { ListingParser } from '../../src/formats/listing-parser.ts';
import { preloadReaders } from '../../src/formats/preload.ts';
import { checkAccount } from '../read-listing.ts';

it('loads the readers of all formats before they are used', () => {
  const formatsToLoad = () =>
    formats.filter((format: Format) => (format.load?.() ?? null) !== null).map(({ name }) => name);
  expect(formatsToLoad()).not.toEqual([]);
  preloadReaders();
  expect(formatsToLoad()).toEqual([]);
  const titles: string[] = [];
  const parser = new ListingParser(
    { modified: '2026-10-02', trailingCount: 'upvotes' },
    { paper: (paper) => titles.push(paper.title), diagnostic: () => {} },
  );
  parser.push(Buffer.from('{"title":"One"}\n'));
  parser.end();
  checkAccount(parser.lines);
  expect(titles).toEqual(['One']);
});
