import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/paper/paper.ts';
import { StatisticsCollector } from '../../src/query/statistics.ts';

function paper(keys: Partial<Paper>): Paper {
  return { title: 'A Title', abstract: 'Text.', authorCount: null, date: null, upvotes: null, ...keys };
}

function statistics(papers: readonly Paper[], by: 'day' | 'week' | 'month' | 'year' = 'month') {
  const collector = new StatisticsCollector(by);
  for (const one of papers) collector.push(one);
  return collector.end();
}

const withUpvotes = (...counts: number[]) => counts.map((upvotes) => paper({ upvotes }));

describe('statistics', () => {
  it('are empty without papers', () => {
    expect(statistics([])).toMatchObject({
      papers: 0,
      dates: null,
      periods: [],
      authors: null,
      upvotes: null,
      mostUpvoted: [],
    });
  });

  it('span the days from the oldest paper to the newest', () => {
    const dates = ['2024-03-01', '2023-12-31', null, '2024-02-10'];
    expect(statistics(dates.map((date) => paper({ date }))).dates).toEqual({ first: '2023-12-31', last: '2024-03-01' });
  });

  it('count the papers of each calendar unit in order', () => {
    const dates = ['2024-03-01', '2023-12-31', '2024-03-31', '2024-02-10', null];
    const papers = dates.map((date) => paper({ date }));
    const counts = (by: 'day' | 'week' | 'month' | 'year') =>
      statistics(papers, by).periods.map(({ period, papers }) => [period, papers]);
    expect(counts('month')).toEqual([
      ['2023-12', 1],
      ['2024-02', 1],
      ['2024-03', 2],
    ]);
    expect(counts('year')).toEqual([
      ['2023', 1],
      ['2024', 3],
    ]);
    expect(counts('week')[0]).toEqual(['2023-W52', 1]);
    expect(counts('day')).toHaveLength(4);
  });

  it('count papers with only a year in years', () => {
    const papers = [paper({ date: '2024-03-01' }), paper({ year: 2024 }), paper({ year: 2021 }), paper({})];
    expect(statistics(papers, 'year')).toMatchObject({
      periods: [
        { period: '2021', papers: 1 },
        { period: '2024', papers: 2 },
      ],
      yearOnly: 2,
      missing: { date: 3 },
    });
    expect(statistics(papers, 'month')).toMatchObject({ periods: [{ period: '2024-03', papers: 1 }], yearOnly: 2 });
  });

  it('count the papers of each category, the most frequent first, and those without any', () => {
    const collector = new StatisticsCollector('category');
    for (const categories of [['cs.LG'], ['cs.CL', 'cs.LG'], undefined, ['CS.LG']]) {
      collector.push(paper({ date: '2024-03-01', ...(categories && { categories }) }));
    }
    expect(collector.end()).toMatchObject({
      by: 'category',
      groups: [
        { name: 'cs.LG', papers: 3 },
        { name: 'cs.CL', papers: 1 },
        { name: null, papers: 1 },
      ],
      periods: [{ period: '2024-03', papers: 4 }],
    });
  });

  it('contain the same quartiles as a spreadsheet', () => {
    // QUARTILE.INC of 1, 2, 4, 7, 8, 9, 10, 12 in LibreOffice.
    expect(statistics(withUpvotes(7, 1, 12, 2, 10, 4, 9, 8)).upvotes).toMatchObject({
      papers: 8,
      min: 1,
      lowerQuartile: 3.5,
      median: 7.5,
      upperQuartile: 9.25,
      max: 12,
    });
    expect(statistics(withUpvotes(3)).upvotes).toMatchObject({ min: 3, lowerQuartile: 3, median: 3, max: 3 });
  });

  it('agree with quartiles looked up in the sorted list of all counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 60 }), (counts) => {
        const sorted = counts.toSorted((a, b) => a - b);
        const quartile = (share: number) => {
          const rank = (sorted.length - 1) * share;
          const [low = 0, high = 0] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
          return low + (rank - Math.floor(rank)) * (high - low);
        };
        const { lowerQuartile, median, upperQuartile } = statistics(withUpvotes(...counts)).upvotes ?? {};
        expect([lowerQuartile, median, upperQuartile]).toEqual([quartile(0.25), quartile(0.5), quartile(0.75)]);
      }),
    );
  });

  it('sort counts into bins that double, including empty ones between them', () => {
    expect(statistics(withUpvotes(0, 1, 3, 9, 9)).upvotes?.bins).toEqual([
      { from: 0, to: 0, papers: 1 },
      { from: 1, to: 1, papers: 1 },
      { from: 2, to: 3, papers: 1 },
      { from: 4, to: 7, papers: 0 },
      { from: 8, to: 15, papers: 2 },
    ]);
    expect(statistics(withUpvotes(5)).upvotes?.bins).toEqual([{ from: 4, to: 7, papers: 1 }]);
  });

  it('find a bin for every count that a record can hold', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat(), { minLength: 1, maxLength: 10 }), (counts) => {
        const bins = statistics(withUpvotes(...counts)).upvotes?.bins ?? [];
        for (const { from, to, papers } of bins) {
          expect(papers).toBe(counts.filter((count) => count >= from && count <= to).length);
        }
        expect(bins.reduce((sum, { papers }) => sum + papers, 0)).toBe(counts.length);
        expect([bins[0]?.papers, bins.at(-1)?.papers]).not.toContain(0);
      }),
    );
  });

  it('list the five papers with the most upvotes, the first of equals first', () => {
    const papers = [3, 9, null, 1, 9, 4, 2].map((upvotes, index) =>
      paper({ title: `Paper ${index}`, upvotes, ...(index === 4 ? { id: '2401.00010' } : {}) }),
    );
    expect(statistics(papers).mostUpvoted).toEqual([
      { title: 'Paper 1', date: null, upvotes: 9 },
      { title: 'Paper 4', date: null, upvotes: 9, id: '2401.00010' },
      { title: 'Paper 5', date: null, upvotes: 4 },
      { title: 'Paper 0', date: null, upvotes: 3 },
      { title: 'Paper 6', date: null, upvotes: 2 },
    ]);
  });

  it('list no paper without upvotes as most upvoted', () => {
    const papers = [paper({ upvotes: 0 }), paper({ title: 'Kites', upvotes: 1 }), paper({ upvotes: null })];
    expect(statistics(papers).mostUpvoted.map(({ title }) => title)).toEqual(['Kites']);
  });

  it('count missing values, and 0 is not missing', () => {
    expect(
      statistics([paper({ abstract: null, upvotes: 0, url: 'https://example.org/1' }), paper({ date: '2024-01-01' })])
        .missing,
    ).toEqual({ abstract: 1, authorCount: 2, date: 1, upvotes: 1, id: 2, url: 1 });
  });
});
