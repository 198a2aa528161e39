import { Command } from 'commander';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ListingParserOutput } from '../../formats/listing-parser.ts';
import type { Paper } from '../../paper/paper.ts';
import { type Duplicate, dedupe } from '../../query/dedupe.ts';
import type { Stage } from '../../query/stages.ts';
import { number, pluralize } from '../../text/plural.ts';
import { printable, readable, truncate } from '../../text/printable.ts';
import { DiagnosticSorter } from '../diagnostic-sorter.ts';
import { addInputOptions, choice, type InputOptions } from '../options.ts';
import { reportFormat } from '../output-file.ts';
import { type InputConsumer, type InputReport, readInputs } from '../reading.ts';
import { requireInput } from '../require-input.ts';
import { openSink, type Sink } from '../sink.ts';
import { UnrecognizedInputs } from '../unrecognized.ts';

const checkFormats = ['text', 'json'] as const;

interface CheckOptions extends InputOptions {
  readonly format?: (typeof checkFormats)[number];
  readonly output?: string;
  readonly dedupe?: true;
}

/** Formats the results; each function returns the text to print. */
interface CheckWriter {
  diagnostic(file: string, diagnostic: Diagnostic): string;
  file(report: InputReport): string;
  duplicate(duplicate: Duplicate): string;
  end(): string;
}

export function checkCommand(): Command {
  const command = new Command('check')
    .description('show how every line of a listing was read')
    .argument('[file...]', 'files, folders or patterns; - or none for standard input')
    .addOption(choice('-f, --format <name>', 'text or json', checkFormats))
    .option('-o, --output <file>', 'file to write; its extension selects the format; .gz compresses')
    .option('--dedupe', 'list the records that --dedupe would merge, and why');
  addInputOptions(command);
  return command.action(async (files: string[], options: CheckOptions) => {
    await requireInput(command, files);
    process.exitCode = await check(files, options);
  });
}

async function check(files: readonly string[], options: CheckOptions): Promise<number> {
  const format = options.format ?? reportFormat(options.output, checkFormats);
  const sink = await openSink(options.output);
  try {
    const checker = new Checker(format === 'json' ? jsonWriter() : textWriter(), sink, options.dedupe === true);
    const { hasFailed } = await readInputs(
      files,
      options.dedupe ? { ...options, source: true } : options,
      checker,
      sink,
    );
    await checker.end();
    await sink.finish();
    return hasFailed ? 2 : checker.isClean ? 0 : 1;
  } catch (error) {
    sink.abandon();
    throw error;
  }
}

/** Writes the diagnostics and the account of each input, then the duplicates. */
class Checker implements InputConsumer {
  /** Whether every input contains papers and no unrecognized line. */
  isClean = true;
  readonly #writer: CheckWriter;
  readonly #sink: Sink;
  readonly #unrecognized = new UnrecognizedInputs();
  readonly #duplicates: Duplicate[] = [];
  readonly #dedupe: Stage | null;
  #diagnostics: DiagnosticSorter | null = null;
  #waiting = '';

  constructor(writer: CheckWriter, sink: Sink, findsDuplicates: boolean) {
    this.#writer = writer;
    this.#sink = sink;
    const ignored: Stage = { push: () => {}, end: () => {} };
    this.#dedupe = findsDuplicates ? dedupe(ignored, (duplicate) => this.#duplicates.push(duplicate)) : null;
  }

  open(file: string): ListingParserOutput {
    const sorter = new DiagnosticSorter((diagnostic) => {
      this.#waiting += this.#writer.diagnostic(file, diagnostic);
    });
    this.#diagnostics = sorter;
    return { paper: (paper) => this.#dedupe?.push(paper), diagnostic: (diagnostic) => sorter.push(diagnostic) };
  }

  flush(): Promise<void> | void {
    const text = this.#waiting;
    this.#waiting = '';
    if (text !== '') return this.#sink.write(text);
  }

  close(report: InputReport): void {
    this.#diagnostics?.end();
    this.#unrecognized.add(report);
    if (report.papers === 0 || report.lines.unrecognized > 0) this.isClean = false;
    this.#waiting += this.#writer.file(report);
  }

  /** Call after the last input. */
  async end(): Promise<void> {
    this.#unrecognized.end();
    await this.#sink.write(this.#waiting);
    for (const duplicate of this.#duplicates) await this.#sink.write(this.#writer.duplicate(duplicate));
    await this.#sink.write(this.#writer.end());
  }
}

/** `FILE:LINE:COLUMN: …`, as compilers print it, so that editors can jump to the place. */
function textWriter(): CheckWriter {
  return {
    diagnostic: (file, { line, column, severity, message, code }) =>
      `${printable(file)}:${line}:${column}: ${severity}: ${message} [${code}]\n`,
    file: ({ name, format, papers, lines }) =>
      `${printable(name)}: ${format ?? 'unknown format'}: ${pluralize(papers, 'paper')}; ${pluralize(lines.total, 'line')}: ` +
      `${number(lines.blank)} blank, ${number(lines.paper)} paper, ${number(lines.boilerplate)} boilerplate, ` +
      `${number(lines.unrecognized)} unrecognized\n`,
    duplicate: ({ paper, of, reason }) =>
      `${printable(placeOf(paper))}: duplicate of ${printable(placeOf(of))} (${printable(reason)}): ` +
      `${truncate(readable(paper.title))}\n`,
    end: () => '',
  };
}

/** `page.txt:12` */
function placeOf({ source }: Paper): string {
  return source === undefined ? '?' : `${source.file}:${source.line}`;
}

/**
 * `{ files: [{ file, diagnostics, format, papers, lines }], duplicates: [{ file, line, of: { file, line }, reason, title }] }`,
 * one diagnostic or duplicate per line. Everything is printed at once, since a damaged file can have millions of diagnostics.
 */
function jsonWriter(): CheckWriter {
  let isFirstFile = true;
  let isInFile = false;
  let hasDuplicates = false;
  const open = (file: string): string => {
    const start = `${isFirstFile ? '{"files":[' : ','}\n{"file":${JSON.stringify(file)},"diagnostics":[`;
    isFirstFile = false;
    isInFile = true;
    return start;
  };
  return {
    diagnostic: (file, diagnostic) => `${isInFile ? ',' : open(file)}\n${JSON.stringify(diagnostic)}`,
    file: ({ name, format, papers, lines }) => {
      const start = isInFile ? '' : open(name);
      isInFile = false;
      const rest = JSON.stringify({ format, papers, lines }).slice(1);
      return `${start}],${rest}`;
    },
    duplicate: ({ paper, of, reason }) => {
      const place = ({ source }: Paper) => ({ file: source?.file, line: source?.line });
      const start = hasDuplicates ? ',\n' : ',\n"duplicates":[\n';
      const files = hasDuplicates ? '' : isFirstFile ? '{"files":[]' : '\n]';
      hasDuplicates = true;
      return files + start + JSON.stringify({ ...place(paper), of: place(of), reason, title: paper.title });
    },
    end: () => {
      if (hasDuplicates) return '\n]}\n';
      return isFirstFile ? '{"files":[]}\n' : '\n]}\n';
    },
  };
}
