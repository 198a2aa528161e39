import { isInCalendar, isoDate } from '../../calendar/day.ts';
import type { Paper } from '../../paper/paper.ts';
import type { ReaderOptions, ReaderOutput } from '../format.ts';
import type { CaptureEvidence } from './evidence.ts';
import { paperId, paperUrl } from './paper-address.ts';
import type { PrintedDay } from './values.ts';

/** A card that was read, before what only the rest of the listing tells was added. */
export interface PendingCard {
  /** `date` is still null; the keys stand in their final order. */
  readonly paper: Paper;
  /** Line on which the card starts. */
  readonly line: number;
  readonly day: PrintedDay | null;
  /** Line of the day. */
  readonly dayLine: number;
  /** Number of the title's link whose target stands at the end of the dump. */
  readonly reference: number | null;
  readonly organizationReference: number | null;
}

/** How many papers a card waits for at most, so that an endless listing is read in constant memory. */
const LONGEST_WAIT = 1000;

/** Where the year of a date printed without one was taken from, strongest first, in words for a message. */
const EVIDENCE = {
  asOf: 'the given day of capture',
  id: "the paper's identifier",
  capture: 'the day of capture in the listing',
  newest: 'the newest year printed in the listing plus one',
  modified: 'the age of the file',
} as const;

/**
 * Holds cards back until the listing has told what they lack: the year of a date, the target of a link.
 *
 *     Nov 20            ← page header: the day the listing was taken, without a year
 *     …  Jan 30         ← this year, and which one that is the listing may tell later:
 *     …  Mar 6, 2024    ← an earlier year, therefore printed
 *
 * Cards leave in the order in which they came.
 */
export class PendingCards {
  readonly #output: ReaderOutput;
  readonly #options: ReaderOptions;
  /** In the order of the listing. */
  #queue: PendingCard[] = [];
  /** How much at the start of the queue has left. */
  #left = 0;
  #newestYear = 0;
  #page: string | null = null;
  #note: string | null = null;
  readonly #definitions = new Map<number, string>();

  constructor(output: ReaderOutput, options: ReaderOptions) {
    this.#output = output;
    this.#options = options;
  }

  /** A new page begins: what the one before told holds no longer. */
  startListing(): void {
    this.flush();
    this.#newestYear = 0;
    this.#page = null;
    this.#note = null;
    this.#definitions.clear();
  }

  capture({ date, from }: CaptureEvidence): void {
    // The first word on each counts: a page links to the day before it and, further down, perhaps to older ones.
    if (from === 'page') this.#page ??= date;
    else this.#note ??= date;
  }

  define(number: number, url: string): void {
    if (this.#definitions.size < 100_000) this.#definitions.set(number, url);
  }

  add(card: PendingCard): void {
    this.#newestYear = Math.max(this.#newestYear, card.day?.year ?? 0);
    this.#queue.push(card);
    this.#releaseComplete();
  }

  /** Nothing more will be told about the cards that wait. */
  flush(): void {
    this.#releaseComplete(true);
  }

  /** @param isEnd those that are not complete leave too */
  #releaseComplete(isEnd = false): void {
    for (;;) {
      const first = this.#queue[this.#left];
      if (first === undefined) break;
      const waiting = this.#queue.length - this.#left;
      if (!isEnd && waiting <= LONGEST_WAIT && !this.#isComplete(first)) break;
      this.#left += 1;
      this.#release(first);
    }
    // Cut off what has left only now and then: moving the rest forward each time would cost its length.
    if (this.#left < this.#queue.length && this.#left < LONGEST_WAIT) return;
    this.#queue = this.#queue.slice(this.#left);
    this.#left = 0;
  }

  #isComplete(card: PendingCard): boolean {
    const { paper, day } = card;
    if (card.reference !== null || card.organizationReference !== null) return false;
    return day === null || day.year !== null || this.#strongYear(paper.id, day) !== null;
  }

  #release(card: PendingCard): void {
    const paper = this.#withLinks(card);
    const dated = card.day === null ? paper : this.#withDate(paper, card.day, card.dayLine);
    this.#output.paper(dated, card.line);
  }

