import { corePaperKeys, type PaperKey, paperKeys } from '../../paper/keys.ts';
import type { Fields, Syntax } from './entry.ts';

const keys: ReadonlySet<string> = new Set(paperKeys);
/** Keys that only offprint writes. */
const ownKeys: ReadonlySet<string> = new Set(paperKeys.filter((key) => /[A-Z]/.test(key)));

export function isPaperKey(name: string): name is PaperKey {
  return keys.has(name);
}

/**
 * Whether offprint wrote the entry, so that its values come back as they are: JSON has all core keys, a table has no columns but
 * keys of the record.
 */
export function isOwnRecord(fields: Fields, syntax: Syntax): boolean {
  if (syntax === 'json') return corePaperKeys.every((key) => key in fields);
  return syntax === 'table' && areOwnColumns(Object.keys(fields));
}

/** Others count votes too, but offprint does not print names without their number by default. */
export function areOwnColumns(names: readonly string[]): boolean {
  const isOwn = names.some((name) => ownKeys.has(name)) || (names.includes('upvotes') && !names.includes('authors'));
  return isOwn && names.every((name) => keys.has(name));
}
