import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CardReader } from '../../../src/formats/daily-papers/cards.ts';
import { UnwantedCards } from '../../../src/formats/daily-papers/unwanted-cards.ts';
import type { PaperFacts, Preselection } from '../../../src/formats/format.ts';
import { findLines } from '../../../src/input/line-scanner.ts';
import { findLinesPlainly } from '../../../src/input/line-table.ts';
import { Line, TextBlock } from '../../../src/input/text.ts';

interface ReadOptions {
  readonly takesShortcuts: boolean;
  readonly trailingCount?: 'upvotes' | 'comments';
  readonly preselection?: Preselection;
  /** Lines are found as in long listings, sixteen bytes at a time, and cards passed over likewise. */
  readonly isLong?: boolean;
}

/**
 * Papers and diagnostics, the account and the papers skipped and counted of a listing, and how many of its lines were read
 * as those of regular cards.
 */
function read(listing: string, { takesShortcuts, trailingCount = 'upvotes', preselection, isLong }: ReadOptions) {
  const told: unknown[][] = [];
  const account = { paper: 0, boilerplate: 0, unrecognized: 0, blank: 0 };
  const passed = { skipped: 0, counted: 0 };
  const output = {
    paper: (...paper: unknown[]) => told.push(paper),
    report: (...diagnostic: unknown[]) => told.push(diagnostic),
    skip: (papers: number) => {
      passed.skipped += papers;
    },
    count: (papers: number) => {
      passed.counted += papers;
    },
    account: (fate: keyof typeof account, lines = 1) => {
      account[fate] += lines;
    },
  };
  const reader = new CardReader(output, { modified: '2026-10-02', trailingCount, preselection }, takesShortcuts);
  const bytes = Buffer.from(listing);
  const needles = preselection?.needles ?? [];
  const lines = (isLong === true ? findLines : findLinesPlainly)(bytes, needles);
  const block = new TextBlock(bytes, lines, needles.length > 0);
  const line = new Line(block);
  let regular = 0;
  for (let index = 0; index < block.lineCount; index += 1) {
    const taken = reader.entries(block, index, index + 1);
    regular += taken;
    if (taken > 0) index += taken - 1;
    else {
      line.moveTo(index, index + 1);
      if (line.isBlank) account.blank += 1;
      reader.line(line);
    }
  }
  reader.end();
  return { told, account, passed, regular };
}

const textsOf = (item: unknown) => {
  const { title, abstract } = item as { title: string; abstract: string | null };
  return `${title}\n${abstract ?? ''}`;
};
const isPaper = ([item]: unknown[]) => typeof item !== 'string';

const HEADER = 'Daily Papers\n\nby AK and the research community\n\nNov 20\n\n';
const SENTENCE = 'We measure how lanterns sort recursive harbours and what that costs in winter, without supervision. ';
const ABSTRACT = SENTENCE.repeat(4).trim();
const ROWS = '  • 3 authors\n·\nMar 25, 2024 2';
const card = (title: string, abstract: string = ABSTRACT, rows: string = ROWS) =>
  `${title}\n\n${abstract}\n\n${rows}\n\n`;

