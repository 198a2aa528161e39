import type { Line } from '../../input/text.ts';
import { type CaptureEvidence, captureEvidence } from './evidence.ts';
import { isFurniture, isPageFooter, isPageHeader } from './furniture.ts';
import { mayHoldMarkup, type SeenLine, seeThrough } from './markup.ts';
import { type PrintedDay, parseCount, parseDay } from './values.ts';

/** Text of a paper, or of whatever else stands between the rows that are known. */
export interface TextToken {
  readonly type: 'text';
  readonly text: string;
  /** The line before it, without a blank one between, was text too. */
  readonly continues: boolean;
  readonly isHeading: boolean;
  readonly url: string | null;
  readonly reference: number | null;
  /** The text is or may be the label of a Markdown link that started on this or an earlier line. */
  readonly inLink: boolean;
}

/**
 * What one line, or a part of it, tells. `null` as a value means that something stands there which is no value.
 *
 * | token | shows |
 * |---|---|
 * | `votes` | `[-] 74`, `[101](/login?next=…)`: certainly the votes of the card that it starts |
 * | `number`, `dash` | `6` or `-` alone: votes or comments, which only what stands around it tells |
 * | `upvote`, `comments` | `Upvote 117`, `[6](…#community)` |
 * | `authors`, `separator`, `day` | `• 3 authors`, `·`, `Mar 25 2` |
 * | `organization` | what stands before `·` on the same line |
 * | `submitted`, `github` | `Submitted by vvasilev`, `GitHub 11.3k` |
 * | `url`, `definition` | an address alone on its line; `[32]: https://…` |
 * | `decoration` | pictures, brackets and labels that belong to a card and tell nothing |
 * | `furniture`, `capture` | of the page, not of a card: navigation, banner; a line that tells when it was taken |
 * | `header`, `footer` | the lines with which a page starts and ends |
 */
export type Token =
  | TextToken
  | { readonly type: 'votes'; readonly count: number | null }
  | { readonly type: 'number'; readonly count: number; readonly text: string; readonly continues: boolean }
  | { readonly type: 'dash' }
  | { readonly type: 'upvote'; readonly count: number | null }
  | { readonly type: 'comments'; readonly count: number }
  | { readonly type: 'authors'; readonly count: number | null; readonly text: string }
  | { readonly type: 'separator' }
  | { readonly type: 'day'; readonly day: PrintedDay; readonly rest: string; readonly text: string }
  | {
      readonly type: 'organization';
      readonly text: string;
      readonly url: string | null;
      readonly reference: number | null;
    }
  | { readonly type: 'submitted'; readonly name: string | null }
  | { readonly type: 'github'; readonly stars: number | null; readonly url: string | null }
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'definition'; readonly number: number; readonly url: string }
  | { readonly type: 'decoration' }
  | { readonly type: 'furniture' }
  | { readonly type: 'header' }
  | { readonly type: 'footer' }
  | { readonly type: 'capture'; readonly evidence: CaptureEvidence };

/** A line longer than this shows text and nothing else, unless brackets surround it. */
const LONGEST_ROW = 300;

const BULLETS = /^(?:[•*+◦▪‣–-]\s*)*/;
const AUTHORS = /^(?:[•*+◦▪‣·–-]\s*)*(\d\S*)\s+authors?$/i;
const CHECKBOX = /^\[[ xX✓-]?\]\s*(.*)$/;
const UPVOTE = /^upvoted?\b[\s:]*(.{0,12})$/i;
const SUBMITTED = /^submitted by\b[\s:]*(?:\[[^[\]]{0,40}\]\s*)?(.*)$/i;
const GITHUB = /^github(?:\s+([\d.,]+[kKmM]?))?(?:\s+arxiv page)?$/i;
const URL_ALONE = /^<?(https?:\/\/[^\s<>]+)>?$/;
const SITE_URL = /^https?:\/\/(?:www\.)?huggingface\.co\//;
// [32]: https://…     17. https://… (lynx)     [17] https://… (w3m)
const DEFINITION = /^(?:\[(\d{1,6})\]:?|(\d{1,6})\.)\s+<?((?:https?|file):\/\/[^\s<>]*|\/[^\s<>]*)>?$/;
// [a]   * [avatar.svg]   • [x]
const PICTURE_BULLET = /^(?:[•*+◦▪‣–-]\s*)?\[[^[\]]{0,40}\]$|^[•*+◦▪‣]$/;
const FRONT_MATTER_KEY = /^[\w-]{1,40}:(?:\s|$)/;

