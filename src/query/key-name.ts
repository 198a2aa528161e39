import { InvalidValueError } from '../diagnostics/errors.ts';
import { findName, suggestion } from '../text/suggest.ts';

/** Singular names for keys in the plural. */
const SINGULAR: Readonly<Record<string, string>> = { author: 'authors', category: 'categories' };

/**
 * The key that a user names, ignoring case and hyphens; a singular stands for a plural.
 *
 * @throws InvalidValueError with the nearest key, or with all keys if none is near
 */
export function keyNamed<Key extends string>(name: string, keys: readonly Key[]): Key {
  const key = findName(name, keys) ?? keys.find((one) => one === SINGULAR[name.toLowerCase()]);
  if (key !== undefined) return key;
  const hint = suggestion(name, keys) || `; keys are ${keys.join(', ')}`;
  throw new InvalidValueError(`unknown key ${JSON.stringify(name)}${hint}`);
}