  #withLinks({ paper, reference, organizationReference }: PendingCard): Paper {
    const target = reference === null ? undefined : this.#definitions.get(reference);
    const slug = organizationReference === null ? undefined : this.#definitions.get(organizationReference);
    let result = paper;
    const id = target === undefined || paper.id !== undefined ? null : paperId(target);
    if (id !== null) result = inOrder({ ...result, id, url: paperUrl(id) });
    const alt = slug?.split('/').at(-1);
    if (alt !== undefined && result.organization?.startsWith(`${alt} `)) {
      result = { ...result, organization: result.organization.slice(alt.length + 1) };
    }
    return result;
  }

  #withDate(paper: Paper, day: PrintedDay, line: number): Paper {
    paper.date = this.#dateOf(day, line, paper.id);
    if (paper.date === null || day.year !== null) return paper;
    return inOrder({ ...paper, dateInferred: true });
  }

  /** The date, null where there is no such day; tells what was wrong or assumed. @param line of the day @param id of the paper */
  #dateOf(day: PrintedDay, line: number, id: Paper['id']): string | null {
    const inferred = day.year === null ? (this.#strongYear(id, day) ?? this.#weakYear(day)) : null;
    const year = day.year ?? inferred?.year ?? 0;
    const date = isoDate(year, day.month, day.day);
    if (date === null) {
      this.#output.report('bad-date', `no such day: ${year}-${pad(day.month)}-${pad(day.day)}`, line);
    } else if (inferred !== null) {
      const from = EVIDENCE[inferred.from];
      this.#output.report('year-inferred', `no year printed: ${year} assumed, from ${from}`, line);
    }
    return date;
  }

  #strongYear(id: Paper['id'], day: PrintedDay): Inferred | null {
    if (this.#options.asOf !== undefined) return { year: newestYearUntil(this.#options.asOf, day), from: 'asOf' };
    const ofId = yearOfId(id, day);
    if (ofId !== null) return { year: ofId, from: 'id' };
    const capture = this.#page ?? this.#note;
    return capture === null ? null : { year: newestYearUntil(capture, day), from: 'capture' };
  }

  #weakYear(day: PrintedDay): Inferred {
    if (this.#newestYear > 0) return { year: this.#newestYear + 1, from: 'newest' };
    return { year: newestYearUntil(this.#options.modified, day), from: 'modified' };
  }
}

interface Inferred {
  readonly year: number;
  readonly from: keyof typeof EVIDENCE;
}

/** The newest year in which the day is not after `date` (`YYYY-MM-DD`). */
function newestYearUntil(date: string, { month, day }: PrintedDay): number {
  const ofDate = Number(date.slice(0, 4));
  let year = `${pad(month)}-${pad(day)}` <= date.slice(5) ? ofDate : ofDate - 1;
  while (month === 2 && day === 29 && !isInCalendar(year, month, day)) year -= 1;
  return year;
}

/** The year in which the day is nearest to the month in which the identifier (`2606.…`) was given. */
function yearOfId(id: Paper['id'], { month, day }: PrintedDay): number | null {
  const yymm = /^(\d\d)(\d\d)\.\d/.exec(id ?? '');
  if (yymm === null) return null;
  const year = 2000 + Number(yymm[1]);
  const middle = Date.UTC(year, Number(yymm[2]) - 1, 15);
  const distance = (candidate: number) => Math.abs(Date.UTC(candidate, month - 1, day) - middle);
  return [year, year - 1, year + 1].reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** The paper with `dateInferred`, `id` and `url` at their places among the optional keys. */
function inOrder(paper: Paper): Paper {
  const { title, abstract, authorCount, date, upvotes, commentCount, dateInferred, id, url, ...rest } = paper;
  return {
    title,
    abstract,
    authorCount,
    date,
    upvotes,
    ...(commentCount !== undefined && { commentCount }),
    ...(dateInferred !== undefined && { dateInferred }),
    ...(id !== undefined && { id }),
    ...(url !== undefined && { url }),
    ...rest,
  };
}
