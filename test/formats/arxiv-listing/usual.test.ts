import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, readUsualDate } from '../../../src/formats/arxiv-listing/dates.ts';
import { readIdLine, tokenOf } from '../../../src/formats/arxiv-listing/tokens.ts';
import { Line, TextBlock } from '../../../src/input/text.ts';

const parts = (...texts: string[]) =>
  fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 14 }).map((chosen) => chosen.join(''));

describe('the short way to read', () => {
  it('dates gives what the rules give, or nothing', () => {
    const word = fc.constantFrom(
      ...[
        'Thu,',
        'Thu',
        '2',
        '02',
        '31',
        '45',
        '2 ',
        'Mar',
        'Feb',
        'March',
        'mar',
        '2023',
        '1993',
        '1990',
        '93',
        '20231',
      ],
      ...['18:56:47', 'GMT', '(828kb,D)', 'EST', ',', '-', ''],
    );
    const usualOrder = fc
      .tuple(
        fc.constantFrom('Thu, ', 'Fri,  ', 'Xyz, ', ''),
        fc.nat(32),
        fc.constantFrom(' Mar ', ' Feb ', '  Dec ', ' Foo ', '-Mar-'),
        fc.integer({ min: 1985, max: 2030 }),
        fc.constantFrom(' 18:56:47 GMT   (828kb,D)', ' ', '', ':1', ' 12'),
      )
      .map((chosen) => chosen.join(''));
    let usual = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          usualOrder,
          fc.array(word, { maxLength: 7 }).map((words) => words.join(' ')),
        ),
        (text) => {
          const bytes = Buffer.from(`x${text}`);
          const date = readUsualDate(bytes, 1, bytes.length);
          if (date === null) return;
          usual += 1;
          expect(date).toBe(readDate(text));
        },
      ),
      { numRuns: 20_000 },
    );
    expect(usual).toBeGreaterThan(1000);
  });

  it('identifiers gives what the pattern gives', () => {
    const id = fc.oneof(
      parts('2303', '.', '00001', '0001', 'v2', '/', '9901001', 'hep-th', 'math', '.AP', 'x', '-', ' '),
      fc.constantFrom('2303.00001', 'hep-th/9901001', 'math.AP/9701214', '2303.00001v3', 'astro-ph/0312001'),
    );
    let ids = 0;
    fc.assert(
      fc.property(id, fc.constantFrom('arXiv:', 'Paper: '), (text, label) => {
        const [bare, marked] = [`${label}${text}`, `${label}${text} (*x*)`].map((source) => {
          const line = new Line(new TextBlock(Buffer.from(source.trim())));
          line.moveTo(0, 1);
          if (tokenOf(line).type !== 'id') return null;
          const { bytes, start, end } = readIdLine(line);
          return Buffer.from(bytes.subarray(start, end)).toString();
        });
        expect(bare).toBe(marked);
        if (bare !== null) ids += 1;
      }),
      { numRuns: 5000 },
    );
    expect(ids).toBeGreaterThan(1000);
  });
});
