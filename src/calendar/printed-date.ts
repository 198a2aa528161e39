import { isoDate, isPaperYear, monthNumber } from './day.ts';
import { withEnglishMonth } from './translated-months.ts';

/** A parsed date; `numeric` is resolved by other dates of the same column, see {@link numericDate}. */
export type PrintedDate =
  | { readonly kind: 'day'; readonly date: string }
  /** Year alone, or year and month. */
  | { readonly kind: 'year'; readonly year: number }
  | NumericDate;

/** `6/5/2024` or `05.06.2024`: day and month in either order. */
export interface NumericDate {
  readonly kind: 'numeric';
  readonly first: number;
  readonly second: number;
  readonly year: number;
  readonly separator: string;
}

export type DateOrder = 'day-first' | 'month-first';

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const SEASON = '(?:spr(?:ing)?|sum(?:mer)?|aut(?:umn)?|fall?|win(?:ter)?|(?:first|second|third|fourth) quarter|q[1-4])';
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,? )?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
//     T18:30:00.000Z     18:30:00+00:00     18:30 GMT     , 6:30 PM     at 18:30 (UTC)
const TIME =
  '(?:,? ?(?:t|at )?\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?(?: ?[ap]m)?(?: ?(?:z|utc|[a-z]{2,5}|[+-]\\d\\d(?::?\\d\\d)?|gmt[+-]\\d{1,2}(?::?\\d\\d)?))?(?: \\(.{1,40}\\))?|z|[+-]\\d\\d:\\d\\d)?';

