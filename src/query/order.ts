import { InvalidValueError } from '../errors.ts';
import type { Paper } from '../paper.ts';
import { type PaperKey, paperKeys } from '../paper-keys.ts';
import { findName, suggestion } from '../suggest.ts';

export type Comparison = (a: Paper, b: Paper) => number;

/** Keys to sort by: all that hold one value or a list of texts. */
export const sortKeys: readonly PaperKey[] = paperKeys.filter((key) => key !== 'source' && key !== 'dateInferred');

const downwardKeys: ReadonlySet<PaperKey> = new Set<PaperKey>([
  'authorCount',
  'date',
  'upvotes',
  'commentCount',
  'githubStars',
]);

/**
 * The order that `date,-title` names: by the first key, papers equal in it by the next, and so on. Numbers and dates go
 * downward and texts upward, `-` and `+` before a key choose; papers without the value come last either way.
 *
 * @throws InvalidValueError where a key is unknown
 */
export function parseOrder(text: string): Comparison {
  const comparisons = text.split(',').map((part) => parseKey(part.trim()));
  return (a, b) => {
    for (const compare of comparisons) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

function parseKey(text: string): Comparison {
  const name = text.replace(/^[-+]/, '');
  const key = findName(name, sortKeys);
  if (key === undefined) {
    throw new InvalidValueError(
      `unknown key ${JSON.stringify(name)}${suggestion(name, sortKeys)}; known are ${sortKeys.join(', ')}`,
    );
  }
  const isDownward = text.startsWith('-') || (!text.startsWith('+') && downwardKeys.has(key));
  return compareBy(key, isDownward);
}

function compareBy(key: PaperKey, isDownward: boolean): Comparison {
  const sign = isDownward ? -1 : 1;
  // Texts go as in a dictionary, not by code unit, which would put every capital before every small letter.
  const collator = new Intl.Collator('en');
  return (a, b) => {
    const left = sortValue(a, key);
    const right = sortValue(b, key);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * collator.compare(String(left), String(right));
  };
}

function sortValue(paper: Paper, key: PaperKey): string | number | null {
  const value = paper[key];
  if (value === undefined || value === null) return null;
  return typeof value === 'number' || typeof value === 'string' ? value : String(value);
}