const ODD_TITLES = [
  ...['A', 'A p papers', 'Sails of 2024', 'Sails [unfurled', 'Oars and Sails [', 'Models', 'TOS', 'May 5', 'May 29 6'],
  ...[
    'Oars over http: and after',
    'Oars and the research community',
    'Oars of a community',
    'A bout Careers',
    'Oars ___',
  ],
  ...['Retrieved: 2026-10-02', 'Sails retrieved 2026-10-02', 'Pr ivacy TOS', 'Published on Oars', 'Submitted by oars'],
  ...['Über Öfen', 'x', '[Oars]', 'Two  Oars', '12', '-', 'Oars (3)', ' Oars ', '# Oars', 'Oars\nand Sails', 'Oars ]'],
  ...['https://x.org', 'Oars and Sails in Winter '.repeat(11).trim()],
  ...['Models of Oars', 'Models Datasets', 'Mod els Da ta se ts', 'Learn', 'Learning to Row', 'LE ARN', 'Marble Sails'],
  ...['Projects of Oars', 'Documents, Dated and Filed by Whoever Was There to Sail That Morning', 'Oars: HTTPS:'],
];
/** Titles that are known as such by the rules alone. */
const RULED_TITLES = [
  ...[
    '3D Oars',
    '2024 Oars and Sails',
    'Sails of 2031: a Survey',
    'Über Öfen',
    'Oars – and Sails',
    '“Oars” and Sails',
    '急須',
  ],
  ...[
    'α-Oars',
    'Oars\u3000and Sails',
    '(Oars) and Sails',
    '3 Oars, 4 Sails',
    '12 authors of Sails',
    'Upvotes for Oars',
    '1.5 Oars',
  ],
  ...[
    'Published Sails, 2024',
    'GitHub of Oars',
    'View of Oars',
    'Mar 25, 2024',
    'May Sails',
    'May 5 of Oars',
    'Oars (2024)',
    '- Oars',
  ],
  ...[
    '· Oars',
    '2024',
    '6 Oars',
    '11.3k',
    'Page 2',
    'arXiv of Oars',
    'Submitted by Oars',
    '\u017fails',
    '$O(n)$ Oars',
    '"Oars"',
  ],
];
const USUAL_ABSTRACTS = [
  SENTENCE.repeat(2).trim(),
  ABSTRACT,
  ABSTRACT.replace('. ', ' – '),
  SENTENCE.repeat(14).trim(),
  ABSTRACT.replace('lanterns', 'kettles'),
] as const;
const SHORT_ABSTRACT = `${SENTENCE}It also costs ${'more '.repeat(30)}than that.`;
const ODD_ABSTRACTS = [
  ...[98, 99, 100, 101, 102, 249, 250, 251, 299, 300, 301].map((length) =>
    'Oars and Sails of the Lab '.repeat(12).slice(0, length),
  ),
  ...['[', ']', '(', ')', ':', '_', '20', 'é', '  ', '. Published on May 5, 2024', 'https://x.org'].map((odd) =>
    SHORT_ABSTRACT.replace('.', odd),
  ),
  ...['Upvote ', 'GitHub ', 'May 5, 2024 ', 'Submitted by ', '3 authors ', 'Learn ', '# '].map(
    (odd) => odd + SHORT_ABSTRACT,
  ),
  ...[' (x)', ' ___', ' the research community', ' 12'].map((odd) => SHORT_ABSTRACT + odd),
  ...[`${ABSTRACT} – é`, `${ABSTRACT}  [12]`, `${ABSTRACT} \u212aettles.`, `${ABSTRACT} – kettles`, SENTENCE, ''],
  ...[`[${ABSTRACT}](https://x.org)`, `* ${ABSTRACT}`, `${ABSTRACT} (x)`, `\u00a0${ABSTRACT}`, `${ABSTRACT}\t`],
  ...[ABSTRACT.replace('. ', '.\n'), ABSTRACT.replace('. ', '.\n\n'), `${SENTENCE.repeat(14)}[12]`, `${ABSTRACT})`],
  ...[`${SENTENCE.repeat(2)}oar/\nsail`, `${SENTENCE}\n\n${SENTENCE.replace('lanterns', 'kettles')}`],
  ...[
    `${'–'.repeat(310)}.`,
    `${SENTENCE.repeat(3)}${'\u3000'.repeat(10)}–`,
    '–'.repeat(110),
    `${SENTENCE.repeat(14)}\u212aettles.`,
    `${SENTENCE.repeat(14)}– kettles`,
  ],
];
const ODD_ROWS = [
  ...[
    'Jan 30',
    'Feb 29, 2024',
    'Feb 29, 2023',
    'Nov 31, 2024',
    'Feb 30, 2023',
    'Mar 0, 2024',
    'May 5 12',
    'May 5 2031',
  ],
  ...[
    'Mar 25,\n2024 2',
    'Marhc 25, 2024',
    'May 5 12 points',
    'Published on May 5, 2024',
    'May 5, 2024 2,000',
    '\nMay 5',
  ],
  ...['May 5, 2024 12 points', 'May 5, 2024 2\n3', 'May 5, 1999', 'May 5, 2024 ', 'May 05, 2024 02', 'May 5, 2024 2 ·'],
]
  .map((day) => `  • 3 authors\n·\n${day}`)
  .concat(
    ...['• 1,024 authors\n·\nMay 5 11.3k', '  • 3 author\n·\nMay 5, 2024', '', '  • 3 authors', '·\nMay 5'],
    ...['3 authors\n\n·\n\nMay 5\n6', 'Oar Lab · 3 authors · May 5 2', '  • x authors\n·\nMay 5'],
    ...['  • 3 authors\n--\nMay 5, 2024', '  • 3 authorx\n·\nMay 5, 2024', '  • 1234567890 authors\n·\nMay 5, 2024'],
  );
