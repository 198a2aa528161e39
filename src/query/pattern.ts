import { InvalidValueError } from '../diagnostics/errors.ts';
import type { Paper } from '../paper/paper.ts';

export type TextField = 'title' | 'abstract';

export interface PatternOptions {
  readonly patterns: readonly string[];
  /** The patterns are regular expressions of JavaScript; text to be found as it stands where not. */
  readonly isRegExp: boolean;
  readonly isCaseSensitive: boolean;
  readonly matchesWholeWords: boolean;
  /** Papers that do not match are wanted. */
  readonly isInverted: boolean;
  /** All patterns must match, each in any of the fields; any of them where not. */
  readonly needsAll: boolean;
  readonly fields: readonly TextField[];
}

/** What `grep` looks for. */
export class PaperPattern {
  readonly #options: PatternOptions;
  readonly #expressions: readonly RegExp[];

  /** @throws InvalidValueError where a pattern is no regular expression */
  constructor(options: PatternOptions) {
    this.#options = options;
    this.#expressions = options.patterns.map((pattern) => compile(pattern, options));
  }

  matches(paper: Paper): boolean {
    const isFound = (expression: RegExp) =>
      this.#options.fields.some((field) => {
        const text = paper[field];
        return text !== null && expression.test(text);
      });
    const isMatch = this.#options.needsAll ? this.#expressions.every(isFound) : this.#expressions.some(isFound);
    return isMatch !== this.#options.isInverted;
  }

  /** Where the patterns stand in the text of a field, in order and without overlaps, as `[start, end]`; for marking them. */
  ranges(text: string, field: TextField): [number, number][] {
    if (this.#options.isInverted || !this.#options.fields.includes(field)) return [];
    const found = this.#expressions
      .flatMap((expression) => [...text.matchAll(new RegExp(expression, `${expression.flags}g`))])
      .map((match): [number, number] => [match.index, match.index + match[0].length])
      .sort(([a], [b]) => a - b);
    const ranges: [number, number][] = [];
    for (const [start, end] of found) {
      const last = ranges.at(-1);
      if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
      else if (end > start) ranges.push([start, end]);
    }
    return ranges;
  }
}

const LETTER = '[\\p{L}\\p{M}\\p{N}_]';

function compile(pattern: string, options: PatternOptions): RegExp {
  const source = options.isRegExp ? withStrictEscapes(pattern) : pattern.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  // `i` with `u` folds case as Unicode does: `É` and `é`, `Σ` and `ς`.
  const flags = options.isCaseSensitive ? 'u' : 'iu';
  try {
    const alone = new RegExp(source, flags);
    // Whether it is too long for the engine shows when it is used.
    alone.test('');
    return options.matchesWholeWords ? new RegExp(`(?<!${LETTER})(?:${source})(?!${LETTER})`, flags) : alone;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /s, '') : String(error);
    throw new InvalidValueError(`pattern ${JSON.stringify(pattern)} is no regular expression: ${reason.toLowerCase()}`);
  }
}

/** With `u`, JavaScript knows `\.` but not `\-` or `\"`, which other tools allow: those mean the character itself. */
function withStrictEscapes(pattern: string): string {
  return pattern.replace(/\\([\s\S])/g, (escaped, character: string) => {
    if (character === '-') return '\\x2d';
    return /[\s!"#%&',:;<=>@`~_]/.test(character) ? character : escaped;
  });
}
