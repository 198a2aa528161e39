import { CASE, threeLetters } from '../../input/ascii.ts';
import type { Line } from '../../input/text.ts';
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
const LETTER_Z = 0x7a;
const COLON = 0x3a;
const HTTP_ENDS: readonly number[] = [...Buffer.from('ps')];

/** Bytes without which none of what the patterns above find stands behind the start of a line. */
const SUSPICIOUS = new Uint8Array(256);
for (const character of '0123456789[]') SUSPICIOUS[character.charCodeAt(0)] = 1;

const STARTS: ReadonlySet<number> = new Set(
  [...labelStarts, 'upv', 'git', 'vie', 'arx', 'pro', 'pub', 'sub', 'pag', 'hug'].map((start) =>
    threeLetters(Buffer.from(start.padEnd(3)), 0),
  ),
);

/**
 * The same for a whole line of ASCII with single spaces that starts with a letter. Four of five titles are told by their
 * bytes, in a tenth of the time that patterns take; others are decoded.
 */
export function isTitleForCertain(line: Line): boolean {
  const first = line.byte(0) | CASE;
  if (first < LETTER_A || first > LETTER_Z) return false;
  return isPlainText(line) || isTextForCertain(line.text);
}

function isPlainText({ block: { bytes }, start, end }: Line): boolean {
  const second = bytes[start + 1] ?? 0;
  const third = bytes[start + 2] ?? 0;
  if (end - start < 3 || second === CASE || third === CASE || STARTS.has(threeLetters(bytes, start))) return false;
  // (x)     ___     … community
  const last = (bytes[end - 1] ?? 0) | CASE;
  if (last < LETTER_A || last >= 'y'.charCodeAt(0)) return false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (SUSPICIOUS[byte] === 1) return false;
    // http:     https:
    if (byte === COLON && HTTP_ENDS.includes((bytes[at - 1] ?? 0) | CASE)) return false;
  }
  return true;
}
