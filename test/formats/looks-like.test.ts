import { expect, it } from 'vitest';
import { looksLike } from '../../src/formats/looks-like.ts';
import { processorTime } from '../support/work.ts';

it('tells what an input looks like in little time, however many blank lines it begins with', () => {
  const lines = '  \n'.repeat(20_000);
  expect(processorTime(() => looksLike(lines, false))).toBeLessThan(500);
  expect(looksLike(`${lines}[{'title': 'Kites'}]`, false)).toMatch(/^dictionaries as Python prints them/);
});
