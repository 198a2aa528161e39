import { describe, expect, it } from 'vitest';
import { parseOrder } from '../../src/query/order.ts';
import { paper, select, titles } from './paper.ts';

const papers = [
  paper({ title: 'undated', date: null, upvotes: 900 }),
  paper({ title: 'old and loved', date: '2024-01-01', upvotes: 300 }),
  paper({ title: 'last week', date: '2024-06-03', upvotes: 80 }),
  paper({ title: 'uncounted', date: '2024-06-10', upvotes: null }),
  paper({ title: 'today', date: '2024-06-10', upvotes: 10 }),
];

describe('the order by trending', () => {
  it('weighs upvotes against the days since the newest paper, and puts papers without date or upvotes last', () => {
    // 11 / 2^1.5 = 3.89; 81 / 9^1.5 = 3; 301 / 163^1.5 = 0.14
    expect(titles({ order: parseOrder('trending') }, papers)).toEqual([
      'today',
      'last week',
      'old and loved',
      'undated',
      'uncounted',
    ]);
  });

  it('counts the days up to a given day', () => {
    // A month later: 11 / 32^1.5 = 0.061; 81 / 39^1.5 = 0.333; 301 / 193^1.5 = 0.112
    expect(titles({ order: parseOrder('trending'), asOf: '2024-07-10' }, papers).slice(0, 3)).toEqual([
      'last week',
      'old and loved',
      'today',
    ]);
    // Papers dated after that day count as of that day: 81 / 2^1.5 = 28.6; 11 / 2^1.5; 301 / 106^1.5 = 0.28
    expect(titles({ order: parseOrder('trending'), asOf: '2024-04-14' }, papers).slice(0, 3)).toEqual([
      'last week',
      'today',
      'old and loved',
    ]);
  });

  it('counts the days up to the newest selected paper', () => {
    const selected = select({ order: parseOrder('trending'), until: '2024-06-09', limit: 1 }, papers);
    // 81 / 2^1.5 = 28.6; 301 / 156^1.5 = 0.15
    expect(selected.map(({ title }) => title)).toEqual(['last week']);
  });

  it('can be ascending, and combined with other keys', () => {
    expect(titles({ order: parseOrder('+trending') }, papers).slice(0, 2)).toEqual(['old and loved', 'last week']);
    expect(titles({ order: parseOrder('trending,title') }, papers).slice(3)).toEqual(['uncounted', 'undated']);
  });
});
