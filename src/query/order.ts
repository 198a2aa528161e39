import { unitNumber } from '../calendar/units.ts';
import { numberKeys, type PaperKey, paperKeys } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { remembering } from '../text/remember.ts';
import { keyNamed } from './key-name.ts';

export type Comparison = (a: Paper, b: Paper) => number;

/** An order of papers. */
export interface Order {
  /** Whether the order depends on the age of papers, and so needs a reference day. */
  readonly usesAge: boolean;
  /** @param day the reference day for ages, `YYYY-MM-DD` */
  comparison(day: string): Comparison;
}

export type SortKey = PaperKey | 'trending';

/** Keys to sort by: all with a single value or a list of texts, and `trending`. */
export const sortKeys: readonly SortKey[] = [
  ...paperKeys.filter((key) => key !== 'source' && key !== 'dateInferred'),
  'trending',
];

const descendingKeys: ReadonlySet<SortKey> = new Set<SortKey>([...numberKeys, 'date', 'announced', 'trending']);

/**
 * Parses an order such as `date,-title`: by the first key, then by the next, and so on. By default, numbers and dates are
 * descending and texts ascending; `-` before a key means descending and `+` ascending. Papers without the value come last
 * either way.
 *
 * @throws InvalidValueError if a key is unknown
 */
export function parseOrder(text: string): Order {
  const keys = text.split(',').map((part) => parseKey(part.trim()));
  return {
    usesAge: keys.some(({ key }) => key === 'trending'),
    comparison: (day) => firstDifference(keys.map(({ key, isDescending }) => compareBy(key, isDescending, day))),
  };
}

function parseKey(text: string): { key: SortKey; isDescending: boolean } {
  const name = text.replace(/^[-+]/, '');
  const key = keyNamed(name, sortKeys);
  return { key, isDescending: text.startsWith('-') || (!text.startsWith('+') && descendingKeys.has(key)) };
}

/** Compares by the first comparison, then by the next, and so on. */
function firstDifference(comparisons: readonly Comparison[]): Comparison {
  return (a, b) => {
    for (const compare of comparisons) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

function compareBy(key: SortKey, isDescending: boolean, day: string): Comparison {
  if (key === 'date') {
    // A paper with only a year comes after the dated papers of that year.
    const yearOf = ({ date, year }: Paper) => (date === null ? (year ?? null) : Number(date.slice(0, 4)));
    const byYear = compareValues(yearOf, isDescending);
    const byDate = compareValues(({ date }) => date, isDescending);
    return (a, b) => (a.date !== null && b.date !== null ? byDate(a, b) : byYear(a, b) || byDate(a, b));
  }
  return compareValues(key === 'trending' ? trendingScore(day) : (paper) => sortValue(paper, key), isDescending);
}

function compareValues(value: (paper: Paper) => string | number | null, isDescending: boolean): Comparison {
  const sign = isDescending ? -1 : 1;
  // Texts are sorted as in a dictionary, not by code unit, which would put all capitals first.
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
 * Upvotes weighted by age, as news sites rank:
 *
 *     (upvotes + 1) / (days + 2) ^ 1.5
 *
 * After a week, a paper needs nearly ten times the upvotes for the same rank as on its first day. Papers without upvotes or a
 * date have no score; papers dated after the reference day count as of that day.
 */
function trendingScore(day: string): (paper: Paper) => number | null {
  const today = unitNumber(day, 'day');
  // There are few days, and each paper is compared many times.
  const ageOf = remembering((date) => Math.max(0, today - unitNumber(date, 'day')), { most: Infinity });
  return ({ upvotes, date }) => (upvotes === null || date === null ? null : (upvotes + 1) / (ageOf(date) + 2) ** 1.5);
}
