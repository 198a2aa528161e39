import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter, LONGEST_LINE } from '../../src/input/line-splitter.ts';

/** The lines and faults in the chunks. */
function split(chunks: readonly Uint8Array[]) {
  const lines: { number: number; indent: number; text: string }[] = [];
  const faults: { code: string; line: number; column: number }[] = [];
  const splitter = new LineSplitter(({ number, indent, text }, found) => {
    lines.push({ number, indent, text });
    faults.push(...found.map(({ code, column }) => ({ code, line: number, column })));
  });
  for (const chunk of chunks) splitter.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk));
  splitter.end();
  return { lines, faults };
}

const texts = (chunks: readonly Uint8Array[]) => split(chunks).lines.map((line) => line.text);
const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('splitting into lines', () => {
  it('ends lines at LF, CRLF and CR, and the last line at the end', () => {
    expect(texts([bytes('a\nb\r\nc\rd')])).toEqual(['a', 'b', 'c', 'd']);
  });

  it('trims all white space around lines, including no-break spaces', () => {
    expect(split([bytes('\u00a0 a b \u00a0\n \u00a0\t\n')]).lines).toEqual([
      { number: 1, indent: 2, text: 'a b' },
      { number: 2, indent: 3, text: '' },
    ]);
  });

  it('treats lines of any white space as blank', () => {
    const spaces = '\u00a0\u1680\u2000\u2005\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
    expect(split([bytes(`${spaces}\n\ufeffa\u3000\n\u200bb`)]).lines).toEqual([
      { number: 1, indent: 10, text: '' },
      { number: 2, indent: 0, text: 'a' },
      { number: 3, indent: 0, text: 'b' },
    ]);
  });

  it('ends a line once if a chunk ends inside CRLF', () => {
    expect(texts(['a\r', '\nb\r', 'c\r'].map(bytes))).toEqual(['a', 'b', 'c']);
  });

  it('does not keep the bytes around a line in memory', () => {
    const kept: string[] = [];
    const splitter = new LineSplitter(({ text, number }) => {
      if (number % 10_000 === 0) kept.push(text);
    });
    const before = process.memoryUsage().heapUsed;
    const chunk = bytes(`  ${'x'.repeat(100)}\n`.repeat(10_000));
    for (let n = 0; n < 300; n += 1) splitter.push(chunk);
    expect(kept).toHaveLength(300);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150_000_000);
  });

  it('splits the same lines however the bytes are cut into chunks', () => {
    const line = fc.stringMatching(/^[a-zé·日😀][a-z é·日😀]{0,8}[a-zé·日😀]$/u);
    const input = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 8 });
    fc.assert(
      fc.property(input, fc.array(fc.nat(64), { maxLength: 6 }), (rows, cuts) => {
        const whole = bytes(rows.map(([text, ending]) => text + ending).join(''));
        const chunks: Uint8Array[] = [];
        let from = 0;
        for (const cut of cuts.sort((a, b) => a - b)) {
          chunks.push(whole.subarray(from, cut));
          from = Math.max(from, Math.min(cut, whole.length));
        }
        chunks.push(whole.subarray(from));
        expect(texts(chunks)).toEqual(rows.map(([text]) => text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('damaged bytes', () => {
  it('are found in blocks of any length at any position of a buffer', () => {
    const whole = Buffer.from('\0\n'.padStart(24, '\n'));
    for (let start = 0; start < 8; start += 1) {
      for (let end = start + 1; end <= whole.length; end += 1) {
        const { faults } = split([whole.subarray(start, end)]);
        expect(faults).toHaveLength(end > whole.indexOf(0) ? 1 : 0);
      }
    }
  });

  it('are read as windows-1252, and whole characters next to them as UTF-8', () => {
    const { lines, faults } = split([Buffer.concat([bytes('ok\né '), Buffer.from([0xe9, 0x80, 0x20, 0x78])])]);
    expect(lines.map((line) => line.text)).toEqual(['ok', 'é é€ x']);
    expect(faults).toEqual([{ code: 'invalid-utf8', line: 2, column: 3 }]);
  });

  it('are removed if they are control characters or terminal sequences', () => {
    const { lines, faults } = split([bytes('a\u001b[31mb\0c\u001b]8;;http://x\u0007d\u0085e\tf')]);
    expect(lines.map((line) => line.text)).toEqual(['abcde\tf']);
    expect(faults).toEqual([{ code: 'control-characters', line: 1, column: 2 }]);
  });

  it('are dropped beyond the limit of an endless line, and the next lines are read', () => {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    const pieces = Array.from({ length: LONGEST_LINE / piece.length + 2 }, () => piece);
    const { lines, faults } = split([bytes('first\n'), ...pieces, bytes('tail\nnext\n')]);
    expect(lines.map((line) => line.text.length)).toEqual([5, LONGEST_LINE, 4]);
    expect(lines[2]).toEqual({ number: 3, indent: 0, text: 'next' });
    expect(faults).toEqual([{ code: 'line-too-long', line: 2, column: 1 }]);
  });
});