/** Between two abstracts most of these are paragraphs rather than titles. */
const SHORT_TEXTS = [
  ...['We also sail.', 'In this paper oars follow sails', 'Code and oars are at the harbour', 'Oars, which we repair,'],
  ...['results of quiet winter harbours', 'Oars and the sails that we follow are wooden', 'Data of Oars and Kettles'],
  ...['Oars are Kettles; Sails, Lanterns', 'Our Oars', 'oars and sails', 'Is it Winter?', 'Oars and Sails in Winter'],
];
/** What may stand between title and abstract, or abstract and rows, instead of an empty line. */
const ODD_GAPS = ['\n', '\nx\n', '\n \n\n', '\n\n\n\n'];

const NEEDLES = ['KETTLE', 'x', 'oar/sail'];
const holdsNeedle = ([item]: unknown[]) => /kettle|x|oar\/sail/iu.test(textsOf(item));
const wants = ({ upvotes, authorCount, date }: PaperFacts) =>
  (upvotes ?? 9) > 1 && (authorCount ?? 0) < 1000 && (date === null || date >= '2024-02');

/**
 * Fails where a listing, or a search in it, is read differently than by the rules.
 *
 * @returns how many lines were read as those of regular cards, and how many papers were passed over
 */
function holdToRules(listing: string, trailingCount: 'upvotes' | 'comments', isLong: boolean) {
  const rules = read(listing, { takesShortcuts: false, trailingCount });
  const papers = rules.told.filter(isPaper);
  const short = read(listing, { takesShortcuts: true, trailingCount, isLong });
  expect([short.told, short.account]).toEqual([rules.told, rules.account]);
  const search = (preselection: Preselection, isWanted: (paper: unknown[]) => boolean) => {
    const found = read(listing, { takesShortcuts: true, trailingCount, isLong, preselection });
    const remarks = (told: unknown[][]) => told.filter((item) => !isPaper(item));
    const { skipped, counted } = found.passed;
    expect(found.account).toEqual(rules.account);
    expect(remarks(found.told)).toEqual(remarks(rules.told));
    expect(found.told.filter(isPaper).length + skipped + counted).toBe(papers.length);
    const [wanted, expected] = [found.told, papers].map((told) =>
      told.filter((item) => isPaper(item) && isWanted(item)),
    );
    if (preselection.countsMarked) expect((wanted?.length ?? 0) + counted).toBe(expected?.length);
    else expect(wanted).toEqual(expected);
    return found.passed;
  };
  const { skipped } = search({ needles: NEEDLES, countsMarked: false, wants: null }, holdsNeedle);
  const { counted } = search({ needles: NEEDLES, countsMarked: true, wants: null }, holdsNeedle);
  const byFacts = search({ needles: [], countsMarked: false, wants }, ([item]) => wants(item as PaperFacts)).skipped;
  return { regular: short.regular, skipped, counted, byFacts };
}

beforeAll(() => {
  // Longer than what is read plainly for its shortness.
  findLines(Buffer.from(`${'x'.repeat(300_000)}\n`));
});

