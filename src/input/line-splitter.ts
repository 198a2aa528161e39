import { isUtf8 } from 'node:buffer';
import { UNCLEAN } from '../text/white-space.ts';
import { decodeLine, type LineFault } from './decode-line.ts';
import { Line } from './line.ts';

/** Longest line that is kept whole, in bytes; the rest of a longer one is dropped, with a diagnostic. */
export const LONGEST_LINE = 64 * 1024 * 1024;

/** Bytes to split at a time. The memory of longer strings is not reused, so that making them is slow. */
const LONGEST_PIECE = 64 * 1024;

const LF = 0x0a;
const CR = 0x0d;
const FORM_FEED = 0x0c;
const NOTHING = Buffer.alloc(0);
const NO_FAULTS: readonly LineFault[] = [];

// Most lines have none of these and need no decoding.
const BEYOND_PLAIN_ASCII = /[^ -~]/;

/**
 * Splits chunks of bytes into lines that end in LF, CRLF or CR. Characters and line endings may span chunks: the bytes after
 * the last line ending wait for the next chunk.
 */
export class LineSplitter {
  readonly #onLine: (line: Line, faults: readonly LineFault[]) => void;
  /** Pieces of a line whose end has not arrived. */
  #rest: Buffer[] = [];
  #restLength = 0;
  /** Whether the last chunk ended in CR, which may be followed by LF. */
  #endsInCr = false;
  #lineNumber = 0;

  constructor(onLine: (line: Line, faults: readonly LineFault[]) => void) {
    this.#onLine = onLine;
  }

  /** @param chunk is neither kept nor changed */
  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; at += LONGEST_PIECE) this.#push(chunk.subarray(at, at + LONGEST_PIECE));
  }

  end(): void {
    this.#endLines(NOTHING);
  }

  #push(piece: Buffer): void {
    if (this.#endsInCr && piece[0] !== LF) this.#endLines(NOTHING);
    const cut = endOfLines(piece);
    if (cut > 0) this.#endLines(piece.subarray(0, cut));
    this.#endsInCr = piece.at(-1) === CR;
    // A line without end must not fill the memory; one byte beyond the limit is enough to detect it.
    const room = LONGEST_LINE + 1 - this.#restLength;
    if (cut === piece.length || room <= 0) return;
    const kept = Buffer.from(piece.subarray(cut, cut + room));
    this.#rest.push(kept);
    this.#restLength += kept.length;
  }

  /** @param bytes the end of the line that has begun, and whole lines */
  #endLines(bytes: Buffer): void {
    const rest = this.#rest;
    const isTooLong = this.#restLength > LONGEST_LINE;
    this.#rest = [];
    this.#restLength = 0;
    this.#endsInCr = false;
    const lines = withLineFeeds(bytes);
    if (rest.length === 0) {
      this.#lines(lines);
      return;
    }
    const ending = lines.indexOf(LF);
    const end = ending < 0 ? lines.length : ending + 1;
    if (isTooLong) this.#tooLong(Buffer.concat(rest).subarray(0, LONGEST_LINE));
    else this.#lines(withLineFeeds(Buffer.concat([...rest, lines.subarray(0, end)])));
    this.#lines(lines.subarray(end));
  }

  #lines(bytes: Buffer): void {
    const characters = bytes.toString('latin1');
    const isValid = isUtf8(bytes);
    for (let start = 0; start < characters.length; ) {
      const newline = characters.indexOf('\n', start);
      const end = newline < 0 ? characters.length : newline;
      this.#line(bytes, start, end, isValid);
      start = end + 1;
    }
  }

  /** @param isValid the bytes are UTF-8 */
  #line(bytes: Buffer, first: number, end: number, isValid: boolean): void {
    this.#lineNumber += 1;
    let start = first;
    while (start < end && bytes[start] === FORM_FEED) start += 1;
    // A substring would keep the string of many lines in memory.
    let line = start === end ? '' : bytes.toString('latin1', start, end);
    let faults = NO_FAULTS;
    if (BEYOND_PLAIN_ASCII.test(line)) {
      if (isValid) line = bytes.toString('utf8', start, end);
      if (!isValid || UNCLEAN.test(line)) ({ text: line, faults } = decodeLine(bytes.subarray(start, end)));
    }
    this.#onLine(new Line(line, this.#lineNumber, start > first), faults);
  }

  #tooLong(bytes: Buffer): void {
    this.#lineNumber += 1;
    const { text, faults } = decodeLine(wholeCharacters(bytes));
    const message = `line longer than ${LONGEST_LINE / 1024 / 1024} MiB: the rest was skipped`;
    this.#onLine(new Line(text, this.#lineNumber), [{ code: 'line-too-long', message, column: 1 }, ...faults]);
  }
}

/** The offset after the last line ending; a final CR may be half of CRLF. */
function endOfLines(bytes: Buffer): number {
  const lf = bytes.lastIndexOf(LF);
  const cr = bytes.lastIndexOf(CR, -2);
  return Math.max(lf, bytes.length < 2 ? -1 : cr) + 1;
}

/** Replaces CRLF and CR by LF. */
function withLineFeeds(bytes: Buffer): Buffer {
  if (!bytes.includes(CR)) return bytes;
  const result = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === CR && bytes[at + 1] === LF) continue;
    result[length] = byte === CR ? LF : byte;
    length += 1;
  }
  return result.subarray(0, length);
}

/** Removes an incomplete character from the end. */
function wholeCharacters(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  const lead = bytes[end - 1] ?? 0;
  return bytes.subarray(0, lead >= 0xc0 ? end - 1 : end);
}
