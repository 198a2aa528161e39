import { Command } from 'commander';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Paper } from '../../paper/paper.ts';
import { type Duplicate, dedupe } from '../../query/dedupe.ts';
import { number, pluralize } from '../../text/plural.ts';
import { printable, readable, truncate } from '../../text/printable.ts';
import { DiagnosticSorter } from '../diagnostic-sorter.ts';
import { addInputOptions, choice, type InputOptions } from '../options.ts';
import { reportFormat } from '../output-file.ts';
import { type InputConsumer, type InputReport, readInputs } from '../reading.ts';
import { requireInput } from '../require-input.ts';
import { openSink } from '../sink.ts';
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
    const writer = format === 'json' ? jsonWriter() : textWriter();
    let waiting = '';
    const unrecognized = new UnrecognizedInputs();
    let isClean = true;
    let diagnostics: DiagnosticSorter | null = null;
    const duplicates: Duplicate[] = [];
    const unique = options.dedupe && dedupe({ push: () => {}, end: () => {} }, (found) => duplicates.push(found));
    const consumer: InputConsumer = {
      open: (file) => {
        diagnostics = new DiagnosticSorter((diagnostic) => {
          waiting += writer.diagnostic(file, diagnostic);
        });
        return { paper: (paper) => unique?.push(paper), diagnostic: (diagnostic) => diagnostics?.push(diagnostic) };
      },
      flush: () => {
        const text = waiting;
        waiting = '';
        if (text !== '') return sink.write(text);
      },
      close: (report) => {
        diagnostics?.end();
        unrecognized.add(report);
        if (report.papers === 0 || report.lines.unrecognized > 0) isClean = false;
        waiting += writer.file(report);
      },
    };
    const { hasFailed } = await readInputs(
      files,
      options.dedupe ? { ...options, source: true } : options,
      consumer,
      sink,
    );
    unrecognized.end();
    await sink.write(waiting);
    for (const duplicate of duplicates) await sink.write(writer.duplicate(duplicate));
    await sink.write(writer.end());
    await sink.finish();
    return hasFailed ? 2 : isClean ? 0 : 1;
  } catch (error) {
    sink.abandon();
    throw error;
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
