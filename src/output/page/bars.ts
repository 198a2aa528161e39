import { type CalendarUnit, calendarUnits, unitName, unitNumber } from '../../calendar/units.ts';
import type { PaperKey } from '../../paper/keys.ts';
import type { Paper } from '../../paper/paper.ts';
import { groupHeading } from '../../query/group.ts';
import { distribution } from '../../query/statistics.ts';
import { increment } from '../../text/count.ts';
import { number, pluralize } from '../../text/plural.ts';

export interface ChartBar {
  readonly label: string;
  /** The label below the axis, if there is room. */
  readonly tick: string;
  readonly value: number;
  /** First and last day of a bar for a period. */
  readonly range?: readonly [since: string, until: string];
}

/** More bars than this are too thin to be seen. */
const MOST_BARS = 60;
const WIDEST_STEP = 64;
/** Width of a digit in a label, in pixels. */
const DIGIT = 6.3;
/** Space between two labels, in pixels. */
const TICK_GAP = 10;

/** The number of papers in each day, week, month or year: the shortest unit with few enough bars. */
export function timeBars(papers: readonly Paper[]): { readonly unit: CalendarUnit; readonly bars: ChartBar[] } {
  const dates = papers.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  const fits = (unit: CalendarUnit) => unitNumber(last, unit) - unitNumber(first, unit) < MOST_BARS;
  const unit = calendarUnits.find(fits) ?? 'year';
  if (dates.length === 0) return { unit: 'month', bars: [] };
  const counts = new Map<number, [count: number, since: string, until: string]>();
  for (const date of dates) {
    const at = unitNumber(date, unit);
    const known = counts.get(at);
    counts.set(at, known === undefined ? [1, date, date] : [known[0] + 1, known[1], date]);
  }
  const bars: ChartBar[] = [];
  for (let at = unitNumber(first, unit); at <= unitNumber(last, unit); at += 1) {
    const name = unitName(at, unit);
    const [value = 0, since, until] = counts.get(at) ?? [];
    const label = `${groupHeading(name, unit)}: ${pluralize(value, 'paper')}`;
    bars.push({ label, tick: name, value, ...(since && until && { range: [since, until] as const }) });
  }
  return { unit, bars };
}

/** The distribution of a count, in the bins of `stats`. */
export function countBars(papers: readonly Paper[], key: PaperKey): ChartBar[] {
  const counts = new Map<number, number>();
  for (const paper of papers) {
    const value = paper[key];
    if (typeof value === 'number') increment(counts, value);
  }
  return (distribution(counts)?.bins ?? []).map(({ from, to, papers: value }) => {
    const tick = from === to ? number(from) : `${number(from)}–${number(to)}`;
    return { label: `${tick}: ${pluralize(value, 'paper')}`, tick, value };
  });
}

/** The width of a bar with the space around it, in pixels. */
export function stepOf(bars: readonly ChartBar[], width: number): number {
  return Math.min(width / Math.max(1, bars.length), WIDEST_STEP);
}

/** The middle of each tick label, by the index of its bar: as many as fit without touching each other. */
export function tickPlaces(bars: readonly ChartBar[], width: number): Map<number, number> {
  const step = stepOf(bars, width);
  const places = new Map<number, number>();
  let end = -TICK_GAP;
  bars.forEach(({ tick }, index) => {
    const half = (tick.length * DIGIT) / 2;
    const middle = Math.max((index + 0.5) * step, half);
    if (middle - half < end + TICK_GAP || middle + half > width) return;
    places.set(index, middle);
    end = middle + half;
  });
  return places;
}
