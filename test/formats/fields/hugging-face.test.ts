import { describe, expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

const isFault = ({ severity }: { severity: string }) => severity !== 'info';

async function read(value: unknown) {
  const reading = await readListing(typeof value === 'string' ? value : JSON.stringify(value));
  return { ...reading, diagnostics: reading.diagnostics.filter(isFault) };
}
const entry = (id: string, keys: object = {}) => ({ paper: { id, title: `Paper ${id}`, ...keys }, numComments: 1 });

describe('responses of the API', () => {
  it.each([
    ['an array', [entry('2601.00001')]],
    ['one object', entry('2601.00001')],
    ['an object around the array', { dailyPapers: [entry('2601.00001')], next: null }],
    [
      'an object around papers that nothing is around',
      { papers: [{ id: '2601.00001', title: 'Paper 2601.00001', summary: '', comments: 1 }] },
    ],
  ])('reads %s', async (_name, answer) => {
    const { format, papers } = await read(answer);
    expect(format).toBe('json');
    expect(papers).toEqual([
      {
        title: 'Paper 2601.00001',
        abstract: null,
        authorCount: null,
        date: null,
        upvotes: null,
        commentCount: 1,
        id: '2601.00001',
        url: 'https://huggingface.co/papers/2601.00001',
      },
    ]);
  });

  it.each([
    ['2026-01-31T23:59:59.999Z', '2026-01-31'],
    ['2026-01-31T23:30:00-01:00', '2026-02-01'],
    ['2026-01-31 23:30:00+00:00', '2026-01-31'],
    ['2026-01-31T23:30:00', '2026-01-31'],
    ['2024-02-29', '2024-02-29'],
  ])('takes the day of %s in UTC', async (publishedAt, date) => {
    const { papers, diagnostics } = await read([entry('2601.00001', { publishedAt })]);
    expect(papers[0]?.date).toBe(date);
    expect(diagnostics).toEqual([]);
  });

  it.each(['2023-02-30T00:00:00Z', 'yesterday', '2023-13-01', '2023-01-01T25:00:00Z'])(
    'sets the date %s to null, and reports it',
    async (publishedAt) => {
      const { papers, diagnostics } = await read([entry('2601.00001', { publishedAt })]);
      expect(papers[0]?.date).toBe(null);
      expect(diagnostics).toMatchObject([{ code: 'bad-date', line: 1 }]);
    },
  );

  it.each([-1, 1.5, '12 points', true])('sets %o upvotes to null, and reports it', async (upvotes) => {
    const { papers, diagnostics } = await read([entry('2601.00001', { upvotes })]);
    expect(papers[0]?.upvotes).toBe(null);
    expect(diagnostics).toMatchObject([{ code: 'bad-number', line: 1 }]);
  });

  it('takes the date of the entry if the paper has none', async () => {
    const { papers } = await read([{ ...entry('2601.00001'), publishedAt: '2026-01-02T00:00:00.000Z' }]);
    expect(papers[0]?.date).toBe('2026-01-02');
  });

  it('skips and reports an entry without a title', async () => {
    const { papers, diagnostics, lines } = await read(
      '[\n{"paper":{"id":"2601.00001"}},\n{"paper":{"id":"2601.00002","title":"T"}}\n]',
    );
    expect(papers.map(({ id }) => id)).toEqual(['2601.00002']);
    expect(diagnostics).toMatchObject([{ code: 'missing-title', line: 2 }]);
    expect(lines).toMatchObject({ paper: 1, boilerplate: 2, unrecognized: 1 });
  });
});

describe('damaged responses of the API', () => {
  const entries = ['2601.00001', '2601.00002', '2601.00003'].map((id) => JSON.stringify(entry(id)));

  it('keeps the entries before the end of a truncated file', async () => {
    const text = `[${entries.join(',')}]`;
    const { papers, diagnostics } = await read(text.slice(0, text.indexOf('00003')));
    expect(papers.map(({ id }) => id)).toEqual(['2601.00001', '2601.00002']);
    expect(diagnostics).toMatchObject([{ code: 'invalid-json', line: 1, column: text.indexOf('00003') + 1 }]);
  });

  it('keeps the paper of an entry that is cut off after it', async () => {
    const text = `[${entries.join(',')}]`;
    const { papers } = await read(text.slice(0, text.lastIndexOf(',"numComments"')));
    expect(papers.map(({ id, commentCount }) => [id, commentCount])).toEqual([
      ['2601.00001', 1],
      ['2601.00002', 1],
      ['2601.00003', undefined],
    ]);
  });

  it('loses only the damaged entry, and counts its lines as unrecognized', async () => {
    const [first, second, third] = entries;
    const damaged = second?.replace('"title":', '"title"\n') ?? '';
    const { papers, diagnostics, lines } = await read(`[\n${first},\n${damaged},\n${third}\n]\n`);
    expect(papers.map(({ id }) => id)).toEqual(['2601.00001', '2601.00003']);
    expect(diagnostics).toMatchObject([{ code: 'invalid-json', line: 4, column: 1 }]);
    expect(lines).toEqual({ total: 6, blank: 0, paper: 2, boilerplate: 2, unrecognized: 2 });
  });
});
