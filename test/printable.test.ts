import { expect, it } from 'vitest';
import { beginning } from '../src/printable.ts';

it('the beginning of a text tells where something is missing, and cuts no character in two', () => {
  expect(beginning('A Kite')).toBe('A Kite');
  expect(beginning('A Kite for Every Wind', 12)).toBe('A Kite fo...');
  expect(beginning('A Kite \u{1f50d}\u{1f50d} Wind', 11)).toBe('A Kite ...');
});
