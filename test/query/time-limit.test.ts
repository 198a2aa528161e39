import { describe, expect, it } from 'vitest';
import { PaperPattern } from '../../src/query/pattern.ts';
import { Query } from '../../src/query/query.ts';
import { longestUnlimited, TimeLimitError, withTimeLimit } from '../../src/query/time-limit.ts';
import { paper } from './paper.ts';

const expression = (pattern: string) =>
  new PaperPattern({
    patterns: [pattern],
    isRegExp: true,
    isCaseSensitive: false,
    matchesWholeWords: false,
    isInverted: false,
    needsAll: false,
    fields: ['title'],
  });

describe('time limit of a search', () => {
  it('returns the result of the search', () => {
    expect(withTimeLimit(() => 'kite')).toBe('kite');
    expect(() => withTimeLimit(() => JSON.parse('{'))).toThrow(SyntaxError);
  });

  it('ends an endless search, and names the paper', () => {
    const query = new Query({ pattern: expression('^(a+)+$') }, () => {});
    expect(() => query.push(paper({ title: `${'a'.repeat(40)}!` }))).toThrow(
      /^the search takes more than a second on the paper "a{40}!": simplify the pattern$/,
    );
    expect(() => expression('(x|xx)+y').ranges('x'.repeat(60), 'title')).toThrow(TimeLimitError);
  });

  it.each([
    ['^(a+)+$', true],
    ['(x|xx)+y', true],
    ['.*x.*y', true],
    ['(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)', true],
    ['lo.?ra', false],
    ['low[-+*]rank\\+', false],
    ['(?<!k)ite.*wind', false],
  ])('is needed for %s: %s', (source, needed) => {
    expect('A short text'.length > longestUnlimited(new RegExp(source))).toBe(needed);
  });

  it('is needed for a long text if anything repeats', () => {
    expect(longestUnlimited(/kite.*wind/)).toBeLessThan(20_000);
    expect(longestUnlimited(/kite/)).toBe(Number.POSITIVE_INFINITY);
  });
});
