import type { Reader, ReaderOutput } from '../formats/format.ts';
import { Line } from '../input/line.ts';
import { quoteMarks } from './quotes.ts';

/**
 * Removes the quote marks from a listing that was quoted in a reply:
 *
 *     > \\
 *     > arXiv:2303.00001
 *     > Date: Wed, 1 Mar 2023 …
 *
 * A `>` may begin a line of an abstract, so marks are removed only after a quoted line that is certain to be part of the
 * structure of a listing.
 */
export class QuoteReader implements Reader {
  readonly #reader: Reader;
  readonly #output: Pick<ReaderOutput, 'account'>;
  readonly #isStructure: (text: string) => boolean;
  /** The marks before each line; null if the listing is not quoted. */
  #marks: RegExp | null = null;

  /** @param isStructure whether a line of text is certain to be part of a listing */
  constructor(reader: Reader, output: Pick<ReaderOutput, 'account'>, isStructure: (text: string) => boolean) {
    this.#reader = reader;
    this.#output = output;
    this.#isStructure = isStructure;
  }

  line(line: Line): void {
    if (!line.text.startsWith('>')) {
      this.#reader.line(line);
      return;
    }
    this.#marks ??= this.#detect(line.text);
    if (this.#marks === null) {
      this.#reader.line(line);
      return;
    }
    const unquoted = line.text.replace(this.#marks, '');
    // A line with only marks is blank for the reader, but not in the account.
    if (unquoted === '') this.#output.account('boilerplate');
    this.#reader.line(new Line(unquoted, line.number));
  }

  end(): void {
    this.#reader.end();
  }

  #detect(text: string): RegExp | null {
    const marks = quoteMarks(text);
    return marks !== null && this.#isStructure(text.replace(marks, '').trim()) ? marks : null;
  }
}
