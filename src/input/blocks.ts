import { type BlockFault, cleanBlock } from './clean.ts';
import type { TextBlock } from './text.ts';

/** Longest line that is kept whole, in bytes; the rest of a longer one is dropped, with a diagnostic. */
export const LONGEST_LINE = 64 * 1024 * 1024;

const LF = 0x0a;
const CR = 0x0d;
const CARRIAGE_RETURN = Buffer.from([CR]);
const LINE_FEED = Buffer.from([LF]);
const NOTHING = Buffer.alloc(0);

/**
 * Cuts UTF-8 bytes, as they arrive in chunks of any size, into blocks of whole lines of clean text.
 *
 * Lines may end in LF, CRLF or CR. A character or line ending that a chunk border cuts in two survives: bytes are only
 * looked at up to the last line ending, the rest waits for the next chunk.
 */
export class BlockSplitter {
  readonly #onBlock: (block: TextBlock, faults: readonly BlockFault[]) => void;
  /** Pieces of a line whose end has not arrived. */
  #rest: Buffer[] = [];
  #restLength = 0;
  /** The last chunk ended in CR, which is a line ending alone or with an LF that may come next. */
  #endsInCr = false;

  constructor(onBlock: (block: TextBlock, faults: readonly BlockFault[]) => void) {
    this.#onBlock = onBlock;
  }

  /** @param chunk is neither kept nor changed */
  push(chunk: Buffer): void {
    if (chunk.length === 0) return;
    const start = this.#endsInCr ? Buffer.concat([CARRIAGE_RETURN, chunk]) : chunk;
    this.#endsInCr = start.at(-1) === CR;
    this.#take(withoutLoneCr(this.#endsInCr ? start.subarray(0, -1) : start));
  }

  end(): void {
    if (this.#endsInCr) this.#take(LINE_FEED);
    this.#flush(NOTHING);
  }

  #take(chunk: Buffer): void {
    const cut = chunk.lastIndexOf(LF) + 1;
    if (cut > 0) this.#flush(chunk.subarray(0, cut));
    // A line that never ends must not fill the memory: one byte beyond the limit is enough to know of it.
    const room = LONGEST_LINE + 1 - this.#restLength;
    if (cut === chunk.length || room <= 0) return;
    const kept = Buffer.from(chunk.subarray(cut, cut + room));
    this.#rest.push(kept);
    this.#restLength += kept.length;
  }

  /** @param bytes the end of the line that has begun, and whole lines; nothing where none follow */
  #flush(bytes: Buffer): void {
    const rest = this.#rest;
    const isTooLong = this.#restLength > LONGEST_LINE;
    this.#rest = [];
    this.#restLength = 0;
    if (!isTooLong) {
      this.#handOver([...rest, bytes]);
      return;
    }
    const newline = bytes.indexOf(LF);
    const line = wholeCharacters(Buffer.concat(rest).subarray(0, LONGEST_LINE));
    this.#handOver(
      [line, bytes.subarray(newline < 0 ? bytes.length : newline)],
      [
        {
          code: 'line-too-long',
          message: `line longer than ${LONGEST_LINE / 1024 / 1024} MiB: the rest of it was skipped`,
          line: 0,
          column: 1,
        },
      ],
    );
  }

  #handOver(parts: readonly Buffer[], faults: BlockFault[] = []): void {
    const bytes = Buffer.concat(parts);
    if (bytes.length === 0) return;
    this.#onBlock(cleanBlock(bytes, faults), faults);
  }
}

/** The same bytes with each CR that no LF follows made an LF. */
function withoutLoneCr(bytes: Buffer): Buffer {
  let result = bytes;
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] === LF) continue;
    if (result === bytes) result = Buffer.from(bytes);
    result[at] = LF;
  }
  return result;
}

/** Without the first bytes of a character that was cut in two at the end. */
function wholeCharacters(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  const lead = bytes[end - 1] ?? 0;
  return bytes.subarray(0, lead >= 0xc0 ? end - 1 : end);
}
