import { forEachLine, type Line, TextBlock } from '../../input/text.ts';
import type { Reader } from '../format.ts';
import type { BodyOutput } from './body-output.ts';
import { tokenOf } from './tokens.ts';

const QUOTE_MARK = '>'.charCodeAt(0);
//     > > Title: …       one space after each mark belongs to it
const QUOTE_MARKS = /^(?:>[ \t]?){1,20}/;

/**
 * Takes the marks off a listing that was quoted in an answer:
 *
 *     > \\
 *     > arXiv:2303.00001
 *     > Date: Wed, 1 Mar 2023 …
 *
 * A `>` may begin a line of an abstract, so marks are taken off only after a quoted line that cannot be anything else
 * than structure of a listing.
 */
export class QuoteReader implements Reader {
  readonly #reader: Reader;
  readonly #output: BodyOutput;
  /** How many marks stand before each line; 0 where the listing is not quoted. */
  #depth = 0;
  #marks = QUOTE_MARKS;

  constructor(reader: Reader, output: BodyOutput) {
    this.#reader = reader;
    this.#output = output;
  }

  line(line: Line): void {
    const isQuoted = line.byte(0) === QUOTE_MARK && !line.isBlank;
    if (this.#depth === 0 && isQuoted) this.#detect(line);
    if (this.#depth === 0 || !isQuoted) {
      this.#reader.line(line);
      return;
    }
    const start = line.start + (this.#marks.exec(line.latin1)?.[0].length ?? 0);
    // A line that holds nothing but marks is blank for the reader, but not in the account.
    if (start === line.end) this.#output.lines.boilerplate += 1;
    this.#read(line, start, (unquoted) => this.#reader.line(unquoted));
  }

  /** Ends a message. */
  end(): void {
    this.#depth = 0;
    this.#reader.end();
  }

  #detect(line: Line): void {
    const marks = QUOTE_MARKS.exec(line.latin1)?.[0] ?? '';
    this.#read(line, line.start + marks.length, (unquoted) => {
      const { type } = tokenOf(unquoted);
      if (type === 'text' || type === 'field' || type === 'replaced') return;
      this.#depth = marks.split('>').length - 1;
      this.#marks = new RegExp(`^(?:>[ \\t]?){1,${this.#depth}}`);
    });
  }

  /** Visits what stands from `start` on in the line as a line of its own. */
  #read(line: Line, start: number, visit: (line: Line) => void): void {
    forEachLine(new TextBlock(line.block.bytes.subarray(start, line.end)), line.number, visit);
  }
}
