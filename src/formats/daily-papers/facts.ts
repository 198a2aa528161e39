import { hasPictureName, LONGEST_NAME } from './organization.ts';
import type { Segment } from './segments.ts';
import { SHORTEST_ABSTRACT } from './split.ts';
import { placeOf, type TextToken, type Token } from './tokens.ts';

/** Properties shared by all cards of a page. */
export interface PageFacts {
  /** Votes are before the titles, so the number after a date counts comments. */
  readonly printsVotes: boolean;
  /** Votes have labels: `Upvote 117`. */
  readonly printsUpvoteLabels: boolean;
  readonly printsSubmitters: boolean;
  /** Titles are headings. */
  readonly printsHeadings: boolean;
  /** Cards show neither days nor abstracts: the page is that of one day. */
  readonly isOfOneDay: boolean;
  /** Text browsers print the names of pictures before the text next to them. */
  readonly printsPictureNames: boolean;
  /** Each card occurs twice, for two screen sizes. */
  readonly printsTwice: boolean;
  /** Each line of the page is one line: no extractor wrapped it. */
  readonly isUnwrapped: boolean;
  /** Of the longest line, in characters. */
  readonly width: number;
}

/** Lines longer than this were not wrapped by an extractor. */
const WIDEST_WRAPPED_LINE = 160;

/** When this many are counted, all counts are halved, so that a page may continue in another layout. */
const MOST_COUNTED = 400;

/** Collects the evidence of the segments of one page. Each fact is settled by the majority of the cards, never by a line. */
export class FactCollector {
  #counts = {
    segments: 0,
    votes: 0,
    noVotes: 0,
    upvoteLabels: 0,
    submitters: 0,
    abstracts: 0,
    headings: 0,
    days: 0,
    pictureNames: 0,
    noPictureNames: 0,
    repeated: 0,
    unwrapped: 0,
  };
  #width = 0;
  #previous: { readonly segment: Segment; readonly title: string } | null = null;

  /** @param segment the next one that may be a card */
  add(segment: Segment): void {
    const { tokens } = segment;
    const counts = this.#counts;
    if (counts.segments >= MOST_COUNTED) this.#halve();
    const texts = tokens.filter((token): token is TextToken => token.type === 'text');
    const title = texts[0]?.text ?? '';
    const widest = texts.reduce((width, { text }) => Math.max(width, text.length), 0);
    const length = texts.reduce((sum, { text }) => sum + text.length, -title.length);
    counts.segments += 1;
    this.#width = Math.max(this.#width, widest);
    if (length > SHORTEST_ABSTRACT) counts.abstracts += 1;
    if (texts[0]?.isHeading) counts.headings += 1;
    if (widest > WIDEST_WRAPPED_LINE) counts.unwrapped += 1;
    if (title === this.#previous?.title) counts.repeated += 1;
    this.#countVotes(segment);
    this.#countRows(tokens);
    this.#previous = { segment, title };
  }

  settle(): PageFacts {
    const counts = this.#counts;
    const isCommon = (count: number) => 2 * count > counts.segments;
    return {
      printsVotes: counts.votes > counts.noVotes,
      printsUpvoteLabels: isCommon(counts.upvoteLabels),
      printsSubmitters: isCommon(counts.submitters),
      printsHeadings: isCommon(counts.headings),
      isOfOneDay: 3 * Math.max(counts.days, counts.abstracts) < counts.segments,
      printsPictureNames: counts.pictureNames > counts.noPictureNames,
      printsTwice: 4 * counts.repeated > counts.segments,
      isUnwrapped: 4 * counts.unwrapped >= counts.abstracts && counts.unwrapped > 0,
      width: this.#width,
    };
  }

  /**
   * The lines between the rows of a card and the text of the next:
   *
   *     May 29      May 29      May 29 6      May 29
   *     6           173         173
   *     173
   *     Title       Title       Title         Title
   *     (votes)     (either)    (votes)       (no votes)
   */
  #countVotes({ tokens }: Segment): void {
    const start = tokens.findIndex(({ type }) => type === 'text');
    const above = tokens.slice(0, Math.max(0, start));
    const before = this.#previous?.segment;
    const numbers = [...(before?.closedBy === 'text' ? trailingNumbers(before.tokens) : []), ...above.filter(isNumber)];
    const isCertain =
      above.some(({ type }) => type === 'votes') ||
      numbers.length > 1 ||
      numbers.at(-1)?.type === 'dash' ||
      (numbers.length === 1 && (before?.closedBy !== 'text' || before.tokens.some(({ type }) => type === 'comments')));
    if (isCertain) this.#counts.votes += 1;
    else if (numbers.length === 0) this.#counts.noVotes += 1;
  }

  #countRows(tokens: readonly Token[]): void {
    const counts = this.#counts;
    const seen = { upvoteLabels: 0, submitters: 0, days: 0, pictureNames: 0 };
    let organization: string | null = null;
    for (const token of tokens) {
      if (token.type === 'upvote' || (token.type === 'day' && token.isPublished)) seen.upvoteLabels = 1;
      if (token.type === 'submitted') seen.submitters = 1;
      if (token.type === 'day') seen.days = 1;
      if (token.type === 'votes' && token.hasBox) seen.pictureNames = 1;
      if (token.type === 'organization') organization ??= token.text;
    }
    counts.upvoteLabels += seen.upvoteLabels;
    counts.submitters += seen.submitters;
    counts.days += seen.days;
    counts.pictureNames += seen.pictureNames;
    const name = organization ?? lastLine(tokens);
    if (name !== null && hasPictureName(name)) counts.pictureNames += 1;
    else if (organization !== null) counts.noPictureNames += 1;
  }

  #halve(): void {
    const counts = this.#counts;
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] = Math.floor(counts[key] / 2);
  }
}

/** The text above the first row: an organization, perhaps. */
function lastLine(tokens: readonly Token[]): string | null {
  const row = tokens.findIndex(({ type }) => placeOf[type] === 'below');
  const text = tokens.slice(0, Math.max(0, row)).findLast((token) => token.type === 'text');
  return text?.type !== 'text' || text.text.length > LONGEST_NAME ? null : text.text;
}

function isNumber({ type }: Token): boolean {
  return type === 'number' || type === 'dash';
}

/** The single numbers after the last row. */
export function trailingNumbers(tokens: readonly Token[]): Token[] {
  const last = tokens.findLastIndex(({ type }) => placeOf[type] === 'below' || type === 'text');
  return tokens.slice(last + 1).filter(isNumber);
}
