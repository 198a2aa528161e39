import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLine } from '../../src/input/decode-line.ts';
import { UNCLEAN } from '../../src/text/white-space.ts';
import { takesLessThan } from '../support/work.ts';

function clean(bytes: Uint8Array) {
  const { text, faults } = decodeLine(Buffer.from(bytes));
  return { text, codes: faults.map(({ code }) => code) };
}

const damaged = fc.uint8Array({ maxLength: 40 });
const nearUtf8 = fc
  .array(
    fc.constantFrom(0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5),
  )
  .map((bytes) => Uint8Array.from(bytes));

describe('repair of lines', () => {
  it.each([
    ['a color', 'A \u001b[31mred\u001b[0m kite', 'A red kite'],
    ['the shape of the cursor', 'A \u001b[2 qkite', 'A kite'],
    ['a title of the window, ended by a bell', '\u001b]0;title\u0007A kite', 'A kite'],
    ['a title of the window, ended by a sequence', '\u001b]0;title\u001b\\A kite', 'A kite'],
  ])('removes the sequence of a terminal for %s', (_, text, shown) => {
    expect(clean(Buffer.from(text)).text).toBe(shown);
  });

  it.each([
    ['no-break spaces', 'Date:\u00a03\u202fMarch\u00a0 2023', 'Date: 3 March  2023'],
    ['thin and other wide spaces', '12\u2009pages,\u20023\u205ffigures', '12 pages, 3 figures'],
    ['characters without width', '\u200bA \u2060ki\ufeffte\u200e and\u200f more', 'A kite and more'],
    ['soft hyphens', 'coun\u00adting lan\u00adterns', 'counting lanterns'],
    [
      'ligatures',
      'Tra\ufb03c, \ufb01re and \ufb02oods: e\ufb00ects of the la\ufb06',
      'Traffic, fire and floods: effects of the last',
    ],
    [
      'not what joins letters or keeps them apart',
      'می\u200cخواهم 👩\u200d🔬 naïve\u3000鳶',
      'می\u200cخواهم 👩\u200d🔬 naïve\u3000鳶',
    ],
  ])('cleans without a word: %s', (_, text, cleaned) => {
    expect(clean(Buffer.from(text))).toEqual({ text: cleaned, codes: [] });
  });

  it('changes exactly the characters that are called unclean', () => {
    const codes = Array.from({ length: 0x10000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);
    const wrong = codes.filter((code) => {
      const text = `a${String.fromCharCode(code)}b`;
      return UNCLEAN.test(text) !== (decodeLine(Buffer.from(text)).text !== text);
    });
    expect(wrong).toEqual([]);
  });

  it('decodes any bytes to well-formed text without control characters', () => {
    fc.assert(
      fc.property(fc.oneof(damaged, nearUtf8), (bytes) => {
        const { text, codes } = clean(bytes);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/[^\P{Cc}\t\n\r]/u);
        expect(codes.includes('invalid-utf8')).toBe(!isUtf8(bytes));
        expect(clean(Buffer.from(text))).toEqual({ text, codes: [] });
      }),
      { numRuns: 3000 },
    );
  });

  it('decodes invalid bytes by the same rules as a text decoder', () => {
    fc.assert(
      fc.property(nearUtf8, (bytes) => {
        // A lossy decoder replaces an incomplete sequence by U+FFFD; both keep complete characters.
        const whole = new TextDecoder()
          .decode(bytes)
          .replaceAll('\ufffd', '')
          .replace(/[\x7f-\x9f]/g, '')
          .replaceAll('\u00a0', ' ')
          .replaceAll('\u00ad', '');
        let rest = clean(bytes).text;
        for (const character of whole) {
          const at = rest.indexOf(character);
          expect(at).toBeGreaterThanOrEqual(0);
          rest = rest.slice(at + character.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('takes little time for any number of lines with damage', () => {
    const line = Buffer.from('caf\xe9', 'latin1');
    let wrong = 0;
    // An `expect` for each line would take longer than the line.
    const decode = () => {
      for (let count = 0; count < 100_000; count += 1) if (clean(line).text !== 'café') wrong += 1;
    };
    expect(takesLessThan(1_500, decode)).toBe(true);
    expect(wrong).toBe(0);
  });

  it('takes little time and memory for a line with any amount of damage', () => {
    const before = process.memoryUsage().rss;
    const decode = () => {
      for (const byte of [0x00, 0x1b, 0xe9, 0xc2]) expect(clean(Buffer.alloc(16_000_000, byte)).codes).toHaveLength(1);
      expect(clean(Buffer.from('\x1b['.repeat(4_000_000))).text).toBe('['.repeat(4_000_000));
      expect(clean(Buffer.from('\x1b]'.repeat(4_000_000))).text).toBe(']'.repeat(4_000_000));
      expect(clean(Buffer.from(`\x1b]${'x'.repeat(8_000_000)}`)).text).toHaveLength(8_000_001);
    };
    expect(takesLessThan(10_000, decode)).toBe(true);
    expect(process.memoryUsage().rss - before).toBeLessThan(600_000_000);
  });
});
