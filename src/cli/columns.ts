import { corePaperKeys, type PaperKey, paperKeys } from '../paper/keys.ts';
import { keyNamed } from '../query/key-name.ts';
import type { WhereQuery } from '../query/where.ts';

/** What `--columns` takes. */
export const columnNames = [...paperKeys, 'all'] as const;

export type ColumnChoice = readonly PaperKey[];

/**
 * The columns that a user names.
 *
 *     title,date    these, in this order
 *     +id,url       the five core columns and these
 *     all           every column
 *
 * @throws InvalidValueError if a name is unknown
 */
export function parseColumns(text: string): ColumnChoice {
  if (text.toLowerCase() === 'all') return paperKeys;
  const named = parseKeys(text.replace(/^\+/, ''));
  return [...new Set(text.startsWith('+') ? [...corePaperKeys, ...named] : named)];
}

/**
 * The keys that a user names, separated by commas.
 *
 * @throws InvalidValueError if a name is unknown
 */
export function parseKeys(text: string): PaperKey[] {
  return text.split(',').map((name) => keyNamed(name.trim(), paperKeys));
}

interface SourceOptions {
  readonly source?: true;
  readonly columns?: ColumnChoice;
}

interface SourceSelection {
  readonly has?: readonly PaperKey[];
  readonly where?: readonly WhereQuery[];
}

/** Whether papers need their `source`: to print it, or because a selection names it. */
export function readsSource(options: SourceOptions & SourceSelection): boolean {
  const { has = [], where = [] } = options;
  return needsSource(options) || has.includes('source') || where.some(({ keys }) => keys.has('source'));
}

/** Whether `source` is printed: requested by the option or by naming the column. */
function needsSource({ source, columns }: SourceOptions): boolean {
  return source === true || (columns !== undefined && columns !== paperKeys && columns.includes('source'));
}

/**
 * The columns that are written; null leaves them to the writer.
 *
 * @param format name of the output format
 */
export function chosenColumns(options: SourceOptions, format: string): ColumnChoice | null {
  const { columns } = options;
  if (!needsSource(options)) return columns ?? null;
  if (columns !== undefined) return [...new Set([...columns, 'source' as const])];
  if (format === 'table') return ['date', 'upvotes', 'title', 'source'];
  // JSON writers print every key that a paper has; CSV writers have default columns.
  return format === 'csv' || format === 'tsv' ? [...corePaperKeys, 'source'] : null;
}
