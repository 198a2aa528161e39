import { describe, expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';

const CITATION = '1. Moth Lett. 2024 Mar 12;9(5):301-2. doi: 10.1000/ml.1.';
const entry = {
  citation: CITATION,
  title: 'Counting moths.',
  authors: 'Clay A(1), Ek B(2).',
  affiliations: 'Author information:\n(1)Barnham.\n(2)Pondtown.',
  abstract: 'Moths are counted.',
  ids: 'DOI: 10.1000/ml.1\nPMID: 38401234',
};
const print = (changes: Partial<typeof entry> = {}) =>
  Object.values({ ...entry, ...changes })
    .filter((block) => block !== '')
    .join('\n\n');
const OTHER = print({ title: 'Other moths.', ids: 'PMID: 38401235', citation: CITATION.replace('1.', '2.') });

/** What is read if an entry is followed by another one. */
function read(text: string) {
  const reading = readListingNow(`${text}\n\n\n${OTHER}\n`);
  expect(reading.format).toBe('pubmed');
  return { ...reading, codes: reading.diagnostics.map(({ code }) => code) };
}

describe('an entry of the abstracts that PubMed exports', () => {
  it.each<[string, Partial<typeof entry>, Record<string, unknown>]>([
    ['without an abstract', { abstract: '' }, { abstract: null, authorCount: 2 }],
    ['without affiliations', { affiliations: '' }, { authors: ['A Clay', 'B Ek'], abstract: 'Moths are counted.' }],
    ['of one author without a mark', { authors: 'Clay A.', affiliations: '' }, { authors: ['A Clay'] }],
    ['with affiliations that are not numbered', { affiliations: 'Author information:\nBarnham.' }, { authorCount: 2 }],
    ['without authors', { authors: '[No authors listed]', affiliations: '' }, { authorCount: null }],
    ['of a group', { authors: 'Pond Study Group; Clay A(1).' }, { authors: ['Pond Study Group', 'A Clay'] }],
    ['with a name that is not abbreviated', { authors: 'Clay A(1), 李伟(2).' }, { authorCount: 2 }],
    ['with a title that asks', { title: 'Who counts\nmoths?' }, { title: 'Who counts moths?' }],
    ['with a title of two sentences', { title: 'Moths. A survey.' }, { title: 'Moths. A survey' }],
    [
      'with a title that may name a group',
      { title: 'The Moth Network.' },
      { title: 'The Moth Network', authorCount: 2 },
    ],
    [
      'with nothing but an abstract that begins as a group may',
      { authors: '', affiliations: '', abstract: 'The moths are a network.' },
      { abstract: 'The moths are a network.', authorCount: null },
    ],
    ['of a group alone', { authors: 'Pond Study Group.', affiliations: '' }, { authors: ['Pond Study Group'] }],
    [
      'with an abstract in numbered paragraphs',
      { abstract: '1. Moths live in 2024.\n\n2. Moths. 2024 was warm.' },
      { abstract: '1. Moths live in 2024. 2. Moths. 2024 was warm.' },
    ],
    ['with a comment', { abstract: 'Comment in\n    Moth Lett. 2024;1:2.\n\nMoths.' }, { abstract: 'Moths.' }],
    ['with a copyright notice', { abstract: 'Moths.\n\n© 2024 Barn Press.' }, { abstract: 'Moths.' }],
    ['with abstracts in two languages', { abstract: 'Moths.\n\nPublisher: Las polillas.' }, { abstract: 'Moths.' }],
    [
      'of a season',
      { citation: '1. Moth Lett. 2024 Winter;9(5):301-2.' },
      { date: null, year: 2024, venue: 'Moth Lett' },
    ],
    ['with a colon behind its number', { citation: CITATION.replace('1.', '1:') }, { date: '2024-03-12' }],
    ['without a DOI at its end', { ids: 'PMID: 38401234  [Indexed for MEDLINE]' }, { doi: '10.1000/ml.1' }],
    [
      'with a statement at its end',
      { ids: `${entry.ids}\n\nConflict of interest statement: None.` },
      { authorCount: 2 },
    ],
    [
      'without a blank line above labels',
      { authors: `${entry.authors}\n${entry.affiliations}`, affiliations: '' },
      { authorCount: 2 },
    ],
  ])('%s', (_, changes, expected) => {
    const { papers, codes } = read(print(changes));
    expect(papers).toMatchObject([expected, { title: 'Other moths' }]);
    expect(codes).toEqual([]);
  });

  it.each<[string, string, string[], string[]]>([
    ['its title', print({ title: '' }), ['PMID:38401234', 'Other moths'], ['missing-title']],
    [
      'its title but for the full stop',
      print({ title: '.' }),
      ['PMID:38401234', 'Other moths'],
      ['unrecognized-line', 'missing-title'],
    ],
    ['its citation', print({ citation: '' }), ['Counting moths', 'Other moths'], ['missing-date']],
    [
      'the beginning of its citation',
      print({ citation: '301-2. doi: 10.1000/ml.1.' }),
      ['Counting moths', 'Other moths'],
      ['unrecognized-line', 'missing-date'],
    ],
    ['its end', print({ ids: '' }), ['Counting moths', 'Other moths'], ['truncated-entry']],
    ['its authors', print({ authors: '' }), ['Counting moths', 'Other moths'], ['damaged-field']],
    [
      'title and identifiers',
      print({ title: '', ids: '', citation: '1. Moth Lett. 2024;9(5):301-2.' }),
      ['Other moths'],
      ['truncated-entry', 'missing-title'],
    ],
    [
      'its first lines, but not the blank lines above it',
      `${print()}\n\n\n${print({ citation: '', title: 'More moths.', ids: 'PMID: 1' })}`,
      ['Counting moths', 'More moths', 'Other moths'],
      ['missing-date'],
    ],
  ])('is reported if it has lost %s', (_, text, titles, codes) => {
    const reading = readListingNow(`${OTHER}\n\n\n${text}\n\n\n${OTHER}\n`);
    expect(reading.papers.slice(1).map(({ title }) => title)).toEqual(titles);
    expect(reading.diagnostics.map(({ code }) => code)).toEqual(codes);
  });

  it('is reported if the identifier of another one stands in it, or its date cannot be', () => {
    expect(read(print({ ids: 'PMID: 1\nPMID: 2' })).codes).toEqual(['damaged-field']);
    expect(read(print({ citation: '1. Moth Lett. 2024 Feb 30;9:1.' })).codes).toEqual(['bad-date']);
  });

  it('leaves out text above the first one and behind its identifiers, and reports it', () => {
    const { diagnostics } = readListingNow(`Saved results\n\n${print()}\n\nAnother text.\n`);
    expect(diagnostics).toMatchObject([
      { code: 'unrecognized-line', line: 1 },
      { code: 'unrecognized-line', message: 'not read: Another text.' },
    ]);
  });

  it('is cut if it never ends', () => {
    const { papers, diagnostics } = readListingNow(
      `${print()}\n\n\n${CITATION}\n\nLong.\n\n${'Moths. '.repeat(20)}\n`.replace(/(?:Moths\. ){20}\n/, (text) =>
        text.repeat(40_000),
      ),
    );
    expect(papers.map(({ title }) => title)).toEqual(['Counting moths', 'Long']);
    expect(diagnostics[0]).toMatchObject({ code: 'truncated-entry' });
  });
});
