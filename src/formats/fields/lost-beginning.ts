import { findArxivId } from '../../text/arxiv-id.ts';
import { bareDoi } from '../../text/doi.ts';
import { candidatesOf } from './lookup.ts';
import type { Reading } from './values.ts';
import { readDate } from './values-date.ts';

/**
 * Whether a row with too few cells has lost its beginning, rather than empty cells at its end: its cells fit the last columns
 * better than the first ones.
 *
 *     Key,Title,Authors,Year,DOI
 *     ks as Clocks,"Moss, Tilda",2019,10.1000/182
 */
export function hasLostBeginning(columns: readonly string[], cells: readonly string[]): boolean {
  const missing = columns.length - cells.length;
  if (missing <= 0) return false;
  const misfits = (from: number, shift: number) =>
    cells.filter((cell, at) => at >= from && !fits(cell, columns[at + shift] ?? '')).length;
  // What is left of the first cell may be anything.
  return misfits(0, 0) > misfits(1, missing);
}

/** Whether a column of this name can hold the value. */
function fits(cell: string, column: string): boolean {
  const value = cell.trim();
  const rows = value === '' ? [] : candidatesOf({ [column]: value }, 'table').map(({ row }) => row);
  return rows.length === 0 || rows.some(({ key, read }) => (key === 'title' ? !isBare(value) : isOfKind(value, read)));
}

//     2019     10.1000/182     https://example.org/1
function isBare(value: string): boolean {
  return /^\d+$/.test(value) || /^https?:\S+$/.test(value) || bareDoi(value) !== null;
}

function isOfKind(value: string, reading: Reading): boolean {
  switch (reading) {
    case 'date':
    case 'dateText':
    case 'year':
      return readDate(value) !== null && bareDoi(value) === null;
    case 'count':
    case 'number':
      return /^[\d.,'’ +]+[km]?$|^\D{1,4}$/i.test(value);
    case 'doi':
      return bareDoi(value) !== null;
    case 'address':
      return /^https?:\S+$/i.test(value);
    case 'identifier':
    case 'bareIdentifier':
      return findArxivId(value) !== null;
    default:
      return true;
  }
}
