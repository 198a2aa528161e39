import { number, pluralize } from '../text/plural.ts';

/** Maximum length of a spreadsheet cell in UTF-16 code units (Microsoft, Excel specifications and limits). */
export const CELL_LIMIT = 32_767;

/** Counts the cells that are too long for a spreadsheet. */
export class LongCells {
  #cells = 0;

  /** @returns the same text */
  count(cell: string): string {
    if (cell.length > CELL_LIMIT) this.#cells += 1;
    return cell;
  }

  /** @returns a line for standard error; undefined if every cell fits */
  message(consequence: string): string | undefined {
    if (this.#cells === 0) return undefined;
    const cells = `${pluralize(this.#cells, 'cell')} ${this.#cells === 1 ? 'has' : 'have'}`;
    return `${cells} more than ${number(CELL_LIMIT)} characters: ${consequence}`;
  }
}
