import { monthAt } from '../../calendar/day.ts';
import { isDigit, readDigits } from '../../input/ascii.ts';
import type { Line } from '../../input/text.ts';
import type { Token } from './tokens.ts';

// What the patterns of rows.ts make of nearly every row, told by the bytes of its line.

const SPACE = 0x20;
const COMMA = 0x2c;

/** What a row with a day tells. */
export interface UsualDay {
  /** 0 where none is printed. */
  year: number;
  /** 1–12 */
  month: number;
  /** As printed, which need not be in the calendar. */
  day: number;
  /** The number after the day; null where none is printed. */
  count: number | null;
}

/**
 * Reads how many authors a usual row tells:
 *
 *     • 3 authors
 *
 * @returns -1 where the line is anything else
 */
export function usualAuthors(line: Line): number {
  if (!(line.byte(0) === 0xe2 && line.byte(1) === 0x80 && line.byte(2) === 0xa2 && line.byte(3) === SPACE)) return -1;
  let at = 4;
  while (isDigit(line.byte(at))) at += 1;
  const word = line.length - at;
  const isLabelled = word === ' author'.length || (word === ' authors'.length && line.byte(line.length - 1) === 0x73);
  return isLabelled && line.holds(' author', at) ? readDigits(line.block.bytes, line.start + 4, line.start + at) : -1;
}

/**
 * Reads a usual row with a day and a number behind it:
 *
 *     Mar 25, 2024 2       Jan 30
 *
 * @param row receives what it tells @returns false where the line is anything else
 */
export function readUsualDay(line: Line, row: UsualDay): boolean {
  const { start, end } = line;
  const { bytes } = line.block;
  const month = monthAt(bytes, start);
  if (month === 0 || line.byte(3) !== SPACE) return false;
  let at = isDigit(line.byte(5)) ? 6 : 5;
  const day = readDigits(bytes, start + 4, start + at);
  let year = 0;
  if (line.byte(at) === COMMA && line.byte(at + 1) === SPACE) {
    year = readDigits(bytes, start + at + 2, start + at + 6);
    if (year < 2000 || year > 2099) return false;
    at += 6;
  }
  if (day < 0 || at > line.length) return false;
  row.year = year;
  row.month = month;
  row.day = day;
  row.count = null;
  if (at === line.length) return true;
  const count = line.byte(at) === SPACE ? readDigits(bytes, start + at + 1, end) : -1;
  row.count = count;
  // Without a year before it, a number like one may be the year.
  return count >= 0 && (year !== 0 || count < 2000);
}

/** The tokens of a usual row; null for any other line. */
export function usualRowTokens(line: Line): readonly Token[] | null {
  const authors = usualAuthors(line);
  if (authors >= 0) return [{ type: 'authors', count: authors, text: line.text.slice('• '.length) }];
  const row: UsualDay = { year: 0, month: 0, day: 0, count: null };
  if (!readUsualDay(line, row)) return null;
  const { year, month, day, count } = row;
  const token: Token = { type: 'day', day: { year: year === 0 ? null : year, month, day }, isPublished: false };
  return count === null ? [token] : [token, { type: 'comments', count }];
}
