/**
 * A run of whole lines: valid UTF-8, each line ended by LF or CRLF (the last one of an input perhaps by nothing), without
 * control characters other than tab.
 *
 * Readers look for structure in `bytes` and decode only the text they keep. Finding a line in bytes costs a native search
 * and no string; decoding a whole block that holds a single `·` would give a string of twice its size.
 */
export class TextBlock {
  readonly bytes: Buffer;
  /** The bytes from `wordsStart` on, four at a time. */
  readonly words: Int32Array;
  readonly wordsStart: number;
  #latin1: string | null = null;
  /** The first closing bracket at or behind an offset. */
  #bracket = 0;
  #searchedFrom = Number.POSITIVE_INFINITY;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.wordsStart = (4 - (bytes.byteOffset & 3)) & 3;
    const count = Math.max(0, bytes.length - this.wordsStart) >> 2;
    this.words =
      count === 0 ? new Int32Array() : new Int32Array(bytes.buffer, bytes.byteOffset + this.wordsStart, count);
  }

  /** The block with every byte as one character, for searches by regular expressions; made when first asked for. */
  get latin1(): string {
    this.#latin1 ??= this.bytes.toString('latin1');
    return this.#latin1;
  }

  /**
   * Whether a closing bracket stands between two offsets: most markup has one, most lines have none. Where it is asked for
   * line after line, the block is searched once.
   */
  holdsBracket(start: number, end: number): boolean {
    if (start < this.#searchedFrom || start > this.#bracket) {
      const found = this.bytes.indexOf(CLOSING_BRACKET, start);
      this.#searchedFrom = start;
      this.#bracket = found < 0 ? this.bytes.length : found;
    }
    return this.#bracket < end;
  }

  /** The text between two offsets of this block, decoded. */
  text(start: number, end: number): string {
    return this.bytes.toString('utf8', start, end);
  }
}

const LF = 0x0a;
const SPACE = 0x20;
const CLOSING_BRACKET = 0x5d;
const NO_ASCII = 0x80;

/**
 * One line of a block without its ending. A reader is handed the same object for every line, so it must not keep it;
 * what it may keep is `block` with offsets into it, or the text.
 */
export class Line {
  block: TextBlock;
  /** Offset of the first character that is not white space; equal to `end` on a blank line. */
  start = 0;
  /** Offset after the last character that is not white space. */
  end = 0;
  /** Width of the white space before `start`, in characters. */
  indent = 0;
  /** Counted from 1 in the whole input. */
  number = 0;

  constructor(block: TextBlock) {
    this.block = block;
  }

  get isBlank(): boolean {
    return this.start === this.end;
  }

  /** Bytes between `start` and `end`. */
  get length(): number {
    return this.end - this.start;
  }

  /** The line's byte at `start + offset`, -1 outside the block. */
  byte(offset: number): number {
    return this.block.bytes[this.start + offset] ?? -1;
  }

  /** The line without white space around it, one character a byte: for looking at, not for keeping. */
  get latin1(): string {
    return this.block.bytes.toString('latin1', this.start, this.end);
  }

  startsWith(ascii: string): boolean {
    const { bytes } = this.block;
    if (this.end - this.start < ascii.length) return false;
    for (let at = 0; at < ascii.length; at += 1) if (bytes[this.start + at] !== ascii.charCodeAt(at)) return false;
    return true;
  }

  /** Whether a `]` stands on the line. */
  get holdsBracket(): boolean {
    return this.block.holdsBracket(this.start, this.end);
  }

  /** Whether the line is ASCII with single spaces as its only white space, as nearly all text is. */
  get isTidy(): boolean {
    return isTidy(this.block, this.start, this.end);
  }

  /** The line without white space around it, decoded. */
  get text(): string {
    return this.block.text(this.start, this.end);
  }
}

/**
 * Looks at four bytes at a time (see Warren, Hacker's Delight, 6-1): a tenth of the time that a pattern for white space
 * takes for a long line.
 */
