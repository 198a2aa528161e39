import { existsSync, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { SourceError } from '../diagnostics/errors.ts';

/** One input to read. */
export interface Source {
  /** As messages and `source.file` show it; `-` for standard input. */
  readonly name: string;
  /** null for standard input; bytes if the name is not UTF-8. */
  readonly path: string | Buffer | null;
  /** Found in a folder or by a pattern, not named by the user. */
  readonly isFound: boolean;
}

/** An operand, or a part of it, that cannot be read. */
export interface BadSource {
  readonly name: string;
  readonly error: unknown;
}

/**
 * The sources that the operands of a command name, in order: files, `-`, every regular file below a folder (hidden ones left
 * out, sorted, links to folders not followed), and the matches of a pattern such as `dumps/*.txt` if there is no such file.
 */
export async function* expandSources(operands: readonly string[]): AsyncGenerator<Source | BadSource> {
  for (const operand of operands) {
    if (operand === '-' || operand === '/dev/stdin') yield { name: '-', path: null, isFound: false };
    else yield* atLeastOne(operand, isPattern(operand) ? matches(operand) : expandPath(operand, false));
  }
}

/** An empty folder must not be mistaken for one without papers. */
async function* atLeastOne(
  name: string,
  sources: AsyncIterable<Source | BadSource> | Iterable<Source | BadSource>,
): AsyncGenerator<Source | BadSource> {
  let isEmpty = true;
  for await (const source of sources) {
    isEmpty = false;
    yield source;
  }
  if (isEmpty) yield { name, error: new SourceError('contains no files to read') };
}

/** Whether the operand is a pattern: it has pattern characters and no file has this name. */
function isPattern(operand: string): boolean {
  return /[*?[{]|[!@+]\(/.test(operand) && !existsSync(operand);
}

/** Maximum number of brace alternatives; the matcher holds them all in memory. */
const MOST_ALTERNATIVES = 10_000;

async function* matches(pattern: string): AsyncGenerator<Source | BadSource> {
  if (countAlternatives(pattern) > MOST_ALTERNATIVES) {
    const error = new SourceError(`its braces expand to more than ${MOST_ALTERNATIVES} names: name a folder instead`);
    yield { name: pattern, error };
    return;
  }
  const { default: glob } = await import('fast-glob');
  let paths: string[];
  try {
    // Include folders, as shells do, but do not read their files twice.
    paths = await glob(withLiteralPlus(pattern), {
      onlyFiles: false,
      followSymbolicLinks: false,
      suppressErrors: true,
    });
  } catch (error) {
    yield { name: pattern, error };
    return;
  }
  if (paths.length === 0) yield { name: pattern, error: new SourceError('no file matches') };
  const seen = new Set<string>();
  for (const path of paths.sort(byCodeUnit)) {
    for (const source of expandPath(path, true)) {
      if (!seen.has(source.name)) yield source;
      seen.add(source.name);
    }
  }
}

/** The number of patterns that the braces expand to: 6 for `{a,b}{1..3}`. */
function countAlternatives(pattern: string): number {
  let count = 1;
  let rest = pattern;
  let group = INNERMOST_BRACES.exec(rest);
  while (group !== null && count <= MOST_ALTERNATIVES) {
    const [text, inner = ''] = group;
    const range = /^(-?\d+)\.\.(-?\d+)(?:\.\.|$)/.exec(inner);
    count *= range === null ? inner.split(',').length : Math.abs(Number(range[2]) - Number(range[1])) + 1;
    rest = rest.replace(text, '');
    group = INNERMOST_BRACES.exec(rest);
  }
  return count;
}

const INNERMOST_BRACES = /\{([^{}]*)\}/;

/** Escapes `+`: the matcher reads `[ab]+` as one or more letters, but shells take the `+` literally. */
function withLiteralPlus(pattern: string): string {
  return pattern.replace(/([\])])\+(?!\()/g, '$1\\+');
}

function* expandPath(given: string | Buffer, isFound: boolean): Generator<Source | BadSource> {
  const name = given.toString();
  let path = given;
  let stats: Stats;
  try {
    path = withOriginalBytes(given);
    stats = statSync(path);
    // Links to folders may be circular.
    if (isFound && stats.isDirectory() && lstatSync(path).isSymbolicLink()) return;
  } catch (error) {
    yield { name, error };
    return;
  }
  if (stats.isDirectory()) yield* filesBelow(path);
  else if (stats.isFile() || !isFound) yield { name, path, isFound };
}

function* filesBelow(folder: string | Buffer): Generator<Source | BadSource> {
  let files: { name: string; path: string | Buffer }[];
  try {
    files = namesIn(folder).map((name) => ({ name: name.toString(), path: joined(folder, name) }));
  } catch (error) {
    yield { name: folder.toString(), error };
    return;
  }
  for (const { name, path } of files.sort((a, b) => byCodeUnit(a.name, b.name))) {
    if (!name.startsWith('.')) yield* expandPath(path, true);
  }
}

/** Returns bytes if a name is not UTF-8, so that its file can be opened. */
function namesIn(folder: string | Buffer): (string | Buffer)[] {
  const names = readdirSync(folder);
  return names.some((name) => name.includes('\ufffd')) ? readdirSync(folder, { encoding: 'buffer' }) : names;
}

/** The path of a file whose name is not UTF-8: Node replaces such bytes in arguments by U+FFFD. */
function withOriginalBytes(path: string | Buffer): string | Buffer {
  if (typeof path !== 'string' || !basename(path).includes('\ufffd') || existsSync(path)) return path;
  const folder = dirname(path);
  const name = namesIn(folder).find((candidate) => candidate.toString() === basename(path));
  return name === undefined ? path : joined(folder, name);
}

function joined(folder: string | Buffer, name: string | Buffer): string | Buffer {
  if (typeof folder === 'string' && typeof name === 'string') return join(folder, name);
  return Buffer.concat([Buffer.from(folder), Buffer.from('/'), Buffer.from(name)]);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
