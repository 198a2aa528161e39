import { readDetailLine } from './detail-line.ts';
import { readDetail } from './details.ts';

/** An item of a list, or a paragraph or heading that may be an entry too, with the items below it. */
export interface Item {
  readonly line: number;
  readonly indent: number;
  /** Its own lines without the bullet, with their numbers. */
  readonly text: string[];
  readonly lines: number[];
  readonly children: Item[];
  readonly kind: 'listed' | 'detail' | 'paragraph' | 'heading';
  /** Before a heading or an item of a list: `##`, `-`, `12.`, `[3]`. */
  readonly bullet?: string;
  /** The lengths of its lines as printed; 0 if a line ends in a mark of a line break. */
  readonly widths: number[];
}

/** A line without the white space around it. */
interface PrintedLine {
  readonly text: string;
  readonly number: number;
  readonly indent: number;
  readonly width: number;
  readonly isBelowBlank: boolean;
}

//     - …     * …     • …     12. …     3: …     [3] …     - [ ] …     ** TODO …     #. …     .. [Clay2024] …
//     [10/06/2024, 09:14] Ada: …     10/06/24, 9:14 PM - Ada: …
const BULLET =
  /^(?:[-+•·▪◦‣]|\*{1,6}|\(?\d{1,4}[.)]|\d{5}[.:](?=.*\bPMID: \d)|(?:(?!19|20)\d{1,4}|\d{4}(?=.*\bPMID: \d)):|\[\d{1,4}\](?![([])|#\.|\.\.\s\[[\w.:-]{1,60}\]|\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s\d{1,2}:\d\d(?::\d\d)?(?:\s[AP]M)?\]?(?:\s-)?\s[^:\n]{1,40}:)\s+(?:\[[ xX-]\]\s|(?:TODO|DONE|NEXT)\s)?/;
//     ** TODO Folding Kites :kites:toread:
const ORG_TAGS = /\s(?::[\p{L}\d_@]+)+:$/u;
//     - [Round Kites](https://arxiv.org/a     ← the line was broken within an address
const IN_ADDRESS = /\]\(<?https?:\/\/[^\s()<>]{0,300}$/;
/** The year of an entry that was broken before it. */
const WRAPPED_YEAR = /^(?:19|20)\d\d\.\s/;
//     2. Ek B. Do newts count? Newt Lett. 2019 Mar-Apr;2(1):5-9. Epub 2019 Feb
//     20. PMID: 38401235.     ← the entry was broken within a date
const WRAPPED_DAY = /^\d{1,2}\.\s(?:doi|PMID|PMCID|Available from|Erratum in|Comment in)\b/;
const HEADING = /^#{1,6}\s+/;
/** The heading of a part of an entry whose title is a heading too. */
const IS_PART = /^[*_]{0,3}(?:abstract|summary|tl;?dr)[:.]?[*_]{0,3}$/i;
const RULE = /^([-*_=])(?:\s?\1){2,}$/;
const UNDERLINE = /^(?:-{3,}|={3,})$/;
const HTML_ITEM = /^<li[^<>]{0,100}>/i;
const QUOTE = /^>\s?/;
/** A line of pictures and links, which belongs to the entry above. */
const PICTURES = /^(?:\s|&nbsp;|<br\s?\/?>)*(?:\[?!\[|<img\b)/i;
const TABLE_ROW = /^\|.*\|$/;
/** How long a line is at least whose end may have been moved to the next one, in characters. */
const SHORTEST_WRAPPED = 50;
const LINE_BREAK = /(?:\\|<br\s?\/?>)$/i;
/** How much of an item is looked at that may be joined with the one before, in characters. */
const LONGEST_LOOK = 1000;
/** The longest text of an item, in characters. */
const LONGEST = 20_000;

/**
 * Groups lines into items:
 *
 *     - **Title**                 item
 *       *Ada Clay, Bo Ek*         the same item
 *       - [paper](https://…)      item below it
 *
 *     **Title** [paper](…)        paragraph
 */
export class Outline {
  readonly #emit: (item: Item) => void;
  readonly #isEntry: (text: string) => boolean;
  #open: Item[] = [];
  #length = 0;
  #isBlank = true;

  /**
   * @param emit receives each complete item at the top level
   * @param isEntry whether a line is an entry by itself and does not continue the one above
   */
  constructor(emit: (item: Item) => void, isEntry: (text: string) => boolean) {
    this.#emit = emit;
    this.#isEntry = isEntry;
  }

  /** @returns whether the line belongs to an item */
  line(raw: string, number: number): boolean {
    const text = raw.trim();
    const isBelowBlank = this.#isBlank;
    this.#isBlank = text === '';
    if (text === '') return false;
    const indent = indentOf(raw);
    const whole = raw.trimEnd();
    const isBroken = LINE_BREAK.test(whole) || raw.startsWith('  ', whole.length);
    const line = { text, number, indent, width: isBroken ? 0 : whole.length, isBelowBlank };
    if (RULE.test(text) || TABLE_ROW.test(text)) {
      if (isBelowBlank || !UNDERLINE.test(text) || !this.#underline()) this.close();
      return false;
    }
    const bare = text.replace(HTML_ITEM, '- ');
    const isDate = (indent > 0 && WRAPPED_YEAR.test(text)) || WRAPPED_DAY.test(text);
    const bullet = isDate ? undefined : BULLET.exec(bare)?.[0];
    if (bullet !== undefined) {
      const content = bare.slice(bullet.length).replace(bullet.startsWith('*') ? ORG_TAGS : '', '');
      this.#splitBefore(bullet.trim(), indent);
      const parts = this.#joinedItems(content, bullet);
      for (const [index, part] of parts.entries()) {
        if (this.#endsHeading(part)) this.close();
        this.#addItem({
          ...itemOf('listed', { ...line, text: part }),
          lines: index === 0 ? [number] : [],
          ...(parts.length === 1 && { bullet: bullet.trim() }),
        });
      }
      return true;
    }
    const [heading] = HEADING.exec(text) ?? [];
    if (heading !== undefined && !(this.#open[0]?.kind === 'heading' && IS_PART.test(text.slice(heading.length)))) {
      this.close();
      const item = itemOf('heading', { ...line, text: text.slice(heading.length) }, OUTERMOST);
      this.#addItem({ ...item, bullet: heading.trim() });
    } else if (heading === undefined) this.#addText(line);
    else this.#addText({ ...line, text: text.slice(heading.length), isBelowBlank: true });
    return true;
  }

  /** Whether an item of a list does not belong to the open heading: it is no labelled line, nor is the heading an entry. */
  #endsHeading(text: string): boolean {
    const [root] = this.#open;
    return root?.kind === 'heading' && readDetail(text) === null && !this.#isEntry(root.text.join('\n'));
  }

  /**
   * Makes a heading of the last line if it is a paragraph of its own:
   *
   *     Folding Kites
   *     -------------
   */
  #underline(): boolean {
    const [root] = this.#open;
    const last = root?.kind === 'heading' ? root.children.at(-1) : root;
    if (root === undefined || last?.kind !== 'paragraph' || last.text.length > 1) return false;
    if (last !== root) root.children.pop();
    if (last !== root) this.close();
    this.#open = [{ ...last, kind: 'heading', indent: OUTERMOST }];
    return true;
  }

  close(): void {
    const [root] = this.#open;
    this.#open = [];
    this.#length = 0;
    if (root !== undefined) this.#emit(root);
  }

  /**
   * Splits a line whose line breaks were lost into items:
   *
   *     - [Round Kites](https://…) - [Counting Barns](https://…)
   *     [1] Ada Clay. Round Kites. arXiv:2601.01234 [2] Bo Ek. Counting Barns. arXiv:2601.01235
   */
  #joinedItems(text: string, bullet: string): readonly string[] {
    // Lists of publications count down.
    const neighbours = [1, -1].map((step) => bullet.trim().replace(/\d+/, (digits) => String(Number(digits) + step)));
    const next = neighbours.find((neighbour) => text.includes(` ${neighbour} `, 1));
    if (next === undefined || text.length > LONGEST) return [text];
    const at = text.indexOf(` ${next} `, 1);
    const [first, rest] = [text.slice(0, at), text.slice(at + next.length + 2)];
    // A number in brackets suffices if it is the next one of the list.
    const isJoined = /^\[\d/.test(next) || (this.#isEntry(first) && this.#isEntry(rest.slice(0, LONGEST_LOOK)));
    return isJoined ? [first, ...this.#joinedItems(rest, next)] : [text];
  }

  /**
   * Splits the item before a bullet that is not the next one, if the next one stands within its text:
   *
   *     4. Ada Clay. Round Kites.
   *        arXiv:2601.01234 5. Bo Ek. Counting Barns. arXiv:2601.01235     ← a line break is lost
   *     6. …
   */
  #splitBefore(bullet: string, indent: number): void {
    const item = this.#open.findLast((open) => open.kind === 'listed' && open.indent === indent);
    const missing = item?.bullet === undefined ? null : bulletBetween(item.bullet, bullet);
    const last = item?.children.at(-1) ?? item;
    if (last === undefined || missing === null || (last !== item && last.kind !== 'detail')) return;
    const at = last.text.findIndex((text, index) => (index > 0 || last !== item) && text.includes(` ${missing} `));
    const joined = last.text[at];
    if (joined === undefined) return;
    const cut = joined.indexOf(` ${missing} `);
    const below = last.text.splice(at + 1);
    last.text[at] = joined.slice(0, cut);
    const lines = below.length === 0 ? [] : last.lines.splice(-below.length);
    this.#addItem({
      line: last.lines.at(-1) ?? last.line,
      indent,
      text: [joined.slice(cut + missing.length + 2), ...below],
      lines,
      children: [],
      kind: 'listed',
      widths: last.widths.splice(at),
      bullet: missing,
    });
  }

  #addItem(item: Item): void {
    this.#closeTo((above) => item.indent > above.indent + 1);
    this.#open.at(-1)?.children.push(item);
    this.#open.push(item);
    this.#lengthen(item.text[0] ?? '');
  }

  /** Closes the innermost items, as far as what comes next is not below them. */
  #closeTo(isBelow: (item: Item) => boolean): void {
    for (let last = this.#open.at(-1); last !== undefined && !isBelow(last); last = this.#open.at(-1)) {
      if (this.#open.length === 1) this.close();
      else this.#open.pop();
    }
  }

  #addText(line: PrintedLine): void {
    const { text, indent } = line;
    const [root] = this.#open;
    const isInItem = indent >= 2 && this.#open.length > 1;
    if (root?.kind === 'heading' && !isInItem) {
      if (this.#addBelowHeading(root, line)) return;
      this.close();
    }
    if (line.isBelowBlank && !PICTURES.test(text)) this.#closeTo((item) => indent > Math.max(1, item.indent));
    const item = this.#open.at(-1);
    const owner = this.#open.findLast(({ kind }) => kind === 'listed');
    if (owner !== undefined && indent >= owner.indent && readDetail(text) !== null) {
      //   1. Folding Kites
      //      Authors: Ada Clay
      //      Abstract: A kite …
      this.#addItem(itemOf('detail', line, Math.max(indent, owner.indent + 2)));
    } else if (item === undefined || this.#startsAnew(item, text)) {
      this.close();
      this.#addItem(itemOf('paragraph', line, OUTERMOST));
    } else this.#append(item, line);
  }

  /** Whether a line of a paragraph is another entry, and not the end of the one that the paragraph begins with. */
  #startsAnew(item: Item, text: string): boolean {
    if (item.kind === 'listed' || item.kind === 'detail' || !this.#isEntry(text)) return false;
    const isWrapped = (item.widths.at(-1) ?? 0) > SHORTEST_WRAPPED && !/[.:!?]$/.test(item.text.at(-1) ?? '');
    return this.#isEntry(item.text.join('\n')) || !isWrapped;
  }

  /** @returns whether the line may describe the paper that the heading names */
  #addBelowHeading(heading: Item, line: PrintedLine): boolean {
    const { text } = line;
    if (readDetail(text) === null && this.#isEntry(text) && !this.#describes(heading, text)) return false;
    const last = heading.children.at(-1);
    if (last === undefined || line.isBelowBlank || last.kind === 'listed' || readDetail(text) !== null) {
      heading.children.push(itemOf('paragraph', { ...line, text: text.replace(QUOTE, '') }, 0));
      this.#lengthen(text);
    } else this.#append(last, line);
    return true;
  }

  /** Whether a line with links tells something about the paper of the heading: `2026-01-02 · Ada Clay · [PDF](https://…)` */
  #describes(heading: Item, text: string): boolean {
    const line = readDetailLine(text);
    return line !== null && (!line.isPartial || this.#isEntry(heading.text.join('\n')));
  }

  #append(item: Item, { text, number, width }: PrintedLine): void {
    const last = item.text.at(-1) ?? '';
    if (item.kind === 'listed' && IN_ADDRESS.test(last)) item.text.splice(-1, 1, last + text);
    else item.text.push(text.replace(QUOTE, ''));
    item.lines.push(number);
    item.widths.push(width);
    this.#lengthen(text);
  }

  #lengthen(text: string): void {
    this.#length += text.length;
    if (this.#length > LONGEST) this.close();
  }
}

/** The bullet between two numbers that differ by two; null if there is none. */
function bulletBetween(before: string, after: string): string | null {
  const [first, last] = [before, after].map((bullet) => Number(/\d+/.exec(bullet)?.[0] ?? Number.NaN));
  const isGap = first !== undefined && last !== undefined && Math.abs(last - first) === 2;
  return isGap ? after.replace(/\d+/, String((first + last) / 2)) : null;
}

/** The indent of headings and paragraphs, which no item is above. */
const OUTERMOST = -2;

function itemOf(kind: Item['kind'], { text, number, width, ...line }: PrintedLine, indent = line.indent): Item {
  return { line: number, indent, text: [text], lines: [number], children: [], kind, widths: [width] };
}

function indentOf(raw: string): number {
  const space = raw.slice(0, raw.length - raw.trimStart().length);
  return space.replace(/\t/g, '    ').length;
}
