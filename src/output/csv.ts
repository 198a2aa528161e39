import { type Options, stringify } from 'csv-stringify/sync';
import { encodeCell } from '../paper/cells.ts';
import { corePaperKeys } from '../paper/keys.ts';
import { unicodePaper } from '../tex/unicode.ts';
import { LongCells } from './long-cells.ts';
import type { Writer, WriterOptions } from './writer.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** CSV (RFC 4180), with LF line endings unless it is for Excel. */
export function openCsv(options: WriterOptions): Writer {
  return openTable(options, options.delimiter ?? ',');
}

/** Tab-separated values: cells are quoted only if they contain a tab, a line break or a quote. */
export function openTsv(options: WriterOptions): Writer {
  return openTable(options, '\t');
}

function openTable(options: WriterOptions, delimiter: string): Writer {
  const columns = options.columns ?? corePaperKeys;
  const cellOptions = { escapeFormulas: options.escapeFormulas, prefixIds: options.excel };
  const ending = options.excel ? '\r\n' : '\n';
  const tableOptions: Options = {
    delimiter,
    record_delimiter: ending,
    // Quote a cell with any line ending, not only the row's own.
    quote_record_delimiter: true,
    // A row with one empty cell would be a blank line, which readers skip.
    quoted_empty: columns.length === 1,
  };
  const longCells = new LongCells();
  return {
    // Key names never need quotes.
    begin: () => (options.excel ? BYTE_ORDER_MARK : '') + columns.join(delimiter) + ending,
    papers: (papers) => {
      const rows = papers
        .map((paper) => (options.excel ? unicodePaper(paper) : paper))
        .map((paper) => columns.map((key) => longCells.count(encodeCell(key, paper[key], cellOptions))));
      return stringify(rows, tableOptions);
    },
    end: () => {
      const message = longCells.message('a spreadsheet will not show all of it');
      if (message !== undefined) options.warn?.(message);
      return '';
    },
  };
}
