import type { Stats } from 'node:fs';
import { localDay } from '../calendar/period.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { SourceError } from '../diagnostics/errors.ts';
import { type LineAccount, ListingParser, type ListingParserOutput } from '../formats/listing-parser.ts';
import { openSource } from '../input/chunks.ts';
import { decompress } from '../input/decompress.ts';
import { expandSources, type Source } from '../input/sources.ts';
import { copyAssumption } from '../paper/assumed-upvotes.ts';
import { type ColumnChoice, readsSource } from './columns.ts';
import { inputName, reasonOf, say } from './messages.ts';
import type { InputOptions, SelectionOptions } from './options.ts';
import { Progress } from './progress.ts';
import type { Sink } from './sink.ts';
import { clearStatus } from './status-line.ts';

/** What was read from one input. */
export interface InputReport {
  readonly name: string;
  /** null if no format recognized it. */
  readonly format: string | null;
  /** What the input looks like if no format recognizes it. */
  readonly looksLike: string | null;
  readonly papers: number;
  readonly lines: LineAccount;
  /** Whether it could be read to its end. */
  readonly isWhole: boolean;
}

/** Takes what inputs hold, while they are read. */
export interface InputConsumer {
  /** Called for each input before it is read. */
  open(name: string): ListingParserOutput;
  /** Called after each piece of an input: write out what was found in it. */
  flush?(): Promise<void> | void;
  /** Called for each input that could be opened, after it was read. */
  close?(report: InputReport): void;
  /** The rest of this input is not wanted. */
  readonly isInputDone?: boolean;
  /** Nothing further is wanted. */
  readonly isDone?: boolean;
}

export interface ReadingOptions extends InputOptions, Pick<SelectionOptions, 'has' | 'where'> {
  /** Gives papers their `source`; naming the key in another option has the same effect. */
  readonly source?: true;
  readonly columns?: ColumnChoice;
}

export interface ReadingResult {
  /** An input failed, and was named on standard error. */
  readonly hasFailed: boolean;
  /** Inputs that are in a known format. */
  readonly recognized: number;
  readonly papers: number;
}

/**
 * Reads all inputs that the operands name, or standard input if there are none. An input that fails is reported on standard
 * error; the others are still read.
 *
 * @param sink where the output goes, which must not be an input at the same time
 * @param hint suggests what may have been meant if a file does not exist
 */
export async function readInputs(
  operands: readonly string[],
  options: ReadingOptions,
  consumer: InputConsumer,
  sink: Sink,
  hint: (name: string) => string = () => '',
): Promise<ReadingResult> {
  const result = { hasFailed: false, recognized: 0, papers: 0 };
  const fail = (name: string, error: unknown) => {
    result.hasFailed = true;
    const help = /^https?:\/\//i.test(name) ? ' (only files are read: curl -L URL | offprint)' : '';
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    say(`${inputName(name)}: ${reasonOf(error)}${help || (isMissing ? hint(name) : '')}`);
  };
  const names = operands.length === 0 ? ['-'] : operands;
  const progress = new Progress(names, options.quiet === true);
  for await (const source of expandSources(names)) {
    if (consumer.isDone === true) break;
    if ('error' in source) {
      fail(source.name, source.error);
      continue;
    }
    try {
      const report = await readInput(source, options, consumer, sink, progress, (error) => fail(source.name, error));
      if (report === null) continue;
      result.papers += report.papers;
      if (report.format !== null) result.recognized += 1;
      consumer.close?.(report);
      // Before any message about the next input.
      await consumer.flush?.();
    } catch (error) {
      if (!isSourceFailure(error)) throw error;
      fail(source.name, error);
    }
  }
  clearStatus();
  return result;
}

/** @returns null if the source is the output of this run, found in a folder */
async function readInput(
  source: Source,
  options: ReadingOptions,
  consumer: InputConsumer,
  sink: Sink,
  progress: Progress,
  fail: (error: unknown) => void,
): Promise<InputReport | null> {
  const { stats, chunks } = openSource(source);
  if (stats.isFile() && stats.ino === sink.stats.ino && stats.dev === sink.stats.dev) {
    if (source.isFound) return null;
    if (sink.isTruncated) throw new SourceError('is also the output of this run');
  }
  progress.open(stats);
  const parser = await openParser(source, stats, options, consumer.open(source.name), fail);
  let isWhole = true;
  try {
    for await (const chunk of decompress(progress.count(chunks), options.maxExpansion)) {
      parser.push(chunk);
      if (parser.loading !== null) await parser.loading;
      await consumer.flush?.();
      await progress.update(parser.papers);
      if (consumer.isDone === true || consumer.isInputDone === true) return reportOf(source, parser, isWhole);
    }
  } catch (error) {
    if (!isSourceFailure(error)) throw error;
    fail(error);
    isWhole = false;
  }
  parser.end();
  if (parser.loading !== null) await parser.loading;
  await consumer.flush?.();
  return reportOf(source, parser, isWhole);
}

async function openParser(
  { name }: Source,
  stats: Stats,
  options: ReadingOptions,
  output: ListingParserOutput,
  fail: (error: unknown) => void,
): Promise<ListingParser> {
  const toUnicode = options.unicode === true ? (await import('../tex/unicode.ts')).unicodePaper : null;
  const withSource = readsSource(options);
  const parserOptions = {
    ...options,
    // Read only if nothing else determines a year.
    get modified() {
      return localDay(stats.isFile() ? stats.mtime : new Date());
    },
  };
  const parser: ListingParser = new ListingParser(parserOptions, {
    diagnostic: (diagnostic) => {
      output.diagnostic(diagnostic);
      // Data are lost, which -q must not hide.
      if (diagnostic.code === 'line-too-long' && parser.format !== null)
        fail(new SourceError(tooLong(diagnostic, parser.format)));
    },
    paper: (paper, line) => {
      if (withSource) paper.source ??= { file: name, line, format: parser.format ?? '' };
      output.paper(toUnicode === null ? paper : copyAssumption(paper, toUnicode(paper)), line);
    },
  });
  return parser;
}

function tooLong({ line, message }: Diagnostic, format: string | null): string {
  const help = format === 'json' ? "jq -c '.[]' puts each record of an array on its own line" : 'break it into lines';
  return `line ${line}: ${message} (${help})`;
}

function reportOf({ name }: Source, parser: ListingParser, isWhole: boolean): InputReport {
  const { format, looksLike, papers, lines } = parser;
  return { name, format, looksLike, papers, lines, isWhole };
}

/** Whether the error comes from reading, not from the output or a bug. */
function isSourceFailure(error: unknown): boolean {
  return error instanceof SourceError || (error instanceof Error && 'syscall' in error);
}
