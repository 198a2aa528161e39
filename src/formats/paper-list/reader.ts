import type { Line } from '../../input/line.ts';
import { truncate } from '../../text/printable.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { readDetail } from './details.ts';
import {
  type AuthorSlots,
  authorSlotsOf,
  type Entry,
  holdsPaperLink,
  isLoneEntry,
  paperOf,
  readEntry,
} from './entry.ts';
import { type Item, Outline } from './outline.ts';

/** An entry with the items below it that say more of it. */
interface FoundEntry {
  readonly item: Item;
  readonly entry: Entry;
  readonly details: readonly Item[];
}

/** How authors are printed is settled on so many entries. */
const ENOUGH = 400;

/**
 * Reads lists that people keep.
 *
 *     lines ─▶ outline.ts ─▶ items ─▶ inline.ts ─▶ spans ─▶ pieces.ts ─▶ pieces ─▶ meaning.ts, entry.ts ─▶ papers
 *              lists and              links and             between
 *              paragraphs             emphasis              delimiters
 */
export class PaperListReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #outline = new Outline((item) => this.#item(item), isLoneEntry);
  #waiting: FoundEntry[] = [];
  #slots: AuthorSlots | null = null;

  constructor(output: ReaderOutput) {
    this.#output = output;
  }

  line(line: Line): void {
    if (this.#outline.line(line.raw, line.number) || line.isBlank) return;
    this.#leaveOut(line.text, [line.number]);
  }

  end(): void {
    this.#outline.close();
    this.#settle();
  }

  #item(item: Item): void {
    for (const found of this.#entriesOf(item)) {
      this.#waiting.push(found);
      if (this.#slots !== null) this.#emit(found, this.#slots);
    }
    if (this.#slots !== null) this.#waiting = [];
    else if (this.#waiting.length >= ENOUGH) this.#settle();
  }

  /** The entries in an item: itself, or those below it. Lines that belong to none are accounted for. */
  #entriesOf(item: Item): FoundEntry[] {
    const text = item.text.join('\n');
    const own = readEntry(text);
    if (own === null) {
      const below = item.children.map((child) => child.text.join('\n'));
      // The title stands above, the links below.
      const joined = below.some((child) => readEntry(child) !== null) ? null : readEntry([text, ...below].join('\n'));
      if (joined !== null && item.children.length > 0) return [{ item, entry: joined, details: item.children }];
      this.#leaveOut(text, item.lines);
      return item.children.flatMap((child) => this.#entriesOf(child));
    }
    const isDetail = (child: Item) =>
      readDetail(child.text.join('\n')) !== null || readEntry(child.text.join('\n')) === null;
    const details = item.children.filter(isDetail);
    const others = item.children.filter((child) => !isDetail(child));
    return [{ item, entry: own, details }, ...others.flatMap((child) => this.#entriesOf(child))];
  }

  #settle(): void {
    const slots = authorSlotsOf(
      this.#waiting.map(({ entry, details }) => ({ entry, details: details.map(({ text }) => text.join('\n')) })),
    );
    if (this.#waiting.length >= ENOUGH) this.#slots = slots;
    for (const found of this.#waiting) this.#emit(found, slots);
    this.#waiting = [];
  }

  #emit({ item, entry, details }: FoundEntry, slots: AuthorSlots): void {
    const { paper, unreadDetails } = paperOf(
      entry,
      details.map((detail) => detail.text.join('\n')),
      slots,
    );
    this.#output.account('paper', item.lines.length);
    for (const [index, detail] of details.entries()) {
      if (unreadDetails.has(index)) this.#notRead(detail.text.join(' '), detail.lines);
      else this.#output.account('paper', detail.lines.length);
      for (const below of detail.children) this.#notReadBelow(below);
    }
    this.#output.paper(paper, item.line);
  }

  #notReadBelow(item: Item): void {
    this.#notRead(item.text.join(' '), item.lines);
    for (const child of item.children) this.#notReadBelow(child);
  }

  /** What belongs to no paper is boilerplate, unless it names one. */
  #leaveOut(text: string, lines: readonly number[]): void {
    if (holdsPaperLink(text)) this.#notRead(text, lines);
    else this.#output.account('boilerplate', lines.length);
  }

  #notRead(text: string, lines: readonly number[]): void {
    this.#output.report('unrecognized-line', `not read: ${truncate(text)}`, lines[0] ?? 1);
    this.#output.account('unrecognized', lines.length);
  }
}
