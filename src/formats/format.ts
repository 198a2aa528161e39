import type { DiagnosticCode } from '../diagnostics/diagnostic.ts';
import type { Line } from '../input/line.ts';
import type { Paper } from '../paper/paper.ts';

/** What a caller may tell about a listing that the listing itself does not say. */
export interface ReaderOptions {
  /** The day the listing was taken, `YYYY-MM-DD`. */
  readonly asOf?: string | undefined;
  /** When the file was last changed, `YYYY-MM-DD`; the day of today for a stream. The weakest evidence of a year. */
  readonly modified: string;
  /** What a number after the date means where the listing prints no vote counts. */
  readonly trailingCount: 'upvotes' | 'comments';
}

/** Where a line of a listing that is not blank ends up; see `offprint check`. */
export type LineKind = 'paper' | 'boilerplate' | 'unrecognized';

/** How many lines ended up where. */
export type LineCounts = Record<LineKind | 'blank', number>;

/** What a reader hands its results to. A reader holds no results itself, so that a listing of any length can be read. */
export interface ReaderOutput {
  /** One record, with the line on which its entry starts. Papers are emitted in the order of the listing. */
  paper(paper: Paper, line: number): void;
  /** `column` is counted from 1 in characters and is 1 where it is left out. */
  report(code: DiagnosticCode, message: string, line: number, column?: number): void;
  /** Accounts for `lines` lines, 1 by default. Every non-blank line of the input is accounted for exactly once. */
  account(kind: LineKind, lines?: number): void;
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
  /** A few words for help texts and messages. */
  readonly description: string;
  /** Whether the first 64 KiB of an input, decoded, look like this format. */
  detect(head: string): boolean;
  /** Loads the reader if it is not part of the program from the start: to be awaited before `open`; null if it is there. */
  load?(): Promise<void> | null;
  open(output: ReaderOutput, options: ReaderOptions): Reader;
}
