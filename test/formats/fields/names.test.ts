import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../src/formats/fields/values-names.ts';

describe('authors in a field', () => {
  it.each([
    ["[arxiv.Result.Author('Ada Clay'), arxiv.Result.Author('Bo Ek')]", ['Ada Clay', 'Bo Ek']],
    ["['ada Clay', 'bo Ek']", ['ada Clay', 'bo Ek']],
  ])('are read from a list of two that a program printed: %s', (field, authors) => {
    expect(namesOf(field)).toEqual({ authors, authorCount: 2 });
  });

  it.each([
    [{ family: 'Clay', given: 'Ada Jr' }, 'Ada Clay Jr'],
    [{ family: 'Clay Jr.', given: 'Ada' }, 'Ada Clay Jr.'],
    [{ family: 'Clay', given: 'Ada', suffix: 'III', 'non-dropping-particle': 'van der' }, 'Ada van der Clay III'],
  ])('have their suffix behind the family name: %j', (field, name) => {
    expect(namesOf([field]).authors).toEqual([name]);
  });
});
