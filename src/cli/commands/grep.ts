import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { Command, Option } from 'commander';
import { InvalidValueError } from '../../diagnostics/errors.ts';
import { HEAD_LENGTH, ListingParser } from '../../formats/listing-parser.ts';
import { outputFormatOfFile } from '../../output/index.ts';
import { type TextKey, textKeys } from '../../paper/keys.ts';
import { keyNamed } from '../../query/key-name.ts';
import { PaperPattern } from '../../query/pattern.ts';
import type { QueryOptions } from '../../query/query.ts';
import { refuseMissingWords } from '../operands.ts';
import {
  addInputOptions,
  addOrderOptions,
  addOutputOptions,
  addSelectionOptions,
  type InputOptions,
  list,
  listOf,
  type OrderOptions,
  type OutputOptions,
  option,
  queryOptions,
  repeated,
  type SelectionOptions,
} from '../options.ts';
import { isStandardOutput } from '../output-file.ts';
import { openPrinter } from '../printer.ts';
import type { InputReport } from '../reading.ts';
import { requireInput } from '../require-input.ts';
import { type PaperOutput, selectPapers } from '../select-papers.ts';
import type { Sink } from '../sink.ts';
import { linesFor } from '../terminal.ts';

interface GrepOptions extends InputOptions, SelectionOptions, OrderOptions, OutputOptions {
  readonly regexp?: string[];
  readonly extended?: true;
  readonly caseSensitive?: true;
  readonly word?: true;
  readonly invertMatch?: true;
  readonly all?: true;
  readonly in?: TextKey[];
  readonly count?: true;
  readonly filesWithMatches?: true;
}

export function grepCommand(): Command {
  const command = new Command('grep')
    .description('print the papers that match a pattern')
    .argument('[pattern]', 'literal text to find, ignoring case; omit it with -e')
    .argument('[file...]', 'files, folders or patterns; - or none for standard input')
    .optionsGroup('Matching:')
    .option('-E, --extended', 'patterns are regular expressions')
    .option('-s, --case-sensitive', 'match case, accents and punctuation exactly')
    .addOption(new Option('-i, --ignore-case', 'ignore case (the default)').conflicts('caseSensitive'))
    .option('-w, --word', 'match whole words only')
    .option('-v, --invert-match', 'print papers that do not match')
    .addOption(
      option<string[]>('-e, --regexp <pattern>', 'pattern to find; repeatable: any of them may match', repeated),
    )
    .option('--all', 'require all patterns to match')
    .addOption(
      list<TextKey[]>(
        '--in <keys>',
        'keys to search: title, abstract, authorComment or any text key; repeatable',
        textKeys,
        (text, all = []) => [...all, ...listOf(text).map((name) => keyNamed(name, textKeys))],
      ),
    )
    .option('-c, --count', 'print only the number of papers')
    .option('-l, --files-with-matches', 'print only the names of files with matches');
  addInputOptions(command);
  addSelectionOptions(command);
  addOrderOptions(command);
  addOutputOptions(command);
  return command.action(async (pattern: string | undefined, rest: string[], options: GrepOptions) => {
    const { patterns, files } = operandsOf(pattern, rest, options);
    if (patterns.length === 0) command.error('error: missing PATTERN: offprint grep PATTERN [FILE...]');
    await requireInput(command, files);
    refuseMissingWords(files, (word) =>
      options.regexp === undefined
        ? ' (a pattern of several words needs quotes)'
        : ` (with -e, all operands are files; for another pattern: -e ${word})`,
    );
    await refuseSurprisingOutput(options);
    if (options.by !== undefined && (options.count === true || options.filesWithMatches === true)) {
      command.error(
        'error: --by does not combine with -c or -l; to count papers by month: offprint stats --grep PATTERN [FILE...]',
      );
    }
    const query = { ...queryOptions(options), pattern: patternOf(patterns, options) };
    const [wanted, open] = outputOf(options, query);
    const { hasFailed, selected } = await selectPapers(files, options, wanted, open);
    process.exitCode = hasFailed ? 2 : selected === 0 ? 1 : 0;
  });
}

/**
 * `grep -o` prints only what matches; here `-o` names the output file.
 *
 * @throws InvalidValueError if the file may be the pattern or an input: `grep -o lora page.txt`, `grep lora -o dumps/*.txt`
 */
