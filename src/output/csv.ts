import { type Options, stringify } from 'csv-stringify/sync';
import { encodeCell } from '../paper-cells.ts';
import { corePaperKeys } from '../paper-keys.ts';
import type { Writer, WriterOptions } from './writer.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** CSV by RFC 4180, with LF unless it is for a spreadsheet. */
export function openCsv(options: WriterOptions): Writer {
  return openTable(options, ',');
}

/** CSV with tabs: the rare cell that holds a tab, a line break or a quote is quoted, every other stands as it is. */
export function openTsv(options: WriterOptions): Writer {
  return openTable(options, '\t');
}

function openTable(options: WriterOptions, delimiter: string): Writer {
  const columns = options.columns ?? corePaperKeys;
  const cellOptions = { escapeFormulas: options.escapeFormulas, prefixIds: options.excel };
  const tableOptions: Options = {
    delimiter,
    record_delimiter: options.excel ? '\r\n' : '\n',
    // csv-stringify itself looks for the row's own ending only.
    quoted_match: /[\r\n]/,
    // A row of one empty cell would be a blank line, which readers skip.
    quoted_empty: columns.length === 1,
  };
  return {
    begin: () => (options.excel ? BYTE_ORDER_MARK : '') + stringify([columns], tableOptions),
    papers: (papers) =>
      stringify(
        papers.map((paper) => columns.map((key) => encodeCell(key, paper[key], cellOptions))),
        tableOptions,
      ),
    end: () => '',
  };
}
