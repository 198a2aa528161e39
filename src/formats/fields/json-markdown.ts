import { readPrintedDate } from '../../calendar/printed-date.ts';
import type { Fields } from './entry.ts';
import { markdownCells, markdownField, markdownValue } from './markdown-cells.ts';

/** The columns of the tables that cv-arxiv-daily and its copies make of the rows. */
const COLUMNS = ['Publish Date', 'Title', 'Authors', 'PDF', 'Code'];

/**
 * The rows of a Markdown table that are the members of an object; empty for any other object.
 *
 *     {"2601.01234": "|**2026-01-02**|**Round Kites**|Ada Clay et.al.|[2601.01234](http://arxiv.org/abs/2601.01234)|null|\n"}
 */
export function markdownRows(fields: Fields): Fields[] {
  return Object.values(fields).flatMap((value) => {
    if (typeof value !== 'string' || !value.startsWith('|')) return [];
    const cells = markdownCells(value.trim());
    if (cells.length !== COLUMNS.length || readPrintedDate(markdownValue(cells[0] ?? '').text)?.kind !== 'day')
      return [];
    return [Object.fromEntries(COLUMNS.map((name, index) => [name, markdownField(cells[index] ?? '')]))];
  });
}
