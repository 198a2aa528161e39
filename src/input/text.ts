import { findLines, type LineTable, LineTraits } from './line-table.ts';

const TAB = 0x09;
const CR = 0x0d;
const SPACE = 0x20;
const NO_ASCII = 0x80;

/**
 * A run of whole lines: valid UTF-8, each line ended by LF or CRLF (the last one of an input perhaps by nothing), without
 * control characters other than tab.
 *
 * Readers look for structure in `bytes` and decode only the text they keep. Finding a line in bytes costs a native search
 * and no string; decoding a whole block that holds a single `·` would give a string of twice its size.
 */
export class TextBlock {
  readonly bytes: Buffer;
  readonly lines: LineTable;
  #latin1: string | null = null;
  #view: DataView | null = null;

  constructor(bytes: Buffer, lines: LineTable = findLines(bytes)) {
    this.bytes = bytes;
    this.lines = lines;
  }

  get lineCount(): number {
    return this.lines.length / 2;
  }

  /** Whether nothing, not even a space, stands on the line. */
  isEmpty(index: number): boolean {
    const start = this.start(index);
    const length = (this.lines[2 * index] ?? 0) - start;
    return length === 0 || (length === 1 && this.bytes[start] === CR);
  }

  /** Offset of the first byte of the line. */
  start(index: number): number {
    return index === 0 ? 0 : (this.lines[2 * index - 2] ?? 0) + 1;
  }

  /** The bytes, to be read four at a time wherever they stand; made when first asked for. */
  get view(): DataView {
    this.#view ??= new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);
    return this.#view;
  }

  /** The block with every byte as one character, for searches by regular expressions; made when first asked for. */
  get latin1(): string {
    this.#latin1 ??= this.bytes.toString('latin1');
    return this.#latin1;
  }

  /** The text between two offsets of this block, decoded. */
  text(start: number, end: number): string {
    return this.bytes.toString('utf8', start, end);
  }
}

/**
 * One line of a block without its ending. A reader is handed the same object for every line, so it must not keep it;
 * what it may keep is the text, or `block` with offsets into it unless its format says that it keeps none.
 */
export class Line {
  block: TextBlock;
  /** Offset of the first character that is not white space; equal to `end` on a blank line. */
  start = 0;
  /** Offset after the last character that is not white space. */
  end = 0;
  /** Width of the white space before `start`, in characters. */
  indent = 0;
  /** What the whole line may hold, see {@link LineTraits}. */
  traits = 0;
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
    return this.holds(ascii, 0);
  }

  /** Whether the text stands at `start + offset`. */
  holds(ascii: string, offset: number): boolean {
    const { bytes } = this.block;
    const from = this.start + offset;
    if (this.end - from < ascii.length) return false;
    for (let at = 0; at < ascii.length; at += 1) if (bytes[from + at] !== ascii.charCodeAt(at)) return false;
    return true;
  }

  /** Whether a `]` stands on the line. */
  get holdsBracket(): boolean {
    return (this.traits & LineTraits.bracket) !== 0;
  }

  /** Whether the line is ASCII with single spaces as its only white space, as nearly all text is. */
  get isTidy(): boolean {
    if ((this.traits & (LineTraits.other | LineTraits.control)) !== 0) return false;
    if ((this.traits & LineTraits.uneven) === 0) return true;
    // What is uneven may stand in front of the text.
    const { bytes } = this.block;
    for (let at = this.start; at < this.end; at += 1) {
      if (bytes[at] === TAB || (bytes[at] === SPACE && bytes[at + 1] === SPACE)) return false;
    }
    return true;
  }

  /** The line without white space around it, decoded. */
  get text(): string {
    const isAscii = (this.traits & LineTraits.other) === 0;
    return this.block.bytes.toString(isAscii ? 'latin1' : 'utf8', this.start, this.end);
  }

  /** The whole line without its ending, decoded: with the white space around it. */
  get raw(): string {
    const { bytes } = this.block;
    const end = bytes.indexOf('\n', this.end);
    const raw = bytes.toString(
      'utf8',
      this.start === 0 ? 0 : bytes.lastIndexOf('\n', this.start - 1) + 1,
      end < 0 ? bytes.length : end,
    );
    return raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  }

  /** Makes it the line at `index` of its block. */
  moveTo(index: number, number: number): void {
    const { block } = this;
    this.number = number;
    this.traits = block.lines[2 * index + 1] ?? 0;
    trim(this, block.bytes, block.start(index), block.lines[2 * index] ?? 0);
  }
}

/** Calls `visit` for each line of the block, in order; returns the number of the line after the last one. */
export function forEachLine(block: TextBlock, firstNumber: number, visit: (line: Line) => void): number {
  const line = new Line(block);
  for (let index = 0; index < block.lineCount; index += 1) {
    line.moveTo(index, firstNumber + index);
    visit(line);
  }
  return firstNumber + block.lineCount;
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