describe('regular cards', () => {
  it('are all but the last of a plain listing', () => {
    const listing =
      HEADER + card('Lanterns in Winter') + card('On Kettles') + card('Nine Quiet Harbours') + card('Oars');
    const { told, account, regular } = read(listing, { takesShortcuts: true });
    expect(regular).toBe(3 * 8);
    expect(account).toEqual({ paper: 20, boilerplate: 3, unrecognized: 0, blank: 15 });
    const paper = { abstract: ABSTRACT, authorCount: 3, date: '2024-03-25', upvotes: 2 };
    expect(told).toEqual([
      [{ title: 'Lanterns in Winter', ...paper }, 7],
      [{ title: 'On Kettles', ...paper }, 15],
      [{ title: 'Nine Quiet Harbours', ...paper }, 23],
      [{ title: 'Oars', ...paper }, 31],
    ]);
  });

  it('include one without rows where a card follows', () => {
    const listing =
      HEADER +
      card('Lanterns in Winter') +
      `On Kettles\n\n${ABSTRACT}\n\n` +
      card('Nine Quiet Harbours') +
      card('Oars');
    const { told, account, regular } = read(listing, { takesShortcuts: true });
    expect(regular).toBe(8 + 4 + 8);
    expect(account).toEqual({ paper: 17, boilerplate: 3, unrecognized: 0, blank: 14 });
    const rows = { authorCount: 3, date: '2024-03-25', upvotes: 2 };
    const none = { authorCount: null, date: null, upvotes: null };
    expect(told).toEqual([
      // Said before the card in front is known not to be repeated.
      ['missing-metadata', 'no metadata row: On Kettles', 15],
      [{ title: 'Lanterns in Winter', abstract: ABSTRACT, ...rows }, 7],
      [{ title: 'On Kettles', abstract: ABSTRACT, ...none }, 15],
      [{ title: 'Nine Quiet Harbours', abstract: ABSTRACT, ...rows }, 19],
      [{ title: 'Oars', abstract: ABSTRACT, ...rows }, 27],
    ]);
  });

  const usual = (number: number) => card(`Sails,${' again'.repeat(number)}`);
  const usuals = (from: number) => [1, 2, 3, 4].map((number) => usual(from + number)).join('');
  const longTitle = 'Lanterns and Oars '.repeat(7).trim();

  it.each([
    ...[...ODD_TITLES, ...RULED_TITLES].map((title) => card(title)),
    ...ODD_ABSTRACTS.flatMap((abstract) => [card('Oars and Sails', abstract), card(longTitle, abstract)]),
    ...ODD_ROWS.map((rows) => card('Oars and Sails', ABSTRACT, rows)),
    ...ODD_ROWS.map((rows) => card('Oars and Kettles', ABSTRACT, rows)),
    ...ODD_GAPS.flatMap((gap) => [
      `Oars and Sails${gap}${ABSTRACT}\n\n${ROWS}\n\n`,
      `Oars and Sails\n\n${ABSTRACT}${gap}${ROWS}\n\n`,
      `Oars and Sails\n\n${ABSTRACT}\n\n${ROWS}${gap}`,
    ]),
    card('Sails, again'),
    card('Sails, again and'),
    `\n${card('')}`,
    card('"Oars and Sails"'),
    card('(Oars) and Sails'),
    '',
  ])('are read as the rules read them around an odd one, %#', (odd) => {
    for (const isLong of [true, false]) {
      for (const trailingCount of ['upvotes', 'comments'] as const) {
        holdToRules(HEADER + usuals(0) + odd + usuals(4), trailingCount, isLong);
        holdToRules(HEADER + usuals(0) + odd + odd + usual(1) + odd + usuals(1), trailingCount, isLong);
      }
    }
  });

  it('are read as the rules read them, whatever stands in or between them', () => {
    const word = fc.constantFrom(...'Lanterns Kettles Oars of in and 4 Sails: Quiet Harbours Winter'.split(' '));
    const title = fc
      .tuple(fc.constantFrom('A', 'On', 'Nine'), fc.array(word, { minLength: 1 }))
      .map(([first, words]) => [first, ...words].join(' '));
    const abstract = fc.constantFrom(...USUAL_ABSTRACTS);
    const rows = fc
      .tuple(
        fc.constantFrom('1 author', '3 authors', '1024 authors'),
        fc.constantFrom(
          'Mar 25, 2024',
          'Feb 28, 2023',
          'Dec 31, 2025',
          'Jan 3, 2024',
          'Jul 9',
          'Feb 29',
          'Dec 1, 2026',
        ),
        fc.constantFrom('', ' 2', ' 17'),
      )
      .map(([authors, day, count]) => `  • ${authors}\n·\n${day}${count}`);
    const gap = fc.constantFrom(...ODD_GAPS);
    const entry = fc.oneof(
      { weight: 20, arbitrary: fc.tuple(title, abstract, rows).map((parts) => card(...parts)) },
      fc.tuple(fc.constantFrom(...ODD_TITLES), abstract, rows).map((parts) => card(...parts)),
      {
        weight: 3,
        arbitrary: fc.tuple(fc.constantFrom(...RULED_TITLES), abstract, rows).map((parts) => card(...parts)),
      },
      {
        weight: 4,
        arbitrary: fc
          .tuple(
            fc.oneof(title, fc.constantFrom(...SHORT_TEXTS, ...RULED_TITLES)),
            fc.oneof({ weight: 3, arbitrary: abstract }, fc.constantFrom(...ODD_ABSTRACTS)),
          )
          .map((texts) => `${texts.join('\n\n')}\n\n`),
      },
      fc.tuple(fc.constantFrom(...SHORT_TEXTS), abstract, rows).map((parts) => card(...parts)),
      fc.tuple(title, fc.constantFrom(...ODD_ABSTRACTS), rows).map((parts) => card(...parts)),
      fc.tuple(title, abstract, fc.constantFrom(...ODD_ROWS)).map((parts) => card(...parts)),
      fc.tuple(title, gap, abstract, gap, rows).map((parts) => `${parts.join('')}\n\n`),
      fc.constantFrom(
        '6\n173\n',
        'Upvote 12\n',
        'GitHub\n',
        'Previous\n\nNext\n\n',
        HEADER,
        '\n\n',
        '---\n',
        '# Note\n',
        ' \n',
      ),
    );
    const pass = vi.spyOn(UnwantedCards.prototype, 'pass');
    const sums = { regular: 0, skipped: 0, counted: 0, byFacts: 0 };
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 24 }),
        fc.constantFrom('upvotes', 'comments'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (entries, trailingCount, ending, isLong) => {
          const listing = (HEADER + entries.join('')).replaceAll('\n', ending);
          const read = holdToRules(listing, trailingCount, isLong);
          for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += read[key];
        },
      ),
      { numRuns: 2000 },
    );
    for (const sum of Object.values(sums)) expect(sum).toBeGreaterThan(1000);
    expect(pass.mock.results.filter(({ value }) => value !== null).length).toBeGreaterThan(200);
  });

  it('that are passed over count as papers for which one without a year waits', () => {
    const usual = (name: string, year: number) => card(`Sails, ${name}`, ABSTRACT, `  • 3 authors\n·\nMay 5, ${year}`);
    for (const before of [990, 998, 999, 1000, 1010]) {
      const names = Array.from({ length: before }, (_, at) => usual('again '.repeat(1 + (at % 7)), 2022));
      const listing =
        HEADER +
        usual('first', 2022) +
        card('On Kettles', ABSTRACT, '  • 3 authors\n·\nJan 30') +
        names.join('') +
        usual('last', 2024) +
        usual('behind it', 2022).repeat(3);
      const preselection = { needles: ['kettle'], countsMarked: false, wants: null };
      const [found, all] = [
        read(listing, { takesShortcuts: true, isLong: true, preselection }),
        read(listing, { takesShortcuts: false }),
      ];
      const isAboutKettles = (item: unknown[]) => !isPaper(item) || textsOf(item[0]).includes('Kettles');
      expect(found.told.filter(isAboutKettles)).toEqual(all.told.filter(isAboutKettles));
      expect(found.passed.skipped).toBeGreaterThan(900);
    }
  });

  it('that are passed over wait no longer than others for their year, and tell no later one', () => {
    const lag = fc.constantFrom(0, 1, 2, 3, null);
    const sections = fc.array(fc.array(lag, { minLength: 20, maxLength: 80, size: 'max' }), {
      minLength: 20,
      maxLength: 40,
      size: 'max',
    });
    let skipped = 0;
    let inferred = 0;
    fc.assert(
      fc.property(sections, (parts) => {
        // Each section prints a year that none before it did.
        const years = parts.flatMap((lags, at) => lags.map((lag) => (lag === null ? '' : `, ${2021 + at - lag}`)));
        const listing =
          HEADER +
          years
            .map((year, at) => card(`Sails, ${'again '.repeat(at % 7)}`, ABSTRACT, `  • 3 authors\n·\nMay 5${year}`))
            .join('');
        const preselection = { needles: ['kettle'], countsMarked: false, wants: null };
        const found = read(listing, { takesShortcuts: true, isLong: true, preselection });
        const remarks = read(listing, { takesShortcuts: false }).told.filter((item) => !isPaper(item));
        expect(found.told.filter((item) => !isPaper(item))).toEqual(remarks);
        skipped += found.passed.skipped;
        inferred += remarks.length;
      }),
      // To look for a short example would take minutes.
      { numRuns: 30, endOnFailure: true },
    );
    expect([skipped, inferred].every((count) => count > 1000)).toBe(true);
  });

  it('that are passed over tell the year of one without', () => {
    const years = [2022, 2022, 2025, 2023, 2022];
    const listing =
      HEADER +
      years
        .map((year, at) => card(`Sails, ${'again '.repeat(at)}`, ABSTRACT, `  • 3 authors\n·\nMay 5, ${year}`))
        .join('') +
      card('On Kettles', ABSTRACT, '  • 3 authors\n·\nJan 30');
    const preselection = { needles: ['kettle'], countsMarked: false, wants: null };
    const { told, passed } = read(listing, { takesShortcuts: true, isLong: true, preselection });
    expect(passed.skipped).toBe(years.length);
    expect(told.at(-1)).toEqual([
      { title: 'On Kettles', abstract: ABSTRACT, authorCount: 3, date: '2026-01-30', upvotes: 0, dateInferred: true },
      7 + 8 * years.length,
    ]);
  });

  it('are read as the rules read them, in every fixture', () => {
    const folder = 'fixtures/daily-papers';
    for (const name of readdirSync(folder).filter((name) => !name.endsWith('.json'))) {
      const listing = readFileSync(`${folder}/${name}`, 'utf8').repeat(3);
      const [short, long] = [true, false].map((takesShortcuts) => read(listing, { takesShortcuts }));
      expect([short?.told, short?.account]).toEqual([long?.told, long?.account]);
    }
  });
});
