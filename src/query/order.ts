import { unitNumber } from '../calendar/units.ts';
import { InvalidValueError } from '../diagnostics/errors.ts';
import { type PaperKey, paperKeys } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { findName, suggestion } from '../text/suggest.ts';

export type Comparison = (a: Paper, b: Paper) => number;

/** An order of papers. */
export interface Order {
  /** It counts age, and so must be told from which day. */
  readonly countsAge: boolean;
  /** @param day from which age is counted, `YYYY-MM-DD` */
  comparison(day: string): Comparison;
}

export type SortKey = PaperKey | 'trending';

/** Keys to sort by: all that hold one value or a list of texts, and `trending`. */
export const sortKeys: readonly SortKey[] = [
  ...paperKeys.filter((key) => key !== 'source' && key !== 'dateInferred'),
  'trending',
];

const downwardKeys: ReadonlySet<SortKey> = new Set<SortKey>([
  'authorCount',
  'date',
  'upvotes',
  'commentCount',
  'githubStars',
  'citationCount',
  'announced',
  'year',
  'trending',
]);

/**
 * The order that `date,-title` names: by the first key, papers equal in it by the next, and so on. Numbers and dates go
 * downward and texts upward, `-` and `+` before a key choose; papers without the value come last either way.
 *
 * @throws InvalidValueError where a key is unknown
 */
export function parseOrder(text: string): Order {
  const keys = text.split(',').map((part) => parseKey(part.trim()));
  return {
    countsAge: keys.some(({ key }) => key === 'trending'),
    comparison: (day) => firstDifference(keys.map(({ key, isDownward }) => compareBy(key, isDownward, day))),
  };
}

function parseKey(text: string): { key: SortKey; isDownward: boolean } {
  const name = text.replace(/^[-+]/, '');
  const key = findName(name, sortKeys);
  if (key === undefined) {
    throw new InvalidValueError(
      `unknown key ${JSON.stringify(name)}${suggestion(name, sortKeys)}; known are ${sortKeys.join(', ')}`,
    );
  }
  return { key, isDownward: text.startsWith('-') || (!text.startsWith('+') && downwardKeys.has(key)) };
}

/** Compares by the first, papers equal in it by the next, and so on. */
function firstDifference(comparisons: readonly Comparison[]): Comparison {
  return (a, b) => {
    for (const compare of comparisons) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

function compareBy(key: SortKey, isDownward: boolean, day: string): Comparison {
  if (key === 'date') {
    // A paper of which only the year is known comes after those of that year that have a date.
    const yearOf = ({ date, year }: Paper) => (date === null ? (year ?? null) : Number(date.slice(0, 4)));
    const byYear = compareValues(yearOf, isDownward);
    const byDate = compareValues(({ date }) => date, isDownward);
    return (a, b) => (a.date !== null && b.date !== null ? byDate(a, b) : byYear(a, b) || byDate(a, b));
  }
  return compareValues(key === 'trending' ? trendingScore(day) : (paper) => sortValue(paper, key), isDownward);
}

function compareValues(value: (paper: Paper) => string | number | null, isDownward: boolean): Comparison {
  const sign = isDownward ? -1 : 1;
  // Texts go as in a dictionary, not by code unit, which would put every capital before every small letter.
  const collator = new Intl.Collator('en');
  return (a, b) => {
    const left = value(a);
    const right = value(b);
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

/**
 * Upvotes weighed against age, as news pages rank:
 *
 *     (upvotes + 1) / (days + 2) ^ 1.5
 *
 * A week after a paper came out, it takes nearly ten times the upvotes to stand where it stood on its first day. Papers without
 * upvotes or a date have no score; what is dated after the day counts as of that day.
 */
function trendingScore(day: string): (paper: Paper) => number | null {
  const today = unitNumber(day, 'day');
  const ageOf = remembered((date) => Math.max(0, today - unitNumber(date, 'day')));
  return ({ upvotes, date }) => (upvotes === null || date === null ? null : (upvotes + 1) / (ageOf(date) + 2) ** 1.5);
}

/** Papers are many and days are few, and each paper is compared many times. */
function remembered(compute: (date: string) => number): (date: string) => number {
  const known = new Map<string, number>();
  return (date) => {
    const before = known.get(date);
    if (before !== undefined) return before;
    const number = compute(date);
    known.set(date, number);
    return number;
  };
}
