import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWindows1252 } from '../../src/input/encoding.ts';
import { readAuthors, readNames } from '../../src/names/authors.ts';
import { takesLessThan } from '../support/work.ts';

const names = (field: string) => readAuthors(field).authors;

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
    ['Ada Clay | Bo Ek · Cy Fox', ['Ada Clay', 'Bo Ek', 'Cy Fox']],
    ['Ada Clay, Bo Ek; Cy Fox and Di Gold', ['Ada Clay', 'Bo Ek', 'Cy Fox', 'Di Gold']],
    ['Ada Clay and Bo Ek, Cy Fox and', ['Ada Clay', 'Bo Ek', 'Cy Fox']],
    ['A.Clay,, B.Ek,', ['A.Clay', 'B.Ek']],
    ['J. Smith, Wei Li, Plato, A. B. Ek, C D Fox', ['J. Smith', 'Wei Li', 'Plato', 'A. B. Ek', 'C D Fox']],
    ['张伟，李娜、王芳', ['张伟', '李娜', '王芳']],
    ['Clay A, Ek BC, Fox C.', ['A Clay', 'BC Ek', 'C Fox']],
    ['Ada van Ek, X. Y. E, Bo Ek, Cy Fox', ['Ada van Ek', 'X. Y. E', 'Bo Ek', 'Cy Fox']],
    ['Plato, Aristotle and Theophrastus', ['Plato', 'Aristotle', 'Theophrastus']],
    ['Ada Clay, Bo Ek et Cy Fox', ['Ada Clay', 'Bo Ek', 'Cy Fox']],
    ['Ana E and X. E', ['Ana E', 'X. E']],
    ['Ada Clay und Bo Ek', ['Ada Clay', 'Bo Ek']],
    ['Ada von und zu Clay, Bo von und zum Ek und Cy Fox', ['Ada von und zu Clay', 'Bo von und zum Ek', 'Cy Fox']],
    ['Clay A, van Ek B; Pond Study Group.', ['A Clay', 'B van Ek', 'Pond Study Group']],
  ])('are separated by commas, semicolons and `and`: %s', (field, expected) => {
    expect(names(field)).toEqual(expected);
  });

  it('may contain the letters of `and`', () => {
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
    'Ada Clay [1], Bo Ek [1,2]',
    'Ada Clay [Here], Bo Ek [There, Nowhere]',
    '[Ada Clay, Bo Ek]',
    'Ada Clay a, Bo Ek a,b',
    'Ada Clay, MD, PhD, Bo Ek, MPH',
    'Ada Clay (ORCID: 0000-0002-1825-0097), Bo Ek',
    'Ada Clay https://orcid.org/0000-0002-1825-0097; Bo Ek 0000-0002-1825-009X',
  ])('lose their affiliations, degrees and identifiers: %s', (field) => {
    expect(names(field)).toEqual(['Ada Clay', 'Bo Ek']);
  });

  it('are printed with the family name last, also if it is marked by capitals', () => {
    expect(names('CLAY Ada, VAN EK Bo-Li')).toEqual(['Ada CLAY', 'Bo-Li VAN EK']);
    expect(names('JR Clay, BL Ek')).toEqual(['JR Clay', 'BL Ek']);
    expect(names('Clay, MD, Ek, B')).toEqual(['MD Clay', 'B Ek']);
  });

  it.each([
    'Dr. Ada Clay, Prof. Bo Ek, Professor Cy Fox',
    'Prof. Dr. Ada Clay; Dr Bo Ek; Dr.-Ing. Cy Fox',
    'Clay, Dr. rer. nat. Ada; Ek, Prof. Dr. Bo; Fox, Dr. C.',
  ])('lose academic titles: %s', (list) => {
    const { authors } = readAuthors(list);
    expect(authors.map((name) => name.replace('C.', 'Cy'))).toEqual(['Ada Clay', 'Bo Ek', 'Cy Fox']);
  });

  it('keep names that begin like academic titles', () => {
    expect(readAuthors('Drew Clay, Draga Ek, Profira Fox').authors).toEqual(['Drew Clay', 'Draga Ek', 'Profira Fox']);
  });

  it('keep a nickname in parentheses', () => {
    expect(names('Yang (Helen) Chen (Here), Bo Ek')).toEqual(['Yang (Helen) Chen', 'Bo Ek']);
  });

  it('lose a name in parentheses at their end, which is an affiliation', () => {
    expect(names('Ada Clay (Here) and Bo Ek (There)')).toEqual(['Ada Clay', 'Bo Ek']);
    expect(names('Ada Clay (Here), Bo Ek')).toEqual(['Ada Clay', 'Bo Ek']);
  });

  it('are not separated by an affiliation alone', () => {
    expect(names('Ada Clay (IXQ/USX) Bo Ek (There)')).toEqual(['Ada Clay Bo Ek']);
  });

  it('lose the comma before a suffix', () => {
    expect(names('A. Clay, Jr., B. Ek, III and C. Fox Sr')).toEqual(['A. Clay Jr.', 'B. Ek III', 'C. Fox Sr']);
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

  it.each([
    'A. Clay$^{1,2}$, B. Ek$^*$',
    'A. Clay1,2*, B. Ek3',
    'A. Clay†, B. Ek¹²',
    'A. Clay^1, B. Ek^{2}',
    '*A. Clay*, **B. Ek**',
    '1. A. Clay, 2. B. Ek',
    'A. Clay <clay@example.org>, B. Ek <ek@example.org>',
    'A. Clay 0012, B. Ek.',
  ])('lose footnote marks, numbers and addresses: %s', (field) => {
    expect(names(field)).toEqual(['A. Clay', 'B. Ek']);
  });

  it('stay whole if their letters were read in a wrong encoding', () => {
    const letters = ['Åse Dąbrowski', 'Ana Petrović', 'Ţ. Õŕe', 'Bo Malmö'];
    const misread = letters.map((name) => decodeWindows1252(Buffer.from(name)));
    expect(readAuthors(misread.join(', '))).toEqual({ authors: misread, authorCount: 4 });
  });

  it('are read after a brace that is never closed', () => {
    expect(names("A. {\\'Clay, B. Ek and C. Fox")).toEqual(["A. {\\'Clay", 'B. Ek', 'C. Fox']);
  });

  it('are not found in an empty field', () => {
    expect(readAuthors('')).toEqual({ authors: [], authorCount: null });
  });

  it.each([
    [`['Ada Clay', "Bo O'Ek"]`],
    [`["Ada Clay", "Bo O'Ek"]`],
    [`['Ada Clay' "Bo O'Ek"]`],
    [`['Ada Clay', 'Bo O\\'Ek']`],
    [`[arxiv.Result.Author('Ada Clay'), arxiv.Result.Author("Bo O'Ek")]`],
    [`[{'authorId': '12', 'name': 'Ada Clay'}, {'authorId': None, 'name': "Bo O'Ek"}]`],
    [`['Clay, Ada', "O'Ek, Bo"]`],
  ])('are read from a list of a programming language: %s', (field) => {
    expect(readAuthors(field)).toEqual({ authors: ['Ada Clay', "Bo O'Ek"], authorCount: 2 });
  });
});

