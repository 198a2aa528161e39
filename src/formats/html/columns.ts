import { isKnownName } from '../fields/lookup.ts';
import { isHeader } from '../fields/table-header.ts';

/** Whether the cells of a row name the columns of a table of papers, not the title of one: `Title`, `Round Kites`. */
export function nameColumns(cells: readonly string[]): boolean {
  return isHeader(cells) && cells.filter(isKnownName).length > 1;
}

/** Whether a page has a row that names columns. */
export function hasTable(head: string): boolean {
  const [, ...rows] = head.split(/<tr\b[^<>]{0,999}>/i);
  return rows.some((row) => {
    const [, ...cells] = (row.split(/<\/?(?:tr|table)\b/i, 1)[0] ?? '').split(/<t[dh]\b[^<>]{0,999}>/i);
    return nameColumns(cells.map((cell) => cell.replace(/<[^<>]{0,999}>/g, '').trim()));
  });
}
