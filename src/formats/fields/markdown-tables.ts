import type { Line } from '../../input/line.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { meaningOf } from '../paper-list/meaning.ts';
import { PaperListReader } from '../paper-list/reader.ts';
import type { Row } from './csv-rows.ts';
import { isKnownName, isTitleName } from './lookup.ts';
import { isNoRow, isTableRule, markdownCells, markdownField, markdownHeader, markdownValue } from './markdown-cells.ts';
import type { FieldsReader } from './reader.ts';
import { joinedRows, readRow, shapeOf } from './table-row.ts';

/**
 *     ## SLAM                               ← what stands around the tables may be a list of papers
 *     - [Folding Kites](https://arxiv.org/abs/2601.02112)
 *
 *     | Date | Title | … |
 *     |------|-------|---|
 *     | … | … | … |
 */
export class MarkdownTables implements Reader {
  readonly #reader: FieldsReader;
  readonly #output: ReaderOutput;
  /** Names of the columns of the table above that may still go on. */
  #columns: readonly string[] | null = null;
  #before = '';
  /** Rules stand between all rows, so that a row may have several lines. */
  #isGrid = false;
  #gridRow: Row | null = null;
  /** Rows begin and end with a sign. */
  #isFramed = false;
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
    if (!isRule && isNoRow(text)) {
      this.#endList();
      this.#reader.line(line);
      return;
    }
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
      if (header !== null) {
        this.#isGrid = GRID_RULE.test(text);
        this.#isFramed = /^\|.*\|$/.test(text);
      }
      this.#columns = header ?? this.#columns;
    } else if (this.#columns !== null && !isNextHeader(text)) {
      const row = { cells: markdownCells(text), line: number, endLine: number };
      if (this.#isCut(text, row, this.#columns)) this.#reader.unrecognized(number);
      else if (this.#isGrid) this.#gridRow = joinedRows(this.#gridRow, row);
      else this.#row(row, this.#columns);
    }
  }

  /** Whether a row has lost its beginning, or its end before that of the title, which is reported. */
  #isCut(text: string, { cells, line }: Row, columns: readonly string[]): boolean {
    if (!this.#isFramed || cells.length >= columns.length) return false;
    const lost = !text.startsWith('|') ? 'beginning' : !text.endsWith('|') ? 'end' : null;
    if (lost === null) return false;
    this.#output.report('truncated-entry', `${shapeOf(cells, columns)}: the ${lost} of the row is missing`, line);
    return lost === 'beginning' || cells.length <= columns.findIndex((name) => isTitleName(name, columns)) + 1;
  }

  #endGridRow(): void {
    if (this.#gridRow !== null && this.#columns !== null) this.#row(this.#gridRow, this.#columns);
    this.#gridRow = null;
  }

  #row({ cells: printed, line, endLine }: Row, header: readonly string[]): void {
    if (printed.slice(header.length).some((cell) => cell !== ''))
      this.#output.report('invalid-record', shapeOf(printed, header), line);
    const { columns, cells } = withSummaryApart(withAuthorsApart({ columns: header, cells: printed }));
    readRow(this.#reader, columns, { cells, line, endLine }, markdownField);
  }
}

//     +=======+====+, as reStructuredText and pandoc print it below the header
const GRID_RULE = /^\+(?=[:+]*=)[:=+]*\+$/;

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
