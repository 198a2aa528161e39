import { isoDate, monthNumber } from '../../calendar/day.ts';
import { arxivYear } from '../../text/arxiv-id.ts';

//     2 Mar 93 18:56:47 EST                           RFC 822
//     6-DEC-1993 12:00 EST                            VMS mailers
const DAY_FIRST = /(?<![\d:])(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*[.,]?[\s-]+(\d{4}|\d{2})(?![\d:])/i;
//     Sat Apr  4 02:55:44 METDST 1992                 date(1); also `Apr 4, 1992`
const MONTH_FIRST =
  /(?<![a-z])([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:,|\s+[\d:]+(?:\s+[a-z+-][\w+:-]*){0,3})?\s+(\d{4})(?!\d)/i;
//     1994-01-05
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/** The length of the text that is searched, in characters. */
const LOOKED_AT = 200;

/** The day in an arXiv date line as printed, regardless of the time zone: `YYYY-MM-DD`; null if there is none. */
export function readDate(line: string): string | null {
  const text = line.slice(0, LOOKED_AT);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    const [, day, month = '', year = ''] = dayFirst;
    const date = isoDate(arxivYear(year), monthNumber(month), Number(day));
    if (date !== null) return date;
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) {
    const [, month = '', day, year] = monthFirst;
    return isoDate(Number(year), monthNumber(month), Number(day));
  }
  const iso = ISO.exec(text);
  return iso === null ? null : isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
}
