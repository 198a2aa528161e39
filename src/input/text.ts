/**
 * A run of whole lines: valid UTF-8, each line ended by LF or CRLF (the last one of an input perhaps by nothing), without
 * control characters other than tab.
 *
 * Readers look for structure in `latin1`, a one-byte view in which every character is one byte of `bytes`, and decode only
 * the text they keep: making the view is a plain copy, while decoding a block that holds a single `·` would give a string
 * of twice the size, in which every later search is slower.
 */
export class TextBlock {
  readonly bytes: Buffer;
  readonly latin1: string;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.latin1 = bytes.toString('latin1');
  }

  /** The text between two offsets of this block, decoded. */
  text(start: number, end: number): string {
    return this.bytes.toString('utf8', start, end);
  }
}

const SPACE = 0x20;

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

  /** The line's byte at `start + offset`, `NaN` behind the line's block. */
  byte(offset: number): number {
    return this.block.latin1.charCodeAt(this.start + offset);
  }

  /** The line without white space around it, one character a byte: for looking at, not for keeping. */
  get latin1(): string {
    return this.block.latin1.slice(this.start, this.end);
  }

  startsWith(ascii: string): boolean {
    return this.block.latin1.startsWith(ascii, this.start);
  }

  /** The line without white space around it, decoded. */
  get text(): string {
    return this.block.text(this.start, this.end);
  }
}

/** Calls `visit` for each line of the block, in order; returns the number of the line after the last one. */
export function forEachLine(block: TextBlock, firstNumber: number, visit: (line: Line) => void): number {
  const { latin1 } = block;
  const line = new Line(block);
  let number = firstNumber;
  for (let from = 0; from < latin1.length; number += 1) {
    const newline = latin1.indexOf('\n', from);
    const to = newline < 0 ? latin1.length : newline;
    line.number = number;
    trim(line, from, to);
    visit(line);
    from = to + 1;
  }
  return number;
}

/** Sets `line` to what stands between `from` and `to` without white space; a no-break space is white space too. */
function trim(line: Line, from: number, to: number): void {
  const { latin1 } = line.block;
  let start = from;
  let indent = 0;
  for (; start < to; start += 1, indent += 1) {
    const byte = latin1.charCodeAt(start);
    if (byte <= SPACE) continue;
    if (byte !== 0xc2 || latin1.charCodeAt(start + 1) !== 0xa0) break;
    start += 1;
  }
  let end = to;
  for (; end > start; end -= 1) {
    const byte = latin1.charCodeAt(end - 1);
    if (byte <= SPACE) continue;
    if (byte !== 0xa0 || latin1.charCodeAt(end - 2) !== 0xc2) break;
    end -= 1;
  }
  line.start = start;
  line.end = end;
  line.indent = indent;
}
