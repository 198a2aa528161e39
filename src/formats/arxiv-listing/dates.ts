import { isoDate, MONTHS } from '../../calendar/day.ts';

/** arXiv's first paper is of 1991, so two digits tell the century. */
const FIRST_YEAR = 1991;

//     2 Mar 93 18:56:47 EST                           RFC 822
//     6-DEC-1993 12:00 EST                            VMS mailers
const DAY_FIRST = /(?<![\d:])(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*[.,]?[\s-]+(\d{4}|\d{2})(?![\d:])/i;
//     Sat Apr  4 02:55:44 METDST 1992                 date(1); also `Apr 4, 1992`
const MONTH_FIRST = /([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:,|\s+[\d:]+(?:\s+[a-z+-][\w+:-]*){0,3})?\s+(\d{4})(?!\d)/i;
//     1994-01-05
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/** As much of a line as is looked at, in characters. */
const LOOKED_AT = 200;

/** The day that an arXiv date line names, as printed there, whatever its time zone: `YYYY-MM-DD`, null if there is none. */
export function readDate(line: string): string | null {
  const text = line.slice(0, LOOKED_AT);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    const date = isoDate(fullYear(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]));
    if (date !== null) return date;
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) {
    return isoDate(Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2]));
  }
  const iso = ISO.exec(text);
  return iso === null ? null : isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
}

function fullYear(digits: string | undefined): number {
  const year = Number(digits);
  if (digits?.length === 4) return year;
  return year >= FIRST_YEAR % 100 ? 1900 + year : 2000 + year;
}

/** @returns 1–12; 0 if it is not a month */
function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf(String(name).toLowerCase()) + 1;
}
