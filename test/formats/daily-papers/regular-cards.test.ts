import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CardReader } from '../../../src/formats/daily-papers/cards.ts';
import { findLinesPlainly } from '../../../src/input/line-table.ts';
import { Line, TextBlock } from '../../../src/input/text.ts';

/** Papers, diagnostics and the account of a listing, and how many of its lines were read as those of regular cards. */
function read(
  listing: string,
  takesShortcuts: boolean,
  trailingCount: 'upvotes' | 'comments' = 'upvotes',
  needles: readonly string[] = [],
) {
  const told: unknown[][] = [];
  const account = { paper: 0, boilerplate: 0, unrecognized: 0 };
  const output = {
    paper: (...paper: unknown[]) => told.push(paper),
    report: (...diagnostic: unknown[]) => told.push(diagnostic),
    account: (fate: keyof typeof account, lines = 1) => {
      account[fate] += lines;
    },
  };
  const reader = new CardReader(output, { modified: '2026-10-02', trailingCount, needles }, takesShortcuts);
  const bytes = Buffer.from(listing);
  const block = new TextBlock(bytes, findLinesPlainly(bytes, needles));
  const line = new Line(block);
  let regular = 0;
  for (let index = 0; index < block.lineCount; index += 1) {
    const taken = reader.entries(block, index, index + 1);
    regular += taken;
    if (taken > 0) index += taken - 1;
    else {
      line.moveTo(index, index + 1);
      reader.line(line);
    }
  }
  reader.end();
  return { told, account, regular };
}

const textsOf = (item: unknown) => {
  const { title, abstract } = item as { title: string; abstract: string | null };
  return `${title}\n${abstract ?? ''}`;
};

const HEADER = 'Daily Papers\n\nby AK and the research community\n\nNov 20\n\n';
const SENTENCE = 'We measure how lanterns sort recursive harbours and what that costs in winter, without supervision. ';
const ABSTRACT = SENTENCE.repeat(4).trim();
const card = (title: string, abstract = ABSTRACT, rows = '  • 3 authors\n·\nMar 25, 2024 2') =>
  `${title}\n\n${abstract}\n\n${rows}\n\n`;

describe('regular cards', () => {
  it('are all but the first and the last of a plain listing', () => {
    const listing =
      HEADER + card('Lanterns in Winter') + card('On Kettles') + card('Nine Quiet Harbours') + card('Oars');
    const { told, account, regular } = read(listing, true);
    expect(regular).toBe(2 * 8);
    expect(account).toEqual({ paper: 20, boilerplate: 3, unrecognized: 0 });
    const paper = { abstract: ABSTRACT, authorCount: 3, date: '2024-03-25', upvotes: 2 };
    expect(told).toEqual([
      [{ title: 'Lanterns in Winter', ...paper }, 7],
      [{ title: 'On Kettles', ...paper }, 15],
      [{ title: 'Nine Quiet Harbours', ...paper }, 23],
      [{ title: 'Oars', ...paper }, 31],
    ]);
  });

  it('are read as the rules read them, whatever stands in or between them', () => {
    const title = fc.oneof(
      {
        weight: 14,
        arbitrary: fc.constantFrom('Lanterns in Winter', 'On Kettles', 'Nine Quiet Harbours', 'A', 'Oars: 3x'),
      },
      fc.constantFrom(
        'Models',
        'Published on Oars',
        'TOS',
        'May 5',
        'May 29 6',
        'Über Öfen',
        'x',
        '[Oars]',
        'Two  Oars',
      ),
      fc.constantFrom(
        'Oars (3)',
        'Submitted by oars',
        ' Oars ',
        '12',
        '-',
        '# Oars',
        'Oars\nand Sails',
        'https://x.org',
      ),
      fc.constant('Oars and Sails in Winter '.repeat(11).trim()),
    );
    const abstract = fc.oneof(
      {
        weight: 14,
        arbitrary: fc.constantFrom(ABSTRACT, SENTENCE.repeat(9).trim(), `${ABSTRACT} – é`, `${ABSTRACT}  [12]`),
      },
      fc.constantFrom(SENTENCE, `[${ABSTRACT}](https://x.org)`, `* ${ABSTRACT}`, ABSTRACT.replace('. ', '.\n\n'), ''),
      fc.constantFrom(`${ABSTRACT} (x)`, `\u00a0${ABSTRACT}`, `${ABSTRACT}\t`, ABSTRACT.replace('. ', '.\n')),
    );
    const rows = fc.oneof(
      {
        weight: 14,
        arbitrary: fc.constantFrom(
          '  • 3 authors\n·\nMar 25, 2024 2',
          '  • 1 author\n·\nJan 30',
          '• 1,024 authors\n·\nMay 5 11.3k',
        ),
      },
      fc.constantFrom(
        '  • 3 authors\n·\nMar 25,\n2024 2',
        '  • 3 authors\n·\nMarhc 25, 2024',
        '',
        '  • 3 authors',
        '·\nMay 5',
      ),
      fc.constantFrom(
        '  • 3 authors\n·\nMay 5 12 points',
        '3 authors\n\n·\n\nMay 5\n6',
        'Oar Lab · 3 authors · May 5 2',
      ),
      fc.constantFrom(
        '  • 3 authors\n·\nPublished on May 5, 2024',
        '  • 3 authors\n·\nFeb 30, 2023',
        '  • x authors\n·\nMay 5',
      ),
    );
    const other = fc.constantFrom(
      '6\n173\n',
      'Upvote 12\n',
      'GitHub\n',
      'Previous\n\nNext\n\n',
      HEADER,
      '\n\n',
      '---\n',
      '# Note\n',
      ' \n',
    );
    const entry = fc.oneof(
      { weight: 12, arbitrary: fc.tuple(title, abstract, rows).map((parts) => card(...parts)) },
      other,
    );
    let regular = 0;
    let skipped = 0;
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 9 }),
        fc.constantFrom('upvotes', 'comments'),
        fc.constantFrom('\n', '\r\n'),
        (entries, trailingCount, ending) => {
          const listing = (HEADER + entries.join('')).replaceAll('\n', ending);
          const short = read(listing, true, trailingCount);
          const long = read(listing, false, trailingCount);
          expect([short.told, short.account]).toEqual([long.told, long.account]);
          regular += short.regular;
          const wanted = read(listing, true, trailingCount, ['KETTLE', 'x']);
          expect(wanted.account).toEqual(long.account);
          // What is told of no paper is told as well.
          const holdsNeedle = ([item]: unknown[]) => typeof item === 'string' || /kettle|x/i.test(textsOf(item));
          expect(wanted.told.filter(holdsNeedle)).toEqual(long.told.filter(holdsNeedle));
          skipped += long.told.length - wanted.told.length;
        },
      ),
      { numRuns: 4000 },
    );
    expect(regular).toBeGreaterThan(1000);
    expect(skipped).toBeGreaterThan(30);
  });

  it('are read as the rules read them, in every fixture', () => {
    const folder = 'fixtures/daily-papers';
    for (const name of readdirSync(folder).filter((name) => !name.endsWith('.json'))) {
      const listing = readFileSync(`${folder}/${name}`, 'utf8').repeat(3);
      const [short, long] = [read(listing, true), read(listing, false)];
      expect([short.told, short.account]).toEqual([long.told, long.account]);
    }
  });
});
