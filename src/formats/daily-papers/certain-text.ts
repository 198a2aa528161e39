import { CASE, isDigit, threeLettersOf } from '../../input/ascii.ts';
import type { Line } from '../../input/text.ts';
import { MONTHS } from '../calendar-day.ts';
import { isFurniture, isPageFooter, isPageHeader, labelStarts, mayBeOfPage } from './furniture.ts';

// How a line starts or ends, or what it holds, that may be anything else than text of a paper. Broader than the rules.
const MAY_BE_MORE_THAN_TEXT =
  /^[^a-z"'(]|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]*\s+\d|^(?:upvote|github|view|arxiv|project|published|submitted by|page$|hugging face)|20\d\d|https?:|[[\]]|\)$/i;

/**
 * Whether a line is text of a paper and cannot be anything else: a row, markup, a part of the page.
 *
 * @param text of ASCII with single spaces
 */
export function isTextForCertain(text: string): boolean {
  if (MAY_BE_MORE_THAN_TEXT.test(text)) return false;
  return !mayBeOfPage(text) || !(isPageHeader(text) || isPageFooter(text) || isFurniture(text));
}

const LETTER_A = 0x61;
const LETTER_Y = 0x79;
const LETTER_Z = 0x7a;
const SPACE = 0x20;
const COLON = 0x3a;
const CLOSING = 0x29;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const UNDERSCORE = 0x5f;
const ZERO = 0x30;
const TWO = 0x32;
const HTTP_ENDS: readonly number[] = [...Buffer.from('ps')];

/** Letters with which lines begin that the patterns above find by their beginning, as {@link threeLettersOf} gives them. */
export const startCodes: ReadonlySet<number> = new Set(
  [...labelStarts, ...MONTHS, 'upv', 'git', 'vie', 'arx', 'pro', 'pub', 'sub', 'pag', 'hug'].map(threeLettersOf),
);

/**
 * The same for a whole line of ASCII with single spaces that starts with a letter. Nearly all titles are told by their
 * bytes, in a tenth of the time that patterns take; others are decoded.
 */
export function isTitleForCertain(line: Line): boolean {
  const first = line.byte(0) | CASE;
  if (first < LETTER_A || first > LETTER_Z) return false;
  return isPlainText(line) || isTextForCertain(line.text);
}

function isPlainText(line: Line): boolean {
  const { start, end } = line;
  const { bytes } = line.block;
  if (end - start < 6 || startCodes.has(firstLetters(bytes, start))) return false;
  // (x)     ___     … community
  const last = bytes[end - 1] ?? 0;
  if (last === CLOSING || last === UNDERSCORE) return false;
  if ((last | CASE) === LETTER_Y && line.latin1.toLowerCase().endsWith('community')) return false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === OPENING_BRACKET || byte === CLOSING_BRACKET) return false;
    // http:     https:
    if (byte === COLON && HTTP_ENDS.includes((bytes[at - 1] ?? 0) | CASE)) return false;
    // 2024
    if (byte === ZERO && bytes[at - 1] === TWO && isDigit(bytes[at + 1])) return false;
  }
  return true;
}

/** The first three letters, without spaces between them, as {@link threeLettersOf} gives them: `A Study` is `ast`. */
function firstLetters(bytes: Uint8Array, start: number): number {
  const second = start + (bytes[start + 1] === SPACE ? 2 : 1);
  const third = second + (bytes[second + 1] === SPACE ? 2 : 1);
  return (((bytes[start] ?? 0) | CASE) << 16) | (((bytes[second] ?? 0) | CASE) << 8) | ((bytes[third] ?? 0) | CASE);
}
