import { formats } from '../formats/index.ts';
import { pluralize } from '../text/plural.ts';
import { inputName, say } from './messages.ts';
import type { InputReport } from './reading.ts';

/** More names, from a folder with all sorts of files, would push everything else off the screen. */
const MOST_NAMED = 5;

/** Says which inputs are in no known format, and which hold no paper. */
export class UnrecognizedInputs {
  #count = 0;

  /** To be called for each input after it was read. */
  add({ name, format, looksLike, papers, lines, isWhole }: InputReport): void {
    if (!isWhole || papers > 0) return;
    if (format !== null) {
      if (lines.total > lines.blank) say(`no paper found in ${inputName(name)}, read as ${format}`);
      return;
    }
    this.#count += 1;
    if (this.#count > MOST_NAMED) return;
    const known = this.#count > 1 ? '' : ` (known formats: ${formats.map((format) => format.name).join(', ')})`;
    const kind = lines.total === lines.blank ? 'which is empty' : `which looks like ${looksLike}`;
    say(`no paper listing recognized in ${inputName(name)}, ${kind}${known}`);
  }

  /** To be called after the last one. */
  end(): void {
    const others = this.#count - MOST_NAMED;
    if (others > 0) say(`no paper listing recognized in ${pluralize(others, 'other file')}`);
  }
}
