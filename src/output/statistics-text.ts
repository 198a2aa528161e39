import { type CalendarUnit, unitName } from '../calendar/units.ts';
import { groupHeading, isCalendarUnit } from '../query/group.ts';
import type { Distribution, PeriodCount } from '../query/statistics.ts';
import { number, pluralize } from '../text/plural.ts';
import { readable } from '../text/printable.ts';
import { type Bar, type BarOptions, barLines } from './bars.ts';
import { binName, countFormats, type StatisticsReport } from './statistics.ts';
import { fill, NARROWEST, shorten } from './width.ts';
import type { TextStyle } from './writer.ts';

export interface StatisticsTextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly style: TextStyle;
  /** Use Unicode; otherwise print only ASCII, except in titles. */
  readonly hasUnicode: boolean;
}

/** The most consecutive empty units that are shown individually; a longer gap is one line. */
const LONGEST_SHOWN_GAP = 3;

const WIDTH_WITH_DATES = 60;

const MOST_GROUPS = 20;

const MISSING_NAMES = {
  abstract: 'abstract',
  authorCount: 'authors',
  date: 'date',
  upvotes: 'upvotes',
  id: 'id',
  url: 'url',
} as const;

/** The report as text with headings and bars, no wider than the terminal. */
export function statisticsText(report: StatisticsReport, options: StatisticsTextOptions): string {
  const screen = new Screen({ ...options, width: Math.max(options.width, NARROWEST) });
  const sections = [
    screen.summary(report),
    screen.periods(report),
    screen.groups(report),
    screen.distribution('Authors per paper', report.authors),
    screen.distribution('Upvotes per paper', report.upvotes),
    screen.mostUpvoted(report),
    screen.inputs(report),
    screen.missing(report),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

class Screen {
  readonly #width: number;
  readonly #style: TextStyle;
  readonly #hasUnicode: boolean;
  readonly #barOptions: BarOptions;

  constructor({ width, style, hasUnicode }: StatisticsTextOptions) {
    this.#width = width;
    this.#style = style;
    this.#hasUnicode = hasUnicode;
    this.#barOptions = { width, hasUnicode };
  }

  summary({ papers, dates }: StatisticsReport): string[] {
    const items = [pluralize(papers, 'paper')];
    if (dates !== null) items.push(dates.first === dates.last ? dates.first : `${dates.first} to ${dates.last}`);
    return this.#fill(items).map(this.#style.title);
  }

  periods({ periods, by }: StatisticsReport): string[] {
    if (periods.length === 0 || !isCalendarUnit(by)) return [];
    const shown = withGaps(periods, by);
    const bars = shown.filter((entry): entry is Bar => 'value' in entry);
    const lines = barLines(bars, this.#barOptions)[Symbol.iterator]();
    const gap = (units: number) => `${this.#hasUnicode ? '⋮' : ':'} ${pluralize(units, by)} without`;
    return [
      this.#style.title(`Papers by ${by}`),
      ...shown.map((entry) => ('value' in entry ? (lines.next().value ?? '') : gap(entry.units))),
    ];
  }

  groups({ groups = [], by }: StatisticsReport): string[] {
    if (groups.length === 0) return [];
    const nameWidth = Math.floor(this.#width / 2);
    const bars = groups.slice(0, MOST_GROUPS).map(({ name, papers }) => ({
      label: shorten(readable(groupHeading(name, by)), nameWidth, this.#hasUnicode ? '…' : '...'),
      value: papers,
    }));
    const others = groups.length - bars.length;
    const rest = others > 0 ? [`and ${number(others)} others (all of them: -f csv)`] : [];
    return [this.#style.title(`Papers by ${by}`), ...barLines(bars, this.#barOptions), ...rest];
  }

  distribution(heading: string, distribution: Distribution | null): string[] {
    if (distribution === null) return [];
    const { min, lowerQuartile, median, upperQuartile, max, bins } = distribution;
    const values = [
      `min ${number(min)}`,
      `quartile ${number(lowerQuartile)}`,
      `median ${number(median)}`,
      `quartile ${number(upperQuartile)}`,
      `max ${number(max)}`,
    ];
    const dash = this.#hasUnicode ? '–' : '-';
    const bars = bins.map((bin) => ({ label: binName(bin, dash), value: bin.papers }));
    return [this.#style.title(heading), ...this.#fill(values), ...barLines(bars, this.#barOptions)];
  }

  mostUpvoted({ mostUpvoted }: StatisticsReport): string[] {
    if (mostUpvoted.length === 0) return [];
    const votes = mostUpvoted.map(({ upvotes }) => number(Number(upvotes)));
    const votesWidth = Math.max(...votes.map(({ length }) => length));
    const hasDates = this.#width >= WIDTH_WITH_DATES && mostUpvoted.some(({ date }) => date !== null);
    const rows = mostUpvoted.map(({ title, date }, index) => {
      const before = `${votes[index]?.padStart(votesWidth)}  ${hasDates ? `${(date ?? '').padEnd(10)}  ` : ''}`;
      return before + shorten(readable(title), this.#width - before.length, this.#hasUnicode ? '…' : '...');
    });
    return [this.#style.title('Most upvoted'), ...rows];
  }

  inputs({ inputs }: StatisticsReport): string[] {
    const rows = countFormats(inputs).flatMap(({ format, files, papers }) =>
      this.#fill([format, pluralize(files, 'file'), pluralize(papers, 'paper')]),
    );
    return rows.length === 0 ? [] : [this.#style.title('Read'), ...rows];
  }

  missing({ missing, papers, yearOnly, by }: StatisticsReport): string[] {
    if (papers === 0) return [];
    const items = Object.entries(MISSING_NAMES).flatMap(([key, name]) => {
      const count = missing[key as keyof typeof missing];
      const hasYears = key === 'date' && yearOnly > 0 && by !== 'year';
      const years = hasYears ? ` (${number(yearOnly)} with a year: --by year)` : '';
      return count === 0 ? [] : [`${name} ${count === papers ? 'all' : number(count)}${years}`];
    });
    return [this.#style.title('Missing'), ...this.#fill(items.length === 0 ? ['nothing'] : items)];
  }

  #fill(items: readonly string[]): string[] {
    return fill(items, this.#hasUnicode ? ' · ' : ', ', this.#width);
  }
}

/** Fills short gaps with empty bars, to keep the time axis even; long gaps become one line. */
function withGaps(periods: readonly PeriodCount[], by: CalendarUnit): (Bar | { readonly units: number })[] {
  return periods.flatMap(({ period, number, papers }, index) => {
    const next = (periods[index - 1]?.number ?? number - 1) + 1;
    const gap = number - next;
    const bar = { label: period, value: papers };
    if (gap > LONGEST_SHOWN_GAP) return [{ units: gap }, bar];
    return [...Array.from({ length: gap }, (_, step) => ({ label: unitName(next + step, by), value: 0 })), bar];
  });
}
