import { LineTraits } from '../../input/line-table.ts';
import { Line, type TextBlock } from '../../input/text.ts';
import { mayHoldMarkup } from './markup.ts';
import { LONGEST_ROW } from './rows.ts';
import { LONGEST_PLAIN_TITLE, normalize } from './split.ts';
import { isTextForCertain, Tokenizer } from './tokenizer.ts';
import type { Token } from './tokens.ts';
import type { PrintedDay } from './values.ts';

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

interface DayRow {
  readonly day: PrintedDay;
  readonly count: number | null;
}

/** Title, abstract, authors, separator, day. */
export const LINES_OF_REGULAR_CARD = 5;

const LOWER_CASE = 0x20;
const LETTER_A = 0x61;
const LETTER_Z = 0x7a;
const MOST_REMEMBERED_ROWS = 10_000;

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
 * What it finds is what tokens and cards would make of the same lines, with less than a third of the work: there are no
 * tokens and no runs of text, and rows that were seen before are not read again. Where a line is in any way unusual it
 * finds nothing.
 */
export class RegularCards {
  readonly #authorRows = new Map<string, number | null>();
  readonly #dayRows = new Map<string, DayRow | null>();
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
    const authorsIndex = afterEmpty(block, abstractIndex + 1);
    const dayIndex = authorsIndex + 2;
    if (authorsIndex === abstractIndex + 1 || dayIndex >= block.lineCount) return null;
    const [abstractStart, abstractEnd, abstractTraits] = [line.start, line.end, line.traits];
    const authorCount = this.#authorsOf(line, authorsIndex);
    if (authorCount === null) return null;
    const row = this.#dayOf(line, dayIndex);
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

  //     • 3 authors
  #authorsOf(line: Line, index: number): number | null {
    line.moveTo(index, 0);
    const row = line.latin1;
    let count = this.#authorRows.get(row);
    if (count === undefined) {
      const [token, ...others] = new Tokenizer().read(line);
      count = token?.type === 'authors' && others.length === 0 ? token.count : null;
      if (this.#authorRows.size < MOST_REMEMBERED_ROWS) this.#authorRows.set(row, count);
    }
    return count;
  }

  //   ·
  //   Mar 25, 2024 2
  #dayOf(line: Line, index: number): DayRow | null {
    line.moveTo(index - 1, 0);
    if (!isSeparator(line)) return null;
    line.moveTo(index, 0);
    const key = line.latin1;
    let row = this.#dayRows.get(key);
    if (row === undefined) {
      row = dayRowOf(line.block, index);
      if (this.#dayRows.size < MOST_REMEMBERED_ROWS) this.#dayRows.set(key, row);
    }
    return row;
  }
}

function afterEmpty(block: TextBlock, index: number): number {
  let next = index;
  while (next < block.lineCount && block.isEmpty(next)) next += 1;
  return next;
}

function isSeparator(line: Line): boolean {
  return line.length === 2 && line.byte(0) === 0xc2 && line.byte(1) === 0xb7;
}

function dayRowOf(block: TextBlock, index: number): DayRow | null {
  const tokenizer = new Tokenizer();
  const line = new Line(block);
  line.moveTo(index - 1, 0);
  tokenizer.read(line);
  line.moveTo(index, 0);
  const [day, comments, ...others] = tokenizer.read(line) as readonly (Token | undefined)[];
  const isWhole = line.byte(line.length - 1) !== ','.charCodeAt(0);
  if (day?.type !== 'day' || day.isPublished || !isWhole || others.length > 0) return null;
  if (comments === undefined) return { day: day.day, count: null };
  return comments.type === 'comments' ? { day: day.day, count: comments.count } : null;
}

function textOf(block: TextBlock, start: number, end: number, traits: number): string {
  if ((traits & ~LineTraits.bracket) === 0) return block.bytes.toString('latin1', start, end);
  return normalize(block.text(start, end));
}
