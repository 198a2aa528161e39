import type { TextKey } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { type Highlighter, joinRanges } from './highlights.ts';
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
export class PaperPattern implements Highlighter {
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

  ranges(text: string, field: TextKey): TextRange[] {
    if (this.#options.isInverted || !this.#options.fields.includes(field)) return [];
    return joinRanges(this.#matchers.flatMap((matcher) => matcher.ranges(text)));
  }
}

/** Whether the text, or any element of the list, matches. */
export function isFoundIn(value: Paper[TextKey], matcher: TextMatcher): boolean {
  if (value === undefined || value === null) return false;
  return typeof value === 'string' ? matcher.test(value) : value.some((element) => matcher.test(element));
}
