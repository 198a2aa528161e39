import { LineTraits } from '../../input/line-table.ts';
import type { Line, TextBlock } from '../../input/text.ts';
import { BYTES_BEHIND } from '../../names/usual-authors.ts';

/** What the address of a paper begins with on arXiv; the identifier follows. */
const PAGE = Buffer.from('https://arxiv.org/abs/');

const SPACE = 0x20;

/** Room for nearly every entry, in bytes; what a longer one took besides is given back. */
const USUAL_LENGTH = 64 * 1024;

// Whatever is not a single space between words; single spaces are most of a text and need no replacement.
const WHITE_SPACE = / \s+|[^\S ]\s*/g;

/** Each run of white space made one space. */
export function collapse(text: string): string {
  return text.replace(WHITE_SPACE, ' ');
}

/** Where one text of an entry stands in its {@link EntryText}. */
export class TextSpan {
  start = 0;
  end = 0;
  /** Where the last line begins that was added. */
  lastLine = 0;
  /** No line was added. The text may be empty with lines added. */
  isEmpty = true;
}

/**
 * The texts of an entry, one behind the other, each on one line.
 *
 *     https://arxiv.org/abs/2303.00001 Fri, 3 Mar 2023 18:56:47 GMT (1kb)On kites and their stringsAda Clay, Bo Ek
 *                           id        date                               title                     authors
 *
 * Lines are copied as they come and decoded in one go when the entry is complete: decoding a line, or looking for white
 * space in it by a native search or a pattern, takes three times as long as copying it.
 */
export class EntryText {
  #bytes = withPage(USUAL_LENGTH);
  #view = viewOf(this.#bytes);
  #idEnd = PAGE.length;
  #end = PAGE.length;
  /** Those of all lines. */
  #traits = 0;
  #ascii: string | null = null;

  /** Begins the next entry, whose identifier stands between two offsets of `source`. */
  begin(source: Uint8Array, start: number, end: number): void {
    if (this.#bytes.length > USUAL_LENGTH) this.#resize(USUAL_LENGTH);
    let to = PAGE.length;
    for (let from = start; from < end; from += 1, to += 1) this.#bytes[to] = source[from] ?? 0;
    this.#idEnd = to;
    this.#end = to;
    this.#traits = 0;
    this.#ascii = null;
  }

  get hasId(): boolean {
    return this.#idEnd > PAGE.length;
  }

  get id(): string {
    return this.#slice(PAGE.length, this.#idEnd);
  }

  /** The address of the paper's page. */
  get url(): string {
    return this.#slice(0, this.#idEnd);
  }

  /** Adds a line to the text that was added to last, or to an empty one. @param offset bytes at the start to leave out */
  add(span: TextSpan, line: Line, offset = 0): void {
    const { bytes } = line.block;
    let start = line.start + offset;
    while (start < line.end && (bytes[start] ?? 0) <= SPACE) start += 1;
    const room = this.#end + line.end - start + 1 + BYTES_BEHIND;
    if (room > this.#bytes.length) this.#resize(room + this.#bytes.length);
    if (span.isEmpty) {
      span.isEmpty = false;
      span.start = this.#end;
    } else if (this.#end > span.start) {
      this.#bytes[this.#end] = SPACE;
      this.#end += 1;
    }
    this.#traits |= line.traits;
    span.lastLine = this.#end;
    if ((line.traits & LineTraits.uneven) === 0) this.#copy(line.block, start, line.end);
    else this.#copyEven(bytes, start, line.end);
    span.end = this.#end;
  }

  /** Makes the line that was added last the first one of another text, which is empty. */
  moveLastLine(from: TextSpan, to: TextSpan): void {
    to.isEmpty = false;
    to.start = from.lastLine;
    to.lastLine = from.lastLine;
    to.end = from.end;
    from.end = Math.max(from.start, from.lastLine - 1);
  }

  /** Makes the text that was added to last part of the one before it. */
  moveAll(from: TextSpan, to: TextSpan): void {
    to.lastLine = from.lastLine;
    to.end = from.end;
    from.isEmpty = true;
  }

  /** Whether {@link text} is not null. ASCII need not be decoded for it. */
  has(span: TextSpan): boolean {
    return !span.isEmpty && span.start < span.end && (this.isAscii || this.text(span) !== null);
  }

  /** The text, white space in it made single spaces; null where there is none. */
  text(span: TextSpan): string | null {
    if (span.isEmpty || span.start === span.end) return null;
    if (this.isAscii) return this.#slice(span.start, span.end);
    return collapse(this.#bytes.toString('utf8', span.start, span.end)).trim() || null;
  }

  get isAscii(): boolean {
    return (this.#traits & LineTraits.other) === 0;
  }

  /** The bytes in which spans are offsets, with {@link BYTES_BEHIND} more behind the last one. */
  get view(): DataView {
    return this.#view;
  }

  #slice(start: number, end: number): string {
    this.#ascii ??= this.#bytes.toString('latin1', 0, this.#end);
    return this.#ascii.slice(start, end);
  }

  /** Four bytes at a time, wherever they stand: a third of the time that a native copy of a line takes. */
  #copy({ bytes, view }: TextBlock, start: number, end: number): void {
    let from = start;
    let to = this.#end;
    for (const last = end - 4; from <= last; from += 4, to += 4) {
      this.#view.setInt32(to, view.getInt32(from));
    }
    for (; from < end; from += 1, to += 1) this.#bytes[to] = bytes[from] ?? 0;
    this.#end = to;
  }

  /** Each run of ASCII white space made one space. */
  #copyEven(source: Buffer, start: number, end: number): void {
    const bytes = this.#bytes;
    let to = this.#end;
    for (let from = start; from < end; from += 1) {
      const byte = source[from] ?? 0;
      if (byte > SPACE) {
        bytes[to] = byte;
        to += 1;
      } else if (bytes[to - 1] !== SPACE) {
        bytes[to] = SPACE;
        to += 1;
      }
    }
    this.#end = to;
  }

  #resize(length: number): void {
    const bytes = withPage(length);
    this.#bytes.copy(bytes, 0, 0, this.#end);
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
  }
}

function withPage(length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  bytes.set(PAGE);
  return bytes;
}

function viewOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
