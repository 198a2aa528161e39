import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/paper/paper.ts';
import { paper, write } from '../output/papers.ts';
import { readListing } from '../read-listing.ts';

const word = fc.constantFrom(
  ...'moths Geese BERT ponds a of the in LoRA Größe naïve Ørsted señal 12 0.5 H₂O Q&A 50% #1 x_y C++ R&D “so” don’t it’s α-decay'.split(
    ' ',
  ),
);
const text = (min: number, max: number) =>
  fc.array(word, { minLength: min, maxLength: max }).map((words) => words.join(' '));

const given = fc.constantFrom(
  'Tilda',
  'José',
  'Ann B.',
  'Yu. N.',
  'Seung-Hoon',
  'Łukasz',
  'T. B.',
  'Ana Paula',
  'Åse',
  'Bo',
);
const family = fc.constantFrom(
  'Moss',
  'Ibáñez',
  'van der Berg',
  "O'Neill",
  'Żółkiewska',
  'de Mello',
  'Weiß',
  'al-Khatib',
  "d'Eau",
);
const suffix = fc.constantFrom('', '', '', ' Jr.', ' III');
const name = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(given, family, suffix).map(([first, last, end]) => `${first} ${last}${end}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Widodo', 'Kettle Collaboration', 'The Pond and Lake Team', 'H0-Corridor Consortium'),
  },
);

const day = fc
  .tuple(fc.integer({ min: 1992, max: 2031 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const id = fc.constantFrom('2405.00010', '2503.02130', '0704.0001', 'math/0309136', 'hep-th/9901001');
const doi = fc.constantFrom('10.1000/182', '10.1000/a_b(c)<1>;2', '10.48550/arXiv.', '10.1000/978-3_5%20');

const written: fc.Arbitrary<Paper> = fc
  .record({
    title: text(1, 9).map((title) => `T ${title}`),
    abstract: fc.option(text(5, 30)),
    authors: fc.array(name, { minLength: 1, maxLength: 5 }),
    date: day,
    id: fc.option(id, { nil: undefined }),
    doi: fc.option(doi, { nil: undefined }),
  })
  .map(({ authors, id: identifier, doi: number, ...others }) =>
    paper({
      ...others,
      authors,
      authorCount: authors.length,
      ...(identifier !== undefined && { id: identifier, url: `https://arxiv.org/abs/${identifier}` }),
      // A DOI of arXiv contains the identifier.
      ...(number !== undefined && {
        doi: number.endsWith('arXiv.') ? `${number}${identifier ?? '2405.00010'}` : number,
      }),
    }),
  );

/** The expected record. A DOI of arXiv also provides the identifier. */
function expectedParts({ title, abstract, authors, authorCount, date, id: identifier, doi: number }: Paper) {
  const arxivId = identifier ?? /^10\.48550\/arXiv\.(.+)/i.exec(number ?? '')?.[1];
  return { title, abstract, authors, authorCount, date, id: arxivId, doi: number };
}

describe('papers written as a bibliography and read again', () => {
  it.each([
    ['ris', 'ris'],
    ['csl-json', 'json'],
    ['bibtex', 'bibtex'],
  ])('have the same titles, abstracts, names, identifiers and dates in %s', async (format, readAs) => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 4 }), async (papers) => {
        const reading = await readListing(await write(format, papers));
        expect(reading.format).toBe(readAs);
        expect(reading.papers.map(expectedParts)).toEqual(papers.map(expectedParts));
      }),
      { numRuns: 200 },
    );
  });
});
