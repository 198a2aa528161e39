import type { Document } from '../document.ts';
import type { Fields } from '../fields/entry.ts';
import { paperOf } from '../fields/paper.ts';
import type { ReaderOutput } from '../format.ts';

/**
 * Reads the fields that a page holds between two offsets as a paper, by the vocabulary of named fields.
 *
 * @returns whether it is one
 */
export function readPaper(
  fields: Fields,
  start: number,
  end: number,
  document: Document,
  output: ReaderOutput,
): boolean {
  const { line } = document.position(start);
  const context = {
    syntax: 'json',
    ownValues: null,
    read: new Map(),
    notRead: new Set<string>(),
    used: new Set<string>(),
    nameOrders: { isGivenFirst: false },
  } as const;
  const entry = { fields, line, endLine: document.position(end).line };
  const found = paperOf(entry, context, (code, message, at) => output.report(code, message, at));
  if (found === null) return false;
  document.mark('paper', start, end);
  output.paper(found.paper, line);
  return true;
}
