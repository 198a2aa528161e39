import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay, parseDay, parsePeriod } from '../../src/calendar/period.ts';
import { InvalidValueError } from '../../src/diagnostics/errors.ts';

const TODAY = '2026-03-31';
const period = (text: string) => {
  const { first, last } = parsePeriod(text, TODAY);
  return `${first} ${last}`;
};

describe('parsePeriod', () => {
  it.each([
    ['2024', '2024-01-01 2024-12-31'],
    ['2024-02', '2024-02-01 2024-02-29'],
    ['2023-02', '2023-02-01 2023-02-28'],
    ['2024-12', '2024-12-01 2024-12-31'],
    ['2024-02-29', '2024-02-29 2024-02-29'],
    ['0024', '0024-01-01 0024-12-31'],
    ['today', '2026-03-31 2026-03-31'],
    ['Yesterday', '2026-03-30 2026-03-30'],
  ])('reads %s as a year, month or day of the calendar', (text, expected) => {
    expect(period(text)).toBe(expected);
  });

  // Examples of ISO 8601 for weeks at the turn of the year.
  it.each([
    ['2024-W09', '2024-02-26 2024-03-03'],
    ['2009-W01', '2008-12-29 2009-01-04'],
    ['2009-W53', '2009-12-28 2010-01-03'],
    ['2020-w53', '2020-12-28 2021-01-03'],
    ['2021-W01', '2021-01-04 2021-01-10'],
    ['9999-W52', '9999-12-27 9999-12-31'],
  ])('reads %s as a week from Monday to Sunday', (text, expected) => {
    expect(period(text)).toBe(expected);
  });

  it.each([
    ['0d', '2026-03-31'],
    ['31d', '2026-02-28'],
    ['2w', '2026-03-17'],
    ['1m', '2026-02-28'],
    ['25m', '2024-02-29'],
    ['2Y', '2024-03-31'],
    ['99999y', '0000-01-01'],
  ])('reads %s as a day that long before today', (text, day) => {
    expect(period(text)).toBe(`${day} ${day}`);
  });

  it.each([
    ['2024-02-30', 'there is no such day'],
    ['2023-02-29', 'there is no such day'],
    ['2024-04-31', 'there is no such day'],
    ['2024-01-00', 'there is no such day'],
    ['2024-13', 'there is no such month'],
    ['2024-00', 'there is no such month'],
    ['2024-00-10', 'there is no such day'],
    ['2024-W00', 'there is no such week'],
    ['2024-W53', 'there is no such week'],
    ['24', 'expected 2024'],
    ['2024-3-5', 'expected 2024'],
    ['-30d', 'expected 2024'],
    ['march', 'expected 2024'],
    // A property of every JavaScript object.
    ['constructor', 'expected 2024'],
    ['', 'expected 2024'],
  ])('rejects %s', (text, reason) => {
    expect(() => parsePeriod(text, TODAY)).toThrow(InvalidValueError);
    expect(() => parsePeriod(text, TODAY)).toThrow(reason);
  });

  it('accepts every existing day as a period of that day, and no other day', () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2999 }), part(13), part(32), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        const time = Date.parse(`${text}T00:00:00Z`);
        if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text))
          expect(period(text)).toBe(`${text} ${text}`);
        else expect(() => period(text)).toThrow(InvalidValueError);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parseDay', () => {
  it('accepts one day of the calendar or today, and nothing longer', () => {
    expect(parseDay('2024-05-06', TODAY)).toBe('2024-05-06');
    expect(parseDay('today', TODAY)).toBe(TODAY);
    expect(() => parseDay('2024-05', TODAY)).toThrow(InvalidValueError);
    expect(() => parseDay('0001-01-01', TODAY)).toThrow(InvalidValueError);
    expect(() => parseDay('2024-02-30', TODAY)).toThrow(InvalidValueError);
  });

  it('takes today from the local clock, not from Greenwich', () => {
    expect(localDay(new Date(2024, 4, 6, 0, 30))).toBe('2024-05-06');
    expect(localDay(new Date(2024, 4, 6, 23, 30))).toBe('2024-05-06');
  });
});
