import { describe, expect, it } from 'vitest';
import { findLines, LineTraits } from '../../src/input/line-table.ts';

const { other, control, bracket, uneven } = LineTraits;
const linesOf = (text: string) => Array.from(findLines(Buffer.from(text)));

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

  it('tell what they hold wherever it stands in a long one', () => {
    for (const text of ['  ', '\u0085', '\t', ']', 'é']) {
      for (let at = 65_532; at < 65_540; at += 1) {
        const bytes = Buffer.alloc(200_000, 'x');
        bytes.write(text, at);
        expect(findLines(bytes)[1]).not.toBe(0);
      }
    }
  });
});
