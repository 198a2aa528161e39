import { InvalidValueError } from '../diagnostics/errors.ts';
import { fold, foldWithOffsets, isPlain } from '../text/folded.ts';
import { needsTimeLimit, withTimeLimit } from './time-limit.ts';

/** Start and end of a part of a text. */
export type TextRange = [start: number, end: number];

/** Finds one pattern in texts. */
export interface TextMatcher {
  test(text: string): boolean;
  /** Where the pattern stands in the text, in order. */
  ranges(text: string): TextRange[];
}

export interface MatcherOptions {
  /** The pattern is a regular expression of JavaScript; else a text to be found as it stands. */
  readonly isRegExp: boolean;
  /** Compare exactly; else folded texts are compared. */
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
  // As it stands, an expression may ask for a dash or an accent; its letters, folded, also find those with other accents.
  return either(exact(compile(source)), folded(compile(source.replace(/[^\0-\x7f]\p{M}*/gu, foldLetter))));
}

/** Finds whole words, of which `*` stands for any part and `?` for one character: `adapt*`, `l?ra`. */
export function wildcardMatcher(pattern: string): TextMatcher {
  const source = fold(pattern)
    .split(/([*?])/)
    .map((part) => (part === '*' ? '\\S*' : part === '?' ? '\\S' : escaped(part)))
    .join('')
    // Two in a row find no more than one, and would be tried in every combination.
    .replace(/(?:\\S\*)+/g, '\\S*');
  return folded(compileExpression(pattern, source, false, true));
}

function exact(expression: RegExp): TextMatcher {
  return {
    test: (text) => isIn(expression, text),
    ranges: (text) => findAll(expression, text),
  };
}

function folded(expression: RegExp): TextMatcher {
  return {
    test: (text) => isIn(expression, isPlain(text) ? text : fold(text)),
    ranges: (text) => {
      if (isPlain(text)) return findAll(expression, text);
      const folded = foldWithOffsets(text);
      return findAll(expression, folded.text).map(([start, end]) => folded.original(start, end));
    },
  };
}

function either(first: TextMatcher, second: TextMatcher): TextMatcher {
  return {
    test: (text) => first.test(text) || second.test(text),
    ranges: (text) => [...first.ranges(text), ...second.ranges(text)].sort(([a], [b]) => a - b),
  };
}

function isIn(expression: RegExp, text: string): boolean {
  const search = () => expression.test(text);
  return needsTimeLimit(expression, text) ? withTimeLimit(search) : search();
}

function findAll(expression: RegExp, text: string): TextRange[] {
  const search = () => [...text.matchAll(new RegExp(expression, `${expression.flags}g`))];
  const matches = needsTimeLimit(expression, text) ? withTimeLimit(search) : search();
  return matches.map((match): TextRange => [match.index, match.index + match[0].length]);
}

function compileExpression(pattern: string, source: string, isExact: boolean, isWholeWord: boolean): RegExp {
  // `i` with `u` folds case as Unicode does. Without `u`, which plain text needs not, V8 searches faster.
  const unicode = isExact || isWholeWord || !/^[ -~]*$/.test(source) || source.includes('\\') ? 'u' : '';
  const flags = (isExact ? '' : 'i') + unicode;
  try {
    const alone = new RegExp(source, flags);
    // Whether it is too long for the engine shows when it is used.
    alone.test('');
    return isWholeWord ? new RegExp(`(?<!${LETTER})(?:${source})(?!${LETTER})`, flags) : alone;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /s, '') : String(error);
    throw new InvalidValueError(
      `pattern ${JSON.stringify(pattern)} is not a valid regular expression: ${reason.toLowerCase()}`,
    );
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function foldLetter(character: string): string {
  return /^\p{L}/u.test(character) ? fold(character) : character;
}

/** With `u`, JavaScript knows `\.` but not `\-` or `\"`, which other tools allow: those mean the character itself. */
function withStrictEscapes(pattern: string): string {
  return pattern.replace(/\\([\s\S])/g, (escaped, character: string) => {
    if (character === '-') return '\\x2d';
    return /[\s!"#%&',:;<=>@`~_]/.test(character) ? character : escaped;
  });
}
