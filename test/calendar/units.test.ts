import { describe, expect, it } from 'vitest';
import { type CalendarUnit, calendarUnits, unitName, unitNumber } from '../../src/calendar/units.ts';

const name = (date: string, unit: CalendarUnit) => unitName(unitNumber(date, unit), unit);

describe('calendar units', () => {
  it.each([
    ['2026-10-04', 'day', '2026-10-04'],
    ['2026-10-04', 'week', '2026-W40'],
    ['2026-10-05', 'week', '2026-W41'],
    ['2026-10-04', 'month', '2026-10'],
    ['2026-10-04', 'year', '2026'],
    ['1969-12-31', 'week', '1970-W01'],
    ['1968-02-29', 'day', '1968-02-29'],
    ['0024-01-09', 'month', '0024-01'],
  ] as const)('names the unit of %s by %s %s', (date, unit, expected) => {
    expect(name(date, unit)).toBe(expected);
  });

  it.each([
    // Difficult cases of ISO 8601: the first and last days of a year in a week of another year.
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-30', '2025-W01'],
    ['2023-01-01', '2022-W52'],
    ['2026-12-31', '2026-W53'],
  ])('puts %s into the week %s', (date, week) => {
    expect(name(date, 'week')).toBe(week);
  });

  it('numbers consecutive units consecutively, on every day of six years', () => {
    for (const unit of calendarUnits) {
      let before = unitNumber('2018-12-31', unit);
      for (let time = Date.UTC(2019, 0, 1); time < Date.UTC(2025, 0, 1); time += 86_400_000) {
        const date = new Date(time).toISOString().slice(0, 10);
        const number = unitNumber(date, unit);
        expect([0, 1]).toContain(number - before);
        expect(name(date, unit) !== unitName(before, unit)).toBe(number === before + 1);
        before = number;
      }
    }
  });
});
