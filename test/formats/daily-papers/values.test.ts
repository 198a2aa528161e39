import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src/calendar/day.ts';
import { DAY, printedDay } from '../../../src/formats/daily-papers/values.ts';
import { parseCount } from '../../../src/text/printed-count.ts';

describe('counts', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['1,024', 1024],
    ['12,345,678', 12345678],
    ['11.3k', 11300],
    ['1.32k', 1320],
    ['110K', 110000],
    ['1.2M', 1200000],
  ])('reads %s as %i', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });

  it.each([
    '',
    '-',
    '12 points',
    '12points',
    '1.5',
    '1,02',
    '1,0245',
    ',024',
    '-3',
    '1e3',
    '0x10',
    '12k+',
    '1'.repeat(16),
  ])('reads a count completely or not at all: %j', (text) => {
    expect(parseCount(text)).toBeNull();
  });
});

describe('printed days', () => {
  const read = (text: string) => {
    DAY.lastIndex = 0;
    const match = DAY.exec(text);
    return match === null ? null : printedDay(match);
  };

  it.each([
    ['Mar 25, 2024', { year: 2024, month: 3, day: 25 }],
    ['Jan 30', { year: null, month: 1, day: 30 }],
    ['Sept. 3, 2023', { year: 2023, month: 9, day: 3 }],
    ['June 1', { year: null, month: 6, day: 1 }],
    ['December 24, 1999', { year: 1999, month: 12, day: 24 }],
    ['Published on Oct 4, 2026', { year: 2026, month: 10, day: 4 }],
    ['May 8 2024', { year: 2024, month: 5, day: 8 }],
    ['May 8 12', { year: null, month: 5, day: 8 }],
    ['May 8 1950', { year: null, month: 5, day: 8 }],
  ])('reads the day %s', (text, day) => {
    expect(read(text)).toEqual(day);
  });

  it.each(['Marble 3', 'May', 'May 123', 'May 8.5', 'May 10:30', '8 May', 'Mayonnaise 3'])(
    'finds no day in %j',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});

describe('days of the calendar', () => {
  it('formats days as ISO 8601', () => {
    expect(isoDate(2024, 2, 29)).toBe('2024-02-29');
    expect(isoDate(2000, 2, 29)).toBe('2000-02-29');
    expect(isoDate(2026, 12, 31)).toBe('2026-12-31');
  });

  it('rejects days that do not exist', () => {
    for (const [year, month, day] of [
      [2023, 2, 29],
      [1900, 2, 29],
      [2024, 4, 31],
      [2024, 1, 0],
      [2024, 13, 1],
    ] as const)
      expect(isoDate(year, month, day)).toBeNull();
  });
});
