import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { ListingParser } from '../../../src/formats/listing-parser.ts';
import { growsLinearly, takesLessThan } from '../../support/work.ts';

/** Reads the pieces as one input of this format. @returns the number of papers */
function read(pieces: Iterable<string>): number {
  let papers = 0;
  const parser = new ListingParser(
    { modified: '2026-10-02', trailingCount: 'upvotes', formatIn: 'daily-papers' },
    {
      paper: () => {
        papers += 1;
      },
      diagnostic: () => {},
    },
  );
  for (const piece of pieces) parser.push(Buffer.from(piece));
  parser.end();
  const { total, blank, paper, boilerplate, unrecognized } = parser.lines;
  expect(paper + boilerplate + unrecognized).toBe(total - blank);
  return papers;
}

const header = 'Daily Papers\n\nby AK and the research community\n\n';
const card = `### A Boat\n\n${'Boats are small. '.repeat(20)}\n\n- 3 authors\n\n·\n\nMay 8\n\n`;

function* repeated(piece: string, length: number): Iterable<string> {
  const chunk = piece.repeat(Math.max(1, Math.floor(65536 / piece.length)));
  yield header + card;
  for (let done = 0; done < length; done += chunk.length) yield chunk;
}

function expectLinear(piece: string, length: number): void {
  const isLinear = growsLinearly((times) => read(repeated(piece, times * length)));
  expect(isLinear, JSON.stringify(piece.slice(0, 40))).toBe(true);
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes of memory in use, without garbage. */
function heapInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

describe('hostile pages', { timeout: 120_000 }, () => {
  it.each([
    ['[', 75_000],
    [']', 75_000],
    ['[](', 75_000],
    ['[a](', 75_000],
    ['](', 75_000],
    ['][', 75_000],
    ['![', 75_000],
    ['[[]', 75_000],
    ['\\', 75_000],
    ['\\[', 75_000],
    ['<', 75_000],
    ['*', 75_000],
    ['·', 75_000],
    ['· 3 authors ', 75_000],
    ['May 8 ', 75_000],
    ['1,', 75_000],
    ['https://', 75_000],
    ['- ', 75_000],
    ['Boats are small. ', 1_000_000],
    ['[12]', 75_000],
    ['&lt;', 75_000],
    ['\u00a0', 75_000],
  ])('reads one line of %j in linear time', (piece, length) => {
    expectLinear(piece, length);
  });

  it.each([
    '-\n',
    '1\n',
    '·\n',
    '[\n',
    ']\n',
    '](\n',
    '][1]\n',
    '](https://huggingface.co/papers/2401.00001)\n',
    '---\n',
    '---\nkey: value\n',
    '### \n',
    '### A\n',
    '# A\n',
    'Submitted by\n',
    'Upvote\n',
    'GitHub\n',
    '3 authors\n',
    'May 8\n',
    'May 8,\n',
    'A Boat\n',
    'A Boat\n\n',
    'A\n\n·\n',
    '[ ]\n',
    '[1]: https://huggingface.co/papers/2401.00001\n',
    '[1]A\n[2]B\n',
    'Daily Papers\n',
    'System theme\n',
    'Boats are small and easy to lose, and nobody knows how many of them there are\n',
    'https://huggingface.co/papers/2401.00001\n',
    'a -\nb -\n',
    '\n',
  ])('reads lines of %j in linear time', (piece) => {
    expectLinear(piece, 150_000);
  });

  it('reads a million short lines under long text in linear time', () => {
    const head = Array.from({ length: 199 }, (_, at) => `Short block ${at}\n\n`).join('');
    expect(growsLinearly((times) => read([head, '·\n'.repeat(50_000 * times)]))).toBe(true);
  });

  it.each(['### A Boat', 'A Boat'])('reads backslashes in the text under %s in linear time', (title) => {
    const text = (times: number) =>
      `${title}\n\nIt has \\* sails. ${'\\'.repeat(8000 * times)}d and *oars*.\n\n- 3 authors\n\n·\n\nMay 8\n\n`;
    expect(growsLinearly((times) => read([header, text(times)]))).toBe(true);
  });

  it('keeps the cards around 300,000 brackets in a title, an abstract and a row', () => {
    const brackets = '['.repeat(300_000);
    const papers = read([
      header,
      card,
      `### ${brackets}\n\n${brackets}\n\n- 3 authors\n\n·\n\n`,
      card.replace('A Boat', 'Two Boats'),
    ]);
    expect(papers).toBe(3);
  });

  it('reads one line of 50 MB as an abstract', () => {
    const piece = 'Boats are small. '.repeat(4096);
    const line = Array.from({ length: 768 }, () => piece);
    const rest = ['\n\n- 3 authors\n\n·\n\nMay 8\n\n', card.replace('A Boat', 'Two Boats')];
    const readLine = () => expect(read([`${header}### A Boat\n\n`, ...line, ...rest])).toBe(2);
    expect(takesLessThan(20_000, readLine)).toBe(true);
  });

  it('reads text without a row or blank line in constant memory', () => {
    const line = 'Boats are small and easy to lose, and nobody knows how many of them there are today.\n';
    const chunk = line.repeat(700);
    let most = 0;
    const pieces = function* () {
      yield header;
      for (let at = 0; at < 1700; at += 1) {
        yield chunk;
        if (at % 170 === 0) most = Math.max(most, heapInUse());
      }
    };
    const before = heapInUse();
    read(pieces());
    expect(most - before).toBeLessThan(80_000_000);
  });
});
