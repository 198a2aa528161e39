import { type BlockFault, cleanBlock } from './clean.ts';
import { joinParts, releaseLines } from './line-scanner.ts';
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
  readonly #needles: readonly string[];
  /** Lines that were put back. */
  #lines: Buffer = NOTHING;
  /** Where they are; a new buffer each time would be garbage to collect. */
  #room: Buffer = NOTHING;
  /** Pieces of a line whose end has not arrived. */
  #rest: Buffer[] = [];
  #restLength = 0;
  /** The last chunk ended in CR, which is a line ending alone or with an LF that may come next. */
  #endsInCr = false;

  /** @param needles lines that hold one of them are marked, see {@link findLines} */
  constructor(onBlock: (block: TextBlock, faults: readonly BlockFault[]) => void, needles: readonly string[] = []) {
    this.#onBlock = onBlock;
    this.#needles = needles;
  }

  /** @param chunk is neither kept nor changed @param keepsBlocks blocks are good for longer than the call that hands them over */
  push(chunk: Buffer, keepsBlocks = true): void {
    if (chunk.length === 0) return;
    const start = this.#endsInCr ? Buffer.concat([CARRIAGE_RETURN, chunk]) : chunk;
    this.#endsInCr = start.at(-1) === CR;
    this.#take(withoutLoneCr(this.#endsInCr ? start.subarray(0, -1) : start), keepsBlocks);
  }

  /** Puts the last lines of a block back while it is handed over: they come again, at the start of the next one. */
  putBack(lines: Buffer): void {
    if (this.#room.length < lines.length) this.#room = Buffer.allocUnsafeSlow(lines.length);
    this.#lines = this.#room.subarray(0, lines.copy(this.#room));
  }

  end(): void {
    if (this.#endsInCr) this.#take(LINE_FEED, true);
    this.#flush(NOTHING, true);
    // Nothing follows what was put back just now.
    this.#flush(NOTHING, true);
  }

  #take(chunk: Buffer, keepsBlocks: boolean): void {
    const cut = chunk.lastIndexOf(LF) + 1;
    if (cut > 0) this.#flush(chunk.subarray(0, cut), keepsBlocks);
    // A line that never ends must not fill the memory: one byte beyond the limit is enough to know of it.
    const room = LONGEST_LINE + 1 - this.#restLength;
    if (cut === chunk.length || room <= 0) return;
    const kept = Buffer.from(chunk.subarray(cut, cut + room));
    this.#rest.push(kept);
    this.#restLength += kept.length;
  }

  /** @param bytes the end of the line that has begun, and whole lines; nothing where none follow */
  #flush(bytes: Buffer, keepsBlocks: boolean): void {
    const rest = this.#rest;
    const isTooLong = this.#restLength > LONGEST_LINE;
    this.#rest = [];
    this.#restLength = 0;
    if (!isTooLong) {
      this.#handOver([this.#lines, ...rest, bytes], keepsBlocks);
      return;
    }
    this.#handOver([this.#lines], keepsBlocks);
    const newline = bytes.indexOf(LF);
    const line = wholeCharacters(Buffer.concat(rest).subarray(0, LONGEST_LINE));
    this.#handOver([line, bytes.subarray(newline < 0 ? bytes.length : newline)], keepsBlocks, [
      {
        code: 'line-too-long',
        message: `line longer than ${LONGEST_LINE / 1024 / 1024} MiB: the rest of it was skipped`,
        line: 0,
        column: 1,
      },
    ]);
  }

  #handOver(parts: readonly Buffer[], keepsBlocks: boolean, faults: BlockFault[] = []): void {
    this.#lines = NOTHING;
    const bytes = keepsBlocks ? Buffer.concat(parts) : joinParts(parts);
    if (bytes.length === 0) return;
    const block = cleanBlock(bytes, faults, this.#needles, keepsBlocks);
    try {
      this.#onBlock(block, faults);
    } finally {
      releaseLines(block.lines);
    }
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
