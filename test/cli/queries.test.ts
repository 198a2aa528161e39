import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { offprint } from './run.ts';

const folder = fileURLToPath(new URL('../../../shared/listings/huggingface/', import.meta.url));

interface Expected {
  title: string;
  abstract: string | null;
  authorCount: number | null;
  date: string | null;
  upvotes: number | null;
}

type Test = (paper: Expected) => boolean;

const text = (paper: Expected) => `${paper.title}\n${paper.abstract}`;
const lower = (paper: Expected) => text(paper).toLowerCase();
const within = (paper: Expected, since: string, until: string) =>
  paper.date !== null && paper.date >= since && paper.date <= until;

/** Queries, each with the same condition in plain code. */
const queries: [args: string[], wanted: Test][] = [
  [['grep', 'lora'], (paper) => lower(paper).includes('lora')],
  [['grep', '-s', 'LoRA'], (paper) => text(paper).includes('LoRA')],
  [
    ['grep', '-w', 'adapt'],
    (paper) =>
      lower(paper)
        .split(/[^a-z0-9_]+/)
        .includes('adapt'),
  ],
  [['grep', '-v', 'language model'], (paper) => !lower(paper).includes('language model')],
  [
    ['grep', '-E', 'low[- ]rank|fine-?tun'],
    (paper) => ['low-rank', 'low rank', 'finetun', 'fine-tun'].some((part) => lower(paper).includes(part)),
  ],
  [
    ['grep', '-e', 'benchmark', '-e', 'dataset'],
    (paper) => lower(paper).includes('benchmark') || lower(paper).includes('dataset'),
  ],
  [
    ['grep', '--all', '-e', 'benchmark', '-e', 'dataset'],
    (paper) => lower(paper).includes('benchmark') && lower(paper).includes('dataset'),
  ],
  [['grep', '--in', 'title', 'model'], (paper) => paper.title.toLowerCase().includes('model')],
  [['grep', '--in', 'abstract', 'we propose'], (paper) => (paper.abstract ?? '').toLowerCase().includes('we propose')],
  [
    ['grep', 'adaptation', '--since', '2024-01', '--until', '2024-06'],
    (paper) => lower(paper).includes('adaptation') && within(paper, '2024-01-01', '2024-06-30'),
  ],
  [['--since', '2025'], (paper) => within(paper, '2025-01-01', '9999')],
  [['--until', '2023'], (paper) => within(paper, '0000', '2023-12-31')],
  [['--since', '2024-W10', '--until', '2024-W30'], (paper) => within(paper, '2024-03-04', '2024-07-28')],
  [['--since', '2024-03-06', '--until', '2024-03-06'], (paper) => paper.date === '2024-03-06'],
  [['--min-upvotes', '10'], (paper) => paper.upvotes !== null && paper.upvotes >= 10],
  [['--max-upvotes', '0'], (paper) => paper.upvotes === 0],
  [
    ['--min-authors', '5', '--max-authors', '7'],
    (paper) => paper.authorCount !== null && paper.authorCount >= 5 && paper.authorCount <= 7,
  ],
  [
    ['--max-authors', '1', '--since', '2023'],
    (paper) => paper.authorCount !== null && paper.authorCount <= 1 && within(paper, '2023-01-01', '9999'),
  ],
];

/** The same conditions in the syntax of `--where`, and others that only it can express. */
const whereQueries: [query: string, wanted: Test][] = [
  ['lora', (paper) => lower(paper).includes('lora')],
  ['lora -vision', (paper) => lower(paper).includes('lora') && !lower(paper).includes('vision')],
  ['benchmark OR dataset', (paper) => lower(paper).includes('benchmark') || lower(paper).includes('dataset')],
  [
    '(benchmark OR dataset) NOT "language model"',
    (paper) => /benchmark|dataset/.test(lower(paper)) && !lower(paper).includes('language model'),
  ],
  ['title:model', (paper) => paper.title.toLowerCase().includes('model')],
  [
    'title:(model OR adapt) abstract:"we propose"',
    (paper) => /model|adapt/i.test(paper.title) && /we propose/i.test(paper.abstract ?? ''),
  ],
  ['adapt*', (paper) => /(?<![a-z0-9])adapt/.test(lower(paper))],
  ['upvotes:>=10', (paper) => paper.upvotes !== null && paper.upvotes >= 10],
  ['upvotes:[5 TO 20}', (paper) => paper.upvotes !== null && paper.upvotes >= 5 && paper.upvotes < 20],
  ['date:[2024-03 TO 2024-06]', (paper) => within(paper, '2024-03-01', '2024-06-30')],
  ['date:>2024', (paper) => within(paper, '2025-01-01', '9999')],
  ['year:2023 -date:2023-12', (paper) => within(paper, '2023-01-01', '2023-11-30')],
  [
    'date:2024 authorCount:5..7 -upvotes:0',
    (paper) =>
      within(paper, '2024-01-01', '2024-12-31') &&
      paper.authorCount !== null &&
      paper.authorCount >= 5 &&
      paper.authorCount <= 7 &&
      paper.upvotes !== 0,
  ],
];

