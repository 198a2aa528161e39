import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { outputFormats } from '../../src/output/index.ts';
import { setByte } from './mutations.ts';
import type { Random } from './random.ts';

const [firstFormat = '', ...otherFormats] = outputFormats.map(({ name }) => name);
const FORMATS = [firstFormat, ...otherFormats] as const;

/** How long a run of the program may take for an input of at most 64 KiB, in milliseconds. */
const LONGEST_RUN = 20_000;

const HAVE_NO_SOURCE: ReadonlySet<string> = new Set(['bibtex', 'ris', 'csl-json']);
const HAVE_COLUMNS: ReadonlySet<string> = new Set(['table', 'json', 'ndjson', 'csv', 'tsv']);

/** Any of these may stand behind any command that prints papers. */
const OPTIONS: readonly [string[], ...string[][]] = [
  ['--dedupe'],
  ['--sort', '-date,title'],
  ['--sort', 'trending'],
  ['--limit', '3'],
  ['--since', '2020'],
  ['--until', '30d'],
  ['--min-upvotes', '2'],
  ['--max-authors', '5'],
  ['--category', 'cs'],
  ['--author', 'goat'],
  ['--has', 'url'],
  ['--where', 'the -goat OR upvotes:>=2 date:[2020 TO 2026-03]'],
  ['--where', 'title:"a"'],
  ['--not-in', 'dump'],
  ['--limit-by', '2', '--by', 'author'],
  ['--limit-by', '1', '--by', 'week'],
  ['--unicode'],
  ['--as-of', '2025-02-28'],
  ['--trailing-count', 'comments'],
  ['--encoding', 'latin1'],
  ['--max-expansion', '1'],
  ['--color', 'always'],
  ['-q'],
];

const COMMANDS: readonly [string[], ...string[][]] = [
  ['parse'],
  ['grep', 'the'],
  ['grep', '-E', '(a|b)+c|the'],
  ['grep', '-v', '-w', 'we'],
];

const REPORTS: readonly [string[], ...string[][]] = [
  ['check'],
  ['check', '-f', 'json'],
  ['stats'],
  ['stats', '-f', 'json', '--by', 'week'],
  ['stats', '-f', 'csv'],
  ['grep', 'we', '-c'],
];

/** @returns what is wrong with how the whole program takes the input; null where nothing is */
export function tryCommandLine(input: Buffer, random: Random): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-fuzz-'));
  try {
    return tryIn(folder, input, random);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function tryIn(folder: string, input: Buffer, random: Random): string | null {
  const { bytes, isDamaged } = packed(input, random);
  writeFileSync(join(folder, 'dump'), bytes);
  const args = argumentsFor(random);
  const isStandardInput = random.oneIn(2);
  const run = spawnSync(process.execPath, [resolve('bin/offprint.js'), ...args, ...(isStandardInput ? [] : ['dump'])], {
    cwd: folder,
    input: isStandardInput ? bytes : '',
    timeout: LONGEST_RUN,
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  // A listing of known papers must hold some.
  const mayFail = isDamaged || args.includes('--not-in');
  const isForPeople = !args.includes('-f') && !args.includes('-o') && /^(?:check|stats)$/.test(args[0] ?? '');
  const files = readdirSync(folder).filter((name) => !/^dump$|^out\./.test(name));
  const faults = [
    run.signal !== null && `ended by ${run.signal}`,
    run.status !== 0 && run.status !== 1 && !(run.status === 2 && mayFail) && `status ${run.status}`,
    /internal error|^ +at .*:\d+:\d+/m.test(run.stderr) && 'an internal error',
    run.status === 2 && run.stderr === '' && 'a failure without a message',
    /[^\n\P{Cc}]/u.test(run.stderr) && 'a control character in a message',
    isForPeople && /[^\n\P{Cc}]|\p{Bidi_Control}/u.test(run.stdout) && 'a control character in a report',
    files.length > 0 && `a file is left: ${files}`,
  ].filter((fault) => fault !== false);
  return faults.length === 0 ? null : `offprint ${args.join(' ')}: ${faults.join(', ')}\n${run.stderr}`;
}

function argumentsFor(random: Random): string[] {
  if (random.oneIn(3)) return [...random.of(REPORTS)];
  const options = Array.from({ length: random.below(4) }, () => random.of(OPTIONS));
  const format = random.of(FORMATS);
  const full = /^(?:list|html|markdown)$/.test(format) && random.oneIn(3) ? ['--full'] : [];
  const source = !HAVE_NO_SOURCE.has(format) && random.oneIn(8) ? ['--source'] : [];
  const output = random.oneIn(4) ? ['-o', random.of(['out.txt', 'out.csv.gz', 'out.json'])] : [];
  const columns = HAVE_COLUMNS.has(format) && random.oneIn(3) ? ['--columns', 'all'] : [];
  const isTable = /^[ct]sv$/.test(format);
  const excel = isTable && random.oneIn(3) ? ['--excel'] : [];
  const unescaped = isTable && random.oneIn(3) ? ['--no-escape-formulas'] : [];
  return [
    random.of(COMMANDS),
    ...new Set(options),
    ['-f', format],
    columns,
    excel,
    unescaped,
    full,
    source,
    output,
  ].flat();
}

/** The input as it is, compressed, or compressed and damaged. */
function packed(input: Buffer, random: Random): { bytes: Buffer; isDamaged: boolean } {
  if (random.oneIn(2)) return { bytes: input, isDamaged: false };
  const whole = gzipSync(input);
  if (random.oneIn(4)) return { bytes: whole, isDamaged: false };
  const damaged = [
    () => whole.subarray(0, random.below(whole.length)),
    () => setByte(whole, random),
    () => Buffer.concat([whole, input]),
    () => Buffer.concat([whole, whole.subarray(0, random.below(whole.length))]),
  ] as const;
  return { bytes: random.of(damaged)(), isDamaged: true };
}
