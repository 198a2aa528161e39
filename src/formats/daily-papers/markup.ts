import { arxivIdOfUrl } from '../../text/arxiv-id.ts';
import { decodeEntities } from '../../text/entities.ts';
import { singleSpaced } from '../../text/white-space.ts';

/** A line without the markup that an extractor added. */
export interface StrippedLine {
  /** The visible text. */
  readonly text: string;
  /** Targets of the links on the line, in order. */
  readonly urls: readonly string[];
  /** An address in brackets after the text, or alone: `Title [/papers/2401.00001]`. */
  readonly bracketed: boolean;
  /** Number of a link whose target is at the end of the dump: `[title][32]`. */
  readonly reference: number | null;
  /** The line is a heading: `### …`. */
  readonly isHeading: boolean;
  /** The heading is of the first level: `# …`. */
  readonly isPageTitle: boolean;
  readonly startsLink: boolean;
  /** A link starts on this line and ends on a later one. */
  readonly opensLink: boolean;
  /** A link that started on an earlier line ends on this one. */
  readonly closesLink: boolean;
}

/** A line with more visible text is not a row of links; with their targets it may be longer. */
const LONGEST_LINKED_LINE = 150;
const LONGEST_MARKED_UP_ROW = 1024;
const LONGEST_PICTURED_LABEL = 120;

/** A longer line is text, at most in the brackets of one link. */
const LONGEST_MARKED_UP = 4096;

// No class below matches a bracket, so each attempt to match ends at the next one, and the work is linear.
const IMAGE = /!\[[^[\]]*\](?:\([^()\s]*\)|\[\d{0,6}\])/g;
// `[图片：alt]`, also with a damaged encoding, and `[Image 3: alt]` represent a picture; so does `[alt]` before an organization's
// name.
const PICTURE =
  /\[(?:(?:图片|图像|[?\ufffd]{3}|\u00e5[^\sA-Za-z[\]]{4,9})[^[\]]*|(?:image|img|picture|avatar)\s?\d*(?::[^[\]]*)?)\]/gi;
