import type { Line } from '../../input/line.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { cellValue } from './cell-value.ts';
import { CsvRows, type Row } from './csv-rows.ts';
import { isKnownName } from './lookup.ts';
import { hasLostBeginning } from './lost-beginning.ts';
import { isTableRule } from './markdown-cells.ts';
import { areOwnColumns } from './own-record.ts';
import type { FieldsReader } from './reader.ts';
import { isHeader } from './table-header.ts';
import { readRow, shapeOf } from './table-row.ts';

/** PostgreSQL's client counts the rows below a table. */
const ROW_COUNT = /^\(\d+ rows?\)$/;

/** Rows with delimiters below a header. */
export class CsvTable implements Reader {
  readonly #rows: CsvRows;
  #columns: readonly string[];
  readonly #reader: FieldsReader;
  readonly #output: ReaderOutput;
  /** Offprint wrote the table, so that its cells are as they stand. */
  #isOwn: boolean;
  /** The last row may be cut, which shows only at the end. */
  #last: Row | null = null;

  constructor(delimiter: string, columns: readonly string[], reader: FieldsReader, output: ReaderOutput) {
    this.#columns = columns;
    this.#isOwn = areOwnColumns(columns);
    this.#reader = reader;
    this.#output = output;
    this.#rows = new CsvRows(delimiter, columns.length, {
      row: (row) => {
        //     Group B,,     above the names of the columns, which come again for each group
        const isHeading =
          this.#last?.cells.filter((cell) => cell.trim() !== '').length === 1 && this.#isHeader(row.cells);
        if (isHeading) this.#last = null;
        this.#flush();
        this.#last = row;
      },
      lost: (line, isFirst) => {
        this.#flush();
        if (isFirst) output.report('invalid-record', 'a quoted cell that is never closed', line);
        reader.unrecognized(line);
      },
    });
  }

  line(line: Line): void {
    this.#reader.line(line);
    const { raw, number, isBlank } = line;
    if (isBlank && !this.#rows.isOpen) return;
    // Where files were joined, a byte order mark stands within the text.
    this.#rows.push(this.#rows.isOpen ? raw : raw.replace(/^\ufeff/, ''), number);
  }

  end(): void {
    this.#rows.end();
    if (this.#last === null) return;
    const { cells, line, endLine } = this.#last;
    if (cells.length > 1 && cells.length < this.#columns.length && cells.some((cell) => cell.trim() !== '')) {
      this.#output.report('truncated-entry', `${shapeOf(cells, this.#columns)}: the table is cut off`, line);
      this.#reader.unrecognized(line, endLine);
    } else this.#row(this.#last);
  }

  #isHeader(cells: readonly string[]): boolean {
    const names = cells.map((cell) => cell.trim());
    const isAgain = names.length === this.#columns.length && names.every((name, at) => name === this.#columns[at]);
    // In a table that offprint wrote, a paper may be called `title`, but not all of its values are names of keys.
    const isName = (name: string) => (name === '' && !this.#isOwn) || isKnownName(name);
    return isAgain || (isHeader(names) && names.every(isName));
  }

  #flush(): void {
    const row = this.#last;
    this.#last = null;
    if (row !== null) this.#row(row);
  }

  #row(row: Row): void {
    const { cells, line, endLine } = row;
    const printed = cells.join('|');
    if (cells.every((cell) => cell.trim() === '') || isTableRule(printed) || ROW_COUNT.test(printed)) return;
    // Tables one after the other.
    if (this.#isHeader(cells)) {
      const names = cells.map((cell) => cell.trim());
      this.#columns = names;
      this.#isOwn = areOwnColumns(names);
      this.#rows.columns = names.length;
      return;
    }
    const extra = cells.slice(this.#columns.length);
    const isRow = extra.every((cell) => cell.trim() === '') && !hasLostBeginning(this.#columns, cells);
    const readCell = this.#isOwn ? undefined : cellValue;
    if (isRow && readRow(this.#reader, this.#columns, row, readCell)) return;
    // One cell alone may be a note.
    if (isRow && (cells.length === 1 || cells.length >= this.#columns.length)) return;
    this.#output.report('invalid-record', shapeOf(cells, this.#columns), line);
    this.#reader.unrecognized(line, endLine);
  }
}
