import { parse } from 'csv-parse/sync';
import type { Line } from '../../input/line.ts';
import { decodeCell } from '../../paper/cells.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { readTableHeader, type TableHeader } from './head.ts';
import { readRecord } from './validate.ts';

/** One row of a table: its text, which may hold several lines, and where it stands. */
interface Row {
  readonly text: string;
  readonly line: number;
  readonly lines: number;
  /** It may as well be a line of a cell above that is never closed. */
  readonly isDoubtful: boolean;
}

/** Longest row of several lines, in characters: a quote too many must not make one of the rest of the table. */
const LONGEST_ROW = 1024 * 1024;

/** Characters that are parsed at once. */
const BATCH_LENGTH = 256 * 1024;

/** Reads CSV (RFC 4180) with any of the usual delimiters, row by row, so that a table of any length can be read. */
export function tableReader(header: TableHeader, output: ReaderOutput): Reader {
  return new TableReader(header, output);
}

class TableReader implements Reader {
  #header: TableHeader;
  readonly #output: ReaderOutput;
  #rows: Row[] = [];
  #length = 0;
  /** The lines of a row whose last cell is not closed yet. */
  #open: Row[] = [];
  #openLength = 0;

  constructor(header: TableHeader, output: ReaderOutput) {
    this.#header = header;
    this.#output = output;
  }

  line(line: Line): void {
    const isOpen = this.#open.length > 0;
    if (!isOpen && line.isBlank) return;
    const text = line.raw;
    this.#open.push({ text, line: line.number, lines: line.isBlank ? 0 : 1, isDoubtful: false });
    this.#openLength += text.length;
    // Quotes inside a quoted cell are doubled, so a cell is open where their number is odd.
    if (isOpen === hasOddQuotes(text)) this.#close();
    else if (this.#openLength > LONGEST_ROW && this.#open.length > 1) this.#giveUp();
  }

  end(): void {
    if (this.#open.length > 0) this.#giveUp();
    this.#flush();
  }

  /** The lines that are open are a row. */
  #close(): void {
    const [first, ...others] = this.#takeOpen();
    if (first === undefined) return;
    const text = [first, ...others].map((line) => line.text).join('\n');
    this.#add({ ...first, text, lines: others.reduce((sum, { lines }) => sum + lines, first.lines) });
  }

  /** The first line that is open has a quote too many; each of the others, in which every quote has its partner, may be a row. */
  #giveUp(): void {
    const [first, ...others] = this.#takeOpen();
    this.#flush();
    this.#output.report('invalid-record', 'a quoted cell that is never closed', first?.line ?? 0);
    this.#output.account('unrecognized', first?.lines ?? 0);
    for (const row of others) if (row.lines > 0) this.#add({ ...row, isDoubtful: true });
  }

  #takeOpen(): Row[] {
    const lines = this.#open;
    this.#open = [];
    this.#openLength = 0;
    return lines;
  }

  #add(row: Row): void {
    this.#rows.push(row);
    this.#length += row.text.length;
    if (this.#length >= BATCH_LENGTH) this.#flush();
  }

  #flush(): void {
    const rows = this.#rows;
    this.#rows = [];
    this.#length = 0;
    const parsed = this.#parse(rows.map((row) => row.text).join('\n'));
    // One bad row fails them all; alone, each other one is read.
    const cellsOf = (row: Row, index: number) =>
      parsed?.length === rows.length ? parsed[index] : this.#parse(row.text)?.[0];
    for (const [index, row] of rows.entries()) this.#row(row, cellsOf(row, index) ?? null);
  }

  /** The cells of each row; null where one of the rows is no CSV. */
  #parse(text: string): string[][] | null {
    try {
      return parse(`${text}\n`, {
        delimiter: this.#header.delimiter,
        record_delimiter: ['\n', '\r\n'],
        relax_column_count: true,
      });
    } catch {
      return null;
    }
  }

  #row(row: Row, cells: readonly string[] | null): void {
    const header = row.text.includes('title') ? readTableHeader(row.text) : null;
    if (header !== null) {
      this.#header = header;
      this.#output.account('boilerplate', row.lines);
      return;
    }
    const paper = this.#read(row, cells);
    this.#output.account(paper === null ? 'unrecognized' : 'paper', row.lines);
    if (paper !== null) this.#output.paper(paper, row.line);
  }

  #read(row: Row, cells: readonly string[] | null) {
    const { columns } = this.#header;
    if (row.isDoubtful && (columns.length === 1 || cells?.length !== columns.length)) return null;
    if (cells === null) {
      this.#output.report('invalid-record', 'quotes that do not enclose a whole cell', row.line);
      return null;
    }
    if (cells.length !== columns.length) {
      const message = `${cells.length} cells in a table of ${columns.length} columns`;
      this.#output.report('invalid-record', message, row.line);
      return null;
    }
    const record: { [key: string]: unknown } = {};
    columns.forEach((key, index) => {
      const value = decodeCell(key, cells[index] ?? '');
      if (value !== undefined) record[key] = value;
    });
    return readRecord(record, row.line, this.#output);
  }
}

function hasOddQuotes(text: string): boolean {
  let isOdd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}
