import type { Paper } from './paper.ts';

/** The days on which the paper may have been published: its date, or any day of its year. */
export function daysOf({ date, year }: Paper): { readonly first: string; readonly last: string } | null {
  if (date !== null) return { first: date, last: date };
  if (year === undefined) return null;
  const digits = String(year).padStart(4, '0');
  return { first: `${digits}-01-01`, last: `${digits}-12-31` };
}
