/** A row of a table. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  readonly endLine: number;
}

/** Characters of a row of several lines: a quote too many must not make one of the rest of the table. */
const LONGEST_ROW = 16 * 1024 * 1024;

/** The memory that a line takes in addition to its text, in characters. */
const LINE_COST = 64;

/** Cells that are kept of a row. */
const MOST_CELLS = 2000;

interface RowHandler {
  row(row: Row): void;
  /** The line is not a row. @param isFirst it opens a cell that is never closed, rather than being doubtful because of that */
  lost(line: number, isFirst: boolean): void;
}

/**
 * Splits lines into the rows of a table (RFC 4180, with any delimiter), tolerating common mistakes: spaces around quotes, and
 * quotes inside a quoted cell that are not doubled.
 *
 *     Folding Lanterns,"A ""lantern"" of n sides,
 *     and its creases", "say "light" twice"
 */
export class CsvRows {
  readonly #delimiter: string;
  /** The number of cells in a row, to distinguish a row with an extra quote from one of several lines. */
  columns: number;
  readonly #handler: RowHandler;
  /** Lines of a row whose last cell is not closed yet. */
  #open: { readonly text: string; readonly number: number }[] = [];
  #openLength = 0;
  #cells: string[] = [];
  /** The pieces of the open cell; null if none is open. */
  #cell: string[] | null = null;
  /** A quote inside a quoted cell of the row is not doubled. */
  #isForgiven = false;

  constructor(delimiter: string, columns: number, handler: RowHandler) {
    this.#delimiter = delimiter;
    this.columns = columns;
    this.#handler = handler;
  }

  /** Whether the next line continues a cell. */
  get isOpen(): boolean {
    return this.#cell !== null;
  }

  push(text: string, number: number): void {
    this.#open.push({ text, number });
    this.#openLength += text.length + LINE_COST;
    this.#read(text);
    if (this.#cell === null) this.#close();
    else if (this.#openLength > LONGEST_ROW && this.#open.length > 1) this.#giveUp();
  }

  end(): void {
    if (this.#cell !== null) this.#giveUp();
  }

  #close(): void {
    const cells = this.#cells;
    const lines = this.#open;
    const isDoubtful = this.#isForgiven || cells.length !== this.columns;
    this.#reset();
    const line = lines[0]?.number ?? 0;
    const endLine = lines.at(-1)?.number ?? line;
    if (lines.length > 1 && isDoubtful && this.#hasRow(lines.slice(1))) this.#splitLines(lines);
    else this.#handler.row({ cells, line, endLine });
  }

  #giveUp(): void {
    const lines = this.#open;
    this.#reset();
    this.#splitLines(lines);
  }

  #reset(): void {
    this.#open = [];
    this.#openLength = 0;
    this.#cells = [];
    this.#cell = null;
    this.#isForgiven = false;
  }

  #hasRow(lines: readonly { readonly text: string }[]): boolean {
    return lines.some(({ text }) => this.#cellsOf(text)?.length === this.columns);
  }

  /** The first line has a quote too many; each of the others may be a row. */
  #splitLines(lines: readonly { readonly text: string; readonly number: number }[]): void {
    for (const { text, number } of lines) {
      const cells = this.#cellsOf(text);
      if (cells !== null && cells.length === this.columns) this.#handler.row({ cells, line: number, endLine: number });
      else if (text.trim() !== '') this.#handler.lost(number, number === lines[0]?.number);
    }
  }

  /** The cells of a line alone; null if one is not closed. */
  #cellsOf(text: string): readonly string[] | null {
    this.#read(text);
    const cells = this.#cell === null ? this.#cells : null;
    this.#cells = [];
    this.#cell = null;
    return cells;
  }

  /** Adds the cells of a line to those of the row. */
  #read(text: string): void {
    let at = this.#cell === null ? this.#readCell(text, 0) : this.#quoted(text, 0, this.#cell);
    while (at >= 0 && at < text.length) {
      if (this.#cells.length >= MOST_CELLS) at = this.#skipCells(text, at);
      at = this.#readCell(text, at + this.#delimiter.length);
    }
  }

  /** @returns the offset of the last delimiter before the next quote, from that at `at`: the cells between are not kept */
  #skipCells(text: string, at: number): number {
    const quote = text.indexOf('"', at);
    return Math.max(at, text.lastIndexOf(this.#delimiter, quote < 0 ? text.length : quote));
  }

  /** @returns the offset of the delimiter after the cell, -1 if the cell continues on the next line */
  #readCell(text: string, at: number): number {
    const quote = skipBlanks(text, at, this.#delimiter);
    if (text[quote] === '"') return this.#quoted(text, quote + 1, []);
    const next = text.indexOf(this.#delimiter, at);
    const end = next < 0 ? text.length : next;
    this.#add(text.slice(at, end));
    return end;
  }

  /**
   * Reads a quoted cell after its quote, or from the start of its next line.
   *
   * @param parts the parts read so far; more are added
   * @returns the offset of the delimiter after it, -1 if it continues on the next line
   */
  #quoted(text: string, from: number, parts: string[]): number {
    let start = from;
    for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
      const next = skipBlanks(text, quote + 1, this.#delimiter);
      if (text[quote + 1] === '"') {
        parts.push(text.slice(start, quote + 1));
        quote += 1;
        start = quote + 1;
      } else if (next >= text.length || text.startsWith(this.#delimiter, next)) {
        parts.push(text.slice(start, quote));
        this.#cell = null;
        this.#add(parts.join(''));
        return next;
      } else this.#isForgiven = true;
    }
    parts.push(text.slice(start), '\n');
    this.#cell = parts;
    return -1;
  }

  #add(cell: string): void {
    if (this.#cells.length < MOST_CELLS) this.#cells.push(cell);
  }
}

/** The offset of the first character that is not a blank; the delimiter may be one. */
function skipBlanks(text: string, from: number, delimiter: string): number {
  let at = from;
  while ((text[at] === ' ' || text[at] === '\t') && text[at] !== delimiter) at += 1;
  return at;
}
