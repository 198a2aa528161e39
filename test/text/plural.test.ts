import fc from 'fast-check';
import { expect, it } from 'vitest';
import { number, pluralize } from '../../src/text/plural.ts';

it('groups the digits before the point by three', () => {
  expect([0, 5.5, 999, 1000, 12_345, 999_999, 1_234_567, 1234.125].map(number)).toEqual([
    '0',
    '5.5',
    '999',
    '1,000',
    '12,345',
    '999,999',
    '1,234,567',
    '1,234.125',
  ]);
});

it('formats numbers as in English', () => {
  const thousandths = fc.maxSafeNat().map((natural) => Math.trunc(natural / 1000) + (natural % 1000) / 1000);
  fc.assert(
    fc.property(fc.oneof(thousandths, fc.maxSafeNat(), fc.nat(2_000_000)), (value) => {
      // Both round alike as long as floating point can represent thousandths.
      fc.pre(
        String(value)
          .split('.')
          .every((digits, index) => index === 0 || digits.length <= 3),
      );
      expect(number(value)).toBe(value.toLocaleString('en'));
    }),
  );
});

it('uses the plural of a noun unless the number is one', () => {
  expect([pluralize(1, 'author'), pluralize(0, 'author'), pluralize(1024, 'author')]).toEqual([
    '1 author',
    '0 authors',
    '1,024 authors',
  ]);
});
