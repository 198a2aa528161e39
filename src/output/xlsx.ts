import { type CellStyle, type CellValue, type HyperlinkValue, rangeRef, writeXlsx } from 'hucre/xlsx';
import { InvalidValueError } from '../diagnostics/errors.ts';
import { encodeCell } from '../paper/cells.ts';
import { corePaperKeys, knownKeys, type PaperKey, paperKeys } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { number } from '../text/plural.ts';
import { CELL_LIMIT, LongCells } from './long-cells.ts';
import { safeAddress } from './reference.ts';
import type { Writer, WriterOptions } from './writer.ts';

// Excel specifications and limits, Microsoft: rows with the header, and links of a worksheet.
const MOST_ROWS = 1_048_576;
const MOST_LINKS = 65_530;
const LONGEST_LINK = 2079;
const FIRST_DAY = '1900-03-01';

const HEADER: CellStyle = { font: { bold: true } };

/** Column widths in characters; other columns are as wide as their names. */
const WIDTHS: Readonly<Partial<Record<PaperKey, number>>> = {
  title: 60,
  abstract: 60,
  authors: 36,
  date: 12,
  announced: 12,
  id: 18,
  url: 36,
  githubUrl: 36,
  organization: 24,
  submittedBy: 20,
  categories: 20,
  venue: 30,
  journalRef: 30,
  authorComment: 30,
  doi: 24,
  source: 30,
};

/**
 * A workbook of one sheet (ECMA-376): every column that any paper has, under a frozen header with filters. Days are dates,
 * identifiers are text, addresses are links. The papers are held until the end, when the columns are known.
 *
 * @throws InvalidValueError if there are more papers than a sheet has rows
 */
export function openXlsx(options: WriterOptions): Writer {
  const papers: Paper[] = [];
  return {
    begin: () => '',
    papers: (added) => {
      for (const paper of added) papers.push(paper);
      if (papers.length >= MOST_ROWS) {
        throw new InvalidValueError(
          `a sheet has room for ${number(MOST_ROWS - 1)} papers: use --limit, or csv or parquet`,
        );
      }
      return '';
    },
    end: () => workbook(papers, options),
  };
}

async function workbook(papers: readonly Paper[], options: WriterOptions): Promise<Uint8Array> {
  const keys = options.columns ?? (papers.length === 0 ? corePaperKeys : knownKeys(papers, paperKeys));
  const longCells = new LongCells();
  const links = new LinkCounter();
  const data = papers.map((paper) =>
    Object.fromEntries(keys.map((key) => [key, cellOf(paper, key, longCells, links)] as const)),
  );
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Papers',
        columns: keys.map((key) => ({ key, header: key, width: WIDTHS[key] ?? key.length + 4 })),
        data,
        // Column styles would also apply to the header.
        cells: new Map(keys.map((_, index) => [`0,${index}`, { style: HEADER }])),
        freezePane: { rows: 1 },
        autoFilter: { range: rangeRef(0, 0, papers.length, keys.length - 1) },
      },
    ],
  });
  for (const message of [longCells.message('the rest was cut off'), links.message()]) {
    if (message !== undefined) options.warn?.(message);
  }
  return bytes;
}

function cellOf(paper: Paper, key: PaperKey, longCells: LongCells, links: LinkCounter): CellValue | HyperlinkValue {
  const value = paper[key];
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const day = key === 'date' || key === 'announced' ? dayOf(String(value)) : null;
  if (day !== null) return day;
  // A text cell is never run as a formula.
  const text = cellText(longCells.count(encodeCell(key, value, { escapeFormulas: false, prefixIds: false })));
  const address = key === 'url' || key === 'githubUrl' ? safeAddress(text) : undefined;
  return address !== undefined && links.hasRoom(address) ? { text, hyperlink: address } : text;
}

/** null for days before 1900, which spreadsheets do not support as dates. */
function dayOf(date: string): Date | null {
  return date >= FIRST_DAY ? new Date(`${date}T00:00:00Z`) : null;
}

/**
 * The text as XML and Excel can hold it: `_x0041_` would be read as a letter (ECMA-376, ST_Xstring), and half of a character
 * or a control character makes the file unreadable.
 */
function cellText(text: string): string {
  const whole = text.length > CELL_LIMIT ? `${text.slice(0, CELL_LIMIT - 1)}…` : text;
  return whole
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Counts links: Excel rejects a sheet with too many. */
class LinkCounter {
  #wanted = 0;

  hasRoom(address: string): boolean {
    if (address.length > LONGEST_LINK) return false;
    this.#wanted += 1;
    return this.#wanted <= MOST_LINKS;
  }

  /** @returns a line for standard error; undefined if every address became a link */
  message(): string | undefined {
    if (this.#wanted <= MOST_LINKS) return undefined;
    return `a sheet has room for ${number(MOST_LINKS)} links: the addresses after them are text`;
  }
}