describe('family names that come first', () => {
  it.each([
    'Clay, Ada; Ek, Bo',
    'Clay, Ada; Ek, Bo;',
    'Clay, Ada and Ek, Bo',
    'Clay, Ada & Ek, Bo',
    'Clay, Ada, and Ek, Bo',
  ])('are moved after the given names: %s', (field) => {
    expect(readAuthors(field)).toEqual({ authors: ['Ada Clay', 'Bo Ek'], authorCount: 2 });
  });

  it.each([
    'Clay, A., Ek, B. C.',
    'Clay, A., & Ek, B. C.',
    'Clay A., Ek B. C.',
    'Clay, A.; Ek, B. C.',
    'Clay, A. and B. C. Ek',
  ])('are moved after initials: %s', (field) => {
    expect(names(field)).toEqual(['A. Clay', 'B. C. Ek']);
  });

  it.each(['Clay A, Ek BC', 'Clay A; Ek BC', 'Clay, A, Ek, BC'])(
    'are moved after initials without periods: %s',
    (field) => {
      expect(names(field)).toEqual(['A Clay', 'BC Ek']);
    },
  );

  it('are moved after initials, before a suffix', () => {
    expect(names('Clay AM Jr, Ek B 3rd, Fox C')).toEqual(['AM Clay Jr', 'B Ek 3rd', 'C Fox']);
  });

  it.each([
    ['Clay, Ada, Bo Ek, and Cy Fox', ['Ada Clay', 'Bo Ek', 'Cy Fox']],
    ['Hart, Eve, and Flo Ives', ['Eve Hart', 'Flo Ives']],
    ['van der Berg, Jan P., Bo Ek and Moth Collaboration', ['Jan P. van der Berg', 'Bo Ek', 'Moth Collaboration']],
    ['Plato, Ada Clay, Bo Ek', ['Plato', 'Ada Clay', 'Bo Ek']],
    ['Clay, Ek, and Fox', ['Clay', 'Ek', 'Fox']],
  ])('are moved if only the first name is printed so: %s', (field, authors) => {
    expect(names(field)).toEqual(authors);
  });

  it('are found if they consist of several words', () => {
    expect(names('van der Berg, Jan; Muñoz Luna, Ana; Li, Wei')).toEqual([
      'Jan van der Berg',
      'Ana Muñoz Luna',
      'Wei Li',
    ]);
    expect(names('de Mello Neto J.R.T., van der Berg J.')).toEqual(['J.R.T. de Mello Neto', 'J. van der Berg']);
  });

  it('keep suffixes at the end', () => {
    const field = 'Hart, Ro J., Jr.; Ash, III, Wil; Ek Jr., Bo; Suharta';
    expect(names(field)).toEqual(['Ro J. Hart Jr.', 'Wil Ash III', 'Bo Ek Jr.', 'Suharta']);
  });

  it('are found next to collaborations', () => {
    expect(names('Clay, Ada; Ek, Bo; Moth Collaboration')).toEqual(['Ada Clay', 'Bo Ek', 'Moth Collaboration']);
    expect(names('Clay, A., Ek, B., for the Moth Collaboration')).toEqual(['A. Clay', 'B. Ek', 'Moth Collaboration']);
  });

  it('belong to a single author if only two words are printed', () => {
    expect(names('Li, Wei')).toEqual(['Wei Li']);
    expect(names('Clay, Ada B.')).toEqual(['Ada B. Clay']);
    expect(names('Clay, A.')).toEqual(['A. Clay']);
    expect(names('Clay A.')).toEqual(['A. Clay']);
  });

  it('are read back from any list', () => {
    const family = fc.constantFrom('Clay', 'Ek', 'Größe', "O'Fox", 'Gold-Hill', 'van der Ink', 'Le Jay', 'Li');
    const given = fc.constantFrom('Ada', 'Bo', 'C. D.', 'Jean-Luc', 'Mary K.', 'Zoë');
    const people = fc.array(fc.tuple(given, family), { minLength: 2, maxLength: 6 });
    const separators = fc.constantFrom('; ', ' and ', ';');
    fc.assert(
      fc.property(people, separators, (authors, separator) => {
        const list = authors.map(([first, last]) => `${last}, ${first}`).join(separator);
        expect(names(list)).toEqual(authors.map((name) => name.join(' ')));
      }),
    );
  });
});

