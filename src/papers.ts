import { localDay, parsePeriod } from './calendar/period.ts';
import { InvalidValueError } from './diagnostics/errors.ts';
import { findOutputFormat, type OutputFormatName, outputFormats } from './output/index.ts';
import { plainStyle, type Writer } from './output/writer.ts';
import type { PaperKey, TextKey } from './paper/keys.ts';
import type { Paper } from './paper/paper.ts';
import type { GroupKey } from './query/group.ts';
import { identityOf } from './query/identity.ts';
import { parseOrder, type SortKey } from './query/order.ts';
import { PaperIndex } from './query/paper-index.ts';
import { PaperPattern } from './query/pattern.ts';
import { Query, type QueryOptions } from './query/query.ts';
import type { Selection } from './query/selection.ts';
import { type Statistics, StatisticsCollector } from './query/statistics.ts';
import { parseWhere } from './query/where.ts';
import { suggestion } from './text/suggest.ts';

/** Conditions that papers must all meet. A paper without the value in question is not selected. */
export interface SelectOptions extends Omit<Selection, 'pattern' | 'where'> {
  /** Text in the title or the abstract, ignoring case and accents. */
  readonly text?: string | undefined;
  /** Keys to search for `text`, instead of title and abstract. */
  readonly in?: readonly TextKey[] | undefined;
  /** A query as `--where` takes it: `lora -vision upvotes:>=5`. */
  readonly where?: string | undefined;
  /** First day: `2024`, `2024-03`, `2024-03-15`, `2024-W09`, `today`, `yesterday` or `30d`. */
  readonly since?: string | undefined;
  /** Last day (included), in the same forms. */
  readonly until?: string | undefined;
  /** Papers to leave out, such as those of an earlier listing; they are recognized as by {@link deduplicatePapers}. */
  readonly notIn?: Iterable<Paper> | undefined;
}

export interface OrderOptions {
  /** Return only the first N papers. */
  readonly limit?: number | undefined;
  /** The reference day for `trending`, `YYYY-MM-DD`; the day of the newest paper by default. */
  readonly asOf?: string | undefined;
}

/** A key to sort by: `-` for descending, `+` for ascending; by default, numbers and dates are descending, texts ascending. */
export type SortBy = SortKey | `-${SortKey}` | `+${SortKey}`;

