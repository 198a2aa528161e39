import type { Line } from '../../input/line.ts';
import { arxivIdOfUrl } from '../../text/arxiv-id.ts';
import { ElementMarks } from './element-marks.ts';
import { captureEvidence } from './evidence.ts';
import { LinkNumbers } from './link-numbers.ts';
import { type Escaping, mayHoldMarkup, plainLine, type StrippedLine, stripMarkup } from './markup.ts';
import { readByRules } from './rules.ts';
import type { TextToken, Token } from './tokens.ts';
import { DAY, type PrintedDay, printedDay } from './values.ts';

/** A longer line is text, unless it is in brackets. */
const LONGEST_ROW = 300;

// [32]: https://…     17. https://… (lynx)     [17] https://… (w3m)
const DEFINITION = /^(?:\[(\d{1,6})\]:?|(\d{1,6})\.)\s+<?((?:https?|file):\/\/[^\s<>]*|\/[^\s<>]*)>?$/;
const CUT_ADDRESS = /(!?)(?:\[|^)([^[\]]*)\]\(https?:[^()\s]*$/;
const FRONT_MATTER_KEY = /^[a-z][A-Za-z_-]{0,40}:(?:\s|$)/;

/** Converts lines to tokens. It knows what an earlier line left open, but nothing about cards. */
export class Tokenizer {
  readonly #linkNumbers = new LinkNumbers();
  readonly #elementMarks = new ElementMarks();
  /** A link that an earlier line opened is still open. */
  #inLink = false;
  /** An address that an earlier line opened is still open. */
  #inAddress = false;
  /** The address of a definition was wrapped. */
  #cutDefinition = false;
  #isMarkdown = false;
  #frontMatter: 'none' | 'perhaps' | 'inside' = 'none';
  /** The line before, if it is not blank. */
  #lastText = '';
  /** The last token that is more than decoration, on whatever line. */
  #previous: Token | null = null;
  /** The line before was text that may go on with this one. */
  #afterText = false;
  /** The line before was a heading, or went on with one. */
  #afterHeading = false;

  /** @returns the tokens of the line in order; empty for a blank line */
  read(line: Line): readonly Token[] {
    if (line.isBlank) {
      this.#afterText = false;
      this.#afterHeading = false;
      this.#lastText = '';
      return [];
    }
    const { number } = line;
    const text = this.#elementMarks.strip(line.text);
    const tokens: readonly Token[] =
      text === '' || this.#isRepeated(text) ? [{ type: 'decoration', line: number }] : this.#read(text, number);
    this.#lastText = text;
    return tokens;
  }

  /**
   * In a link, the number of votes is alone on its line:
   *
   *     [
   *     74
   *     74     ← a line that was doubled
   *     ](https://huggingface.co/login?next=…)
   */
  #isRepeated(text: string): boolean {
    return this.#inLink && text === this.#lastText && this.#previous?.type === 'number';
  }

  #read(raw: string, line: number): readonly Token[] {
    const fromFrontMatter = this.#readFrontMatter(raw, line);
    if (fromFrontMatter !== null) return [fromFrontMatter];
    const definition = this.#readDefinition(raw, line);
    if (definition !== null) return [definition];
    const continues = this.#afterText;
    const numbered = this.#linkNumbers.strip(this.#withoutCutAddress(raw), continues);
    const stripped =
      this.#inLink || mayHoldMarkup(numbered.text)
        ? stripMarkup(numbered.text, this.#inLink)
        : plainLine(numbered.text);
    const goesOnWithHeading = stripped.isHeading && this.#afterHeading;
    if (stripped.closesLink || (stripped.isHeading && !goesOnWithHeading)) this.#inLink = false;
    if (stripped.isHeading) this.#isMarkdown = true;
    const escaping = this.#escaping(stripped.urls.length > 0);
    if (stripped.opensLink) this.#inLink = true;
    const text: TextToken = {
      type: 'text',
      line,
      text: stripped.text,
      continues: goesOnWithHeading || (continues && !stripped.isHeading && !stripped.startsLink && !numbered.isFirst),
      isHeading: stripped.isHeading && !goesOnWithHeading,
      isSection: stripped.isHeading && raw.startsWith('## '),
      url: stripped.urls.at(-1) ?? null,
      reference: stripped.reference ?? numbered.reference,
      escaping,
    };
    const tokens = this.#classify(stripped, text, raw);
    this.#remember(tokens, stripped);
    return tokens;
  }

  #remember(tokens: readonly Token[], { closesLink, opensLink, urls, bracketed }: StrippedLine): void {
    const last = tokens.at(-1);
    if (last?.type !== 'decoration') this.#previous = last ?? null;
    const isText = last?.type === 'text';
    this.#afterText = isText && !bracketed && !closesLink && (urls.length === 0 || opensLink);
    this.#afterHeading = isText && (last.isHeading || (this.#afterHeading && last.continues));
  }

  #classify(stripped: StrippedLine, asText: TextToken, raw: string): readonly Token[] {
    const { text, urls } = stripped;
    const { continues, url, reference, line } = asText;
    if (text === '') {
      const target = stripped.bracketed ? urls.at(-1) : undefined;
      return [target === undefined ? { type: 'decoration', line } : { type: 'address', url: target, line }];
    }
    if (text.length > LONGEST_ROW) return [asText];
    //   - []     ← a bullet and a picture without a name
    if ((text === '-' || text === '–') && /^[-–]\s/.test(raw)) return [{ type: 'decoration', line }];
    //   - Captured (UTC): 2026-06-29     ← a list needs no blank lines between its items
    const mayBePage = !continues || /^[-*] /.test(raw);
    const evidence = mayBePage && raw.includes('20') ? captureEvidence(raw) : null;
    if (evidence !== null) return [{ type: 'capture', evidence, day: dayOf(text), line }];
    const linksToPaper = url !== null && arxivIdOfUrl(url) !== null;
    if (stripped.isHeading && linksToPaper) return [asText];
    const context = {
      line,
      urls,
      reference,
      continues,
      mayBePage,
      closesLink: stripped.closesLink,
      previous: this.#previous,
      before: [],
    };
    const tokens = readByRules(text, context);
    if (!stripped.isHeading) return tokens ?? [asText];
    if (tokens?.every(({ type }) => type === 'header' || type === 'footer' || type === 'navigation')) return tokens;
    return [stripped.isPageTitle && !continues ? { type: 'page-title', line } : asText];
  }

  //   [![](https://cdn.huggingface.co/social-      ← an address was wrapped, or cut off
  //   thumbnails/2605.10010.png) Submitted by
  #withoutCutAddress(raw: string): string {
    if (raw.length > LONGEST_ROW) return raw;
    const text = this.#inAddress ? raw.replace(/^[^()\s]*\)\s*/, '') : raw;
    this.#inAddress = text.includes('](') && CUT_ADDRESS.test(text);
    return this.#inAddress ? text.replace(CUT_ADDRESS, (_, mark, label) => (mark === '!' ? '' : label)) : text;
  }

  /** The label of a link is escaped for certain, other text of a Markdown document mostly. */
  #escaping(isLabel: boolean): Escaping {
    return isLabel ? 'certain' : this.#isMarkdown || this.#inLink ? 'likely' : 'none';
  }

  #readDefinition(raw: string, line: number): Token | null {
    const isCut = this.#cutDefinition && !/\s/.test(raw);
    const match = raw.includes('/') ? DEFINITION.exec(raw) : null;
    this.#cutDefinition = match !== null && raw.endsWith('-');
    if (isCut) return { type: 'navigation', line };
    if (match === null) return null;
    return { type: 'definition', number: Number(match[1] ?? match[2]), url: match[3] ?? '', line };
  }

  /** `---`, then `key: value` lines, then `---` */
  #readFrontMatter(raw: string, line: number): Token | null {
    if (raw === '---') {
      this.#frontMatter = this.#frontMatter === 'inside' ? 'none' : 'perhaps';
      this.#afterText = false;
      return { type: 'navigation', line };
    }
    if (this.#frontMatter === 'none') return null;
    const isKey = FRONT_MATTER_KEY.test(raw);
    if (this.#frontMatter === 'perhaps') this.#frontMatter = isKey ? 'inside' : 'none';
    else if (!isKey && !/^[-#]/.test(raw)) this.#frontMatter = 'none';
    if (this.#frontMatter === 'none') return null;
    const evidence = captureEvidence(raw);
    if (evidence === null) return { type: 'navigation', line };
    return { type: 'capture', evidence: { ...evidence, from: 'note' }, day: null, line };
  }
}

//   Oct 2     /papers?date=2024-07-31 Aug 1 /papers?date=2024-08-02
function dayOf(text: string): PrintedDay | null {
  const shown = text.replace(/\/papers\S*/g, '').trim();
  DAY.lastIndex = 0;
  const match = DAY.exec(shown);
  return match === null || DAY.lastIndex < shown.length ? null : printedDay(match);
}