describe('collaborations', () => {
  it.each([
    ['The Moth Collaboration: A. Clay, B. Ek', ['The Moth Collaboration', 'A. Clay', 'B. Ek'], 3],
    ['A. Clay, on behalf of the Moth Collaboration', ['A. Clay', 'Moth Collaboration'], 2],
    ['A. Clay for the Moth team', ['A. Clay', 'Moth team'], 2],
    ['Clay A, Ek B; for the Moth Investigators', ['A Clay', 'B Ek', 'Moth Investigators'], 3],
    ['Ada Clay, for the Moth Trialists', ['Ada Clay', 'Moth Trialists'], 2],
    ['A. Clay, and the Moth Team', ['A. Clay', 'the Moth Team'], 2],
    ['The Moth and Kite Collaborations', ['The Moth and Kite Collaborations'], 2],
    ['A. Clay, for the M1 and KITE collaborations', ['A. Clay', 'M1 and KITE collaborations'], 3],
    ['A. Clay, M1 and KITE Collaborations', ['A. Clay', 'M1 and KITE Collaborations'], 3],
    [
      'A. Clay, the Moth, KITE and Old Pond Collaborations',
      ['A. Clay', 'the Moth, KITE and Old Pond Collaborations'],
      4,
    ],
    ['The Moth and the Kite Collaboration: A. Clay', ['The Moth', 'the Kite Collaboration', 'A. Clay'], 3],
    ['A. Clay, Institute for the Study of Teams', ['A. Clay', 'Institute for the Study of Teams'], 2],
  ])('are authors: %s', (field, authors, authorCount) => {
    expect(readAuthors(field)).toEqual({ authors, authorCount });
  });
});

