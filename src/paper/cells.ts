import { numberKeys, type PaperKey } from './keys.ts';
import type { Paper } from './paper.ts';

export interface CellOptions {
  /** Put `'` before a text that a spreadsheet would run as a formula. */
  readonly escapeFormulas: boolean;
  /** Write identifiers as `arXiv:2503.02130`, so that spreadsheets do not read them as numbers. */
  readonly prefixIds: boolean;
}

type CellValue = Paper[PaperKey];

const ID_PREFIX = 'arXiv:';
const SEPARATOR = '; ';

const listKeys: ReadonlySet<PaperKey> = new Set(['authors', 'categories']);

// Characters that begin a formula in a spreadsheet, including full-width forms (OWASP, "CSV Injection").
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
// The texts that would otherwise be mistaken for escaped ones: `'=1`, `''=1`, `'`, and nothing at all.
const LIKE_ESCAPED = /^(?:'+(?:[=+\-@\t\r\n＝＋－＠]|$)|$)/;
const ESCAPED = /^'+(?:[=+\-@\t\r\n＝＋－＠]|$)/;

/**
 * The text of one cell of a table (CSV, TSV); {@link decodeCell} gives the value back.
 *
 * - null or absent: an empty cell
 * - a list: its elements joined by `; `, or a JSON array if they could not be split again or would look like a printed list
 * - `source`: a JSON object
 * - a text that could be a formula: one `'` is put before it. So that reading the table is the exact reverse, a text that
 *   already consists of apostrophes followed by such a character or by nothing gets one more, with or without
 *   `escapeFormulas`:
 *
 *       =1+1   →   '=1+1          '=1+1   →   ''=1+1          'tis   →   'tis
 */
export function encodeCell(key: PaperKey, value: CellValue, options: CellOptions): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') {
    return key === 'id' && (options.prefixIds || value.startsWith(ID_PREFIX))
      ? ID_PREFIX + value
      : escapeText(value, options.escapeFormulas);
  }
  if (Array.isArray(value)) {
    const isPlain = value.length > 0 && value.every(isPlainElement) && !isPrintedList(value.join(SEPARATOR));
    return isPlain ? escapeList(value, options) : JSON.stringify(value);
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * The value that {@link encodeCell} wrote, undefined for an empty cell. Invalid values are returned
 * as text, for the schema to reject. It also reads what spreadsheets make of a cell: `TRUE`, and lists joined by `;`.
 */
export function decodeCell(key: PaperKey, cell: string): unknown {
  if (cell === '') return undefined;
  if (numberKeys.has(key)) return /^\d+$/.test(cell) ? Number(cell) : cell;
  if (key === 'dateInferred') return cell.toLowerCase() === 'true' ? true : cell;
  if (key === 'source') return parseJson(cell);
  const text = ESCAPED.test(cell) ? cell.slice(1) : cell;
  if (key === 'id' && text.startsWith(ID_PREFIX)) return text.slice(ID_PREFIX.length);
  if (!listKeys.has(key)) return text;
  return text.startsWith('[') ? parseJson(text) : text.split(';').map((element) => element.trim());
}

function escapeText(text: string, escapeFormulas: boolean): string {
  return LIKE_ESCAPED.test(text) || (escapeFormulas && FORMULA.test(text)) ? `'${text}` : text;
}

function escapeList(elements: readonly string[], options: CellOptions): string {
  return escapeText(elements.join(SEPARATOR), options.escapeFormulas);
}

/** Whether a list with this element can be joined and split again. */
function isPlainElement(element: string): boolean {
  return element !== '' && !element.includes(';') && !element.startsWith('[') && element === element.trim();
}

/** Whether the text is a list as the table on a terminal prints it: `Ada Clay, Bo Ek`, `Ada Clay and others` */
export function isPrintedList(text: string): boolean {
  return !text.startsWith('[') && !text.includes(';') && /,\s|\sand (?:\d+ )?others?$/.test(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
