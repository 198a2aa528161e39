import type { Line } from '../../input/text.ts';
import { isTextForCertain } from './certain-text.ts';
import { captureEvidence } from './evidence.ts';
import { isFurniture, isPageFooter, isPageHeader } from './furniture.ts';
import { LinkNumbers } from './link-numbers.ts';
import { type Escaping, mayHoldMarkup, type SeenLine, seeThrough } from './markup.ts';
import { paperId } from './paper-address.ts';
import { isSeparator, LONGEST_ROW, rowTokens } from './rows.ts';
import { plainText, type TextToken, type Token } from './tokens.ts';
import { usualRowTokens } from './usual-rows.ts';
import { parseCount } from './values.ts';

const BULLETS = /^(?:[•*+◦▪‣–-]\s*)*/;
const URL_ALONE = /^<?(https?:\/\/[^\s<>]+)>?$/;
const SITE_URL = /^https?:\/\/(?:www\.)?huggingface\.co\//;
// [32]: https://…     17. https://… (lynx)     [17] https://… (w3m)
const DEFINITION = /^(?:\[(\d{1,6})\]:?|(\d{1,6})\.)\s+<?((?:https?|file):\/\/[^\s<>]*|\/[^\s<>]*)>?$/;
const CUT_ADDRESS = /(!?)\[([^[\]]*)\]\(https?:[^()\s]*-$/;
const FRONT_MATTER_KEY = /^[\w-]{1,40}:(?:\s|$)/;

/** What a short line is where nothing is left open, and what it leaves open itself. */
interface RememberedRow {
  readonly tokens: readonly Token[];
  readonly cutDay: boolean;
  readonly afterSeparator: boolean;
}

const LOWER_CASE = 0x20;
const LETTER_A = 0x61;
const LETTER_Z = 0x7a;

const SEPARATOR: readonly Token[] = [{ type: 'separator' }];

const LONGEST_REMEMBERED_ROW = 40;
const MOST_REMEMBERED_ROWS = 10_000;

/** Turns lines into tokens; knows what an earlier line left open, and nothing of cards. */
export class Tokenizer {
  readonly #linkNumbers = new LinkNumbers();
  #inLink = false;
  #inAddress = false;
  /** A definition's address was wrapped. */
  #cutDefinition = false;
  #isMarkdown = false;
  #afterText = false;
  #afterSeparator = false;
  #cutDay = false;
  #frontMatter: 'none' | 'perhaps' | 'inside' = 'none';
  readonly #rows = new Map<string, RememberedRow>();
  readonly #takesShortcuts: boolean;

  /** @param takesShortcuts false reads every line by the rules, for a test that both give the same */
  constructor(takesShortcuts = true) {
    this.#takesShortcuts = takesShortcuts;
  }

  /** @returns the tokens of the line in the order in which they stand on it; none for a blank line */
  read(line: Line): readonly Token[] {
    if (line.isBlank) {
      this.#afterText = false;
      return [];
    }
    const continues = this.#afterText;
    if (line.length > LONGEST_ROW && !this.#linkNumbers.active && !mayHoldMarkup(line)) {
      return this.#textOnly(line.text, continues, line.isTidy);
    }
    return this.#isQuiet() ? this.#readQuietly(line, continues) : this.#readByRules(line, continues);
  }

  /** Whether the next line is read as if it were the first one. */
  get isAtRest(): boolean {
    return !this.#afterText && !this.#afterSeparator && this.#isQuiet();
  }

  /** Whether no earlier line left anything open, so that a line tells the same wherever it stands. */
  #isQuiet(): boolean {
    const isOpen = this.#inLink || this.#inAddress || this.#cutDefinition || this.#cutDay || this.#linkNumbers.active;
    return this.#takesShortcuts && !isOpen && !this.#isMarkdown && this.#frontMatter === 'none';
  }

  /**
   * The same as by the rules, with less work for what most lines of plain pages are, a short row or a title: a page of 100
   * papers has hardly 50 rows that differ, and a title is told by what it lacks. Three times as fast as the rules.
   */
  #readQuietly(line: Line, continues: boolean): readonly Token[] {
    if (isSeparator(line)) {
      this.#afterText = false;
      this.#afterSeparator = true;
      return SEPARATOR;
    }
    const isShort = line.length <= LONGEST_REMEMBERED_ROW;
    const first = line.byte(0) | LOWER_CASE;
    if ((!isShort || (first >= LETTER_A && first <= LETTER_Z)) && line.isTidy) {
      const { text } = line;
      if (isTextForCertain(text)) return this.#textOnly(text, continues, true);
    }
    if (!isShort) return this.#readByRules(line, continues);
    const row = continues ? null : usualRowTokens(line);
    if (row !== null) {
      this.#afterSeparator = false;
      return row;
    }
    const key = `${line.latin1}${continues ? '\n' : ''}${this.#afterSeparator ? '\t' : ''}`;
    const known = this.#rows.get(key);
    if (known !== undefined) {
      this.#afterText = false;
      this.#cutDay = known.cutDay;
      this.#afterSeparator = known.afterSeparator;
      return known.tokens;
    }
    const tokens = this.#readByRules(line, continues);
    if (this.#rows.size < MOST_REMEMBERED_ROWS && tokens.every(({ type }) => type !== 'text')) {
      const [cutDay, afterSeparator] = [this.#cutDay, this.#afterSeparator];
      this.#cutDay = false;
      if (this.#isQuiet()) this.#rows.set(key, { tokens, cutDay, afterSeparator });
      this.#cutDay = cutDay;
    }
    return tokens;
  }

  #readByRules(line: Line, continues: boolean): readonly Token[] {
    const raw = line.text;
    const fromFrontMatter = this.#readFrontMatter(raw);
    if (fromFrontMatter !== null) return [fromFrontMatter];
    const definition = DEFINITION.exec(raw);
    const isCut = this.#cutDefinition && /^\S+$/.test(raw);
    this.#cutDefinition = definition !== null && raw.endsWith('-');
    if (isCut) return [{ type: 'furniture' }];
    if (definition !== null) {
      return [{ type: 'definition', number: Number(definition[1] ?? definition[2]), url: definition[3] ?? '' }];
    }
    const numbered = this.#linkNumbers.strip(this.#withoutCutAddress(raw));
    const seen = mayHoldMarkup(line) ? seeThrough(numbered.text, this.#inLink) : plainLine(numbered.text);
    if (seen.isHeading || seen.closesLink) this.#inLink = false;
    if (seen.isHeading) this.#isMarkdown = true;
    const escaping = this.#escaping(seen.urls.length > 0);
    if (seen.opensLink) this.#inLink = true;
    const tokens = this.#classify(
      seen,
      raw,
      numbered.reference,
      continues && !seen.isHeading && !seen.startsLink && !numbered.isFirst,
      escaping,
    );
    const last = tokens.at(-1);
    this.#afterText = last?.type === 'text' && !seen.closesLink && (seen.urls.length === 0 || seen.opensLink);
    this.#cutDay = last?.type === 'day' && seen.text.endsWith(',');
    if (last?.type !== 'decoration') this.#afterSeparator = last?.type === 'separator';
    return tokens;
  }

  #textOnly(text: string, continues: boolean, isTidy: boolean): readonly Token[] {
    this.#afterText = true;
    this.#afterSeparator = false;
    return [plainText(text, continues, this.#escaping(false), isTidy)];
  }

  //   [![](https://cdn.huggingface.co/social-      ← an address was wrapped
  //   thumbnails/2605.10010.png) Submitted by
  #withoutCutAddress(raw: string): string {
    if (raw.length > LONGEST_ROW) return raw;
    const text = this.#inAddress ? raw.replace(/^[^()\s]*\)\s*/, '') : raw;
    this.#inAddress = CUT_ADDRESS.test(text);
    return text.replace(CUT_ADDRESS, (_, mark: string, label: string) => (mark === '!' ? '' : label));
  }

  /** The label of a link is escaped for certain, other text of a Markdown document mostly. */
  #escaping(isLabel: boolean): Escaping {
    return isLabel ? 'certain' : this.#isMarkdown || this.#inLink ? 'likely' : 'none';
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
    escaping: Escaping,
  ): readonly Token[] {
    const { text } = seen;
    const url = seen.urls.at(-1) ?? null;
    const reference = seen.reference ?? linkNumber;
    const { isHeading } = seen;
    const asText: TextToken = { type: 'text', text, continues, isHeading, url, reference, escaping, isTidy: false };
    if (text === '') return [{ type: 'decoration' }];
    if (text.length > LONGEST_ROW) return [asText];
    //   - Captured (UTC): 2026-06-29     ← a list needs no blank lines between its items
    const page = continues && !/^[-*] /.test(raw) ? null : pageToken(text, raw);
    if (page !== null) return [page];
    if (seen.isPageTitle && !continues && (url === null || paperId(url) === null)) return [{ type: 'page-title' }];
    if (seen.isHeading) return [asText];
    const address = URL_ALONE.exec(text);
    if (address !== null && (!continues || SITE_URL.test(text))) return [{ type: 'url', url: address[1] ?? '' }];
    const year = this.#cutDay ? yearTokens(text) : null;
    if (year !== null) return year;
    return rowTokens({ ...seen, reference }, continues, this.#afterSeparator) ?? [asText];
  }
}

