import { expect, it } from 'vitest';
import { bibtexNames } from '../../../src/formats/fields/bibtex-names.ts';

it.each([
  ['Moss, Tilda', [{ family: 'Moss', given: 'Tilda' }]],
  ['van der Berg, Jr., Jan', [{ family: 'van der Berg', suffix: 'Jr.', given: 'Jan' }]],
  ['van der Berg, Jan, Jr.', [{ family: 'van der Berg', suffix: 'Jr.', given: 'Jan' }]],
  ['Ada Clay and {Geese and Co.}', [{ literal: 'Ada Clay' }, { literal: 'Geese and Co.' }]],
  ['Moss, Tilda and and others', [{ family: 'Moss', given: 'Tilda' }, 'et al.']],
  ['Moss, Tilda and', [{ family: 'Moss', given: 'Tilda' }]],
  ['and Moss, Tilda', [{ family: 'Moss', given: 'Tilda' }]],
  ['Ada Clay, Bo Ek, Cy Fox', [{ literal: 'Ada Clay' }, { literal: 'Bo Ek' }, { literal: 'Cy Fox' }]],
  [
    'family=Berg, given=Jan, prefix=van der, useprefix=true and Moss, Tilda',
    [
      { family: 'van der Berg', given: 'Jan', suffix: '' },
      { family: 'Moss', given: 'Tilda' },
    ],
  ],
  ['Wei Wang 0062', [{ literal: 'Wei Wang' }]],
  ['', []],
])('reads the parts of the names in %j', (field, names) => {
  expect(bibtexNames(field)).toEqual(names);
});
