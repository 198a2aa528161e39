import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tokenizer } from '../../../src/formats/daily-papers/tokenizer.ts';
import type { Token } from '../../../src/formats/daily-papers/tokens.ts';
import { forEachLine, TextBlock } from '../../../src/input/text.ts';

/** The tokens of each line; what the fast way knows about white space is no part of what a line tells. */
function tokens(listing: string, takesShortcuts: boolean): object[][] {
  const tokenizer = new Tokenizer(takesShortcuts);
  const lines: object[][] = [];
  forEachLine(new TextBlock(Buffer.from(listing)), 1, (line) => {
    lines.push(tokenizer.read(line).map(({ ...token }: Token) => ({ ...token, isTidy: undefined })));
  });
  return lines;
}

const folder = 'fixtures/daily-papers';
const listings = readdirSync(folder)
  .filter((name) => !name.endsWith('.json'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
const lines = listings.flatMap((listing) => listing.split('\n'));

describe('the fast way to read a line', () => {
  it('tells what the rules tell, for every fixture', () => {
    expect(lines.length).toBeGreaterThan(500);
    for (const listing of listings) expect(tokens(listing, true)).toEqual(tokens(listing, false));
  });

  it('tells what the rules tell, for lines of all layouts and of none in any order', () => {
    const words = fc.constantFrom(
      ...'a We May 5 2024 12 1,024 authors · • - [ ] ( ) ]( GitHub Upvote Submitted by New Daily Papers TOS comments ___'.split(
        ' ',
      ),
      ...[
        'https://x.org',
        'Published on',
        'Jan 30',
        '  ',
        'é',
        'and the research community',
        'models',
        'arXiv Page',
        '\t',
      ],
    );
    const line = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom('', ...lines) },
      fc.constantFrom(
        ...['  • 3 authors', '• 1 author', '• 1234567890 authors', '• 3  authors', '• 03 authors', '• 3 authors x'],
        ...['Mar 25, 2024 2', 'MAR 5', 'Mar 25, 2024 0', 'May 5 2031', 'May 5 1999', 'Mar 99, 2024 007', 'Mar 5, 1999'],
        ...['Mar  5', 'Mar 5,2024', 'Mar 5, 2024 1234567890', 'Mar 5,', 'Mars 5, 2024', 'Mar 255', 'Mar 5, 2024 2 '],
      ),
      { weight: 2, arbitrary: fc.array(words, { maxLength: 7 }).map((parts) => parts.join(' ')) },
      fc.tuple(fc.constantFrom(...lines), fc.nat(300)).map(([text, end]) => text.slice(0, end)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (chosen) => {
        const listing = chosen.join('\n');
        expect(tokens(listing, true)).toEqual(tokens(listing, false));
      }),
      { numRuns: 2000 },
    );
  });
});
