import type { AnnounceType } from '../paper/announce-types.ts';
import { daysOf } from '../paper/days.ts';
import { hasValue, type PaperKey } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { categoryTest } from './categories.ts';
import { nameTest } from './names.ts';
import type { PaperPattern } from './pattern.ts';
import type { PaperTest, Verdict } from './verdict.ts';
import type { WhereQuery } from './where.ts';

/** Bounds of counts, both included. */
export interface CountBounds {
  readonly minUpvotes?: number | undefined;
  readonly maxUpvotes?: number | undefined;
  readonly minAuthors?: number | undefined;
  readonly maxAuthors?: number | undefined;
  readonly minCitations?: number | undefined;
  readonly maxCitations?: number | undefined;
}

/** Conditions that papers must all meet. A paper without the value in question is not selected. */
export interface Selection extends CountBounds {
  readonly pattern?: PaperPattern | undefined;
  /** All of these. */
  readonly where?: readonly WhereQuery[] | undefined;
  /** First and last day, `YYYY-MM-DD`, both included. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Any of these arXiv categories; `cs` also matches `cs.CL`. */
  readonly categories?: readonly string[] | undefined;
  /** Any of these kinds of arXiv announcements. */
  readonly announceTypes?: readonly AnnounceType[] | undefined;
  /** Any of these, as whole words in the name of an author or of the organization. */
  readonly authors?: readonly string[] | undefined;
  /** Keys that must all have a value. */
  readonly has?: readonly PaperKey[] | undefined;
}

/** The tests of a selection, the cheap ones first. */
export function selectionTests(selection: Selection): PaperTest[] {
  const { pattern, where, categories, announceTypes, authors, has } = selection;
  const tests: PaperTest[] = [
    ...boundTest('upvotes', selection.minUpvotes, selection.maxUpvotes),
    ...boundTest('authorCount', selection.minAuthors, selection.maxAuthors),
    ...boundTest('citationCount', selection.minCitations, selection.maxCitations),
    ...dateTest(selection),
  ];
  if (announceTypes !== undefined) {
    tests.push(({ announceType }) => announceType !== undefined && announceTypes.includes(announceType));
  }
  if (categories !== undefined) {
    const isWanted = categoryTest(categories);
    tests.push((paper) => isWanted(paper.categories));
  }
  if (has !== undefined) tests.push((paper) => has.every((key) => hasValue(paper, key)));
  if (authors !== undefined) tests.push(authorTest(authors));
  for (const query of where ?? []) tests.push((paper) => query.test(paper));
  if (pattern !== undefined) tests.push((paper) => pattern.matches(paper));
  return tests;
}

/** Combines all tests: a paper that any of them rejects is not selected, even if other values are unknown. */
export function verdictOf(paper: Paper, tests: readonly PaperTest[]): Verdict {
  let verdict: Verdict = true;
  for (const test of tests) {
    const next = test(paper);
    if (next === false) return false;
    if (verdict === true) verdict = next;
  }
  return verdict;
}

type CountKey = 'upvotes' | 'authorCount' | 'citationCount';

function boundTest(key: CountKey, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): PaperTest[] {
  if (least === Number.NEGATIVE_INFINITY && most === Number.POSITIVE_INFINITY) return [];
  return [
    (paper) => {
      const value = paper[key] ?? null;
      return value === null ? key : value >= least && value <= most;
    },
  ];
}

function dateTest({ since = '', until = '9999' }: Selection): PaperTest[] {
  if (since === '' && until === '9999') return [];
  return [
    (paper) => {
      const days = daysOf(paper);
      return days === null ? 'date' : days.last >= since && days.first <= until;
    },
  ];
}

function authorTest(wanted: readonly string[]): PaperTest {
  const tests = wanted.map(nameTest);
  return ({ authors = [], organization }) =>
    [...authors, ...(organization === undefined ? [] : [organization])].some((name) =>
      tests.some((test) => test(name)),
    );
}
