import { type CalendarUnit, unitName, unitNumber } from '../calendar/units.ts';
import { hasValue } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { increment } from '../text/count.ts';
import { type GroupKey, groupComparison, groupIdentity, groupNames, isCalendarUnit } from './group.ts';
import { sortFirst } from './stages.ts';

/** The statistics that `stats` prints. */
export interface Statistics {
  readonly papers: number;
  /** Days of the oldest and the newest paper; null if no paper has a date. */
  readonly dates: { readonly first: string; readonly last: string } | null;
  readonly by: GroupKey;
  /**
   * Calendar units with papers, in order; months if the papers are grouped by something else. Papers for which only the year is
   * known are counted in years.
   */
  readonly periods: readonly PeriodCount[];
  /** Other groups, the largest first; absent if the papers are grouped by a calendar unit. */
  readonly groups?: readonly GroupCount[];
  readonly authors: Distribution | null;
  readonly upvotes: Distribution | null;
  /** The most upvoted papers, without those that have no upvotes. */
  readonly mostUpvoted: readonly UpvotedPaper[];
  /** How many of the papers without a date have a year. */
  readonly yearOnly: number;
  /** How many papers lack each of these. */
  readonly missing: Readonly<Record<MissingKey, number>>;
}

export interface PeriodCount {
  /** `2026-10-04`, `2026-W40`, `2026-10` or `2026` */
  readonly period: string;
  /** A number that increases by one from unit to unit, so that gaps can be detected. */
  readonly number: number;
  readonly papers: number;
}

export interface GroupCount {
  /** null for papers without a value. */
  readonly name: string | null;
  readonly papers: number;
}

/** The distribution of a count over the papers that have it. */
export interface Distribution {
  readonly papers: number;
  readonly min: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly max: number;
  /** Papers whose count is within `from` and `to`, both included: 0, 1, 2–3, 4–7, 8–15 and so on. */
  readonly bins: readonly Bin[];
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly papers: number;
}

export type UpvotedPaper = Pick<Paper, 'title' | 'date' | 'upvotes' | 'id' | 'url'>;

const missingKeys = ['abstract', 'authorCount', 'date', 'upvotes', 'id', 'url'] as const;

export type MissingKey = (typeof missingKeys)[number];

const MOST_UPVOTED = 5;

/**
 * Collects statistics. Memory grows with the number of distinct days, counts and groups, not with the number of papers.
 */
export class StatisticsCollector {
  readonly #by: GroupKey;
  readonly #groups = new Map<string | null, { readonly name: string | null; size: number }>();
  #papers = 0;
  readonly #days = new Map<string, number>();
  /** Papers without a date, by year. */
  readonly #years = new Map<number, number>();
  readonly #authorCounts = new Map<number, number>();
  readonly #upvotes = new Map<number, number>();
  readonly #missing: Record<MissingKey, number> = {
    abstract: 0,
    authorCount: 0,
    date: 0,
    upvotes: 0,
    id: 0,
    url: 0,
  };
  readonly #mostUpvoted: Paper[] = [];
  readonly #byUpvotes = sortFirst((a, b) => Number(b.upvotes) - Number(a.upvotes), MOST_UPVOTED, {
    push: (paper) => this.#mostUpvoted.push(paper),
    end: () => {},
  });

  constructor(by: GroupKey) {
    this.#by = by;
  }

  push(paper: Paper): void {
    this.#papers += 1;
    if (!isCalendarUnit(this.#by)) this.#countGroups(paper, this.#by);
    for (const key of missingKeys) if (!hasValue(paper, key)) this.#missing[key] += 1;
    if (paper.date !== null) increment(this.#days, paper.date);
    else if (paper.year !== undefined) increment(this.#years, paper.year);
    if (paper.authorCount !== null) increment(this.#authorCounts, paper.authorCount);
    if (paper.upvotes === null) return;
    increment(this.#upvotes, paper.upvotes);
    if (paper.upvotes > 0) this.#byUpvotes.push(paper);
  }

  #countGroups(paper: Paper, by: GroupKey): void {
    for (const name of groupNames(paper, by)) {
      const key = groupIdentity(name);
      const group = this.#groups.get(key);
      if (group === undefined) this.#groups.set(key, { name, size: 1 });
      else group.size += 1;
    }
  }

  /** Call once, after the last paper. */
  end(): Statistics {
    const by = this.#by;
    const unit = isCalendarUnit(by) ? by : 'month';
    const groups = [...this.#groups.values()].sort(groupComparison(by));
    this.#byUpvotes.end();
    const days = [...this.#days.keys()].sort();
    const [first, last] = [days[0], days.at(-1)];
    return {
      papers: this.#papers,
      dates: first === undefined || last === undefined ? null : { first, last },
      by,
      periods: periodCounts(this.#days, unit === 'year' ? this.#years : new Map(), unit),
      ...(!isCalendarUnit(by) && { groups: groups.map(({ name, size }) => ({ name, papers: size })) }),
      authors: distribution(this.#authorCounts),
      upvotes: distribution(this.#upvotes),
      mostUpvoted: this.#mostUpvoted.map(({ title, date, upvotes, id, url }) => ({
        title,
        date,
        upvotes,
        ...(id === undefined ? {} : { id }),
        ...(url === undefined ? {} : { url }),
      })),
      yearOnly: [...this.#years.values()].reduce((sum, papers) => sum + papers, 0),
      missing: this.#missing,
    };
  }
}

/** @param others counts of papers without a day, by the number of the unit */
function periodCounts(
  days: ReadonlyMap<string, number>,
  others: ReadonlyMap<number, number>,
  by: CalendarUnit,
): PeriodCount[] {
  const counts = new Map(others);
  for (const [date, papers] of days) increment(counts, unitNumber(date, by), papers);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([number, papers]) => ({ period: unitName(number, by), number, papers }));
}

/** @param counts how many papers have each value */
export function distribution(counts: ReadonlyMap<number, number>): Distribution | null {
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return null;
  const papers = sorted.reduce((sum, [, count]) => sum + count, 0);
  return {
    papers,
    min: lowest[0],
    lowerQuartile: quantile(sorted, papers, 0.25),
    median: quantile(sorted, papers, 0.5),
    upperQuartile: quantile(sorted, papers, 0.75),
    max: highest[0],
    bins: bins(sorted, lowest[0]),
  };
}

/**
 * The quantile of a distribution, interpolated between two papers like QUARTILE.INC in spreadsheets.
 */
function quantile(sorted: readonly [number, number][], papers: number, share: number): number {
  const rank = (papers - 1) * share;
  const lower = valueAt(sorted, Math.floor(rank));
  return lower + (rank % 1) * (valueAt(sorted, Math.ceil(rank)) - lower);
}

/** @param rank counted from 0 among all papers */
function valueAt(sorted: readonly [number, number][], rank: number): number {
  let before = 0;
  for (const [value, papers] of sorted) {
    before += papers;
    if (rank < before) return value;
  }
  return 0;
}

/** Each bin but the first two is twice as wide as the one before it, because counts spread over orders of magnitude. */
function bins(sorted: readonly [number, number][], lowest: number): Bin[] {
  const result: Bin[] = [];
  let bin = { from: 0, to: 0, papers: 0 };
  for (const [value, papers] of sorted) {
    while (value > bin.to) {
      if (bin.to >= lowest) result.push(bin);
      const from = Math.max(1, bin.from * 2);
      bin = { from, to: from * 2 - 1, papers: 0 };
    }
    bin.papers += papers;
  }
  return [...result, bin];
}
