import { expect, it } from 'vitest';
import { suggestion } from '../../src/text/suggest.ts';

it.each([
  ['grpe', ['grep', 'parse'], 'grep'],
  ['cvs', ['tsv', 'csv', 'ris'], 'csv'],
  ['bib', ['ris', 'csv'], null],
  ['--json', ['--as-of', '--limit'], null],
  ['--limt', ['--as-of', '--limit'], '--limit'],
  ['stars', ['upvotes', 'githubStars'], 'githubStars'],
  ['ab', ['grabs'], null],
  ['quarter', ['day', 'week'], null],
])('for %s among %j, suggests %s', (text, names, expected) => {
  expect(suggestion(text, names)).toBe(expected === null ? '' : ` (did you mean ${expected}?)`);
});
