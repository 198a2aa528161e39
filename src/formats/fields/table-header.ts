import { CsvRows } from './csv-rows.ts';
import { isKnownName, isTitleName } from './lookup.ts';

/** The row of a table that names its columns. */
export interface TableHeader {
  readonly delimiter: string;
  readonly columns: readonly string[];
}

/** Delimiters that are tried, the usual ones first. */
const DELIMITERS = [',', ';', '\t', '|'];

/** A longer line is not a row of names. */
const LONGEST_HEADER = 20_000;
const LONGEST_NAME = 80;

/**
 * Whether the cells name columns: a title among them, and something else that papers have unless there is nothing else.
 */
export function isHeader(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim()).filter((name) => name !== '');
  if (names.length === 1) return cells.length === 1 && names[0] === 'title';
  if (names.some((name) => name.length > LONGEST_NAME) || !names.some((name) => isTitleName(name, names))) return false;
  const known = names.filter(isKnownName).length;
  // `Title,Rating`, but not `Title, which we chose later`
  return known >= 2 || cells.every((cell) => /^\S+(?: \S+){0,2} ?$/.test(cell));
}

/** The header that a line is, with the delimiter that makes the most of it a name that is known; null if it is none. */
export function readHeader(line: string, declared?: string): TableHeader | null {
  if (line.length > LONGEST_HEADER) return null;
  const others = declared === undefined ? [...DELIMITERS, ...otherDelimiters(line)] : [declared];
  let best: TableHeader | null = null;
  let most = 0;
  for (const delimiter of others) {
    const columns = splitHeader(line, delimiter);
    if (columns.length > 1 && holdsLabels(columns)) continue;
    if (!isHeader(columns)) continue;
    const known = columns.filter(isKnownName).length;
    if (known <= most) continue;
    most = known;
    best = { delimiter, columns };
  }
  return best;
}

/** Whether the line is something else with names in it:  `Title: …`, `{"title": …`, but not `dc:title`, `Unnamed: 0` */
export function holdsLabels(names: readonly string[]): boolean {
  return names.some((name) => /:(?:\s+(?!\d+$)|$)|[{}[\]]/.test(name));
}

//     sep=;
export function declaredDelimiter(line: string): string | null {
  return /^"?sep=([^\w\s"]|\t|\\t| )"?$/i.exec(line)?.[1]?.replace('\\t', '\t') ?? null;
}

/** Signs between words of the line that may be meant as delimiters: `title~date`, `title^date`. */
function otherDelimiters(line: string): string[] {
  return [...new Set(line.match(/[~^§¦!%]/g) ?? [])];
}

//     Title,"Times Cited, All Databases",Year
function splitHeader(line: string, delimiter: string): string[] {
  let cells: readonly string[] = [];
  const rows = new CsvRows(delimiter, 0, {
    row: (row) => {
      cells = row.cells;
    },
    lost: () => {},
  });
  rows.push(line.replace(/^\ufeff/, ''), 1);
  return cells.map((cell) => cell.trim());
}

/** Delimiters between cells, but not those of sentences and numbers. */
const TIGHT_DELIMITERS = [/[^\s\d],(?=\S)|\d,(?=[^\s\d])/g, /;(?=\S)/g, /\t/g];
const LIST_ITEM = /^\s*(?:[-*+•]|\(?\d{1,4}[.)]|\[\d{1,4}\])\s/;
const MOST_ROWS = 40;

/**
 * Whether a text is rows of a table, so that no other format should look for papers in it if the header is lost:
 *
 *     0,Folding Kites,"A kite, folded.",2026-01-02,https://arxiv.org/abs/2601.01234
 */
export function hasRows(head: string): boolean {
  const lines = head.split('\n', MOST_ROWS).filter((line) => line.trim() !== '');
  if (lines.some((line) => LIST_ITEM.test(line))) return false;
  return TIGHT_DELIMITERS.some((delimiter) => {
    const rows = lines.filter((line) => (line.slice(0, LONGEST_HEADER).match(delimiter)?.length ?? 0) >= 2);
    return rows.length * 2 > lines.length;
  });
}
