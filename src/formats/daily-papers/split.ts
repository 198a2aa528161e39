import { singleSpaced } from '../../text/white-space.ts';
import { type Escaping, unescapeMarkdown, withoutLineBreak } from './markup.ts';
import type { TextToken } from './tokens.ts';

/** Lines of text without a blank line or a row of a card between them. */
export interface Block {
  readonly lines: string[];
  /** Number of the first line. */
  readonly line: number;
  readonly isHeading: boolean;
  /** How many of the lines are the label of a link, which is the title as a whole; 0 if unknown. */
  linkedLines: number;
  /** The link target of the text, or the number of the link if its target is at the end of the listing. */
  url: string | null;
  reference: number | null;
  escaping: Escaping;
}

/** Title and abstract of one paper. */
export interface TitleSplit {
  readonly title: string;
  readonly abstract: string | null;
  /** Of the title. */
  readonly line: number;
  /** Lines of further paragraphs that are as long as an abstract or look like a title: of another paper, perhaps. */
  readonly doubtful: readonly number[];
}

/** A block, or a part of one, that is either a title or a paragraph of an abstract. */
interface Unit {
  readonly text: string;
  readonly line: number;
  /** No blank line separates it from the unit before. */
  readonly isJoined: boolean;
}

/** In characters: a line up to this length is certainly a title if a longer line follows. */
const LONGEST_PLAIN_TITLE = 250;

/** Text at least this long, in characters, is an abstract. */
export const SHORTEST_ABSTRACT = 150;

/**
 * Evidence for a title (above 0) or for a paragraph of an abstract (below 0), roughly as log-odds. The first group is about
 * one text, the second about an interpretation of all texts between two rows.
 */
const WEIGHTS = {
  /** By length in characters; the first that fits applies. */
  length: [
    [130, 2],
    [200, 1],
    [300, -2],
    [500, -7],
    [Number.POSITIVE_INFINITY, -14],
  ],
  /** Ends in a full stop, or in `;`, `,` or `:`. */
  fullStop: -3.5,
  otherStop: -2.5,
  /** For each of the first two sentences that end within it. */
  sentence: -2.5,
  address: -4,
  listItem: -3,
  /** Starts like a paragraph: `In this work, …`. Questions start like this too: `Do We Need …?` */
  start: -2,
  startOfQuestion: -0.5,
  /** Contains a verb that is typical of sentences. */
  verb: -1,
  /** Starts with a plain word in lower case, so it continues a sentence. */
  lowerCase: -2.5,
  /** Whether most or few of its longer words are capitalized. */
  capitals: 2,
  noCapitals: -1,

  /** A title is followed by another title. */
  noAbstract: -5,
  /** An abstract is followed by a title, so the rows between them are lost. */
  lostRow: -1.5,
  /** There is no blank line between an abstract and the title below it, or between a title and its abstract. */
  joinedToAbstract: -6,
  joinedToTitle: -1,
} as const;

/** Further paragraphs that are longer may be the abstract of another paper, in characters. */
const DOUBTFUL = 250;

/** A text that scores less is an abstract. */
const ABSTRACT_SCORE = -4;

/** The length of a longer text alone makes it an abstract. */
const LONGEST_SCORED = 300;

/**
 * Splits the text between two metadata rows into titles and abstracts. Usually there is one of each, but a card whose
 * row was lost directly precedes the next one, and an abstract may have several paragraphs:
 *
 *     Title           T
 *     Long text.      A   ← of 1
 *     Title           T   ← or a short second paragraph of 1?
 *     Long text.      A   ← of 2
 *     • 3 authors         (of the last card)
 *
 * Every block is scored as a title and as a paragraph, and the most plausible sequence is chosen.
 *
 * @param isUnwrapped each line of the page is one line
 * @returns the papers in order
 */
export function splitText(blocks: readonly Block[], isUnwrapped: boolean): TitleSplit[] {
  const [first, second] = blocks;
  if (first === undefined) return [];
  if (blocks.length === 2 && second !== undefined && isPlainPair(first, second)) {
    return [entry(first.line, textOf(first), [textOf(second)])];
  }
  return entriesOf(blocks.flatMap((block) => unitsOf(block, isUnwrapped, blocks.length === 1)));
}

/** Nearly all cards: a short line and a long one. */
function isPlainPair(first: Block, second: Block): boolean {
  const [title = ''] = first.lines;
  return (
    first.lines.length === 1 && title.length <= LONGEST_PLAIN_TITLE && (second.lines[0] ?? '').length > title.length
  );
}

