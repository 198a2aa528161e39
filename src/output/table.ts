import { encodeCell } from '../paper/cells.ts';
import type { PaperKey } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { readable } from '../text/printable.ts';
import { placeOf } from './details.ts';
import { type Ellipsis, NARROWEST, shorten, widthOf } from './width.ts';
import { plainStyle, type Writer, type WriterOptions } from './writer.ts';

interface Column {
  readonly key: PaperKey;
  readonly label: string;
  readonly width: number;
  readonly isNumber: boolean;
}

const GAP = '  ';
const NARROWEST_TEXT = 8;

/** Columns whose cells are all about as wide; all others share what is left of the width. */
const FIXED: Partial<Record<PaperKey, { width: number; label?: string; isNumber?: boolean }>> = {
  date: { width: 10 },
  id: { width: 16 },
  authorCount: { width: 7, label: 'authors', isNumber: true },
  upvotes: { width: 7, isNumber: true },
  commentCount: { width: 8, label: 'comments', isNumber: true },
  githubStars: { width: 6, label: 'stars', isNumber: true },
  dateInferred: { width: 8, label: 'inferred' },
  announceType: { width: 13, label: 'announced' },
};
const LABELS: Partial<Record<PaperKey, string>> = { authors: 'names' };

/** For looking over in a terminal: one line a paper. Widths are fixed, so that the first line need not wait for the last. */
export function openTable(options: WriterOptions): Writer {
  const width = Math.max(options.width, NARROWEST);
  const columns = tableColumns(options.columns ?? defaultKeys(width), width);
  const { highlight, title } = options.style;
  const ellipsis = options.hasUnicode ? '…' : '...';
  return {
    begin: () => `${title(tableLine(columns, ({ label }) => label, ellipsis).trimEnd())}\n`,
    papers: (papers) =>
      papers.map((paper) => tableLine(columns, ({ key }) => cellText(paper, key), ellipsis, highlight)).join(''),
    heading: (text) => `\n${title(shorten(readable(text), width, ellipsis))}\n`,
    end: () => '',
  };
}

function defaultKeys(width: number): PaperKey[] {
  if (width >= 60) return ['date', 'authorCount', 'upvotes', 'title'];
  return width >= 40 ? ['date', 'upvotes', 'title'] : ['date', 'title'];
}

/** The columns with their widths; those for which there is no room left are cut or left out. */
function tableColumns(keys: readonly PaperKey[], width: number): Column[] {
  const fixed = keys.reduce((sum, key) => sum + (FIXED[key]?.width ?? 0), (keys.length - 1) * GAP.length);
  const flexible = keys.filter((key) => FIXED[key] === undefined).length;
  const share = Math.max(NARROWEST_TEXT, Math.floor((width - fixed) / Math.max(1, flexible)));
  let room = width;
  return keys.flatMap((key) => {
    const column = {
      key,
      label: FIXED[key]?.label ?? LABELS[key] ?? key,
      width: Math.min(FIXED[key]?.width ?? share, room),
      isNumber: FIXED[key]?.isNumber ?? false,
    };
    room -= column.width + GAP.length;
    return column.width > 0 ? [column] : [];
  });
}

function cellText(paper: Paper, key: PaperKey): string {
  if (key === 'source') return readable(placeOf(paper) ?? '');
  return readable(encodeCell(key, paper[key], { escapeFormulas: false, prefixIds: false }));
}

/** @param mark what to do with the cells of columns whose texts a query looks at, once they are cut */
function tableLine(
  columns: readonly Column[],
  text: (column: Column) => string,
  ellipsis: Ellipsis,
  mark = plainStyle.highlight,
): string {
  const cells = columns.map((column) => {
    const shortened = shorten(text(column), column.width, ellipsis);
    const spaces = ' '.repeat(Math.max(0, column.width - widthOf(shortened)));
    const { key } = column;
    const marked = key === 'title' || key === 'abstract' ? mark(shortened, key) : shortened;
    return column.isNumber ? spaces + marked : marked + spaces;
  });
  return `${cells.join(GAP).trimEnd()}\n`;
}
