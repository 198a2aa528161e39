import { markAssumedUpvotes } from '../../paper/assumed-upvotes.ts';
import type { ReaderOptions, ReaderOutput } from '../format.ts';
import { type Card, readCards } from './card.ts';
import type { CaptureEvidence } from './evidence.ts';
import { FactCollector, type PageFacts, trailingNumbers } from './facts.ts';
import { type PageDay, PendingCards } from './pending.ts';
import { mergeRepeated } from './repeated-cards.ts';
import type { Segment } from './segments.ts';
import { blocksOf, splitText } from './split.ts';
import type { NumberToken, TextToken } from './tokens.ts';
import type { PrintedDay } from './values.ts';

/** So many segments are looked at before the facts of a page are settled. */
const LOOK_AHEAD = 24;
const MOST_CAPTURES = 100;

/** The current page: determines what its cards have in common, and passes them on in order. */
export class Listing {
  readonly #output: ReaderOutput;
  readonly #countsComments: boolean;
  readonly #pending: PendingCards;
  #facts = new FactCollector();
  /** Segments that wait for the facts. */
  #waiting: Segment[] = [];
  /** The number at the end of the last segment that is the votes of the next card. */
  #votes: NumberToken | null = null;
  /** The last card, held because it may be repeated. */
  #last: Card | null = null;
  #pageDay: PageDay | null = null;
  /** Notes above the header are of the page that follows. */
  #captures: { readonly evidence: CaptureEvidence; readonly line: number }[] = [];
  #hasToldCounts = false;

  constructor(output: ReaderOutput, options: ReaderOptions) {
    this.#output = output;
    this.#countsComments = options.trailingCount === 'comments';
    this.#pending = new PendingCards(output, options);
  }

  get hasPageDay(): boolean {
    return this.#pageDay !== null;
  }

  /** A header comes. */
  startPage(): void {
    this.endPage();
    this.#pending.startPage();
    this.#facts = new FactCollector();
    this.#pageDay = null;
    this.#hasToldCounts = false;
    this.#takeCaptures();
  }

  /** A card comes without a header. */
  continuePage(): void {
    this.#takeCaptures();
  }

  endPage(): void {
    while (this.#waiting.length > 0) this.#readNext();
    this.#votes = null;
    this.#emit(null);
  }

  end(): void {
    this.endPage();
    this.#takeCaptures();
    this.#pending.flush();
  }

  /** The day that the header prints. */
  setPageDay(day: PrintedDay, line: number): void {
    this.#pageDay ??= { day, line };
  }

  /** @param isOfThis it is on this page, not above the next one */
  capture(evidence: CaptureEvidence, line: number, isOfThis: boolean): void {
    if (isOfThis) this.#pending.capture(evidence);
    else if (this.#captures.length < MOST_CAPTURES) this.#captures.push({ evidence, line });
  }

  define(number: number, url: string): void {
    this.#pending.define(number, url);
  }

  add(segment: Segment): void {
    this.#facts.add(segment);
    this.#waiting.push(segment);
    if (this.#waiting.length > LOOK_AHEAD) this.#readNext();
  }

  /**
   * Ends the page after its last card, unless a number that belongs to no row of that card shows that another follows.
   *
   * @returns whether the page has ended
   */
  endCards(): boolean {
    const last = this.#waiting.at(-1);
    if (last === undefined || trailingNumbers(last.tokens).length > 1) return false;
    this.#waiting.splice(-1, 1, { ...last, closedBy: 'page' });
    return true;
  }

  /** Index of the token at which the last paper of a long segment starts; all tokens if it is the only one. */
  startOfLast({ tokens }: Segment): number {
    const texts = tokens.filter((token): token is TextToken => token.type === 'text');
    const entries = splitText(blocksOf(texts), this.#facts.settle().isUnwrapped);
    const last = entries.length < 2 ? undefined : entries.at(-1);
    return last === undefined ? tokens.length : tokens.findIndex(({ line }) => line >= last.line);
  }

  #readNext(): void {
    const segment = this.#waiting.shift();
    if (segment === undefined) return;
    const facts = this.#facts.settle();
    const { cards, faults, votesOfNext } = readCards(segment, facts, this.#votes, this.#countsComments);
    this.#votes = votesOfNext;
    for (const { code, message, line } of faults) this.#output.report(code, message, line);
    for (const card of cards) this.#read(card, facts);
  }

  #read(card: Card, facts: PageFacts): void {
    if (card.assumesVotes) markAssumedUpvotes(card.paper);
    if (card.assumesVotes && !this.#hasToldCounts) {
      this.#hasToldCounts = true;
      const message = 'the page prints no votes: the number after the date is read as upvotes';
      this.#output.report('count-assumed', message, card.day === null ? card.line : card.dayLine);
    }
    const merged = this.#last === null ? null : mergeRepeated(this.#last, card, facts.printsTwice);
    if (merged === null) this.#emit(card);
    else this.#last = merged;
  }

  /** Hands the last card over. */
  #emit(next: Card | null): void {
    if (this.#last !== null) this.#pending.add(this.#last, this.#announced());
    this.#last = next;
  }

  #announced(): PageDay | null {
    return this.#pageDay !== null && this.#facts.settle().isOfOneDay ? this.#pageDay : null;
  }

  #takeCaptures(): void {
    for (const { evidence, line } of this.#captures.splice(0)) {
      this.#pending.capture(evidence);
      // The address of the page, above it.
      if (evidence.day !== null) this.#pageDay ??= { day: evidence.day, line };
    }
  }
}
