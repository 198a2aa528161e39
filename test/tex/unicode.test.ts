import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { texParts } from '../../src/tex/math.ts';
import { texToUnicode, unicodePaper } from '../../src/tex/unicode.ts';

describe('TeX as Unicode', () => {
  it.each([
    [String.raw`Ren\'e Mu\~noz`, 'René Muñoz'],
    [String.raw`Mart\'{\i}n Sof\'\i a`, 'Martín Sofía'],
    [String.raw`{\"O}zt{\"u}rk and \"{U}lk\"u`, 'Öztürk and Ülkü'],
    [String.raw`Pin\c{c}on, Yolda\c{s}, Fran\c cois`, 'Pinçon, Yoldaş, François'],
    [String.raw`Dvo\v{r}\'ak, Ne\v sa, {\v Z}i\v{z}ek`, 'Dvořák, Neša, Žižek'],
    [String.raw`Erd\H{o}s, W\k{a}sik, \AA str{\o}m, {\L}ukasz`, 'Erdős, Wąsik, Åstrøm, Łukasz'],
    [String.raw`S\o ren, Stra\ss e, \ae\oe, Hr\'a{\dj}`, 'Søren, Straße, æœ, Hráđ'],
    [String.raw`B\'{\^e}, Nguy\~{\^e}n`, 'Bế, Nguyễn'],
    [
      "``Deep'' fields -- a `first' look --- isn't it",
      '“Deep” fields – a ‘first’ look — isn’t it'.replace('n’t', "n't"),
    ],
    [String.raw`Q\&A at 5\% for \$3, snake\_case, \{x\}`, 'Q&A at 5% for $3, snake_case, {x}'],
    [String.raw`SL2S\,J02 and 3\ km`, 'SL2S J02 and 3 km'],
  ])('converts %s', (tex, unicode) => {
    expect(texToUnicode(tex)).toBe(unicode);
  });

  it('distinguishes a tie from "about"', () => {
    expect(texToUnicode('Stokes~$V$ of Sgr~A*, Fig.~3, NGC~42, $z$~5')).toBe(
      'Stokes $V$ of Sgr A*, Fig. 3, NGC 42, $z$ 5',
    );
    expect(texToUnicode('quasars at z~3, ~50 of them (~2 a year), z ~ 4')).toBe(
      'quasars at z~3, ~50 of them (~2 a year), z ~ 4',
    );
  });

  it('keeps mathematics and unknown commands', () => {
    const tex = String.raw`$\'a -- b$ \emph{x} \(\"o\) \feii {\em i)} $$--$$ \[\c c\] \\'e \vskip \cite{a}`;
    expect(texToUnicode(tex)).toBe(tex);
  });

  it('keeps addresses', () => {
    const text = 'see https://example.org/~ada/a--b.html, example.org/~ada';
    expect(texToUnicode(text)).toBe(text);
  });

  it('keeps plain words', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\p{L}\d .,:;()?!+*/&%-]*$/u).filter((text) => !text.includes('--')),
        (text) => {
          expect(texToUnicode(text)).toBe(text);
        },
      ),
    );
  });

  it('converts every text of a paper', () => {
    const paper = {
      title: String.raw`Alfv\'en waves`,
      abstract: 'a--b',
      authorCount: 1,
      date: null,
      upvotes: null,
      authors: [String.raw`J\"org M`],
      authorComment: '3--4 pages',
      journalRef: String.raw`Ann. G\'eo. 1`,
      url: 'https://example.org/a--b',
    };
    expect(unicodePaper(paper)).toEqual({
      ...paper,
      title: 'Alfvén waves',
      abstract: 'a–b',
      authors: ['Jörg M'],
      authorComment: '3–4 pages',
      journalRef: 'Ann. Géo. 1',
    });
  });

  it('takes time proportional to the length of hostile text', () => {
    for (const piece of ['$', '\\(', '\\[', '\\$', '{', "\\'", '`', '~', '-', "\\'{", '\\ ', '{\\v ', '\\i']) {
      const text = piece.repeat(300_000);
      expect(texToUnicode(text).length).toBeLessThanOrEqual(text.length);
    }
  }, 10_000);
});

describe('the parts of a TeX text', () => {
  it('alternate between text and mathematics', () => {
    expect(texParts(String.raw`the $H_0$ tension costs \$5 or $6`)).toEqual([
      { text: 'the ', isMath: false },
      { text: '$H_0$', isMath: true },
      { text: String.raw` tension costs \$5 or $6`, isMath: false },
    ]);
  });

  it.each([
    ['From $5 to $10: folding', 0],
    ['It costs $5 or US$10.', 0],
    ['$5,$6 and $7', 0],
    ['We pay $3 million, that is US$ 3,000,000.', 0],
    ['$2 mod N$ and 3', 1],
    ['a $ sign and another $ sign', 0],
    ['$x$ and $y$', 2],
    [String.raw`at $z\sim$2 and $ x_1 $`, 2],
    ['memory of $O(n)$ for $5', 1],
  ])('do not confuse money with mathematics: %s', (text, formulas) => {
    expect(texParts(text).filter(({ isMath }) => isMath)).toHaveLength(formulas);
  });

  it('are the text again if they are joined', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('$', '\\', '(', ')', '[', ']', 'a', '{', '}') }), (text) => {
        expect(
          texParts(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});
