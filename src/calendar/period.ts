import { InvalidValueError } from '../diagnostics/errors.ts';

/** A span of days, both included, each as `YYYY-MM-DD`. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

/** In milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

const NAMED_DAYS: ReadonlyMap<string, string> = new Map([
  ['today', '0d'],
  ['yesterday', '1d'],
]);

const FORMS = 'expected 2024, 2024-03, 2024-03-15, 2024-W09, today, yesterday, or a time ago such as 30d, 2w, 6m, 1y';

/**
 * Parses a period.
 *
 *     2024  2024-03  2024-03-15    the year, month or day
 *     2024-W09                     a week of ISO 8601, Monday to Sunday
 *     today, yesterday
 *     30d  2w  6m  1y              that many days, weeks, months or years before today
 *
 * @param today `YYYY-MM-DD`
 * @throws InvalidValueError if the text has another form or there is no such day
 */
export function parsePeriod(text: string, today: string): Period {
  const named = NAMED_DAYS.get(text.toLowerCase());
  if (named !== undefined) return parsePeriod(named, today);
  const date = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
  if (date !== null) return calendarPeriod(Number(date[1]), optional(date[2]), optional(date[3]));
  const week = /^(\d{4})-?w(\d\d)$/i.exec(text);
  if (week !== null) return weekPeriod(Number(week[1]), Number(week[2]));
  const ago = /^(\d{1,5})([dwmy])$/.exec(text.toLowerCase());
  if (ago === null) throw new InvalidValueError(FORMS);
  const day = daysAgo(Number(ago[1]), ago[2], today);
  return { first: day, last: day };
}

/**
 * Parses a day.
 *
 * @param text `YYYY-MM-DD` or `today`
 * @param today `YYYY-MM-DD`
 * @throws InvalidValueError if there is no such day, or no listing can have been saved on it
 */
export function parseDay(text: string, today: string): string {
  if (!/^(?:[1-9]\d{3}-\d\d-\d\d|today)$/i.test(text))
    throw new InvalidValueError('expected a day, such as 2024-03-15');
  return parsePeriod(text, today).first;
}

/** The day in the local time zone. */
export function localDay(time: Date): string {
  return isoDay(Date.UTC(time.getFullYear(), time.getMonth(), time.getDate()));
}

function optional(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function calendarPeriod(year: number, month: number | null, day: number | null): Period {
  const first = utc(year, month ?? 1, day ?? 1);
  const next = day !== null ? first + DAY : month !== null ? utc(year, month + 1, 1) : utc(year + 1, 1, 1);
  // A day or month that does not exist overflows into the next one.
  if (new Date(first).getUTCMonth() + 1 !== (month ?? 1)) {
    throw new InvalidValueError(day === null ? 'there is no such month' : 'there is no such day');
  }
  return { first: isoDay(first), last: isoDay(next - DAY) };
}

function weekPeriod(year: number, week: number): Period {
  const monday = mondayOfWeek(year, week);
  // The last week contains December 28th.
  if (week < 1 || monday > utc(year, 12, 28)) throw new InvalidValueError('there is no such week');
  return { first: isoDay(monday), last: isoDay(monday + 6 * DAY) };
}

/** Week 1 contains January 4th (ISO 8601). */
export function mondayOfWeek(year: number, week: number): number {
  const fourth = utc(year, 1, 4);
  return fourth + ((week - 1) * 7 - ((new Date(fourth).getUTCDay() + 6) % 7)) * DAY;
}

function daysAgo(count: number, unit: string | undefined, today: string): string {
  const date = new Date(today);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (unit === 'd' || unit === 'w') return isoDay(utc(year, month, day) - count * (unit === 'w' ? 7 : 1) * DAY);
  const months = unit === 'y' ? count * 12 : count;
  // One month before March 31st is the last day of February.
  const lastOfMonth = new Date(utc(year, month - months + 1, 0)).getUTCDate();
  return isoDay(utc(year, month - months, Math.min(day, lastOfMonth)));
}

export function utc(year: number, month: number, day: number): number {
  // Unlike `Date.UTC`, this does not read the year 24 as 1924.
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** Clamps days to the years 0 to 9999, which have four digits. */
export function isoDay(time: number): string {
  if (time < utc(0, 1, 1)) return '0000-01-01';
  return time > utc(9999, 12, 31) ? '9999-12-31' : new Date(time).toISOString().slice(0, 10);
}
