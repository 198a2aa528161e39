import { describe, expect, it } from 'vitest';
import { formatPapers } from '../../../src/index.ts';
import type { Paper } from '../../../src/paper/paper.ts';
import { readListing, readListingNow } from '../../read-listing.ts';

const KITES = 'Kites that fold have long been thought of as toys. We show that they fly.';
const PONDS = 'Ponds are everywhere, and nobody knows what they are.';

const papers: Paper[] = [
  {
    title: 'Folding Kites in Low-Rank Wind',
    abstract: KITES,
    authorCount: 2,
    date: '2026-03-15',
    upvotes: 41,
    commentCount: 2,
    id: '2603.08123',
    url: 'https://arxiv.org/abs/2603.08123',
    authors: ['Ada Clay', 'Bo Ek'],
    githubUrl: 'https://github.com/toys/kites',
    githubStars: 1024,
  },
  {
    title: 'What Is a Pond? A Survey of All the Ponds that We Know of and of Some that We Do Not',
    abstract: PONDS,
    authorCount: 7,
    date: '2026-02-05',
    upvotes: 3,
    commentCount: 0,
    id: '2602.01234',
    url: 'https://arxiv.org/abs/2602.01234',
    authors: ['Cy Fox', 'Dee Gill', 'Eve Holm'],
  },
  { title: 'Untold Barns', abstract: null, authorCount: 3, date: '2025-01-09', upvotes: 5 },
  {
    title: 'Moths and Lamps',
    abstract: 'A moth is drawn to a lamp of the right colour.',
    authorCount: 1,
    date: null,
    upvotes: null,
    year: 2021,
    authors: ['Mo Thal'],
    venue: 'Journal of Insects',
  },
];

describe('what offprint prints', () => {
  it.each([
    ['markdown', {}],
    ['markdown', { by: 'year' }],
    ['list', {}],
    ['list', { by: 'month' }],
  ] as const)('is read again: %s %j', async (format, options) => {
    const reading = await readListing(await formatPapers(papers, format, options));
    expect(reading.lines.unrecognized).toBe(0);
    expect(reading.diagnostics).toEqual([]);
    expect(reading.papers).toEqual(papers);
  });
});

it('reads text that was escaped for Markdown', async () => {
  const paper: Paper = {
    title: 'Folded *Kites* in $\\alpha_1$-Space [C#] & <Tags>',
    abstract:
      '1. We fold $x_i^2$ kites. They cost $5 {or 10%}, as does more_of_it; see https://kites.example.org/a_b for it.',
    authorCount: 1,
    date: '2026-01-02',
    upvotes: null,
    id: '2601.00001',
    url: 'https://arxiv.org/abs/2601.00001',
    authors: ["Zoë O'Größe"],
  };
  expect((await readListing(await formatPapers([paper], 'markdown', { full: true }))).papers).toEqual([paper]);
});

const entries = (print: (title: string, names: string, day: string, id: string, abstract: string) => string) =>
  print('Folding Kites in Wind', 'Ada Clay, Bo Ek', '2026-03-15', '2603.08123', KITES) +
  print('What Is a Pond? A Survey', 'Cy Fox, Dee Gill', '2026-02-05', '2602.01234', PONDS);

describe('a digest that somebody writes', () => {
  it.each(['·', '|', '•', '–', '-', '/'])('has details separated by %s', async (sign) => {
    for (const text of [
      entries(
        (title, names, day, id, abstract) =>
          `## [${title}](https://arxiv.org/abs/${id})\n\n${day} ${sign} ${names} ${sign} [PDF](https://arxiv.org/pdf/${id})\n\n${abstract}\n\n`,
      ),
      entries(
        (title, names, day, id, abstract) =>
          `${title}\n${'-'.repeat(title.length)}\n\n${names} ${sign} ${day} ${sign} [arXiv](https://arxiv.org/abs/${id})\n\n> ${abstract}\n\n`,
      ),
      entries(
        (title, names, day, id, abstract) =>
          `${title}\n${names} ${sign} ${day} ${sign} https://arxiv.org/abs/${id}\n\n${abstract}\n\n`,
      ),
      entries(
        (title, names, day, id, abstract) =>
          `1. ${title}\n   ${names} ${sign} ${day}\n   https://arxiv.org/abs/${id}\n   ${abstract}\n`,
      ),
    ]) {
      const reading = await readListing(text);
      expect(reading.papers).toMatchObject([
        {
          title: 'Folding Kites in Wind',
          authors: ['Ada Clay', 'Bo Ek'],
          date: '2026-03-15',
          id: '2603.08123',
          abstract: KITES,
        },
        {
          title: 'What Is a Pond? A Survey',
          authors: ['Cy Fox', 'Dee Gill'],
          date: '2026-02-05',
          id: '2602.01234',
          abstract: PONDS,
        },
      ]);
    }
  });

  it('needs no links', async () => {
    const text = entries((title, names, day, _id, abstract) => `### ${title}\n*${names}* (${day})\n\n${abstract}\n\n`);
    expect((await readListing(text)).papers).toMatchObject([
      { title: 'Folding Kites in Wind', authors: ['Ada Clay', 'Bo Ek'], date: '2026-03-15', abstract: KITES },
      { title: 'What Is a Pond? A Survey', abstract: PONDS },
    ]);
  });

  it('may be a message of Slack', async () => {
    const text = entries(
      (title, names, day, id, abstract) =>
        `*<https://arxiv.org/abs/${id}|${title}>*\n${names} · ${day}\n${abstract}\n\n`,
    );
    expect((await readListing(text)).papers).toMatchObject([
      { title: 'Folding Kites in Wind', authors: ['Ada Clay', 'Bo Ek'], id: '2603.08123', abstract: KITES },
      { title: 'What Is a Pond? A Survey', authors: ['Cy Fox', 'Dee Gill'], id: '2602.01234', abstract: PONDS },
    ]);
  });

  it('is no blog', async () => {
    const text = '# My week\n\nMarch 3, 2026 · Ada Clay\n\nI flew a kite. It was windy.\n\n## Food\n\nWe had fish.\n';
    expect((await readListing(text)).format).toBeNull();
  });
});

