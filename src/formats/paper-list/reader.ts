import { Line } from '../../input/line.ts';
import { findArxivId } from '../../text/arxiv-id.ts';
import { truncate } from '../../text/printable.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { authorSlotsOf } from './author-slots.ts';
import { isCitation, secondCitation } from './citation.ts';
import { countsVotes, isTelling, readDetailLine } from './detail-line.ts';
import { plainText, readDetail } from './details.ts';
import {
  type Entry,
  endsInLink,
  holdsPaperLink,
  isLinkLine,
  isLoneEntry,
  isParagraphEntry,
  isReference,
  isUnlinkedTitle,
  otherTitle,
  readEntry,
} from './entry.ts';
import { spansOf } from './inline.ts';
import { LatexBibliography } from './latex-bibliography.ts';
import { isPaperPage } from './links.ts';
import { type Item, Outline } from './outline.ts';
import { paperOf } from './paper.ts';
import { isProse, mayBeTitle, startOfProse } from './prose.ts';
import { mayHoldReference, readDefinition, withAddresses } from './references.ts';
import type { AuthorSlots } from './title.ts';
import { cleanTitle } from './title.ts';
import { secondReference } from './vancouver.ts';

/** An entry with the items below it that describe it. */
interface FoundEntry {
  readonly item: Item;
  readonly text: string;
  /** The beginning of the text that holds the title; empty if it may be anywhere. */
  readonly above: string;
  readonly entry: Entry;
  readonly details: readonly Item[];
  /** Whether it is known by the line of details below its title alone. */
  readonly isUnlinked?: boolean;
  /** Paragraphs that stand behind it. */
  readonly following: Item[];
}

/** What is known about the items next to one that may be a paper without a link. */
interface Neighbours {
  isPreviousPaper: boolean;
  /** It is a paper if the next item is one. */
  doubtful: Item | null;
}

/** The number of entries that decide how the list prints authors. */
const ENOUGH = 400;
/** The number of lines that wait for the addresses of their references. */
const MOST_DEFERRED = 20_000;

