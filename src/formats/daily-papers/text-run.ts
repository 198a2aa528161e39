import type { Block } from './split.ts';
import type { TextToken } from './tokens.ts';

// A run without a row is cut at any of these, so that a dump without rows is read in constant memory.
const MOST_BLOCKS = 200;
const MOST_LINES = 2000;
const MOST_CHARACTERS = 1_000_000;

/** Text at least this long is an abstract. */
const SHORTEST_ABSTRACT = 150;

/** The text since the last row, in blocks that blank lines part. */
export class TextRun {
  #blocks: Block[] = [];
  #characters = 0;
  #linesOfLast = 0;
  #charactersOfLast = 0;
  #hasLongBlock = false;
  /** Of the longest line on this page so far. */
  width = 0;
  /** Number of the last line. */
  lastLine = 0;

  get blocks(): Block[] {
    return this.#blocks;
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0;
  }

  /** Whether it holds text as long as an abstract under something else, so that it may be a card. */
  get looksLikeCard(): boolean {
    return this.#blocks.length > 1 && this.#hasLongBlock;
  }

  get isFull(): boolean {
    return this.#blocks.length >= MOST_BLOCKS || this.#characters >= MOST_CHARACTERS;
  }

  /** @param number of the line that holds the text */
  append(token: TextToken, number: number): void {
    const { text, isHeading, url, reference, escaping } = token;
    this.width = Math.max(this.width, text.length);
    this.lastLine = number;
    const last = this.#blocks.at(-1);
    if (token.continues && last !== undefined && this.#linesOfLast < MOST_LINES && !this.isFull) {
      const isLabelEnd = url !== null || reference !== null;
      last.lines.push(text);
      if (last.isHeading && isLabelEnd && last.url === null && last.reference === null)
        last.linkedLines = last.lines.length;
      last.url ??= url;
      last.reference ??= reference;
      if (escaping === 'certain') last.escaping = 'certain';
    } else {
      this.#blocks.push({ lines: [text], line: number, isHeading, linkedLines: 0, url, reference, escaping });
      this.#linesOfLast = 0;
      this.#charactersOfLast = 0;
    }
    this.#linesOfLast += 1;
    this.#charactersOfLast += text.length + 1;
    this.#characters += text.length + 1;
    this.#hasLongBlock ||= this.#charactersOfLast > SHORTEST_ABSTRACT;
  }

  /** Empties the run, or its start. @param count of blocks */
  take(count = this.#blocks.length): Block[] {
    const taken = this.#blocks.splice(0, count);
    this.#characters = 0;
    this.#hasLongBlock = false;
    for (const { lines } of this.#blocks) {
      const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
      this.#characters += length;
      this.#hasLongBlock ||= length > SHORTEST_ABSTRACT;
    }
    return taken;
  }
}
