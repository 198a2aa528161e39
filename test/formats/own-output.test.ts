import { describe, expect, it } from 'vitest';
import { formatPapers } from '../../src/index.ts';
import { paperKeys } from '../../src/paper/keys.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { readListing } from '../read-listing.ts';

const papers: Paper[] = [
  {
    title: 'Folding Kites in Low-Rank Wind',
    abstract: 'Kites that fold have long been thought of as toys. We show that they fly.',
    authorCount: 2,
    date: '2026-03-15',
    upvotes: 41,
    commentCount: 2,
    id: '2603.08123',
    url: 'https://arxiv.org/abs/2603.08123',
    authors: ['Ada Clay', 'Bo Ek'],
    githubUrl: 'https://github.com/toys/kites',
    githubStars: 1024,
    categories: ['cs.CL'],
  },
  {
    title: 'What Is a Pond? A Survey',
    abstract: 'Ponds are everywhere, and nobody knows what they are.',
    authorCount: 1,
    date: '2026-02-05',
    upvotes: 3,
    id: '2602.01234',
    url: 'https://arxiv.org/abs/2602.01234',
    authors: ['Cy Fox'],
  },
];

const read = async (text: string) => (await readListing(text)).papers;

describe('the papers that offprint prints', () => {
  it.each([
    ['json', {}],
    ['ndjson', {}],
    ['csv', { columns: paperKeys }],
    ['tsv', { columns: paperKeys }],
    ['html', {}],
  ] as const)('come back from %s', async (format, options) => {
    expect(await read(await formatPapers(papers, format, options))).toEqual(papers);
  });

  it.each(['bibtex', 'ris', 'csl-json', 'markdown', 'list'] as const)(
    'come back from %s without counts',
    async (format) => {
      const known = papers.map(({ title, abstract, authorCount, date, id, url, authors }) => ({
        title,
        abstract,
        authorCount,
        date,
        id,
        url,
        authors,
      }));
      expect(await read(await formatPapers(papers, format))).toMatchObject(known);
    },
  );

  it('come back from a table with the names that it shows', async () => {
    const [first, ...others] = papers;
    const authors = ['Ada Clay', 'Bo Ek', 'Cy Fox', 'Dee Gill', 'Eve Holm'];
    const table = await formatPapers([{ ...first, authors, authorCount: 5 } as Paper, ...others], 'table');
    expect(await read(table)).toMatchObject([
      { title: papers[0]?.title, date: '2026-03-15', authorCount: 5, authors: ['Ada Clay', 'Bo Ek', 'Cy Fox'] },
      { title: papers[1]?.title, date: '2026-02-05', authorCount: 1, authors: ['Cy Fox'] },
    ]);
  });

  it('keep an author with a comma in a cell', async () => {
    const [first] = papers;
    const paper = { ...first, authors: ['Kite Collaboration, Part Two'] } as Paper;
    expect(await read(await formatPapers([paper], 'csv', { columns: paperKeys }))).toEqual([paper]);
  });
});