/** The parts of a match: year, month (digits or a name) and day, each omitted if the form has none. */
interface Parts {
  readonly year: string | undefined;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

interface Form {
  readonly pattern: RegExp;
  readonly parts: (match: RegExpExecArray) => Parts;
}

const form = (pattern: string, parts: Form['parts']): Form => ({ pattern: new RegExp(`^${pattern}$`, 'i'), parts });

const FORMS: readonly Form[] = [
  // 2024-06-05T18:30:00Z     2024/6/5     2024.06.05     2024:06:05 18:30:00
  form(`(\\d{4})([-/.:])(\\d{1,2})\\2(\\d{1,2})${TIME}`, ([, year, , month, day]) => ({ year, month, day })),
  // 20240605     20240605183000     20240605T183000Z
  form('(\\d{4})(\\d\\d)(\\d\\d)(?:t?\\d{4}(?:\\d\\d)?z?)?', ([, year, month, day]) => ({ year, month, day })),
  // 2024年6月5日     2024年6月5日 星期三 18:30     2024년 6월 5일
  form(
    `(\\d{4}) ?[年년] ?(\\d{1,2}) ?[月월](?: ?(\\d{1,2}) ?[日일](?: ?(?:星期|[周週]).)?${TIME})?`,
    ([, year, month, day]) => ({ year, month, day }),
  ),
  // Wed, 5 Jun 2024 18:30:00 +0000     5. June 2024     05-Jun-2024     5th of June, 2024
  form(`${WEEKDAY}${DAY}(?:\\. ?|[ -/]| of )${MONTH}\\.?(?:, ?|[ -/])(\\d{4})${TIME}`, ([, day, month, year]) => ({
    year,
    month,
    day,
  })),
  // June 5, 2024     Wednesday, June 5th 2024     Jun 5 2024 6:30PM     Jun-05-2024
  form(`${WEEKDAY}${MONTH}\\.?[ -]${DAY}(?:, ?|[ -])(\\d{4})${TIME}`, ([, month, day, year]) => ({ year, month, day })),
  // Wed Jun  5 18:30:00 2024     Wed Jun 5 18:30:00 UTC 2024
  form(
    `${WEEKDAY}${MONTH} ${DAY} \\d\\d:\\d\\d(?::\\d\\d)?(?: [a-z]{2,5}| [+-]\\d{4})? (\\d{4})`,
    ([, month, day, year]) => ({ year, month, day }),
  ),
  // 2024 Jun 5     2024-Jun-05     2024, June 5
  form(`(\\d{4})(?:, ?|[ -/])${MONTH}\\.?[ -/]${DAY}${TIME}`, ([, year, month, day]) => ({ year, month, day })),
  // 5-Jun-24 and 05. Jun 24, as spreadsheets write it; 5 Jun 24 18:30:00 GMT (RFC 822)
  form(`${WEEKDAY}${DAY}(?:\\. |[ -])${MONTH}\\.?[ -](\\d\\d)${TIME}`, ([, day, month, year]) => ({
    year,
    month,
    day,
  })),
  // 2024     2024-06     2024/06/     2019///     2024-00-00     2024-06-00
  form('(\\d{4})(?:[-/.](?:\\d{1,2})?(?:[-/.](?:0{1,2})?(?:/.*)?)?)?', ([, year]) => ({ year })),
  // 2024 Jun     2024 Mar-Apr     2024 Dec-2025 Jan     2024 Spring     2024 Mar 5-8     2024 Dec 31-2025 Jan 2
  form(
    `(\\d{4})(?:, ?|[ -/])(?:${MONTH}|${SEASON})\\.?(?: ?[-–/] ?(?:\\d{4} )?${MONTH}\\.?| \\d{1,2} ?[-–] ?(?:\\d{4} )?(?:${MONTH} )?\\d{1,2})?`,
    ([, year]) => ({ year }),
  ),
  // June 2024     Jun. 2024     March-April 2024     Spring 2024     Mar/Apr2024
  form(`(?:${MONTH}|${SEASON})\\.?(?: ?[-–/] ?(?:${MONTH}|${SEASON})\\.?)?(?:, ?|[ -/])?(\\d{4})`, (match) => ({
    year: match.at(-1),
  })),
  // 14-17 July 2023     30 June-3 July 2023     July 14-17, 2023
  form(
    `\\d{1,2}(?: ${MONTH})? ?[-–] ?\\d{1,2}\\.? ${MONTH}\\.?,? (\\d{4})|${MONTH}\\.? \\d{1,2} ?[-–] ?(?:${MONTH} )?\\d{1,2},? (\\d{4})`,
    (match) => ({ year: match[3] ?? match.at(-1) }),
  ),
  // circa 1999     ca. 1999     c1999     [1999?]     © 1999
  form('\\[?(?:circa|ca?\\.?|approx\\.?|about|©)? ?(\\d{4})\\??\\]?', ([, year]) => ({ year })),
  // 06/2024
  form('(?:0?[1-9]|1[0-2])[/.-](\\d{4})', ([, year]) => ({ year })),
];

//     2024-06-05T23:30:00-05:00
const MOMENT = /^(\d{4})-(\d\d)-(\d\d)[t ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)? ?(?:z|([+-])(\d\d):?(\d\d)?)$/i;

//     6/5/2024     05.06.2024     13-5-2024     6/5/24 18:30
const NUMERIC = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d\\d)${TIME}$`, 'i');

/**
 * Parses a text that is a date in any of the usual forms, optionally followed by a time. The result is the printed day; for
 * an ISO 8601 time with a time zone, it is the day in UTC.
 *
 * @returns null if it is not a date or there is no such day
 */
export function readPrintedDate(printed: string): PrintedDate | null {
  const text = printed.replace(/\s\s+|[^\S ]/g, ' ').trim();
  // Longer texts are not dates.
  if (text.length > 80) return null;
  const moment = MOMENT.exec(text);
  if (moment !== null) return dayInUtc(moment);
  for (const { pattern, parts } of FORMS) {
    const match = pattern.exec(text);
    if (match !== null) return fromParts(parts(match));
  }
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) {
    const [, first, separator = '', second, year = ''] = numeric;
    return { kind: 'numeric', first: Number(first), second: Number(second), year: fullYear(year), separator };
  }
  if (/^\d{9,13}(?:\.\d+)?$/.test(text)) return readTimestamp(Number(text));
  const english = /\d/.test(text) ? withEnglishMonth(text) : null;
  return english === null || english === text ? null : readPrintedDate(english);
}

/** Whether the text has the form of a date that no paper can have: `2024-02-30`, `June 0099`. */
export function isImpossibleDate(text: string): boolean {
  // Numbers alone, such as `10.1000`, may be anything.
  const isLikeDate = text.length <= 80 && /[a-z]{3}|\d\D+\d+\D+\d/i.test(text);
  return isLikeDate && FORMS.some(({ pattern }) => pattern.test(text)) && readPrintedDate(text) === null;
}

/** The UTC day of a timestamp in seconds or milliseconds since 1970. */
export function readTimestamp(value: number): PrintedDate | null {
  const time = new Date(Math.abs(value) < 1e11 ? value * 1000 : value);
  if (Number.isNaN(time.getTime()) || Math.abs(value) < 1e8) return null;
  return day(time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate());
}

/**
 * Builds a date from numbers; the day, or day and month, may be missing.
 *
 * @returns null if there is no such day
 */
export function dateFromParts(year: number, month?: number, dayOfMonth?: number): PrintedDate | null {
  if (!isPaperYear(year)) return null;
  if (month === undefined || dayOfMonth === undefined || month === 0 || dayOfMonth === 0) return { kind: 'year', year };
  return day(year, month, dayOfMonth);
}

/** The order that the date itself shows: one number is above 12. Null if both orders are possible. */
export function shownOrder({ first, second }: NumericDate): DateOrder | null {
  if (first > 12) return 'day-first';
  return second > 12 ? 'month-first' : null;
}

/** The usual order of dates with this separator. */
export function usualOrder({ separator }: NumericDate): DateOrder {
  return separator === '/' ? 'month-first' : 'day-first';
}

export function numericDate({ first, second, year }: NumericDate, order: DateOrder): string | null {
  const [month, dayOfMonth] = order === 'day-first' ? [second, first] : [first, second];
  const date = dateFromParts(year, month, dayOfMonth);
  return date?.kind === 'day' ? date.date : null;
}

function dayInUtc(moment: RegExpExecArray): PrintedDate | null {
  const number = (group: number) => Number(moment[group] ?? 0);
  const [hour, minute] = [number(4), number(5)];
  const printed = day(number(1), number(2), number(3));
  if (printed?.kind !== 'day' || hour > 24 || minute > 59) return null;
  const offset = Number(`${moment[6] ?? '+'}1`) * (number(7) * 60 + number(8));
  if (offset === 0) return printed;
  const time = new Date(Date.UTC(number(1), number(2) - 1, number(3), hour, minute - offset));
  return day(time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate());
}

function fromParts({ year = '', month, day: dayOfMonth }: Parts): PrintedDate | null {
  return dateFromParts(fullYear(year), printedMonth(month), dayOfMonth === undefined ? undefined : Number(dayOfMonth));
}

function printedMonth(month: string | undefined): number | undefined {
  if (month === undefined) return undefined;
  return /^\d/.test(month) ? Number(month) : monthNumber(month);
}

/** `24` is 2024 and `98` is 1998, as POSIX reads them. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 69 ? 2000 : 1900);
}

function day(year: number, month: number, dayOfMonth: number): PrintedDate | null {
  const date = isoDate(year, month, dayOfMonth);
  return date === null ? null : { kind: 'day', date };
}
