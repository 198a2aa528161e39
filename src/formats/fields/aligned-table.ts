import type { Line } from '../../input/line.ts';
import type { Reader } from '../format.ts';
import { cellValue } from './cell-value.ts';
import type { Row } from './csv-rows.ts';
import type { FieldsReader } from './reader.ts';
import { holdsLabels, isHeader } from './table-header.ts';
import { joinedRows, readRow } from './table-row.ts';

/** A text in a line, from the offset of its first character to that behind its last one. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The header of a table whose columns are aligned with spaces, as programs print it. */
export interface AlignedHeader {
  readonly columns: readonly string[];
  /** Divides a row into its cells; null if the line is not a row. */
  readonly cells: (text: string) => string[] | null;
  /** A row without a first cell continues the one above. */
  readonly isRuled: boolean;
  /** Pandas prints other columns in other tables below, if all do not fit on the screen. */
  readonly isPart: boolean;
}

/** Longest line that may be a header or a rule, and the most columns of a table. */
const LONGEST_LINE = 2000;
const MOST_COLUMNS = 60;
//     ============  =======     ----------  ----
const RULE = /^\s*[-=]{2,}(?:\s+[-=]{2,})+\s*$/;

function isAlignedRule(text: string): boolean {
  return text.length < LONGEST_LINE && RULE.test(text);
}

/**
 * The header in a line, if the line below it is a rule or a row with the same columns:
 *
 *     Title         Authors     Year               title   authors  year
 *     ------------  ----------  ----      0 Moths by Ear  Ada Clay  2024
 */
export function alignedHeader(text: string, below: string): AlignedHeader | null {
  if (text.length > LONGEST_LINE || text.includes('\t')) return null;
  if (TYPES.test(below)) return null;
  return isAlignedRule(below)
    ? ruledHeader(text, below)
    : (bareHeader(text.replace(PART, ''), below, PART.test(text)) ?? rightHeader(text, below));
}

//     title      authors  \
const PART = /(?<!\s)\s{1,9}\\$/;
//     <chr>      <chr>      <dbl>, below the names of a tibble of R, whose columns one cannot tell apart
const TYPES = /^\s*(?:<\w{1,9}>\s*){2,}$/;

function ruledHeader(text: string, rule: string): AlignedHeader | null {
  const starts = piecesOf(rule.replace(/[-=]/g, 'x'), /x+/g).map(({ start }) => start);
  const cells = (line: string) => starts.map((start, index) => line.slice(start, starts[index + 1]).trim());
  const columns = cells(text);
  return isHeader(columns) ? { columns, cells, isRuled: true, isPart: false } : null;
}

function bareHeader(text: string, below: string, isPart: boolean): AlignedHeader | null {
  const names = piecesOf(text);
  const columns = names.map((name) => name.text);
  if (names.length < 2 || names.length > MOST_COLUMNS || holdsLabels(columns) || !isHeader(columns)) return null;
  const isAligned = (piece: Piece) => names.some(({ start, end }) => piece.start === start || piece.end === end);
  if (piecesOf(below).filter(isAligned).length < 2) return null;
  const cells = (line: string) => {
    const pieces = piecesOf(line);
    if (pieces.length < 2) return null;
    const row = columns.map(() => '');
    for (const piece of pieces) {
      const column = columnOf(piece, names);
      if (column >= 0) row[column] = `${row[column]} ${piece.text}`.trim();
    }
    return row;
  };
  return { columns, cells, isRuled: false, isPart };
}

/**
 * A table of R, whose columns end where their names do:
 *
 *               title        authors year
 *     1  Moths by Ear       Ada Clay 2024
 *     2 Folding Kites Bo Ek, Cy Fox 2023
 */
function rightHeader(text: string, below: string): AlignedHeader | null {
  const names = piecesOf(text, /\S+/g);
  const columns = names.map((name) => name.text);
  const last = names.at(-1)?.end ?? 0;
  if (!text.startsWith(' ') || names.length < 2 || names.length > MOST_COLUMNS || !isHeader(columns)) return null;
  const cells = (line: string) => {
    const number = /^\s*\d+(?=\s)/.exec(line)?.[0].length ?? 0;
    if (number === 0 || line.length !== last || names.some(({ end }) => /\S/.test(line.charAt(end)))) return null;
    return names.map(({ end }, index) => line.slice(names[index - 1]?.end ?? number, end).trim());
  };
  return cells(below.trimEnd()) === null ? null : { columns, cells, isRuled: false, isPart: false };
}

/** The column that has the start, the end or most of the piece; below 0 for the number of a row. */
function columnOf(piece: Piece, names: readonly Piece[]): number {
  const aligned = names.findIndex(({ start }) => start === piece.start);
  if (aligned >= 0) return aligned;
  const ending = names.findIndex(({ end }) => end === piece.end);
  if (ending >= 0) return ending;
  const overlap = names.findIndex(({ start, end }) => piece.start < end && start < piece.end);
  return overlap >= 0 ? overlap : names.findLastIndex(({ start }) => start <= piece.start);
}

/** The texts between two spaces or more. */
function piecesOf(line: string, pattern = /\S+(?: \S+)*/g): Piece[] {
  return Array.from(line.matchAll(pattern), ({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

/** What pandas prints below a long table. */
const SIZE = /^\[\d+ rows x \d+ columns\]$/;

/** Rows below such a header. */
export class AlignedTable implements Reader {
  readonly #header: AlignedHeader;
  readonly #reader: FieldsReader;
  /** May be continued on the next line. */
  #row: Row | null = null;
  #isAfterBlank = false;

  constructor(header: AlignedHeader, reader: FieldsReader) {
    this.#header = header;
    this.#reader = reader;
  }

  line({ raw, text, number, isBlank }: Line): void {
    this.#reader.line({ number, isBlank });
    if (isBlank) this.#isAfterBlank = true;
    if (isBlank || isAlignedRule(raw) || SIZE.test(text)) return;
    if (this.#header.isPart && this.#isAfterBlank) {
      this.#flush();
      this.#reader.stray(number, 'other columns of the same papers: print all of them beside each other, or as CSV');
      return;
    }
    const cells = this.#header.cells(raw.trimEnd());
    const row = this.#row;
    if (cells === null) this.#reader.stray(number, 'not a row of the table');
    else if (row !== null && this.#header.isRuled && cells[0] === '') {
      this.#row = joinedRows(row, { cells, line: number, endLine: number });
    } else {
      this.#flush();
      this.#row = { cells, line: number, endLine: number };
    }
  }

  end(): void {
    this.#flush();
  }

  #flush(): void {
    if (this.#row !== null) readRow(this.#reader, this.#header.columns, this.#row, cellValue);
    this.#row = null;
  }
}
