import { isoDate, isPaperYear } from '../../calendar/day.ts';
import { decodeCell, isPrintedList } from '../../paper/cells.ts';
import { type PaperKey, paperKeys } from '../../paper/keys.ts';
import { type Paper, paperSchema } from '../../paper/paper.ts';
import { arxivIdOfUrl } from '../../text/arxiv-id.ts';
import type { Fields, FieldValue, Syntax } from './entry.ts';
import { isOwnRecord } from './own-record.ts';
import { mendedId } from './values.ts';

/**
 * The values of an own record that are as the schema wants them; a spreadsheet may have changed others.
 *
 * @returns null if offprint did not write the entry
 */
export function ownValues(fields: Fields, syntax: Syntax): Partial<Paper> | null {
  if (!isOwnRecord(fields, syntax)) return null;
  const values: { [key: string]: unknown } = {};
  for (const key of paperKeys) {
    const field = fields[key];
    if (field === undefined || field === null) continue;
    // A table that was printed for a terminal.
    if (syntax === 'table' && key === 'authors' && typeof field === 'string' && isPrintedList(field)) continue;
    const value = syntax === 'table' && typeof field === 'string' ? decodeCell(key, field) : field;
    const { success, data } = schemaOf(key).safeParse(value);
    if (key === 'id' && typeof data === 'string') values.id = wholeId(data, fields.url);
    else if (success && data !== undefined && data !== null && isPossible(key, data)) values[key] = data;
  }
  return values;
}

/** A spreadsheet rounds an identifier, but not the address that holds it. */
function wholeId(id: string, url: FieldValue | undefined): string {
  const mended = mendedId(id);
  const idOfUrl = typeof url === 'string' ? arxivIdOfUrl(url) : null;
  return mended === null || (idOfUrl !== null && idOfUrl !== mended) ? id : mended;
}

function schemaOf(key: PaperKey) {
  return paperSchema.shape[key];
}

/** Whether a listing can give this value of a key. */
function isPossible(key: PaperKey, value: unknown): boolean {
  if (key === 'year') return isPaperYear(Number(value));
  if (key !== 'date' && key !== 'announced') return isClean(value);
  const [year = 0, month = 0, day = 0] = String(value).split('-').map(Number);
  return isoDate(year, month, day) !== null;
}

/** Escapes such as `\u0007` bring control characters back, which no text of a record has. */
function isClean(value: unknown): boolean {
  if (typeof value === 'string') return !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/.test(value) && value.isWellFormed();
  return Array.isArray(value) ? value.every(isClean) : true;
}
