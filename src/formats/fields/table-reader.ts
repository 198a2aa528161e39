import { Line } from '../../input/line.ts';
import { pluralize } from '../../text/plural.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { meaningOf } from '../paper-list/meaning.ts';
import { PaperListReader } from '../paper-list/reader.ts';
import { AlignedTable, alignedHeader } from './aligned-table.ts';
import { cellValue } from './cell-value.ts';
import { CsvRows, type Row } from './csv-rows.ts';
import type { Fields, FieldValue } from './entry.ts';
import { isKnownName, isTitleName } from './lookup.ts';
import {
  isTableRule,
  markdownCells,
  markdownField,
  markdownHeader,
  markdownValue,
  plainSigns,
} from './markdown-table.ts';
import { areOwnColumns } from './own-record.ts';
import { ownValues } from './own-values.ts';
import { FieldsReader } from './reader.ts';
import { declaredDelimiter, isHeader, readHeader, type TableHeader } from './table-header.ts';

/** Lines above the header of a table, such as a note on its origin. */
const MOST_LINES_ABOVE = 30;

/** Chooses by the first lines: a Markdown table may be anywhere in a text, any other table is the whole text. */
export function open(output: ReaderOutput): Reader {
  return new TableReader(output);
}

class TableReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #fields: FieldsReader;
  #reader: Reader | null = null;
  #delimiter: string | undefined;
  /** Opens the table whose header may be the last line, if the next one shows that it is. */
  #pending: ((next: Line) => Reader | null) | null = null;
  /** Lines above the first table, with one blank line for several. */
  #above: Line[] = [];

  constructor(output: ReaderOutput) {
    this.#output = output;
    this.#fields = new FieldsReader(output, 'table', ownValues);
  }

  line(line: Line): void {
    if (this.#reader === null) this.#beginning(line);
    else passOn(line, this.#reader);
  }

  end(): void {
    for (const line of this.#above) this.#fields.line(line);
    this.#reader?.end();
    this.#fields.end();
  }

  #beginning(printed: Line): void {
    if (printed.isBlank) {
      if (this.#above.at(-1)?.isBlank === false) this.#above.push(printed);
      return;
    }
    const line = inPlainSigns(printed);
    const pending = this.#pending?.(line) ?? null;
    this.#pending = null;
    if (pending !== null) {
      this.#begin(pending, printed);
      return;
    }
    const { text, raw } = line;
    const declared = declaredDelimiter(text);
    if (declared !== null) this.#delimiter = declared;
    const isRow = declared === null && !text.startsWith('|');
    const header = isRow ? readHeader(raw, this.#delimiter) : null;
    const above = this.#above.filter(({ isBlank }) => !isBlank);
    const isMarkdown = isTableRule(text) && markdownHeader(plainSigns(above.at(-1)?.text ?? '')) !== null;
    this.#above.push(printed);
    if (isMarkdown || (header === null && above.length >= MOST_LINES_ABOVE)) this.#begin(this.#markdown());
    else if (header?.delimiter === '|') {
      // Databases print a rule with `+`.
      this.#pending = (next) =>
        /^[^+]*$/.test(next.text) && isTableRule(next.text) ? this.#markdown() : this.#csv(header);
    } else if (header !== null) this.#begin(this.#csv(header));
    else this.#pending = (next) => this.#aligned(raw, next);
  }

  #csv({ delimiter, columns }: TableHeader): Reader {
    return new CsvTable(delimiter, columns, this.#fields, this.#output);
  }

  #markdown(): Reader {
    return new MarkdownTables(this.#fields, this.#output);
  }

  #aligned(text: string, next: Line): Reader | null {
    const header = alignedHeader(text, next.raw);
    return header === null
      ? null
      : new AlignedTable(header, this.#fields, (...row) => readRow(this.#fields, ...row, cellValue));
  }

  /** @param next the line below the header, if that was needed to know the table */
  #begin(reader: Reader, next?: Line): void {
    for (const each of this.#above) {
      if (reader instanceof MarkdownTables) passOn(each, reader);
      else this.#fields.line(each);
    }
    this.#above = [];
    this.#reader = reader;
    if (next !== undefined) passOn(next, reader);
  }
}

/** PostgreSQL's client counts the rows below a table. */
const ROW_COUNT = /^\(\d+ rows?\)$/;

/** Rows with delimiters below a header. */
class CsvTable implements Reader {
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
    const names = cells.map((cell) => cell.trim());
    const isAgain = names.length === this.#columns.length && names.every((name, at) => name === this.#columns[at]);
    // In a table that offprint wrote, a paper may be called `title`, but not all of its values are names of keys.
    const isName = (name: string) => (name === '' && !this.#isOwn) || isKnownName(name);
    if (isAgain || (isHeader(names) && names.every(isName))) {
      this.#columns = names;
      this.#isOwn = areOwnColumns(names);
      this.#rows.columns = names.length;
      return;
    }
    const extra = cells.slice(this.#columns.length);
    if (extra.some((cell) => cell.trim() !== '')) {
      this.#output.report('invalid-record', shapeOf(cells, this.#columns), line);
      this.#reader.unrecognized(line, endLine);
      return;
    }
    readRow(this.#reader, this.#columns, cells, line, endLine, this.#isOwn ? undefined : cellValue);
  }
}

/**
 *     ## SLAM                               ← what stands around the tables may be a list of papers
 *     - [Folding Kites](https://arxiv.org/abs/2601.02112)
 *
 *     | Date | Title | … |
 *     |------|-------|---|
 *     | … | … | … |
 */
class MarkdownTables implements Reader {
  readonly #reader: FieldsReader;
  readonly #output: ReaderOutput;
  /** Names of the columns of the table above that may still go on. */
  #columns: readonly string[] | null = null;
  #before = '';
  /** Rules stand between all rows, so that a row may have several lines. */
  #isGrid = false;
  #gridRow: Row | null = null;
  /** Reads the text since the last table. */
  #list: PaperListReader | null = null;

  constructor(reader: FieldsReader, output: ReaderOutput) {
    this.#reader = reader;
    this.#output = output;
  }

  line(line: Line): void {
    const { text, number, isBlank } = line;
    if (isBlank) {
      this.#list?.line(line);
      return;
    }
    const isRule = isTableRule(text);
    if (isRule || text.startsWith('|') || (this.#columns !== null && text.includes('|'))) {
      this.#endList();
      this.#reader.line(line);
      this.#tableLine(text, number, isRule);
    } else {
      this.#endGridRow();
      this.#columns = null;
      this.#list ??= new PaperListReader(this.#output);
      this.#list.line(line);
    }
    this.#before = text;
  }

  end(): void {
    this.#endGridRow();
    this.#endList();
  }

  #endList(): void {
    this.#list?.end();
    this.#list = null;
  }

  #tableLine(text: string, number: number, isRule: boolean): void {
    if (isRule) {
      this.#endGridRow();
      const header = markdownHeader(this.#before);
      if (header !== null) this.#isGrid = GRID_RULE.test(text);
      this.#columns = header ?? this.#columns;
    } else if (this.#columns !== null && !isNextHeader(text)) {
      const row = { cells: markdownCells(text), line: number, endLine: number };
      if (this.#isGrid) this.#gridRow = joinedRows(this.#gridRow, row);
      else this.#row(row, this.#columns);
    }
  }

  #endGridRow(): void {
    if (this.#gridRow !== null && this.#columns !== null) this.#row(this.#gridRow, this.#columns);
    this.#gridRow = null;
  }

  #row({ cells: printed, line, endLine }: Row, header: readonly string[]): void {
    if (printed.slice(header.length).some((cell) => cell !== ''))
      this.#output.report('invalid-record', shapeOf(printed, header), line);
    const { columns, cells } = withSummaryApart(withAuthorsApart({ columns: header, cells: printed }));
    readRow(this.#reader, columns, cells, line, endLine, markdownField);
  }
}

//     +=======+====+, as reStructuredText and pandoc print it below the header
const GRID_RULE = /^\+(?=[:+]*=)[:=+]*\+$/;

function joinedRows(above: Row | null, row: Row): Row {
  if (above === null) return row;
  const cells = above.cells.map((cell, index) => `${cell} ${row.cells[index] ?? ''}`.trim());
  return { cells, line: above.line, endLine: row.endLine };
}

/** What programs draw around cells is not part of them. In a table with delimiters, such signs are text. */
function passOn(line: Line, reader: Reader): void {
  reader.line(reader instanceof CsvTable ? line : inPlainSigns(line));
}

function inPlainSigns(line: Line): Line {
  const raw = plainSigns(line.raw);
  return raw === line.raw ? line : new Line(raw, line.number);
}

function shapeOf(cells: readonly string[], columns: readonly string[]): string {
  return `${pluralize(cells.length, 'cell')} in a table of ${pluralize(columns.length, 'column')}`;
}

/** Whether the row consists of column names, so that another table begins. */
function isNextHeader(text: string): boolean {
  return markdownHeader(text)?.every((name) => name === '' || isKnownName(name)) === true;
}

/** A row of a Markdown table with the names of its columns. */
interface NamedCells {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
}

//     1) **Folding Kites** - a kite that folds itself.     **Folding Kites:** A kite that folds itself.
const TITLE_AND_SUMMARY = /^(?:\(?\d{1,4}[.)]\s+)?(\*\*[^*]{3,300}\*\*)(?:(?:\s+[-–—:]|(?<=:\*\*))\s+(\S.{40,}))?$/;

/** Makes a summary after a bold title a separate column, and takes the number of the row away from it. */
function withSummaryApart({ columns, cells }: NamedCells): NamedCells {
  const index = columns.findIndex((name) => isTitleName(name, columns));
  const [, title, summary = ''] = TITLE_AND_SUMMARY.exec(cells[index] ?? '') ?? [];
  if (title === undefined) return { columns, cells };
  return { columns: ['summary', ...columns], cells: [summary, ...cells.with(index, title.replace(/:\*\*$/, '**'))] };
}

/**
 * Makes authors below the title a separate column:
 *
 *     | Title & Authors                                                             | Links |
 *     | [**Folding Kites**](https://arxiv.org/abs/2601.02112) <br> *Ada Clay, Bo Ek* | …     |
 */
function withAuthorsApart({ columns, cells }: NamedCells): NamedCells {
  const index = columns.findIndex((name) => isTitleName(name, columns));
  const parts = (cells[index] ?? '').split(/<br\s?\/?>/i);
  const at = parts.findIndex((part) => markdownValue(part).text !== '');
  const below = parts.slice(at + 1).join(' ');
  const names = markdownValue(below)
    .text.replace(/<\/?(?:sub|sup|i|em|small|span)\b[^<>]*>/g, '')
    .trim();
  if (at < 0 || names === '' || meaningOf(names, names !== below.trim())?.authors === undefined)
    return { columns, cells };
  const pictures = parts.slice(0, at).join(' ');
  return { columns: ['authors', ...columns], cells: [names, ...cells.with(index, `${parts[at]} ${pictures}`)] };
}

/** Reports a row without a title if it has any other value of a paper; a row without values is blank. */
function readRow(
  reader: FieldsReader,
  columns: readonly string[],
  cells: readonly string[],
  line: number,
  endLine: number,
  readCell: (cell: string) => FieldValue = (cell) => cell,
): void {
  const fields: { [name: string]: FieldValue } = {};
  columns.forEach((name, index) => {
    const value = readCell(cells[index] ?? '');
    // Of columns with the same name the first with a value counts.
    if ((fields[name] ?? '') === '') define(fields, name, value);
  });
  const entry = { fields: fields satisfies Fields, line, endLine };
  if (!reader.entry(entry)) reader.withoutTitle(entry);
}

function define(fields: { [name: string]: FieldValue }, name: string, value: FieldValue): void {
  Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
}
