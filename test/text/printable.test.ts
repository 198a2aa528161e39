import { expect, it } from 'vitest';
import { printable, truncate } from '../../src/text/printable.ts';

it('marks where a truncated text ends, and cuts no character in two', () => {
  expect(truncate('A Kite')).toBe('A Kite');
  expect(truncate('A Kite for Every Wind', 12)).toBe('A Kite fo...');
  expect(truncate('A Kite \u{1f50d}\u{1f50d} Wind', 11)).toBe('A Kite ...');
});

it('replaces control characters and characters that change the direction of text', () => {
  expect(printable('A Kite ~ for every Wind!')).toBe('A Kite ~ for every Wind!');
  expect(printable('naïve 風 “Kites”\u00a0')).toBe('naïve 風 “Kites”\u00a0');
  for (const bad of ['\0', '\t', '\n', '\x1b', '\x7f', '\x9b', '\u2028', '\u2029', '\u061c', '\u202e', '\u2066']) {
    expect(printable(`${bad}A Ki${bad}te${bad}`)).toBe('\ufffdA Ki\ufffdte\ufffd');
  }
});
