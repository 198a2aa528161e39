import type { Line } from '../../input/text.ts';

/** A line seen through the markup that an extractor put around what the page shows. */
export interface SeenLine {
  /** What a reader of the page sees. */
  readonly text: string;
  /** Targets of the links on the line, in order. */
  readonly urls: readonly string[];
  /** Number of a link whose target stands at the end of the dump: `[title][32]`. */
  readonly reference: number | null;
  /** The line is a heading: `### …`. */
  readonly isHeading: boolean;
  /** A link starts on this line and ends on a later one. */
  readonly opensLink: boolean;
  /** A link that started on an earlier line ends on this one. */
  readonly closesLink: boolean;
}

/** A line that shows more than this is no row of links; with their targets it may be longer. */
const LONGEST_LINKED_LINE = 150;
const LONGEST_MARKED_UP_ROW = 1024;

/** Beyond this length a line is text that at most stands between the brackets of one link. */
const LONGEST_MARKED_UP = 4096;

// No class below crosses a bracket, so that each attempt to match ends at the next one: the work stays linear.
const IMAGE = /!\[[^[\]]*\]\([^()\s]*\)/g;
// `[图片：alt]` and `[Image 3: alt]` stand for a picture; so does `[alt]` in front of an organization's name.
const PICTURE = /\[(?:图片|图像|image|img|picture|avatar)[^[\]]*\]/gi;
const INLINE_LINK = /\[([^[\]]*)\]\(<?([^()\s<>]*)>?(?: "[^"]*")?\)/g;
const REFERENCE_LINK = /\[([^[\]]*)\]\[(\d{1,6})\]/g;
const INLINE_END = /\]\(<?([^()\s<>]{1,2048})>?\)$/;
const REFERENCE_END = /\]\[(\d{1,6})\]$/;
const HEADING = /^#{1,6}\s+/;
const PAGE_URL = /^\/|^https?:\/\/huggingface\.co\//;
const LABEL = /^LINK: /;

/** Whether the line may hold markup, by its first and last characters and its length: most lines may not. */
export function mayHoldMarkup(line: Line): boolean {
  const first = line.byte(0);
  const last = line.byte(line.length - 1);
  // [ # ! * < in front, ) ] behind
  if (first === 0x5b || first === 0x23 || first === 0x21 || first === 0x2a || first === 0x3c) return true;
  if (last === 0x29 || last === 0x5d) return true;
  if (line.length > LONGEST_MARKED_UP_ROW) return false;
  const { latin1 } = line;
  return latin1.includes('](') || latin1.includes('][');
}

/** @param line one line without white space around it @param inLink a link that an earlier line opened is still open */
export function seeThrough(line: string, inLink: boolean): SeenLine {
  let text = line;
  const urls: string[] = [];
  const references: number[] = [];
  const heading = HEADING.exec(text);
  if (heading !== null) text = text.slice(heading[0].length);
  if (text.length <= LONGEST_MARKED_UP)
    text = text
      .replace(IMAGE, '')
      .replace(PICTURE, '')
      .replace(/^\*\*([^*]+)\*\*$/, '$1');

  const whole = wholeLink(text);
  if (whole !== null) {
    text = whole.text;
    if (whole.url === null) references.push(whole.reference);
    else urls.push(whole.url);
    if (heading === null) text = text.replace(/^\[[^[\]]*\]\s+(?=\S)/, '');
  } else if (text.length <= LONGEST_MARKED_UP) {
    text = withoutLinks(text, urls, references);
  }

  let closesLink = false;
  if (whole === null) {
    const inlineEnd = INLINE_END.exec(text.slice(-2100));
    const referenceEnd = REFERENCE_END.exec(text.slice(-10));
    if (inlineEnd !== null && (inLink || PAGE_URL.test(inlineEnd[1] ?? ''))) {
      text = text.slice(0, text.length - inlineEnd[0].length);
      urls.push(inlineEnd[1] ?? '');
      closesLink = true;
    } else if (referenceEnd !== null && (inLink || text.startsWith(']'))) {
      text = text.slice(0, text.length - referenceEnd[0].length);
      references.push(Number(referenceEnd[1]));
      closesLink = true;
    }
  }
  const opensLink = !closesLink && whole === null && text.startsWith('[') && !closesItself(text);
  if (opensLink) text = text.slice(1);
  if (inLink || opensLink) text = text.replace(/\\{1,4}$/, '');
  return {
    text: text.trim().replace(LABEL, ''),
    urls,
    reference: references.at(-1) ?? null,
    // The page's own title is the only heading of the first level.
    isHeading: heading !== null && !line.startsWith('# '),
    opensLink,
    closesLink,
  };
}

/** The text with its complete links replaced by their labels, whose targets go to `urls` and `references`. */
function withoutLinks(text: string, urls: string[], references: number[]): string {
  const targets: string[] = [];
  const numbers: number[] = [];
  const shown = text
    .replace(INLINE_LINK, (_, label: string, target: string) => {
      targets.push(target);
      return ` ${label} `;
    })
    // `[1][2]` is a pair of citations; a number that is a link stands in white space: `[ 6][39]`.
    .replace(REFERENCE_LINK, (link, label: string, number: string) => {
      if (/^\d*$/.test(label)) return link;
      numbers.push(Number(number));
      return ` ${label} `;
    });
  // Longer text is an abstract, and what looks like a link in it is what its authors wrote.
  if (targets.length + numbers.length === 0 || shown.length > LONGEST_LINKED_LINE) return text;
  urls.push(...targets);
  references.push(...numbers);
  return shown.replace(/\s+/g, ' ');
}

type WholeLink = { text: string; url: string; reference: null } | { text: string; url: null; reference: number };

/** `[Title with (parentheses) and [brackets]](url)`: the link that is all of the text; null where there is none. */
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
  let depth = 0;
  for (const bracket of text.match(/\\[[\]]|[[\]]/g) ?? []) {
    if (bracket === '[') depth += 1;
    else if (bracket === ']') depth -= 1;
    if (depth === 0) return true;
  }
  return false;
}

/** Whether no bracket closes before it is opened, so that the brackets around the text belong together. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const bracket of text.match(/\\[[\]]|[[\]]/g) ?? []) {
    if (bracket === '[') depth += 1;
    else if (bracket === ']') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** The text of a Markdown link without what the extractor added: `\_`, `\[`, `&lt;`, a backslash for a line break. */
export function unescapeMarkdown(text: string): string {
  return text
    .replace(/\\+(?=\s|$)/g, '')
    .replace(/\\([\\*_`[\]#+\-.!~>|<=])/g, '$1')
    .replace(/&(?:lt|gt|amp|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity);
}
