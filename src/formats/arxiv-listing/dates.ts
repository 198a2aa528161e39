const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** arXiv's first paper is of 1991, so two digits tell the century. */
const FIRST_YEAR = 1991;

//     Thu, 2 Mar 2023 18:56:47 GMT   (828kb,D)        nearly all of them; the other patterns cost more
const USUAL = /^ ?[A-Z][a-z]{2}, {1,2}(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) /;
//     2 Mar 93 18:56:47 EST                           RFC 822
//     6-DEC-1993 12:00 EST                            VMS mailers
const DAY_FIRST = /(?<![\d:])(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*[.,]?[\s-]+(\d{4}|\d{2})(?![\d:])/i;
//     Sat Apr  4 02:55:44 METDST 1992                 date(1); also `Apr 4, 1992`
const MONTH_FIRST = /([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:,|\s+[\d:]+(?:\s+[a-z+-][\w+:-]*){0,3})?\s+(\d{4})(?!\d)/i;
//     1994-01-05
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;

/** As much of a line as is looked at, in characters. */
const LOOKED_AT = 200;

/** The day that an arXiv date line names, as printed there, whatever its time zone: `YYYY-MM-DD`, null where there is none. */
export function readDate(line: string): string | null {
  const text = line.slice(0, LOOKED_AT);
  const dayFirst = USUAL.exec(text) ?? DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    const [, day = '', month = '', year = ''] = dayFirst;
    const date = isoDate(fullYear(year), monthNumber(month), Number(day));
    if (date !== null) return date;
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) {
    const [, month = '', day = '', year = ''] = monthFirst;
    return isoDate(Number(year), monthNumber(month), Number(day));
  }
  const iso = ISO.exec(text);
  if (iso === null) return null;
  const [, year = '', month = '', day = ''] = iso;
  return isoDate(Number(year), Number(month), Number(day));
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year >= FIRST_YEAR % 100 ? 1900 + year : 2000 + year;
}

/** @returns 1–12; 0 where it is no month */
function monthNumber(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

/** null for a day that the calendar does not have */
function isoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
