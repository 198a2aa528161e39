import { isLogin } from './rules.ts';
import { type NumberToken, placeOf, type TextToken, type Token } from './tokens.ts';

/**
 * A card of the page, or text and rows that may be one:
 *
 *     segment = above* text+ below*
 *     above   = votes | "Submitted by" name
 *     below   = (authors | organization) | "·" | day count? | upvote label | github
 *
 * Single numbers are kept in place: those at the end may be the votes of the next card.
 */
export interface Segment {
  readonly tokens: readonly Token[];
  /** Why it ended: text, an `above`, a line of the page or the end of the input; or it is too long. */
  readonly closedBy: 'text' | 'above' | 'page' | 'length';
}

/** Limits in tokens and in characters of text, so that any page is read in constant memory. */
const LONGEST_SEGMENT = 800;
const LONGEST_TEXT = 1_000_000;

/**
 * Groups tokens into segments. A segment closes at the first text or `above` after a `below`, and at any `above` or heading
 * after text:
 *
 *     phase    above ──text──▶ text ──below──▶ below ──text, above──▶ (closed)
 */
export class SegmentBuilder {
  readonly #emit: (segment: Segment) => void;
  #tokens: Token[] = [];
  #phase: 'above' | 'text' | 'below' = 'above';
  #characters = 0;
  /** Index of the last token that is more than decoration, -1 if there is none. */
  #lastIndex = -1;
  #hasDay = false;
  /** Text after `Submitted by`: a name, if more text follows. */
  #name: TextToken | null = null;

  constructor(emit: (segment: Segment) => void) {
    this.#emit = emit;
  }

  push(token: Token): void {
    if (this.#name !== null && token.type !== 'decoration') this.#resolveName(this.#name, token);
    switch (placeOf[token.type]) {
      case 'text':
        this.#text(token as TextToken);
        break;
      case 'above':
        this.#above(token);
        break;
      case 'below':
        this.#below(token);
        break;
      default:
        this.#neutral(token);
    }
    if (this.#tokens.length >= LONGEST_SEGMENT || this.#characters >= LONGEST_TEXT) this.close('length');
  }

  /** Ends the segment. */
  close(by: Segment['closedBy']): void {
    if (this.#name !== null) this.#resolveName(this.#name, null);
    const tokens = this.#tokens;
    this.#restart([], 'above');
    if (tokens.length > 0) this.#emit({ tokens, closedBy: by });
  }

  /** Call while a segment is passed on: its last part begins the next segment. */
  resume(tokens: readonly Token[], phase: 'above' | 'text'): void {
    this.#restart(tokens, phase);
  }

  get #last(): Token | undefined {
    return this.#tokens[this.#lastIndex];
  }

  #add(token: Token): void {
    if (token.type !== 'decoration') this.#lastIndex = this.#tokens.length;
    if (token.type === 'day') this.#hasDay = true;
    if (token.type === 'text') this.#characters += token.text.length;
    this.#tokens.push(token);
  }

  /** The rest of its line has no meaning. */
  #addMark({ line }: Token): void {
    this.#tokens.push({ type: 'decoration', line });
  }

