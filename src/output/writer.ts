import type { PaperKey, TextKey } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import type { GroupKey } from '../query/group.ts';

/** What every writer may be asked for; a writer uses what concerns it. */
export interface WriterOptions {
  /** Keys to write, in this order; null: the writer's own choice. */
  readonly columns: readonly PaperKey[] | null;
  /** CSV and TSV: put `'` before what a spreadsheet would run as a formula. */
  readonly escapeFormulas: boolean;
  /** CSV and TSV: byte order mark, CRLF, ids written as `arXiv:2503.02130`, TeX accents as Unicode. */
  readonly excel: boolean;
  /** CSV: what separates the cells, instead of a comma. */
  readonly delimiter?: string | undefined;
  /** For people: the width of the terminal in columns. */
  readonly width: number;
  /** HTML: what the papers are grouped by until the reader chooses otherwise. */
  readonly by?: GroupKey | undefined;
  /** For people: whole abstracts instead of their first lines. */
  readonly full?: boolean | undefined;
  /** For people: where in the text of a field stands what was looked for, as `[start, end]` in order. */
  readonly ranges?: ((text: string, field: TextKey) => readonly [number, number][]) | undefined;
  /** For people: only ASCII is printed, but for what the papers hold, where not. */
  readonly hasUnicode: boolean;
  /** For people: how to mark parts of the text. Plain text where nothing is marked. */
  readonly style: TextStyle;
  /** Told, when all is written, what the format could not hold. */
  readonly warn?: ((message: string) => void) | undefined;
}

/** Marks text for people, for example with terminal colours; each function returns its text with the marks around it. */
export interface TextStyle {
  title(text: string): string;
  /** Text with the matches of the query in it marked. */
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
  /** The lines between the papers before a group and those in it. */
  heading?(text: string): Output;
  end(): Output | Promise<Output>;
}

/** Options of the command line that only some formats can honour. */
export type FormatOption = 'by' | 'columns' | 'source' | 'escapeFormulas' | 'excel' | 'delimiter' | 'full';

/** One row of the table of output formats. */
export interface OutputFormat {
  /** The name that `--format` takes. */
  readonly name: string;
  /** A few words for help texts. */
  readonly description: string;
  /** Extensions, with the dot, for which `--output` chooses this format. */
  readonly extensions: readonly string[];
  /** Bytes that no terminal shows. */
  readonly isBinary?: true;
  /** What the format can honour beside what all can. */
  readonly takes: readonly FormatOption[];
  /** Loads the writer's packages, so that a run pays for no others. */
  open(options: WriterOptions): Promise<Writer>;
}
