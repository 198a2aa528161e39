import { Command } from 'commander';
import type { InputCount, StatisticsReport } from '../../output/statistics.ts';
import type { Paper } from '../../paper/paper.ts';
import { type GroupKey, groupKeys } from '../../query/group.ts';
import { StatisticsCollector } from '../../query/statistics.ts';
import {
  addInputOptions,
  addSelectionOptions,
  choice,
  colorOption,
  type InputOptions,
  option,
  queryOptions,
  repeated,
  type SelectionOptions,
} from '../options.ts';
import { isStandardOutput, reportFormat } from '../output-file.ts';
import type { InputReport } from '../reading.ts';
import { requireInput } from '../require-input.ts';
import { type PaperOutput, selectPapers } from '../select-papers.ts';
import type { Sink } from '../sink.ts';
import { hasUnicode, terminalWidth, textStyle, wantsColor } from '../terminal.ts';
import { patternOf } from './grep.ts';

const statisticsFormats = ['text', 'json', 'csv'] as const;

type StatisticsFormat = (typeof statisticsFormats)[number];

interface StatsOptions extends InputOptions, SelectionOptions {
  readonly grep?: string[];
  readonly by: GroupKey;
  readonly format?: StatisticsFormat;
  readonly output?: string;
  readonly color: 'auto' | 'always' | 'never';
}

type FormattedOptions = StatsOptions & { readonly format: StatisticsFormat };

export function statsCommand(): Command {
  const command = new Command('stats')
    .description('count papers by month, authors and upvotes')
    .argument('[file...]', 'files, folders or patterns; - or none for standard input')
    .optionsGroup('Statistics:')
    .addOption(choice('--by <key>', `group by ${groupKeys.join(', ')}`, groupKeys).default('month'))
    .addOption(
      option<string[]>(
        '--grep <text>',
        'count papers with this text in title or abstract; repeatable: any of them',
        repeated,
      ),
    )
    .addOption(choice('-f, --format <name>', 'text, json or csv', statisticsFormats))
    .option('-o, --output <file>', 'file to write; its extension selects the format; .gz compresses')
    .addOption(colorOption());
  addInputOptions(command);
  addSelectionOptions(command);
  return command.action(async (files: string[], options: StatsOptions) => {
    await requireInput(command, files);
    const format = options.format ?? reportFormat(options.output, statisticsFormats);
    const open = async (sink: Sink) => new StatisticsOutput({ ...options, format }, sink);
    // Here `--by` does not sort, so the papers need not be held in memory.
    const { by: _, ...selection } = options;
    const query = { ...queryOptions(selection), pattern: options.grep && patternOf(options.grep, {}) };
    const { hasFailed, papers } = await selectPapers(files, options, query, open);
    process.exitCode = hasFailed ? 2 : papers === 0 ? 1 : 0;
  });
}

/** Collects statistics and prints them at the end. */
class StatisticsOutput implements PaperOutput {
  readonly #options: FormattedOptions;
  readonly #sink: Sink;
  readonly #collector: StatisticsCollector;
  readonly #inputs: InputCount[] = [];

  constructor(options: FormattedOptions, sink: Sink) {
    this.#options = options;
    this.#sink = sink;
    this.#collector = new StatisticsCollector(options.by);
  }

  add(paper: Paper): void {
    this.#collector.push(paper);
  }

  flush(): void {}

  closeInput({ name, format, papers }: InputReport): void {
    if (format !== null) this.#inputs.push({ file: name, format, papers });
  }

  async finish(): Promise<void> {
    const report = { ...this.#collector.end(), inputs: this.#inputs };
    await this.#sink.write(await reportText(report, this.#options));
  }
}

async function reportText(report: StatisticsReport, options: FormattedOptions): Promise<string> {
  const { format } = options;
  if (format === 'text') {
    const { statisticsText } = await import('../../output/statistics-text.ts');
    return statisticsText(report, {
      width: await terminalWidth(),
      style: await textStyle(await wantsColor(options.color, isStandardOutput(options.output)), undefined),
      hasUnicode: hasUnicode(),
    });
  }
  const { statisticsCsv, statisticsJson } = await import('../../output/statistics.ts');
  return format === 'json' ? statisticsJson(report) : statisticsCsv(report);
}
