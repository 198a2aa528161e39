import type { Line } from '../../input/line.ts';
import { truncate } from '../../text/printable.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { type Block, blockOf, isLabel } from './blocks.ts';
import { readEntry } from './entry.ts';

/** The memory that a line takes in addition to its text, in characters. */
const LINE_COST = 64;
/** A longer text, in characters, is not an entry, and must not fill the memory. */
const LONGEST_ENTRY = 4 * 1024 * 1024;
/** The number of blank lines between entries. */
const ENTRY_GAP = 2;

/**
 * Reads PubMed's export "Abstract (text)".
 *
 *     lines ─▶ blocks.ts ─▶ blocks ─▶ entries ─▶ entry.ts ─▶ papers
 *              blank lines            a citation begins one
 *              and labels
 */
export class PubmedReader implements Reader {
  readonly #output: ReaderOutput;
  /** The blocks of the open entry; null before the first one. */
  #entry: Block[] | null = null;
  /** Whether the open entry has identifiers, which stand at its end. */
  #isComplete = false;
  /** The open block. */
  #lines: Line[] = [];
  /** The number of blank lines above it. */
  #gap = ENTRY_GAP;
  /** Of the open entry and block, in characters. */
  #length = 0;

  constructor(output: ReaderOutput) {
    this.#output = output;
  }

  line(line: Line): void {
    if (line.isBlank) {
      this.#endBlock();
      this.#gap += 1;
      return;
    }
    const above = this.#lines.at(-1);
    if (above !== undefined && isLabel(line, above)) this.#endBlock();
    this.#lines.push(line);
    this.#length += line.raw.length + LINE_COST;
    if (this.#length > LONGEST_ENTRY) {
      this.#endBlock();
      this.#endEntry(true);
    }
  }

  end(): void {
    this.#endBlock();
    this.#endEntry();
  }

  #endBlock(): void {
    if (this.#lines.length === 0) return;
    const block = blockOf(this.#lines, this.#gap);
    this.#lines = [];
    this.#gap = 0;
    if (block.type === 'citation' || this.#isBehindEntry(block)) {
      this.#endEntry();
      this.#entry = [block];
      this.#length = block.lines.reduce((length, { raw }) => length + raw.length + LINE_COST, 0);
    } else if (this.#entry === null) this.#outside(block);
    else {
      this.#entry.push(block);
      this.#isComplete ||= block.type === 'identifiers';
    }
  }

  /** Whether a block that is no citation begins an entry, since the one above it is complete: its citation is lost. */
  #isBehindEntry({ gap, type }: Block): boolean {
    return this.#isComplete && gap >= ENTRY_GAP && type === 'text';
  }

  #endEntry(isCut = false): void {
    const blocks = this.#entry;
    this.#entry = null;
    this.#isComplete = false;
    this.#length = 0;
    if (blocks === null) return;
    const { paper, faults, kinds } = readEntry(blocks, isCut);
    for (const [index, { lines }] of blocks.entries())
      this.#output.account(kinds[index] ?? 'unrecognized', lines.length);
    for (const { code, message, line } of faults) this.#output.report(code, message, line);
    if (paper !== null) this.#output.paper(paper, blocks[0]?.lines[0]?.number ?? 1);
  }

  #outside({ lines }: Block): void {
    for (const { text, number } of lines)
      this.#output.report('unrecognized-line', `not read: ${truncate(text)}`, number);
    this.#output.account('unrecognized', lines.length);
    this.#length = 0;
  }
}