/** Compares numbers or texts in descending or ascending order, with missing values last. */
function ordered(papers: Expected[], key: keyof Expected, isDownward: boolean): Expected[] {
  const rest = papers.filter((paper) => paper[key] === null);
  const values = [...new Set(papers.map((paper) => paper[key]).filter((value) => value !== null))];
  values.sort((a, b) => (a < b ? -1 : 1));
  if (isDownward) values.reverse();
  return [...values.flatMap((value) => papers.filter((paper) => paper[key] === value)), ...rest];
}

const orders: [args: string[], answer: (papers: Expected[]) => Expected[]][] = [
  [['--sort', 'upvotes', '--limit', '10'], (papers) => ordered(papers, 'upvotes', true).slice(0, 10)],
  [['--sort', 'date'], (papers) => ordered(papers, 'date', true)],
  [['--sort', '+date', '--limit', '3'], (papers) => ordered(papers, 'date', false).slice(0, 3)],
  [['--sort', '-authorCount,date'], (papers) => ordered(ordered(papers, 'date', true), 'authorCount', true)],
  [['--limit', '7'], (papers) => papers.slice(0, 7)],
];

describe.skipIf(!existsSync(folder))('queries of a real listing', () => {
  const listing = `${folder}search-plain.txt`;
  const known = existsSync(folder)
    ? (JSON.parse(readFileSync(`${folder}search-plain.expected.json`, 'utf8')) as Expected[])
    : [];
  const titles = (papers: Expected[]) => papers.map(({ title }) => title);
  const answer = (args: string[]) => {
    const { stdout, status } = offprint([...args, listing, '-q']);
    return { titles: titles(JSON.parse(stdout)), status };
  };

  it.each(queries)('selects the same papers for %j as plain code', (args, wanted) => {
    const expected = titles(known.filter(wanted));
    // A query that matches everything or nothing would test little.
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(known.length);
    expect(answer(args)).toEqual({ titles: expected, status: 0 });
  });

  it.each(whereQueries)('selects the same papers for --where %s as plain code', (query, wanted) => {
    const expected = titles(known.filter(wanted));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(known.length);
    expect(answer(['--where', query])).toEqual({ titles: expected, status: 0 });
  });

  it('prints the two most upvoted papers of each month, as plain code finds them', () => {
    const sorted = ordered(known, 'upvotes', true);
    const months = [...new Set(known.map(({ date }) => (date ?? '').slice(0, 7)))].sort().reverse();
    const expected = months.flatMap((month) =>
      sorted.filter(({ date }) => (date ?? '').slice(0, 7) === month).slice(0, 2),
    );
    expect(answer(['--by', 'month', '--sort', 'upvotes', '--limit-by', '2'])).toEqual({
      titles: titles(expected),
      status: 0,
    });
  });

  it.each(queries.filter(([[command]]) => command === 'grep'))('counts the papers for %j with -c', (args, wanted) => {
    expect(offprint([...args, '-c', listing]).stdout).toBe(`${known.filter(wanted).length}\n`);
  });

  it.each(orders)('orders the papers for %j like plain code', (args, expected) => {
    expect(answer(args)).toEqual({ titles: titles(expected(known)), status: 0 });
  });

  it('prints CSV that other programs read as the same records', async () => {
    const { parse } = await import('csv-parse/sync');
    const rows = parse(offprint([listing, '-f', 'csv', '-q']).stdout, { columns: true }) as Record<string, string>[];
    expect(rows).toEqual(
      known.map(({ title, abstract, authorCount, date, upvotes }) => ({
        title,
        abstract: abstract ?? '',
        authorCount: String(authorCount ?? ''),
        date: date ?? '',
        upvotes: String(upvotes ?? ''),
      })),
    );
  });
});
