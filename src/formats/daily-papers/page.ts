import { truncate } from '../../text/printable.ts';
import type { LineKind, ReaderOptions, ReaderOutput } from '../format.ts';
import { Card, mergeRepeated, type PageTraits, pendingCard } from './card.ts';
import type { CaptureEvidence } from './evidence.ts';
import { type PendingCard, PendingCards } from './pending.ts';
import { type Block, headedEntry, type SplitEntry, splitRun } from './split.ts';
import { TextRun } from './text-run.ts';
import type { TextToken } from './tokens.ts';

/**
 * Where in a page the reader stands:
 *
 *     outside   before the first header, and behind a footer
 *     header    Daily Papers, by AK and the research community, Nov 20
 *     before    votes, submitter         ┐
 *     body      title, abstract          │ of one card
 *     row       3 authors · Mar 6, 2024  ┘
 */
export type Phase = 'outside' | 'header' | 'before' | 'body' | 'row';

/** The page that is being read: where the reader stands on it, the card it is in, and the cards that are done. */
export class Page {
  phase: Phase = 'outside';
  card = new Card();
  readonly run = new TextRun();
  readonly traits: PageTraits = { printsVotes: false, printsUpvoteLabels: false, printsPictureNames: false };
  /** Number of the line that is being read. */
  line = 0;
  readonly #output: ReaderOutput;
  readonly #countsComments: boolean;
  readonly #pending: PendingCards;
  /** The last card, kept back because a page for two screen sizes prints each card twice. */
  #last: PendingCard | null = null;
  /** When the page was taken, said by lines above its header. */
  readonly #captures: CaptureEvidence[] = [];

  constructor(output: ReaderOutput, options: ReaderOptions) {
    this.#output = output;
    this.#countsComments = options.trailingCount === 'comments';
    this.#pending = new PendingCards(output, options);
  }

  get isInCard(): boolean {
    return this.phase === 'before' || this.phase === 'body' || this.phase === 'row';
  }

  /** Where a line belongs that is neither text nor a row. */
  get fate(): LineKind {
    return this.isInCard ? 'paper' : 'boilerplate';
  }

  /** Nothing follows. */
  end(): void {
    this.#finishListing(true);
    this.#tellCaptures();
    this.#pending.flush();
  }

  /** The target of a numbered link. */
  define(number: number, url: string): void {
    this.#pending.define(number, url);
  }

  append(token: TextToken): void {
    if (this.run.isFull) this.#cutRun();
    this.run.append(token, this.line);
  }

