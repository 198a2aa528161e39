import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/paper/paper.ts';
import { type GroupKey, groupHeading, groupPapers } from '../../src/query/group.ts';
import { parseOrder } from '../../src/query/order.ts';
import { paper, titles } from './paper.ts';

/** The name of each group and the titles of its papers. */
function groups(papers: readonly Paper[], by: GroupKey, limit?: number): [string | null, string][] {
  return groupPapers(papers, by, limit).map(({ name, papers }) => [name, papers.map(({ title }) => title).join()]);
}

describe('groups of papers', () => {
  it('are sorted by month from newest to oldest, and keep the order of papers', () => {
    const papers = ['2024-05-02', '2023-11-30', '2024-05-20', null].map((date, index) =>
      paper({ title: String(index), date }),
    );
    expect(groups(papers, 'month')).toEqual([
      ['2024-05', '0,2'],
      ['2023-11', '1'],
      [null, '3'],
    ]);
    expect(groups(papers, 'year').map(([name]) => name)).toEqual(['2024', '2023', null]);
    expect(groups(papers, 'week').map(([name]) => name)).toEqual(['2024-W21', '2024-W18', '2023-W48', null]);
  });

  it('put a paper with only a year after the months of that year', () => {
    const papers = [
      paper({ title: 'year', date: null, year: 2024 }),
      paper({ title: 'day', date: '2024-01-05' }),
      paper({ title: 'before', date: '2023-12-05' }),
    ];
    expect(groups(papers, 'month').map(([, titles]) => titles)).toEqual(['day', 'year', 'before']);
    expect(groups(papers, 'year')).toEqual([
      ['2024', 'year,day'],
      ['2023', 'before'],
    ]);
  });

  it('contain the papers of each organization and venue, in any letters, and those without one', () => {
    const papers = [
      paper({ title: 'a', organization: 'Pond Lab', venue: 'Kites' }),
      paper({ title: 'b', organization: 'POND LAB' }),
      paper({ title: 'c', venue: 'Soil' }),
    ];
    expect(groups(papers, 'organization')).toEqual([
      ['Pond Lab', 'a,b'],
      [null, 'c'],
    ]);
    expect(groups(papers, 'venue')).toEqual([
      ['Kites', 'a'],
      ['Soil', 'c'],
      [null, 'b'],
    ]);
  });

  it('contain a paper once for each of its categories or authors, and are sorted by size', () => {
    const papers = [
      paper({ title: 'a', categories: ['cs.LG'], authors: ['Ada Moss'] }),
      paper({ title: 'b', categories: ['cs.CL', 'cs.LG'], authors: ['Ada Moss', 'Bo Wren'] }),
      paper({ title: 'c' }),
    ];
    expect(groups(papers, 'category')).toEqual([
      ['cs.LG', 'a,b'],
      ['cs.CL', 'b'],
      [null, 'c'],
    ]);
    expect(groups(papers, 'author')).toEqual([
      ['Ada Moss', 'a,b'],
      ['Bo Wren', 'b'],
      [null, 'c'],
    ]);
  });

  it('are sorted by announcement from new to replaced', () => {
    const papers = (['replace', 'cross', 'replace', 'new'] as const).map((announceType) => paper({ announceType }));
    expect(groups(papers, 'announceType').map(([name]) => name)).toEqual(['new', 'cross', 'replace']);
  });

  it('combine two spellings of a venue', () => {
    const papers = ['Kite Letters', 'KITE LETTERS'].map((venue) => paper({ venue }));
    expect(groups(papers, 'venue')).toEqual([['Kite Letters', 'A title,A title']]);
  });

  it('have readable headings', () => {
    expect(groupHeading('2024-05', 'month')).toBe('May 2024');
    expect(groupHeading('2024', 'month')).toBe('2024');
    expect(groupHeading(null, 'month')).toBe('No date');
    expect(groupHeading(null, 'announceType')).toBe('No announcement');
    expect(groupHeading('cs.CL', 'category')).toBe('cs.CL');
  });

  it('contain the same papers with a limit whether the others were removed before or not', () => {
    const row = fc.record({ upvotes: fc.nat(9), categories: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.nat(4), (rows, limitBy) => {
        const input = rows.map((values, index) => paper({ ...values, title: String(index) }));
        const order = parseOrder('upvotes');
        const selected = titles({ order, by: 'category', limitBy }, input);
        const whole = titles({ order }, input).map((title) => input[Number(title)] as Paper);
        const expected = groups(whole, 'category', limitBy).filter(([, titles]) => titles !== '');
        const found = groups(
          selected.map((title) => input[Number(title)] as Paper),
          'category',
          limitBy,
        );
        expect(new Map(found)).toEqual(new Map(expected));
      }),
    );
  });
});
