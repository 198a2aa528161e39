import { LineTraits, MAY_MATCH } from '../../input/line-table.ts';
import { Line, type TextBlock } from '../../input/text.ts';
import { isInCalendar, isoDate } from '../calendar-day.ts';
import type { Preselection, ReaderOptions } from '../format.ts';
import { isTextForCertain } from './certain-text.ts';
import { mayHoldMarkup } from './markup.ts';
import { isSeparator, LONGEST_ROW } from './rows.ts';
import { LONGEST_PLAIN_TITLE, normalize } from './split.ts';
import { readUsualDay, type UsualDay, usualAuthors } from './usual-rows.ts';

/** Title, abstract, authors, separator, day. */
export const LINES_OF_REGULAR_CARD = 5;

/** One that is no leap year: a day that it has is in every year. */
const COMMON_YEAR = 2023;

/** A card all of whose lines tell at first sight what they are. One object is filled again and again. */
export class RegularCard implements UsualDay {
  /** Of the lines of title, abstract and day in their block. */
  index = 0;
  abstractIndex = 0;
  dayIndex = 0;
  title = '';
  /** Of the longest line, in characters. */
  width = 0;
  /** Traits of title and abstract together. */
  traits = 0;
  authorCount = 0;
  year = 0;
  month = 0;
  day = 0;
  count: number | null = null;
}

/** A line of text alone, which starts a card and may be its title, or a regular card as a whole. */
export type Found = 'nothing' | 'title' | 'card';

/**
 * Finds regular cards, which nearly all of a plain listing are:
 *
 *     Title                     ← one line of ASCII that cannot be anything else
 *                               ← one or more empty lines
 *     Abstract                  ← one long line
 *
 *       • 3 authors
 *     ·
 *     Mar 25, 2024 2
 *
 * What it finds is what tokens and cards would make of the same lines, with a tenth of the work. Where a line is in any way
 * unusual it finds nothing.
 */
export class RegularCards {
  readonly #preselection: Preselection | undefined;
  readonly #countsComments: boolean;
  #line: Line | null = null;

  constructor({ preselection, trailingCount }: ReaderOptions) {
    this.#preselection = preselection;
    this.#countsComments = trailingCount === 'comments';
  }

  /**
   * Looks for the card whose title is the line at `index`.
   *
   * @param card is filled where there is one, or its title is @returns what is certain to start there
   */
  find(block: TextBlock, index: number, card: RegularCard): Found {
    if (index + 6 >= block.lineCount || !block.isEmpty(index + 1)) return 'nothing';
    const line = this.#lineOf(block);
    line.moveTo(index, 0);
    if ((line.traits & ~LineTraits.match) !== 0 || line.length > LONGEST_PLAIN_TITLE) return 'nothing';
    const title = line.text;
    if (!isTextForCertain(title)) return 'nothing';
    card.index = index;
    card.title = title;
    card.traits = line.traits;
    const abstractIndex = afterEmpty(block, index + 2);
    line.moveTo(abstractIndex, 0);
    if (line.length <= LONGEST_ROW || mayHoldMarkup(line)) return 'title';
    card.abstractIndex = abstractIndex;
    card.width = (line.traits & LineTraits.other) === 0 ? line.length : line.text.length;
    card.traits |= line.traits;
    if (card.width <= title.length) return 'title';
    const authorsIndex = afterEmpty(block, abstractIndex + 1);
    const dayIndex = authorsIndex + 2;
    if (authorsIndex === abstractIndex + 1 || dayIndex >= block.lineCount) return 'title';
    line.moveTo(authorsIndex, 0);
    card.authorCount = usualAuthors(line);
    if (card.authorCount < 0) return 'title';
    line.moveTo(authorsIndex + 1, 0);
    if (!isSeparator(line)) return 'title';
    line.moveTo(dayIndex, 0);
    card.dayIndex = dayIndex;
    return readUsualDay(line, card) ? 'card' : 'title';
  }

  /** Looks for a regular card that follows on `card` with nothing but empty lines between them. */
  findAfter(block: TextBlock, card: RegularCard, next: RegularCard): Found {
    return this.find(block, afterEmpty(block, card.dayIndex + 1), next);
  }

  abstractOf(block: TextBlock, { abstractIndex }: RegularCard): string {
    const line = this.#lineOf(block);
    line.moveTo(abstractIndex, 0);
    return line.isTidy ? line.text : normalize(line.text);
  }

  /** What is wanted of the card. Where the calendar has no such day there is something to say of the record. */
  useOf({ traits, year, month, day, authorCount, count }: RegularCard): 'record' | 'count' | 'skip' {
    const preselection = this.#preselection;
    if (preselection === undefined || !isInCalendar(year === 0 ? COMMON_YEAR : year, month, day)) return 'record';
    const { needles, countsMarked, wants } = preselection;
    if (needles.length > 0 && (traits & MAY_MATCH) === 0) return 'skip';
    if (countsMarked && (traits & LineTraits.match) !== 0) return 'count';
    if (wants === null || year === 0) return 'record';
    const upvotes = this.#countsComments ? null : (count ?? 0);
    return wants({ authorCount, upvotes, date: isoDate(year, month, day) }) ? 'record' : 'skip';
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
