import { describe, expect, it } from 'vitest';
import { dailyPapers } from '../../src/formats/daily-papers/index.ts';
import { Line } from '../../src/input/line.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { capturedOn, type SitePaper, sitePapers } from '../daily-papers-papers.ts';
import { type Layout, layouts } from '../printers/daily-papers.ts';

/*
 * A page with one line lost, doubled or cut off: only the card of that line may change, or a new diagnostic reports that
 * something is missing. Every line of small pages in all layouts is tried, blank ones too.
 */

interface Reading {
  readonly papers: readonly Paper[];
  readonly starts: readonly number[];
  /** How often each code that reports something missing occurred. */
  readonly faults: ReadonlyMap<string, number>;
}

/** Reads the lines without detecting the format, which needs a larger page. */
function read(lines: readonly string[]): Reading {
  const papers: Paper[] = [];
  const starts: number[] = [];
  const faults = new Map<string, number>();
  let accounted = 0;
  const reader = dailyPapers.open(
    {
      paper(paper, line) {
        papers.push(paper);
        starts.push(line);
      },
      report(code) {
        if (/^(?:missing|truncated|bad|unrecognized)-/.test(code)) faults.set(code, 1 + (faults.get(code) ?? 0));
      },
      account(_kind, count = 1) {
        accounted += count;
      },
    },
    { asOf: capturedOn, modified: capturedOn, trailingCount: 'upvotes' },
  );
  for (const [index, text] of lines.entries()) reader.line(new Line(text, index + 1));
  reader.end();
  expect(accounted).toBe(lines.filter((line) => line.trim() !== '').length);
  return { papers, starts, faults };
}

const damages = {
  lost: () => [],
  doubled: (line: string) => [line, line],
  'cut off': (line: string) => [line.slice(0, Math.ceil(line.length / 2))],
} as const;

interface Outcome {
  readonly lost: boolean;
  readonly madeUp: boolean;
  readonly changed: boolean;
}

/** What a damaged line changes beyond its card without a diagnostic. */
function outcome(whole: Reading, damaged: Reading, index: number, line: string): Outcome | null {
  const isReported = [...damaged.faults].some(([code, count]) => count > (whole.faults.get(code) ?? 0));
  if (isReported) return null;
  const owner = whole.starts.findLastIndex((start) => start <= index + 1);
  // The head of the page may contain the day of all its papers.
  const keyOf = (paper: Paper) => JSON.stringify({ ...paper, ...(owner < 0 && { announced: undefined }) });
  const left = new Set(damaged.papers.map(keyOf));
  const changed = whole.papers.flatMap((paper, at) => (left.has(keyOf(paper)) ? [] : [at]));
  // The target of a link is at the end of the page, away from its card.
  const isDefinition = /^\s*(?:\[\d+\]:|\d+\.) /.test(line);
  return {
    lost: damaged.papers.length < whole.papers.length,
    madeUp: damaged.papers.length > whole.papers.length,
    changed: isDefinition ? changed.length > 1 : changed.some((at) => at !== owner),
  };
}

function outcomesOf(
  layout: Layout,
  papers: readonly SitePaper[],
): { tried: number; outcomes: (Outcome & { what: string })[] } {
  const lines = layout.print(papers, capturedOn).split('\n');
  const whole = read(lines);
  const outcomes: (Outcome & { what: string })[] = [];
  let tried = 0;
  for (const [index, line] of lines.entries()) {
    for (const [name, damage] of Object.entries(damages)) {
      const rest = damage(line);
      if (rest.length === 1 && rest[0] === line) continue;
      tried += 1;
      const damaged = read([...lines.slice(0, index), ...rest, ...lines.slice(index + 1)]);
      const found = outcome(whole, damaged, index, line);
      const isWrong = found !== null && (found.lost || found.madeUp || found.changed);
      if (isWrong) outcomes.push({ ...found, what: `${name}: ${line}` });
    }
  }
  return { tried, outcomes };
}

/**
 * In the browser's layout, only a second number shows whether a number alone on its line counts votes or comments. If the
 * votes are lost, the comments on the previous card are read as votes.
 */
const AMBIGUOUS: ReadonlySet<string> = new Set(['browser']);

describe('a line that is lost, doubled or cut off', { timeout: 120_000 }, () => {
  const results = new Map(
    Object.entries(layouts).map(([name, layout]) => [name, outcomesOf(layout, sitePapers.slice(0, 5))]),
  );

  it.each([...results])('changes only its card in the layout %s, or is reported', (name, { outcomes }) => {
    const wrong = outcomes
      .map(({ what }) => what)
      .filter((what) => !(AMBIGUOUS.has(name) && /: (?:\d+|-)$/.test(what)));
    expect(wrong).toEqual([]);
  });

  it('never loses a paper without a diagnostic', () => {
    const lost = [...results.values()].flatMap(({ outcomes }) => outcomes.filter((found) => found.lost));
    expect(lost).toEqual([]);
  });

  it('changes another card or invents a paper in less than one of 1,000 pages', () => {
    const all = [...results.values()];
    const tried = all.reduce((sum, result) => sum + result.tried, 0);
    const wrong = all.reduce((sum, result) => sum + result.outcomes.length, 0);
    expect(tried).toBeGreaterThan(3000);
    expect(wrong / tried).toBeLessThan(0.001);
  });
});
