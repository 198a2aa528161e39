import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Paper } from '../../src/paper/paper.ts';
import { dedupe } from '../../src/query/dedupe.ts';
import { paper } from './paper.ts';

/** Records of several databases for one invented article, or for one that is easily confused with it. */
interface Article {
  readonly title: string;
  readonly authors: readonly (readonly [given: string, family: string])[];
  readonly year: number;
  readonly journal: readonly [full: string, short: string];
  readonly abstract: string;
  readonly doi: string;
}

const TREATMENTS = [
  'warm tea',
  'kite flying',
  'slow walking',
  'bell ringing',
  'sand baths',
  'α-waves of sound',
  'rowing',
];
const OUTCOMES = ['sleep', 'appetite', 'balance', 'reading speed', 'quality of rest', 'grip strength', 'memory'];
const PEOPLE = ['gardeners', 'lighthouse keepers', 'retired pilots', 'twins', 'clockmakers', 'young bakers', 'divers'];
const ENDS = [': a randomised trial', ': a systematic review', ': a cohort study', '', ''];
const FAMILIES = ['Moss', 'Wren', 'García', 'Łukasik', 'Sørensen', 'Brandt', 'Doe', 'Okafor', 'Tanaka', 'O’Neil'];
const GIVEN = ['Ada', 'Bo', 'Carla', 'Dmitri', 'Edda', 'Farid', 'Greta'];
const JOURNALS: Article['journal'][] = [
  ['Journal of Clinical Kites', 'J Clin Kites'],
  ['The Bell', 'Bell'],
  ['Annals of Slow Medicine (London, England)', 'Ann Slow Med'],
  ['International Journal of Sand', 'Int J Sand'],
];
const WORDS = Array.from({ length: 400 }, (_, index) => `word${index.toString(36)}`);

const article: fc.Arbitrary<Article> = fc.record({
  title: fc
    .tuple(
      fc.constantFrom(...TREATMENTS),
      fc.constantFrom(...OUTCOMES),
      fc.constantFrom(...PEOPLE),
      fc.constantFrom(...ENDS),
    )
    .map(([treatment, outcome, people, end]) => `Effect of ${treatment} on ${outcome} in ${people}${end}`),
  authors: fc.array(fc.tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILIES)), { minLength: 2, maxLength: 5 }),
  year: fc.integer({ min: 1990, max: 2023 }),
  journal: fc.constantFrom(...JOURNALS),
  abstract: fc.array(fc.constantFrom(...WORDS), { minLength: 40, maxLength: 60 }).map((words) => words.join(' ')),
  doi: fc.nat(1e9).map((number) => `10.1234/x.${number}`),
});

/** True with the given probability, in percent. */
const chance = (percent: number) => fc.nat(99).map((number) => number < percent);

const noise = fc.record({
  source: fc.constantFrom('pubmed', 'embase', 'scopus'),
  hasDoi: chance(65),
  hasAbstract: chance(80),
  hasHeading: chance(30),
  isPlain: chance(40),
  isLater: chance(4),
  isCut: chance(3),
  isUpperCase: chance(5),
});

type Noise = typeof noise extends fc.Arbitrary<infer Value> ? Value : never;

function record(from: Article, how: Noise): Paper {
  const plain = (text: string) => (how.isPlain ? text.normalize('NFD').replace(/\p{M}/gu, '').replace('’', "'") : text);
  const title = how.isCut ? `${from.title.slice(0, 45)}…` : how.source === 'pubmed' ? `[${from.title}.]` : from.title;
  const names = from.authors.map(([given, family]) =>
    how.source === 'pubmed'
      ? `${plain(family)} ${given.charAt(0)}`
      : how.source === 'embase'
        ? `${given.charAt(0)}. ${plain(family)}`
        : `${given} ${plain(family)}`,
  );
  return paper({
    title: how.isUpperCase
      ? title.toUpperCase()
      : how.isPlain
        ? title.replace('α', 'alpha').replace('randomised', 'randomized')
        : title,
    abstract: how.hasAbstract ? `${how.hasHeading ? 'BACKGROUND: ' : ''}${from.abstract}` : null,
    authors: names,
    date: null,
    year: from.year + (how.isLater ? 1 : 0),
    venue: from.journal[how.source === 'pubmed' ? 1 : 0],
    ...(how.hasDoi && { doi: how.isPlain ? `https://doi.org/${from.doi.toUpperCase()}` : from.doi }),
  });
}

/** Different articles with the same or nearly the same title. */
function lookalikes(of: Article, other: Article): Article[] {
  return [
    { ...of, title: `Erratum: ${of.title}`, doi: `${of.doi}e`, abstract: other.abstract },
    { ...of, title: `${of.title}, part II`, doi: `${of.doi}b`, abstract: other.abstract },
    { ...other, title: of.title, year: of.year + 3 },
  ];
}

it('finds nearly all duplicates among records of databases, and hardly any false ones', () => {
  const labels = new Map<Paper, Article>();
  const entry = fc.tuple(article, article, fc.array(noise, { minLength: 1, maxLength: 3 }), fc.nat(4));
  const collection = fc.sample(fc.noBias(entry), { numRuns: 1500, seed: 7 });
  for (const [one, other, noises, which] of collection) {
    for (const how of noises) labels.set(record(one, how), one);
    const lookalike = lookalikes(one, other)[which];
    if (lookalike !== undefined && noises[0] !== undefined) labels.set(record(lookalike, noises[0]), lookalike);
  }
  const records = [...labels.keys()];
  const duplicates = records.length - new Set(labels.values()).size;
  let right = 0;
  let wrong = 0;
  const stage = dedupe({ push: () => {}, end: () => {} }, ({ paper, of }) => {
    if (labels.get(paper) === labels.get(of)) right += 1;
    else wrong += 1;
  });
  for (const one of records) stage.push(one);
  stage.end();
  expect(duplicates).toBeGreaterThan(1000);
  expect(right / duplicates).toBeGreaterThan(0.95);
  expect(1 - wrong / (records.length - duplicates)).toBeGreaterThan(0.995);
});
