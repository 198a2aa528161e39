import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../../src/diagnostics/errors.ts';
import { PaperPattern, type PatternOptions } from '../../src/query/pattern.ts';
import { paper } from './paper.ts';

function pattern(patterns: string | string[], options: Partial<PatternOptions> = {}): PaperPattern {
  return new PaperPattern({
    patterns: [patterns].flat(),
    isRegExp: false,
    isCaseSensitive: false,
    matchesWholeWords: false,
    isInverted: false,
    needsAll: false,
    fields: ['title', 'abstract'],
    ...options,
  });
}

const matches = (patterns: string | string[], title: string, options: Partial<PatternOptions> = {}) =>
  pattern(patterns, options).matches(paper({ title, abstract: null }));

function errorOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    return error instanceof InvalidValueError ? error.message : `internal error: ${error}`;
  }
}

describe('a pattern', () => {
  it('is found literally, ignoring case', () => {
    expect(matches('low-rank', 'On Low-Rank Kites')).toBe(true);
    expect(matches('a.c', 'abc')).toBe(false);
    expect(matches('f(x)?', 'What is f(X)?')).toBe(true);
    expect(matches('[a-z]{2}', 'the set [A-Z]{2}')).toBe(true);
  });

  it('ignores case in every script', () => {
    expect(matches('ÉTUDE', 'une étude')).toBe(true);
    expect(matches('σίσυφος', 'ΣΊΣΥΦΟΣ')).toBe(true);
    expect(matches('ШУМ', 'шум')).toBe(true);
  });

  it('finds text that looks equal', () => {
    expect(matches('low-rank', 'On low–rank kites')).toBe(true);
    expect(matches('schrödinger', 'Schr\\"odinger kites')).toBe(true);
    expect(matches('schrodinger', 'Schrödinger kites')).toBe(true);
    expect(matches('it’s', "it's")).toBe(true);
    expect(matches('fine', 'ﬁne')).toBe(true);
    expect(matches('non linear', 'non-linear')).toBe(false);
    expect(matches('rank', 'low–rank', { matchesWholeWords: true })).toBe(true);
    expect(matches('low-rank', 'low–rank', { isCaseSensitive: true })).toBe(false);
    expect(matches('schr[öo]d.+r', 'Schr\\"odinger', { isRegExp: true })).toBe(true);
    expect(matches('é|–', 'a – b', { isRegExp: true })).toBe(true);
    expect(matches('[^ -~]', 'naïve', { isRegExp: true })).toBe(true);
    expect(matches('[^ -~]', 'naive', { isRegExp: true })).toBe(false);
  });

  it('is searched for in any text or list of texts', () => {
    const one = paper({ authors: ['Wei Li', 'Ada Moss'], authorComment: 'Accepted at a place' });
    expect(pattern('accepted', { fields: ['authorComment'] }).matches(one)).toBe(true);
    expect(pattern('moss', { fields: ['venue', 'authors'] }).matches(one)).toBe(true);
    expect(pattern('li ada', { fields: ['authors'] }).matches(one)).toBe(false);
  });

  it('distinguishes case if requested', () => {
    expect(matches('RAG', 'a drag', { isCaseSensitive: true })).toBe(false);
    expect(matches('RAG', 'RAG', { isCaseSensitive: true })).toBe(true);
  });

  it('matches whole words if requested, in every script and next to punctuation', () => {
    const options = { matchesWholeWords: true };
    expect(matches('rag', 'drag', options)).toBe(false);
    expect(matches('rag', 'drag (RAG)', options)).toBe(true);
    expect(matches('tude', 'étude', options)).toBe(false);
    expect(matches('étude', 'étude, seconde', options)).toBe(true);
    expect(matches('rag|bag', 'handbag', { ...options, isRegExp: true })).toBe(false);
    expect(matches('c++', 'C++ kites', options)).toBe(true);
  });

  it('is a regular expression if requested', () => {
    expect(matches('k[io]tes?$', 'Paper kites', { isRegExp: true })).toBe(true);
    expect(matches('^kite', 'Paper kites', { isRegExp: true })).toBe(false);
    expect(matches('\\p{Lu}{3}', 'the LED', { isRegExp: true, isCaseSensitive: true })).toBe(true);
  });

  it('may escape characters that need no escape', () => {
    expect(matches('low\\-rank', 'low-rank', { isRegExp: true })).toBe(true);
    expect(matches('[a\\-c]\\_\\"', 'x -_" y', { isRegExp: true })).toBe(true);
    expect(matches('[a\\-c]', 'b', { isRegExp: true })).toBe(false);
  });

  it('is named in the error if it is not a valid regular expression', () => {
    expect(() => pattern('(', { isRegExp: true })).toThrow(InvalidValueError);
    expect(() => pattern('(', { isRegExp: true })).toThrow(
      'pattern "(" is not a valid regular expression: unterminated group',
    );
    expect(() => pattern('a)|(b', { isRegExp: true, matchesWholeWords: true })).toThrow(InvalidValueError);
  });

  it('may have 32,000 characters; a much longer one is rejected, and not quoted in the message', () => {
    const text = 'kite '.repeat(6400);
    expect(matches(text.trim(), `${text}strings`)).toBe(true);
    for (const options of [{}, { isCaseSensitive: true }, { matchesWholeWords: true }, { isRegExp: true }]) {
      const message = errorOf(() => matches(text.repeat(30), text, options));
      // How long it may be depends on the engine and on the options.
      expect([null, `pattern "${'kite '.repeat(12).slice(0, 57)}..." is too long`]).toContain(message);
    }
    expect(errorOf(() => matches(text.repeat(300), text, { matchesWholeWords: true }))).not.toBeNull();
  });

  it('is searched for in title and abstract separately', () => {
    const both = paper({ title: 'Kites', abstract: 'Strings' });
    expect(pattern('strings').matches(both)).toBe(true);
    expect(pattern('strings', { fields: ['title'] }).matches(both)).toBe(false);
    expect(pattern('kites', { fields: ['abstract'] }).matches(both)).toBe(false);
    expect(pattern('s.?s', { isRegExp: true }).matches(both)).toBe(false);
    expect(pattern('kites', { fields: ['abstract'] }).matches(paper({ abstract: null }))).toBe(false);
  });

  it('matches if any of several patterns does, or all of them if requested', () => {
    const both = paper({ title: 'Kites', abstract: 'Strings' });
    expect(pattern(['ropes', 'strings']).matches(both)).toBe(true);
    expect(pattern(['ropes', 'strings'], { needsAll: true }).matches(both)).toBe(false);
    expect(pattern(['kites', 'strings'], { needsAll: true }).matches(both)).toBe(true);
  });

  it('matches the other papers if inverted', () => {
    expect(matches('kites', 'Kites', { isInverted: true })).toBe(false);
    expect(matches('kites', 'Ropes', { isInverted: true })).toBe(true);
    expect(matches(['kites', 'ropes'], 'Ropes', { isInverted: true, needsAll: true })).toBe(true);
  });
});

describe('the ranges of a pattern', () => {
  it('are in order, and joined if patterns overlap', () => {
    expect(pattern(['kite', 'ites', 'on']).ranges('On kites and kite', 'title')).toEqual([
      [0, 2],
      [3, 8],
      [13, 17],
    ]);
  });

  it('refer to the original text', () => {
    const text = 'On Schr\\"odinger–bridges';
    expect(
      pattern('schrodinger-bridges')
        .ranges(text, 'title')
        .map((range) => text.slice(...range)),
    ).toEqual(['Schr\\"odinger–bridges']);
  });

  it('are empty if the pattern is inverted, searches another key or matches the empty text', () => {
    expect(pattern('kite', { isInverted: true }).ranges('kite', 'title')).toEqual([]);
    expect(pattern('kite', { fields: ['abstract'] }).ranges('kite', 'title')).toEqual([]);
    expect(pattern('x*', { isRegExp: true }).ranges('kite', 'title')).toEqual([]);
  });
});
