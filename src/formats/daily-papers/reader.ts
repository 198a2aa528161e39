import type { Line } from '../../input/line.ts';
import type { LineKind, Reader, ReaderOptions, ReaderOutput } from '../format.ts';
import type { CaptureEvidence } from './evidence.ts';
import { Listing } from './listing.ts';
import { type Segment, SegmentBuilder } from './segments.ts';
import { blocksOf, leadingJunk, SHORTEST_ABSTRACT, textOf, titleScore } from './split.ts';
import { Tokenizer } from './tokenizer.ts';
import { type PageToken, placeOf, type TextToken, type Token } from './tokens.ts';

/** A text of two or three words in lower case scores as much. */
const LEAST_SCORE_OF_TITLE = 2;

/** The number of tokens outside of pages that may wait for the next page, so that any input is read in constant memory. */
const LONGEST_PREFACE = 2000;

/**
 * The position of the reader in the input. A page starts with a header or, if that is lost, with its first card.
 *
 *     outside ──header──▶ head ──first card──▶ cards ──footer──▶ outside
 */
type Region = 'outside' | 'head' | 'cards';

/** Reads pages of Daily Papers: lines → tokens → segments → cards → papers. */
export class DailyPapersReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #tokenizer = new Tokenizer();
  readonly #segments = new SegmentBuilder((segment) => this.#segment(segment));
  readonly #listing: Listing;
  #region: Region = 'outside';
  /** Text outside of pages: notes on a page, if one follows. */
  #preface: Token[] = [];
  /** The text just closed is above a header. */
  #isAboveHeader = false;
  /** There was a card, on any page. */
  #hasCards = false;
  /** Number of the last line that was accounted for. */
  #accounted = 0;

  constructor(output: ReaderOutput, options: ReaderOptions) {
    this.#output = output;
    this.#listing = new Listing(output, options);
  }

  line(line: Line): void {
    for (const token of this.#tokenizer.read(line)) {
      if (placeOf[token.type] === 'page') this.#page(token as PageToken);
      else this.#segments.push(token);
    }
  }

  end(): void {
    this.#segments.close('page');
    this.#endPreface('unrecognized');
    this.#listing.end();
  }

  /** Accounts for the lines of tokens; called once for every token, in the order of the input. */
  #account(tokens: readonly Token[], kind: LineKind): void {
    let lines = 0;
    for (const { line } of tokens) {
      if (line !== this.#accounted) lines += 1;
      this.#accounted = line;
    }
    if (lines > 0) this.#output.account(kind, lines);
  }

  // ── lines of the page ─────────────────────────────────────────────────────────────────────────────────────────

  #page(token: PageToken): void {
    // Text above a line of the header is part of the page.
    if (this.#region === 'head') this.#segments.close('page');
    switch (token.type) {
      case 'header':
        this.#header();
        break;
      case 'footer':
        this.#endPage();
        break;
      case 'page-title':
        // The following text is a note by the person who saved the next page.
        this.#endPage();
        break;
      case 'capture':
        this.#capture(token.evidence, token.line);
        if (token.day !== null && this.#region === 'head') this.#listing.setPageDay(token.day, token.line);
        break;
      case 'definition':
        this.#listing.define(token.number, token.url);
        break;
      default:
    }
    this.#output.account('boilerplate');
  }

  /** A note above a header belongs to the page that follows. */
  #capture(evidence: CaptureEvidence, line: number): void {
    const isOfThis = this.#region === 'head' || (this.#region === 'cards' && evidence.from === 'page');
    this.#listing.capture(evidence, line, isOfThis);
  }

  #header(): void {
    this.#isAboveHeader = true;
    this.#segments.close('page');
    this.#isAboveHeader = false;
    if (this.#region !== 'head') {
      this.#endPreface('boilerplate');
      this.#listing.startPage();
    }
    this.#region = 'head';
  }

  #endPage(): void {
    this.#segments.close('page');
    if (this.#region !== 'cards') return;
    this.#listing.endPage();
    this.#region = 'outside';
  }

  // ── segments ──────────────────────────────────────────────────────────────────────────────────────────────────

  #segment(segment: Segment): void {
    if (segment.closedBy === 'length') this.#longSegment(segment);
    else if (this.#region === 'cards' && isRemark(segment) && this.#listing.endCards())
      this.#drop(segment.tokens, 'unrecognized');
    else if (this.#region === 'cards') this.#card(segment);
    else if (!this.#isNote(segment) && isCard(segment, this.#region, this.#listing.hasPageDay))
      this.#firstCard(segment);
    else this.#noCard(segment);
  }

  /** Text above the first page of an input is a note by the person who saved it. */
  #isNote({ tokens }: Segment): boolean {
    return this.#isAboveHeader && !this.#hasCards && tokens.every((token) => isText(token) || isMark(token));
  }

  #card(segment: Segment): void {
    this.#hasCards = true;
    this.#account(segment.tokens, 'paper');
    if (!segment.tokens.every(isMark)) this.#listing.add(segment);
  }

  /** The text before its title belongs to the page, or is unknown. */
  #firstCard(segment: Segment): void {
    const start = startOfCard(segment);
    const junk = segment.tokens.slice(0, start);
    this.#endPreface('unrecognized');
    const isOfPage = this.#region === 'head' && !(this.#listing.hasPageDay && junk.some(looksLikeTitle));
    this.#drop(junk, isOfPage ? 'boilerplate' : 'unrecognized');
    if (this.#region === 'outside') this.#listing.continuePage();
    this.#region = 'cards';
    this.#card({ ...segment, tokens: segment.tokens.slice(start) });
  }

  /** The day of the page, the search query, or a note. */
  #noCard({ tokens: all, closedBy }: Segment): void {
    //   Oct 2     ← belongs to the page
    //   74        ← belongs to the next card
    const end = closedBy === 'text' ? startOfTrailingNumbers(all) : all.length;
    const tokens = all.slice(0, end);
    if (end < all.length) this.#segments.resume(all.slice(end), 'above');
    if (this.#region === 'head') {
      const day = tokens.find((token) => token.type === 'day');
      if (day?.type === 'day') this.#listing.setPageDay(day.day, day.line);
      this.#account(tokens, 'boilerplate');
      return;
    }
    this.#preface.push(...tokens);
    if (this.#preface.length > LONGEST_PREFACE) this.#endPreface('unrecognized');
  }

  /** Reads all papers of the segment except the last, which may continue. */
  #longSegment(segment: Segment): void {
    const last = this.#listing.startOfLast(segment);
    const tokens = segment.tokens.slice(0, last);
    this.#segments.resume(segment.tokens.slice(last), 'text');
    const part: Segment = { tokens, closedBy: 'text' };
    if (this.#region === 'cards') this.#card(part);
    else if (isCard(part, this.#region, true)) this.#firstCard(part);
    // Keep nothing of it for the next card: a text of numbers alone would never end.
    else this.#noCard({ ...part, closedBy: 'length' });
  }

  #endPreface(kind: LineKind): void {
    const preface = this.#preface;
    this.#preface = [];
    this.#drop(preface, kind);
  }

  /** Text that belongs to no card. */
  #drop(tokens: readonly Token[], kind: LineKind): void {
    for (const token of tokens) this.#account([token], isMark(token) ? 'boilerplate' : kind);
    if (kind !== 'unrecognized') return;
    const blocks = blocksOf(tokens.filter(isText));
    for (const { line } of blocks) this.#output.report('unrecognized-line', 'not part of a paper', line);
    const row = blocks.length > 0 ? undefined : tokens.find((token) => !isMark(token));
    if (row !== undefined) this.#output.report('missing-title', 'rows of cards without any text', row.line);
  }
}

