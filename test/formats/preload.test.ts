import { expect, it } from 'vitest';
import type { Format } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/index.ts';
import { ListingParser } from '../../src/formats/listing-parser.ts';
import { preloadReaders } from '../../src/formats/preload.ts';
import { checkAccount } from '../read-listing.ts';

it('reads every format synchronously once its reader was passed in, and only then', () => {
  const mustWait = () => formats.filter((format: Format) => (format.load?.() ?? null) !== null).map(({ name }) => name);
  expect(mustWait()).not.toEqual([]);
  preloadReaders();
  expect(mustWait()).toEqual([]);
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
