import type { Preselection } from '../formats/format.ts';
import type { QueryOptions } from './query.ts';
import { dateTest, type FactsTest, factsTests, selectionTests } from './selection.ts';

export interface PreselectionUse {
  /** Texts are changed before the query sees them, so that those of the listing tell nothing. */
  readonly changesTexts: boolean;
  /** Of the papers that the query wants, only their number is. */
  readonly countsPapers: boolean;
}

/**
 * What a query tells readers of the papers that it does not want.
 *
 * @returns undefined where they must hand over all
 */
export function preselectionOf(options: QueryOptions, use: PreselectionUse): Preselection | undefined {
  // The fullest record of a paper may be wanted for what another record of it tells.
  if (options.dedupe === true) return undefined;
  const { pattern } = options;
  const needles = use.changesTexts ? [] : (pattern?.needles ?? []);
  const wants = factsTest(options);
  if (needles.length === 0 && wants === null) return undefined;
  const countsMarked = use.countsPapers && pattern?.isToldByNeedles === true && selectsByPatternAlone(options);
  return { needles, countsMarked, wants };
}

function factsTest(options: QueryOptions): FactsTest | null {
  const tests = factsTests(options);
  const isInRange = dateTest(options);
  // A paper without a date is left out too, but counted.
  if (isInRange !== null) tests.push(({ date }) => date === null || isInRange(date));
  return tests.length === 0 ? null : (facts) => tests.every((test) => test(facts));
}

function selectsByPatternAlone(options: QueryOptions): boolean {
  const others = selectionTests({ ...options, pattern: undefined });
  return others.length === 0 && dateTest(options) === null && options.limit === undefined;
}
