import { formats } from '../formats/index.ts';
import { pluralize } from '../text/plural.ts';
import { inputName, say } from './messages.ts';
import type { InputReport } from './reading.ts';

/** The most files to name, because a folder can contain many other files. */
const MOST_NAMED = 5;

/** Reports inputs in no known format and inputs without papers. */
export class UnrecognizedInputs {
  #count = 0;
  #hasListedFormats = false;

  /** Call after each input. */
  add({ name, format, looksLike, papers, lines, isWhole }: InputReport): void {
    if (!isWhole || papers > 0) return;
    if (format !== null) {
      if (lines.total > lines.blank) say(`no paper found in ${inputName(name)}, read as ${format}`);
      return;
    }
    this.#count += 1;
    if (this.#count > MOST_NAMED) return;
    const kind =
      lines.total === lines.blank ? 'which is empty' : `which looks like ${looksLike}${this.#knownFormats()}`;
    say(`no paper listing recognized in ${inputName(name)}, ${kind}`);
  }

  /** The formats, once in a run. */
  #knownFormats(): string {
    if (this.#hasListedFormats) return '';
    this.#hasListedFormats = true;
    return ` (known formats: ${formats.map(({ name }) => name).join(', ')})`;
  }

  /** Call after the last input. */
  end(): void {
    const others = this.#count - MOST_NAMED;
    if (others > 0) say(`no paper listing recognized in ${pluralize(others, 'other file')}`);
  }
}
