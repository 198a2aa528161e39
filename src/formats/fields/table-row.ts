import { findArxivId } from '../../text/arxiv-id.ts';
import { bareDoi } from '../../text/doi.ts';
import { pluralize } from '../../text/plural.ts';
import { remembering } from '../../text/remember.ts';
import type { Row } from './csv-rows.ts';
import { addValue, type Fields, type FieldValue } from './entry.ts';
import { candidatesOf } from './lookup.ts';
import type { FieldsReader } from './reader.ts';
import type { Reading } from './values.ts';
import { readDate } from './values-date.ts';

/**
 * Reports a row without a title if it has any other value of a paper; a row without values is blank.
 *
 * @returns whether it was a paper, or reported
 */
export function readRow(
  reader: FieldsReader,
  columns: readonly string[],
  { cells, line, endLine }: Row,
  readCell: (cell: string) => FieldValue = (cell) => cell,
): boolean {
  const fields: { [name: string]: FieldValue } = {};
  columns.forEach((name, index) => {
    const value = readCell(cells[index] ?? '');
    if (isOneAuthor(name)) {
      if (value !== '') addValue(fields, 'author names', value);
      return;
    }
    // Of columns with the same name the first with a value counts.
    if ((fields[name] ?? '') === '') define(fields, name, value);
  });
  const entry = { fields: fields satisfies Fields, line, endLine };
  return reader.entry(entry) || reader.withoutTitle(entry);
}

//     Author 1     author_2
const isOneAuthor = remembering((name) => /^author[\s_-]?\d{1,2}$/i.test(name), { most: 5000 });

function define(fields: { [name: string]: FieldValue }, name: string, value: FieldValue): void {
  Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
}

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

/** A row that has more lines than one. */
export function joinedRows(above: Row | null, row: Row): Row {
  if (above === null) return row;
  const cells = above.cells.map((cell, index) => `${cell} ${row.cells[index] ?? ''}`.trim());
  return { cells, line: above.line, endLine: row.endLine };
}

/** For messages. */
export function shapeOf(cells: readonly string[], columns: readonly string[]): string {
  return `${pluralize(cells.length, 'cell')} in a table of ${pluralize(columns.length, 'column')}`;
}
