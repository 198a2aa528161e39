import { type Escaping, unescapeMarkdown, withoutLineBreak } from './markup.ts';

/** A run of text lines without a blank line or a row of a card between them. */
export interface Block {
  readonly lines: string[];
  /** Number of the first line. */
  readonly line: number;
  readonly isHeading: boolean;
  /** How many of the lines are the label of a link, which is the title as a whole; 0 where that is not known. */
  linkedLines: number;
  /** Where the text links to, and the number of that link where the target stands at the end of the dump. */
  url: string | null;
  reference: number | null;
  escaping: Escaping;
}

/** Title and abstract of one card, by the blocks or parts of blocks that hold them. */
export interface SplitEntry {
  readonly title: string;
  readonly abstract: string | null;
  readonly line: number;
}

/** A block, or a part of one, that is either a title or a paragraph of an abstract. */
interface Unit {
  readonly text: string;
  readonly line: number;
  /** No blank line separates it from the unit before. */
  readonly isJoined: boolean;
}

/** Lines longer than this were not wrapped by an extractor: where there are such, each line of the page is one line. */
const WIDEST_WRAPPED_LINE = 160;

/** A title of one line up to this length, in characters, is one for certain where a longer line follows. */
const LONGEST_PLAIN_TITLE = 250;

// Log-odds, by and large: what speaks against a reading of the run as a whole.
const NO_ABSTRACT = -5;
const LOST_ROW = -1.5;
const JOINED_TO_ABSTRACT = -6;
const JOINED_TO_TITLE = -1;

/**
 * Splits the text between two metadata rows into titles and abstracts. Mostly that is one of each; but a card whose
 * row was lost stands in front of the next one without anything between them, and an abstract may have paragraphs:
 *
 *     Title           T
 *     Long text.      A   ← of 1
 *     Title           T   ← or a short second paragraph of 1?
 *     Long text.      A   ← of 2
 *     • 3 authors         (of the last card)
 *
 * Every block is scored as a title or as a paragraph, and the most plausible sequence as a whole is taken.
 *
 * @param width of the longest line of the page so far @param mayStartWithJunk text of the page may stand before the first title
 * @returns the entries in order, and how many of the blocks at the start belong to none
 */
export function splitRun(
  blocks: readonly Block[],
  width: number,
  mayStartWithJunk: boolean,
): { junk: number; entries: SplitEntry[] } {
  const [first, second] = blocks;
  if (first === undefined) return { junk: 0, entries: [] };
  if (blocks.length === 2 && second !== undefined && isPlainPair(first, second)) {
    return { junk: 0, entries: [entry(first.line, textOf(first), [textOf(second)])] };
  }
  const junk = mayStartWithJunk ? leadingJunk(blocks) : 0;
  const isUnwrapped = width > WIDEST_WRAPPED_LINE;
  const units = blocks.slice(junk).flatMap((block) => unitsOf(block, isUnwrapped, blocks.length - junk === 1));
  return { junk, entries: entriesOf(units) };
}

/** Nearly all cards: a short line, a long one. */
function isPlainPair(first: Block, second: Block): boolean {
  const [title = ''] = first.lines;
  return (
    first.lines.length === 1 && title.length <= LONGEST_PLAIN_TITLE && (second.lines[0] ?? '').length > title.length
  );
}

/** The text of a block on one line, without what an extractor added. */
export function textOf(block: Block): string {
  const lines = block.escaping === 'none' ? block.lines : block.lines.map(withoutLineBreak);
  const text = lines.length === 1 ? (lines[0] ?? '') : joinLines(lines);
  return normalize(unescapeMarkdown(text, block.escaping));
}

// Where a line ends inside a word, no space belongs between it and the next:
//   github.com/ | kiln     https: | //     SAP^ | {2}     \emph | {dry}     # | hashtags     multi- | agent
// A space stands behind an address that ends in a slash where a sentence goes on, and in `pre- and post-war`.
const BREAK_IN_WORD = new RegExp(
  [
    String.raw`\n(?=/\S)`,
    String.raw`\n(?<=\S/\n)(?!(?:and|are|at|for|in|is|on|or|to|we|where|which|with)\b)(?=[\w~])`,
    String.raw`\n(?<=(?:[\^_}]|\\[a-z]{1,20})\n)(?=\{)`,
    String.raw`\n(?<=#\n)(?=[a-z])`,
    String.raw`\n(?<=[\p{L}\d]-\n)(?!(?:and|but|nor|or|to|versus|vs)\b)(?=[\p{L}\d])`,
  ].join('|'),
  'gu',
);

