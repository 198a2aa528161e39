import { encodeCell } from '../paper/cells.ts';
import { numberKeys, type PaperKey } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { readable } from '../text/printable.ts';
import { authorsOf, placeOf } from './details.ts';
import { type Ellipsis, NARROWEST, shorten, widthOf } from './width.ts';
import { plainStyle, type Writer, type WriterOptions } from './writer.ts';

interface Column {
  readonly key: PaperKey;
  readonly width: number;
  readonly isNumber: boolean;
}

/** A line of the table, or a heading above the lines that follow. */
type Cells = Readonly<Record<PaperKey, string>>;
type Row = { readonly cells: Cells } | { readonly heading: string };

const GAP = '  ';
/** Texts are not shortened below this width. */
const NARROWEST_TEXT = 12;
/** The minimum width of a title, also as a share of the terminal, before more columns are added. */
const GOOD_TITLE = 36;
const GOOD_SHARE = 0.45;

/** Columns that may be shortened to fit a terminal, unlike numbers and addresses. */
const textKeys: ReadonlySet<PaperKey> = new Set([
  'title',
  'abstract',
  'authors',
  'organization',
  'submittedBy',
  'venue',
  'categories',
  'authorComment',
  'journalRef',
]);

/** The default columns in order of priority, if papers have them and they fit. */
const usualKeys = [
  'date',
  'year',
  'authorCount',
  'upvotes',
  'citationCount',
  'githubStars',
  'githubUrl',
  'authors',
  'venue',
  'url',
] as const;

/**
 * One line per paper, in columns as wide as their content. In a terminal, texts are shortened to fit. The rows are held until
 * the end, when the widths are known.
 */
export function openTable(options: WriterOptions): Writer {
  const keys: readonly PaperKey[] = options.columns ?? [...usualKeys, 'title'];
  const rows: Row[] = [];
  return {
    begin: () => '',
    papers: (papers) => {
      for (const paper of papers) rows.push({ cells: cellsOf(paper, keys, options) });
      return '';
    },
    heading: (text) => {
      rows.push({ heading: readable(text) });
      return '';
    },
    end: () => tableText(keys, rows, options),
  };
}

function tableText(keys: readonly PaperKey[], rows: readonly Row[], options: WriterOptions): string {
  const { style } = options;
  const width = Math.max(options.width, NARROWEST);
  const ellipsis = options.hasUnicode ? '…' : '...';
  const columns = chosenColumns(keys, rows, { ...options, width });
  const lines = rows.map((row) => {
    if ('heading' in row) return `\n${style.title(shorten(row.heading, width, ellipsis))}\n`;
    return tableLine(columns, ({ key }) => row.cells[key], ellipsis, style.highlight);
  });
  return `${style.title(tableLine(columns, ({ key }) => key, ellipsis).trimEnd())}\n${lines.join('')}`;
}

/** The columns with their widths: all named ones, else the default ones that papers have and that fit. */
function chosenColumns(keys: readonly PaperKey[], rows: readonly Row[], options: WriterOptions): Column[] {
  const all = keys.map((key) => {
    const widest = rows.reduce((most, row) => ('cells' in row ? Math.max(most, widthOf(row.cells[key])) : most), 0);
    return { key, widest, width: Math.max(widest, key.length), isNumber: numberKeys.has(key) };
  });
  if (options.columns !== null) return fitted(all, options.width);
  const known = all.filter(({ key, widest }) => key === 'title' || widest > 0);
  return fitted(withRoomForTitle(known, options.width), options.width);
}

/** The columns before the title that fit next to it. */
function withRoomForTitle(columns: readonly Column[], width: number): Column[] {
  const title = columns.filter(({ key }) => key === 'title');
  let room = width - Math.min(GOOD_TITLE, width * GOOD_SHARE, ...title.map((column) => column.width));
  const others = columns.filter(({ key, width: wanted }) => {
    const needed = (textKeys.has(key) ? Math.min(wanted, NARROWEST_TEXT * 2) : wanted) + GAP.length;
    if (key === 'title' || needed > room) return false;
    room -= needed;
    return true;
  });
  return [...others, ...title];
}

/** Narrows the widest text columns until a line fits, if possible. */
function fitted(columns: readonly Column[], width: number): Column[] {
  const total = columns.reduce((sum, column) => sum + column.width, (columns.length - 1) * GAP.length);
  if (total <= width) return [...columns];
  const texts = columns.filter(({ key }) => textKeys.has(key)).sort((a, b) => a.width - b.width);
  let room = width - (total - texts.reduce((sum, column) => sum + column.width, 0));
  const narrowed = new Map<Column, Column>();
  texts.forEach((column, index) => {
    // Narrow columns leave their unused share to the others.
    const share = Math.max(NARROWEST_TEXT, Math.floor(room / (texts.length - index)));
    const fitting = { ...column, width: Math.min(column.width, share) };
    narrowed.set(column, fitting);
    room -= fitting.width;
  });
  return columns.map((column) => narrowed.get(column) ?? column);
}

/** The texts of these keys; no others are asked for. */
function cellsOf(paper: Paper, keys: readonly PaperKey[], options: WriterOptions): Cells {
  return Object.fromEntries(keys.map((key) => [key, cellText(paper, key, options)])) as Cells;
}

function cellText(paper: Paper, key: PaperKey, { columns }: WriterOptions): string {
  if (key === 'source') return readable(placeOf(paper) ?? '');
  // Show as many names as lists do.
  if (key === 'authors' && columns === null)
    return readable(paper.authors === undefined ? '' : (authorsOf(paper) ?? ''));
  return readable(encodeCell(key, paper[key], { escapeFormulas: false, prefixIds: false }));
}

/** @param mark highlights the shortened cells of searched columns */
function tableLine(
  columns: readonly Column[],
  text: (column: Column) => string,
  ellipsis: Ellipsis,
  mark = plainStyle.highlight,
): string {
  const cells = columns.map((column) => {
    const { key, width } = column;
    const shown = textKeys.has(key) ? shorten(text(column), width, ellipsis) : text(column);
    const spaces = ' '.repeat(Math.max(0, width - widthOf(shown)));
    const marked = key === 'title' || key === 'abstract' ? mark(shown, key) : shown;
    return column.isNumber ? spaces + marked : marked + spaces;
  });
  return `${cells.join(GAP).trimEnd()}\n`;
}
