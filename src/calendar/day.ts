import { threeLetters, threeLettersOf } from '../input/ascii.ts';

/** In lower case. */
export const MONTH_NAMES: readonly string[] =
  'january february march april may june july august september october november december'.split(' ');

/** As their names begin, in lower case. */
export const MONTHS: readonly string[] = MONTH_NAMES.map((name) => name.slice(0, 3));

const MONTH_CODES: readonly number[] = MONTHS.map(threeLettersOf);

/** @returns 1–12 for the month whose name begins with the three letters at `at`, whatever their case; 0 where none does */
export function monthAt(bytes: Uint8Array, at: number): number {
  return MONTH_CODES.indexOf(threeLetters(bytes, at)) + 1;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The dates of a listing are few, and making one takes longer than finding it here. */
const isoDates = new Map<number, string>();
const MOST_ISO_DATES = 10_000;

/** A year outside of these is damage, not a date of a paper: the first journals appeared in 1665. */
const FIRST_YEAR = 1600;
const LAST_YEAR = 9999;

export function isInCalendar(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0));
}

/** @returns `YYYY-MM-DD`; null if the calendar has no such day, or no paper can have it */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || !isInCalendar(year, month, day)) return null;
  const key = (year * 12 + month) * 31 + day;
  let date = isoDates.get(key);
  if (date === undefined) {
    date = `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
    if (isoDates.size >= MOST_ISO_DATES) isoDates.clear();
    isoDates.set(key, date);
  }
  return date;
}
