import { readXlsx } from 'hucre/xlsx';
import { formats } from '../../src/formats/index.ts';
import { outputFormats } from '../../src/output/index.ts';
import { paperKeys } from '../../src/paper/keys.ts';
import { type Paper, paperSchema } from '../../src/paper/paper.ts';
import { writeBytes } from '../output/papers.ts';
import { type Reading, readListing } from '../read-listing.ts';
import { uncounted } from '../support/work.ts';
import { checkQueries } from './queries.ts';
import { Random } from './random.ts';

/** What no input may take, in milliseconds: far more than the slowest takes, far less than a quadratic run would. */
const LONGEST_RUN = uncounted(2000);

/**
 * Reads the input in every way and fails where one of the promises is broken that hold for any input: nothing is thrown, every
 * line is accounted for (which {@link readListing} checks), time is bounded, papers fit their schema, what is written can be
 * read again, and where the input is cut into chunks makes no difference.
 *
 * @param seed chooses among the ways to read
 */
export async function holdToPromises(input: Buffer, seed: number): Promise<Reading> {
  const random = new Random(seed);
  const options = {
    ...(random.oneIn(3) && { formatIn: random.of(formatNames()) }),
    ...(random.oneIn(20) && { encoding: random.of(['utf-8', 'latin1', 'utf-16be', 'shift_jis']) }),
    ...(random.oneIn(4) && { asOf: '2025-02-28' }),
    ...(random.oneIn(4) && { trailingCount: 'comments' as const }),
  };
  const { reading, elapsed } = await timed(input, options);
  // Once more, where it may have been something else on the machine that took so long.
  if (elapsed > LONGEST_RUN && (await timed(input, options)).elapsed > LONGEST_RUN) {
    throw new Error(`${input.length} bytes took ${Math.round(elapsed)} ms`);
  }
  checkReading(reading);
  await checkWriting(reading, random);
  checkQueries(reading.papers, random);
  const other = await readListing(input, options, chunksOf(input, random));
  const difference = firstDifference(reading, other);
  if (difference !== null) throw new Error(`cutting the input into other chunks changes ${difference}`);
  return reading;
}

async function timed(input: Buffer, options: object): Promise<{ reading: Reading; elapsed: number }> {
  const start = performance.now();
  const reading = await readListing(input, options);
  return { reading, elapsed: performance.now() - start };
}

function formatNames(): readonly [string, ...string[]] {
  const [first, ...others] = formats.map(({ name }) => name);
  return [first ?? '', ...others];
}

function checkReading({ papers, starts, diagnostics, lines }: Reading): void {
  for (const paper of papers) paperSchema.parse(paper);
  for (const line of starts) if (!(line >= 1 && line <= lines.total)) throw new Error(`a paper starts on line ${line}`);
  for (const { line, column, message } of diagnostics) {
    if (!(line >= 1 && line <= lines.total && column >= 1)) throw new Error(`${message} on line ${line}:${column}`);
    if (/\n/.test(message)) throw new Error(`a message of two lines: ${message}`);
  }
  if (lines.unrecognized > 0 && papers.length > 0 && diagnostics.length === 0) {
    throw new Error('lines were not recognized and no diagnostic says so');
  }
}

/** What is written in a format that is input too reads as what was written; every other format takes any paper. */
async function checkWriting({ papers }: Reading, random: Random): Promise<void> {
  const name = random.of(WRITTEN);
  const columns = name === 'csv' || name === 'tsv' ? paperKeys : null;
  const options = { columns, excel: random.oneIn(2), escapeFormulas: random.oneIn(2), hasUnicode: random.oneIn(2) };
  const bytes = await writeBytes(name, papers, options, random.below(5) + 1);
  const count = await countIn(name, bytes);
  if (count !== null && count !== papers.length) throw new Error(`${name} has ${count} of ${papers.length} papers`);
  const formatIn = READ_AGAIN[name];
  if (formatIn === undefined) return;
  const text = bytes.toString();
  // A spreadsheet is given TeX as Unicode.
  if (options.excel && columns !== null && papers.flatMap(textsWithTex).some((text) => /[\\`'~{-]/.test(text))) return;
  const again = await readListing(text, { formatIn }, chunksOf(Buffer.from(text), random));
  const difference = firstDifference({ papers: inOrder(papers) }, { papers: inOrder(again.papers) });
  if (difference !== null) throw new Error(`${name} is read as something else: ${difference}`);
}

function textsWithTex({ title, abstract, authors, authorComment, journalRef }: Paper) {
  return [title, abstract, authors, authorComment, journalRef].flat().filter((text) => typeof text === 'string');
}

/** The papers that other programs find in formats that are no input; null for the others. */
async function countIn(format: string, bytes: Buffer): Promise<number | null> {
  if (format === 'xlsx') return ((await readXlsx(bytes)).sheets[0]?.rows.length ?? 0) - 1;
  if (format === 'html') {
    const [, data = ''] = bytes.toString().split('id="data">');
    return JSON.parse(data.slice(0, data.indexOf('</script>'))).papers.length;
  }
  if (format === 'csl-json') return JSON.parse(bytes.toString()).length;
  if (format === 'parquet' && !/^PAR1.*PAR1$/s.test(bytes.toString('latin1'))) throw new Error('no Parquet file');
  return null;
}

/** The format as which an output is read. */
const READ_AGAIN: { readonly [output: string]: string } = { json: 'json', ndjson: 'json', csv: 'table', tsv: 'table' };
const WRITTEN = ['json', 'ndjson', 'csv', 'tsv', ...outputFormats.map(({ name }) => name)] as const;

/** A table has its own order of keys, and as in every text a CR in it is a line ending like any other. */
function inOrder(papers: readonly Paper[]) {
  return papers.map((paper) =>
    JSON.stringify(paper, [...paperKeys, 'file', 'line', 'format']).replace(/(?:\\r)?\\n|\\r/g, '\\n'),
  );
}

/** Lengths of chunks, many of them tiny. */
function chunksOf(input: Buffer, random: Random): number[] {
  const lengths: number[] = [];
  const longest = input.length > 128 * 1024 ? 128 * 1024 : 4096;
  for (let left = input.length; left > 0 && lengths.length < 2000; ) {
    const length = 1 + random.length(Math.min(left, longest));
    lengths.push(length);
    left -= length;
  }
  return lengths;
}

type Compared = Partial<Record<keyof Reading, unknown>>;

/** What differs first, with some of the text around it. */
function firstDifference(a: Compared, b: Compared): string | null {
  for (const key of ['format', 'lines', 'papers', 'starts', 'diagnostics'] as const) {
    const [whole = '', other = ''] = [JSON.stringify(a[key]), JSON.stringify(b[key])];
    if (whole === other) continue;
    let at = 0;
    while (whole[at] === other[at]) at += 1;
    const around = (text: string) => text.slice(Math.max(0, at - 100), at + 100);
    return `${key}: …${around(whole)}… becomes …${around(other)}…`;
  }
  return null;
}
