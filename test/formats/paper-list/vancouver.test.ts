import { describe, expect, it } from 'vitest';
import { readReference } from '../../../src/formats/paper-list/vancouver.ts';
import { readListingNow } from '../../read-listing.ts';

const first = '1. Clay A, Ek B. Round kites. Kite J. 2020;1(2):3-4. doi: 10.1000/kite.1\n';

/** The record of a reference that is the second one of a list. */
function paperOf(reference: string) {
  const { papers, lines } = readListingNow(`${first}2. ${reference}\n`);
  expect(lines.unrecognized).toBe(0);
  return papers[1];
}

describe('a reference in Vancouver style', () => {
  it.each<[string, Record<string, unknown>]>([
    [
      'Clay A. Counting moths. Moth Lett. 2024;1:2. doi:10.1000/m.1',
      {
        title: 'Counting moths',
        authors: ['A Clay'],
        authorCount: 1,
        venue: 'Moth Lett',
        year: 2024,
        doi: '10.1000/m.1',
      },
    ],
    [
      'Clay A, Ek B, et al. Do moths count? A trial. Moth Lett 2024 Mar 12;1:2. doi:10.1000/m.1',
      { title: 'Do moths count? A trial', authorCount: null, venue: 'Moth Lett', date: '2024-03-12' },
    ],
    [
      'Clay A, Ek B, and Fox C. Counting moths! *Moth Lett*. 2024;1:2. <https://doi.org/10.1000/m.1>',
      { title: 'Counting moths!', authors: ['A Clay', 'B Ek', 'C Fox'], venue: 'Moth Lett' },
    ],
    [
      'Clay A, Ek B. [Counting moths](https://doi.org/10.1000/m.1). Moth Lett. 2024 Spring;1:2.',
      { title: 'Counting moths', venue: 'Moth Lett', year: 2024, url: 'https://doi.org/10.1000/m.1' },
    ],
    [
      'Clay A, Ek B. Counting moths vs. counting sheep. N. Engl. J. Moths. 2024;1:2. PMID: 399',
      {
        title: 'Counting moths vs. counting sheep',
        venue: 'N. Engl. J. Moths.',
        url: 'https://pubmed.ncbi.nlm.nih.gov/399/',
      },
    ],
    [
      'Clay A, Ek B. Counting moths. Moth Lett. 2024 Dec-2025 Jan;1:2. Epub 2024 Nov 3. PMID: 399',
      { venue: 'Moth Lett', date: '2024-11-03' },
    ],
    [
      'Clay A, Ek B. Counting moths. arXiv:2406.01234 [Preprint]. 2024 Jun 5.',
      { title: 'Counting moths', authors: ['A Clay', 'B Ek'], id: '2406.01234' },
    ],
    [
      'Clay A, Ek B. Counting moths [Internet]. Pondtown: Barn Press; 2024. Available from: https://doi.org/10.1000/m.1',
      { title: 'Counting moths', authors: ['A Clay', 'B Ek'], year: 2024 },
    ],
    [
      'Institute of Ponds, Norway; Reed A. Moths. Moth Lett. 2024;1:2. doi:10.1000/m.1',
      { title: 'Moths', authors: ['Institute of Ponds, Norway', 'A Reed'] },
    ],
    [
      'GBD 2019 Moth Collaborators. Moths of the world, 1990-2019. Moth Lett. 2024;1:2. doi:10.1000/m.1',
      { title: 'Moths of the world, 1990-2019', authors: ['GBD 2019 Moth Collaborators'], authorCount: 1 },
    ],
    [
      'Clay A. Moths. bioRxiv [Preprint]. 2024 Jan 5 [cited 2024 Feb 2]:2024.01.05.1. Available from: https://doi.org/10.1101/1',
      { title: 'Moths', venue: 'bioRxiv', date: '2024-01-05', doi: '10.1101/1' },
    ],
    ['Counting moths in a network. Moth Lett. 2024;1:2. doi:10.1000/m.1', { title: 'Counting moths in a network' }],
    ['Clay A. Counting moths. Moth Lett. 2024 Feb 30;1:2. doi:10.1000/m.1', { title: 'Counting moths', date: null }],
  ])('%s', (reference, expected) => {
    expect(paperOf(reference)).toMatchObject(expected);
  });

  it('is read from paragraphs without numbers too', () => {
    const { papers, format } = readListingNow(
      'References\n\nClay A. Round kites and\ntails. Kite J. 2020;1(2):3-4. PMID: 399.\n\nEk B, Fox C. Square kites. Kite J. 2021;1:2.\n',
    );
    expect(format).toBe('paper-list');
    expect(papers.map(({ title, year }) => [title, year])).toEqual([
      ['Round kites and tails', 2020],
      ['Square kites', 2021],
    ]);
  });

  it('reports a second reference in an entry, unless it is a notice', () => {
    const second = 'barns. Moth Lett. 2021;3(1):1. doi: 10.1000/kite.2';
    expect(readListingNow(`${first}${second}\n`).diagnostics).toMatchObject([{ code: 'damaged-field', line: 1 }]);
    const notice = 'Erratum in: Kite J. 2021;3(1):1. doi: 10.1000/kite.2';
    expect(readListingNow(`${first.trimEnd()}. ${notice}\n`).diagnostics).toEqual([]);
  });

  it('reports a date that no paper can have', () => {
    const { diagnostics } = readListingNow('1. Clay A. Moths. Moth Lett. 2024 Feb 30;1:2. doi:10.1000/m.1\n');
    expect(diagnostics).toMatchObject([{ code: 'bad-date', line: 1 }]);
  });

  it.each([
    'Ada Clay, Bo Ek C. Counting moths. Moth Lett. 2024;1:2. doi:10.1000/m.1',
    'Clay, A., & Ek, B. (2024). Counting moths. Moth Lett. https://doi.org/10.1000/m.1',
    'A. Clay, B. Ek, "Counting moths," Moth Lett. 2024;1:2. doi:10.1000/m.1',
    'Vitamin D. A review of moths. https://doi.org/10.1000/m.1',
    '[Counting moths](https://doi.org/10.1000/m.1) in 2024; 12 pages',
    'Moths of 2024; an overview https://doi.org/10.1000/m.1',
  ])('is something else than %s', (text) => {
    expect(readReference(text)).toBeNull();
  });
});

