import { InvalidValueError } from '../diagnostics/errors.ts';
import { findOutputFormat, outputExtensions, outputFormatOfFile, outputFormats } from '../output/index.ts';
import type { FormatOption, Output, OutputFormat, Writer } from '../output/writer.ts';
import type { Paper } from '../paper/paper.ts';
import { type GroupKey, groupHeading, groupPapers } from '../query/group.ts';
import { combineHighlights, type Highlighter } from '../query/highlights.ts';
import type { QueryOptions } from '../query/query.ts';
import { Turns } from '../query/turns.ts';
import { number, pluralize } from '../text/plural.ts';
import { printableLines } from '../text/printable.ts';
import { chosenColumns } from './columns.ts';
import { say } from './messages.ts';
import type { InputOptions, OrderOptions, OutputOptions } from './options.ts';
import { extensionOf, isStandardOutput, unknownExtension } from './output-file.ts';
import type { PaperOutput } from './select-papers.ts';
import type { Sink } from './sink.ts';
import { hasUnicode, isTerminal, terminalWidth, textStyle, wantsColor } from './terminal.ts';

/** Papers formatted at a time. More are slower, because the memory of long strings is not reused. */
const BATCH = 50;

type PrinterOptions = OutputOptions & Pick<OrderOptions, 'by' | 'limitBy'> & Pick<InputOptions, 'quiet'>;

/** Papers are printed in groups, each under its heading if the format has headings. */
interface Grouping {
  readonly by: GroupKey;
  readonly limit: number | undefined;
}

/**
 * Opens an output that prints papers in the requested format.
 *
 * @param query what it searches for is highlighted in lists and tables
 */
export function openPrinter(options: PrinterOptions, query: QueryOptions): (sink: Sink) => Promise<PaperOutput> {
  const { pattern, where = [] } = query;
  const search = combineHighlights([...(pattern === undefined ? [] : [pattern]), ...where]);
  return async (sink) => {
    const { writer, grouping } = await openWriter(options, search);
    return new Printer(writer, grouping, sink, options);
  };
}

/** Collects papers and writes them, batch by batch. */
class Printer implements PaperOutput {
  readonly #writer: Writer;
  readonly #grouping: Grouping | null;
  readonly #sink: Sink;
  readonly #options: PrinterOptions;
  #waiting: Paper[] = [];
  #written = 0;
  #hasBegun = false;
  readonly #turns = new Turns();

  constructor(writer: Writer, grouping: Grouping | null, sink: Sink, options: PrinterOptions) {
    this.#writer = writer;
    this.#grouping = grouping;
    this.#sink = sink;
    this.#options = options;
  }

  add(paper: Paper): void {
    this.#waiting.push(paper);
  }

  /** Writes what was added; groups are written at the end. */
  async flush(): Promise<void> {
    if (this.#grouping !== null) return;
    const papers = this.#waiting;
    this.#waiting = [];
    await this.#write(papers);
  }

  async #write(papers: readonly Paper[]): Promise<void> {
    this.#written += papers.length;
    for (let from = 0; from < papers.length; from += BATCH) {
      await this.#begin();
      await this.#sink.write(this.#writer.papers(papers.slice(from, from + BATCH)));
      await this.#turns.next();
    }
  }

  /** Writes what was added and the end of the output. */
  async finish(read: number): Promise<void> {
    if (this.#grouping === null) await this.flush();
    else await this.#writeGroups(this.#grouping);
    await this.#begin();
    const end = await this.#writer.end();
    if (end !== '') await this.#sink.write(end);
    if (this.#options.quiet !== true && (await isTerminal(2))) this.#reportResult(read);
  }

  /** Without this, a user at a terminal might see nothing at all. */
  #reportResult(read: number): void {
    const { output } = this.#options;
    if (this.#written === 0) {
      say(read === 0 ? 'no paper found' : `no paper matched among the ${number(read)} read`);
    } else if (!isStandardOutput(output)) {
      say(`wrote ${pluralize(this.#written, 'paper')} to ${output}`);
    }
  }

  async #writeGroups({ by, limit }: Grouping): Promise<void> {
    const groups = groupPapers(this.#waiting, by, limit);
    const writer = this.#writer;
    if (writer.heading === undefined) {
      // Without headings, print a paper only once even if it is in several groups.
      await this.#write([...new Set(groups.flatMap(({ papers }) => papers))]);
      return;
    }
    for (const { name, papers } of groups) {
      await this.#begin();
      await this.#sink.write(writer.heading(groupHeading(name, by)));
      await this.#write(papers);
    }
  }

  async #begin(): Promise<void> {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    const begin = this.#writer.begin();
    if (begin !== '') await this.#sink.write(begin);
  }
}

