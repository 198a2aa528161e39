import { expect, it } from 'vitest';
import { journalPlace } from '../../../src/paper/evidence.ts';
import { readListingNow } from '../../read-listing.ts';

it.each([
  ['RIS', 'TY  - JOUR\nTI  - Kites at sea\nVL  - 12\nSP  - 123\nEP  - 130\nER  - \n', '12', '123'],
  ['an article number in RIS', 'TY  - JOUR\nTI  - Kites at sea\nVL  - 12\nC7  - e77\nER  - \n', '12', 'e77'],
  ['MEDLINE', 'PMID- 1\nTI  - Kites at sea\nVI  - 12 Suppl 2\nPG  - S123-30\nSO  - J Kites. 2019\n', '12', 's123'],
  ['EndNote', '%0 Journal Article\n%T Kites at sea\n%V 012\n%P 123-130\n', '12', '123'],
  ['the Web of Science', 'PT J\nTI Kites at sea\nVL 12\nBP 123\nEP 130\nPG 8\nER\n', '12', '123'],
  ['a table', 'title,volume,pages\nKites at sea,Vol. 12,pp. 123-130\n', '12', '123'],
  ['Scopus', 'Title,Volume,Art. No.,Page start\nKites at sea,12,104567,\n', '12', '104567'],
  ['BibTeX', '@article{a,\n  title = {Kites at sea},\n  volume = {12},\n  pages = {123--130}\n}\n', '12', '123'],
  [
    'JSON',
    '[{"title": "Kites at sea", "journal": {"name": "Kites", "volume": "12", "pages": "123-130"}}]',
    '12',
    '123',
  ],
  ['a table that a spreadsheet spoiled', 'title,volume,pages\nKites at sea,Suppl 1,3-Nov\n', '', ''],
  ['a table with numbers of pages', 'title,pages\nKites at sea,12 pages\n', '', ''],
])('reads the volume and the first page in %s', (_, text, volume, page) => {
  const { papers } = readListingNow(text);
  expect(papers.map(journalPlace)).toEqual([{ volume, page }]);
});
