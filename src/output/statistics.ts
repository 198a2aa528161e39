import { stringify } from 'csv-stringify/sync';
import { encodeCell } from '../paper/cells.ts';
import { groupHeading } from '../query/group.ts';
import type { Bin, Distribution, Statistics } from '../query/statistics.ts';

/** Statistics of papers and their inputs. */
export interface StatisticsReport extends Statistics {
  /** Inputs in a known format, in reading order, with the number of papers before selection. */
  readonly inputs: readonly InputCount[];
}

export interface InputCount {
  readonly file: string;
  readonly format: string;
  readonly papers: number;
}

export interface FormatCount {
  readonly format: string;
  readonly files: number;
  readonly papers: number;
}

type Row = [section: string, name: string, value: string | number | null];

/** The report as JSON; `dates`, `authors` and `upvotes` are null if no paper has them. */
export function statisticsJson(report: StatisticsReport): string {
  const periods = report.periods.map(({ period, papers }) => ({ period, papers }));
  return `${JSON.stringify({ ...report, periods }, null, 2)}\n`;
}

/**
 * One value per row:
 *
 *     section,name,value
 *     papers,all,75
 *     dates,first,2023-03-21
 *     periods,2024-03,7
 *     category,cs.CL,12
 *     authors,median,5
 */
export function statisticsCsv(report: StatisticsReport): string {
  const { papers, dates, yearOnly, by, periods, groups = [], authors, upvotes, mostUpvoted, inputs, missing } = report;
  const rows: Row[] = [
    ['papers', 'all', papers],
    ...Object.entries(dates ?? {}).map(([name, day]): Row => ['dates', name, day]),
    ...(yearOnly === 0 ? [] : [['dates', 'yearOnly', yearOnly] satisfies Row]),
    ...periods.map(({ period, papers }): Row => ['periods', period, papers]),
    ...groups.map(({ name, papers }): Row => [by, groupHeading(name, by), papers]),
    ...distributionRows('authors', authors),
    ...distributionRows('upvotes', upvotes),
    ...mostUpvoted.map(({ title, upvotes }): Row => ['mostUpvoted', title, upvotes]),
    ...inputs.map(({ file, papers }): Row => ['inputs', file, papers]),
    ...countFormats(inputs).map(({ format, papers }): Row => ['formats', format, papers]),
    ...Object.entries(missing).map(([key, papers]): Row => ['missing', key, papers]),
  ];
  const escaped = rows.map(([section, name, value]) => [
    section,
    encodeCell('title', name, { escapeFormulas: true, prefixIds: false }),
    value,
  ]);
  return stringify([['section', 'name', 'value'], ...escaped]);
}

/** The formats in order of first occurrence. */
export function countFormats(inputs: readonly InputCount[]): FormatCount[] {
  const counts = new Map<string, FormatCount>();
  for (const { format, papers } of inputs) {
    const before = counts.get(format) ?? { format, files: 0, papers: 0 };
    counts.set(format, { format, files: before.files + 1, papers: before.papers + papers });
  }
  return [...counts.values()];
}

function distributionRows(section: string, distribution: Distribution | null): Row[] {
  if (distribution === null) return [];
  const { bins, ...values } = distribution;
  return [
    ...Object.entries(values).map(([name, value]): Row => [section, name, value]),
    // Not `2-3`, which spreadsheets read as a date.
    ...bins.map((bin): Row => [section, binName(bin, ' to '), bin.papers]),
  ];
}

/** `1`, `2–3` */
export function binName({ from, to }: Bin, dash: string): string {
  return from === to ? String(from) : `${from}${dash}${to}`;
}
