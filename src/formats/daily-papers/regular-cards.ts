import { isInCalendar, isoDate } from '../../calendar/day.ts';
import { LineTraits, MAY_MATCH } from '../../input/line-table.ts';
import { Line, type TextBlock } from '../../input/text.ts';
import type { Preselection, ReaderOptions } from '../format.ts';
import { isTextForCertain } from './certain-text.ts';
import { mayHoldMarkup } from './markup.ts';
import { LONGEST_NAME } from './organization.ts';
import { isSeparator, LONGEST_ROW } from './rows.ts';
import { LEAST_TITLE_SCORE, LONGEST_PLAIN_TITLE, normalize, titleScore } from './split.ts';
import { isTextAlone } from './tokenizer.ts';
import { readUsualDay, type UsualDay, usualAuthors } from './usual-rows.ts';

/** One that is no leap year: a day that it has is in every year. */
const COMMON_YEAR = 2023;

/** A card all of whose lines tell at first sight what they are. One object is filled again and again. */
export class RegularCard implements UsualDay {
  /** Of the lines of title and abstract in their block, and of the last line. */
  index = 0;
  abstractIndex = 0;
  lastIndex = 0;
  title = '';
  /** Where it had to be decoded; else null. */
  abstract: string | null = null;
  /** Whether authors, separator and day stand below; where not, what they would tell is left from another card. */
  hasRows = false;
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

/**
 * What is certain to start at a line: text alone, which starts a card and may be its title; title and abstract of a card that
 * may be bare of rows; a regular card with its rows.
 */
export type Found = 'nothing' | 'title' | 'bare' | 'card';

/**
 * Finds regular cards, which nearly all of a plain listing are:
 *
 *     Title                     ← one line that is nothing else
 *                               ← one or more empty lines
 *     Abstract                  ← one line that is too long for anything else, or is nothing else
 *
 *       • 3 authors
 *     ·
 *     Mar 25, 2024 2
 *
 * and title and abstract alone, where the rows were lost and a regular card follows. What it finds is what tokens and cards
 * would make of the same lines, with a tenth of the work. Where a line is in any way unusual it finds nothing.
 */
export class RegularCards {
  readonly #preselection: Preselection | undefined;
  readonly #countsComments: boolean;
  /** The one behind the next, of which only is asked whether there is one. */
  readonly #third = new RegularCard();
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
    if (line.isBlank || line.length > LONGEST_PLAIN_TITLE) return 'nothing';
    if ((line.traits & (LineTraits.bracket | LineTraits.uneven)) !== 0) return 'nothing';
    const title = line.text;
    const isBeyondAscii = (line.traits & LineTraits.other) !== 0;
    card.index = index;
    card.hasRows = false;
    card.title = isBeyondAscii ? normalize(title) : title;
    card.traits = line.traits;
    if (!isBeyondAscii && isTextForCertain(title)) return this.#findBelow(block, line, title.length, card);
    // The rules are asked last, since they take longer.
    const isTitle =
      !mayHoldMarkup(line) && this.#findBelow(block, line, title.length, card) === 'card' && isTextAlone(title);
    return isTitle ? 'card' : 'nothing';
  }

  /** Looks for the rest of a card below its title. @param line is moved @param titleLength as it is printed, in characters */
  #findBelow(block: TextBlock, line: Line, titleLength: number, card: RegularCard): Found {
    const abstractIndex = afterEmpty(block, card.index + 2);
    line.moveTo(abstractIndex, 0);
    if (line.length > LONGEST_ROW ? mayHoldMarkup(line) : !isShortAbstract(line)) return 'title';
    card.abstractIndex = abstractIndex;
    const decoded = (line.traits & LineTraits.other) === 0 ? null : line.text;
    card.abstract = decoded === null ? null : normalize(decoded);
    card.width = decoded?.length ?? line.length;
    card.traits |= line.traits;
    if (card.width <= titleLength) return 'title';
    const authorsIndex = afterEmpty(block, abstractIndex + 1);
    const dayIndex = authorsIndex + 2;
    if (authorsIndex === abstractIndex + 1 || dayIndex >= block.lineCount) return 'title';
    line.moveTo(authorsIndex, 0);
    card.authorCount = usualAuthors(line);
    if (card.authorCount < 0) {
      card.lastIndex = abstractIndex;
      return isLong(card) ? 'bare' : 'title';
    }
    line.moveTo(authorsIndex + 1, 0);
    if (!isSeparator(line)) return 'title';
    line.moveTo(dayIndex, 0);
    card.lastIndex = dayIndex;
    card.hasRows = readUsualDay(line, card);
    return card.hasRows ? 'card' : 'title';
  }

  /** Looks for a regular card that follows on `card` with nothing but empty lines between them. */
  findAfter(block: TextBlock, card: RegularCard, next: RegularCard): Found {
    return this.find(block, afterEmpty(block, card.lastIndex + 1), next);
  }

  /** Whether a card is known to end where another one follows, by what was found there. */
  isWhole(block: TextBlock, found: Found, following: Found, next: RegularCard): boolean {
    if (found === 'card') return following !== 'nothing';
    if (found !== 'bare' || following !== 'card' || !isLong(next)) return false;
    // See mostPlausible in split.ts: between two long paragraphs a line that scores as a title is one. What there is to say of
    // the rows of the card behind it would have to be said first.
    return titleScore(next.title) >= LEAST_TITLE_SCORE && this.findAfter(block, next, this.#third) !== 'nothing';
  }

  abstractOf(block: TextBlock, { abstract, abstractIndex }: RegularCard): string {
    if (abstract !== null) return abstract;
    const line = this.#lineOf(block);
    line.moveTo(abstractIndex, 0);
    return line.isTidy ? line.text : normalize(line.text);
  }

  /** What is wanted of the card. Where the calendar has no such day there is something to say of the record. */
  useOf({ traits, hasRows, year, month, day, authorCount, count }: RegularCard): 'record' | 'count' | 'skip' {
    const preselection = this.#preselection;
    if (preselection === undefined) return 'record';
    if (hasRows && !isInCalendar(year === 0 ? COMMON_YEAR : year, month, day)) return 'record';
    const { needles, countsMarked, wants } = preselection;
    if (needles.length > 0 && (traits & MAY_MATCH) === 0) return 'skip';
    if (countsMarked && (traits & LineTraits.match) !== 0) return 'count';
    if (wants === null || !hasRows || year === 0) return 'record';
    const upvotes = this.#countsComments ? null : (count ?? 0);
    return wants({ authorCount, upvotes, date: isoDate(year, month, day) }) ? 'record' : 'skip';
  }

  #lineOf(block: TextBlock): Line {
    this.#line ??= new Line(block);
    this.#line.block = block;
    return this.#line;
  }
}

/** Whether the line, which may be short enough for a row, is text that is too long for a name. */
function isShortAbstract(line: Line): boolean {
  return (line.traits & ~LineTraits.match) === 0 && line.length > LONGEST_NAME && isTextForCertain(line.text);
}

/** Whether the abstract is longer than a row for certain. */
function isLong({ abstract, width, traits }: RegularCard): boolean {
  if (abstract !== null) return abstract.length > LONGEST_ROW;
  return width > LONGEST_ROW && (traits & LineTraits.uneven) === 0;
}

function afterEmpty(block: TextBlock, index: number): number {
  let next = index;
  while (next < block.lineCount && block.isEmpty(next)) next += 1;
  return next;
}
