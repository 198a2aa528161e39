import { expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';

const place = (volume?: string, issue?: string, pages?: string) => ({ volume, issue, pages });

it.each([
  [
    'RIS',
    'TY  - JOUR\nTI  - Kites at sea\nVL  - 12\nIS  - 3\nSP  - 123\nEP  - 130\nER  - \n',
    place('12', '3', '123-130'),
  ],
  [
    'RIS with all pages in one tag',
    'TY  - JOUR\nTI  - Kites at sea\nSP  - 123-130\nEP  - 130\nER  - \n',
    place(undefined, undefined, '123-130'),
  ],
  [
    'RIS with an article of one page',
    'TY  - JOUR\nTI  - Kites at sea\nSP  - 123\nEP  - 123\nER  - \n',
    place(undefined, undefined, '123'),
  ],
  [
    'RIS with the number of the article',
    'TY  - JOUR\nTI  - Kites at sea\nVL  - 12\nC7  - e77\nER  - \n',
    place('12', undefined, 'e77'),
  ],
  [
    'MEDLINE',
    'PMID- 1\nTI  - Kites at sea\nVI  - 12 Suppl 2\nIP  - 4\nPG  - S123-30\nSO  - J Kites. 2019\n',
    place('12 Suppl 2', '4', 'S123-30'),
  ],
  ['EndNote', '%0 Journal Article\n%T Kites at sea\n%V 12\n%N 3-4\n%P 123-130\n', place('12', '3-4', '123-130')],
  [
    'the Web of Science, where PG counts pages',
    'PT J\nTI Kites at sea\nVL 12\nIS 3\nBP 123\nEP 130\nPG 8\nER\n',
    place('12', '3', '123-130'),
  ],
  ['a table', 'title,volume,number,pages\nKites at sea,Vol. 12,No. 3,pp. 123–130\n', place('12', '3', '123-130')],
  ['a table in Chinese', '题名,作者,卷,期,页码\n风筝,王伟,12,3,123-130\n', place('12', '3', '123-130')],
  ['a table of floating-point numbers', 'title,volume,issue\nKites at sea,12.0,3.0\n', place('12', '3')],
  [
    'Scopus',
    'Title,Volume,Issue,Art. No.,Page start,Page end,Page count\nKites at sea,12,3,104567,,,8\n',
    place('12', '3', '104567'),
  ],
  [
    'BibTeX',
    '@article{a,\n  title = {Kites at sea},\n  volume = {12},\n  number = {3},\n  pages = {123--130}\n}\n',
    place('12', '3', '123-130'),
  ],
  [
    'BibTeX of arXiv',
    '@article{a,\n  title = {Kites at sea},\n  journal = {CoRR},\n  volume = {abs/2401.01234}\n}\n',
    place(),
  ],
  [
    'Semantic Scholar',
    '[{"title": "Kites at sea", "journal": {"name": "Kites", "volume": "12", "pages": "123-130"}}]',
    place('12', undefined, '123-130'),
  ],
  [
    'OpenAlex',
    '[{"title": "Kites at sea", "biblio": {"volume": "12", "issue": "3", "first_page": "123", "last_page": "130"}}]',
    place('12', '3', '123-130'),
  ],
  [
    'Crossref',
    '[{"title": ["Kites at sea"], "container-title": ["Kites"], "volume": "12", "issue": "3", "page": "123-130"}]',
    place('12', '3', '123-130'),
  ],
  ['a table that a spreadsheet spoiled', 'title,volume,issue,pages\nKites at sea,12,4-Mar,3-Nov\n', place('12')],
  ['a table with numbers of pages', 'title,journal,pages\nKites at sea,Kites,12 pages\n', place()],
  ['a table without a journal, which counts pages', 'title,pages\nKites at sea,12\n', place()],
])('reads volume, issue and pages in %s', (_, text, expected) => {
  const { papers } = readListingNow(text);
  expect(papers.map(({ volume, issue, pages }) => ({ volume, issue, pages }))).toEqual([expected]);
});
