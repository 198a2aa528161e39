import type { Line } from '../input/line.ts';
import type { Reader, ReaderOutput } from './format.ts';

/** What stands at the edges of the pages; each line with 0 in place of its numbers. */
export interface PageFrames {
  readonly top: ReadonlySet<string>;
  readonly bottom: ReadonlySet<string>;
  /** The first line of a frame with an address that holds a date, which tells the day of the page. */
  readonly dated: Line | null;
  /** The lines with the number of a page, which end it if there are no form feeds. */
  readonly numbers: ReadonlySet<string>;
}

/** A frame has no more lines above or below the text of a page. */
const MOST_LINES = 4;
/** The share of the pages on which a line of the frame stands. */
const SHARE = 2 / 3;
/** With as many pages, a row of an entry may stand at the edge of each by chance. */
const FEW_PAGES = 3;
/** A line with fewer letters and no number that counts may be such a row. */
const FEWEST_LETTERS = 15;
//     12/1/26, 9:41 AM     01.12.26, 09:41
const TIME = /\b0:0\b/;
//     https://huggingface.co/papers/date/2026-12-01     1/12
const DATED = /https?:\/\/\S{1,300}\b(?:19|20)\d\d-\d\d/;
//     3/12     Page 3 of 12
const PAGE_NUMBER = /(?<!\S)(?:page\s)?(\d{1,4})(?:\s?\/\s?|\sof\s)(\d{1,4})(?!\S)/i;
const ADDRESS_OR_TIME = /^(?:https?:\/\/\S{1,490}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s\d{1,2}:\d\d(?:\s[AP]M)?)$/i;
/** A longer line is no part of a frame, in characters. */
const LONGEST = 500;
/** How long a line is at least that a paragraph goes on after, in characters. */
const SHORTEST_WRAPPED = 60;
/** The number of lines that may wait for the end of their page. */
const MOST_HELD = 100;

/**
 * Leaves out what a program puts around each page when it prints a listing, as `pdftotext` gives it:
 *
 *     Tall kites seldom fold. We show that a
 *
 *     https://huggingface.co/papers?date=2026-12-01                    3/12
 *     ␌12/1/26, 9:41 AM            Daily Papers - Hugging Face
 *
 *     kite of paper folds twice.
 */
export class FrameReader implements Reader {
  readonly #reader: Reader;
  readonly #output: Pick<ReaderOutput, 'account'>;
  readonly #frames: PageFrames;
  /** Lines that are not passed on yet: blank ones, and those that belong to a frame if the page ends after them. */
  #held: Line[] = [];
  /** The lines of the frame at the top of this page; null below them. */
  #atTop: Set<string> | null = new Set();
  #last = '';
  #isFirst = true;
  /** Whether the last line ended a page. */
  #isNumbered = false;
  /** Whether a page has ended since the last line that was passed on. */
  #isNewPage = false;

  constructor(reader: Reader, output: Pick<ReaderOutput, 'account'>, frames: PageFrames) {
    this.#reader = reader;
    this.#output = output;
    this.#frames = frames;
  }

