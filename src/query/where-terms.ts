import { type Period, parsePeriod } from '../calendar/period.ts';
import { InvalidValueError } from '../diagnostics/errors.ts';
import { announceTypes } from '../paper/announce-types.ts';
import { daysOf } from '../paper/days.ts';
import { hasValue, numberKeys, type PaperKey, type TextKey, textKeys } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { bareArxivId } from '../text/arxiv-id.ts';
import { bareDoi } from '../text/doi.ts';
import { findName, suggestion } from '../text/suggest.ts';
import { categoryTest } from './categories.ts';
import { nameTest } from './names.ts';
import { isFoundIn } from './pattern.ts';
import { type TextMatcher, textMatcher, wildcardMatcher } from './text-matcher.ts';
import type { WhereValue } from './where.peggy';

/** One condition of a query. */
export interface Term {
  test(paper: Paper): boolean;
  /** The key whose value it compares; a paper may lack it. */
  readonly compares?: PaperKey;
  /** What it looks for, and in which keys, if that can be highlighted. */
  readonly search?: { readonly keys: readonly TextKey[]; readonly matcher: TextMatcher };
}

const FREE_KEYS = ['title', 'abstract'] as const;

/**
 * @param key null for title and abstract
 * @param today `YYYY-MM-DD`
 * @throws InvalidValueError if the key cannot have the value
 */
export function termOf(key: PaperKey | null, value: WhereValue, today: string): Term {
  if (value.type === 'word' && value.text === '*' && key !== null) {
    return { test: (paper) => hasValue(paper, key) };
  }
  if (key === 'date' || key === 'announced')
    return dateTerm(
      key,
      rangeOf(value, (text) => parsePeriod(text, today), isAfter),
    );
  if (key !== null && numberKeys.has(key)) return numberTerm(key, rangeOf(value, numberOf, isGreater));
  if (key === 'dateInferred') return flagTerm(value);
  if (value.type === 'comparison' || value.type === 'range') {
    throw new InvalidValueError(`${key ?? 'a word'} is text; only numbers and dates can be compared`);
  }
  return textTerm(key, value);
}

/** From the first day of `from` to the last day of `to`; null if open at that end. */
interface Range<Value> {
  readonly from: Value | null;
  readonly to: Value | null;
  readonly includesFrom: boolean;
  readonly includesTo: boolean;
}

/**
 * @param isLater whether a range from the first value to the second one would be empty
 * @throws InvalidValueError if there is no such range
 */
function rangeOf<Value>(
  value: WhereValue,
  read: (text: string) => Value,
  isLater: (from: Value, to: Value) => boolean,
): Range<Value> {
  const range = readRange(value, read);
  const { from, to } = range;
  if (from !== null && to !== null && isLater(from, to)) throw new InvalidValueError('the range ends before it begins');
  return range;
}

function readRange<Value>(value: WhereValue, read: (text: string) => Value): Range<Value> {
  const bound = (text: string) => (text === '*' || text === '' ? null : read(text));
  switch (value.type) {
    case 'range':
      return { ...value, from: bound(value.from), to: bound(value.to) };
    case 'comparison': {
      const limit = read(value.text);
      const isLower = value.operator.startsWith('>') || value.operator === '=';
      const isUpper = value.operator.startsWith('<') || value.operator === '=';
      const includes = value.operator.endsWith('=');
      return {
        from: isLower ? limit : null,
        to: isUpper ? limit : null,
        includesFrom: includes,
        includesTo: includes,
      };
    }
    default: {
      if (/^[[{]/.test(value.text)) throw new InvalidValueError('expected a range such as [5 TO 10] or [2024-03 TO *]');
      //   5..10   2024-03..   ..2024
      const [from = '', to = from] = value.text.split('..');
      return { from: bound(from), to: bound(to), includesFrom: true, includesTo: true };
    }
  }
}

function isGreater(from: number, to: number): boolean {
  return from > to;
}

function isAfter(from: Period, to: Period): boolean {
  return from.first > to.last;
}

function numberOf(text: string): number {
  const digits = /^(\d+(?:,\d{3})*(?:\.\d+)?)(k?)$/i.exec(text);
  const number = Number(digits?.[1]?.replaceAll(',', '')) * (digits?.[2] ? 1000 : 1);
  if (!Number.isSafeInteger(number))
    throw new InvalidValueError(`expected a whole number, not ${JSON.stringify(text)}`);
  return number;
}

function numberTerm(key: PaperKey, { from, to, includesFrom, includesTo }: Range<number>): Term {
  return {
    compares: key === 'year' ? 'date' : key,
    test: (paper) => {
      const value = key === 'year' ? yearOf(paper) : paper[key];
      if (typeof value !== 'number') return false;
      const isAbove = from === null || value > from || (includesFrom && value === from);
      return isAbove && (to === null || value < to || (includesTo && value === to));
    },
  };
}

function yearOf({ date, year }: Paper): number | null {
  return year ?? (date === null ? null : Number(date.slice(0, 4)));
}

/** A paper with only a year matches if any day of that year does. */
function dateTerm(key: 'date' | 'announced', { from, to, includesFrom, includesTo }: Range<Period>): Term {
  return {
    compares: key,
    test: (paper) => {
      const day = paper.announced;
      const days = key === 'date' ? daysOf(paper) : day === undefined ? null : { first: day, last: day };
      if (days === null) return false;
      const isLater = from === null || (includesFrom ? days.last >= from.first : days.last > from.last);
      return isLater && (to === null || (includesTo ? days.first <= to.last : days.first < to.first));
    },
  };
}

function flagTerm(value: WhereValue): Term {
  const isWanted = /^(?:true|yes)$/i.test(value.text);
  if (!isWanted && !/^(?:false|no)$/i.test(value.text)) throw new InvalidValueError('expected true or false');
  return { test: ({ dateInferred }) => (dateInferred === true) === isWanted };
}

function textTerm(key: PaperKey | null, { type, text }: WhereValue): Term {
  const hasWildcards = type === 'word' && /[*?]/.test(text);
  if (!hasWildcards && key === 'authors') {
    const isWanted = nameTest(text);
    return { test: ({ authors = [] }) => authors.some(isWanted) };
  }
  if (!hasWildcards && key === 'categories') {
    const isWanted = categoryTest([text]);
    return { test: ({ categories }) => isWanted(categories) };
  }
  if (!hasWildcards && key === 'announceType') {
    const wanted = findName(text, announceTypes);
    if (wanted === undefined) {
      throw new InvalidValueError(`expected one of ${announceTypes.join(', ')}${suggestion(text, announceTypes)}`);
    }
    return { test: ({ announceType }) => announceType === wanted };
  }
  const matcher = hasWildcards ? wildcardMatcher(text) : textMatcher(plainValue(key, text), LITERAL);
  if (key === 'source') return { test: ({ source }) => source !== undefined && matcher.test(source.file) };
  const keys = key === null ? FREE_KEYS : textKeys.filter((one) => one === key);
  return { test: (paper) => keys.some((one) => isFoundIn(paper[one], matcher)), search: { keys, matcher } };
}

const LITERAL = { isRegExp: false, isCaseSensitive: false, matchesWholeWords: false };

/** Identifiers in the form used in records. */
function plainValue(key: PaperKey | null, text: string): string {
  if (key === 'id') return bareArxivId(text) ?? text;
  return key === 'doi' ? (bareDoi(text) ?? text) : text;
}