function isText(token: Token): token is TextToken {
  return token.type === 'text';
}

/** A search query is above the day of the page; a title whose abstract is lost is below it. */
function looksLikeTitle(token: Token): boolean {
  return token.type === 'text' && titleScore(token.text) > LEAST_SCORE_OF_TITLE;
}

/** Whether the text at the end of a page is a remark by the person who sent or saved it: it has no rows, and no title. */
function isRemark({ tokens, closedBy }: Segment): boolean {
  const texts = tokens.filter(isText);
  const [first] = texts;
  if (closedBy !== 'page' || first === undefined || !tokens.every((token) => isText(token) || isMark(token)))
    return false;
  if (first.isHeading || first.url !== null || first.reference !== null || looksLikeCard(tokens)) return false;
  return blocksOf(texts).every((block) => titleScore(textOf(block)) <= 0 || isShortSentence(textOf(block)));
}

/** `See you on Monday`, not `Two Boats` or a longer text that may be the title of a card that is cut off */
function isShortSentence(text: string): boolean {
  const words = text.split(' ');
  return words.length < 8 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 <= words.length;
}

function startOfTrailingNumbers(tokens: readonly Token[]): number {
  return 1 + tokens.findLastIndex(({ type }) => type === 'text' || placeOf[type] === 'below');
}

function isMark({ type }: Token): boolean {
  return type === 'decoration' || type === 'address' || type === 'separator';
}

/** Whether a segment before all cards is a card. */
function isCard({ tokens, closedBy }: Segment, region: Region, hasPageDay: boolean): boolean {
  const first = tokens.find(isText);
  if (first === undefined) return false;
  const types = new Set(tokens.map(({ type }) => type));
  const start = tokens.indexOf(first);
  const hasAbove = tokens.slice(0, start).some(({ type }) => /^(?:votes|submitted|number|dash)$/.test(type));
  const hasRow = ['authors', 'organization', 'upvote', 'github', 'comments'].some((type) => types.has(type as never));
  if (hasAbove || hasRow || looksLikeCard(tokens)) return true;
  if (types.has('day')) return types.has('separator') || hasPageDay;
  // `## Notes` may have been put before the page by the person who saved it.
  return first.isHeading && !first.isSection && (region === 'head' || first.url !== null) && closedBy !== 'page';
}

/** Whether text as long as an abstract follows other text. */
function looksLikeCard(tokens: readonly Token[]): boolean {
  const blocks = blocksOf(tokens.filter(isText));
  return blocks.length > 1 && blocks.some((block) => textOf(block).length > SHORTEST_ABSTRACT);
}

function startOfCard({ tokens }: Segment): number {
  const texts = tokens.filter(isText);
  const blocks = blocksOf(texts);
  const junk = blocks[0]?.isHeading ? 0 : leadingJunk(blocks);
  const title = blocks[junk];
  if (junk === 0 || title === undefined) return 0;
  return tokens.findIndex(({ line }) => line === title.line);
}
