import { decodeEntities } from '../../text/entities.ts';
import { pubmedCentralUrl, pubmedUrl } from '../../text/pubmed-id.ts';
import { remembering } from '../../text/remember.ts';

/** A run of text of one style, a link or a picture. */
export interface Span {
  readonly text: string;
  /** The address of a link or a picture. */
  readonly url: string | null;
  readonly isImage: boolean;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isCode: boolean;
}

interface Style {
  bold: boolean;
  italic: boolean;
}

const ESCAPABLE = new Set('[]*_#`()~>|{}$');
const TAG = /<(\/?)([a-z][a-z\d]*)((?:\s[^<>]{0,600})?)\/?>/iy;
/** Elements that are ignored. */
const OTHER_TAGS =
  /^(?:span|sub|sup|u|s|del|ins|mark|small|big|font|center|code|kbd|tt|samp|var|cite|q|ul|ol|h[1-6]|table|t(?:head|body|r|d|h)|hr|abbr|picture|source|video|nobr|wbr|section|article|blockquote)$/i;
const ADDRESS = /https?:\/\/[^\s<>()[\]"'`]{1,1000}(?:\([^\s()]{1,80}\)[^\s<>()[\]"'`]*)*/y;
//     doi: 10.1000/182
const DOI = /doi:\s?(10\.\d{4,9}\/[^\s<>[\]"'`]{1,300})/iy;
//     PMID: 38401234     PMCID: PMC10601234
const PUBMED = /PM(?:ID:?\s?(\d{1,8})|CID:?\s?(PMC\d{1,8}))\b/y;
//     <https://…|Title>, a link of Slack
const SLACK_LINK = /<(https?:\/\/[^\s<>|]{1,1000})\|([^<>\n]{1,600})>/y;
const ANGLE = /<(https?:\/\/[^\s<>]+)>/y;
const TARGET =
  /\(\s?<?([^\s()<>]{1,1000}(?:\([^\s()]{0,200}\)[^\s()<>]{0,400})*)>?(?:\s+["'(][^\n]{0,300}?["')])?\s?\)/y;
//     [[https://…][Title]], a link of Org
const ORG_LINK = /\[\[(https?:\/\/[^\s[\]]{1,1000})\](?:\[([^[\]\n]{1,600}(?:\[[^[\]]{0,100}\][^[\]]{0,400})?)\])?\]/y;
//     `Title <https://…>`_, a link of reStructuredText
const RST_LINK = /`([^`<>]{1,600}?)\s*<(https?:\/\/[^\s<>`]{1,1000})>`__?/y;
const MATH = /\$[^\s$](?:[^$\n]{0,200}[^\s$])?\$(?!\d)/y;
const CODE = /(`{1,3})([^`\n]{1,500})\1(?!`)/y;
//     **Title**     _Ada Clay_     '''Title'''     ''Ada Clay''
const EMPHASIS = /(\*{1,3}|_{1,3}|'{2,3})/y;
/** How far to look for the end of an emphasis or a link text, in characters. */
const NEAR = 4000;
/** A longer text is not an entry of a list. */
const LONGEST = 20_000;
const LONGEST_LABEL = 1200;
const DEEPEST = 8;

/**
 * Splits Markdown, including HTML in it, into spans. Backslashes stay unless they escape a special character of Markdown,
 * because titles contain TeX.
 *
 *     **[Title](https://…)** (2024-06-05) - *Ada Clay* \[[code](https://…)\]
 */
export const spansOf = remembering((markdown): readonly Span[] =>
  new InlineReader(decodeEntities(markdown.slice(0, LONGEST))).read(),
);

class InlineReader {
  readonly #text: string;
  readonly #spans: Span[] = [];
  readonly #style: Style = { bold: false, italic: false };
  /** The address of the open link. */
  #href: string | null = null;
  #at = 0;
  #buffer = '';

  constructor(text: string) {
    this.#text = text;
  }

  read(): Span[] {
    while (this.#at < this.#text.length) {
      if (!this.#readSpecial()) {
        this.#buffer += this.#text.charAt(this.#at);
        this.#at += 1;
      }
    }
    this.#flush();
    return this.#spans;
  }

  #readSpecial(): boolean {
    const text = this.#text;
    const next = text[this.#at + 1] ?? '';
    switch (text[this.#at]) {
      case '\\':
        // A backslash at the end of a line is a line break.
        if (next !== '\n' && !isEscape(this.#text[this.#at - 1] ?? '', next)) return false;
        this.#buffer += next;
        this.#at += 2;
        return true;
      case '$':
        return this.#take(MATH, ([math]) => {
          // GitHub writes $`x_1`$ for $x_1$.
          this.#buffer += math.replace(/^\$`(.*)`\$$/, '$$$1$$');
        });
      case '`':
        return (
          this.#take(RST_LINK, ([, label = '', url = '']) => this.#push(label.trim(), url)) ||
          this.#take(CODE, ([, , code = '']) => this.#push(code.trim(), null, { isCode: true }))
        );
      case '!':
        return next === '[' && this.#readLink(this.#at + 1, true);
      case '[':
        return (
          (next === '[' && this.#take(ORG_LINK, ([, url = '', label = url]) => this.#push(label.trim(), url))) ||
          this.#readLink(this.#at, false)
        );
      case '<':
        return (
          this.#take(SLACK_LINK, ([, url = '', label = '']) => this.#push(label.trim(), url)) ||
          this.#take(ANGLE, ([, url = '']) => this.#push(url, url)) ||
          this.#readTag()
        );
      case 'h':
        return this.#take(ADDRESS, ([url]) => this.#pushAddress(url));
      case 'd':
      case 'D':
        return this.#take(DOI, ([, doi = '']) => this.#pushAddress(`https://doi.org/${doi}`));
      case 'P':
        return this.#take(PUBMED, ([, id, archived = '']) => {
          const url = id === undefined ? pubmedCentralUrl(archived) : pubmedUrl(id);
          this.#push(url, url);
        });
      case '*':
      case '_':
        return this.#readEmphasis();
      case "'":
        return next === "'" && this.#readEmphasis();
      default:
        return false;
    }
  }

  #take(pattern: RegExp, use: (match: RegExpExecArray) => void): boolean {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return false;
    this.#at = pattern.lastIndex;
    use(match);
    return true;
  }

  #pushAddress(address: string): void {
    const url = address.replace(/(?<![.,;:!?*_\\])[.,;:!?*_\\]+$/, '');
    this.#at -= address.length - url.length;
    this.#push(url, url);
  }

  /**
   *     [Title](https://…)     [![stars](https://img…)](https://…)     ![badge](https://…)
   *
   * @param start of the bracket
   */
  #readLink(start: number, isImage: boolean): boolean {
    const end = closingBracket(this.#text, start);
    if (end < 0) return false;
    TARGET.lastIndex = end + 1;
    const url = TARGET.exec(this.#text)?.[1];
    if (url === undefined) return false;
    const label = this.#text.slice(start + 1, end);
    this.#at = TARGET.lastIndex;
    if (isImage) {
      this.#push(label.trim(), url, { isImage: true });
      return true;
    }
    const inner = new InlineReader(label).read();
    const printed = inner.filter((span) => !span.isImage && span.text.trim() !== '');
    for (const image of inner.filter((span) => span.isImage)) this.#push(image.text, image.url, { isImage: true });
    const isBold = printed.length > 0 && printed.every((span) => span.isBold);
    this.#push(
      printed
        .map((span) => span.text)
        .join('')
        .trim(),
      url,
      isBold ? { isBold } : {},
    );
    return true;
  }

  #readTag(): boolean {
    return this.#take(TAG, ([tag, slash, name = '', attributes = '']) => {
      const isOpen = slash === '';
      const value = (key: string) =>
        new RegExp(`\\s${key}\\s?=\\s?["']?([^"'\\s>]{1,800})`, 'i').exec(attributes)?.[1] ?? null;
      switch (name.toLowerCase()) {
        case 'a':
          this.#flush();
          this.#href = isOpen ? value('href') : null;
          break;
        case 'img':
          this.#push(value('alt') ?? '', value('src') ?? '', { isImage: true });
          break;
        case 'b':
        case 'strong':
          this.#flush();
          this.#style.bold = isOpen;
          break;
        case 'i':
        case 'em':
          this.#flush();
          this.#style.italic = isOpen;
          break;
        case 'br':
        case 'li':
        case 'p':
        case 'div':
        case 'summary':
        case 'details':
          this.#buffer += '\n';
          break;
        default:
          // `Fog <in situ>`
          if (!OTHER_TAGS.test(name)) this.#buffer += tag;
      }
    });
  }

  #readEmphasis(): boolean {
    EMPHASIS.lastIndex = this.#at;
    const run = EMPHASIS.exec(this.#text)?.[0] ?? '';
    const before = this.#text[this.#at - 1] ?? ' ';
    const after = this.#text[this.#at + run.length] ?? ' ';
    const isWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
    if (run[0] === '_' && isWord) return false;
    // MediaWiki has three apostrophes in place of two asterisks, and two in place of one.
    const strength = run.startsWith("'") ? run.length - 1 : run.length;
    const isOpen = strength === 1 ? this.#style.italic : this.#style.bold;
    if (isOpen ? /\s/.test(before) : /\s/.test(after)) return false;
    if (!isOpen && !this.#text.slice(this.#at + run.length, this.#at + NEAR).includes(run)) return false;
    this.#flush();
    if (strength !== 1) this.#style.bold = !this.#style.bold;
    if (strength !== 2) this.#style.italic = !this.#style.italic;
    this.#at += run.length;
    return true;
  }

  #flush(): void {
    const text = this.#buffer;
    this.#buffer = '';
    if (text !== '') this.#spans.push(this.#span(text, this.#href, {}));
  }

  #push(text: string, url: string | null, kind: Partial<Span> = {}): void {
    this.#flush();
    this.#spans.push(this.#span(text, url, kind));
  }

  #span(text: string, url: string | null, kind: Partial<Span>): Span {
    const { bold, italic } = this.#style;
    return { text, url, isImage: false, isBold: bold, isItalic: italic, isCode: false, ...kind };
  }
}

/** Whether a backslash is no TeX, as in `1\. \- \{a\} \$5`. */
function isEscape(before: string, next: string): boolean {
  if (/[-+=]/.test(next)) return !/[\p{L}\d]/u.test(before);
  return ESCAPABLE.has(next) || (next === '.' && /\d/.test(before));
}

/** The offset of the bracket that closes the one at `start`; -1 if there is none nearby. */
function closingBracket(text: string, start: number): number {
  let depth = 0;
  const last = Math.min(text.length, start + LONGEST_LABEL);
  for (let at = start; at < last; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') {
      depth += 1;
      if (depth > DEEPEST) return -1;
    } else if (text[at] === ']') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}
