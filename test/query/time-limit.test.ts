import { describe, expect, it } from 'vitest';
import { PaperPattern } from '../../src/query/pattern.ts';
import { Query } from '../../src/query/query.ts';
import { needsTimeLimit, TimeLimitError, withTimeLimit } from '../../src/query/time-limit.ts';
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

describe('a search with a time limit', () => {
  it('gives what the search gives', () => {
    expect(withTimeLimit(() => 'kite')).toBe('kite');
    expect(() => withTimeLimit(() => JSON.parse('{'))).toThrow(SyntaxError);
  });

  it('ends, and names the paper', () => {
    const query = new Query({ pattern: expression('^(a+)+$') }, () => {});
    expect(() => query.push(paper({ title: `${'a'.repeat(40)}!` }))).toThrow(
      /^the search takes more than a second on the paper "a{40}!": simplify the regular expression$/,
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
  ])('is set for %s: %s', (source, needed) => {
    expect(needsTimeLimit(new RegExp(source), 'A short text')).toBe(needed);
  });

  it('is set for a long text if anything repeats', () => {
    expect(needsTimeLimit(/kite.*wind/, 'k'.repeat(20_000))).toBe(true);
    expect(needsTimeLimit(/kite/, 'k'.repeat(20_000))).toBe(false);
  });
});
