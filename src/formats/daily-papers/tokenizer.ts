import type { Line } from '../../input/text.ts';
import { captureEvidence } from './evidence.ts';
import { isFurniture, isPageFooter, isPageHeader } from './furniture.ts';
import { LinkNumbers } from './link-numbers.ts';
import { type Escaping, mayHoldMarkup, type SeenLine, seeThrough } from './markup.ts';
import { paperId } from './paper-address.ts';
import { LONGEST_ROW, rowTokens } from './rows.ts';
import type { TextToken, Token } from './tokens.ts';
import { parseCount } from './values.ts';

const BULLETS = /^(?:[•*+◦▪‣–-]\s*)*/;
const URL_ALONE = /^<?(https?:\/\/[^\s<>]+)>?$/;
const SITE_URL = /^https?:\/\/(?:www\.)?huggingface\.co\//;
// [32]: https://…     17. https://… (lynx)     [17] https://… (w3m)
const DEFINITION = /^(?:\[(\d{1,6})\]:?|(\d{1,6})\.)\s+<?((?:https?|file):\/\/[^\s<>]*|\/[^\s<>]*)>?$/;
const CUT_ADDRESS = /(!?)\[([^[\]]*)\]\(https?:[^()\s]*-$/;
const FRONT_MATTER_KEY = /^[\w-]{1,40}:(?:\s|$)/;

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
  /** @returns the tokens of the line in the order in which they stand on it; none for a blank line */
  read(line: Line): readonly Token[] {
    if (line.isBlank) {
      this.#afterText = false;
      return [];
    }
    const continues = this.#afterText;
    return this.#readByRules(line, continues);
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
    const seen = mayHoldMarkup(raw) ? seeThrough(numbered.text, this.#inLink) : plainLine(numbered.text);
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
    const asText: TextToken = { type: 'text', text, continues, isHeading, url, reference, escaping };
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
