import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../src/formats/fields/values-names.ts';
import { takesLessThan } from '../../support/work.ts';

describe('authors in a field', () => {
  it.each([
    ["[arxiv.Result.Author('Ada Clay'), arxiv.Result.Author('Bo Ek')]", ['Ada Clay', 'Bo Ek']],
    [String.raw`['Ada Cl\ud800ay', 'Bo Ek']`, ['Ada Cl\ufffday', 'Bo Ek']],
    ["['ada Clay', 'bo Ek']", ['ada Clay', 'bo Ek']],
  ])('reads a list of two authors printed by a program: %s', (field, authors) => {
    expect(namesOf(field)).toEqual({ authors, authorCount: 2 });
  });

  it.each([
    [{ family: 'Clay', given: 'Ada Jr' }, 'Ada Clay Jr'],
    [{ family: 'Clay Jr.', given: 'Ada' }, 'Ada Clay Jr.'],
    [{ family: 'Clay', given: 'Ada', suffix: 'III', 'non-dropping-particle': 'van der' }, 'Ada van der Clay III'],
  ])('keeps the suffix after the family name: %j', (field, name) => {
    expect(namesOf([field]).authors).toEqual([name]);
  });

  it.each([
    [[{ family: 'E', given: 'Ada' }], ['Ada E']],
    [[['E', 'Ada', '']], ['Ada E']],
    ['E, Ada; Ek, Bo', ['Ada E', 'Bo Ek']],
    ['de Roos Vega, Ada (57190012345)', ['Ada de Roos Vega']],
    ['Plato (57190012345); Roos Vega, Ada, Jr. (57190012346)', ['Plato', 'Ada Roos Vega Jr.']],
  ])('takes the family name that the field shows: %j', (field, authors) => {
    expect(namesOf(field).authors).toEqual(authors);
  });

  it.each([
    ['Clay, Ada\nvan Ek, B.', ['Ada Clay', 'B. van Ek']],
    ['Ada Clay\nBo Ek', ['Ada Clay', 'Bo Ek']],
    ['Clay, A., Ek, B.,\nFox, C.', ['A. Clay', 'B. Ek', 'C. Fox']],
  ])('reads names on lines of their own: %j', (field, authors) => {
    expect(namesOf(field).authors).toEqual(authors);
  });

  it.each(['[Anonymous]', 'Anon.', ['Anonymous'], [{ literal: '[Anonymous]' }]])('reads no author in %j', (field) => {
    expect(namesOf(field)).toEqual({ authors: [], authorCount: null });
  });

  it.each(['Plato, Ada Bea Clay', 'Ada E'])(
    'reads ambiguous names like the other lists of the listing: %s',
    (field) => {
      const orders = { isGivenFirst: false };
      namesOf('Ada Clay, Bo Ek, Plato, Cy van Fox', orders);
      expect(namesOf(field, orders).authors).toEqual(field.split(', '));
    },
  );

  it.each<[string, Parameters<typeof namesOf>[0], string[]]>([
    [
      'with an account without a name',
      [{ user: { fullname: 'Ada Clay' } }, { user: { name: 'x' }, name: 'Bo Ek' }],
      ['Ada Clay', 'Bo Ek'],
    ],
    ['with a given name only', [{ given: 'Plato' }], ['Plato']],
    ['with a family name only', [{ family: 'Plato', given: '' }], ['Plato']],
    ['of a collaboration', [{ collaboration: 'The Invented Survey' }], ['The Invented Survey']],
    ['that is empty', [{ given: '', family: '' }], []],
    ['of empty parts', [['', '']], []],
    ['whose role is not the one of an author', [{ role: 'editor', name: 'Ada Clay' }], []],
    ['on a line of its own', 'Ada Clay\nJan van Ek', ['Ada Clay', 'Jan van Ek']],
    ['with initials after the name', [{ literal: 'Clay A.B.' }, { literal: 'van Ek C.' }], ['A.B. Clay', 'C. van Ek']],
    ['whose name is called preferred', [{ preferred_name: 'Ada Clay' }], ['Ada Clay']],
    ['in objects of one field', [{ author: 'Ada Clay' }, { author: 'Bo Ek' }], ['Ada Clay', 'Bo Ek']],
    ['who is called creator', [{ creator: 'Clay, Ada' }, { creator: 'Ek, Bo' }], ['Ada Clay', 'Bo Ek']],
    ['in numbered fields', { '0': 'Ada Clay', '1': 'Bo Ek' }, ['Ada Clay', 'Bo Ek']],
    ['after a word', 'By Ada Clay and Bo Ek', ['Ada Clay', 'Bo Ek']],
    ['with a saint in the family name', 'St. Clair J. B., Ek C.', ['J. B. St. Clair', 'C. Ek']],
  ])('reads an author %s', (_, field, authors) => {
    expect(namesOf(field)).toEqual({ authors, authorCount: authors.length || null });
  });

  it('takes little time for many blank lines between names', () => {
    expect(takesLessThan(4_000, () => namesOf(`Ada Clay${'\n '.repeat(300_000)}Bo Ek,`))).toBe(true);
  });

  it('reads ambiguous names as surname first if no list shows otherwise', () => {
    expect(namesOf('Clay, Ada Bea').authors).toEqual(['Ada Bea Clay']);
    expect(namesOf('Clay A').authors).toEqual(['A Clay']);
  });
});
