import type { Diagnostic } from '../../src/diagnostic.ts';
import { preloadReaders } from '../../src/formats/preload.ts';
import { type LineAccount, ListingParser } from '../../src/listing-parser.ts';
import type { Paper } from '../../src/paper.ts';

export interface Parsed {
  readonly format: string | null;
  readonly papers: Paper[];
  /** Where each paper starts. */
  readonly lines: number[];
  readonly diagnostics: Diagnostic[];
  readonly account: LineAccount;
}

/**
 * Parses a whole input, and fails when a line of it is lost in the account.
 *
 * @param chunkLength how many bytes are pushed at a time
 */
export function parse(input: string | Buffer, formatIn?: string, chunkLength = Number.POSITIVE_INFINITY): Parsed {
  preloadReaders();
  const papers: Paper[] = [];
  const lines: number[] = [];
  const diagnostics: Diagnostic[] = [];
  const parser = new ListingParser(
    { modified: '2026-10-04', trailingCount: 'upvotes', formatIn },
    {
      paper: (paper, line) => {
        papers.push(paper);
        lines.push(line);
      },
      diagnostic: (diagnostic) => diagnostics.push(diagnostic),
    },
  );
  const bytes = Buffer.from(input);
  for (let at = 0; at < bytes.length; at += chunkLength) parser.push(bytes.subarray(at, at + chunkLength));
  parser.end();
  const { total, blank, paper, boilerplate, unrecognized } = parser.lines;
  if (total !== blank + paper + boilerplate + unrecognized)
    throw new Error(`lines lost: ${JSON.stringify(parser.lines)}`);
  return { format: parser.format, papers, lines, diagnostics, account: parser.lines };
}