/** The blocks of consecutive texts. */
export function blocksOf(texts: readonly TextToken[]): Block[] {
  const blocks: Block[] = [];
  for (const { text, line, continues, isHeading, url, reference, escaping } of texts) {
    const last = blocks.at(-1);
    if (!continues || last === undefined) {
      blocks.push({ lines: [text], line, isHeading, linkedLines: 0, url, reference, escaping });
      continue;
    }
    const isLabelEnd = url !== null || reference !== null;
    last.lines.push(text);
    if (last.isHeading && isLabelEnd && last.url === null && last.reference === null)
      last.linkedLines = last.lines.length;
    last.url ??= url;
    last.reference ??= reference;
    if (escaping === 'certain') last.escaping = 'certain';
  }
  return blocks;
}

/** The text of a block on one line, without the additions of an extractor. */
export function textOf(block: Block): string {
  const [only = ''] = block.lines;
  if (block.lines.length === 1 && block.escaping === 'none') return singleSpaced(only);
  const lines = block.escaping === 'none' ? block.lines : block.lines.map(withoutLineBreak);
  return singleSpaced(unescapeMarkdown(joinLines(lines), block.escaping));
}

// If a line ends inside a word, there is no space between it and the next:
//   github.com/ | kiln     https: | //     SAP^ | {2}     \emph | {dry}     # | hashtags     multi- | agent
// A space follows an address that ends in a slash if the sentence continues, and in `pre- and post-war`.
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

function entry(
  line: number,
  title: string,
  paragraphs: readonly string[],
  doubtful: readonly number[] = [],
): TitleSplit {
  return { title, abstract: paragraphs.length === 0 ? null : paragraphs.join(' '), line, doubtful };
}

/** The number of blocks before the last title with an abstract, if none of them looks like an abstract. */
export function leadingJunk(blocks: readonly Block[]): number {
  const firstAbstract = blocks.findIndex((block) => looksLikeAbstract(textOf(block)));
  return Math.max(0, firstAbstract - 1);
}

export function looksLikeAbstract(text: string): boolean {
  if (text.length > LONGEST_SCORED) return true;
  const score = wordScore(text);
  // Capitals are counted only if they can change the result.
  return score < ABSTRACT_SCORE - WEIGHTS.noCapitals && score + capitalization(text) < ABSTRACT_SCORE;
}

/**
 * @param isUnwrapped each line of the page is one line @param isAlone this block is the only one, so it
 *   may contain both title and abstract
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
    const areTitles = lines.map((line) => titleScore(line) > 0);
    for (let at = 1; at < lines.length; at += 1) if (areTitles[at] !== areTitles[at - 1]) borders.push(at);
  } else if (isAlone) {
    const end = endOfWrappedTitle(lines);
    if (end !== null && titleScore(textOf({ ...block, lines: lines.slice(end) })) < 0) borders.push(end);
  }
  return [0, ...borders].map((from, index) => whole(from, borders[index] ?? lines.length, index > 0));
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
  let before = width;
  for (const [at, line] of lines.entries()) {
    // Chinese and Japanese may be broken behind any character.
    const [word = ''] = /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\S*)/u.exec(line) ?? [];
    if (before + 1 + word.length <= width) return at;
    before = line.length;
  }
  return null;
}

/** The most plausible sequence of titles and paragraphs that starts with a title. */
function entriesOf(units: readonly Unit[]): TitleSplit[] {
  const isTitle = mostPlausible(units);
  const entries: TitleSplit[] = [];
  for (let at = 0; at < units.length; ) {
    const title = units[at];
    if (title === undefined) break;
    let end = at + 1;
    while (end < units.length && isTitle[end] !== true) end += 1;
    const paragraphs = units.slice(at + 1, end);
    const further = paragraphs.slice(1).filter(({ isJoined }) => !isJoined);
    const length = further.reduce((sum, { text }) => sum + text.length, 0);
    const doubtful = further.filter(({ text }) => length > DOUBTFUL || titleScore(text) > 0).map(({ line }) => line);
    const texts = paragraphs.map(({ text }) => text);
    entries.push(entry(title.line, title.text, texts, doubtful));
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
    const joined = unit.isJoined ? WEIGHTS.joinedToAbstract : 0;
    const titleFromTitle = title + WEIGHTS.noAbstract + score + joined;
    const titleFromParagraph = paragraph + WEIGHTS.lostRow + score + joined;
    const paragraphFromTitle = title - score + (unit.isJoined ? WEIGHTS.joinedToTitle : 0);
    const paragraphFromParagraph = paragraph - score;
    afterTitle[at] = titleFromTitle >= titleFromParagraph;
    afterParagraph[at] = paragraphFromTitle >= paragraphFromParagraph;
    title = Math.max(titleFromTitle, titleFromParagraph);
    paragraph = Math.max(paragraphFromTitle, paragraphFromParagraph);
  }
  const isTitle: boolean[] = [];
  let current = title + WEIGHTS.noAbstract > paragraph;
  for (let at = units.length - 1; at >= 0; at -= 1) {
    isTitle[at] = current;
    current = (current ? afterTitle[at] : afterParagraph[at]) ?? true;
  }
  return isTitle;
}

