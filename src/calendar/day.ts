/** In lower case. */
export const MONTH_NAMES: readonly string[] =
  'january february march april may june july august september october november december'.split(' ');

/** Abbreviated, in lower case. */
export const MONTHS: readonly string[] = MONTH_NAMES.map((name) => name.slice(0, 3));

/** 1–12 for `Jan`, `january` or `JANUARY`, of which only three letters count; 0 for another name. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a paper can be of this year: any other is damage, since books have been printed since the 15th century. */
export function isPaperYear(year: number): boolean {
  return year >= 1400 && year < 2200;
}

export function isInCalendar(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0));
}

/** @returns `YYYY-MM-DD`; null if there is no such day, or no paper can have it */
export function isoDate(year: number, month: number, day: number): string | null {
  if (!isPaperYear(year) || !isInCalendar(year, month, day)) return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}
