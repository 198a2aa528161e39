import { expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/day.ts';

it.each([
  [2024, 2, 29, '2024-02-29'],
  [2023, 2, 29, null],
  [1905, 6, 30, '1905-06-30'],
  [2199, 12, 31, '2199-12-31'],
  [9999, 12, 31, null],
  [99, 6, 7, null],
  [0, 1, 1, null],
  [10_000, 1, 1, null],
])('formats year %i, month %i, day %i of a paper as %s', (year, month, day, date) => {
  expect(isoDate(year, month, day)).toBe(date);
});
