import type { PaperKey, TextKey } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import type { GroupKey } from '../query/group.ts';

/** Options of all writers; each uses those that concern it. */
export interface WriterOptions {
  /** Keys to write, in this order; null: the writer's own choice. */
  readonly columns: readonly PaperKey[] | null;
  /** CSV and TSV: put `'` before what a spreadsheet would run as a formula. */
  readonly escapeFormulas: boolean;
  /** CSV and TSV: byte order mark, CRLF, ids written as `arXiv:2503.02130`, TeX accents as Unicode. */
  readonly excel: boolean;
  /** CSV: what separates the cells, instead of a comma. */
  readonly delimiter?: string | undefined;
  /** List and table: width of the terminal in columns. */
  readonly width: number;
  /** HTML: initial grouping of the papers. */
  readonly by?: GroupKey | undefined;
  /** List, Markdown and HTML: print whole abstracts instead of their first lines. */
  readonly full?: boolean | undefined;
  /** The ranges of the matches in the text of a field, as `[start, end]` in order. */
  readonly ranges?: ((text: string, field: TextKey) => readonly [number, number][]) | undefined;
  /** List and table: use Unicode; otherwise print only ASCII, except the content of papers. */
  readonly hasUnicode: boolean;
  /** List and table: how to style parts of the text. */
  readonly style: TextStyle;
  /** Called at the end with a message if the format could not represent something. */
  readonly warn?: ((message: string) => void) | undefined;
}

/** Styles text, for example with terminal colours; each function returns the styled text. */
export interface TextStyle {
  title(text: string): string;
  /** Text with the matches of the query highlighted. */
  highlight(text: string, field: TextKey): string;
  link(text: string, url: string): string;
}

export const plainStyle: TextStyle = {
  title: (text) => text,
  highlight: (text) => text,
  link: (text) => text,
};

/** Text, or bytes in a binary format (or UTF-8). */
export type Output = string | Uint8Array;

/** Turns papers into text or bytes, piece by piece: `begin`, any number of `papers`, `end`. It does no I/O. */
export interface Writer {
  begin(): Output;
  /** Called with batches of any size, in the order of the output. */
  papers(papers: readonly Paper[]): Output;
  /** The heading of a group. */
  heading?(text: string): Output;
  end(): Output | Promise<Output>;
}

/** Command-line options that only some formats support. */
export type FormatOption = 'by' | 'columns' | 'source' | 'escapeFormulas' | 'excel' | 'delimiter' | 'full';

/** One row of the table of output formats. */
export interface OutputFormat {
  /** The name that `--format` takes. */
  readonly name: string;
  /** Extensions, with the dot, that select this format. */
  readonly extensions: readonly string[];
  /** Whether the output is binary. */
  readonly isBinary?: true;
  /** Options that the format supports. */
  readonly takes: readonly FormatOption[];
  /** Opens the writer, loading its module first. */
  open(options: WriterOptions): Promise<Writer>;
}