/** Turns lines into tokens; knows what an earlier line left open, and nothing of cards. */
export class Tokenizer {
  readonly #linkNumbers = new LinkNumbers();
  #inLink = false;
  #afterText = false;
  #afterSeparator = false;
  #frontMatter: 'none' | 'perhaps' | 'inside' = 'none';

  /** @returns the tokens of the line in the order in which they stand on it; none for a blank line */
  read(line: Line): readonly Token[] {
    if (line.isBlank) {
      this.#afterText = false;
      return [];
    }
    const continues = this.#afterText;
    if (line.length > LONGEST_ROW && !this.#linkNumbers.active && !mayHoldMarkup(line)) {
      return this.#textOnly(line.text, continues);
    }
    const raw = line.text;
    const fromFrontMatter = this.#readFrontMatter(raw);
    if (fromFrontMatter !== null) return [fromFrontMatter];
    const definition = DEFINITION.exec(raw);
    if (definition !== null) {
      return [{ type: 'definition', number: Number(definition[1] ?? definition[2]), url: definition[3] ?? '' }];
    }
    const numbered = this.#linkNumbers.strip(raw);
    const seen = mayHoldMarkup(line) ? seeThrough(numbered.text, this.#inLink) : plainLine(numbered.text);
    const startsLink = seen.opensLink || (seen.urls.length > 0 && !seen.closesLink);
    if (seen.isHeading || seen.closesLink) this.#inLink = false;
    const inLink = this.#inLink || seen.urls.length > 0;
    if (seen.opensLink) this.#inLink = true;
    const tokens = this.#classify(seen, raw, numbered.reference, continues && !seen.isHeading && !startsLink, inLink);
    const last = tokens.at(-1);
    this.#afterText = last?.type === 'text' && !seen.closesLink && (seen.urls.length === 0 || seen.opensLink);
    this.#afterSeparator = last?.type === 'separator';
    return tokens;
  }

  #textOnly(text: string, continues: boolean): readonly Token[] {
    this.#afterText = true;
    this.#afterSeparator = false;
    return [{ type: 'text', text, continues, isHeading: false, url: null, reference: null, inLink: this.#inLink }];
  }

  /** `---`, then `key: value` lines, then `---` */
  #readFrontMatter(raw: string): Token | null {
    if (raw === '---') {
      this.#frontMatter = this.#frontMatter === 'inside' ? 'none' : 'perhaps';
      this.#afterText = false;
      return { type: 'furniture' };
    }
    if (this.#frontMatter === 'none') return null;
    const isKey = FRONT_MATTER_KEY.test(raw);
    if (this.#frontMatter === 'perhaps') this.#frontMatter = isKey ? 'inside' : 'none';
    else if (!isKey && !/^[-#]/.test(raw)) this.#frontMatter = 'none';
    if (this.#frontMatter === 'none') return null;
    const evidence = captureEvidence(raw);
    return evidence === null ? { type: 'furniture' } : { type: 'capture', evidence };
  }

  #classify(
    seen: SeenLine,
    raw: string,
    linkNumber: number | null,
    continues: boolean,
    inLink: boolean,
  ): readonly Token[] {
    const { text } = seen;
    const url = seen.urls.at(-1) ?? null;
    const reference = seen.reference ?? linkNumber;
    const asText: TextToken = { type: 'text', text, continues, isHeading: seen.isHeading, url, reference, inLink };
    if (text === '') return [{ type: 'decoration' }];
    if (text.length > LONGEST_ROW) return [asText];
    const page = continues ? null : pageToken(text, raw);
    if (page !== null) return [page];
    if (seen.isHeading) return [asText];
    const address = URL_ALONE.exec(text);
    if (address !== null && (!continues || SITE_URL.test(text))) return [{ type: 'url', url: address[1] ?? '' }];
    return this.#row(seen, continues, reference) ?? [asText];
  }

  /** The tokens of a line that is a row of a card, or a part of one; null where it is not. */
  #row(seen: SeenLine, continues: boolean, reference: number | null): readonly Token[] | null {
    const { text } = seen;
    const url = seen.urls.at(-1) ?? '';
    const isVote = url.includes('login?next=');
    const checkbox = CHECKBOX.exec(text);
    if (checkbox !== null) {
      const [, count = ''] = checkbox;
      if (count === '') return [{ type: 'votes', count: null }];
      if (parseVotes(count) !== null) return [{ type: 'votes', count: parseVotes(count) }];
    }
    const votes = parseVotes(text);
    if (votes !== null && isVote) return [{ type: 'votes', count: votes }];
    if (text === '-' || text === '–') return [{ type: 'dash' }];
    if (votes !== null && url.includes('#community')) return [{ type: 'comments', count: votes }];
    if (votes !== null) return [{ type: 'number', count: votes, text, continues }];
    if (PICTURE_BULLET.test(text) || /^(?:view )?(?:arxiv|project) page$/i.test(text)) return [{ type: 'decoration' }];
    const upvote = UPVOTE.exec(text);
    if (upvote !== null) {
      const [, count = ''] = upvote;
      if (count === '' || parseVotes(count) !== null) return [{ type: 'upvote', count: parseVotes(count) }];
    }
    const submitted = SUBMITTED.exec(text);
    if (submitted !== null) return [{ type: 'submitted', name: submitted[1] || null }];
    const github = GITHUB.exec(text);
    if (github !== null) {
      const repository = seen.urls.find((target) => target.includes('github.com/')) ?? null;
      return [{ type: 'github', stars: github[1] === undefined ? null : parseCount(github[1]), url: repository }];
    }
    if (text.includes('·')) return dottedRow(text, url === '' ? null : (seen.urls[0] ?? null), reference);
    const authors = authorsToken(text);
    if (authors !== null) return [authors];
    return continues ? null : dayTokens(text, this.#afterSeparator);
  }
}

function plainLine(text: string): SeenLine {
  return { text, urls: [], reference: null, isHeading: false, opensLink: false, closesLink: false };
}

/** `-` is how the page shows no votes. */
function parseVotes(text: string): number | null {
  return text === '-' ? 0 : text.length > 12 ? null : parseCount(text);
}

/** What a line of the page, rather than of a card, tells. */
function pageToken(text: string, raw: string): Token | null {
  const evidence = /20\d\d/.test(raw) ? captureEvidence(raw) : null;
  if (evidence !== null) return { type: 'capture', evidence };
  const shown = text.replace(BULLETS, '');
  if (isPageHeader(shown)) return { type: 'header' };
  if (isPageFooter(shown)) return { type: 'footer' };
  return isFurniture(shown) || isFurniture(text) ? { type: 'furniture' } : null;
}

function authorsToken(text: string): Token | null {
  const authors = AUTHORS.exec(text);
  return authors === null ? null : { type: 'authors', count: parseCount(authors[1] ?? ''), text };
}

function dayTokens(text: string, certain: boolean): readonly Token[] | null {
  const parsed = parseDay(text);
  if (parsed === null) return null;
  const { day, rest } = parsed;
  const isPlain = rest === '' || parseCount(rest) !== null;
  if (!isPlain && !((certain || /^published/i.test(text)) && rest.length <= 30)) return null;
  return [{ type: 'day', day, rest, text }];
}

//   Fern Lab · 9 authors · May 29 6
function dottedRow(text: string, url: string | null, reference: number | null): readonly Token[] | null {
  const tokens: Token[] = [];
  let isRow = false;
  const parts = text.split('·').map((part) => part.trim());
  for (const [index, part] of parts.entries()) {
    if (index > 0) tokens.push({ type: 'separator' });
    if (part === '') continue;
    const known = authorsToken(part) ?? dayTokens(part, true)?.[0];
    if (known !== null && known !== undefined) {
      tokens.push(known);
      isRow = true;
    } else if (index === 0) tokens.push({ type: 'organization', text: part, url, reference });
    else return null;
  }
  return isRow || parts.every((part) => part === '') ? tokens : null;
}

/**
 * The link numbers that lynx and w3m print in front of each link, in the order of the page:
 *
 *     [17]Pocket Orchards: Growing Compact
 *     [19]Fern Lab · May 29[20] 6
 *
 * Since they count up, `[1]` in a text that cites something is not taken for one.
 */
class LinkNumbers {
  #last = 0;
  #inSequence = 0;

  get active(): boolean {
    return this.#inSequence > 1;
  }

  /** @returns the text without link numbers, and the first of them */
  strip(text: string): { text: string; reference: number | null } {
    const first = /^(?:[•*+-]\s*)?\[(\d{1,6})\](?!\s?[[(:])(?=\S|$)/.exec(text);
    if (first !== null && !this.active) {
      this.#inSequence = Number(first[1]) === this.#last + 1 ? this.#inSequence + 1 : 1;
      if (!this.active) this.#last = Number(first[1]);
    }
    if (!this.active || !text.includes('[')) return { text, reference: null };
    let reference: number | null = null;
    const stripped = text.replace(/\[(\d{1,6})\]/g, (label, digits: string) => {
      const number = Number(digits);
      if (number <= this.#last || number > this.#last + 8) return label;
      this.#last = number;
      reference ??= number;
      return '';
    });
    return { text: reference === null ? text : stripped.trim(), reference };
  }
}
