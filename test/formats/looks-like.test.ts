import { expect, it } from 'vitest';
import { looksLike } from '../../src/formats/looks-like.ts';
import { takesLessThan } from '../support/work.ts';

it('tells what an input looks like in little time, however many blank lines it begins with', () => {
  const lines = '  \n'.repeat(20_000);
  expect(takesLessThan(500, () => looksLike(lines, false))).toBe(true);
  expect(looksLike(`${lines}[{"name": "Kites"}]`, false)).toBe('JSON without titles of papers');
});