it('reads the numbers of a long export of PubMed', () => {
  const entry = (number: number) =>
    `${number}: Clay A, Ek B. Kite number ${number}. Kite J. 2020;1(2):3-4. PMID: ${number}.\n`;
  const { papers, lines } = readListingNow([1, 1999, 2000, 10_000].map(entry).join('\n'));
  expect(papers.map(({ title }) => title)).toEqual([1, 1999, 2000, 10_000].map((number) => `Kite number ${number}`));
  expect(lines.boilerplate).toBe(0);
});

describe('a damaged list of references', () => {
  const references = [
    'Clay A, Ek B. Round kites. Kite J. 2020;1(2):3-4.\n   doi: 10.1000/kite.1',
    'Fox C, Ek B. The kite book. Pondtown: Barn Press; 2023.\n   https://doi.org/10.1000/kite.2',
    'Ek B. Do newts count? Newt Lett. 2019;2(1):5-9. doi: 10.1000/kite.3',
  ].map((reference, index) => `${index + 1}. ${reference}\n`);

  it.each([1, 2])('gives the paper whose number stands in the last line of reference %i', (number) => {
    const joined = references.map((reference, index) => (index === number - 1 ? `${reference.trimEnd()} ` : reference));
    const list = [...joined, '4. Clay A, Fox C. Tall kites. Kite J. 2021;2(2):3-4.\n'].join('');
    const { papers, starts, lines } = readListingNow(list);
    expect(papers.map(({ title }) => title)).toEqual(['Round kites', 'The kite book', 'Do newts count?', 'Tall kites']);
    expect(starts[number]).toBe(number * 2);
    expect(lines).toMatchObject({ paper: 5, unrecognized: 0 });
  });

  it('reports a reference whose journal and link are lost', () => {
    const list = [...references.slice(0, 2), '3. Ek B. Do newts count? Newt\n'].join('');
    const { papers, diagnostics } = readListingNow(list);
    expect(papers).toHaveLength(2);
    expect(diagnostics).toMatchObject([{ code: 'unrecognized-line', line: 5 }]);
  });
});
