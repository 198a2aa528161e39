import fc from 'fast-check';
import type { SitePaper } from '../daily-papers-papers.ts';
import { ADJECTIVES, capitalized, twoDigits } from './words.ts';

/*
 * Papers that look like papers: titles and abstracts are distinguished by what they look like, so random words would test
 * nothing. What is left out and why:
 *
 * - Two papers in a row with the same title: a page for two sizes of screen prints each paper twice.
 * - An abstract that starts with a lower-case word, or whose first paragraph is as short as a title: these are very rare.
 * - Two spaces in a row: pages show one.
 * - A count from 2000 to 2039: after a day without a year it is read as the year.
 * - A line that equals a line of the page (`Subscribe`, `Daily Papers`) or of a card (`·`, `3 authors`).
 */

const NOUNS = [
  'lantern', 'harbour', 'orchard', 'kettle', 'ladder', 'meadow', 'compass', 'glacier', 'violin', 'beehive', 'archive',
  'pulley', 'turbine', 'cellar', 'almanac', 'window', 'tunnel', 'garden', 'satellite', 'carousel', 'dictionary', 'thicket',
]; // biome-ignore format: a list of words
const VERBS = [
  'sorts',
  'predicts',
  'repairs',
  'compares',
  'explains',
  'measures',
  'paints',
  'rewrites',
  'follows',
  'folds',
];
const ADVERBS = ['slowly', 'twice', 'in winter', 'without supervision', 'by hand', 'at scale', 'over long distances'];
const EXTRAS = [
  '[CLS]', '[3]', '[12, 14]', '$\\alpha$', '$O(n^2)$', '\\emph{dry}', 'x_i', 'snake_case', '*starred*', '12%', '37.5%', '3x',
  '1,024', 'C·F·R', 'naïve', 'Łódź', '急須', '(see below)', '"quoted"', '“curly”', 'v2.1', 'e.g.', 'GPT-7', 'A/B', '<tag>', '&', '+5',
  'SAP^{2}', 'Mar 6, 2024', '~40', '#1', 'f(x)[0]', '—', '≤ 3', '{braces}',
]; // biome-ignore format: a list of words

const noun = fc.constantFrom(...NOUNS);

const clause = fc
  .tuple(
    fc.constantFrom(...ADJECTIVES),
    noun,
    fc.constantFrom(...VERBS),
    fc.option(fc.constantFrom(...EXTRAS), { freq: 3, nil: undefined }),
    fc.constantFrom(...ADJECTIVES),
    noun,
    fc.option(fc.constantFrom(...ADVERBS), { nil: undefined }),
  )
  .map(([adjective, subject, verb, extra, other, object, adverb]) =>
    ['the', adjective, subject, verb, extra, 'the', other, object, adverb]
      .filter((word) => word !== undefined)
      .join(' '),
  );

const sentence = fc
  .tuple(
    fc.constantFrom('', 'We show that ', 'In this paper, ', 'However, ', 'Experiments suggest that '),
    fc.array(clause, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(', and ', '; ', ', while '),
    fc.constantFrom('.', '.', '.', '.', '!', '?'),
  )
  .map(([start, clauses, joint, end]) => `${capitalized(start + clauses.join(joint))}${end}`);

const paragraph = (minLength: number) =>
  fc.array(sentence, { minLength, maxLength: 7 }).map((sentences) => sentences.join(' '));

const paragraphs = (maxParagraphs: number) =>
  fc
    .tuple(
      paragraph(3),
      fc.array(paragraph(2), { maxLength: maxParagraphs - 1 }),
      fc.constantFrom('', '', '', ' Code is at https://example.org/code', ' See https://example.org.'),
    )
    .map(([first, more, end]) => [first, ...more].map((text, at, all) => (at === all.length - 1 ? text + end : text)));

const phrase = fc
  .tuple(
    fc.constantFrom(...ADJECTIVES),
    noun,
    fc.option(fc.constantFrom('for', 'with', 'beyond'), { nil: undefined }),
    noun,
  )
  .map(([adjective, first, joint, second]) =>
    [
      capitalized(adjective),
      `${capitalized(first)}s`,
      ...(joint === undefined ? [] : [joint, `${capitalized(second)}s`]),
    ].join(' '),
  );

const title = fc.oneof(
  phrase,
  fc.tuple(noun, phrase).map(([name, text]) => `${capitalized(name)}Net: ${text}`),
  fc.tuple(noun, noun, phrase).map(([from, to, text]) => `${from}2${to}: ${text}`),
  fc.tuple(phrase, phrase).map(([first, second]) => `${first}: A Survey of ${second}`),
  phrase.map((text) => `Can ${text} Be Trusted?`),
  fc
    .tuple(phrase, fc.constantFrom('[CLS]', '$k$', '*Fast*', 'x_i', '(Extended)', '“Good”', 'Łódź'))
    .map(([text, extra]) => `${text} and ${extra} Tokens`),
);

// Identifiers contain the month in which a paper appears.
const dated = fc
  .tuple(
    fc.integer({ min: 2019, max: 2026 }),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 99999 }),
  )
  .map(([year, month, day, number]) => ({
    date: `${year}-${twoDigits(month)}-${twoDigits(day)}`,
    id: `${year % 100}${twoDigits(month)}.${String(number).padStart(5, '0')}`,
  }));

const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1000, max: 1999 }));

const organization = fc.constantFrom(
  { name: 'Fern Lab', slug: 'fern' },
  { name: 'Carraway Mill University', slug: 'CarrawayMillU' },
  { name: 'École du Thé', slug: 'ecole-du-the' },
  { name: 'Open Hedge Society (OHS)', slug: 'openhedge' },
  { name: 'Moss', slug: 'Moss' },
);

const github = fc
  .tuple(noun, fc.constantFrom(0, 7, 843, 1320, 11300, 110000))
  .map(([name, stars]) => ({ url: `https://github.com/example/${name}`, stars }));

/** Pages of 1 to 8 papers with 1 to `maxParagraphs` paragraphs each; the first paper is printed with a year. */
export function pages(maxParagraphs: number): fc.Arbitrary<SitePaper[]> {
  const paper = fc.record({
    title,
    paragraphs: paragraphs(maxParagraphs),
    dated,
    authors: fc.integer({ min: 1, max: 700 }).map((length) => Array.from({ length }, (_, at) => `Author ${at}`)),
    organization: fc.option(organization, { freq: 3, nil: null }),
    upvotes: count,
    comments: count,
    submittedBy: fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{2,6}[-_]?[a-z0-9]{2,6}$/),
    github: fc.option(github, { nil: null }),
  });
  return fc
    .uniqueArray(paper, { minLength: 1, maxLength: 8, selector: (item) => item.title })
    .map((papers) => papers.map(({ dated: { date, id }, ...rest }) => ({ ...rest, date, id })));
}
