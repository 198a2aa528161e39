import { describe, expect, it } from 'vitest';
import { readAuthors } from '../../src/names/authors.ts';
import { processorTime } from '../support/work.ts';

const names = (field: string) => readAuthors(field).names;

describe('author names', () => {
  it.each([
    ['Ada Clay', ['Ada Clay']],
    ['Ada Clay, Bo Ek', ['Ada Clay', 'Bo Ek']],
    ['Ada Clay and Bo Ek', ['Ada Clay', 'Bo Ek']],
    ['Ada Clay, Bo Ek, and Cy Fox', ['Ada Clay', 'Bo Ek', 'Cy Fox']],
    ['Ada Clay,Bo Ek,and Cy Fox', ['Ada Clay', 'Bo Ek', 'Cy Fox']],
    ['Ada Clay & Bo Ek', ['Ada Clay', 'Bo Ek']],
    ['Ada Clay \\& Bo Ek', ['Ada Clay', 'Bo Ek']],
    ['Ada Clay; Bo Ek', ['Ada Clay', 'Bo Ek']],
    ['A.Clay,, B.Ek,', ['A.Clay', 'B.Ek']],
  ])('are parted by commas and `and`: %s', (field, expected) => {
    expect(names(field)).toEqual(expected);
  });

  it('may hold the letters of `and`', () => {
    expect(names('Ferdinand Andersson and Candy Sandford')).toEqual(['Ferdinand Andersson', 'Candy Sandford']);
  });

  it('keep particles, hyphens and apostrophes', () => {
    expect(names("J. van der Berg, M.-P. d'Orsay, Ye Ba")).toEqual(['J. van der Berg', "M.-P. d'Orsay", 'Ye Ba']);
  });

  it.each([
    'Ada Clay (Here), Bo Ek (There, Nowhere and Elsewhere)',
    'Ada Clay (1,2), Bo Ek (1 and 3) ((1) Here, (2) There (near Here), (3) Elsewhere)',
    'Ada Clay(1) and Bo Ek(2),((1)Here,(2)There)',
    'Ada Clay (1), Bo Ek (2) ((1) Here, (2) There',
    'Ada Clay, Bo Ek (for the Invented Collaboration)',
    'Ada Clay), Bo Ek',
  ])('leave out affiliations: %s', (field) => {
    expect(names(field)).toEqual(['Ada Clay', 'Bo Ek']);
  });

  it('keep a nickname in parentheses', () => {
    expect(names('Yang (Helen) Chen (Here), Bo Ek')).toEqual(['Yang (Helen) Chen', 'Bo Ek']);
  });

  it('take a name in parentheses for an affiliation where the name does not go on', () => {
    expect(names('Ada Clay (Here) and Bo Ek (There)')).toEqual(['Ada Clay', 'Bo Ek']);
    expect(names('Ada Clay (Here), Bo Ek')).toEqual(['Ada Clay', 'Bo Ek']);
  });

  it('are not parted by an affiliation alone', () => {
    expect(names('Ada Clay (IXQ/USX) Bo Ek (There)')).toEqual(['Ada Clay Bo Ek']);
  });

  it('include a collaboration before a colon', () => {
    expect(names('The Moth Collaboration: A. Clay, B. Ek')).toEqual(['The Moth Collaboration', 'A. Clay', 'B. Ek']);
  });

  it('include a collaboration on whose behalf the others write', () => {
    expect(names('A. Clay, on behalf of the Moth Collaboration')).toEqual(['A. Clay', 'the Moth Collaboration']);
    expect(names('A. Clay, for the Moth team')).toEqual(['A. Clay', 'the Moth team']);
  });

  it('do not include `et al.`', () => {
    expect(names('A. Clay et al.')).toEqual(['A. Clay']);
    expect(names('A. Clay, et al')).toEqual(['A. Clay']);
    expect(names('A. Clay and others')).toEqual(['A. Clay']);
    expect(names('Al Betal, Al Alder')).toEqual(['Al Betal', 'Al Alder']);
  });

  it('keep a suffix after a comma', () => {
    expect(names('A. Clay, Jr., B. Ek, III and C. Fox Sr')).toEqual(['A. Clay, Jr.', 'B. Ek, III', 'C. Fox Sr']);
  });

  it('keep TeX as it is printed', () => {
    const field = "H\\'el\\`ene {\\'E}bert, \\c{C}a\\u{g}la \\O, J\\'\\i m{\\\"o} {Ya, ya}, B.\\,Ek";
    expect(names(field)).toEqual([
      "H\\'el\\`ene {\\'E}bert",
      '\\c{C}a\\u{g}la \\O',
      'J\\\'\\i m{\\"o} {Ya, ya}',
      'B.\\,Ek',
    ]);
  });

  it('lose footnote marks', () => {
    expect(names('A. Clay$^{1,2}$, B. Ek$^*$')).toEqual(['A. Clay', 'B. Ek']);
  });

  it('are read behind a brace that is never closed', () => {
    expect(names("A. {\\'Clay, B. Ek and C. Fox")).toEqual(["A. {\\'Clay", 'B. Ek', 'C. Fox']);
  });

  it('are none in an empty field', () => {
    expect(readAuthors('')).toEqual({ names: [], count: 0 });
  });
});

describe('the author count', () => {
  it('includes those that are not shown', () => {
    expect(readAuthors('A. Clay, B. Ek, et al. (72 additional authors not shown)').count).toBe(74);
    expect(readAuthors('A. Clay, et al. (1 additional author not shown)').count).toBe(2);
  });
});

describe('hostile author fields', () => {
  it.each(['(', ')', '{', '}', '$', ',', '(a', '{a,', '$^', ' and ', 'A and ', '\\', ' '])(
    'made of %j end soon',
    (piece) => {
      expect(processorTime(() => readAuthors(piece.repeat(300_000)))).toBeLessThan(4_000);
    },
  );
});
