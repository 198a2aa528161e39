import type { Line } from '../../input/line.ts';
import type { ButtonName } from './rules.ts';
import { type Buttons, NO_BUTTONS, type Segment } from './segment.ts';
import { type ButtonsToken, type PageLine, tokenOf } from './tokens.ts';

/** The memory that a line takes in addition to its text, in characters. */
const LINE_COST = 64;
/** A longer text, in characters, is not a result, and must not fill the memory. */
const LONGEST_SEGMENT = 1024 * 1024;

export interface SegmentOutput {
  buttons(token: ButtonsToken, line: Line): void;
  segment(segment: Segment): void;
}

/** Cuts a page at its buttons. */
export class SegmentSplitter {
  readonly #output: SegmentOutput;
  #above: Buttons = NO_BUTTONS;
  #lines: PageLine[] = [];
  #length = 0;
  /** The buttons below the lines, as far as they have been read; null if there are none yet. */
  #below: { names: Set<ButtonName>; citationCount: string | null } | null = null;

  constructor(output: SegmentOutput) {
    this.#output = output;
  }

  /** @param line not blank */
  line(line: Line): void {
    const token = tokenOf(line.text);
    if (token.type === 'buttons') {
      this.#below ??= { names: new Set(), citationCount: null };
      for (const name of token.names) this.#below.names.add(name);
      this.#below.citationCount ??= token.citationCount;
      this.#output.buttons(token, line);
      return;
    }
    if (this.#below !== null) this.#close(false);
    this.#lines.push({ line, type: token.type });
    this.#length += line.raw.length + LINE_COST;
    if (this.#length > LONGEST_SEGMENT) this.#close(true);
  }

  end(): void {
    this.#close(false);
  }

  #close(isCut: boolean): void {
    const below = this.#below ?? NO_BUTTONS;
    if (this.#lines.length > 0) this.#output.segment({ lines: this.#lines, above: this.#above, below, isCut });
    this.#above = below;
    this.#below = null;
    this.#lines = [];
    this.#length = 0;
  }
}
