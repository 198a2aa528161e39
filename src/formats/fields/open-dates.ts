import { type DateOrder, type NumericDate, numericDate, shownOrder, usualOrder } from '../../calendar/printed-date.ts';
import { truncate } from '../../text/printable.ts';
import type { ReaderOutput } from '../format.ts';
import { plainName } from './lookup.ts';
import type { EntryPaper } from './paper.ts';
import { dayFirstNames } from './vocabulary-translations.ts';

interface WaitingPaper extends EntryPaper {
  readonly line: number;
}

const DAY_FIRST: ReadonlySet<string> = new Set(dayFirstNames.split(',').map(plainName));

/** Papers that wait for a date above 12; more than this would fill the memory. */
const MOST_WAITING = 5000;

/**
 * Hands papers on, in their order, once it is known which number of a date such as `6/5/2024` is the day. One number above 12
 * settles the order for its field.
 *
 *     date
 *     6/5/2024      ← waits
 *     6/13/2024     ← month first
 */
export class OpenDates {
  readonly #output: ReaderOutput;
  readonly #orders = new Map<string, DateOrder>();
  #waiting: WaitingPaper[] = [];
  /** Fields of waiting papers whose order is not known. */
  readonly #open = new Set<string>();

  constructor(output: ReaderOutput) {
    this.#output = output;
  }

  add(read: EntryPaper, line: number): void {
    const { openDates, paper } = read;
    if (openDates.length === 0 && this.#waiting.length === 0) {
      this.#output.paper(paper, line);
      return;
    }
    for (const { field, date } of openDates) {
      const shown = shownOrder(date);
      if (shown !== null && !this.#orders.has(field)) this.#settle(field, shown);
      if (!this.#orders.has(field)) this.#open.add(field);
    }
    this.#waiting.push({ ...read, line });
    if (this.#waiting.length > MOST_WAITING) this.#assume();
    if (this.#open.size === 0) this.#release();
  }

  end(): void {
    this.#assume();
    this.#release();
  }

  #settle(field: string, order: DateOrder): void {
    this.#orders.set(field, order);
    this.#open.delete(field);
  }

  /** Settles what nothing has settled, the way most people write dates. */
  #assume(): void {
    for (const { openDates, line } of this.#waiting) {
      for (const { field, date } of openDates) {
        if (this.#orders.has(field)) continue;
        const order = DAY_FIRST.has(plainName(field)) ? 'day-first' : usualOrder(date);
        this.#settle(field, order);
        const first = order === 'day-first' ? 'day' : 'month';
        const message = `${truncate(field)}: ${first} first assumed in dates such as ${printed(date)}`;
        this.#output.report('date-order-assumed', message, line);
      }
    }
  }

  #release(): void {
    for (const { paper, isOwn, openDates, line } of this.#waiting) {
      for (const { date, key, field } of openDates) {
        // A date that cannot have the order of the others has its own.
        const day = numericDate(date, shownOrder(date) ?? this.#orders.get(field) ?? usualOrder(date));
        if (day === null) this.#output.report('bad-date', `not a date: ${printed(date)}`, line);
        else paper[key] = day;
      }
      if (!isOwn) paper.date ??= paper.announced ?? null;
      if (paper.date !== null) delete paper.year;
      this.#output.paper(paper, line);
    }
    this.#waiting = [];
  }
}

function printed({ first, second, year, separator }: NumericDate): string {
  return [first, second, year].join(separator);
}
