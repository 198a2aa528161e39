import type { RawLine } from './page-line.ts';
import { readDay } from './rules.ts';

/** A day of a list page, and the number of the entry before its first one. */
export interface DayLink {
  readonly date: string;
  readonly skip: number;
}

//     -   [Fri, 3 Jul 2026](/list/cs.CL/recent?skip=101&show=50)
const LINK = /\[\s?([^[\]]{10,30}?)\s?\]\([^()\s]{0,200}[?&]skip=(\d{1,6})\b/;

/**
 * The days to which a list page links above its entries, and where they begin. They tell the days of entries whose headings
 * were lost: pandoc leaves out headings in lists of definitions.
 *
 * @returns nothing if the links do not lead to one day after the other
 */
export function dayLinksOf(lines: readonly RawLine[]): DayLink[] {
  const links = lines.flatMap(({ raw }) => {
    const [, day = '', skip] = LINK.exec(raw) ?? [];
    const date = readDay(day);
    return date === null ? [] : [{ date, skip: Number(skip) }];
  });
  const isInOrder = links.every(({ skip }, index) => skip > (links[index - 1]?.skip ?? -1));
  return isInOrder && links[0]?.skip === 0 ? links : [];
}

/** The day of an entry; null if it is not known. */
export function dayOfEntry(links: readonly DayLink[], number: number | null): string | null {
  return number === null ? null : (links.findLast(({ skip }) => skip < number)?.date ?? null);
}