  line(line: Line): void {
    if (this.#isFirst && this.#frames.dated !== null) this.#reader.line(this.#frames.dated);
    this.#isFirst = false;
    if (line.startsPage || this.#isNumbered) this.#endPage();
    const key = keyOf(line);
    this.#isNumbered = this.#frames.numbers.has(key);
    if (line.isBlank) this.#hold(line);
    else if (this.#atTop !== null && !this.#atTop.has(key) && this.#frames.top.has(key)) {
      this.#atTop.add(key);
      this.#leaveOut([line]);
    } else if (this.#frames.bottom.has(key)) {
      // A page has one number: one above it is part of the text.
      const same = this.#held.findIndex((held) => keyOf(held) === key);
      if (same >= 0) this.#pass(same + 1);
      this.#hold(line);
    } else {
      this.#hold(line);
      this.#pass(this.#held.length);
    }
  }

  end(): void {
    this.#endPage();
    this.#reader.end();
  }

  #hold(line: Line): void {
    if (!line.isBlank) this.#atTop = null;
    this.#held.push(line);
    if (this.#held.length > MOST_HELD) this.#pass(this.#held.length);
  }

  #endPage(): void {
    this.#leaveOut(this.#held.filter(({ isBlank }) => !isBlank));
    this.#held = this.#held.filter(({ isBlank }) => isBlank);
    this.#atTop = new Set();
    this.#isNewPage = true;
  }

  #leaveOut(lines: readonly Line[]): void {
    const unread = lines.filter(({ number }) => number !== this.#frames.dated?.number);
    this.#output.account('boilerplate', unread.length);
  }

  /** Passes on that many of the lines that are held. */
  #pass(count: number): void {
    const lines = this.#held.splice(0, count);
    const start = lines.findIndex(({ isBlank }) => !isBlank);
    const isWithinParagraph = this.#isNewPage && goesOn(this.#last, lines[start]?.text ?? '');
    for (const line of isWithinParagraph ? lines.slice(start) : lines) {
      if (!line.isBlank) this.#last = line.text;
      if (line.number !== this.#frames.dated?.number) this.#reader.line(line);
    }
    if (start >= 0) this.#isNewPage = false;
  }
}

/** The lines without the frames around their pages. */
export function withoutFrames(lines: readonly Line[], frames: PageFrames): Line[] {
  const text: Line[] = [];
  const reader = new FrameReader({ line: (line) => text.push(line), end: () => {} }, { account: () => {} }, frames);
  for (const line of lines) reader.line(line);
  reader.end();
  return text;
}

/** Whether a sentence goes on in the next line. */
function goesOn(text: string, next: string): boolean {
  return text.length >= SHORTEST_WRAPPED && /[\p{L}\d,-]$/u.test(text) && /^\p{Ll}.*\s/u.test(next);
}

/**
 * @param head the first lines of a text
 * @param isWhole whether it has no more
 * @returns null if there are none
 */
export function findPageFrames(head: readonly Line[], isWhole: boolean): PageFrames | null {
  const numbers = head.some(({ startsPage }) => startsPage) ? new Set<string>() : pageNumbers(head);
  const pages = pagesOf(head, numbers);
  if (pages.length < 2) return null;
  const top = linesAtEdge(pages);
  const bottom = linesAtEdge((isWhole ? pages : pages.slice(0, -1)).map((page) => page.toReversed()));
  if (top.size + bottom.size === 0) return null;
  const isOfFrame = (line: Line) => top.has(keyOf(line)) || bottom.has(keyOf(line));
  return { top, bottom, dated: head.find((line) => DATED.test(line.text) && isOfFrame(line)) ?? null, numbers };
}

/** The lines that number the pages of the text and hold nothing else but an address or the time. */
function pageNumbers(lines: readonly Line[]): Set<string> {
  const found = new Map<string, PageNumber[]>();
  for (const line of lines) {
    const [printed = '', page = '', total = ''] = PAGE_NUMBER.exec(line.text) ?? [];
    const beside = line.text.replace(printed, '').trim();
    if (printed === '' || beside.replace(ADDRESS_OR_TIME, '') !== '') continue;
    const numbers = found.get(keyOf(line)) ?? [];
    numbers.push({ page: Number(page), total: Number(total), isAlone: beside === '' });
    found.set(keyOf(line), numbers);
  }
  return new Set([...found].filter(([, numbers]) => countPages(numbers)).map(([key]) => key));
}

/** `3/12` */
interface PageNumber {
  readonly page: number;
  readonly total: number;
  readonly isAlone: boolean;
}

function countPages(numbers: readonly PageNumber[]): boolean {
  const [first] = numbers;
  if (first === undefined || numbers.length < 2) return false;
  const isSure = !first.isAlone || numbers.length >= FEW_PAGES || numbers.length === first.total;
  return isSure && numbers.every(({ page, total }, index) => page === first.page + index && total === first.total);
}

/** The lines of each page, without blank ones. */
function pagesOf(lines: readonly Line[], numbers: ReadonlySet<string>): Line[][] {
  const pages: Line[][] = [[]];
  for (const line of lines) {
    if (line.startsPage) pages.push([]);
    if (!line.isBlank) pages.at(-1)?.push(line);
    if (numbers.has(keyOf(line))) pages.push([]);
  }
  return pages.filter((page) => page.length > 0);
}

/**
 * The lines that stand at the edge of most pages and whose numbers stay as they are or count the pages.
 *
 * @param pages the lines of each, from the edge
 */
function linesAtEdge(pages: readonly (readonly Line[])[]): Set<string> {
  const frame = new Set<string>();
  for (let round = 0; round < MOST_LINES; round += 1) {
    const places = new Map<string, Place[]>();
    for (const [page, lines] of pages.entries()) {
      const line = lines.find((each) => !frame.has(keyOf(each)));
      if (line === undefined) continue;
      const found = places.get(keyOf(line));
      if (found === undefined) places.set(keyOf(line), [{ line, page }]);
      else found.push({ line, page });
    }
    for (const [key, found] of places) if (repeats(key, found, pages.length)) frame.add(key);
  }
  return frame;
}

/** A line, and the number of its page. */
interface Place {
  readonly line: Line;
  readonly page: number;
}

function repeats(key: string, places: readonly Place[], pages: number): boolean {
  if (places.length < 2 || places.length < pages * SHARE) return false;
  const steps = places.slice(1).map((place, index) => stepOf(places[index] ?? place, place));
  const letters = key.match(/\p{L}/gu)?.length ?? 0;
  const mayBeRow = !TIME.test(key) && (letters === 0 || (pages <= FEW_PAGES && letters < FEWEST_LETTERS));
  return steps.filter((step) => step === 'counts' || (step === 'same' && !mayBeRow)).length >= steps.length * SHARE;
}

/** Whether the numbers of a line are the same on a later page, or some of them count the pages. */
function stepOf(before: Place, after: Place): 'same' | 'counts' | 'other' {
  const numbers = numbersOf(after.line);
  const steps = numbersOf(before.line).map((number, index) => (numbers[index] ?? 0) - number);
  if (steps.every((step) => step === 0)) return 'same';
  return steps.every((step) => step === 0 || step === after.page - before.page) ? 'counts' : 'other';
}

function numbersOf({ text }: Line): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

function keyOf({ text }: Line): string {
  return text.length > LONGEST ? text : text.replace(/\d+/g, '0').replace(/\s+/g, ' ');
}