async function refuseSurprisingOutput({ output, format, count, filesWithMatches }: GrepOptions): Promise<void> {
  if (isStandardOutput(output)) return;
  if (statSync(output, { throwIfNoEntry: false })?.isFile() === true) {
    if (await isCollected(output))
      throw new InvalidValueError(`-o ${output}: this listing would be overwritten; -o names the file to write`);
    return;
  }
  if (format !== undefined) return;
  const isFile =
    count === true || filesWithMatches === true ? extname(output) !== '' : outputFormatOfFile(output) !== undefined;
  if (isFile) return;
  throw new InvalidValueError(
    `-o ${output}: -o names the file to write, such as -o found.csv; to print only titles, use --columns title`,
  );
}

/** Formats that offprint writes, too. */
const WRITTEN: readonly (string | null)[] = ['json', 'table', 'bibtex', 'ris', 'html', 'paper-list'];

/** Whether the file is a listing that offprint cannot have written. */
async function isCollected(path: string): Promise<boolean> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_LENGTH), 0, HEAD_LENGTH, 0);
  await file.close();
  const parser = new ListingParser(
    { modified: '', trailingCount: 'upvotes' },
    { paper: () => {}, diagnostic: () => {} },
  );
  parser.push(buffer.subarray(0, bytesRead));
  parser.end();
  return parser.format !== null && !WRITTEN.includes(parser.format);
}

/** With `-e`, every operand is a file, as in grep. */
function operandsOf(pattern: string | undefined, rest: string[], { regexp }: GrepOptions) {
  const operands = pattern === undefined ? rest : [pattern, ...rest];
  return regexp === undefined
    ? { patterns: operands.slice(0, 1), files: operands.slice(1) }
    : { patterns: regexp, files: operands };
}

/** @param options without any, the patterns are literal text and case is ignored */
export function patternOf(patterns: readonly string[], options: Partial<GrepOptions>): PaperPattern {
  return new PaperPattern({
    patterns,
    isRegExp: options.extended === true,
    isCaseSensitive: options.caseSensitive === true,
    matchesWholeWords: options.word === true,
    isInverted: options.invertMatch === true,
    needsAll: options.all === true,
    fields: options.in ?? ['title', 'abstract'],
  });
}

/** What `grep` prints. If it does not print papers, they need not be sorted. */
function outputOf(
  options: GrepOptions,
  query: QueryOptions,
): [query: QueryOptions, open: (sink: Sink) => Promise<PaperOutput>] {
  if (options.filesWithMatches === true) {
    return [
      { ...query, order: undefined, limit: undefined, dedupe: undefined },
      async (sink) => new FileNames(sink, options.output, query.limit ?? Infinity),
    ];
  }
  if (options.count === true) {
    return [{ ...query, order: undefined }, async (sink) => new Counts(sink, options.output, query.dedupe === true)];
  }
  return [query, openPrinter(options, query)];
}

/** Prints the number of papers; for several files, the number in each. */
class Counts implements PaperOutput {
  readonly #sink: Sink;
  readonly #output: string | undefined;
  readonly #isTotal: boolean;
  #total = 0;
  #before = 0;
  readonly #lines: string[] = [];

  /** @param isTotal print one number for all files, because a paper may be in several */
  constructor(sink: Sink, output: string | undefined, isTotal: boolean) {
    this.#sink = sink;
    this.#output = output;
    this.#isTotal = isTotal;
  }

  add(): void {
    this.#total += 1;
  }

  flush(): void {}

  closeInput({ name }: InputReport): void {
    this.#lines.push(`${name}:${this.#total - this.#before}\n`);
    this.#before = this.#total;
  }

  async finish(): Promise<void> {
    const lines = this.#isTotal || this.#lines.length < 2 ? `${this.#total}\n` : this.#lines.join('');
    await this.#sink.write(await linesFor(this.#output, lines));
  }
}

/** Prints the name of each file in which a paper matches. */
class FileNames implements PaperOutput {
  readonly #sink: Sink;
  readonly #output: string | undefined;
  readonly #limit: number;
  readonly #names: string[] = [];
  isInputDone = false;

  constructor(sink: Sink, output: string | undefined, limit: number) {
    this.#sink = sink;
    this.#output = output;
    this.#limit = limit;
  }

  get isDone(): boolean {
    return this.#names.length >= this.#limit;
  }

  add(): void {
    this.isInputDone = true;
  }

  flush(): void {}

  closeInput({ name }: InputReport): void {
    if (this.isInputDone) this.#names.push(name);
    this.isInputDone = false;
  }

  async finish(): Promise<void> {
    await this.#sink.write(await linesFor(this.#output, this.#names.map((name) => `${name}\n`).join('')));
  }
}