//     [Round Kites][p1]     ← its definition is lost
const UNDEFINED_REFERENCE = /\p{L}\]\[[^\][]/u;

/** What most entries of a list have in common. */
interface Habits {
  readonly slots: AuthorSlots;
  /** Whether entries are broken at a certain width: a line break does not separate a title from the authors. */
  readonly isWrapped: boolean;
  /** Whether the paragraphs between entries are about the one before. */
  readonly areFollowed: boolean;
  /** Whether several headings are entries. */
  readonly hasHeadings: boolean;
  /** Where a title with a line of details below it is an entry. */
  readonly unlinked: ReadonlySet<string>;
}

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
  readonly #bibliography = new LatexBibliography();
  readonly #neighbours: Neighbours = { isPreviousPaper: false, doubtful: null };
  #waiting: FoundEntry[] = [];
  /** The last entry, if paragraphs may follow it. */
  #last: FoundEntry | null = null;
  /** Where entries without links stand. */
  readonly #unlinked = new Set<string>();
  /** Entries are paragraphs of several lines. */
  #hasBlocks = false;
  #habits: Habits | null = null;
  /** The lines since the first one that may hold a reference. */
  #deferred: Line[] = [];

  constructor(output: ReaderOutput) {
    this.#output = output;
  }

  line(line: Line): void {
    if (this.#deferred.length === 0 && !mayHoldReference(line.raw)) this.#readLine(line);
    else if (this.#deferred.push(line) >= MOST_DEFERRED) this.#readDeferred();
  }

  end(): void {
    this.#readDeferred();
    this.#outline.close();
    this.#endRow(this.#neighbours);
    this.#endLast();
    this.#settle();
  }

  #readDeferred(): void {
    const definitions = new Map(this.#deferred.map(({ text }) => readDefinition(text)).filter((pair) => pair !== null));
    for (const line of this.#deferred) {
      if (readDefinition(line.text) !== null) this.#output.account('boilerplate', 1);
      else this.#readLine(new Line(withAddresses(line.raw, definitions), line.number));
    }
    this.#deferred = [];
  }

  #readLine(line: Line): void {
    const markdown = this.#bibliography.line(line.raw);
    if (markdown === null) this.#output.account('boilerplate', 1);
    if (markdown === null || this.#outline.line(markdown, line.number) || line.isBlank) return;
    this.#endRow(this.#neighbours);
    this.#leaveOut(line.text, [line.number]);
  }

  #item(item: Item): void {
    const isEntry = () => this.#entriesIn(item, item.text.join('\n')) !== null;
    if (this.#last !== null && item.kind === 'paragraph' && mayFollow(item, this.#last) && !isEntry()) {
      this.#last.following.push({ ...item, children: [] });
      for (const child of item.children) this.#item(child);
      return;
    }
    this.#endLast();
    for (const found of this.#entriesOf(item, this.#neighbours)) {
      this.#endLast();
      this.#last = found;
    }
  }

  #endLast(): void {
    const found = this.#last;
    this.#last = null;
    if (found === null) return;
    if (this.#habits !== null) this.#emit(found, this.#habits);
    else if (this.#waiting.push(found) >= ENOUGH) this.#settle();
  }

  /** The entries in an item: the item itself, or those below it. Other lines are accounted for. */
  #entriesOf(item: Item, neighbours: Neighbours): FoundEntry[] {
    const text = item.text.join('\n');
    const found = this.#entriesIn(item, text);
    if (found !== null) {
      if (neighbours.doubtful !== null) this.#noLink(neighbours.doubtful);
      neighbours.doubtful = null;
      neighbours.isPreviousPaper = true;
      this.#hasBlocks ||= item.kind === 'paragraph' && item.text.length > 1;
      if (found[0]?.isUnlinked !== undefined) this.#unlinked.add(kindOf(item));
      return found;
    }
    const below = this.#entriesBelow(item);
    const isDoubtful = item.kind === 'listed' && below.length === 0 && !holdsPaperLink(text) && isUnlinkedTitle(text);
    const isDescribed =
      item.children.some(isDescription) ||
      (item.kind === 'paragraph' && (isReference(item.text, this.#hasBlocks) || isToldAt(item.text, 0))) ||
      (this.#unlinked.has(kindOf(item)) && !isProse(text) && text.split(' ').length >= SHORTEST_TITLE);
    if ((isDescribed && below.length === 0 && !holdsPaperLink(text)) || (isDoubtful && neighbours.isPreviousPaper))
      this.#noLink(item);
    else {
      this.#endRow(neighbours);
      if (isDoubtful) neighbours.doubtful = item;
      else if (item.kind === 'listed') this.#leaveOut(text, item.lines);
      else for (const [index, line] of item.text.entries()) this.#leaveOut(line, item.lines.slice(index, index + 1));
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
    const isSure =
      item.kind === 'listed' || isLoneEntry(item.text[0] ?? '') || isLoneEntry(text) || isParagraphEntry(item.text);
    const block = item.kind === 'paragraph' && !isCitation(item.text.join(' ')) ? unlinkedEntry(item) : null;
    if (block !== null && !/https?:/.test(block[0]?.text ?? '')) return block;
    const own = isSure ? readEntry(text) : null;
    if (own === null) {
      const below = item.children.map((child) => child.text.join('\n'));
      // The title is above, the links are below.
      const all = [text, ...below.map(withoutLabel)].join('\n');
      const isJoined =
        item.kind === 'listed' ? below.every((child) => readEntry(child) === null) : isHeadingOf(text, item.children);
      const joined = isJoined ? readEntry(all, undefined, text) : null;
      return joined !== null && item.children.length > 0
        ? [{ item, text: all, above: text, entry: joined, details: item.children, following: [] }]
        : unlinkedEntry(item);
    }
    const isBelow = (child: Item) => isDetail(child) || readEntry(child.text.join('\n')) === null;
    const details = item.children.filter(isBelow);
    const others = item.children.filter((child) => !isBelow(child));
    const [head, ...prose] = withoutProse(item);
    const entry = readEntry(head.text.join('\n'));
    const found =
      entry === null
        ? { item, text, above: '', entry: own, details, following: [] }
        : { item: head, text: head.text.join('\n'), above: '', entry, details: [...prose, ...details], following: [] };
    return [found, ...this.#entriesBelow({ ...item, children: others })];
  }

  #settle(): void {
    const isWrapped = areWrapped(this.#waiting.map(({ item }) => item));
    const open = this.#waiting.filter(({ details }) => !details.some(({ text }) => startOfProse(text) < text.length));
    const followed = open.filter(({ following }) => following.length > 0);
    const habits = {
      slots: this.#slotsOf(this.#waiting, isWrapped),
      isWrapped,
      areFollowed: this.#waiting.length > 1 && followed.length > 0 && followed.length >= open.length * MANY_FOLLOWED,
      hasHeadings: this.#waiting.filter(({ item }) => item.kind === 'heading').length > 1,
      unlinked: unlinkedKinds(this.#waiting),
    };
    if (this.#waiting.length >= ENOUGH) this.#habits = habits;
    for (const found of this.#waiting) this.#emit(found, habits);
    this.#waiting = [];
  }

  #slotsOf(found: readonly FoundEntry[], isWrapped: boolean): AuthorSlots {
    return authorSlotsOf(
      found.map(({ text, above, entry, details }) => ({
        entry: isWrapped && above === '' ? (readEntry(unwrapped(text)) ?? entry) : entry,
        details: details.map(({ text: lines }) => lines.slice(0, startOfProse(lines)).join('\n')),
      })),
    );
  }

  #emit(found: FoundEntry, { slots, isWrapped, areFollowed, hasHeadings, unlinked }: Habits): void {
    const { item, text, above, entry, following } = found;
    if (!areFollowed) {
      for (const { text: printed, lines } of following) {
        if (titleAboveSentences(printed) === null) this.#leaveOut(printed.join(' '), lines);
        else this.#notRead(printed.join(' '), lines);
      }
    }
    const details = areFollowed ? [...found.details, ...following] : found.details;
    if (found.isUnlinked && !unlinked.has(kindOf(item))) {
      this.#noLink(item);
      for (const detail of details) this.#leaveOutWhole(detail);
      return;
    }
    // The heading of a page may be a paper too, but what follows is about the page.
    const mayBeAbstract = item.kind !== 'heading' || hasHeadings || details.some(isDetail);
    const { paper, unreadDetails, otherId, badDate } = paperOf(
      readEntry(isWrapped && above === '' ? unwrapped(text) : text, slots, above) ?? entry,
      details.map((detail) => ({
        text: detail.text.join('\n'),
        mayBeAbstract: mayBeAbstract && detail.kind === 'paragraph',
      })),
      slots,
    );
    this.#output.account('paper', item.lines.length);
    for (const [index, detail] of details.entries()) {
      if (unreadDetails.has(index)) this.#notRead(detail.text.join(' '), detail.lines);
      else this.#output.account('paper', detail.lines.length);
      for (const below of detail.children) this.#notReadBelow(below);
    }
    const other =
      otherId ??
      [item, ...details].flatMap((part) => part.text.map(findArxivId)).find((id) => id !== null && id !== paper.id) ??
      null;
    if (other !== null) this.#output.report('damaged-field', `another paper in the entry: arXiv:${other}`, item.line);
    else {
      const title =
        secondReference(item.text.join('\n')) ??
        secondCitation(item.text) ??
        lineBetweenLinks(item) ??
        titleAmongSentences(details) ??
        otherTitle(item.text.join('\n'), entry);
      if (title !== null)
        this.#output.report('damaged-field', `another paper in the entry: ${truncate(title)}`, item.line);
    }
    // A line that goes on with the next entry, whose link is cut off.
    const cut = item.text.findLastIndex(endsInLink);
    if (cut > 0) this.#output.report('damaged-field', 'a link that is cut off', item.lines[cut] ?? item.line);
    if (badDate !== undefined) this.#output.report('bad-date', `not a date: ${truncate(badDate)}`, item.line);
    this.#output.paper(paper, item.line);
  }

  #notReadBelow(item: Item): void {
    this.#notRead(item.text.join(' '), item.lines);
    for (const child of item.children) this.#notReadBelow(child);
  }

  #leaveOutWhole({ text, lines, children }: Item): void {
    this.#leaveOut(text.join(' '), lines);
    for (const child of children) this.#leaveOutWhole(child);
  }

  /** Lines outside of papers are boilerplate, unless they name a paper. */
  #leaveOut(text: string, lines: readonly number[]): void {
    if (holdsPaperLink(text) || endsInLink(text) || UNDEFINED_REFERENCE.test(text)) this.#notRead(text, lines);
    else this.#output.account('boilerplate', lines.length);
  }

  #notRead(text: string, lines: readonly number[]): void {
    this.#output.report('unrecognized-line', `not read: ${truncate(text)}`, lines[0] ?? 1);
    this.#output.account('unrecognized', lines.length);
  }
}

/**
 * A line between two lines with links of a paragraph, which is the title of a second entry; null if there is none.
 *
 *     https://arxiv.org/abs/2601.06661
 *     Kites That Fold                     ← the blank line above it is lost
 *     https://arxiv.org/abs/2601.06662
 */
function lineBetweenLinks({ kind, text }: Item): string | null {
  if (kind !== 'paragraph') return null;
  const first = text.findIndex(holdsPaperLink);
  const last = text.findLastIndex(holdsPaperLink);
  const [id, lastId] = [text[first], text[last]].map((line) => findArxivId(line ?? ''));
  if (first < 0 || (id !== null && id === lastId)) return null;
  return text.slice(first + 1, last).find((line) => !holdsPaperLink(line)) ?? null;
}

/** The title of another paper above a line of details, whose first line is joined with what is above; null if there is none. */
function titleAmongSentences(details: readonly Item[]): string | null {
  for (const { text } of details) {
    const at = text.findIndex((line, index) => readDetailLine(line) === null && isToldAt(text, index + 1));
    const title = text[at] ?? titleAboveSentences(text);
    if (title !== null) return title;
  }
  return null;
}

/** The first line of a paragraph if it is a title whose line of details is lost or damaged; otherwise null. */
function titleAboveSentences([first = '', ...below]: readonly string[]): string | null {
  const isTitle = readDetail(first) === null && readDetailLine(first) === null && mayBeTitle(first);
  const isProseFrom = (at: number) => isProse(below.slice(at).join('\n'));
  return isTitle && below.slice(0, MOST_DAMAGED).some((_line, at) => isProseFrom(at)) ? first : null;
}

/** Lines that a line of details may be broken into. */
const MOST_DAMAGED = 3;

/** Whether the item tells something about the paper above it, and is no other entry. */
function isDetail({ kind, text }: Item): boolean {
  return readDetail(text.join('\n')) !== null || (kind === 'paragraph' && readDetailLine(text[0] ?? '') !== null);
}

/** Whether the item gives the authors or the abstract of a paper. */
function isDescription({ text }: Item): boolean {
  return /^(?:abstract|authors)$/.test(readDetail(text.join('\n'))?.kind ?? '');
}

/** The text of a labelled line, if it is clear without the label: `Venue: ICML 2024`, but not `arXiv: 2601.01234`. */
function withoutLabel(text: string): string {
  const detail = holdsPaperLink(text) ? null : readDetail(text);
  return detail?.kind === 'text' ? detail.text : text;
}

function unwrapped(text: string): string {
  return text.replaceAll('\n', ' ');
}

/** Whether nearly every line of the items is as long as it could be, so that line breaks mean nothing. */
function areWrapped(items: readonly Item[]): boolean {
  const breaks = items.flatMap(({ text, widths }) =>
    text.slice(1).map((next, index) => ({ width: widths[index] ?? 0, word: next.split(' ', 1)[0]?.length ?? 0 })),
  );
  const widest = breaks.reduce((most, { width }) => Math.max(most, width), 0);
  const full = breaks.filter(({ width, word }) => width > 0 && width + 1 + word > widest);
  return breaks.length >= 3 && full.length >= breaks.length * MOSTLY;
}

/** The share of lines that must be full. */
const MOSTLY = 0.85;

/** Headings of one level, items of lists or paragraphs. */
function kindOf({ kind, bullet }: Item): string {
  return kind === 'heading' ? `${kind} ${bullet}` : kind;
}

/** The kinds of items of which several are entries, or which count votes or citations. */
function unlinkedKinds(entries: readonly FoundEntry[]): Set<string> {
  const kinds = entries.map(({ item }) => kindOf(item));
  const isSure = ({ details }: FoundEntry) => countsVotes(readDetailLine(details[0]?.text[0] ?? '')?.known ?? {});
  return new Set(
    kinds
      .filter((kind, index) => kinds.indexOf(kind) !== index)
      .concat(entries.filter(isSure).map(({ item }) => kindOf(item))),
  );
}

/** The share of entries without an abstract of their own that paragraphs must follow. */
const MANY_FOLLOWED = 0.6;

/** Whether a paragraph behind an entry may be about it. */
function mayFollow({ text }: Item, { details, following }: FoundEntry): boolean {
  const isTold = readDetailLine(text[0] ?? '') !== null;
  if (!isTold) return isProse(text.join('\n'));
  return details.length + following.length === 0 && text.every((line) => readDetailLine(line)?.isPartial === false);
}

/** The item without the sentences at its end, and these as a paragraph. */
function withoutProse(item: Item): [Item, ...Item[]] {
  const { text } = item;
  const start = item.kind === 'heading' || isCitation(text.join(' ')) ? text.length : startOfProse(text, 1);
  if (text.slice(start).join(' ').split(' ').length < SHORTEST_PROSE) return [item];
  return splitItem(item, start);
}

/** A shorter text within an entry may be anything, in words. */
const SHORTEST_PROSE = 8;

/** Whether a line tells so much that a title must stand above it. */
function isToldAt(lines: readonly string[], at: number): boolean {
  const detail = readDetailLine(lines[at] ?? '');
  return detail !== null && isTelling(detail);
}

function splitItem(item: Item, at: number): [Item, Item] {
  const { text, lines, widths } = item;
  return [
    { ...item, text: text.slice(0, at), lines: lines.slice(0, at), widths: widths.slice(0, at) },
    {
      ...item,
      kind: 'paragraph',
      line: lines[at] ?? item.line,
      text: text.slice(at),
      lines: lines.slice(at),
      widths: widths.slice(at),
      children: [],
    },
  ];
}

/**
 * An entry without a link, whose title has a line of details below it:
 *
 *     ## Folding Kites                     Folding
 *                                          Kites
 *     2026-01-02 · Ada Clay, Bo Ek         2026-01-02 · Ada Clay, Bo Ek
 */
function unlinkedEntry(item: Item): FoundEntry[] | null {
  const { kind, text, children } = item;
  const isHeading = kind === 'heading';
  const at = isHeading ? text.length : text.findIndex((_line, index) => index > 0 && isToldAt(text, index));
  if (at < 0 || at > LONGEST_TITLE || (isHeading && !isToldAt(children[0]?.text ?? [], 0))) return null;
  const [head, below] = splitItem(item, at);
  const details = isHeading ? children : [below, ...children];
  const title = cleanTitle(plainText(head.text.join(' ')));
  if (!/\p{L}{2}/u.test(title) || isProse(title)) return null;
  const links = [head, ...details].flatMap(({ text }) => urlsOf(text.join('\n')));
  const page = links.find(isPaperPage) ?? null;
  const own = urlsOf(head.text.join('\n'))[0] ?? null;
  const entry: Entry = { title, pieces: [], links: [], page: page ?? own, id: null, known: {} };
  const isUnlinked = page === null;
  return [{ item: head, text: head.text.join('\n'), above: '', entry, details, isUnlinked, following: [] }];
}

function urlsOf(markdown: string): string[] {
  return spansOf(markdown).flatMap(({ url, isImage }) => (url === null || isImage ? [] : [url]));
}

/** In lines. */
const LONGEST_TITLE = 3;

/** Whether a heading is the title of the paper that the lines below it describe. */
function isHeadingOf(heading: string, below: readonly Item[]): boolean {
  // A block with a title of its own.
  if (below.some((item) => item.kind === 'paragraph' && unlinkedEntry(item) !== null)) return false;
  const lines = below.flatMap(({ kind, text }) => (kind === 'paragraph' ? text : [text.join('\n')]));
  const told = lines.map((line) => ({ line, label: readDetail(line), detail: readDetailLine(line) }));
  const hasAuthors = told.some(({ label, detail }) => label?.kind === 'authors' || detail?.known.authors !== undefined);
  return (
    (hasAuthors || heading.split(' ').length >= SHORTEST_TITLE) &&
    told.some(({ line, detail }) => isLinkLine(line) || (detail?.isPartial === false && holdsPaperLink(line)))
  );
}

/** The number of words of a text that may be a title. */
const SHORTEST_TITLE = 3;
