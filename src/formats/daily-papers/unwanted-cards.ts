import { FREE, memoryOf, type ScannerMemory } from '../../input/line-scanner.ts';
import type { TextBlock } from '../../input/text.ts';
import type { Preselection } from '../format.ts';
import { startLimits } from './certain-text.ts';
import type { RegularCard } from './regular-cards.ts';
import wasm from './regular-cards.wasm';

/** Offsets in the memory, see assembly/regular-cards.ts. */
const STARTS = FREE;
const RESULT = FREE + 32 * 1024;

/** Regular cards in a row of which none became a record. */
export interface PassedCards {
  /** Of the block, those of the cards and empty ones. */
  readonly lines: number;
  readonly cards: number;
  /** Cards among them that are wanted, but for their records. */
  readonly counted: number;
  /** Of the longest line, in characters. */
  readonly width: number;
  /** The newest that is printed. */
  readonly year: number;
  /** What the last one prints, where that is no year. */
  readonly yearless: YearlessDay | null;
}

/** A day without a year, and the line of its block on which it stands. */
type YearlessDay = Pick<RegularCard, 'month' | 'day' | 'lastIndex'>;

type Pass = (index: number, lines: number, lastTitle: number, countsMarked: boolean, latest: number) => number;

/**
 * Passes over what {@link RegularCards} would find and then not use, for a search: nearly all of a listing. To count in
 * 200 MB takes 0.21 s with it and 0.27 s without, since V8 need not find out first what to compile.
 */
export class UnwantedCards {
  readonly #countsMarked: boolean;
  #pass: Pass | null = null;
  #result: Int32Array | null = null;

  constructor({ countsMarked }: Preselection) {
    this.#countsMarked = countsMarked;
  }

  /**
   * @param index of the line of a title @param lastTitleLength of the card in front, which the first one may repeat
   * @param latestYear of a card that may be passed over @returns null where there is nothing to pass over, or no telling
   */
  pass(block: TextBlock, index: number, lastTitleLength: number, latestYear: number): PassedCards | null {
    const memory = memoryOf(block.lines);
    if (memory === null) return null;
    if (this.#pass === null) this.#load(memory);
    const lines =
      this.#pass?.(index, block.lineCount, lastTitleLength, this.#countsMarked, Math.min(latestYear, 9999)) ?? 0;
    if (lines === 0 || this.#result === null) return null;
    const [cards = 0, counted = 0, width = 0, year = 0, isYearless, month = 0, day = 0, lastIndex = 0] = this.#result;
    return { lines, cards, counted, width, year, yearless: isYearless === 1 ? { month, day, lastIndex } : null };
  }

  #load({ memory, bytes }: ScannerMemory): void {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(wasm, 'base64')), { env: { memory } });
    this.#pass = (instance.exports as { pass: Pass }).pass;
    this.#result = new Int32Array(memory.buffer, RESULT, 8);
    bytes.fill(0, STARTS, RESULT);
    for (const [code, limit] of startLimits) {
      // Five bits of each letter.
      const at = STARTS + (((code >> 6) & 0x7c00) | ((code >> 3) & 0x3e0) | (code & 0x1f));
      bytes[at] = Math.max(bytes[at] ?? 0, Math.min(limit, 255));
    }
  }
}
