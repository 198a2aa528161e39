import type { Line } from '../../input/line.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { cellValue } from './cell-value.ts';
import type { FieldsReader } from './reader.ts';
import { isHeader } from './table-header.ts';
import { readRow, shapeOf } from './table-row.ts';

const NAME = '[`"[]?(\\w{1,100})[`"\\]]?';
//     INSERT INTO "papers" (title, authors) VALUES('Folding Kites','Ada Clay'),
const INSERT = new RegExp(
  `^\\s{0,99}(?:INSERT\\s(?:OR \\w{1,20}\\s|IGNORE\\s)?|REPLACE\\s)INTO\\s(?:${NAME}\\.)?${NAME}\\s{0,9}(?:\\(([^()]*)\\)\\s{0,9})?(?:VALUES|$)`,
  'i',
);
//     CREATE TABLE papers (title TEXT, authors TEXT);
const CREATE = new RegExp(
  `^\\s{0,99}CREATE\\s(?:\\w{1,20}\\s)?TABLE\\s(?:IF NOT EXISTS\\s)?(?:${NAME}\\.)?${NAME}\\s{0,9}\\((.*)$`,
  'i',
);
//     COPY public.papers (title, authors) FROM stdin;
const COPY = /^COPY \S{1,100} \(([^()]*)\) FROM stdin;/i;
/** What any of them begins with. */
export const SQL_STATEMENT =
  /^(?:INSERT\s(?:\w+\s){0,2}INTO\s|REPLACE\sINTO\s|CREATE\s(?:\w+\s)?TABLE\s|COPY \S{1,100} \([^()]*\) FROM )/i;
/** What is not the name of a column at the beginning of a part of a definition. */
const CONSTRAINT = /^(?:PRIMARY|FOREIGN|UNIQUE|KEY|CONSTRAINT|CHECK|INDEX|FULLTEXT)\b/i;

//     ','Ada Clay',2024);
const END_OF_ROW = /\)\s?[;,]\s?$/;

/** Characters of a value that does not end. */
const LONGEST_ROW = 1024 * 1024;

