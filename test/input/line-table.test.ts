import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLines, joinParts, releaseLines, someHold } from '../../src/input/line-scanner.ts';
import { findLinesPlainly, LineTraits } from '../../src/input/line-table.ts';

const { other, control, bracket, uneven, match, folded } = LineTraits;
const linesOf = (text: string) => Array.from(findLinesPlainly(Buffer.from(text)));
const isSame = (one: Int32Array, other: Int32Array) => Buffer.from(one.buffer).equals(Buffer.from(other.buffer));
/** Longer than what is read plainly for its shortness. */
const FILLING = Buffer.from(`${'x'.repeat(300_000)}\n`);

describe('lines', () => {
  it('are found by their ends, the last one by that of the text', () => {
    expect(linesOf('ab\n\nc')).toEqual([2, 0, 3, 0, 5, 0]);
    expect(linesOf('ab\r\n')).toEqual([3, 0]);
    expect(linesOf('')).toEqual([]);
  });

  it.each([
    ['a ü', other],
    ['a\u001b', control],
    ['\u007f', control],
    ['a \u0080\u009f', other | control],
    ['\u00a0 \u0100', other],
    ['a [b]', bracket],
    ['lo\u017fs', other | folded],
    ['\u212aite', other | folded],
    ['\u017e \u212b', other],
    ['a  b', uneven],
    ['  a', 0],
    ['   a', uneven],
    [' a  b', uneven],
    ['a\tb', uneven],
    ['·]  \0', other | bracket | uneven | control],
    ['plain text - with "anything" else[', 0],
  ])('tell what they hold: %j', (line, traits) => {
    expect(linesOf(`before\n${line}\n ]`)).toEqual([
      6,
      0,
      7 + Buffer.byteLength(line),
      traits,
      10 + Buffer.byteLength(line),
      bracket,
    ]);
  });

  it.each([
    ['a lora b', match],
    ['LoRA', match],
    ['xLORA', match],
    ['lor', 0],
    ['lo ra', 0],
    ['a-b [c]', match | bracket],
  ])('are marked where they hold a needle: %j', (line, traits) => {
    expect(Array.from(findLinesPlainly(Buffer.from(`lor\na${line}b\nora`), ['lora', '-B']))).toEqual([
      3,
      0,
      6 + line.length,
      traits,
      10 + line.length,
      0,
    ]);
  });

  it('are the same sixteen bytes at a time as byte by byte', () => {
    const byte = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'abc xyz') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '\n',
          '  ',
          '\t',
          '\r\n',
          '·',
          'é',
          ']',
          '[',
          '\0',
          '\u007f',
          '\u001f',
          '\u0085',
          '\u00a0',
          '\u00ad',
          'ſ',
          '\u212a',
          'Å',
          '😀',
        ),
      },
    );
    const needle = fc.constantFrom('a', 'bc', 'x', 'XY', 'abc', 'a'.repeat(20), '[', ']', '!');
    findLines(FILLING);
    fc.assert(
      fc.property(
        fc.array(byte, { maxLength: 120 }),
        fc.nat(40),
        fc.array(needle, { maxLength: 3 }),
        fc.boolean(),
        (parts, start, needles, isKept) => {
          const bytes = Buffer.from(parts.join('')).subarray(start);
          const plain = Array.from(findLinesPlainly(bytes, needles));
          const joined = joinParts([bytes.subarray(0, start), bytes.subarray(start)]);
          for (const text of [joined, bytes]) {
            const lines = findLines(text, needles, isKept);
            expect(Array.from(lines)).toEqual(plain);
            for (const trait of [other, control, bracket, uneven, folded]) {
              expect(someHold(lines, trait)).toBe(plain.some((number, at) => at % 2 === 1 && (number & trait) !== 0));
            }
            releaseLines(lines);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('are found in texts of any length', () => {
    for (const length of [1, 15, 16, 17, 31, 32, 33, 1_000_000, 1_048_512, 1_048_513, 1_100_000]) {
      const bytes = Buffer.alloc(length, 'text  ]\n');
      expect(isSame(findLines(bytes), findLinesPlainly(bytes))).toBe(true);
      bytes.fill('\n');
      expect(isSame(findLines(bytes), findLinesPlainly(bytes))).toBe(true);
    }
  });

  it('stay as they are while they are in use, whatever else is looked through', () => {
    const kept = findLines(Buffer.from('a\nb ]\n'));
    const inUse = findLines(Buffer.from('ab\nc\n'), [], false);
    const other = findLines(Buffer.from('a\t\n\n'), [], false);
    expect([kept, inUse, other].map((lines) => Array.from(lines))).toEqual([
      [1, 0, 5, bracket],
      [2, 0, 4, 0],
      [2, uneven, 3, 0],
    ]);
    releaseLines(inUse);
  });

  it('tell what they hold wherever it stands in a long one', () => {
    for (const text of ['  ', '\u0085', '\t', ']', 'é', '\u017f', '\u212a']) {
      for (let at = 65_532; at < 65_540; at += 1) {
        const bytes = Buffer.alloc(200_000, 'x');
        bytes.write(text, at);
        expect(isSame(findLines(bytes), findLinesPlainly(bytes))).toBe(true);
        expect(findLinesPlainly(bytes)[1]).not.toBe(0);
      }
    }
  });
});
