import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithOffsets, isPlain } from '../../src/text/folded.ts';
import { takesLessThan } from '../support/work.ts';

it('is folded again after thousands of other characters', () => {
  const characters = Array.from({ length: 10_100 }, (_, index) => String.fromCodePoint(0x4e00 + index));
  expect(characters.filter((character) => fold(character) !== character)).toEqual([]);
  expect(fold('Ö一')).toBe('o一');
});

it('maps an empty range, at the start and at the end too, to an empty range', () => {
  const { original } = foldWithOffsets('Öl');
  expect([original(0, 0), original(2, 2)]).toEqual([
    [0, 0],
    [2, 2],
  ]);
  expect(foldWithOffsets('').original(0, 0)).toEqual([0, 0]);
});

describe('folded text', () => {
  it.each([
    ['Kite Strings', 'kite strings'],
    ['Schrödinger', 'schrodinger'],
    ['Schr\\"odinger', 'schrodinger'],
    ['Schr{\\"o}dinger', 'schrodinger'],
    ['Schr\\"{o}dinger', 'schrodinger'],
    ['Schro\u0308dinger', 'schrodinger'],
    ['Nguy{\\~{\\^e}}n, Nguy\\~{\\^e}n, Nguyễn', 'nguyen, nguyen, nguyen'],
    ["\\v{S}est\\'ak, \\v Sest\\'{a}k", 'sestak, sestak'],
    ['Łukasz, {\\L}ukasz, \\L{}ukasz', 'lukasz, lukasz, lukasz'],
    ['Søren, S\\o ren, Đorđe, Æsop, Weiß, Þór', 'soren, soren, dorde, aesop, weiss, thor'],
    ['\\c{C}a\\u{g}r\\i', 'cagri'],
    ['İstanbul ISPARTA ısparta', 'istanbul isparta isparta'],
    ['ﬁne‑tuning – ﬂow — ﬃ − 2', 'fine-tuning - flow - ffi - 2'],
    ["“It’s” ‘tea’ ``tea'' `tea'", "\"it's\" 'tea' \"tea\" 'tea'"],
    ['a\u00a0b\u2009c\u3000d  e\tf', 'a b c d e f'],
    ['co\u00adop\u200ber\ufeffate', 'cooperate'],
    ['Ｆｕｌｌ ｗｉｄｔｈ 𝐋𝐨𝐑𝐀 x²', 'full width lora x2'],
    ['ΣΊΣΥΦΟΣ σίσυφος', 'σισυφοσ σισυφοσ'],
    ['ШУМ', 'шум'],
    ['한국어 日本語', '한국어 日本語'],
    ['R\\&D at 5\\%', 'r&d at 5%'],
    ['a \\\\ b $\\alpha$', 'a \\\\ b $\\alpha$'],
  ])('of %j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(foldWithOffsets(text).text).toBe(folded);
  });

  it('does not change if it is folded again, except for text that looks like TeX only after folding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = fold(text.replace(/[\\{}`']/g, ''));
        expect(fold(once)).toBe(once);
      }),
    );
  });

  it('differs from plain text only in capitals', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aB -\\"\'`{}é'.split('')) }), (text) => {
        if (isPlain(text)) expect(fold(text)).toBe(text.toLowerCase());
      }),
    );
  });

  it('is the same with offsets', () => {
    const unit = fc.constantFrom(...'aOs -\\"\'`{}é\u0301\u00a0ﬁßİ𝐋'.split(''), '\\v', '𝐋');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(foldWithOffsets(text).text).toBe(fold(text));
      }),
    );
  });

  it('takes time proportional to the length of any text', () => {
    for (const piece of ['\\', '{', "\\'{", '{\\"', "'", '`', ' ', 'a\u0301', '\u0301', '\\v ', '\u200b ']) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      expect(takesLessThan(2000, () => foldWithOffsets(text))).toBe(true);
    }
  });
});

describe('a range of folded text', () => {
  it.each([
    ['a Schr\\"odinger map', 'schrodinger', 'Schr\\"odinger'],
    ['the {\\"O}konom', 'okonom', '{\\"O}konom'],
    ['a ﬁne day', 'fine', 'ﬁne'],
    ['a ﬁne day', 'ine', 'ﬁne'],
    ['Weiß und', 'weiss', 'Weiß'],
    ['x — y', '-', '—'],
  ])('in %j for %j is %j in the original', (text, needle, original) => {
    const folded = foldWithOffsets(text);
    const start = folded.text.indexOf(needle);
    expect(text.slice(...folded.original(start, start + needle.length))).toBe(original);
  });
});
