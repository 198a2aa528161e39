import { pluralize } from '../../text/plural.ts';
import { remembering } from '../../text/remember.ts';
import type { Row } from './csv-rows.ts';
import { addValue, type Fields, type FieldValue } from './entry.ts';
import type { FieldsReader } from './reader.ts';

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