// How an abstract's paragraph starts, and hardly ever a title.
const PARAGRAPH_START = new RegExp(
  `^(?:(?:${[
    'we|our|it|they|these|this paper|this work|this study|this report|this survey|this article|this is|in this|in the',
    'to this end|to address|to tackle|as a|as an|however|moreover|furthermore|finally|additionally|specifically|here,',
    'despite|while|although|since|when|because|recent|recently|extensive|experiment|experiments|result|results',
    'data|model|models|code|the code|source code|project|demo|website',
  ].join('|')})(?![\\w:])|by [a-z]+ing\\b(?!:))`,
  'i',
);
const LIST_ITEM = /^(?:[•*+◦▪‣–-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s/;
const SENTENCE_BORDER = /[a-z0-9)\]%"'][.!?] +(?=["'(]?[A-Z])|[。！？](?=.)/g;

/** How much the text looks like a title (above 0) rather than like a paragraph (below 0). */
export function titleScore(text: string): number {
  return text.length > LONGEST_SCORED ? lengthScore(text) : wordScore(text) + capitalization(text);
}

function lengthScore({ length }: string): number {
  return WEIGHTS.length.find(([longest]) => length <= longest)?.[1] ?? 0;
}

/** The score without the part for capitals. */
function wordScore(text: string): number {
  let score = lengthScore(text);
  if (/[.。]$/.test(text)) score += WEIGHTS.fullStop;
  else if (/[;,:；，：]$/.test(text)) score += WEIGHTS.otherStop;
  score += WEIGHTS.sentence * Math.min(2, text.match(SENTENCE_BORDER)?.length ?? 0);
  if (/https?:\/\/|www\.|\.(?:com|io|org)\b/.test(text)) score += WEIGHTS.address;
  if (LIST_ITEM.test(text)) score += WEIGHTS.listItem;
  if (PARAGRAPH_START.test(text)) score += text.endsWith('?') ? WEIGHTS.startOfQuestion : WEIGHTS.start;
  if (/ (?:we|our|is|are|was|were|has|have|which|that) /.test(text)) score += WEIGHTS.verb;
  // `code2seq: …` and `iVideo: …` are names.
  if (/^[a-z]+[ ,]/.test(text)) score += WEIGHTS.lowerCase;
  return score;
}

const LONGER_WORD = /(?<![^\s/-])["'(“]?[A-Za-z]{4}/g;

/** Titles capitalize most of their longer words, sentences few. */
function capitalization(text: string): number {
  const words = text.match(LONGER_WORD) ?? [];
  if (words.length < 3) return 0;
  const capitalized = words.filter((word) => word.charAt(word.length - 4) <= 'Z').length;
  const share = capitalized / words.length;
  return share >= 0.6 ? WEIGHTS.capitals : share <= 0.25 ? WEIGHTS.noCapitals : 0;
}

/** A heading names the title; lines right below it go on with the title, unless they are the only text there is. */
export function headedEntry(heading: Block, paragraphs: readonly Block[]): TitleSplit {
  const { lines, linkedLines } = heading;
  const below = { ...heading, lines: lines.slice(1) };
  const isAbstract =
    below.lines.length > 0 && (paragraphs.length === 0 ? titleScore(textOf(below)) < 0 : textOf(below).length > 200);
  const end = linkedLines > 0 ? linkedLines : isAbstract ? 1 : lines.length;
  const texts = [{ ...heading, lines: lines.slice(end) }, ...paragraphs].map(textOf).filter((text) => text !== '');
  return entry(heading.line, textOf({ ...heading, lines: lines.slice(0, end) }), texts);
}
