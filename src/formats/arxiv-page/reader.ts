import type { Line } from '../../input/line.ts';
import { pluralize } from '../../text/plural.ts';
import { truncate } from '../../text/printable.ts';
import type { LineKind, Reader, ReaderOutput } from '../format.ts';
import { type AbstractPage, abstractPageOf, readAbstractPage } from './abstract-page.ts';
import { type DayLink, dayLinksOf, dayOfEntry } from './day-links.ts';
import { EntryBuilder, type PageEntry, type PagePart } from './entries.ts';
import { factsOf, type PageFacts } from './facts.ts';
import { plainLines } from './markup.ts';
import type { PageLine, RawLine } from './page-line.ts';
import { type Announcement, readEntry } from './paper.ts';
import { SHOWN } from './rules.ts';
import { tokenize } from './tokenizer.ts';
import type { Token } from './tokens.ts';

/** A longer page is read in parts. */
const MOST_LINES = 100_000;

//   Skip to main content        URL Source: https://arxiv.org/…        Showing 1–50 of 3,068 results
const PAGE_START = new RegExp(
  String.raw`^\W*(?:\d+\]\s?)?(?:Skip to main content\b|URL Source: |${SHOWN}[\d,]+ results)`,
);
const ENTRY_START = /^[\s[\]\d.]{0,20}arXiv:/;
const ENTRY = /^.{0,200}\barXiv:/i;

/** Collects the lines of each page, and reads each page as a whole. */
export class PageReader implements Reader {
  readonly #output: ReaderOutput;
  #lines: RawLine[] = [];
  #hasEntry = false;
  #announcement = NOTHING_ANNOUNCED;

  constructor(output: ReaderOutput) {
    this.#output = output;
  }

  line({ raw, number, isBlank }: Line): void {
    if (!isBlank && this.#hasEntry && PAGE_START.test(raw.slice(0, 200))) this.#startPage();
    else if (this.#lines.length >= MOST_LINES && ENTRY_START.test(raw)) this.#read();
    this.#hasEntry ||= ENTRY.test(raw);
    this.#lines.push({ raw, number });
  }

  end(): void {
    this.#read();
  }

  #startPage(): void {
    // The title that a page reader prints first belongs to the next page.
    const title = this.#lines.findLastIndex(({ raw }) => raw.startsWith('Title: '));
    const next = title >= 0 && title >= this.#lines.length - 3 ? this.#lines.splice(title) : [];
    this.#read();
    this.#announcement = NOTHING_ANNOUNCED;
    this.#lines = next;
    this.#hasEntry = false;
  }

  #read(): void {
    const lines = this.#lines;
    this.#lines = [];
    const { paper, report, account } = this.#output;
    const kinds = new Map<number, LineKind>();
    const note = (kind: LineKind, accounted: readonly PageLine[]) => {
      for (const { number, lastNumber } of accounted) {
        for (let each = number; each <= lastNumber; each += 1) if (!kinds.has(each)) kinds.set(each, kind);
      }
    };
    const output = { paper, report, account: note };
    this.#announcement = readPage(plainLines(lines), this.#announcement, output, dayLinksOf(lines));
    for (const { raw, number } of lines) {
      // A line with nothing but pictures and the like looks blank on the page.
      if (raw.trim() !== '') account(kinds.get(number) ?? 'boilerplate');
    }
  }
}

export const NOTHING_ANNOUNCED: Announcement = { date: null, year: null, section: 'new' };

/** Receives the lines of a page by their numbers. */
export interface PageOutput extends Pick<ReaderOutput, 'paper' | 'report'> {
  account(kind: LineKind, lines: readonly PageLine[]): void;
}

/** @returns the content of the last headings of the page */
export function readPage(
  lines: readonly PageLine[],
  announcement: Announcement,
  output: PageOutput,
  dayLinks: readonly DayLink[] = [],
): Announcement {
  const abstractPage = abstractPageOf(lines);
  if (abstractPage !== null) {
    takeAbstractPage(abstractPage, lines, output);
    return NOTHING_ANNOUNCED;
  }
  const tokens = tokenize(lines);
  const facts = factsOf(tokens);
  const reading = new PageReading(facts, dayLinks, announcement, output);
  for (const part of new EntryBuilder(facts).read(tokens)) reading.take(part);
  return reading.end();
}

function takeAbstractPage(page: AbstractPage, lines: readonly PageLine[], output: PageOutput): void {
  const isPaper = (line: PageLine) => page.lines.has(line.number);
  const shown = lines.filter(({ text, wordWidth }) => text !== '' || wordWidth > 0);
  const start = lines.find(isPaper)?.number ?? 0;
  output.account('paper', shown.filter(isPaper));
  output.account(
    'boilerplate',
    shown.filter((line) => !isPaper(line)),
  );
  output.paper(
    readAbstractPage(page, (code, message) => output.report(code, message, start)),
    start,
  );
}

