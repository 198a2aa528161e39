import { MONTH_NAMES, monthNumber } from '../../calendar/day.ts';

/** A day as a listing prints it; the site leaves the year out when it is the current one. */
export interface PrintedDay {
  /** Null if none is printed. */
  readonly year: number | null;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/**
 * A day at the current place of the pattern:
 *
 *     Mar 25, 2024      Sept. 3      Published on Oct 4, 2026
 *     month  d   year                └── prefix
 *
 * A year follows a comma; without one, only a number that is unlikely to be a count is read as a year.
 */
export const DAY = new RegExp(
  String.raw`(?:published (?:on )?)?(${MONTH_NAMES.map(shortened).join('|')})\.?\s+(\d{1,2})(?![\d:.])` +
    String.raw`(?:(?:,\s*(\d{4})|\s+(20[0-3]\d))(?![\d,.]))?`,
  'iy',
);

//   March, Mar     September, Sept, Sep
function shortened(name: string): string {
  const rest = name.slice(3);
  return rest === '' ? name : `${name.slice(0, 3)}(?:${rest}${name.startsWith('sep') ? '|t' : ''})?`;
}

/** @param match of {@link DAY} */
export function printedDay([, month = '', day, yearBehindComma, bareYear]: RegExpExecArray): PrintedDay {
  const year = yearBehindComma ?? bareYear;
  return {
    year: year === undefined ? null : Number(year),
    month: monthNumber(month),
    day: Number(day),
  };
}
