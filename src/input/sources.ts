import { existsSync, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { SourceError } from '../errors.ts';

/** One input to read. */
export interface Source {
  /** As messages and `source.file` show it; `-` for standard input. */
  readonly name: string;
  /** null for standard input. */
  readonly path: string | null;
  /** Found in a folder or by a pattern, not named by the user. */
  readonly isFound: boolean;
}

/** An operand, or a part of it, that is no source. */
export interface BadSource {
  readonly name: string;
  readonly error: unknown;
}

/**
 * The sources that the operands of a command name, in order: files, `-`, every regular file below a folder (hidden ones left
 * out, sorted, links to folders not followed), and what matches a pattern such as `dumps/*.txt` where no file is called that.
 */
export async function* expandSources(operands: readonly string[]): AsyncGenerator<Source | BadSource> {
  for (const operand of operands) {
    if (operand === '-' || operand === '/dev/stdin') yield { name: '-', path: null, isFound: false };
    else if (isPattern(operand)) yield* matches(operand);
    else yield* expandPath(operand, false);
  }
}

/** Whether the operand stands for other names: it has the characters of a pattern and no file has this name. */
function isPattern(operand: string): boolean {
  return /[*?[{]|[!@+]\(/.test(operand) && !existsSync(operand);
}

async function* matches(pattern: string): AsyncGenerator<Source | BadSource> {
  const { default: glob } = await import('fast-glob');
  let paths: string[];
  try {
    // Folders are wanted too, as when a shell expands the pattern; files in them must not come twice.
    paths = await glob(pattern, { onlyFiles: false, followSymbolicLinks: false, suppressErrors: true });
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

function* expandPath(path: string, isFound: boolean): Generator<Source | BadSource> {
  let stats: Stats;
  try {
    stats = statSync(path);
    // A link to a folder may lead round in a circle.
    if (isFound && stats.isDirectory() && lstatSync(path).isSymbolicLink()) return;
  } catch (error) {
    yield { name: path, error };
    return;
  }
  if (stats.isDirectory()) yield* filesBelow(path);
  else if (stats.isFile() || !isFound) yield { name: path, path, isFound };
}

function* filesBelow(folder: string): Generator<Source | BadSource> {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch (error) {
    yield { name: folder, error };
    return;
  }
  for (const name of names.sort(byCodeUnit)) yield* expandPath(join(folder, name), true);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
