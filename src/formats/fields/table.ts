import { lazyFormat } from '../lazy-format.ts';
import { alignedHeader } from './aligned-table.ts';
import { beginsFieldRows } from './field-rows.ts';
import { hasMarkdownTable } from './markdown-cells.ts';
import { hasSqlRows } from './sql-rows.ts';
import { declaredDelimiter, readHeader } from './table-header.ts';

/** CSV, TSV and the like, Markdown tables, and tables that are drawn or aligned with spaces. */
export const table = lazyFormat(
  {
    name: 'table',
    isData: true,
    detect(head) {
      return hasSqlRows(head) || hasMarkdownTable(head) || hasHeader(head);
    },
  },
  () => import('./table-reader.ts'),
);

/** Whether one of the first lines names columns, with a row below that is as long. */
export function hasHeader(head: string): boolean {
  const lines = head.split('\n', 40).filter((line) => line.trim() !== '');
  let declared: string | undefined;
  return lines.some((line, index) => {
    if (beginsFieldRows(line.trim(), lines[index + 1]?.trim() ?? '')) return true;
    declared = declaredDelimiter(line.trim()) ?? declared;
    const text = line.replace(/\r$/, '');
    return (
      index < 31 &&
      !line.startsWith('|') &&
      (readHeader(text, declared) !== null || alignedHeader(text, lines[index + 1] ?? '') !== null)
    );
  });
}
