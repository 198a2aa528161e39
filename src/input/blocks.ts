import { type BlockFault, cleanBlock } from './clean.ts';
import { releaseLines } from './line-table.ts';
import type { TextBlock } from './text.ts';

/** Longest line that is kept whole, in bytes; the rest of a longer one is dropped, with a diagnostic. */
export const LONGEST_LINE = 64 * 1024 * 1024;

const LF = 0x0a;
const CR = 0x0d;
const CARRIAGE_RETURN = Buffer.from([CR]);

/**
 * Cuts UTF-8 bytes, as they arrive in chunks of any size, into blocks of whole lines of clean text.
 *
 * Lines may end in LF, CRLF or CR. A character or line ending that a chunk border cuts in two survives: bytes are only
 * looked at up to the last line ending, the rest waits for the next chunk.
 */
export class BlockSplitter {
  readonly #onBlock: (block: TextBlock, faults: readonly BlockFault[]) => void;
  readonly #needles: readonly string[];
  /** Pieces of a line whose end has not arrived. */
  #rest: Buffer[] = [];
  #restLength = 0;
  /** The last chunk ended in CR, which is a line ending alone or with an LF that may come next. */
  #endsInCr = false;
  #keepsBlocks = true;

  /** @param needles lines that hold one of them are marked, see {@link findLines} */
  constructor(onBlock: (block: TextBlock, faults: readonly BlockFault[]) => void, needles: readonly string[] = []) {
    this.#onBlock = onBlock;
    this.#needles = needles;
  }

  /** @param chunk is neither kept nor changed @param keepsBlocks blocks are good for longer than the call that hands them over */
  push(chunk: Buffer, keepsBlocks = true): void {
    this.#keepsBlocks = keepsBlocks;
    if (chunk.length === 0) return;
    const start = this.#endsInCr ? Buffer.concat([CARRIAGE_RETURN, chunk]) : chunk;
    this.#endsInCr = start.at(-1) === CR;
    this.#take(withoutLoneCr(this.#endsInCr ? start.subarray(0, -1) : start));
  }

  end(): void {
    if (this.#endsInCr) this.#take(Buffer.from([LF]));
    this.#flush(Buffer.alloc(0));
  }

  #take(chunk: Buffer): void {
    let bytes = chunk;
    const cut = bytes.lastIndexOf(LF) + 1;
    if (cut > 0) {
      // The line that began in the chunk before is a block of its own, so that only it is copied.
      const first = this.#rest.length === 0 ? 0 : bytes.indexOf(LF) + 1;
      if (first > 0) this.#flush(bytes.subarray(0, first));
      if (first < cut) this.#flush(bytes.subarray(first, cut));
      bytes = bytes.subarray(cut);
    }
    if (bytes.length === 0) return;
    // A line that never ends must not fill the memory: one byte beyond the limit is enough to know of it.
    const room = LONGEST_LINE + 1 - this.#restLength;
    if (room <= 0) return;
    const kept = Buffer.from(bytes.subarray(0, room));
    this.#rest.push(kept);
    this.#restLength += kept.length;
  }

  #flush(bytes: Buffer): void {
    const faults: BlockFault[] = [];
    let head = this.#rest;
    if (this.#restLength > LONGEST_LINE) {
      faults.push({
        code: 'line-too-long',
        message: `line longer than ${LONGEST_LINE / 1024 / 1024} MiB: the rest of it was skipped`,
        line: 0,
        column: 1,
      });
      head = [wholeCharacters(Buffer.concat(head).subarray(0, LONGEST_LINE))];
      const newline = bytes.indexOf(LF);
      bytes = bytes.subarray(newline < 0 ? bytes.length : newline);
    }
    this.#rest = [];
    this.#restLength = 0;
    const whole = head.length === 0 ? bytes : Buffer.concat([...head, bytes]);
    if (whole.length === 0) return;
    const block = cleanBlock(whole, faults, this.#needles, this.#keepsBlocks);
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
