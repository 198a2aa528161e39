import { describe, expect, it } from 'vitest';
import { consistingOf } from '../../src/text/patterns.ts';

describe('a pattern for texts that consist of parts', () => {
  const words = consistingOf('(?:free article|free|article)(?: |$)', 'i');

  it('matches parts in any order', () => {
    expect(words.test('Free article free Article')).toBe(true);
    expect(words.test('free articles')).toBe(false);
    expect(words.test('')).toBe(false);
  });

  it('does not try all ways to divide a text', () => {
    expect(words.test(`${'free article '.repeat(40)}x`)).toBe(false);
  });
});
