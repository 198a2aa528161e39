import type { TextKey } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { type MatcherOptions, type TextMatcher, type TextRange, textMatcher } from './text-matcher.ts';

export interface PatternOptions extends MatcherOptions {
  readonly patterns: readonly string[];
  /** Select papers that do not match. */
  readonly isInverted: boolean;
  /** Require all patterns to match, each in any of the fields; otherwise one is enough. */
  readonly needsAll: boolean;
  readonly fields: readonly TextKey[];
}

/** What `grep` looks for. */
export class PaperPattern {
  readonly #options: PatternOptions;
  readonly #matchers: readonly TextMatcher[];

  /** @throws InvalidValueError if a pattern is not a valid regular expression */
  constructor(options: PatternOptions) {
    this.#options = options;
    this.#matchers = options.patterns.map((pattern) => textMatcher(pattern, options));
  }

  matches(paper: Paper): boolean {
    const { fields, needsAll, isInverted } = this.#options;
    const isFound = (matcher: TextMatcher) => fields.some((field) => isFoundIn(paper[field], matcher));
    const isMatch = needsAll ? this.#matchers.every(isFound) : this.#matchers.some(isFound);
    return isMatch !== isInverted;
  }

  /** The ranges of matches in the text of a field, in order and without overlaps, for highlighting. */
  ranges(text: string, field: TextKey): TextRange[] {
    if (this.#options.isInverted || !this.#options.fields.includes(field)) return [];
    const found = this.#matchers.flatMap((matcher) => matcher.ranges(text)).sort(([a], [b]) => a - b);
    const ranges: TextRange[] = [];
    for (const [start, end] of found) {
      const last = ranges.at(-1);
      if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
      else if (end > start) ranges.push([start, end]);
    }
    return ranges;
  }
}

/** Whether the text, or any element of the list, matches. */
export function isFoundIn(value: Paper[TextKey], matcher: TextMatcher): boolean {
  if (value === undefined || value === null) return false;
  return typeof value === 'string' ? matcher.test(value) : value.some((element) => matcher.test(element));
}
