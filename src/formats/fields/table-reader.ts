import { Line } from '../../input/line.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { AlignedTable, alignedHeader } from './aligned-table.ts';
import { CsvTable } from './csv-table.ts';
import { beginsFieldRows, FieldRows } from './field-rows.ts';
import { isNoRow, isTableRule, markdownHeader, plainSigns } from './markdown-cells.ts';
import { MarkdownTables } from './markdown-tables.ts';
import { ownValues } from './own-values.ts';
import { FieldsReader } from './reader.ts';
import { SQL_STATEMENT, SqlRows } from './sql-rows.ts';
import { declaredDelimiter, readHeader, type TableHeader } from './table-header.ts';

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
    if (isNoRow(line.text) && !isTableRule(line.text)) {
      this.#above.push(printed);
      return;
    }
    const pending = this.#pending?.(line) ?? null;
    this.#pending = null;
    if (pending !== null) {
      this.#begin(pending, printed);
      return;
    }
    const { text, raw } = line;
    const declared = declaredDelimiter(text);
    if (declared !== null) this.#delimiter = declared;
    if (SQL_STATEMENT.test(text)) {
      this.#begin(new SqlRows(this.#fields, this.#output), printed);
      return;
    }
    const isRow = declared === null && !text.startsWith('|');
    const header = isRow ? readHeader(raw, this.#delimiter) : null;
    const above = this.#above.map(inPlainSigns).filter(({ isBlank, text }) => !isBlank && !isNoRow(text));
    const isMarkdown = isTableRule(text) && markdownHeader(plainSigns(above.at(-1)?.text ?? '')) !== null;
    this.#above.push(printed);
    if (isMarkdown || (header === null && above.length >= MOST_LINES_ABOVE)) this.#begin(this.#markdown());
    else if (text.startsWith('"') && declared === null) {
      this.#pending = (next) => {
        if (beginsFieldRows(text, next.text)) return new FieldRows(this.#fields);
        return header === null ? this.#aligned(raw, next) : this.#csv(header);
      };
    } else if (header?.delimiter === '|') {
      // Databases print a rule with `+`.
      this.#pending = (next) =>
        /^[^+]*$/.test(next.text) && isTableRule(next.text) ? this.#markdown() : this.#csv(header);
    } else if (header !== null) this.#begin(this.#csv(header));
    else if (!text.startsWith('|')) this.#pending = (next) => this.#aligned(raw, next);
  }

  #csv({ delimiter, columns }: TableHeader): Reader {
    return new CsvTable(delimiter, columns, this.#fields, this.#output);
  }

  #markdown(): Reader {
    return new MarkdownTables(this.#fields, this.#output);
  }

  #aligned(text: string, next: Line): Reader | null {
    const header = alignedHeader(text, next.raw);
    return header === null ? null : new AlignedTable(header, this.#fields);
  }

  /** @param next the line below the header, if that was needed to know the table */
  #begin(reader: Reader, next?: Line): void {
    for (const each of this.#above) {
      if (reader instanceof MarkdownTables || (reader instanceof FieldRows && each.text.startsWith('"')))
        passOn(each, reader);
      else this.#fields.line(each);
    }
    this.#above = [];
    this.#reader = reader;
    if (next !== undefined) passOn(next, reader);
  }
}

/** What programs draw around cells is not part of them. In a table with delimiters, such signs are text. */
function passOn(line: Line, reader: Reader): void {
  reader.line(reader instanceof AlignedTable || reader instanceof MarkdownTables ? inPlainSigns(line) : line);
}

function inPlainSigns(line: Line): Line {
  const raw = plainSigns(line.raw);
  return raw === line.raw ? line : new Line(raw, line.number);
}
