import { MONTH_NAMES, monthNumber } from '../../calendar/day.ts';

const GROUPED = /^\d{1,3}(?:,\d{3}){1,4}$/;
const PLAIN = /^\d{1,15}$/;
const SCALED = /^(\d{1,6}(?:\.\d{1,6})?)([kKmM])$/;

/**
 * A printed count: `12`, `1,024`, `11.3k` (11300), `1.2M`.
 *
 * @returns the count; null if the whole text is not a count (`12 points`, `1.5`)
 */
export function parseCount(text: string): number | null {
  if (PLAIN.test(text)) return Number(text);
  if (GROUPED.test(text)) return Number(text.replaceAll(',', ''));
  const scaled = SCALED.exec(text);
  if (scaled === null) return null;
  return Math.round(Number(scaled[1]) * (scaled[2]?.toLowerCase() === 'k' ? 1e3 : 1e6));
}

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
