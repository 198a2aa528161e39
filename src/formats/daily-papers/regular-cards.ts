import { isDigit, readDigits, threeLetters } from '../../input/ascii.ts';
import { LineTraits } from '../../input/line-table.ts';
import { Line, type TextBlock } from '../../input/text.ts';
import { isInCalendar, MONTHS } from '../calendar-day.ts';
import { isTitleForCertain } from './certain-text.ts';
import { mayHoldMarkup } from './markup.ts';
import { isSeparator, LONGEST_ROW } from './rows.ts';
import { LONGEST_PLAIN_TITLE, normalize } from './split.ts';
import type { PrintedDay } from './values.ts';

/** A card all of whose lines tell at first sight what they are. */
export interface RegularCard {
  /** In characters. */
  readonly titleLength: number;
  /** null where the card is not wanted, so that it need not be decoded. */
  readonly abstract: string | null;
  /** Of its longest line, in characters. */
  readonly width: number;
  readonly authorCount: number;
  readonly day: PrintedDay;
  /** The number after the day. */
  readonly count: number | null;
  /** Index of the title's line in its block. */
  readonly index: number;
  /** Index of the abstract's line. */
  readonly abstractIndex: number;
  /** Index of the day's line. */
  readonly dayIndex: number;
}

/** Title, abstract, authors, separator, day. */
export const LINES_OF_REGULAR_CARD = 5;

// Some letters beyond ASCII are ASCII's in another case: `ſ` and the Kelvin sign.
const MAY_MATCH = LineTraits.match | LineTraits.other;

const SPACE = 0x20;
const COMMA = 0x2c;
const MONTH_CODES: readonly number[] = MONTHS.map((month) => threeLetters(Buffer.from(month), 0));

/**
 * Finds regular cards, which nearly all of a plain listing are:
 *
 *     Title                     ← one line of ASCII that starts with a letter and cannot be anything else
 *                               ← one or more empty lines
 *     Abstract                  ← one long line
 *
 *       • 3 authors
 *     ·
 *     Mar 25, 2024 2
 *
 * What it finds is what tokens and cards would make of the same lines, with a fifth of the work. Where a line is in any way
 * unusual it finds nothing.
 */
export class RegularCards {
  readonly #skips: boolean;
  #line: Line | null = null;

  /** @param skips cards without a line that is marked as a match are not wanted */
  constructor(skips: boolean) {
    this.#skips = skips;
  }

  /** @returns the card whose title is the line at `index`; null where it is not certain that a regular one starts there */
  find(block: TextBlock, index: number): RegularCard | null {
    if (index + 6 >= block.lineCount || !block.isEmpty(index + 1)) return null;
    const line = this.#lineOf(block);
    line.moveTo(index, 0);
    const titleTraits = line.traits;
    if ((titleTraits & ~LineTraits.match) !== 0 || line.length > LONGEST_PLAIN_TITLE) return null;
    if (!isTitleForCertain(line)) return null;
    const titleLength = line.length;
    const abstractIndex = afterEmpty(block, index + 1);
    line.moveTo(abstractIndex, 0);
    if (line.length <= LONGEST_ROW || mayHoldMarkup(line)) return null;
    const abstractTraits = line.traits;
    const abstractLength = line.length;
    const authorsIndex = afterEmpty(block, abstractIndex + 1);
    const dayIndex = authorsIndex + 2;
    if (authorsIndex === abstractIndex + 1 || dayIndex >= block.lineCount) return null;
    line.moveTo(authorsIndex, 0);
    const authorCount = authorsOf(line);
    line.moveTo(authorsIndex + 1, 0);
    if (authorCount < 0 || !isSeparator(line)) return null;
    line.moveTo(dayIndex, 0);
    const row = dayOf(line);
    if (row === null) return null;
    const { day, count } = row;
    const isWanted = !this.#skips || ((titleTraits | abstractTraits) & MAY_MATCH) !== 0 || !isComplete(day);
    let abstract: string | null = null;
    let width = abstractLength;
    if (isWanted) {
      line.moveTo(abstractIndex, 0);
      const text = line.text;
      if (text.length <= titleLength) return null;
      abstract = line.isTidy ? text : normalize(text);
      width = text.length;
    }
    return { titleLength, abstract, width, authorCount, day, count, index, abstractIndex, dayIndex };
  }

  titleOf(block: TextBlock, { index }: RegularCard): string {
    const line = this.#lineOf(block);
    line.moveTo(index, 0);
    return line.text;
  }

  abstractOf(block: TextBlock, { abstract, abstractIndex }: RegularCard): string {
    if (abstract !== null) return abstract;
    const line = this.#lineOf(block);
    line.moveTo(abstractIndex, 0);
    return normalize(line.text);
  }

  /** The regular card that follows on this one with nothing but empty lines between them. */
  findAfter(block: TextBlock, card: RegularCard): RegularCard | null {
    return this.find(block, afterEmpty(block, card.dayIndex + 1));
  }

  #lineOf(block: TextBlock): Line {
    this.#line ??= new Line(block);
    this.#line.block = block;
    return this.#line;
  }
}

function afterEmpty(block: TextBlock, index: number): number {
  let next = index;
  while (next < block.lineCount && block.isEmpty(next)) next += 1;
  return next;
}

//   • 3 authors
/** @returns -1 where the line is anything else */
function authorsOf(line: Line): number {
  if (!(line.byte(0) === 0xe2 && line.byte(1) === 0x80 && line.byte(2) === 0xa2 && line.byte(3) === SPACE)) return -1;
  let at = 4;
  while (isDigit(line.byte(at))) at += 1;
  const word = line.length - at;
  const isLabelled = word === ' author'.length || (word === ' authors'.length && line.byte(line.length - 1) === 0x73);
  return isLabelled && line.holds(' author', at) ? readDigits(line.block.bytes, line.start + 4, line.start + at) : -1;
}

//   Mar 25, 2024 2       Jan 30
function dayOf(line: Line): { day: PrintedDay; count: number | null } | null {
  const { start, end } = line;
  const { bytes } = line.block;
  const month = MONTH_CODES.indexOf(threeLetters(bytes, start)) + 1;
  if (month === 0 || line.byte(3) !== SPACE) return null;
  let at = isDigit(line.byte(5)) ? 6 : 5;
  const day = readDigits(bytes, start + 4, start + at);
  let year: number | null = null;
  if (line.byte(at) === COMMA && line.byte(at + 1) === SPACE) {
    year = readDigits(bytes, start + at + 2, start + at + 6);
    if (year < 2000 || year > 2099) return null;
    at += 6;
  }
  if (day < 0 || at > line.length) return null;
  if (at === line.length) return { day: { year, month, day }, count: null };
  const count = line.byte(at) === SPACE ? readDigits(bytes, start + at + 1, end) : -1;
  // Without a year before it, a number like one may be the year.
  return count < 0 || (year === null && count >= 2000) ? null : { day: { year, month, day }, count };
}

/** Whether nothing is to be found out or said about the day. */
function isComplete({ year, month, day }: PrintedDay): boolean {
  return year !== null && isInCalendar(year, month, day);
}
