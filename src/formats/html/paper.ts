import type { Document } from '../document.ts';
import type { Fields } from '../fields/entry.ts';
import { singlePaper } from '../fields/paper.ts';
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
  const entry = { fields, line, endLine: document.position(end).line };
  const paper = singlePaper(entry, (code, message, at) => output.report(code, message, at));
  if (paper === null) return false;
  document.mark('paper', start, end);
  output.paper(paper, line);
  return true;
}
