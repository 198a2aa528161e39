import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { formats } from '../src/formats/index.ts';
import { type LineAccount, ListingParser, type ListingParserOptions } from '../src/formats/listing-parser.ts';
import { preloadReaders } from '../src/formats/preload.ts';
import type { Paper } from '../src/paper/paper.ts';

export interface Reading {
  readonly format: string | null;
  readonly papers: Paper[];
  /** The line on which each paper starts. */
  readonly starts: number[];
  readonly diagnostics: Diagnostic[];
  readonly lines: LineAccount;
}

const CHUNK_LENGTH = 64 * 1024;

/**
 * Reads a whole listing; fails if a line is not accounted for exactly once.
 *
 * @param chunkLengths the lengths of the first chunks; the others have the usual length
 */
export async function readListing(
  input: string | Uint8Array,
  options: Partial<ListingParserOptions> = {},
  chunkLengths: readonly number[] = [],
): Promise<Reading> {
  const { parser, reading } = startReading(options);
  const bytes = Buffer.from(input);
  for (let at = 0, chunk = 0; at < bytes.length; chunk += 1) {
    const length = chunkLengths[chunk] ?? CHUNK_LENGTH;
    pushAndOverwrite(parser, bytes.subarray(at, at + length));
    await parser.loading;
    at += length;
  }
  parser.end();
  await parser.loading;
  return reading();
}

/** The same with preloaded readers: synchronous, and with chunks of equal length. */
export function readListingNow(
  input: string | Uint8Array,
  formatIn?: string,
  chunkLength = Number.POSITIVE_INFINITY,
): Reading {
  preloadReaders();
  const { parser, reading } = startReading({ formatIn });
  const bytes = Buffer.from(input);
  for (let at = 0; at < bytes.length; at += chunkLength) pushAndOverwrite(parser, bytes.subarray(at, at + chunkLength));
  parser.end();
  return reading();
}

/** The names of all formats that recognize this beginning of a text, in the order of the table. */
export function formatsOf(head: string): string[] {
  return formats.filter((format) => format.detect(head)).map(({ name }) => name);
}

/** Overwrites the chunk afterwards, because a parser must not keep its memory. */
function pushAndOverwrite(parser: ListingParser, bytes: Buffer): void {
  const chunk = Buffer.from(bytes);
  parser.push(chunk);
  chunk.fill('?');
}

function startReading(options: Partial<ListingParserOptions>) {
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
  const reading = (): Reading => {
    checkAccount(parser.lines);
    return { format: parser.format, papers, starts, diagnostics, lines: parser.lines };
  };
  return { parser, reading };
}

/** @throws if a non-blank line is counted in none of the three kinds, or in two */
export function checkAccount(lines: LineAccount): void {
  const { total, blank, paper, boilerplate, unrecognized } = lines;
  if (paper + boilerplate + unrecognized !== total - blank) {
    throw new Error(`lines are not accounted for: ${JSON.stringify(lines)}`);
  }
}
