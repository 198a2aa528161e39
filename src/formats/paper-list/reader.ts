import type { Line } from '../../input/line.ts';
import { truncate } from '../../text/printable.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { readDetail } from './details.ts';
import {
  type AuthorSlots,
  authorSlotsOf,
  type Entry,
  endsInLink,
  holdsPaperLink,
  isLoneEntry,
  isUnlinkedTitle,
  paperOf,
  readEntry,
} from './entry.ts';
import { type Item, Outline } from './outline.ts';

/** An entry with the items below it that describe it. */
interface FoundEntry {
  readonly item: Item;
  readonly entry: Entry;
  readonly details: readonly Item[];
}

/** What is known about the items next to one that may be a paper without a link. */
interface Neighbours {
  isPreviousPaper: boolean;
  /** It is a paper if the next item is one. */
  doubtful: Item | null;
}

/** The number of entries that decide how the list prints authors. */
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
  readonly #neighbours: Neighbours = { isPreviousPaper: false, doubtful: null };
  #waiting: FoundEntry[] = [];
  #slots: AuthorSlots | null = null;

  constructor(output: ReaderOutput) {
    this.#output = output;
  }

  line(line: Line): void {
    if (this.#outline.line(line.raw, line.number) || line.isBlank) return;
    this.#endRow(this.#neighbours);
    this.#leaveOut(line.text, [line.number]);
  }

  end(): void {
    this.#outline.close();
    this.#endRow(this.#neighbours);
    this.#settle();
  }

  #item(item: Item): void {
    for (const found of this.#entriesOf(item, this.#neighbours)) {
      this.#waiting.push(found);
      if (this.#slots !== null) this.#emit(found, this.#slots);
    }
    if (this.#slots !== null) this.#waiting = [];
    else if (this.#waiting.length >= ENOUGH) this.#settle();
  }

  /** The entries in an item: the item itself, or those below it. Other lines are accounted for. */
  #entriesOf(item: Item, neighbours: Neighbours): FoundEntry[] {
    const text = item.text.join('\n');
    const found = this.#entriesIn(item, text);
    if (found !== null) {
      if (neighbours.doubtful !== null) this.#noLink(neighbours.doubtful);
      neighbours.doubtful = null;
      neighbours.isPreviousPaper = true;
      return found;
    }
    const below = this.#entriesBelow(item);
    const isDoubtful = item.isListed && below.length === 0 && !holdsPaperLink(text) && isUnlinkedTitle(text);
    if (isDoubtful && neighbours.isPreviousPaper) this.#noLink(item);
    else {
      this.#endRow(neighbours);
      if (isDoubtful) neighbours.doubtful = item;
      else this.#leaveOut(text, item.lines);
    }
    return below;
  }

  #entriesBelow({ children }: Item): FoundEntry[] {
    const neighbours: Neighbours = { isPreviousPaper: false, doubtful: null };
    const found = children.flatMap((child) => this.#entriesOf(child, neighbours));
    this.#endRow(neighbours);
    return found;
  }

  /** The last item is not known to be a paper if its neighbours are not. */
  #endRow(neighbours: Neighbours): void {
    const { doubtful } = neighbours;
    neighbours.doubtful = null;
    neighbours.isPreviousPaper = false;
    if (doubtful !== null) this.#leaveOut(doubtful.text.join('\n'), doubtful.lines);
  }

  /** An item with a title and no link between papers is a paper whose link is lost. */
  #noLink({ text, lines }: Item): void {
    this.#output.report('unrecognized-line', `no link to a paper: ${truncate(text.join(' '))}`, lines[0] ?? 1);
    this.#output.account('unrecognized', lines.length);
  }

  #entriesIn(item: Item, text: string): FoundEntry[] | null {
    const own = readEntry(text);
    if (own === null) {
      const below = item.children.map((child) => child.text.join('\n'));
      // The title is above, the links are below.
      const joined = below.some((child) => readEntry(child) !== null) ? null : readEntry([text, ...below].join('\n'));
      return joined !== null && item.children.length > 0 ? [{ item, entry: joined, details: item.children }] : null;
    }
    const isDetail = (child: Item) =>
      readDetail(child.text.join('\n')) !== null || readEntry(child.text.join('\n')) === null;
    const details = item.children.filter(isDetail);
    const others = item.children.filter((child) => !isDetail(child));
    return [{ item, entry: own, details }, ...this.#entriesBelow({ ...item, children: others })];
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
    const { paper, unreadDetails, otherId, badDate } = paperOf(
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
    if (otherId !== null) {
      const message = `another paper in the entry: arXiv:${otherId}`;
      this.#output.report('damaged-field', message, item.line);
    }
    if (badDate !== undefined) this.#output.report('bad-date', `not a date: ${truncate(badDate)}`, item.line);
    this.#output.paper(paper, item.line);
  }

  #notReadBelow(item: Item): void {
    this.#notRead(item.text.join(' '), item.lines);
    for (const child of item.children) this.#notReadBelow(child);
  }

  /** Lines outside of papers are boilerplate, unless they name a paper. */
  #leaveOut(text: string, lines: readonly number[]): void {
    if (holdsPaperLink(text) || endsInLink(text)) this.#notRead(text, lines);
    else this.#output.account('boilerplate', lines.length);
  }

  #notRead(text: string, lines: readonly number[]): void {
    this.#output.report('unrecognized-line', `not read: ${truncate(text)}`, lines[0] ?? 1);
    this.#output.account('unrecognized', lines.length);
  }
}
