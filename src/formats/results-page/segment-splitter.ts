import { Line } from '../../input/line.ts';
import { plainText } from './markup.ts';
import type { ButtonName } from './rules.ts';
import { type Buttons, NO_BUTTONS, type Segment } from './segment.ts';
import { type ButtonsToken, type PageLine, type Token, tokenOf } from './tokens.ts';

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

  #pending: ButtonLines | null = null;

  constructor(output: SegmentOutput) {
    this.#output = output;
  }

  /** @param line not blank */
  line({ raw, number }: Line): void {
    const line = new Line(plainText(raw.trim()), number);
    if (line.isBlank) {
      // Pictures, and links to them.
      this.#output.buttons(NO_MORE_BUTTONS, line);
      return;
    }
    const token = tokenOf(line.text);
    const joined = this.#pending === null ? null : joinButtons(this.#pending, token, line);
    if (joined === null) this.#flush();
    if (joined !== null) this.#pending = joined;
    else if (token.type === 'buttons') this.#pending = { token, text: line.text, lines: [line] };
    else this.#add({ line, type: token.type });
  }

  end(): void {
    this.#flush();
    this.#close(false);
  }

  #flush(): void {
    if (this.#pending === null) return;
    const { token, lines } = this.#pending;
    this.#pending = null;
    this.#below ??= { names: new Set(), citationCount: null };
    for (const name of token.names) this.#below.names.add(name);
    this.#below.citationCount ??= token.citationCount;
    for (const [at, line] of lines.entries()) this.#output.buttons(at === 0 ? token : NO_MORE_BUTTONS, line);
  }

  #add(line: PageLine): void {
    if (this.#below !== null) this.#close(false);
    this.#lines.push(line);
    this.#length += line.line.raw.length + LINE_COST;
    if (this.#length > LONGEST_SEGMENT) this.#close(true);
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

const NO_MORE_BUTTONS: ButtonsToken = { type: 'buttons', names: [], citationCount: null, rest: '' };

/** Buttons that may go on in the next line. */
interface ButtonLines {
  readonly token: ButtonsToken;
  readonly text: string;
  readonly lines: readonly Line[];
}

/**
 * The buttons with those of the next line, if a text browser broke one of them; otherwise null.
 *
 *     [37]Save [38]Cite [39]Cited by 7 [40]Related articles [41]All 5
 *     versions
 */
function joinButtons(before: ButtonLines, token: Token, line: Line): ButtonLines | null {
  if (before.token.rest === '' || line.number !== (before.lines.at(-1)?.number ?? 0) + 1) return null;
  const text = `${before.text} ${line.text}`;
  const joined = tokenOf(text);
  if (joined.type !== 'buttons') return null;
  const rest = before.token.rest.length + (token.type === 'buttons' ? token.rest : line.text).length;
  const isBroken = joined.rest === '' || (token.type === 'buttons' && joined.rest.length < rest);
  return isBroken ? { token: joined, text, lines: [...before.lines, line] } : null;
}
