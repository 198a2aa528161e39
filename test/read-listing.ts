import type { Diagnostic } from '../src/diagnostic.ts';
import { type LineAccount, ListingParser, type ListingParserOptions } from '../src/listing-parser.ts';
import type { Paper } from '../src/paper.ts';

export interface Reading {
  readonly format: string | null;
  readonly papers: Paper[];
  /** The line on which each paper starts. */
  readonly starts: number[];
  readonly diagnostics: Diagnostic[];
  readonly lines: LineAccount;
}

/** Reads a whole listing; fails where a line is not accounted for exactly once. */
export async function readListing(
  input: string | Uint8Array,
  options: Partial<ListingParserOptions> = {},
): Promise<Reading> {
  const papers: Paper[] = [];
  const starts: number[] = [];
  const diagnostics: Diagnostic[] = [];
  const parser = new ListingParser(
    { modified: '2026-10-02', trailingCount: 'upvotes', ...options },
    {
      paper(paper, line) {
        papers.push(paper);
        starts.push(line);
      },
      diagnostic: (diagnostic) => diagnostics.push(diagnostic),
    },
  );
  const bytes = Buffer.from(input);
  for (let at = 0; at < bytes.length; at += 64 * 1024) {
    parser.push(bytes.subarray(at, at + 64 * 1024));
    await parser.loading;
  }
  parser.end();
  await parser.loading;
  const { total, blank, paper, boilerplate, unrecognized } = parser.lines;
  if (paper + boilerplate + unrecognized !== total - blank) {
    throw new Error(`lines are not accounted for: ${JSON.stringify(parser.lines)}`);
  }
  return { format: parser.format, papers, starts, diagnostics, lines: parser.lines };
}
