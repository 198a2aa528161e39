import type { Line } from '../../input/line.ts';
import type { Reader } from '../format.ts';
import { CsvRows } from './csv-rows.ts';
import type { FieldValue } from './entry.ts';
import { isKnownName, isTitleName } from './lookup.ts';
import type { FieldsReader } from './reader.ts';

/**
 * The cells of a line that may begin a table with one field in each row, as Embase writes it; null for any other line.
 *
 *     "TITLE","Folding Kites"
 *     "AUTHOR NAMES","Clay A.","Ek B."
 */
function cellsOf(line: string): readonly string[] | null {
  let found: readonly string[] | null = null;
  const rows = new CsvRows(',', 0, {
    row: ({ cells }) => {
      found = cells.length > 1 ? cells : null;
    },
    lost: () => {},
  });
  rows.push(line, 1);
  return found;
}

/** Whether two lines, one after the other, are the first two fields of a paper. */
export function beginsFieldRows(line: string, next: string): boolean {
  if (!line.startsWith('"') || !next.startsWith('"')) return false;
  const [name = '', value = ''] = cellsOf(line) ?? [];
  if (!isTitleName(name) || isKnownName(value)) return false;
  const [second = ''] = cellsOf(next) ?? [];
  return isKnownName(second) && second !== name;
}

/** A table with one field in each row. A title begins the next paper. */
export class FieldRows implements Reader {
  readonly #reader: FieldsReader;
  readonly #rows: CsvRows;
  #fields: Record<string, FieldValue> = {};
  #line = 0;
  #endLine = 0;

  constructor(reader: FieldsReader) {
    this.#reader = reader;
    this.#rows = new CsvRows(',', 0, {
      row: ({ cells: [name = '', ...values], line, endLine }) => {
        if (isTitleName(name)) this.#flush();
        if (this.#line === 0) this.#line = line;
        this.#endLine = endLine;
        const filled = values.filter((value) => value.trim() !== '');
        if (filled.length > 0) this.#fields[name] = filled.length === 1 ? (filled[0] ?? '') : filled;
      },
      lost: (line) => reader.stray(line, 'a quoted cell that is never closed'),
    });
  }

  line({ raw, number, isBlank }: Line): void {
    this.#reader.line({ number, isBlank });
    // The end of the value above was lost.
    if (this.#rows.isOpen && isKnownName(/^"([^"]{1,60})",/.exec(raw)?.[1] ?? '')) this.#rows.end();
    if (!isBlank || this.#rows.isOpen) this.#rows.push(raw, number);
  }

  end(): void {
    this.#rows.end();
    this.#flush();
  }

  #flush(): void {
    const entry = { fields: this.#fields, line: this.#line, endLine: this.#endLine };
    if (this.#line > 0 && !this.#reader.entry(entry)) this.#reader.withoutTitle(entry);
    this.#fields = {};
    this.#line = 0;
  }
}
