import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupedOrder, parseOrder } from '../../src/query/order.ts';
import { paper, select, titles } from './paper.ts';

const papers = [
  paper({ title: 'undated', date: null, upvotes: 900 }),
  paper({ title: 'old and loved', date: '2024-01-01', upvotes: 300 }),
  paper({ title: 'last week', date: '2024-06-03', upvotes: 80 }),
  paper({ title: 'uncounted', date: '2024-06-10', upvotes: null }),
  paper({ title: 'today', date: '2024-06-10', upvotes: 10 }),
];

describe('the order by trending', () => {
  it('weighs upvotes against the days since the newest paper; without date or upvotes a paper comes last', () => {
    // 11 / 2^1.5 = 3.89; 81 / 9^1.5 = 3; 301 / 163^1.5 = 0.14
    expect(titles({ order: parseOrder('trending') }, papers)).toEqual([
      'today',
      'last week',
      'old and loved',
      'undated',
      'uncounted',
    ]);
  });

  it('counts the days to the day that is told', () => {
    // A month later: 11 / 32^1.5 = 0.061; 81 / 39^1.5 = 0.333; 301 / 193^1.5 = 0.112
    expect(titles({ order: parseOrder('trending'), asOf: '2024-07-10' }, papers).slice(0, 3)).toEqual([
      'last week',
      'old and loved',
      'today',
    ]);
    // What came out after that day is as new as can be: 81 / 2^1.5 = 28.6; 11 / 2^1.5; 301 / 106^1.5 = 0.28
    expect(titles({ order: parseOrder('trending'), asOf: '2024-04-14' }, papers).slice(0, 3)).toEqual([
      'last week',
      'today',
      'old and loved',
    ]);
  });

  it('takes the newest of the papers that are selected', () => {
    const selected = select({ order: parseOrder('trending'), until: '2024-06-09', limit: 1 }, papers);
    // 81 / 2^1.5 = 28.6; 301 / 156^1.5 = 0.15
    expect(selected.map(({ title }) => title)).toEqual(['last week']);
  });

  it('goes upward where asked for, and with other keys', () => {
    expect(titles({ order: parseOrder('+trending') }, papers).slice(0, 2)).toEqual(['old and loved', 'last week']);
    expect(titles({ order: parseOrder('trending,title') }, papers).slice(3)).toEqual(['uncounted', 'undated']);
  });
});

describe('an order by groups', () => {
  it('puts the newest month first and undated papers last, and sorts within', () => {
    const order = groupedOrder('month', parseOrder('upvotes'));
    expect(titles({ order }, papers)).toEqual(['last week', 'today', 'uncounted', 'old and loved', 'undated']);
  });

  it('sorts by date within where no order is named', () => {
    const days = ['2024-06-03', '2024-06-20', null, '2024-07-01', '2024-06-11'];
    const input = days.map((date) => paper({ title: date ?? 'none', date }));
    expect(titles({ order: groupedOrder('month') }, input)).toEqual([
      '2024-07-01',
      '2024-06-20',
      '2024-06-11',
      '2024-06-03',
      'none',
    ]);
  });

  it('with a limit gives the beginning of the whole', () => {
    const row = fc.record({
      upvotes: fc.option(fc.nat(5)),
      date: fc.option(fc.constantFrom('2024-01-01', '2024-01-02', '2023-12-31', '2023-12-30')),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.nat(10), (rows, limit) => {
        const input = rows.map((told, index) => paper({ ...told, abstract: String(index) }));
        const order = groupedOrder('week', parseOrder('trending'));
        expect(select({ order, limit }, input)).toEqual(select({ order }, input).slice(0, limit));
      }),
    );
  });
});
