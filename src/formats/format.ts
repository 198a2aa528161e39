import type { DiagnosticCode } from '../diagnostics/diagnostic.ts';
import type { Line } from '../input/line.ts';
import type { Paper } from '../paper/paper.ts';

/** Information about a listing that the listing itself does not contain. */
export interface ReaderOptions {
  /** The day the listing was saved, `YYYY-MM-DD`. */
  readonly asOf?: string | undefined;
  /** When the file was last changed, `YYYY-MM-DD`; today for a stream. The weakest evidence for a year. */
  readonly modified: string;
  /** The meaning of a number after the date if the listing prints no votes. */
  readonly trailingCount: 'upvotes' | 'comments';
}

/** The classification of a non-blank line; see `offprint check`. */
export type LineKind = 'paper' | 'boilerplate' | 'unrecognized';

/** The number of lines of each kind. */
export type LineCounts = Record<LineKind | 'blank', number>;

/** Receives the results of a reader, which keeps none itself, so that a listing of any length can be read. */
export interface ReaderOutput {
  /** One record, with the line on which its entry starts. Papers are emitted in the order of the listing. */
  paper(paper: Paper, line: number): void;
  /** `column` is counted from 1 in characters and defaults to 1. */
  report(code: DiagnosticCode, message: string, line: number, column?: number): void;
  /** Accounts for `lines` lines, 1 by default. Every non-blank line of the input is accounted for exactly once. */
  account(kind: LineKind, lines?: number): void;
}

/** Something that an entry lacks or that could not be read. */
export interface EntryFault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly line: number;
}

/** Turns the lines of one input into papers. */
export interface Reader {
  /** Called for every line in order, blank ones included. */
  line(line: Line): void;
  /** Called once after the last line. */
  end(): void;
}

/** One row of the table of formats. */
export interface Format {
  /** The name that `--format-in` takes and that `source.format` shows. */
  readonly name: string;
  /** Its lines have a meaning to programs: no mail ends in them, and nobody prints them. */
  readonly isData?: true;
  /** Its reader reads mails, encoded ones too. */
  readonly readsMails?: true;
  /** Whether the first 64 KiB of an input, decoded, look like this format. */
  detect(head: string): boolean;
  /** Loads the reader if it is not part of the program from the start: to be awaited before `open`; null if it is there. */
  load?(): Promise<void> | null;
  open(output: ReaderOutput, options: ReaderOptions): Reader;
}
