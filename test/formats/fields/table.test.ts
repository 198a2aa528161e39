import { expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';

it('finds the header of a table below notes with blank lines between them', () => {
  const notes = Array.from({ length: 17 }, (_, index) => `Note ${index} on where this came from\n\n`).join('');
  const { format, papers } = readListingNow(`${notes}title,authors\nFolding Kites,Ada Clay\n`);
  expect(format).toBe('table');
  expect(papers).toMatchObject([{ title: 'Folding Kites', authors: ['Ada Clay'] }]);
});

it('reads names of columns that contain the delimiter', () => {
  const { papers } = readListingNow(
    'Article Title,"Times Cited, WoS Core","Times Cited, All Databases",Publication Year\nFolding Kites,4,7,2021\n',
  );
  expect(papers).toMatchObject([{ title: 'Folding Kites', year: 2021 }]);
});
