import fc from 'fast-check';
import { findOutputFormat } from '../../src/output/index.ts';
import { plainStyle, type Writer, type WriterOptions } from '../../src/output/writer.ts';
import type { Paper } from '../../src/paper/paper.ts';

export const defaults: WriterOptions = {
  columns: null,
  escapeFormulas: true,
  excel: false,
  width: 80,
  hasUnicode: true,
  style: plainStyle,
};

/** The whole output of a text format, written in batches of the given size. */
export async function write(
  format: string,
  papers: readonly Paper[],
  options: Partial<WriterOptions> = {},
  batch = 2,
): Promise<string> {
  return (await writeBytes(format, papers, options, batch)).toString();
}

/** The same for any format, as bytes. */
export async function writeBytes(
  format: string,
  papers: readonly Paper[],
  options: Partial<WriterOptions> = {},
  batch = 2,
): Promise<Buffer> {
  const writer = await findOutputFormat(format)?.open({ ...defaults, ...options });
  if (writer === undefined) throw new Error(`no output format ${format}`);
  return outputOf(writer, papers, batch);
}

/** The whole output of a writer. */
export async function outputOf(writer: Writer, papers: readonly Paper[], batch: number): Promise<Buffer> {
  // Copied, because bytes may change at the next call.
  const pieces = [Buffer.from(writer.begin())];
  for (let from = 0; from < papers.length; from += batch) {
    pieces.push(Buffer.from(writer.papers(papers.slice(from, from + batch))));
  }
  pieces.push(Buffer.from(await writer.end()));
  return Buffer.concat(pieces);
}

/** A paper with the given keys. */
export function paper(keys: Partial<Paper>): Paper {
  return { title: 'A Title', abstract: null, authorCount: null, date: null, upvotes: null, ...keys };
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'\'"=+-@\t\r\n;, []{}\\$%&_^~#<>`*'), maxLength: 6 }),
  fc.constantFrom(
    '=1+1',
    "'=1+1",
    "'",
    "''",
    'a; b',
    '["x"]',
    ' x ',
    '2503.02130',
    'مرحبا',
    '👩‍🔬',
    '＝1',
    '\ufeff',
    'null',
  ),
);
const text = hostile.filter((value) => value !== '');
const count = fc.nat(100_000);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

/** Papers that the schema allows, with texts made to break writers. */
export const anyPaper: fc.Arbitrary<Paper> = fc
  .record({
    title: text,
    abstract: fc.option(hostile),
    authorCount: fc.option(count),
    date: fc.option(fc.constantFrom('2024-02-29', '1992-04-13')),
    upvotes: fc.option(count),
    commentCount: optional(count),
    dateInferred: optional(fc.constant(true as const)),
    id: optional(fc.oneof(fc.constantFrom('2503.02130', 'astro-ph/9204001', 'arXiv:1'), text)),
    url: optional(text),
    authors: optional(fc.array(text, { maxLength: 3 })),
    organization: optional(text),
    submittedBy: optional(text),
    githubUrl: optional(text),
    githubStars: optional(count),
    categories: optional(fc.array(text, { maxLength: 3 })),
    announceType: optional(fc.constantFrom('new', 'cross', 'replace', 'replace-cross')),
    authorComment: optional(text),
    journalRef: optional(text),
    doi: optional(text),
    reportNumber: optional(text),
    source: optional(fc.record({ file: text, line: fc.integer({ min: 1, max: 1e6 }), format: text })),
  })
  .map((keys) => Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined)) as Paper);
