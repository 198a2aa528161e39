import { LineTraits } from '../../input/line-table.ts';
import { Line, type TextBlock } from '../../input/text.ts';
import { mayHoldMarkup } from './markup.ts';
import { LONGEST_ROW } from './rows.ts';
import { LONGEST_PLAIN_TITLE, normalize } from './split.ts';
import { isTextForCertain } from './tokenizer.ts';
import { MONTHS, type PrintedDay } from './values.ts';

/** A card all of whose lines tell at first sight what they are. */
export interface RegularCard {
  readonly title: string;
  readonly abstract: string;
  readonly authorCount: number;
  readonly day: PrintedDay;
  /** The number after the day. */
  readonly count: number | null;
  /** Index of the title's line in its block. */
  readonly index: number;
  /** Index of the day's line. */
  readonly dayIndex: number;
}

/** Title, abstract, authors, separator, day. */
export const LINES_OF_REGULAR_CARD = 5;

const LONGEST_COUNT = 9;
const SPACE = 0x20;
const COMMA = 0x2c;
const LOWER_CASE = 0x20;
const LETTER_A = 0x61;
const LETTER_Z = 0x7a;
const MONTH_CODES: readonly number[] = MONTHS.map((month) => monthCode(Buffer.from(month), 0));

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
  #line: Line | null = null;

  /** @returns the card whose title is the line at `index`; null where it is not certain that a regular one starts there */
  find(block: TextBlock, index: number): RegularCard | null {
    if (index + 6 >= block.lineCount || !block.isEmpty(index + 1)) return null;
    const line = this.#lineOf(block);
    line.moveTo(index, 0);
    const first = line.byte(0) | LOWER_CASE;
    if (line.traits !== 0 || line.length > LONGEST_PLAIN_TITLE || first < LETTER_A || first > LETTER_Z) return null;
    const title = line.text;
    const abstractIndex = afterEmpty(block, index + 1);
    line.moveTo(abstractIndex, 0);
    if (line.length <= LONGEST_ROW || mayHoldMarkup(line)) return null;
    const [abstractStart, abstractEnd, abstractTraits] = [line.start, line.end, line.traits];
    const authorsIndex = afterEmpty(block, abstractIndex + 1);
    const dayIndex = authorsIndex + 2;
    if (authorsIndex === abstractIndex + 1 || dayIndex >= block.lineCount) return null;
    line.moveTo(authorsIndex, 0);
    const authorCount = authorsOf(line);
    line.moveTo(authorsIndex + 1, 0);
    if (authorCount < 0 || !isSeparator(line)) return null;
    line.moveTo(dayIndex, 0);
    const row = dayOf(line);
    if (row === null || !isTextForCertain(title)) return null;
    const abstract = textOf(block, abstractStart, abstractEnd, abstractTraits);
    if (abstract.length <= title.length) return null;
    return { title, abstract, authorCount, day: row.day, count: row.count, index, dayIndex };
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
  return isLabelled && line.holds(' author', at) ? numberAt(line, 4, at) : -1;
}

function isSeparator(line: Line): boolean {
  return line.length === 2 && line.byte(0) === 0xc2 && line.byte(1) === 0xb7;
}

//   Mar 25, 2024 2       Jan 30
function dayOf(line: Line): { day: PrintedDay; count: number | null } | null {
  const month = MONTH_CODES.indexOf(monthCode(line.block.bytes, line.start)) + 1;
  if (month === 0 || line.byte(3) !== SPACE) return null;
  let at = isDigit(line.byte(5)) ? 6 : 5;
  const day = numberAt(line, 4, at);
  let year: number | null = null;
  if (line.byte(at) === COMMA && line.byte(at + 1) === SPACE) {
    year = numberAt(line, at + 2, at + 6);
    if (year < 2000 || year > 2099) return null;
    at += 6;
  }
  if (day < 0 || at > line.length) return null;
  if (at === line.length) return { day: { year, month, day }, count: null };
  const count = line.byte(at) === SPACE ? numberAt(line, at + 1, line.length) : -1;
  // Without a year before it, a number like one may be the year.
  return count < 0 || (year === null && count >= 2000) ? null : { day: { year, month, day }, count };
}

/** The first three letters, small ones, as one number; the first may be a capital. */
function monthCode(bytes: Buffer, at: number): number {
  return (((bytes[at] ?? 0) | LOWER_CASE) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
}

/** @returns the number whose digits stand from one offset of the line to another, -1 where anything else stands there */
function numberAt(line: Line, from: number, to: number): number {
  if (from >= to || to > line.length || to - from > LONGEST_COUNT) return -1;
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const byte = line.byte(at);
    if (!isDigit(byte)) return -1;
    number = 10 * number + byte - 0x30;
  }
  return number;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function textOf(block: TextBlock, start: number, end: number, traits: number): string {
  if ((traits & ~LineTraits.bracket) === 0) return block.bytes.toString('latin1', start, end);
  return normalize(block.text(start, end));
}