const flags: Readonly<Record<FormatOption, string>> = {
  by: '--by',
  columns: '--columns',
  source: '--source',
  escapeFormulas: '--no-escape-formulas',
  excel: '--excel',
  delimiter: '--delimiter',
  full: '--full',
};

async function openWriter(
  options: PrinterOptions,
  search: Highlighter | undefined,
): Promise<{ writer: Writer; grouping: Grouping | null }> {
  const name = await formatName(options);
  const format = findOutputFormat(name);
  if (format === undefined) throw new Error(`no output format is called ${name}`);
  const { by, limitBy } = options;
  for (const [option, flag] of Object.entries(flags) as [FormatOption, string][]) {
    if (isGiven(option, options)) requireFormat(flag, format, ({ takes }) => takes.includes(option));
  }
  if (format.isBinary === true && isStandardOutput(options.output) && (await isTerminal(1))) {
    throw new InvalidValueError(
      `${name} cannot be printed to a terminal; write a file: -o NAME${format.extensions[0]}`,
    );
  }
  const isForPeople = name === 'list' || name === 'table';
  const style = await textStyle(
    isForPeople && (await wantsColor(options.color, isStandardOutput(options.output))),
    search,
  );
  const writer = await format.open({
    columns: chosenColumns(options, name),
    escapeFormulas: options.escapeFormulas,
    excel: options.excel === true,
    delimiter: options.delimiter,
    by,
    full: options.full,
    warn: say,
    ranges: search && ((text, field) => search.ranges(text, field)),
    width: await widthFor(name, options),
    hasUnicode: !isForPeople || !isStandardOutput(options.output) || !(await isTerminal(1)) || hasUnicode(),
    style,
  });
  const shown = await safeWriter(writer, options, isForPeople);
  return { writer: shown, grouping: by === undefined ? null : { by, limit: limitBy } };
}

/** A table is only truncated to fit a terminal. */
async function widthFor(format: string, { output }: OutputOptions): Promise<number> {
  if (format !== 'table') return format === 'list' ? terminalWidth() : 80;
  return isStandardOutput(output) && (await isTerminal(1)) ? terminalWidth() : Number.POSITIVE_INFINITY;
}

function isGiven(option: FormatOption, options: PrinterOptions): boolean {
  if (option === 'escapeFormulas') return !options.escapeFormulas;
  // With --limit-by, groups select papers, so any format will do.
  if (option === 'by') return options.by !== undefined && options.limitBy === undefined;
  return options[option] !== undefined;
}

/** @throws InvalidValueError if the format does not support the option */
function requireFormat(flag: string, format: OutputFormat, can: (format: OutputFormat) => boolean): void {
  if (can(format)) return;
  const able = outputFormats.filter(can).map(({ name }) => name);
  const names = able.length < 2 ? able.join() : `${able.slice(0, -1).join(', ')} or ${able.at(-1)}`;
  throw new InvalidValueError(`${flag} needs the format ${names}; this is ${format.name}`);
}

/** Removes terminal control sequences, except from lists and tables, whose writers do so themselves. */
async function safeWriter(writer: Writer, options: OutputOptions, isForPeople: boolean): Promise<Writer> {
  return isForPeople || !isStandardOutput(options.output) || !(await isTerminal(1)) ? writer : harmlessWriter(writer);
}

/** Writes the same text without terminal control sequences. */
function harmlessWriter(writer: Writer): Writer {
  const harmless = (output: Output) =>
    printableLines(typeof output === 'string' ? output : Buffer.from(output).toString());
  return {
    begin: () => harmless(writer.begin()),
    papers: (papers) => harmless(writer.papers(papers)),
    ...(writer.heading && { heading: (text: string) => harmless(writer.heading?.(text) ?? '') }),
    end: async () => harmless(await writer.end()),
  };
}

/**
 * The format named by the options, else by the extension of the file, else by whether the output is a terminal.
 *
 * @throws InvalidValueError if the file has an extension that belongs to no format
 */
async function formatName(options: PrinterOptions): Promise<string> {
  if (options.format !== undefined) return options.format;
  if (!isStandardOutput(options.output)) return nameOfFile(options.output, options.excel === true ? 'csv' : 'json');
  if (options.excel === true || options.delimiter !== undefined) return 'csv';
  return (await isTerminal(1)) ? nameForPeople(options) : 'json';
}

/** A list has no columns. */
function nameForPeople({ columns }: OutputOptions): string {
  return columns === undefined ? 'list' : 'table';
}

/** @param otherwise the format of a name without extension */
function nameOfFile(path: string, otherwise: string): string {
  const name = outputFormatOfFile(path)?.name;
  if (name !== undefined) return name;
  if (extensionOf(path) === '') return otherwise;
  throw unknownExtension(path, outputExtensions);
}