  /** The run is too long to wait for its row: all but its last card leave, or its start is given up. */
  #cutRun(): void {
    if (!this.isInCard) {
      this.dropRun();
      return;
    }
    const { blocks, width } = this.run;
    const { entries } = splitRun(blocks, width, false);
    const last = entries.length < 2 ? undefined : entries.at(-1);
    const count = last === undefined ? blocks.length : blocks.findIndex(({ line }) => line >= last.line);
    this.#finishCard(false, count);
    this.phase = 'body';
  }

  /** The row of a card was lost. @param line of the title */
  missRow(title: string, line: number): void {
    this.#output.report('missing-metadata', `no metadata row: ${truncate(title)}`, line);
  }

  /** Makes room for the next card: finishes the one before, or gives up what stood above the first. */
  startCard(): void {
    if (this.phase === 'body' || this.phase === 'row') this.#finishCard(false);
    else if (this.phase === 'header') this.dropRun();
    else if (this.phase === 'outside') {
      this.#finishOutside(false);
      this.#tellCaptures();
    }
    this.phase = 'before';
    this.card.line ??= this.line;
  }

  /** The text of a card ends and its rows begin; what stood above the first title is left behind. */
  endBody(): void {
    this.card.hasRow = true;
    this.phase = 'row';
  }

  header(): LineKind {
    if (this.phase === 'header') this.dropRun();
    else {
      // What stands above a page is a note of whoever saved it.
      if (this.phase === 'outside') this.dropRun('boilerplate');
      this.#finishListing(false);
      this.#pending.startListing();
      this.#tellCaptures();
      this.traits.printsVotes = false;
      this.traits.printsUpvoteLabels = false;
      this.run.width = 0;
    }
    this.phase = 'header';
    return 'boilerplate';
  }

  /** A heading of the first level: what follows is a note of whoever saved the next page. */
  pageTitle(): LineKind {
    if (this.phase === 'header') this.dropRun();
    else if (this.isInCard) {
      this.#finishListing(false);
      this.phase = 'outside';
    }
    return 'boilerplate';
  }

  footer(): LineKind {
    if (this.phase === 'header') this.dropRun();
    else {
      this.#finishListing(false);
      this.phase = 'outside';
    }
    return 'boilerplate';
  }

  /** Above a header it is said of the page that follows; in the header, or where none follows, of this one. */
  capture(evidence: CaptureEvidence): LineKind {
    if (this.phase === 'header') {
      this.dropRun();
      this.#pending.capture(evidence);
    } else this.#captures.push(evidence);
    return 'boilerplate';
  }

  #tellCaptures(): void {
    for (const evidence of this.#captures.splice(0)) this.#pending.capture(evidence);
  }

  /** The run, or its start, belongs to no card. */
  dropRun(fate: LineKind = this.phase === 'outside' ? 'unrecognized' : 'boilerplate', count?: number): void {
    for (const block of this.run.take(count)) this.#accountBlock(block, fate);
  }

  #accountBlock(block: Block, fate: LineKind): void {
    this.#output.account(fate, block.lines.length);
    if (fate === 'unrecognized') this.#output.report('unrecognized-line', 'not part of a paper', block.line);
  }

  /** A row ends the text of the first card: what stands in front of its title is of the page. */
  adoptRun(): void {
    if (this.isInCard) return;
    const { junk } = splitRun(this.run.blocks, this.run.width, true);
    if (junk > 0) this.dropRun(undefined, junk);
    this.phase = 'body';
  }

  #finishListing(isEnd: boolean): void {
    if (this.isInCard) this.#finishCard(isEnd);
    else this.#finishOutside(isEnd);
    this.#releaseLast();
  }

  /** Text for which no row came: cards, where there is as much of it as an abstract. */
  #finishOutside(isEnd: boolean): void {
    if (!this.run.looksLikeCard) {
      this.dropRun();
      return;
    }
    this.adoptRun();
    this.#finishCard(isEnd);
  }

  /** @param isEnd nothing follows @param count how many blocks of the run belong to it, where not all do */
  #finishCard(isEnd: boolean, count?: number): void {
    const card = this.card;
    const run = this.run.take(count);
    this.card = new Card();
    for (const block of run) this.#accountBlock(block, 'paper');
    const [first] = run;
    if (first === undefined) {
      const line = card.line ?? this.line;
      if (isEnd) this.#output.report('truncated-entry', 'the last card is cut off before its title', line);
      else if (card.line !== null) this.#output.report('missing-title', 'a card without a title', line);
      return;
    }
    const entries = first.isHeading ? [headedEntry(run)] : splitRun(run, this.run.width, false).entries;
    const bare = new Card();
    for (const [index, entry] of entries.entries()) {
      const isLast = index === entries.length - 1;
      if (entry.title === '') {
        // Nothing but marks of an extractor, such as a backslash for a line break.
        this.#output.report('missing-title', 'a card without a title', entry.line);
        continue;
      }
      if (isLast && !card.hasRow && isEnd && isCutOff(entry)) {
        this.#output.report('truncated-entry', 'the last card is cut off', entry.line);
      } else if (!isLast || !card.hasRow) {
        this.missRow(entry.title, entry.line);
      }
      const title = run.find((block) => block.line === entry.line) ?? first;
      // The votes above the run are those of its first card, the rows below it those of its last.
      const text = { entry, title, above: index === 0 ? card : bare, below: isLast ? card : bare };
      this.#emit(pendingCard(text, this.traits, this.#countsComments));
    }
  }

  #emit(card: PendingCard): void {
    const merged = this.#last === null ? null : mergeRepeated(this.#last, card);
    if (merged === null) this.#releaseLast();
    this.#last = merged ?? card;
  }

  #releaseLast(): void {
    if (this.#last !== null) this.#pending.add(this.#last);
    this.#last = null;
  }
}

/** Whether the entry ends in the middle of its text. */
function isCutOff({ abstract }: SplitEntry): boolean {
  const lastWord = abstract?.slice(abstract.lastIndexOf(' ') + 1) ?? '';
  return !/[.!?)\]"'”’]$|https?:\/\/\S/.test(lastWord);
}
