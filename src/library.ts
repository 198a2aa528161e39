import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { localDay, parseDay } from './calendar/period.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { InvalidValueError } from './diagnostics/errors.ts';
import { type FormatName, formats } from './formats/index.ts';
import { type LineAccount, ListingParser, type ListingParserOptions } from './formats/listing-parser.ts';
import { preloadReaders } from './formats/preload.ts';
import { decompress, MAX_EXPANSION } from './input/decompress.ts';
import { isEncodingLabel } from './input/encoding.ts';
import type { Paper } from './paper/paper.ts';
import { suggestion } from './text/suggest.ts';

/** Options for reading a listing; all are optional. */
export interface ParseOptions {
  /** Name of the format, such as `daily-papers`; detected from the first 64 KiB by default. */
  readonly formatIn?: FormatName | undefined;
  /** Encoding of bytes, by a label that `TextDecoder` knows; UTF-8, or according to a byte order mark, by default. */
  readonly encoding?: string | undefined;
  /** The day the listing was saved, `YYYY-MM-DD`: evidence for years that are not printed. */
  readonly asOf?: string | undefined;
  /** When the listing was last changed, the weakest evidence for years; now by default. */
  readonly modified?: Date | undefined;
  /** What a single number after the date counts in listings that print no votes; `upvotes` by default. */
  readonly trailingCount?: 'upvotes' | 'comments' | undefined;
  /** Gives every paper its `source`, with this file name. */
  readonly file?: string | undefined;
}

export interface ReadOptions extends ParseOptions {
  /** Called for each diagnostic while the input is read. */
  readonly onDiagnostic?: ((diagnostic: Diagnostic) => void) | undefined;
  /** Maximum ratio of decompressed to compressed size for a text over 100 MB; 200 by default. */
  readonly maxExpansion?: number | undefined;
}

export interface ParsedListing {
  /** In the order of the listing. */
  readonly papers: Paper[];
  readonly diagnostics: Diagnostic[];
  /** Name of the format; null if no format recognized the text; then there are no papers. */
  readonly format: string | null;
  /** How the lines were read: `total = blank + paper + boilerplate + unrecognized`. */
  readonly lines: LineAccount;
}

/**
 * Parses a listing in memory.
 *
 *     const { papers, diagnostics } = parseListing(await readFile('dump.txt'));
 *
 * Never throws because of the content of the listing; problems are in `diagnostics`.
 *
 * @param listing text, or its bytes in any encoding, not compressed
 * @throws InvalidValueError if the value of an option is invalid
 */
export function parseListing(listing: string | Uint8Array, options: ParseOptions = {}): ParsedListing {
  preloadReaders();
  const papers: Paper[] = [];
  const diagnostics: Diagnostic[] = [];
  const parser = openParser(typeof listing === 'string' ? { ...options, encoding: 'utf-8' } : options, {
    paper: (paper) => papers.push(paper),
    diagnostic: (diagnostic) => diagnostics.push(diagnostic),
  });
  parser.push(Buffer.from(listing));
  parser.end();
  return { papers, diagnostics, format: parser.format, lines: parser.lines };
}

/**
 * Reads the papers of a file or of a stream of bytes, such as a socket or the body of a `fetch`, compressed or not. Holds only
 * a small part of the listing in memory.
 *
 *     for await (const paper of readPapers('dump.txt')) console.log(paper.title);
 *
 * A listing in no known format has no papers.
 *
 * @param source a path, or the bytes
 * @throws InvalidValueError if the value of an option is invalid
 * @throws SourceError after the papers before the damage, if compressed data are damaged; also any error of the stream
 */
export async function* readPapers(
  source: string | AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<Paper, void, void> {
  if (typeof source === 'string') {
    const modified = options.modified ?? (await stat(source)).mtime;
    yield* readPapers(createReadStream(source), { ...options, modified });
    return;
  }
  let papers: Paper[] = [];
  const parser = openParser(options, {
    paper: (paper) => papers.push(paper),
    diagnostic: (diagnostic) => options.onDiagnostic?.(diagnostic),
  });
  let failure: unknown;
  try {
    for await (const chunk of decompress(source, options.maxExpansion ?? MAX_EXPANSION)) {
      parser.push(chunk);
      if (parser.loading !== null) await parser.loading;
      const found = papers;
      papers = [];
      yield* found;
    }
  } catch (error) {
    failure = error;
  }
  parser.end();
  if (parser.loading !== null) await parser.loading;
  yield* papers;
  if (failure !== undefined) throw failure;
}

function openParser(
  options: ParseOptions,
  output: { paper: (paper: Paper) => void; diagnostic: (diagnostic: Diagnostic) => void },
): ListingParser {
  const { file } = options;
  const parser: ListingParser = new ListingParser(checked(options), {
    diagnostic: output.diagnostic,
    paper: (paper, line) => {
      if (file !== undefined) paper.source ??= { file, line, format: parser.format ?? '' };
      output.paper(paper);
    },
  });
  return parser;
}

function checked(options: ParseOptions): ListingParserOptions {
  const { formatIn, encoding, asOf, modified = new Date(), trailingCount = 'upvotes' } = options;
  const names: readonly string[] = formats.map((format) => format.name);
  if (formatIn !== undefined && !names.includes(formatIn)) {
    throw new InvalidValueError(
      `formatIn ${formatIn}: expected one of ${names.join(', ')}${suggestion(formatIn, names)}`,
    );
  }
  if (encoding !== undefined && !isEncodingLabel(encoding)) {
    throw new InvalidValueError(`encoding ${encoding}: not supported by TextDecoder`);
  }
  return { formatIn, encoding, asOf: checkedDay('asOf', asOf), modified: localDay(modified), trailingCount };
}

function checkedDay(name: string, text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : parseDay(text, localDay(new Date()));
  } catch (error) {
    throw error instanceof InvalidValueError ? new InvalidValueError(`${name} ${text}: ${error.message}`) : error;
  }
}