function columnsOf(definition: string): string[] {
  return definition
    .replace(/\([^()]*\)/g, '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !CONSTRAINT.test(part))
    .map((part) => /^[`"[]?(\w+)/.exec(part)?.[1] ?? '')
    .filter((name) => name !== '');
}

/** Whether a text is a dump of a database with a table of papers. */
export function hasSqlRows(head: string): boolean {
  let definition: string[] | null = null;
  const names: string[][] = [];
  let hasRows = false;
  for (const line of head.replace(/; {0,9}(?=INSERT|CREATE)/gi, ';\n').split('\n')) {
    const [, , , body] = CREATE.exec(line) ?? [];
    const columns = INSERT.exec(line)?.[3] ?? COPY.exec(line)?.[1];
    hasRows ||= INSERT.test(line) || COPY.test(line);
    if (columns !== undefined) names.push(columnsOf(columns));
    if (body !== undefined) definition = [];
    definition?.push(body ?? line);
    if (definition !== null && /\)[^,()]*;\s*$/.test(line)) {
      names.push(columnsOf(definition.join(' ')));
      definition = null;
    }
  }
  return hasRows && names.some(isHeader);
}

/** Rows that a database dumps as the statements that insert them. Other statements are boilerplate. */
export class SqlRows implements Reader {
  readonly #reader: FieldsReader;
  readonly #output: ReaderOutput;
  readonly #tables = new Map<string, readonly string[]>();
  #definition: { readonly name: string; readonly parts: string[] } | null = null;
  /** The columns of the rows of the statement; null outside of one. */
  #columns: readonly string[] | null = null;
  #isCopy = false;
  /** MySQL escapes quotes with backslashes; others double them. */
  #hasEscapes = false;
  #cells: string[] = [];
  #cell: string[] = [];
  #depth = 0;
  #isQuoted = false;
  #line = 0;
  #length = 0;

  constructor(reader: FieldsReader, output: ReaderOutput) {
    this.#reader = reader;
    this.#output = output;
  }

  line({ raw, number, isBlank }: Line): void {
    this.#reader.line({ number, isBlank });
    this.#hasEscapes ||= raw.includes('`');
    if (this.#isCopy) this.#copied(raw, number);
    else if (this.#definition !== null) this.#define(raw, number);
    else if (this.#columns !== null) this.#scan(`\n${raw}`, number);
    else this.#statement(raw, number);
  }

  end(): void {
    if (this.#depth > 0) this.#lost(this.#line, 'a row that does not end');
  }

  #statement(raw: string, number: number): void {
    const [, , table = '', body] = CREATE.exec(raw) ?? [];
    if (body !== undefined) {
      this.#definition = { name: table, parts: [] };
      this.#define(body, number);
      return;
    }
    const copy = COPY.exec(raw)?.[1];
    this.#isCopy = copy !== undefined;
    const insert = INSERT.exec(raw);
    const named = copy ?? insert?.[3];
    if (insert === null && copy === undefined) {
      if (raw.includes("',") && END_OF_ROW.test(raw))
        this.#reader.stray(number, 'a row without the beginning of its statement');
      return;
    }
    this.#columns = named === undefined ? (this.#tables.get(insert?.[2] ?? '') ?? []) : columnsOf(named);
    if (insert !== null) this.#scan(raw.slice(insert[0].length), number);
  }

  #define(text: string, number: number): void {
    const { name, parts } = this.#definition ?? { name: '', parts: [] };
    const end = /\)[^,();]*;/.exec(text);
    parts.push(end === null ? text : text.slice(0, end.index));
    if (end === null) return;
    this.#tables.set(name, columnsOf(parts.join(' ')));
    this.#definition = null;
    this.#statement(text.slice(end.index + end[0].length), number);
  }

  /** PostgreSQL: the rows below COPY are separated by tabs. */
  #copied(raw: string, number: number): void {
    if (raw === '\\.') {
      this.#isCopy = false;
      this.#columns = null;
      return;
    }
    const cells = raw
      .split('\t')
      .map((cell) => (cell === '\\N' ? '' : cell.replaceAll('\\n', ' ').replaceAll('\\\\', '\\')));
    this.#row(cells, number, number);
  }

  #scan(text: string, number: number): void {
    for (const { 0: token, index } of text.matchAll(/\\.|''|[^\\'(),;]+|[\s\S]/g)) {
      this.#length += token.length;
      if (this.#isQuoted) this.#inString(token);
      else this.#outsideOfString(token, number);
      if (this.#columns === null) {
        this.#statement(text.slice(index + 1), number);
        return;
      }
    }
    if (this.#length > LONGEST_ROW) this.#giveUp();
  }

  #inString(token: string): void {
    if (token === "'") this.#isQuoted = false;
    else if (token === "''") this.#cell.push("'");
    else if (token.startsWith('\\') && token.length === 2) {
      const [, character = ''] = token;
      // In other databases a backslash is one, also before the quote that ends the text.
      if (this.#hasEscapes) this.#cell.push(/[nrt]/.test(character) ? ' ' : character);
      else if (character === "'") {
        this.#cell.push('\\');
        this.#isQuoted = false;
      } else this.#cell.push(character === 'n' ? ' ' : token);
    } else this.#cell.push(token);
  }

  #outsideOfString(token: string, number: number): void {
    if (token === "'" || token === "''") {
      this.#isQuoted = token === "'";
      return;
    }
    if (token === '(') {
      if (this.#depth === 0) [this.#line, this.#cells, this.#cell, this.#length] = [number, [], [], 0];
      //     replace('Kites\\nfly','\\n',char(10)): the name of the function is not part of the text
      else if (this.#depth === 1) this.#cell = [];
      this.#depth += 1;
    } else if (token === ')') {
      this.#depth -= 1;
      if (this.#depth === 0) {
        this.#endCell();
        this.#row(this.#cells, this.#line, number);
      }
    } else if (token === ';' && this.#depth <= 0) this.#columns = null;
    else if (token === ',' && this.#depth === 1) this.#endCell();
    else if (this.#depth === 1) this.#cell.push(token);
  }

  #endCell(): void {
    const cell = this.#cell.join('').trim();
    this.#cells.push(/^NULL$/i.test(cell) ? '' : cell);
    this.#cell = [];
  }

  #row(cells: readonly string[], line: number, endLine: number): void {
    const columns = this.#columns ?? [];
    if (!isHeader(columns)) return;
    if (cells.length === columns.length) readRow(this.#reader, columns, { cells, line, endLine }, cellValue);
    else this.#lost(line, shapeOf(cells, columns), endLine);
  }

  #giveUp(): void {
    this.#lost(this.#line, 'a row that does not end');
    [this.#columns, this.#depth, this.#isQuoted, this.#length] = [null, 0, false, 0];
  }

  #lost(line: number, message: string, endLine = line): void {
    this.#output.report('invalid-record', message, line);
    this.#reader.unrecognized(line, endLine);
  }
}