describe('author lists that break off', () => {
  it.each([
    'A. Clay et al.',
    'A. Clay, et al',
    'A. Clay et. al',
    'A. Clay et.al.',
    'A. Clay & al.',
    'A. Clay and others',
    'A. Clay, others',
    'A. Clay, ...',
    'A. Clay, …',
    'A. Clay et al. (Here)',
    "['A. Clay', 'et al.']",
  ])('have no count: %s', (field) => {
    expect(readAuthors(field)).toEqual({ authors: ['A. Clay'], authorCount: null });
  });

  it.each([
    ['A. Clay, et al. (72 additional authors not shown)', 73],
    ['A. Clay, et al. (1 additional author not shown)', 2],
    ['A. Clay and 12 others', 13],
    ['A. Clay + 3 more', 4],
    ['A. Clay, and 4 more authors', 5],
  ])('count the authors that are not named: %s', (field, authorCount) => {
    expect(readAuthors(field)).toEqual({ authors: ['A. Clay'], authorCount });
  });

  it('may continue after an ellipsis', () => {
    expect(readAuthors('A. Clay, B. Ek, ..., C. Fox')).toEqual({
      authors: ['A. Clay', 'B. Ek', 'C. Fox'],
      authorCount: null,
    });
  });

  it('are complete if they name the collaboration', () => {
    expect(readAuthors('A. Clay, et al, for the Moth Collaboration')).toEqual({
      authors: ['A. Clay', 'Moth Collaboration'],
      authorCount: 2,
    });
    expect(readAuthors('A. Clay et al. (Moth Collaboration)')).toEqual({ authors: ['A. Clay'], authorCount: 1 });
  });

  it('are not confused with names that contain the same letters', () => {
    expect(readAuthors('Al Betal, Al Alder, Thomas More')).toEqual({
      authors: ['Al Betal', 'Al Alder', 'Thomas More'],
      authorCount: 3,
    });
  });
});

describe('lists with one name per element', () => {
  it('are read in any arrangement', () => {
    expect(readNames(['Clay, Ada', 'Ek, Bo, Jr.', 'Cy Fox', 'Kite Team, Wind Department']).authors).toEqual([
      'Ada Clay',
      'Bo Ek Jr.',
      'Cy Fox',
      'Kite Team, Wind Department',
    ]);
    expect(readNames(['Clay A', 'Ek BC']).authors).toEqual(['A Clay', 'BC Ek']);
  });

  it('keep the legal form of a company', () => {
    expect(readNames(['Ada Clay', 'Kites for All, Inc.', 'Kites GmbH']).authors).toEqual([
      'Ada Clay',
      'Kites for All, Inc.',
      'Kites GmbH',
    ]);
  });

  it('are split if one element is a list', () => {
    expect(readNames(['A. Clay, B. Ek and C. Fox']).authors).toEqual(['A. Clay', 'B. Ek', 'C. Fox']);
  });

  it('break off at `others`', () => {
    expect(readNames(['Clay, Ada', 'others'])).toEqual({ authors: ['Ada Clay'], authorCount: null });
  });
});

describe('hostile author fields', () => {
  const pieces = [
    '(',
    ')',
    '{',
    '}',
    '$',
    ',',
    '(a',
    '{a,',
    '$^',
    ' and ',
    'A and ',
    '\\',
    ' ',
    'A. ',
    'et ',
    '* ',
    '...',
  ];
  it.each([
    ...pieces,
    "['",
    "\\'",
    'for the ',
    'a and b teams ',
    'a and b teams, ',
    ', 3 more',
    'Clay, A., ',
    '3 ',
    '[',
    '<',
    '^{',
  ])('of repeated %j are read in little time', (piece) => {
    expect(takesLessThan(4_000, () => readAuthors(piece.repeat(300_000)))).toBe(true);
  });

  it('that begin like a list of strings are read in little time', () => {
    expect(takesLessThan(4_000, () => readAuthors(`['${"\\'".repeat(300_000)}`))).toBe(true);
  });
});

it('reads more names than a function accepts arguments', () => {
  expect(readNames(Array.from({ length: 300_000 }, (_, index) => `Ada Clay${index}`)).authorCount).toBe(300_000);
});
