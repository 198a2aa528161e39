import { isInCalendar } from '../../calendar/day.ts';
import type { ReaderOptions } from '../format.ts';
import type { CaptureEvidence } from './evidence.ts';
import type { PrintedDay } from './values.ts';

/** Where the year of a day printed without one was taken from, strongest first, in words for a message. */
export const EVIDENCE = {
  asOf: 'the day on which the listing was saved',
  id: "the paper's identifier",
  capture: 'dates in the listing',
  newest: 'the newest year printed in the listing plus one',
  modified: 'the modification time of the file (today for a pipe)',
} as const;

export interface InferredYear {
  readonly year: number;
  readonly from: keyof typeof EVIDENCE;
}

/**
 * The evidence for the years that one page leaves out:
 *
 *     Nov 20            ← page header: the day the listing was taken, without a year
 *     …  Jan 30         ← this year, and which one that is the listing may tell later:
 *     …  Mar 6, 2024    ← an earlier year, therefore printed
 */
export class YearEvidence {
  readonly #options: Pick<ReaderOptions, 'asOf' | 'modified'>;
  #newestYear = 0;
  // The first word of each counts: a page links to the day before it and, further down, perhaps to older ones.
  #page: string | null = null;
  #note: string | null = null;

  constructor(options: Pick<ReaderOptions, 'asOf' | 'modified'>) {
    this.#options = options;
  }

  /** A year that is printed on the page. */
  printed(year: number): void {
    this.#newestYear = Math.max(this.#newestYear, year);
  }

  captured({ date, from }: CaptureEvidence): void {
    if (from === 'page') this.#page ??= date;
    else this.#note ??= date;
  }

  /** The year, if nothing further down the page can change it; otherwise null. */
  strong(day: PrintedDay, id: string | undefined): InferredYear | null {
    if (this.#options.asOf !== undefined) return { year: newestYearUntil(this.#options.asOf, day), from: 'asOf' };
    const ofId = yearOfId(id, day);
    if (ofId !== null) return { year: ofId, from: 'id' };
    const capture = this.#page ?? this.#note;
    return capture === null ? null : { year: newestYearUntil(capture, day), from: 'capture' };
  }

  /** The same for the day of the page: one paper says less of it than the page does. */
  strongOfPage(day: PrintedDay, id: string | undefined): InferredYear | null {
    return this.strong(day, undefined) ?? this.strong(day, id);
  }

  /** @param strong the year by stronger evidence */
  best(day: PrintedDay, strong: InferredYear | null): InferredYear {
    if (strong !== null) return strong;
    if (this.#newestYear > 0) return { year: this.#newestYear + 1, from: 'newest' };
    return { year: newestYearUntil(this.#options.modified, day), from: 'modified' };
  }
}

/** The newest year in which the day is not after `date` (`YYYY-MM-DD`). */
function newestYearUntil(date: string, { month, day }: PrintedDay): number {
  const ofDate = Number(date.slice(0, 4));
  let year = `${pad(month)}-${pad(day)}` <= date.slice(5) ? ofDate : ofDate - 1;
  while (month === 2 && day === 29 && !isInCalendar(year, month, day)) year -= 1;
  return year;
}

/** The year in which the day is nearest to the month in which the identifier (`2606.…`) was given. */
function yearOfId(id: string | undefined, { month, day }: PrintedDay): number | null {
  const yymm = /^(\d\d)(\d\d)\.\d/.exec(id ?? '');
  if (yymm === null) return null;
  const year = 2000 + Number(yymm[1]);
  const middle = Date.UTC(year, Number(yymm[2]) - 1, 15);
  const distance = (candidate: number) => Math.abs(Date.UTC(candidate, month - 1, day) - middle);
  return [year, year - 1, year + 1].reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

export function pad(number: number): string {
  return String(number).padStart(2, '0');
}
