import { isoDate } from '../../calendar/day.ts';
import type { Paper } from '../../paper/paper.ts';
import { arxivIdOfUrl, huggingFaceUrl } from '../../text/arxiv-id.ts';
import type { ReaderOptions, ReaderOutput } from '../format.ts';
import type { Card } from './card.ts';
import type { CaptureEvidence } from './evidence.ts';
import type { PrintedDay } from './values.ts';
import { EVIDENCE, type InferredYear, pad, YearEvidence } from './years.ts';

/** How many papers a card waits for at most, so that an endless listing is read in constant memory. */
const LONGEST_WAIT = 1000;
const MOST_DEFINITIONS = 100_000;

/** The day of a page that lists the papers of one day. */
export interface PageDay {
  readonly day: PrintedDay;
  readonly line: number;
}

interface WaitingCard {
  readonly card: Card;
  readonly pageDay: PageDay | null;
}

/**
 * Keeps cards until the listing provides what they lack: the year of a day, the target of a link. Cards leave in the
 * order in which they came.
 */
export class PendingCards {
  readonly #output: ReaderOutput;
  readonly #options: ReaderOptions;
  #years: YearEvidence;
  #queue: WaitingCard[] = [];
  /** How many at the start of the queue have left. */
  #left = 0;
  /** Line of the last day of a page about which was reported. */
  #toldLine = 0;
  readonly #definitions = new Map<number, string>();

  constructor(output: ReaderOutput, options: ReaderOptions) {
    this.#output = output;
    this.#options = options;
    this.#years = new YearEvidence(options);
  }

  /** A new page begins: forget the evidence of the previous one. */
  startPage(): void {
    this.flush();
    this.#years = new YearEvidence(this.#options);
    this.#definitions.clear();
  }

  capture(evidence: CaptureEvidence): void {
    this.#years.captured(evidence);
  }

  define(number: number, url: string): void {
    if (this.#definitions.size < MOST_DEFINITIONS) this.#definitions.set(number, url);
  }

  /** @param pageDay if the page lists the papers of one day */
  add(card: Card, pageDay: PageDay | null): void {
    this.#years.printed(card.day?.year ?? 0);
    this.#queue.push({ card, pageDay });
    this.#releaseComplete(false);
  }

  /** No more evidence will follow for the pending cards. */
  flush(): void {
    this.#releaseComplete(true);
  }

  #releaseComplete(isEnd: boolean): void {
    for (;;) {
      const first = this.#queue[this.#left];
      if (first === undefined) break;
      if (!isEnd && this.#queue.length - this.#left <= LONGEST_WAIT && !this.#isComplete(first)) break;
      this.#left += 1;
      this.#output.paper(this.#complete(first), first.card.line);
    }
    // Remove finished cards only now and then, because moving the rest costs its length.
    if (this.#left < this.#queue.length && this.#left < LONGEST_WAIT) return;
    this.#queue = this.#queue.slice(this.#left);
    this.#left = 0;
  }

  #isComplete({ card, pageDay }: WaitingCard): boolean {
    const { paper, day, reference, organizationReference } = card;
    if (reference !== null || organizationReference !== null) return false;
    if (day !== null && day.year === null && this.#years.strong(day, paper.id) === null) return false;
    return pageDay === null || pageDay.day.year !== null || this.#years.strongOfPage(pageDay.day, paper.id) !== null;
  }

  #complete({ card, pageDay }: WaitingCard): Paper {
    const paper = this.#withLinks(card);
    if (card.day !== null) {
      const strong = card.day.year === null ? this.#years.strong(card.day, paper.id) : null;
      paper.date = this.#dateOf(card.day, strong, card.dayLine);
      if (paper.date !== null && card.day.year === null) paper.dateInferred = true;
    }
    if (pageDay !== null) {
      const { day, line } = pageDay;
      const strong = this.#years.strongOfPage(day, paper.id);
      const announced = this.#dateOf(day, strong, line === this.#toldLine ? null : line);
      this.#toldLine = line;
      if (announced !== null) paper.announced = announced;
    }
    return paper;
  }

  #withLinks({ paper, reference, organizationReference }: Card): Paper {
    const target = reference === null ? undefined : this.#definitions.get(reference);
    const slug = organizationReference === null ? undefined : this.#definitions.get(organizationReference);
    const id = target === undefined || paper.id !== undefined ? null : arxivIdOfUrl(target);
    if (id !== null) Object.assign(paper, { id, url: huggingFaceUrl(id) });
    const alt = slug?.split('/').at(-1);
    if (alt !== undefined && paper.organization?.startsWith(`${alt} `)) {
      paper.organization = paper.organization.slice(alt.length + 1);
    }
    return paper;
  }

  /**
   * The date; null if there is no such day. Reports errors and assumptions.
   *
   * @param line of the day; null if that was reported
   */
  #dateOf(day: PrintedDay, strong: InferredYear | null, line: number | null): string | null {
    const inferred = day.year === null ? this.#years.best(day, strong) : null;
    const year = day.year ?? inferred?.year ?? 0;
    const date = isoDate(year, day.month, day.day);
    if (line === null) return date;
    if (date === null) {
      this.#output.report(
        'bad-date',
        `no such day: ${String(year).padStart(4, '0')}-${pad(day.month)}-${pad(day.day)}`,
        line,
      );
    } else if (inferred !== null) {
      const from = EVIDENCE[inferred.from];
      this.#output.report('year-inferred', `no year printed: ${year} assumed, from ${from}`, line);
    }
    return date;
  }
}
