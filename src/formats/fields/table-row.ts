import { pluralize } from '../../text/plural.ts';
import type { Fields, FieldValue } from './entry.ts';
import type { FieldsReader } from './reader.ts';

/** Reports a row without a title if it has any other value of a paper; a row without values is blank. */
export function readRow(
  reader: FieldsReader,
  columns: readonly string[],
  cells: readonly string[],
  line: number,
  endLine: number,
  readCell: (cell: string) => FieldValue = (cell) => cell,
): void {
  const fields: { [name: string]: FieldValue } = {};
  columns.forEach((name, index) => {
    const value = readCell(cells[index] ?? '');
    // Of columns with the same name the first with a value counts.
    if ((fields[name] ?? '') === '') define(fields, name, value);
  });
  const entry = { fields: fields satisfies Fields, line, endLine };
  if (!reader.entry(entry)) reader.withoutTitle(entry);
}

function define(fields: { [name: string]: FieldValue }, name: string, value: FieldValue): void {
  Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
}

/** For messages. */
export function shapeOf(cells: readonly string[], columns: readonly string[]): string {
  return `${pluralize(cells.length, 'cell')} in a table of ${pluralize(columns.length, 'column')}`;
}