describe('sentences in a list', () => {
  it('are no abstract between its sections', async () => {
    const text =
      '# Kites\n\nA list of papers about kites.\n\n## Folding\n\nThese papers fold kites.\n\n- [Round Kites](https://arxiv.org/abs/2601.00001)\n- [Square Kites](https://arxiv.org/abs/2601.00002)\n\nSome newer ones use paper that is thicker.\n\n- [Thick Kites](https://arxiv.org/abs/2601.00003)\n\n## Ponds\n\nPonds are round.\n\n- [Round Ponds](https://arxiv.org/abs/2601.00004)\n\n## Contributing\n\nPlease open an issue.\n';
    const { papers: read } = await readListing(text);
    expect(read.map(({ title, abstract }) => [title, abstract])).toEqual([
      ['Round Kites', null],
      ['Square Kites', null],
      ['Thick Kites', null],
      ['Round Ponds', null],
    ]);
  });

  it('are no abstract of the paper that the page itself is about', async () => {
    const text =
      '# [A Survey of Kites](https://arxiv.org/abs/2601.00001)\n\nThis repository lists the papers of our survey.\n\n## Papers\n\n- [Round Kites](https://arxiv.org/abs/2601.00002)\n';
    const { papers: read, diagnostics } = await readListing(text);
    expect(read.map(({ abstract }) => abstract)).toEqual([null, null]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['unrecognized-line']);
  });
});

it.each([
  ['Folding Kites', `Folding Kites\n${KITES}`],
  ['a title above a broken line', `Folding Kites\nAda Clay â M\narch 7, 2026\n${KITES}`],
  ['a longer title', `What Is a Pond, and Why Does It Matter?\n${PONDS}`.replace('?', '')],
])('reports %s whose line of details is lost', async (_, damaged) => {
  const text = `Wet Ropes\nCy Fox · 2026-01-02 · 5 upvotes\n\n${PONDS}\n\n${damaged}\n\nLone Reeds\nBo Ek · 2026-01-05 · 7 upvotes\n\n${KITES}\n`;
  const { papers: found, diagnostics } = await readListing(text);
  expect(found.map(({ title }) => title)).toEqual(['Wet Ropes', 'Lone Reeds']);
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['damaged-field', 1]]);
});

it('reports the authors of a paper that has lost its title', async () => {
  const paper = (title: string, author: string) =>
    `## [${title}](https://arxiv.org/abs/2601.0123${title.length})\n\n${author} · 5 upvotes\n\n${KITES}\n\n`;
  const text = `${paper('Wet Ropes', 'Cy Fox')}**Authors:** Bo Ek\n\n${paper('Lone Reeds', 'Ada Clay')}`;
  const { papers: found, diagnostics } = await readListing(text);
  expect(found).toMatchObject([{ authors: ['Cy Fox'] }, { authors: ['Ada Clay'] }]);
  expect(diagnostics.map(({ code, line }) => [code, line])).toContainEqual(['unrecognized-line', 7]);
});

it('accounts for items of items below a title that is none', () => {
  // Reading checks that every line is accounted for.
  const { papers: found } = readListingNow('.\n  1. *\n    * a\n\n  Fh\nA Mo,B Ek,2025', 'paper-list');
  expect(found).toEqual([]);
});
