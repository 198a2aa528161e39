import type { Line, TextBlock } from '../../input/text.ts';

const SPACE = ' '.charCodeAt(0);

// Whatever is not a single space between words; single spaces are most of a text and need no replacement.
const WHITE_SPACE = / \s+|[^\S ]\s*/g;

/** Each run of white space made one space. */
export function collapse(text: string): string {
  return text.replace(WHITE_SPACE, ' ');
}

/** What {@link collapse} does to line breaks, where it is known that they are LF; takes half the time. */
function joinLines(text: string): string {
  let joined = '';
  let from = 0;
  for (let newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', from)) {
    joined += `${text.slice(from, newline)} `;
    from = newline + 1;
    while (text.charCodeAt(from) === SPACE) from += 1;
  }
  return from === 0 ? text : joined + text.slice(from);
}

/** How often the lines of one entry are decoded in one go: once at its end is enough for one that is whole. */
const MOST_DECODINGS = 2;

/**
 * The lines of an entry, decoded in one go when the first of its texts is asked for. Decoding each text for itself takes
 * three times as long, because the call costs more than the text.
 */
export class Stretch {
  #block: TextBlock | null = null;
  #start = 0;
  #end = 0;
  #text: string | null = null;
  #decodings = 0;
  /** Each byte is a character, and white space is spaces and LF. */
  #isPlain = false;

  add(line: Line): void {
    if (line.block !== this.#block) {
      this.#block = line.block;
      this.#start = line.start;
    }
    this.#end = line.end;
    this.#text = null;
  }

  clear(): void {
    this.#block = null;
    this.#decodings = 0;
  }

  /** The text between two offsets of a block, white space collapsed where that is needed. */
  text(block: TextBlock, start: number, end: number): string {
    if (block !== this.#block || start < this.#start || end > this.#end) return collapse(block.text(start, end));
    if (this.#text === null && this.#decodings < MOST_DECODINGS) this.#text = this.#decode(block);
    if (this.#text === null || !this.#isPlain) return collapse(block.text(start, end));
    const text = joinLines(this.#text.slice(start - this.#start, end - this.#start));
    return text.includes('  ') ? collapse(text) : text;
  }

  #decode(block: TextBlock): string {
    this.#decodings += 1;
    const text = block.text(this.#start, this.#end);
    this.#isPlain = text.length === this.#end - this.#start && !text.includes('\t') && !text.includes('\r');
    return text;
  }
}

/** Collects the lines of one text. */
export class TextSpan {
  readonly #stretch: Stretch;
  #text = '';
  /** The part that is not decoded yet: `start` to `end` of this block; its last line begins at `lastStart`. */
  #block: TextBlock | null = null;
  #start = 0;
  #lastStart = 0;
  #end = 0;

  /** @param stretch which most of the lines are part of */
  constructor(stretch: Stretch) {
    this.#stretch = stretch;
  }

  get isEmpty(): boolean {
    return this.#text === '' && this.#block === null;
  }

  /** @param offset bytes of the line to leave out at its beginning */
  add(line: Line, offset = 0): void {
    if (line.block !== this.#block) {
      this.#decode();
      this.#block = line.block;
      this.#start = line.start + offset;
    }
    this.#lastStart = line.start + offset;
    this.#end = line.end;
  }

  addText(text: string): void {
    this.#decode();
    this.#text += ` ${collapse(text)}`;
  }

  clear(): void {
    this.#text = '';
    this.#block = null;
  }

  /** Takes the last line back and returns it; empty where it is no longer at hand. */
  takeLastLine(): string {
    if (this.#block === null) return '';
    const text = this.#block.text(this.#lastStart, this.#end);
    if (this.#lastStart === this.#start) this.#block = null;
    this.#end = this.#lastStart;
    return text;
  }

  /** The lines joined by single spaces, white space in them made single spaces; null where there is none. The span is empty after. */
  take(): string | null {
    this.#decode();
    const text = this.#text.trim();
    this.#text = '';
    return text === '' ? null : text;
  }

  #decode(): void {
    if (this.#block === null) return;
    const text = this.#stretch.text(this.#block, this.#start, this.#end).trim();
    this.#text = this.#text === '' ? text : `${this.#text} ${text}`;
    this.#block = null;
  }
}
