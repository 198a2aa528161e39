/** An item of a list, or a paragraph or heading that may be an entry too, with the items below it. */
export interface Item {
  readonly line: number;
  readonly indent: number;
  /** Its own lines without the bullet, with their numbers. */
  readonly text: string[];
  readonly lines: number[];
  readonly children: Item[];
  readonly isListed: boolean;
}

//     - …     * …     • …     12. …     [3] …     - [ ] …
const BULLET = /^(?:[-*+•·▪◦‣]|\(?\d{1,4}[.)]|\[\d{1,4}\](?![([]))\s+(?:\[[ xX]\]\s)?/;
const HEADING = /^#{1,6}\s+/;
const RULE = /^([-*_=])(?:\s?\1){2,}$/;
const HTML_ITEM = /^<li[^<>]{0,100}>/i;
const QUOTE = /^>\s?/;
/** A line of pictures and links, which belongs to the entry above. */
const PICTURES = /^(?:\s|&nbsp;|<br\s?\/?>)*(?:\[?!\[|<img\b)/i;
const TABLE_ROW = /^\|.*\|$/;
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
    const wasBlank = this.#isBlank;
    this.#isBlank = text === '';
    if (text === '') return false;
    const indent = indentOf(raw);
    if (RULE.test(text) || TABLE_ROW.test(text)) {
      this.close();
      return false;
    }
    const bare = text.replace(HTML_ITEM, '- ');
    const bullet = BULLET.exec(bare)?.[0];
    if (bullet !== undefined) {
      for (const [index, part] of this.#joinedItems(bare.slice(bullet.length), bullet).entries()) {
        const lines = index === 0 ? [number] : [];
        this.#addItem({ line: number, indent, text: [part], lines, children: [], isListed: true });
      }
      return true;
    }
    if (HEADING.test(text)) {
      this.close();
      return this.#startParagraph(text.replace(HEADING, ''), number);
    }
    return this.#addText(text, indent, number, wasBlank);
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
    const next = bullet.trim().replace(/\d+/, (digits) => String(Number(digits) + 1));
    const at = text.indexOf(` ${next} `, 1);
    if (at < 0 || text.length > LONGEST) return [text];
    const [first, rest] = [text.slice(0, at), text.slice(at + next.length + 2)];
    // A number in brackets suffices if it is the next one.
    const isJoined = /^\[\d/.test(next) || (this.#isEntry(first) && this.#isEntry(rest.slice(0, LONGEST_LOOK)));
    return isJoined ? [first, ...this.#joinedItems(rest, next)] : [text];
  }

  #addItem(item: Item): void {
    while (this.#open.length > 0 && !isBelow(item, this.#open.at(-1))) {
      if (this.#open.length === 1) this.close();
      else this.#open.pop();
    }
    this.#open.at(-1)?.children.push(item);
    this.#open.push(item);
    this.#length += item.text[0]?.length ?? 0;
    if (this.#length > LONGEST) this.close();
  }

  #startParagraph(text: string, number: number): boolean {
    if (!this.#isEntry(text)) return false;
    this.#addItem({ line: number, indent: -2, text: [text], lines: [number], children: [], isListed: false });
    return true;
  }

  #addText(text: string, indent: number, number: number, wasBlank: boolean): boolean {
    if (wasBlank && !PICTURES.test(text)) {
      while (this.#open.length > 0 && indent < 2 + Math.max(0, (this.#open.at(-1)?.indent ?? 0) - 1)) {
        if (this.#open.length === 1) this.close();
        else this.#open.pop();
      }
    }
    const item = this.#open.at(-1);
    const startsAnew =
      item === undefined || (!item.isListed && this.#isEntry(text) && this.#isEntry(item.text.join('\n')));
    if (startsAnew) {
      this.close();
      return this.#startParagraph(text, number);
    }
    item.text.push(text.replace(QUOTE, ''));
    item.lines.push(number);
    this.#length += text.length;
    if (this.#length > LONGEST) this.close();
    return true;
  }
}

function isBelow(item: Item, above: Item | undefined): boolean {
  return above !== undefined && item.indent > above.indent + 1;
}

function indentOf(raw: string): number {
  const space = /^\s*/.exec(raw)?.[0] ?? '';
  return space.replace(/\t/g, '    ').length;
}
