import { DAY, isoDay, utc } from './period.ts';

/** Calendar units that papers can be grouped by. */
export const calendarUnits = ['day', 'week', 'month', 'year'] as const;

export type CalendarUnit = (typeof calendarUnits)[number];

interface Unit {
  /** Number of the unit that contains a day; consecutive units have consecutive numbers. */
  readonly numberOf: (year: number, month: number, day: number) => number;
  /** A name that sorts chronologically. */
  readonly nameOf: (number: number) => string;
}

const units: Record<CalendarUnit, Unit> = {
  day: {
    numberOf: (year, month, day) => utc(year, month, day) / DAY,
    nameOf: (number) => isoDay(number * DAY),
  },
  // Day 0, 1970-01-01, is a Thursday; so is the day 7 × n, and a week belongs to the year of its Thursday (ISO 8601).
  week: {
    numberOf: (year, month, day) => Math.floor((utc(year, month, day) / DAY + 3) / 7),
    nameOf: (number) => {
      const thursday = isoDay(number * 7 * DAY);
      const dayOfYear = number * 7 - utc(Number(thursday.slice(0, 4)), 1, 1) / DAY;
      return `${thursday.slice(0, 4)}-W${twoDigits(Math.floor(dayOfYear / 7) + 1)}`;
    },
  },
  month: {
    numberOf: (year, month) => year * 12 + month - 1,
    nameOf: (number) => `${fourDigits(Math.floor(number / 12))}-${twoDigits((number % 12) + 1)}`,
  },
  year: { numberOf: (year) => year, nameOf: fourDigits },
};

/**
 * @param date `YYYY-MM-DD`
 * @returns the number of the unit that contains it; consecutive units have consecutive numbers
 */
export function unitNumber(date: string, unit: CalendarUnit): number {
  return units[unit].numberOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));
}

/** `2026-10-04`, `2026-W40`, `2026-10` or `2026` */
export function unitName(number: number, unit: CalendarUnit): string {
  return units[unit].nameOf(number);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function fourDigits(number: number): string {
  return String(number).padStart(4, '0');
}
