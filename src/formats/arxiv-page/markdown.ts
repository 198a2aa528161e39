import { singleSpaced } from '../../text/white-space.ts';
import { gapBetween } from './line-joints.ts';
import { type PageLine, pageLine, type RawLine } from './page-line.ts';

/** The markup that a page has. */
export interface PageMarkup {
  /** Special characters are escaped with a backslash. */
  readonly escapes: boolean;
  /** `[text][12]` is a link. */
  readonly references: boolean;
  /** `text [https://…]` is a link. */
  readonly addresses: boolean;
}

//     [text](address)        [pdf][21]        arXiv:2607.12171 [/abs/2607.12171]        ### New submissions
const INLINE_LINK = /\]\(<?(?:https?:\/|\/|#)/g;
const REFERENCE_LINK = /\[[^[\]\d][^[\]]{0,200}\]\[\d{1,6}\](?!\w)/g;
const ADDRESS_BEHIND_TEXT = /\S\s\[(?:https?:\/)?\/[^\s[\]]{1,500}\](?!\()/g;
const HEADING = /^#{1,6} \S/gm;

/** null if the page is plain text. */
export function markupOf(page: string): PageMarkup | null {
  const hasSeveral = (pattern: RegExp) => (page.match(pattern)?.length ?? 0) > 1;
  const markup = {
    escapes: hasEscapes(page),
    references: hasSeveral(REFERENCE_LINK),
    addresses: hasSeveral(ADDRESS_BEHIND_TEXT),
  };
  const isMarkdown = hasSeveral(INLINE_LINK) || hasSeveral(HEADING) || Object.values(markup).includes(true);
  return isMarkdown ? markup : null;
}

/** Whether the writer of the Markdown escaped special characters with a backslash: the page's own brackets show it. */
function hasEscapes(text: string): boolean {
  const words = String.raw`(?:pdf|ps|html|other|src|Submitted on)\b`;
  const number = String.raw`\d+\\?\]`;
  const escaped = text.match(new RegExp(String.raw`\\\[(?:\[?${words}|${number})`, 'g'))?.length ?? 0;
  //   not the bracket of a link itself: \[[pdf](…), [ps](…), [other](…)\]
  const bare =
    text.match(new RegExp(String.raw`(?<![\\\]])\[(?:\[${words}|${words}(?!\][([])|\[?${number}(?!:))`, 'g'))?.length ??
    0;
  return escaped > 0 && escaped * 4 > bare;
}

//     (https://arxiv.org/abs/2607.13007 "Abstract")     (<../a b>)     ()
const TARGET =
  /\(\s*(?!\s)<?((?:https?:|mailto:|javascript:|data:|[/#.?])(?:[^\s()<>]|\n|\((?:[^\s()<>]|\n)*\)|<[^\s()<>]{0,80}>)*|)>?(?:\s{1,9}"[^"]*")?\s{0,9}\)/y;
//     [12]     the number of a link that is defined below
const REFERENCE = /\[\d{1,6}\]/y;
//     Jan de Vries [https://arxiv.org/…],
//     Jo Doe
//     [https://arxiv.org/…]
const ADDRESS = /\s?\[(?:https?:\/)?\/[^\s[\]]+\](?!\()/y;
//     {.descriptor}     pandoc's attributes of an element
const ATTRIBUTES = /\{[#.\w][^{}]*\}/y;
const TAG =
  /<!--[^<>]{0,80}-->|<\/?(?:a|abbr|b|br|button|col(?:group)?|d[dlt]|div|em|h[1-6]|i|img|li|ol|p|path|span|strong|sub|sup|svg|t(?:able|body|d|h|r)|ul)(?:\s[^<>]*)?\/?>/iy;
//     <https://doi.org/10.1000/182>
const AUTOLINK = /<(https?:\/\/[^\s<>]+)>/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const AUTHOR_LINK = /searchtype=author|\/a\/[a-z]+_/;

/** A link text with more pieces is not a name. */
const LONGEST_NAME = 200;

/** Brackets that are nested more deeply are not links. */
const MOST_OPEN = 8;

/** What a line with a link has whose target is not part of the text. */
const LINK = /\]\(|\]\[\d/;

interface OpenBracket {
  readonly piece: number;
  readonly isImage: boolean;
}

/**
 * Removes links, pictures, tags and escapes from one paragraph, in which a line may end anywhere:
 *
 *     [Dániel
 *     Kőszegi](https://arxiv.org/search/cs?searchtype=author&query=K%C5%91szegi,+D), [Jo
 *     Hartley](…)
 */
export class MarkdownParagraph {
  readonly #lines: readonly RawLine[];
  readonly #text: string;
  readonly #markup: PageMarkup;
  /** The text so far; a line break is a piece of its own. */
  readonly #pieces: string[] = [];
  /** The number of lines of the listing that end in each piece. */
  readonly #breaks: number[] = [];
  readonly #open: OpenBracket[] = [];
  /** The names of authors by the piece in which they end. */
  readonly #names = new Map<number, string>();
  #at = 0;

  constructor(lines: readonly RawLine[], markup: PageMarkup) {
    this.#lines = lines;
    const isQuote = lines.every(({ raw }) => raw.trimStart().startsWith('>'));
    this.#text = lines.map(({ raw }) => (isQuote ? raw.replace(/^\s*> ?/, '') : raw)).join('\n');
    this.#markup = markup;
  }

  read(): PageLine[] {
    const special = /[\\[\]<!\n]/g;
    for (;;) {
      special.lastIndex = this.#at;
      const next = special.exec(this.#text)?.index ?? this.#text.length;
      if (next > this.#at) this.#add(this.#text.slice(this.#at, next));
      this.#at = next;
      if (next === this.#text.length) return this.#pageLines();
      this.#special(this.#text.charAt(next));
    }
  }

  #special(character: string): void {
    const following = this.#text.charAt(this.#at + 1);
    if (character === '\\' && this.#markup.escapes && PUNCTUATION.test(following)) {
      this.#add(following);
      this.#at += 2;
    } else if (this.#markup.addresses && /[[\n]/.test(character) && this.#skip(ADDRESS, this.#at)) return;
    else if (character === '[' || (character === '!' && following === '[')) {
      if (this.#open.length === MOST_OPEN) this.#open.shift();
      this.#open.push({ piece: this.#pieces.length, isImage: character === '!' });
      this.#add(character === '!' ? '![' : '[');
      this.#at += character === '!' ? 2 : 1;
    } else if (character === ']') this.#closeBracket();
    else if (character === '<' && (this.#skip(TAG, this.#at) || this.#takeAddress())) return;
    else {
      this.#add(character, character === '\n' ? 1 : 0);
      this.#at += 1;
    }
  }

  #closeBracket(): void {
    const bracket = this.#open.pop();
    const start = this.#at + 1;
    TARGET.lastIndex = start;
    const target = bracket === undefined ? null : TARGET.exec(this.#text);
    if (bracket === undefined || (target === null && !this.#skip(ATTRIBUTES, start) && !this.#skipReference(bracket))) {
      this.#add(']');
      this.#at += 1;
      return;
    }
    const from = bracket.piece;
    for (let piece = from; piece < this.#pieces.length; piece += 1) {
      if (bracket.isImage || piece === from) this.#pieces[piece] = '';
      else if (this.#pieces[piece] === '\n') {
        this.#pieces[piece] = gapBetween(this.#pieces[piece - 1] ?? '', this.#pieces[piece + 1] ?? '', true);
      }
    }
    if (target === null) return;
    if (AUTHOR_LINK.test(target[1] ?? '')) this.#addName(from);
    this.#consume(start, start + target[0].length);
    this.#skip(ATTRIBUTES, this.#at);
  }

  //     [pdf][21]     not: [1][2]
  #skipReference({ piece }: OpenBracket): boolean {
    const isNumber = /^\d+$/.test(this.#pieces.slice(piece + 1, piece + 3).join(''));
    return this.#markup.references && !isNumber && this.#skip(REFERENCE, this.#at + 1);
  }

  #addName(from: number): void {
    const name = singleSpaced(this.#pieces.slice(from, from + LONGEST_NAME).join(''));
    if (name !== '') this.#names.set(this.#pieces.length, name);
  }

  /** Skips the match of the pattern at `from`. */
  #skip(pattern: RegExp, from: number): boolean {
    pattern.lastIndex = from;
    const match = pattern.exec(this.#text);
    if (match === null) return false;
    this.#consume(from, from + match[0].length);
    return true;
  }

  #takeAddress(): boolean {
    AUTOLINK.lastIndex = this.#at;
    const [whole = '', address = ''] = AUTOLINK.exec(this.#text) ?? [];
    if (whole === '') return false;
    this.#add(address);
    this.#at += whole.length;
    return true;
  }

  #consume(from: number, to: number): void {
    this.#add('', this.#text.slice(from, to).split('\n').length - 1);
    this.#at = to;
  }

  #add(text: string, breaks = 0): void {
    this.#pieces.push(text);
    this.#breaks.push(breaks);
  }

  #pageLines(): PageLine[] {
    const lines: PageLine[] = [];
    let first = 0;
    let index = 0;
    let text = '';
    let names: string[] = [];
    const end = () => {
      const [start, last] = [this.#lines[first], this.#lines[index]];
      if (start === undefined || last === undefined) return;
      const line = pageLine(start.raw, plainLine(text), start.number);
      // The printed width of a line with links is unknown.
      const width = LINK.test(last.raw) ? 0 : pageLine(last.raw, '', 0).width;
      lines.push({ ...line, names, lastNumber: last.number, width });
    };
    this.#pieces.forEach((piece, at) => {
      const name = this.#names.get(at);
      if (name !== undefined) names.push(name);
      if (piece === '\n') {
        end();
        first = index + 1;
        [text, names] = ['', []];
      } else text += piece;
      index += this.#breaks[at] ?? 0;
    });
    end();
    return lines;
  }
}

//   ::: list-title        2. ::: {.is-marginless}        the beginning and end of an element in pandoc; an empty paragraph
const FENCE = /^(?:(?:\d+\.|[-*])?\s*:{3,}(?:\s.*)?|&nbsp;)$/;

/** Removes the marks of a heading, and the emphasis of a field name. */
function plainLine(text: string): string {
  return singleSpaced(text)
    .replace(FENCE, '')
    .replace(/^#{1,6} (.*?)(?: \{#[^{}]*\})?$/, '$1')
    .replace(/^(\*\*|__|\*|_)([A-Z][A-Za-z -]{1,20}:?)\1/, '$2')
    .replace(/ \\$/, '');
}
