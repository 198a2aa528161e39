import { type CalendarUnit, calendarUnits, unitName, unitNumber } from '../../calendar/units.ts';
import type { PaperKey } from '../../paper/keys.ts';
import type { Paper } from '../../paper/paper.ts';
import { groupHeading } from '../../query/group.ts';
import { distribution } from '../../query/statistics.ts';
import { number, pluralize } from '../../text/plural.ts';
import { svgElement } from './dom.ts';

export interface Bar {
  readonly label: string;
  /** What stands below the axis, where there is room. */
  readonly tick: string;
  readonly value: number;
  /** First and last day of a bar that stands for a time. */
  readonly range?: readonly [since: string, until: string];
}

/** More bars than this are too thin to be seen. */
const MOST_BARS = 60;
const HEIGHT = 150;
const BASE = HEIGHT - 20;
const TOP = 16;
/** Pixels that a digit of a label takes. */
const DIGIT = 6.3;

/** How many papers there are in each day, week, month or year: the finest of them that gives few enough bars. */
export function timeBars(papers: readonly Paper[]): { readonly unit: CalendarUnit; readonly bars: Bar[] } {
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
  const bars: Bar[] = [];
  for (let at = unitNumber(first, unit); at <= unitNumber(last, unit); at += 1) {
    const name = unitName(at, unit);
    const [value = 0, since, until] = counts.get(at) ?? [];
    const label = `${groupHeading(name, unit)}: ${pluralize(value, 'paper')}`;
    bars.push({ label, tick: name, value, ...(since && until && { range: [since, until] as const }) });
  }
  return { unit, bars };
}

/** How many papers have how high a count, in the bins of `stats`. */
export function countBars(papers: readonly Paper[], key: PaperKey): Bar[] {
  const counts = new Map<number, number>();
  for (const paper of papers) {
    const value = paper[key];
    if (typeof value === 'number') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return (distribution(counts)?.bins ?? []).map(({ from, to, papers: value }) => {
    const tick = from === to ? number(from) : `${number(from)}–${number(to)}`;
    return { label: `${tick}: ${pluralize(value, 'paper')}`, tick, value };
  });
}

/**
 * A bar chart.
 *
 * @param width in pixels
 * @param label what it shows, for who cannot see it
 * @param choose called with the range of a bar that is clicked
 */
export function barChart(
  bars: readonly Bar[],
  width: number,
  label: string,
  choose?: (since: string, until: string) => void,
): SVGElement {
  const most = bars.reduce((greatest, { value }) => Math.max(greatest, value), 1);
  const step = Math.min(width / Math.max(1, bars.length), 64);
  const longest = bars.reduce((length, { tick }) => Math.max(length, tick.length), 0) * DIGIT;
  const every = Math.ceil((longest + 10) / step);
  const chart = svgElement('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': label });
  chart.append(svgElement('line', { x1: 0, x2: width, y1: BASE + 0.5, y2: BASE + 0.5 }));
  bars.forEach((bar, index) => {
    const height = bar.value === 0 ? 0 : Math.max(2, ((BASE - TOP) * bar.value) / most);
    const x = index * step;
    const group = svgElement(
      'g',
      {},
      svgElement('title', {}, bar.label),
      svgElement('rect', { class: 'hit', x, y: 0, width: step, height: BASE }),
      svgElement('rect', {
        class: 'bar',
        x: x + step * 0.1,
        y: BASE - height,
        width: step * 0.8,
        height,
        rx: Math.min(3, step / 4),
      }),
    );
    if (step > 28 && bar.value > 0) group.append(centred(number(bar.value), x + step / 2, BASE - height - 4));
    const middle = Math.max(x + step / 2, (bar.tick.length * DIGIT) / 2);
    if (index % every === 0 && middle + longest / 2 <= width) group.append(centred(bar.tick, middle, HEIGHT - 6));
    const { range } = bar;
    if (range !== undefined && choose !== undefined) group.addEventListener('click', () => choose(...range));
    chart.append(group);
  });
  return chart;
}

function centred(text: string, x: number, y: number): SVGElement {
  return svgElement('text', { x, y, 'text-anchor': 'middle' }, text);
}
