import { type Fields, type FieldValue, isFields, isList } from './entry.ts';

/**
 * The rows of a table that was written column by column, as pandas does; null if the object is not one.
 *
 *     {"title": {"0": "Kites", "1": "Strings"}, "year": {"0": 2024, "1": 2025}}     {"title": ["Kites", "Strings"], "year": [2024, 2025]}
 */
export function columnRows(table: Fields): Fields[] | null {
  const names = columnNames(table);
  if (names !== null) return rowsOf(table, names);
  const first = firstOf(table);
  const places = first === undefined ? [] : placesOf(first);
  if (places.length === 0) return null;
  const columns = Object.entries(table);
  if (isList(first) && (columns.length < 2 || places.length < 2)) return null;
  const isTable = columns.every(([, column]) => {
    const own = placesOf(column);
    return isList(column) === isList(first) && own.length === places.length && own.at(-1) === places.at(-1);
  });
  if (!isTable) return null;
  return places.map((place) =>
    Object.fromEntries(
      columns.map(([name, column]) => [name, isFields(column) || isList(column) ? at(column, place) : null]),
    ),
  );
}

/**
 * The names of the columns if the object is a table of rows; null otherwise.
 *
 *     {"columns": ["title", "year"], "data": [["Kites", 2024], ["Strings", 2025]]}
 */
export function columnNames({ columns }: Fields): readonly string[] | null {
  if (columns === undefined || !isList(columns) || columns.length < 2) return null;
  return columns.every((name): name is string => typeof name === 'string') ? columns : null;
}

function rowsOf({ data, rows = data }: Fields, names: readonly string[]): Fields[] | null {
  if (rows === undefined || !isList(rows) || rows.length === 0) return null;
  const cells = rows.filter(isList);
  if (cells.length < rows.length || cells.some(({ length }) => length !== names.length)) return null;
  return cells.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? null])));
}

/** Most objects are records, and their first value shows it. */
function firstOf(table: Fields): FieldValue | undefined {
  for (const name in table) return table[name];
  return undefined;
}

/** The row numbers of a column; empty if it is not a column. */
function placesOf(column: FieldValue): string[] {
  if (!isFields(column) && !isList(column)) return [];
  const places = Object.keys(column);
  return places.every((place) => /^\d+$/.test(place)) ? places : [];
}

function at(column: Fields | readonly FieldValue[], place: string): FieldValue {
  const value: FieldValue | undefined = isList(column) ? column[Number(place)] : (column as Fields)[place];
  return value ?? null;
}