/** Processes a page from heading to heading, and emits the papers of the entries between them. */
class PageReading {
  readonly #facts: PageFacts;
  readonly #dayLinks: readonly DayLink[];
  readonly #output: PageOutput;
  #announcement: Announcement;
  /** The last heading with the number of entries that follow. */
  #heading: { readonly text: string; readonly count: number; readonly line: number } | null = null;
  #entries = 0;
  #papers = 0;
  #isBehindEntry = false;
  /** Text that is unrecognized if the page has no papers. */
  readonly #texts: PageLine[] = [];
  /** A bare day is a heading if an entry follows, otherwise a link to that day. */
  #bareDay: string | null = null;
  #undatedLine: number | null = null;

  constructor(facts: PageFacts, dayLinks: readonly DayLink[], announcement: Announcement, output: PageOutput) {
    this.#facts = facts;
    this.#dayLinks = dayLinks;
    this.#announcement = announcement;
    this.#output = output;
  }

  take(part: PagePart): void {
    if (part.type === 'entry') this.#takeEntry(part.entry);
    else this.#takeToken(part.token, part.lines);
  }

  end(): Announcement {
    this.#checkCount();
    for (const line of this.#texts) this.#output.account(this.#papers === 0 ? 'unrecognized' : 'boilerplate', [line]);
    const [text] = this.#texts;
    if (text !== undefined && this.#papers === 0)
      this.#output.report('unrecognized-line', `a page without papers: ${truncate(text.text)}`, text.number);
    if (this.#undatedLine !== null)
      this.#output.report('missing-date', 'no heading gives the day of this entry and those below', this.#undatedLine);
    return this.#announcement;
  }

  #takeEntry(entry: PageEntry): void {
    const line = entry.lines[0]?.number ?? 0;
    if (this.#bareDay !== null) this.#announcement = { ...this.#announcement, date: this.#bareDay, year: null };
    this.#bareDay = null;
    const { date, year } = this.#announcement;
    const isUndated = date === null && year === null;
    const linked = isUndated ? dayOfEntry(this.#dayLinks, entry.head?.number ?? null) : null;
    const announcement = linked === null ? this.#announcement : { ...this.#announcement, date: linked };
    const paper = readEntry(entry, this.#facts, announcement, (code, message) =>
      this.#output.report(code, message, line),
    );
    this.#output.account(paper === null ? 'unrecognized' : 'paper', entry.lines);
    if (this.#facts.foreignTitle !== null && this.#entries === 0) {
      const missing = 'the page is not in English: comments, journal references and abstracts are not read';
      this.#output.report('damaged-field', missing, line);
    }
    this.#entries += 1;
    this.#isBehindEntry = true;
    if (paper === null) return;
    this.#papers += 1;
    if (paper.date === null && paper.year === undefined) this.#undatedLine ??= line;
    this.#output.paper(paper, line);
  }

  #takeToken(token: Token, lines: readonly PageLine[]): void {
    const [line] = lines;
    if (line === undefined) return;
    if (token.type === 'blank') {
      this.#output.account('boilerplate', lines);
      return;
    }
    if (token.type === 'text') {
      if (this.#isBehindEntry) {
        this.#output.account('unrecognized', lines);
        this.#output.report('unrecognized-line', `text between entries: ${line.text.slice(0, 60)}`, line.number);
      } else this.#texts.push(line);
      return;
    }
    this.#isBehindEntry = false;
    this.#output.account('boilerplate', lines);
    this.#takeHeading(token, line);
  }

  #takeHeading(token: Token, line: PageLine): void {
    const { date, section } = this.#announcement;
    const isBare = (token.type === 'day' || token.type === 'section') && token.count === null;
    this.#bareDay = null;
    if (token.type === 'day') {
      if (token.date === null) this.#output.report('bad-date', `not a date: ${line.text.slice(0, 60)}`, line.number);
      if (isBare && token.date !== null && !/^(?:showing|catchup)/i.test(line.text)) this.#bareDay = token.date;
      else this.#announcement = { date: token.date, year: null, section };
    } else if (token.type === 'year') this.#announcement = { date: null, year: token.year, section };
    else if (token.type === 'section') {
      // Links to the sections precede the entries.
      if (isBare && token.date === null && this.#entries === 0) return;
      this.#announcement = { date: token.date ?? date, year: null, section: token.announceType };
    }
    if (!('count' in token) || token.count === null || this.#heading?.text === line.text) return;
    this.#checkCount();
    this.#heading = { text: line.text, count: token.count, line: line.number };
    this.#entries = 0;
  }

  /** Detects lost lines that leave no other trace. */
  #checkCount(): void {
    if (this.#heading === null || this.#heading.count === this.#entries) return;
    const { count, line } = this.#heading;
    this.#output.report(
      'entry-count',
      `the heading announces ${pluralize(count, 'paper')}, ${pluralize(this.#entries, 'paper')} found`,
      line,
    );
  }
}