const PICTURE_NAME = /^\[[^[\]]*\]\s+(?=\S)/;
// `f[0](y)` is not a link: a target is empty or has one of these characters.
const INLINE_LINK = /\[([^[\]]*)\]\((?=\)|[^()\s]*[/:#])<?([^()\s<>]*)>?(?: "[^"]*")?\)/g;
const REFERENCE_LINK = /\[([^[\]]*)\]\[(\d{1,6})\]/g;
const INLINE_END = /\]\(<?([^()\s<>]{1,2048})>?\)$/;
const REFERENCE_END = /\]\[(\d{1,6})\]$/;
// ](url) rest     ][33]· rest     (the link began on an earlier line)
const LEADING_END = /^\](?:\(<?([^()\s<>]{0,2048})>?\)|\[(\d{1,6})\])\s*/;
const MIDDLE_END = /\]\(<?([^()\s<>]{1,2048})>?\)/;
// May 29 [     ← the link continues on the next line     [ Upvote 117](url) [ arXiv
const TRAILING_START = /(?:^|\s)\[\s?([^[\]]{0,40})$/;
// [] represents a picture without a name:     []Aug 1[]     [] Oct 2     May 29 [] 6     TOS Privacy About []
const NAMELESS_PICTURE = /^(?:\[\]\s*)+|\s?\[\](?=\s+\d[\d.,]*[kKmM]?$)/g;
const NAMELESS_PICTURE_BEHIND = /^(.{1,60}?)(?:\s?\[\])+$/;
const NAMELESS_PICTURE_OF_SUBMITTER = /^(submitted by) \[\]/i;
//   Subscribe [/login?next=%2Fpapers]     BY [/front/assets/papers-by.png]AK [/akhaliq] AND …
const BRACKETED_ADDRESS =
  /\s?\[((?:https?:\/\/(?:[\w-]+\.)*(?:huggingface\.co|arxiv\.org|github\.com)|(?=\/))\/[^\s[\]]*)\]/g;
const MARKED_START = /^[#!*<]/;
const ENDS_IN_COUNT = /^.{0,80}(?:[A-Z][a-z]{2} \d{1,2}(?:, 20\d\d)?|authors) ?\[\d{1,6}\]\[\d{1,6}\]$/;
const HEADING = /^#{1,6}\s+/;
const PAGE_URL = /^\/|^https?:\/\/huggingface\.co\//;
const LABEL = /^LINK: /;

/** A quick check: most lines have no markup. */
export function mayHoldMarkup(line: string): boolean {
  return line.includes('[') || line.includes(']') || MARKED_START.test(line);
}

/** A line without markup. */
export function plainLine(text: string): StrippedLine {
  return {
    text,
    urls: [],
    bracketed: false,
    reference: null,
    isHeading: false,
    isPageTitle: false,
    startsLink: false,
    opensLink: false,
    closesLink: false,
  };
}

/** @param line one line without white space around it @param inLink a link that an earlier line opened is still open */
export function stripMarkup(line: string, inLink: boolean): StrippedLine {
  const peeler = new Peeler(line);
  const isHeading = peeler.heading();
  peeler.pictures();
  peeler.bracketedAddresses();
  peeler.leadingEnd();
  if (!peeler.wholeLink(isHeading)) {
    peeler.linksWithin();
    peeler.end(inLink);
    peeler.start();
  }
  peeler.remains(inLink);
  return {
    text: peeler.text,
    urls: peeler.urls,
    bracketed: peeler.bracketed,
    reference: peeler.references.at(-1) ?? null,
    isHeading,
    isPageTitle: isHeading && line.startsWith('# '),
    startsLink: peeler.startsLink,
    opensLink: peeler.opensLink,
    closesLink: peeler.closesLink,
  };
}

/** Removes the markup from a line, layer by layer. */
class Peeler {
  text: string;
  readonly urls: string[] = [];
  readonly references: number[] = [];
  bracketed = false;
  startsLink = false;
  opensLink = false;
  closesLink = false;

  constructor(line: string) {
    this.text = line;
  }

  //   ### Title
  heading(): boolean {
    const heading = HEADING.exec(this.text);
    if (heading !== null) this.text = this.text.slice(heading[0].length);
    return heading !== null;
  }

  //   ![alt](url)    [Image 3: alt]    **all of the line**
  pictures(): void {
    if (this.text.length > LONGEST_MARKED_UP) return;
    this.text = this.text
      .replace(IMAGE, '')
      .replace(PICTURE, '')
      .replace(/^\*\*([^*]+)\*\*$/, '$1');
  }

  //   Title [/papers/2401.00001]     [/papers/2401.00001] 5 [/papers/2401.00001#community]
  bracketedAddresses(): void {
    if (this.text.length > LONGEST_LINKED_LINE || !this.text.includes('/')) return;
    const shown = this.text.replace(BRACKETED_ADDRESS, (whole, url: string, at: number) => {
      // `[alt](url)` is another kind of link.
      if (this.text.charAt(at + whole.length) === '(') return whole;
      if (!/\.(?:png|jpe?g|svg|gif|webp)$/i.test(url)) this.urls.push(url);
      this.bracketed = true;
      return ' ';
    });
    if (this.bracketed) this.text = singleSpaced(shown);
  }

  //   ](url) · Feb 27, 2025     ← the link began on an earlier line
  leadingEnd(): void {
    const end = LEADING_END.exec(this.text);
    if (end === null) return;
    this.text = this.text.slice(end[0].length);
    // The rest is not part of that link, so the link's target says nothing about it.
    if (this.text === '') this.#close(end[1], end[2]);
    this.closesLink = true;
  }

  //   [all of the line](url)
  wholeLink(isHeading: boolean): boolean {
    const whole = wholeLink(this.text);
    if (whole === null) return false;
    this.startsLink = true;
    this.text = isHeading || !namesPicture(whole) ? whole.text : whole.text.replace(PICTURE_NAME, '');
    if (whole.url === null) this.references.push(whole.reference);
    else this.urls.push(whole.url);
    return true;
  }

  //   [Upvote 117](url) [GitHub 131](url)
  linksWithin(): void {
    if (this.text.length > LONGEST_MARKED_UP) return;
    this.startsLink = /^\[[^[\]]*\][([]/.test(this.text);
    this.text = withoutLinks(this.text, this.urls, this.references);
  }

  //   the end of an abstract.](url)     3 authors ][34]     University](url) · Jun 8
  end(inLink: boolean): void {
    if (this.closesLink) return;
    const { text } = this;
    const inline = INLINE_END.exec(text.slice(-2100));
    const reference = REFERENCE_END.exec(text.slice(-10));
    const middle = inLink && text.length <= LONGEST_MARKED_UP_ROW ? MIDDLE_END.exec(text) : null;
    if (inline !== null && (inLink || PAGE_URL.test(inline[1] ?? ''))) {
      this.text = text.slice(0, text.length - inline[0].length);
      this.#close(inline[1], undefined);
    } else if (middle !== null) {
      this.text = `${text.slice(0, middle.index)} ${text.slice(middle.index + middle[0].length)}`;
      this.#close(middle[1], undefined);
    } else if (reference !== null && (inLink || text.startsWith(']'))) {
      this.text = text.slice(0, text.length - reference[0].length);
      this.#close(undefined, reference[1]);
    }
  }

  //   [the start of an abstract     May 29 [     [Upvote 117](url) [arXiv
  start(): void {
    if (this.text.startsWith('[') && !closesItself(this.text)) {
      this.startsLink = true;
      this.opensLink = true;
      this.text = this.text.slice(1);
      return;
    }
    const start = TRAILING_START.exec(this.text.slice(-60));
    // An open bracket after words is part of the text, unless there are links on the line.
    if (start === null || (start[1] !== '' && this.urls.length === 0)) return;
    this.opensLink = true;
    this.text = `${this.text.slice(0, this.text.length - start[0].length)} ${start[1]}`;
  }

  remains(inLink: boolean): void {
    if (inLink || this.opensLink) this.text = withoutLineBreak(this.text);
    if (this.text.length <= LONGEST_LINKED_LINE) {
      this.text = this.text
        .replace(NAMELESS_PICTURE, '')
        .replace(NAMELESS_PICTURE_BEHIND, '$1')
        .replace(NAMELESS_PICTURE_OF_SUBMITTER, '$1');
    }
    this.text = this.text.trim().replace(LABEL, '');
  }

  #close(url: string | undefined, reference: string | undefined): void {
    if (url !== undefined) this.urls.push(url);
    if (reference !== undefined) this.references.push(Number(reference));
    this.closesLink = true;
  }
}

/**
 * Whether the label starts with the name of a picture, not with a word of the text:
 *
 *     [[fern] Fern Lab](/fern)     [[fern] Fern Lab][31]     not: [[Abridged] We show …](/papers/2401.00001)
 */
function namesPicture({ text, url }: WholeLink): boolean {
  return text.length <= LONGEST_PICTURED_LABEL && !/[.!?]$/.test(text) && (url === null || arxivIdOfUrl(url) === null);
}

/** The text with its complete links replaced by their labels, whose targets go to `urls` and `references`. */
function withoutLinks(text: string, urls: string[], references: number[]): string {
  const targets: string[] = [];
  const numbers: number[] = [];
  let hasLinks = false;
  const shown = text
    .replace(INLINE_LINK, (_, label: string, target: string) => {
      if (label.trim() !== '') targets.push(target);
      hasLinks = true;
      return ` ${label} `;
    })
    // `[1][2]` is a pair of citations, unless it is in a row: `· May 29 [6][39]`.
    .replace(REFERENCE_LINK, (link, label: string, number: string) => {
      if (/^\d+$/.test(label) && !ENDS_IN_COUNT.test(text)) return link;
      if (label.trim() !== '') numbers.push(Number(number));
      hasLinks = true;
      return ` ${label} `;
    });
  // Longer text is an abstract; if it seems to contain a link, its authors wrote that.
  if (!hasLinks || shown.length > LONGEST_LINKED_LINE) return text;
  urls.push(...targets);
  references.push(...numbers);
  return shown.replace(/\s+/g, ' ');
}

type WholeLink = { text: string; url: string; reference: null } | { text: string; url: null; reference: number };

/** `[Title with (parentheses) and [brackets]](url)`: a link that is the whole text; null if there is none. */
function wholeLink(text: string): WholeLink | null {
  if (!text.startsWith('[')) return null;
  if (text.endsWith(')')) {
    const cut = text.lastIndexOf('](');
    const target = text.slice(cut + 2, -1);
    if (cut < 0 || text.indexOf('](') !== cut || /[\s()]/.test(target) || !isBalanced(text.slice(1, cut))) return null;
    return { text: text.slice(1, cut).trim(), url: target.replace(/^<|>$/g, ''), reference: null };
  }
  const end = REFERENCE_END.exec(text.slice(-10));
  if (end === null) return null;
  const cut = text.length - end[0].length;
  if (text.indexOf('][') !== cut || !isBalanced(text.slice(1, cut))) return null;
  return { text: text.slice(1, cut).trim(), url: null, reference: Number(end[1]) };
}

/** Whether the bracket at the start is closed again on the line. */
function closesItself(text: string): boolean {
  return depthsOf(text).includes(0);
}

/** Whether no bracket closes before it opens, so the brackets around the text belong together. */
function isBalanced(text: string): boolean {
  const depths = depthsOf(text);
  return (depths.at(-1) ?? 0) === 0 && depths.every((depth) => depth >= 0);
}

/** The number of brackets that are open behind each one of a text. */
function depthsOf(text: string): number[] {
  let depth = 0;
  return Array.from(text.matchAll(/\\[[\]]|[[\]]/g), ({ 0: bracket }) => {
    depth += bracket === '[' ? 1 : bracket === ']' ? -1 : 0;
    return depth;
  });
}

/** Markdown breaks a line with a backslash directly after the text; `4 \` is a space of TeX. */
export function withoutLineBreak(line: string): string {
  return line.replace(/(?:\\{2,4}|(?<=\S)\\)$/, '');
}

/**
 * Whether an extractor escaped special characters of Markdown with backslashes: always in the label of a link; in other text
 * of a Markdown document, if no such character lacks a backslash.
 */
export type Escaping = 'certain' | 'likely' | 'none';

/** The text without the additions of an extractor: `\_`, `\[`, `&lt;`, a backslash for a line break. */
export function unescapeMarkdown(text: string, escaping: Escaping): string {
  if (escaping === 'none' || !/[\\&]/.test(text)) return text;
  if (escaping === 'likely' && !isEscaped(text)) return text.replace(/\\(?=\\[()])|(?<=\d)\\(?=\.)/g, '');
  return decodeEntities(
    text
      .replace(/(?<!\\)\\+(?=\s\s|$)/g, '')
      .replace(/\\([\\*_`[\]])|^\\([#+\-.!~>|=])|(?<=\d)\\(?=[.)])/g, '$1$2')
      // `\-` within a word is a hyphen of TeX.
      .replace(/(?<=^|\s|-)\\([-+])/g, '$1'),
  );
}

//   \[CLS\] and \\alpha     not: [CLS] and \alpha
function isEscaped(text: string): boolean {
  if (!/\\[*_[\]`\\]/.test(text)) return false;
  return !/[*_[\]]|\\[a-z]/i.test(text.replace(/\\[*_[\]`\\]/g, ''));
}