function isTidy(block: TextBlock, start: number, end: number): boolean {
  const { bytes, words } = block;
  let wasSpace = false;
  let at = start;
  for (; at < end && ((bytes.byteOffset + at) & 3) !== 0; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < SPACE || byte > 0x7f || (byte === SPACE && wasSpace)) return false;
    wasSpace = byte === SPACE;
  }
  const first = (at - block.wordsStart) >> 2;
  const last = Math.max(first, (end - block.wordsStart) >> 2);
  let spaceBefore = wasSpace ? 0x80 : 0;
  for (let index = first; index < last; index += 1) {
    const word = words[index] ?? 0;
    // The highest bit of each byte that is not ASCII, or below the space.
    if (((word | ~(word | (word << 1) | (word << 2))) & 0x80808080) !== 0) return false;
    const rest = word ^ 0x20202020;
    const spaces = ~(((rest & 0x7f7f7f7f) + 0x7f7f7f7f) | rest) & 0x80808080;
    if ((spaces & ((spaces << 8) | spaceBefore)) !== 0) return false;
    spaceBefore = (spaces >>> 24) & 0x80;
  }
  wasSpace = spaceBefore !== 0;
  for (at = Math.max(at, block.wordsStart + 4 * last); at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < SPACE || byte > 0x7f || (byte === SPACE && wasSpace)) return false;
    wasSpace = byte === SPACE;
  }
  return true;
}

/** Calls `visit` for each line of the block, in order; returns the number of the line after the last one. */
export function forEachLine(block: TextBlock, firstNumber: number, visit: (line: Line) => void): number {
  const { bytes } = block;
  const line = new Line(block);
  let number = firstNumber;
  for (let from = 0; from < bytes.length; number += 1) {
    const newline = bytes.indexOf(LF, from);
    const to = newline < 0 ? bytes.length : newline;
    line.number = number;
    trim(line, bytes, from, to);
    visit(line);
    from = to + 1;
  }
  return number;
}

/** Sets `line` to what stands between `from` and `to` without the white space around it. */
function trim(line: Line, bytes: Buffer, from: number, to: number): void {
  let start = from;
  let indent = 0;
  for (; start < to; start += 1, indent += 1) {
    const byte = bytes[start] ?? 0;
    if (byte <= SPACE) continue;
    const length = byte < NO_ASCII ? 0 : whiteSpaceLength(bytes, start);
    if (length === 0) break;
    start += length - 1;
  }
  let end = to;
  for (; end > start; end -= 1) {
    const byte = bytes[end - 1] ?? 0;
    if (byte <= SPACE) continue;
    if (byte < NO_ASCII) break;
    const length = whiteSpaceLength(bytes, end - 2) === 2 ? 2 : whiteSpaceLength(bytes, end - 3) === 3 ? 3 : 0;
    if (length === 0) break;
    end -= length - 1;
  }
  line.start = start;
  line.end = end;
  line.indent = indent;
}

/**
 * Bytes of the character at `at` where it is white space to JavaScript but not in ASCII, so that text of nothing else is
 * blank here as well: no-break space, U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000, byte order mark.
 */
function whiteSpaceLength(bytes: Buffer, at: number): number {
  const first = bytes[at];
  const second = bytes[at + 1];
  const third = bytes[at + 2] ?? 0;
  if (first === 0xc2) return second === 0xa0 ? 2 : 0;
  if (first === 0xe2) {
    if (second === 0x80) return third <= 0x8a || third === 0xa8 || third === 0xa9 || third === 0xaf ? 3 : 0;
    return second === 0x81 && third === 0x9f ? 3 : 0;
  }
  if (first === 0xe1) return second === 0x9a && third === 0x80 ? 3 : 0;
  if (first === 0xe3) return second === 0x80 && third === 0x80 ? 3 : 0;
  return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
}
