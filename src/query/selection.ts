import type { PaperKey } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { texToUnicode } from '../tex/unicode.ts';
import type { PaperPattern } from './pattern.ts';

/** Which papers are wanted; what is left out asks for nothing. A paper without the value in question is not wanted. */
export interface Selection {
  readonly pattern?: PaperPattern | undefined;
  /** First and last day, `YYYY-MM-DD`, both included. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly minUpvotes?: number | undefined;
  readonly maxUpvotes?: number | undefined;
  readonly minAuthors?: number | undefined;
  readonly maxAuthors?: number | undefined;
  /** Any of these; `cs` stands for the whole archive, `cs.CL` too. */
  readonly categories?: readonly string[] | undefined;
  readonly announceTypes?: readonly NonNullable<Paper['announceType']>[] | undefined;
  /** Any of these as part of the name of any author or of the organization, whatever case and accents. */
  readonly authors?: readonly string[] | undefined;
  /** The listing tells all of these. */
  readonly has?: readonly PaperKey[] | undefined;
}

export type PaperTest = (paper: Paper) => boolean;

/** The tests that the selection asks for, but for the range of dates; the cheap ones first. */
export function selectionTests(selection: Selection): PaperTest[] {
  const { pattern, authors, has } = selection;
  const tests: PaperTest[] = cheapTests(selection);
  if (has !== undefined) tests.push((paper) => has.every((key) => paper[key] !== undefined && paper[key] !== null));
  if (authors !== undefined) tests.push(authorTest(authors));
  if (pattern !== undefined) tests.push((paper) => pattern.matches(paper));
  return tests;
}

/** The tests that need no texts of a paper. */
function cheapTests({ categories, announceTypes, ...bounds }: Selection): PaperTest[] {
  const tests = [
    ...boundTest('upvotes', bounds.minUpvotes, bounds.maxUpvotes),
    ...boundTest('authorCount', bounds.minAuthors, bounds.maxAuthors),
  ];
  if (announceTypes !== undefined) {
    tests.push(({ announceType }) => announceType !== undefined && announceTypes.includes(announceType));
  }
  if (categories !== undefined) tests.push(categoryTest(categories));
  return tests;
}

function boundTest(key: 'upvotes' | 'authorCount', least = Number.NEGATIVE_INFINITY, most = Infinity): PaperTest[] {
  if (least === Number.NEGATIVE_INFINITY && most === Infinity) return [];
  return [
    (paper) => {
      const value = paper[key];
      return value !== null && value >= least && value <= most;
    },
  ];
}

/** The test for the range of dates, of papers that have a date; null where any will do. */
export function dateTest({ since = '', until = '9999' }: Selection): ((date: string) => boolean) | null {
  if (since === '' && until === '9999') return null;
  return (date) => date >= since && date <= until;
}

function categoryTest(wanted: readonly string[]): PaperTest {
  const names = wanted.map((name) => name.toLowerCase());
  return ({ categories = [] }) =>
    categories.some((category) => {
      const listed = category.toLowerCase();
      return names.some((name) => listed === name || listed.startsWith(`${name}.`));
    });
}

function authorTest(wanted: readonly string[]): PaperTest {
  const parts = wanted.map(withoutAccents);
  return ({ authors = [], organization }) =>
    [...authors, organization ?? ''].some((author) => {
      const name = withoutAccents(author);
      return parts.some((part) => name.includes(part));
    });
}

/** `É`, and `\'E` as TeX writes it, → `e`: letters apart from their accents (NFKD), the accents dropped. */
function withoutAccents(text: string): string {
  return texToUnicode(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