function joinLines(lines: readonly string[]): string {
  return lines.join('\n').replace(BREAK_IN_WORD, '').replaceAll('\n', ' ');
}

const WIDE_SPACE = /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/** One space for any white space. Looking for what is to be replaced takes an eighth of the time of replacing. */
export function normalize(text: string): string {
  const isEven = !text.includes('  ') && !text.includes('\t') && !text.includes('\u00a0') && !WIDE_SPACE.test(text);
  return isEven ? text.trim() : text.replace(/\s+/g, ' ').trim();
}

function entry(line: number, title: string, paragraphs: readonly string[]): SplitEntry {
  return { title, abstract: paragraphs.length === 0 ? null : paragraphs.join(' '), line };
}

/** How many blocks stand before the last title that an abstract follows, where none of them looks like an abstract. */
function leadingJunk(blocks: readonly Block[]): number {
  const firstParagraph = blocks.findIndex((block) => titleScore(textOf(block)) < -4);
  if (firstParagraph < 0) return 0;
  return Math.max(0, firstParagraph - 1);
}

/**
 * @param isUnwrapped each line of the page is one line @param isAlone nothing but this block stands for title and
 *   abstract, so that it may hold both
 */
function unitsOf(block: Block, isUnwrapped: boolean, isAlone: boolean): Unit[] {
  const { lines } = block;
  const whole = (from: number, to: number, isJoined: boolean): Unit => ({
    text: textOf({ ...block, lines: lines.slice(from, to) }),
    line: block.line + from,
    isJoined,
  });
  if (lines.length === 1) return [whole(0, 1, false)];
  const borders: number[] = [];
  if (isUnwrapped) {
    for (let at = 1; at < lines.length; at += 1) {
      if (looksLikeTitle(lines[at]) !== looksLikeTitle(lines[at - 1])) borders.push(at);
    }
  } else if (isAlone) {
    const end = endOfWrappedTitle(lines);
    if (end !== null && titleScore(textOf({ ...block, lines: lines.slice(end) })) < 0) borders.push(end);
  }
  return [0, ...borders].map((from, index) => whole(from, borders[index] ?? lines.length, index > 0));
}

function looksLikeTitle(line: string | undefined): boolean {
  return titleScore(line ?? '') > 0;
}

/**
 * The first line that ends before it is full: its break was on the page.
 *
 *     A Title That Is Long Enough for      ← full: `Two` does not fit
 *     Two Lines                            ← `We` fits: the title ends here
 *     We propose a method that wraps
 */
function endOfWrappedTitle(lines: readonly string[]): number | null {
  const width = Math.max(...lines.slice(0, 50).map((text) => text.length));
  for (let at = 1; at < lines.length; at += 1) {
    const nextWord = (lines[at] ?? '').split(' ', 1)[0] ?? '';
    if ((lines[at - 1] ?? '').length + 1 + nextWord.length <= width) return at;
  }
  return null;
}

/** The most plausible sequence of titles and paragraphs that starts with a title. */
function entriesOf(units: readonly Unit[]): SplitEntry[] {
  const isTitle = mostPlausible(units);
  const entries: SplitEntry[] = [];
  for (let at = 0; at < units.length; ) {
    const title = units[at];
    if (title === undefined) break;
    let end = at + 1;
    while (end < units.length && isTitle[end] !== true) end += 1;
    const paragraphs = units.slice(at + 1, end).map((unit) => unit.text);
    entries.push(entry(title.line, title.text, paragraphs));
    at = end;
  }
  return entries;
}

