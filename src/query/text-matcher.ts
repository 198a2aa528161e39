import { InvalidValueError } from '../diagnostics/errors.ts';
import { fold, foldWithOffsets, isPlain } from '../text/folded.ts';
import { truncate } from '../text/printable.ts';
import { longestUnlimited, withTimeLimit } from './time-limit.ts';

/** Start and end of a range of a text. */
export type TextRange = [start: number, end: number];

/** Finds one pattern in texts. */
export interface TextMatcher {
  test(text: string): boolean;
  /** The ranges of the matches, in order. */
  ranges(text: string): TextRange[];
}

export interface MatcherOptions {
  /** The pattern is a JavaScript regular expression; otherwise literal text. */
  readonly isRegExp: boolean;
  /** Compare exactly; otherwise compare folded texts. */
  readonly isCaseSensitive: boolean;
  readonly matchesWholeWords: boolean;
}

const LETTER = '[\\p{L}\\p{M}\\p{N}_]';

/** @throws InvalidValueError if the pattern is not a valid regular expression */
export function textMatcher(pattern: string, options: MatcherOptions): TextMatcher {
  const { isRegExp, isCaseSensitive, matchesWholeWords } = options;
  const compile = (source: string) => compileExpression(pattern, source, isCaseSensitive, matchesWholeWords);
  if (!isRegExp) return isCaseSensitive ? exact(compile(escaped(pattern))) : folded(compile(escaped(fold(pattern))));
  const source = withStrictEscapes(pattern);
  if (isCaseSensitive) return exact(compile(source));
  // The expression itself may contain dashes or accents; its folded form also matches letters with other accents.
  return either(exact(compile(source)), folded(compile(source.replace(/[^\0-\x7f]\p{M}*/gu, foldLetter))));
}

/** Finds whole words, in which `*` matches any characters and `?` one character: `adapt*`, `l?ra`. */
export function wildcardMatcher(pattern: string): TextMatcher {
  const source = fold(pattern)
    .split(/([*?])/)
    .map((part) => (part === '*' ? '\\S*' : part === '?' ? '\\S' : escaped(part)))
    .join('')
    // Consecutive stars match no more than one star, but would be tried in every combination.
    .replace(/(?:\\S\*)+/g, '\\S*');
  return folded(compileExpression(pattern, source, false, true));
}

function exact(expression: RegExp): TextMatcher {
  const unlimited = longestUnlimited(expression);
  const withinTime = <Result>(text: string, search: () => Result) =>
    text.length > unlimited ? withTimeLimit(search) : search();
  return {
    test: (text) => withinTime(text, () => expression.test(text)),
    ranges: (text) => {
      const search = () => [...text.matchAll(new RegExp(expression, `${expression.flags}g`))];
      return withinTime(text, search).map((match): TextRange => [match.index, match.index + match[0].length]);
    },
  };
}

function folded(expression: RegExp): TextMatcher {
  const plain = exact(expression);
  return {
    test: (text) => plain.test(isPlain(text) ? text : fold(text)),
    ranges: (text) => {
      if (isPlain(text)) return plain.ranges(text);
      const folded = foldWithOffsets(text);
      return plain.ranges(folded.text).map(([start, end]) => folded.original(start, end));
    },
  };
}

function either(first: TextMatcher, second: TextMatcher): TextMatcher {
  return {
    test: (text) => first.test(text) || second.test(text),
    ranges: (text) => [...first.ranges(text), ...second.ranges(text)].sort(([a], [b]) => a - b),
  };
}

function compileExpression(pattern: string, source: string, isExact: boolean, isWholeWord: boolean): RegExp {
  // `i` with `u` folds case as Unicode does. Plain text does without `u`, which V8 searches faster.
  const unicode = isExact || isWholeWord || !/^[ -~]*$/.test(source) || source.includes('\\') ? 'u' : '';
  const flags = (isExact ? '' : 'i') + unicode;
  try {
    const alone = new RegExp(source, flags);
    // Force compilation: whether the expression is too long for the engine shows only when it is used.
    alone.test('');
    return isWholeWord ? new RegExp(`(?<!${LETTER})(?:${source})(?!${LETTER})`, flags) : alone;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /s, '').toLowerCase() : String(error);
    const fault = /too large$|stack overflow$/.test(reason) ? 'too long' : `not a valid regular expression: ${reason}`;
    throw new InvalidValueError(`pattern ${JSON.stringify(truncate(pattern))} is ${fault}`);
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function foldLetter(character: string): string {
  return /^\p{L}/u.test(character) ? fold(character) : character;
}

/** With `u`, JavaScript allows `\.` but not `\-` or `\"`, which other tools allow; they mean the character itself. */
function withStrictEscapes(pattern: string): string {
  return pattern.replace(/\\([\s\S])/g, (escaped, character: string) => {
    if (character === '-') return '\\x2d';
    return /[\s!"#%&',:;<=>@`~_]/.test(character) ? character : escaped;
  });
}