/**
 * Whether a tokenizer that is at rest takes the line for text and nothing else.
 *
 * @param text of a line that may hold no markup and no `]`
 */
export function isTextAlone(text: string): boolean {
  if (text === '' || text === '---' || DEFINITION.test(text) || URL_ALONE.test(text) || pageToken(text, text) !== null)
    return false;
  return rowTokens({ ...plainLine(text), reference: null }, false, false) === null;
}

//   2024 2
function yearTokens(text: string): readonly Token[] | null {
  const [, year, rest = ''] = /^((?:19|20)\d\d)(?: (.+))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const count = parseCount(rest);
  if (rest !== '' && count === null) return null;
  const token: Token = { type: 'year', year: Number(year) };
  return count === null ? [token] : [token, { type: 'comments', count }];
}

function plainLine(text: string): SeenLine {
  return {
    text,
    urls: [],
    reference: null,
    isHeading: false,
    isPageTitle: false,
    startsLink: false,
    opensLink: false,
    closesLink: false,
  };
}

/** What a line of the page, rather than of a card, tells. */
function pageToken(text: string, raw: string): Token | null {
  const evidence = /20\d\d/.test(raw) ? captureEvidence(raw) : null;
  if (evidence !== null) return { type: 'capture', evidence };
  const shown = text.replace(BULLETS, '');
  if (/^(?:\[\d+\])?Hugging Face's logo/.test(shown)) return { type: 'logo' };
  if (isPageHeader(shown)) return { type: 'header' };
  if (isPageFooter(shown)) return { type: 'footer' };
  return isFurniture(shown) || isFurniture(text) ? { type: 'furniture' } : null;
}
