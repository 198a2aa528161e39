import { describe, expect, it } from 'vitest';
import { readAbbreviatedAuthors } from '../../src/names/abbreviated.ts';

describe('authors as MEDLINE and the Vancouver style print them', () => {
  it.each<[string, string[], number | null]>([
    ['Clay A', ['A Clay'], 1],
    ['Clay A, Ek BC, Fox C-D', ['A Clay', 'BC Ek', 'C-D Fox'], 3],
    ['van der Gold D, Clay A Jr, Ek B 3rd', ['D van der Gold', 'A Clay Jr', 'B Ek 3rd'], 3],
    ['Clay A, Ek B, et al.', ['A Clay', 'B Ek'], null],
    ['Clay A et al', ['A Clay'], null],
    ['Clay A, Ek B, and Fox C', ['A Clay', 'B Ek', 'C Fox'], 3],
    ['Clay A, Ek B, editors', ['A Clay', 'B Ek'], 2],
    ['Pond Study Group; Reed A, Ashcombe J', ['Pond Study Group', 'A Reed', 'J Ashcombe'], 3],
    ['Reed A, Ashcombe J; MOTH-2 Trialists', ['A Reed', 'J Ashcombe', 'MOTH-2 Trialists'], 3],
    ['Reed A, for the Pond Study Group', ['A Reed', 'Pond Study Group'], 2],
    ['Institute of Ponds, Norway; Reed A', ['Institute of Ponds, Norway', 'A Reed'], 2],
    ['Pond Study Group', ['Pond Study Group'], 1],
    ['Plato, Reed A', ['Plato', 'A Reed'], 2],
  ])('%s', (list, authors, authorCount) => {
    expect(readAbbreviatedAuthors(list)).toMatchObject({ authors, authorCount });
  });

  it.each([
    'Ada Clay, Bo Ek C',
    'Clay, A., & Ek, B',
    'A. Clay, B. Ek',
    'Counting moths',
    'Round Kites, Plato A',
    'The moths',
    'Moths. A survey',
    '',
  ])('are not found in %j', (list) => {
    expect(readAbbreviatedAuthors(list)?.isClear ?? false).toBe(false);
  });
});