  /** Starts a new segment with these tokens. */
  #restart(tokens: readonly Token[], phase: 'above' | 'text'): void {
    this.#tokens = [];
    this.#phase = phase;
    this.#characters = 0;
    this.#lastIndex = -1;
    this.#hasDay = false;
    for (const token of tokens) this.#add(token);
  }

  #text(token: TextToken): void {
    const last = this.#phase === 'above' ? this.#last : undefined;
    if (last?.type === 'submitted' && !token.isHeading) {
      //   Submitted by beacon-     ← names do not end in a hyphen, so the line was wrapped
      //   watch
      if (last.name?.endsWith('-')) {
        this.#replace(last, { ...last, name: last.name + token.text });
        this.#addMark(token);
        return;
      }
      if (last.name === null) {
        this.#name = token;
        return;
      }
    }
    if (this.#phase === 'below' || (token.isHeading && this.#phase === 'text')) this.close('text');
    this.#phase = 'text';
    this.#add(token);
  }

  /**
   * Distinguishes a name from the title of a card whose submitter has no name:
   *
   *     Submitted by            Submitted by
   *     vvasilev                A Note on Slow Snails
   *     7                       · 3 authors
   *     A Note on Slow Snails
   */
  #resolveName(text: TextToken, next: Token | null): void {
    this.#name = null;
    const place = next === null ? 'page' : placeOf[next.type];
    const isName =
      place === 'above' || place === 'neutral' || (place === 'text' && isUserName(text, next as TextToken));
    const submitted = this.#last;
    if (isName && submitted?.type === 'submitted') {
      this.#replace(submitted, { ...submitted, name: text.text });
      this.#addMark(text);
      return;
    }
    this.#phase = 'text';
    this.#add(text);
  }

  #above(token: Token): void {
    const last = this.#last;
    // Not a check box, but the picture of the submitter.
    if (token.type === 'votes' && token.count === null && last?.type === 'submitted' && last.name === null) {
      this.#addMark(token);
      return;
    }
    if (token.type === 'votes' && last?.type === 'upvote' && last.count === null) {
      this.#replace(last, { ...last, count: token.count });
      this.#addMark(token);
      return;
    }
    if (this.#phase !== 'above') this.close('above');
    this.#add(token);
  }

  #below(token: Token): void {
    // The rows of a card whose text is lost.
    const isNext = token.type === 'authors' && this.#phase === 'below' && this.#hasDay;
    if (isNext) this.close('text');
    if (token.type !== 'separator' || this.#phase !== 'above') this.#phase = 'below';
    this.#add(token);
  }

  #neutral(token: Token): void {
    const last = this.#last;
    if (token.type === 'number' || token.type === 'dash') {
      const labelled = last === undefined ? null : withValue(last, token);
      if (last !== undefined && labelled !== null) this.#replace(last, labelled);
      if (labelled === null) this.#add(token);
      else this.#addMark(token);
      return;
    }
    if (token.type !== 'address') {
      this.#add(token);
      return;
    }
    const number = last?.type === 'number' || last?.type === 'dash' ? last : null;
    if (isLogin(token.url)) this.#loginAddress(number);
    else if (token.url.includes('#community') && number?.type === 'number') {
      this.#replace(number, { type: 'comments', count: number.count, line: number.line });
      this.#phase = 'below';
    }
    this.#add(token);
  }

  //   74
  //   https://huggingface.co/login?next=…     ← a login is needed to vote, so the number counts votes
  #loginAddress(number: NumberToken | null): void {
    const tail = number === null ? [] : this.#tokens.slice(this.#lastIndex);
    if (this.#phase !== 'above') {
      this.#tokens.length -= tail.length;
      this.close('above');
      for (const token of tail) this.#add(token);
    }
    if (number === null) return;
    const count = number.type === 'number' ? number.count : 0;
    this.#replace(number, { type: 'votes', count, hasBox: false, line: number.line });
  }

  #replace(token: Token, by: Token): void {
    this.#tokens[this.#tokens.lastIndexOf(token)] = by;
  }
}

/**
 * Joins a label with its value on the next line; null if it is complete.
 *
 *     Upvote     GitHub     [ ]
 *     117        11.3k      74
 */
function withValue(label: Token, number: NumberToken): Token | null {
  const count = number.type === 'number' ? number.count : 0;
  if ((label.type === 'upvote' || label.type === 'votes') && label.count === null) return { ...label, count };
  if (label.type !== 'github' || label.stars !== null || number.type === 'dash') return null;
  const url = number.url?.includes('github.com/') ? number.url : null;
  return { ...label, stars: count, url: label.url ?? url };
}

/** Names of users have no spaces; a heading is a title. */
function isUserName({ text }: TextToken, next: TextToken): boolean {
  return next.isHeading || !/\s/.test(text);
}
