import type { Reader, ReaderOutput } from '../formats/format.ts';
import type { Line } from '../input/line.ts';

//     --                                                  before a signature (RFC 3676, section 4.3)
//     _______________________________________________     before what a mailing list adds
const SEPARATOR = /^(?:--|_{40,})$/;
//     Best regards,     Thanks!     Viele Grüße     Sent from my iPhone     ← below a blank line
const CLOSING =
  /^(?:(?:(?:best|kind|warm)(?:est)? )?(?:regards|wishes)|best|cheers|thanks|thank you|viele grüße|(?:mit )?(?:freundlichen|besten) grüßen|cordialement|saludos|sent from my .{2,30}|get outlook for .{2,30})[,.!]?$/i;
/** A longer text is no signature, in lines. */
const MOST_LINES = 12;
/** What no signature holds. */
const PAPER = /arxiv|doi\.org|huggingface\.co\/papers|openreview\.net|\btitle\b/i;

/**
 * Leaves out the signature at the end of a mail, whose text was saved or copied with it:
 *
 *     --
 *     Ada Clay
 *     Pond Labs
 */
export class SignatureReader implements Reader {
  readonly #reader: Reader;
  readonly #output: Pick<ReaderOutput, 'account'>;
  /** The lines since one that may begin a signature. */
  #held: Line[] = [];
  #isAfterBlank = false;

  constructor(reader: Reader, output: Pick<ReaderOutput, 'account'>) {
    this.#reader = reader;
    this.#output = output;
  }

  line(line: Line): void {
    const isStart = SEPARATOR.test(line.text) || (this.#isAfterBlank && CLOSING.test(line.text));
    this.#isAfterBlank = line.isBlank;
    if (this.#held.length === 0 && !isStart) {
      this.#reader.line(line);
      return;
    }
    if (this.#held.length === MOST_LINES || PAPER.test(line.text)) this.#pass();
    if (this.#held.length > 0 || isStart) this.#held.push(line);
    else this.#reader.line(line);
  }

  end(): void {
    this.#output.account('boilerplate', this.#held.filter(({ isBlank }) => !isBlank).length);
    this.#reader.end();
  }

  #pass(): void {
    for (const line of this.#held) this.#reader.line(line);
    this.#held = [];
  }
}