export interface WriteOptions {
  /** Keys to write, in this order. */
  readonly columns?: readonly PaperKey[] | undefined;
  /** HTML: initial grouping of the page. */
  readonly by?: GroupKey | undefined;
  /** List, Markdown and HTML: print whole abstracts. */
  readonly full?: boolean | undefined;
  /** CSV: the character between cells; a comma by default. */
  readonly delimiter?: string | undefined;
  /** CSV and TSV: for Excel, with a byte order mark, CRLF, identifiers kept as text and TeX accents as Unicode. */
  readonly excel?: boolean | undefined;
  /** CSV and TSV: `'` before what a spreadsheet would run as a formula; true by default. */
  readonly escapeFormulas?: boolean | undefined;
  /** List and table: columns of the terminal; by default 80 for a list and no limit for a table. */
  readonly width?: number | undefined;
  /** Called at the end for everything that the format could not represent. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/**
 * Selects papers, in their order.
 *
 *     selectPapers(papers, { text: 'low-rank', since: '2024-01', has: ['githubUrl'] })
 *
 * @throws InvalidValueError if a date or a query is invalid
 */
export function selectPapers(papers: Iterable<Paper>, options: SelectOptions): Paper[] {
  const { text, where, since, until, notIn, ...rest } = options;
  const today = localDay(new Date());
  return queried(papers, {
    ...rest,
    pattern: text === undefined ? undefined : patternOf(text, options.in ?? ['title', 'abstract']),
    where: where === undefined ? undefined : [parseWhere(where, today)],
    since: since === undefined ? undefined : parsePeriod(since, today).first,
    until: until === undefined ? undefined : parsePeriod(until, today).last,
    notIn: notIn === undefined ? undefined : indexOf(notIn),
  });
}

/**
 * Sorts papers by the first key, then by the next, and so on. Papers without a value come last.
 *
 *     orderPapers(papers, ['upvotes', '-title'], { limit: 10 })
 *
 * @throws InvalidValueError if a key is unknown
 */
export function orderPapers(papers: Iterable<Paper>, keys: readonly SortBy[], options: OrderOptions = {}): Paper[] {
  return queried(papers, { ...options, order: parseOrder(keys.join(',')) });
}

/**
 * Removes duplicates. Records of the same paper (by identifier, DOI, or title with year, authors, venue or abstract) are merged
 * into one complete record with the latest counts.
 */
export function deduplicatePapers(papers: Iterable<Paper>): Paper[] {
  return queried(papers, { dedupe: true });
}

/**
 * Statistics of papers: dates, papers per group, and distributions of counts.
 *
 * @param by the key to group by; months by default
 */
export function paperStatistics(papers: Iterable<Paper>, by: GroupKey = 'month'): Statistics {
  const collector = new StatisticsCollector(by);
  for (const paper of papers) collector.push(paper);
  return collector.end();
}

/**
 * Writes papers in an output format, as a stream of bytes (UTF-8 in text formats).
 *
 *     await pipeline(writePapers(papers, 'xlsx'), createWriteStream('papers.xlsx'))
 *
 * @param papers from {@link readPapers}, or an array
 * @throws InvalidValueError if there is no such format
 */
export async function* writePapers(
  papers: Iterable<Paper> | AsyncIterable<Paper>,
  format: OutputFormatName,
  options: WriteOptions = {},
): AsyncGenerator<Uint8Array, void, void> {
  const writer = await openWriter(format, options);
  yield Buffer.from(writer.begin());
  let batch: Paper[] = [];
  for await (const paper of papers) {
    batch.push(paper);
    if (batch.length < BATCH) continue;
    yield Buffer.from(writer.papers(batch));
    batch = [];
  }
  yield Buffer.from(writer.papers(batch));
  yield Buffer.from(await writer.end());
}

/** Returns papers in a text format as a string. */
export async function formatPapers(
  papers: Iterable<Paper> | AsyncIterable<Paper>,
  format: Exclude<OutputFormatName, 'xlsx' | 'parquet'>,
  options: WriteOptions = {},
): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writePapers(papers, format, options)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/** Papers written at a time. */
const BATCH = 1000;

async function openWriter(name: OutputFormatName, options: WriteOptions): Promise<Writer> {
  const format = findOutputFormat(name);
  if (format === undefined) {
    const names = outputFormats.map((known) => known.name);
    throw new InvalidValueError(`format ${name}: known are ${names.join(', ')}${suggestion(name, names)}`);
  }
  return format.open({
    ...options,
    columns: options.columns ?? null,
    escapeFormulas: options.escapeFormulas ?? true,
    excel: options.excel ?? false,
    width: options.width ?? (name === 'table' ? Number.POSITIVE_INFINITY : 80),
    hasUnicode: true,
    style: plainStyle,
    warn: options.onWarning,
  });
}

function patternOf(text: string, fields: readonly TextKey[]): PaperPattern {
  return new PaperPattern({
    patterns: [text],
    fields,
    isRegExp: false,
    isCaseSensitive: false,
    matchesWholeWords: false,
    isInverted: false,
    needsAll: false,
  });
}

function indexOf(papers: Iterable<Paper>): PaperIndex<true> {
  const index = new PaperIndex<true>();
  for (const paper of papers) index.add(identityOf(paper), true);
  return index;
}

function queried(papers: Iterable<Paper>, options: QueryOptions): Paper[] {
  const found: Paper[] = [];
  const query = new Query(options, (paper) => found.push(paper));
  for (const paper of papers) query.push(paper);
  query.end();
  return found;
}