/** Viterbi over the two readings of each unit; the first is a title. @returns for each unit whether it is a title */
function mostPlausible(units: readonly Unit[]): boolean[] {
  // Best score of a reading up to here that ends in a title or a paragraph, and which of the two came before.
  const afterTitle: boolean[] = [];
  const afterParagraph: boolean[] = [];
  let title = 0;
  let paragraph = Number.NEGATIVE_INFINITY;
  for (const [at, unit] of units.entries()) {
    if (at === 0) continue;
    const score = titleScore(unit.text);
    const joined = unit.isJoined ? JOINED_TO_ABSTRACT : 0;
    const titleFromTitle = title + NO_ABSTRACT + score + joined;
    const titleFromParagraph = paragraph + LOST_ROW + score + joined;
    const paragraphFromTitle = title - score + (unit.isJoined ? JOINED_TO_TITLE : 0);
    const paragraphFromParagraph = paragraph - score;
    afterTitle[at] = titleFromTitle >= titleFromParagraph;
    afterParagraph[at] = paragraphFromTitle >= paragraphFromParagraph;
    title = Math.max(titleFromTitle, titleFromParagraph);
    paragraph = Math.max(paragraphFromTitle, paragraphFromParagraph);
  }
  const isTitle: boolean[] = [];
  let current = title + NO_ABSTRACT > paragraph;
  for (let at = units.length - 1; at >= 0; at -= 1) {
    isTitle[at] = current;
    current = (current ? afterTitle[at] : afterParagraph[at]) ?? true;
  }
  return isTitle;
}

// How an abstract's paragraph starts, and hardly ever a title. As one pattern, V8 would take 0.7 ms to read them.
const PARAGRAPH_STARTS = [
  'we|our|it|they|these|this paper|this work|this study|this report|this survey|this article|this is|in this|in the',
  'to this end|to address|to tackle|as a|as an|however|moreover|furthermore|finally|additionally|specifically|here,',
  'despite|while|although|since|when|because|recent|recently|extensive|experiment|experiments|result|results',
  'data|model|models|code|the code|source code|project|demo|website',
].flatMap((words) => words.split('|'));
const LIST_ITEM = /^(?:[•*+◦▪‣–-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s/;
const SENTENCE_BORDER = /[a-z0-9)\]%"'][.!?] +(?=["'(]?[A-Z])/g;

/** How much the text looks like a title (above 0) rather than like a paragraph (below 0). */
export function titleScore(text: string): number {
  let score = text.length <= 130 ? 2 : text.length <= 200 ? 1 : text.length <= 300 ? -2 : text.length <= 500 ? -7 : -14;
  if (score < -5) return score;
  if (/[.;,:]$/.test(text)) score -= text.endsWith('.') ? 3.5 : 2.5;
  score -= 2.5 * Math.min(2, text.match(SENTENCE_BORDER)?.length ?? 0);
  if (/https?:\/\/|www\.|\.(?:com|io|org)\b/.test(text)) score -= 4;
  if (LIST_ITEM.test(text)) score -= 3;
  if (startsParagraph(text)) score -= text.endsWith('?') ? 0.5 : 2;
  if (/ (?:we|our|is|are|was|were|has|have|which|that) /.test(text)) score -= 1;
  // `code2seq: …` and `iVideo: …` are names; a plain lower-case word goes on with a sentence.
  if (/^[a-z]+[ ,]/.test(text)) score -= 2.5;
  return score + capitalization(text);
}

function startsParagraph(text: string): boolean {
  const start = text.slice(0, 40).toLowerCase();
  const isParted = (words: string) => start.startsWith(words) && !/[\w:]/.test(start.charAt(words.length));
  return PARAGRAPH_STARTS.some(isParted) || /^by [a-z]+ing\b(?!:)/.test(start);
}

const LONGER_WORD = /(?<![^\s/-])["'(“]?[A-Za-z]{4}/g;

/** Titles capitalize most of their longer words, sentences few. */
function capitalization(text: string): number {
  const words = text.match(LONGER_WORD) ?? [];
  if (words.length < 3) return 0;
  const capitalized = words.filter((word) => word.charAt(word.length - 4) <= 'Z').length;
  const share = capitalized / words.length;
  return share >= 0.6 ? 2 : share <= 0.25 ? -1 : 0;
}

/** A heading names the title; lines right below it go on with the title, unless they are the only text there is. */
export function headedEntry(run: readonly Block[]): SplitEntry {
  const [heading, ...paragraphs] = run as [Block, ...Block[]];
  const { lines, linkedLines } = heading;
  const below = { ...heading, lines: lines.slice(1) };
  const isAbstract =
    below.lines.length > 0 && (paragraphs.length === 0 ? titleScore(textOf(below)) < 0 : textOf(below).length > 200);
  const end = linkedLines > 0 ? linkedLines : isAbstract ? 1 : lines.length;
  const texts = [{ ...heading, lines: lines.slice(end) }, ...paragraphs].map(textOf).filter((text) => text !== '');
  return entry(heading.line, textOf({ ...heading, lines: lines.slice(0, end) }), texts);
}
