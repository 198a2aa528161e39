import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/paper/paper.ts';
import { hasTerminal, inTerminal } from './in-terminal.ts';
import { executable, folderWith } from './run.ts';

const kite: Paper = {
  title: 'Kite Strings as Low-Rank Sensors for Coastal Wind',
  abstract:
    'We tie small sensors to kites and listen to the string. Its tension rises before a gust and falls behind it, and a ' +
    'child who holds the reel knows this without a word. We ask whether a machine can know it too, with three numbers for ' +
    'each second of wind. Over one summer on a beach we flew forty kites and wrote down every pull, and a low-rank map of ' +
    'the pulls told the wind as well as the mast of the harbour does. The map is small enough for a watch. We give the ' +
    'reels, the strings and the map to whoever asks.',
  authorCount: 3,
  date: '2024-03-06',
  upvotes: 1204,
  commentCount: 7,
  id: '2403.00010',
  url: 'https://example.org/papers/2403.00010',
};
const twins: Paper = {
  title: '双子风筝 Kites for Two Hands 🪁',
  abstract: 'Two strings, two hands, one kite.',
  authorCount: null,
  date: '2024-02-11',
  upvotes: 1,
  organization: 'Harbour Lab',
};
const files = {
  'papers.ndjson': [kite, twins].map((paper) => `${JSON.stringify(paper)}\n`).join(''),
  'page.txt':
    'Daily Papers\n\nNov 20\n\nA Kite for Every Wind There Is\n\nWe fly one.\n\n  • 3 authors\n·\nFeb 30, 2024\n',
};

/** The screen of a terminal of this width, with `‹` and `›` around highlighted matches. */
function screen(columns: number, args: string, env: Record<string, string> = {}): string {
  const { stdout } = inTerminal(`stty cols ${columns}; offprint ${args}`, {
    cwd: folderWith(files),
    env: { LC_ALL: 'C.UTF-8', ...env },
  });
  return stdout
    .replaceAll('\r\n', '\n')
    .replaceAll('\u001b[31m', '‹')
    .replaceAll('\u001b[39m', '›')
    .replaceAll(/\u001b\[\d+m/g, '');
}

describe.skipIf(!hasTerminal)('list in a terminal (needs script of util-linux)', () => {
  const shortTwins = `双子风筝 Kites for Two Hands 🪁
2024-02-11 · Harbour Lab · 1 upvote
  Two strings, two hands, one kite.
`;

  it('fits 40 columns', () => {
    expect(screen(40, 'papers.ndjson')).toBe(`Kite Strings as Low-Rank Sensors for
Coastal Wind
2024-03-06 · 3 authors · 1,204 upvotes
7 comments
https://arxiv.org/pdf/2403.00010
https://example.org/papers/2403.00010
  We tie small sensors to kites and
  listen to the string. Its tension
  rises before a gust and falls behind
  it, and a child who holds the reel…

${shortTwins}`);
  });

  it('fits 80 columns', () => {
    expect(screen(80, 'papers.ndjson')).toBe(`Kite Strings as Low-Rank Sensors for Coastal Wind
2024-03-06 · 3 authors · 1,204 upvotes · 7 comments
https://arxiv.org/pdf/2403.00010 · https://example.org/papers/2403.00010
  We tie small sensors to kites and listen to the string. Its tension rises
  before a gust and falls behind it, and a child who holds the reel knows this
  without a word. We ask whether a machine can know it too, with three numbers
  for each second of wind. Over one summer on a beach we flew forty kites and…

${shortTwins}`);
  });

  it('shows whole abstracts on 140 columns if they fit', () => {
    const text = screen(140, 'papers.ndjson --color never');
    expect(text).toMatch(
      /^.+\n2024-03-06 · 3 authors · 1,204 upvotes · 7 comments · https:\S+0010 · https:\S+0010\n {2}We tie/,
    );
    const [, , ...abstract] = text.split('\n').slice(0, 6);
    expect(abstract.map((line) => line.trim()).join(' ')).toBe(kite.abstract);
    expect(Math.max(...abstract.map((line) => line.length))).toBeGreaterThan(130);
    expect(text.endsWith(`\n\n${shortTwins}`)).toBe(true);
  });

  it('uses at least 20 columns', () => {
    const text = `Kite Strings as
Low-Rank Sensors for
Coastal Wind
2024-03-06
3 authors
1,204 upvotes
7 comments
https://arxiv.org/pd
f/2403.00010
https://example.org/
papers/2403.00010
  We tie small
  sensors to kites
  and listen to the
  string. Its…

双子风筝 Kites for
Two Hands 🪁
2024-02-11
Harbour Lab
1 upvote
  Two strings, two
  hands, one kite.
`;
    expect(screen(20, 'papers.ndjson')).toBe(text);
    expect(screen(5, 'papers.ndjson')).toBe(text);
  });

  it('prints only ASCII on an ASCII terminal, except the content of papers', () => {
    const text = screen(40, 'papers.ndjson', { LC_ALL: 'C' });
    expect(text).toContain('\n2024-03-06, 3 authors, 1,204 upvotes\n7 comments\nhttps:');
    expect(text).toContain('\n  it, and a child who holds the reel...\n');
    expect(text.replaceAll(twins.title, '')).toMatch(/^[\n -~]*$/);
  });

  it.each([40, 80, 140])('prints whole abstracts with --full on %i columns', (columns) => {
    const [shown = ''] = screen(columns, 'papers.ndjson --full').split('\n\n');
    const lines = shown.split('\n');
    const abstract = lines.filter((line) => line.startsWith('  '));
    expect(abstract.map((line) => line.trim()).join(' ')).toBe(kite.abstract);
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
  });

  it.each([
    [
      40,
      `  …kites and wrote down every pull, and
  a ‹low-rank› map of the pulls told the
  wind as well as the mast of the
  harbour does. The map is small enough…
`,
    ],
    [
      80,
      `  …Over one summer on a beach we flew forty kites and wrote down every pull, and
  a ‹low-rank› map of the pulls told the wind as well as the mast of the harbour
  does. The map is small enough for a watch. We give the reels, the strings and
  the map to whoever asks.
`,
    ],
  ])('highlights matches, and shows the text around them, on %i columns', (columns, abstract) => {
    const text = screen(columns, 'grep low-rank papers.ndjson');
    expect(text).toMatch(/^Kite Strings as ‹Low-Rank› Sensors for/);
    expect(text.endsWith(`0010\n${abstract}`)).toBe(true);
    expect(screen(columns, 'grep low-rank papers.ndjson', { NO_COLOR: '1' })).toBe(text.replaceAll(/[‹›]/g, ''));
  });

  it('highlights what a query looks for', () => {
    expect(screen(80, "papers.ndjson --where 'low-rank -zeppelin upvotes:>1'")).toBe(
      screen(80, 'grep low-rank papers.ndjson'),
    );
    expect(screen(80, "papers.ndjson --where '-zeppelin'")).not.toContain('‹');
  });

  it.each([40, 80, 140])('prints headings by month on %i columns', (columns) => {
    const [first, second] = screen(columns, 'papers.ndjson').trimEnd().split('\n\n');
    expect(screen(columns, 'papers.ndjson --by month')).toBe(
      `March 2024\n==========\n\n${first}\n\nFebruary 2024\n=============\n\n${second}\n`,
    );
  });
});

describe.skipIf(!hasTerminal)('table in a terminal', () => {
  it.each([
    [
      20,
      `upvotes  title
   1204  Kite String…
      1  双子风筝 Ki…
`,
    ],
    [
      40,
      `date        upvotes  title
2024-03-06     1204  Kite Strings as Lo…
2024-02-11        1  双子风筝 Kites for…
`,
    ],
    [
      80,
      `date        authorCount  upvotes  title
2024-03-06            3     1204  Kite Strings as Low-Rank Sensors for Coastal…
2024-02-11                     1  双子风筝 Kites for Two Hands 🪁
`,
    ],
  ])('fits %i columns', (columns, text) => {
    expect(screen(columns, 'papers.ndjson -f table')).toBe(text);
  });

  it('shares 140 columns among the chosen keys', () => {
    // The titles need 49 of the 63 columns that each text could have; Chinese characters and the kite take two columns.
    expect(screen(140, 'papers.ndjson --columns date,title,abstract')).toBe(
      `date        ${'title'.padEnd(49)}  abstract
2024-03-06  ${kite.title}  We tie small sensors to kites and listen to the string. Its tension rises be…
2024-02-11  ${twins.title}${' '.repeat(18)}  ${twins.abstract}
`,
    );
  });
});

describe.skipIf(!hasTerminal)('output that ignores the width of 40, 80 and 140 columns', () => {
  const everywhere = (args: string) => {
    const [narrow, ...others] = [40, 80, 140].map((columns) => screen(columns, args));
    for (const other of others) expect(other).toBe(narrow);
    return narrow;
  };

  it('prints the same Markdown, which other programs read', () => {
    expect(everywhere('papers.ndjson -f markdown')).toBe(
      `# Papers

## [${kite.title}](${kite.url})

2024-03-06 · 3 authors · 1,204 upvotes · 7 comments · [PDF](https://arxiv.org/pdf/2403.00010)

${kite.abstract?.slice(0, 299)} …

## ${twins.title}

2024-02-11 · Harbour Lab · 1 upvote

${twins.abstract}
`,
    );
  });

  it('prints the same lines of check, which editors parse', () => {
    expect(everywhere('check page.txt nowhere.txt')).toBe(
      `page.txt:11:1: info: the page prints no votes: the number after the date is read as upvotes [count-assumed]
page.txt:11:1: warning: no such day: 2024-02-30 [bad-date]
page.txt: daily-papers: 1 paper; 11 lines: 4 blank, 5 paper, 2 boilerplate, 0 unrecognized
offprint: nowhere.txt: no such file or directory
`,
    );
  });

  it('prints the same empty result', () => {
    expect(everywhere('grep zeppelin papers.ndjson')).toBe('offprint: no paper matched among the 2 read\n');
  });

  it('prints the same error', () => {
    expect(everywhere('--columns tilte papers.ndjson')).toMatch(
      /^offprint: --columns tilte: unknown key "tilte" \(did you mean title\?\)$/m,
    );
  });
});

describe.skipIf(!hasTerminal)('stats in a terminal', () => {
  it.each([40, 80, 140])('fills %i columns', (columns) => {
    const lines = screen(columns, 'stats papers.ndjson').split('\n');
    // `2024-02  ` before the bar, ` 1` after it
    expect(lines).toContain(`2024-03  ${'█'.repeat(columns - 11)} 1`);
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
  });

  it('draws with ASCII if the terminal supports nothing else', () => {
    const text = screen(40, 'stats papers.ndjson', { LC_ALL: 'C' });
    expect(text).toContain(`\n2024-03  ${'#'.repeat(29)} 1\n`);
    expect(text.replaceAll(twins.title, '')).toMatch(/^[\n -~]*$/);
  });
});

describe.skipIf(!hasTerminal)('help in a terminal', () => {
  it('fits 40 columns', () => {
    expect(screen(40, 'check --help')).toBe(`Show how every line of a listing was
read.

Examples:
  offprint check page.txt
      see whether every line of a page
      was understood
  offprint check dumps/ -o report.json
      check many files, for other
      programs

Usage: offprint check [options]
[file...]

Arguments:
  file
      files, folders or patterns; - or
      none for standard input

Options:
  -f, --format <name>
      text or json
  -o, --output <file>
      file to write; its extension
      selects the format; .gz compresses
  --dedupe
      list the records that --dedupe
      would merge, and why

Input:
  --format-in <name>
      format of the input, if not
      detected
  --encoding <label>
      encoding of the input, such as
      latin1
  --as-of <date>
      day the listing was saved, to
      infer missing years
  --trailing-count <meaning>
      what a single number after the
      date counts: upvotes or comments
      (default: "upvotes")
  --max-expansion <times>
      limit on how many times larger
      compressed input may become
      (default: 200)
  --unicode
      convert TeX accents, dashes and
      quotes to Unicode
  -q, --quiet
      print no summary and no progress
      on standard error

Other:
  -h, --help
      print this help
`);
  });

  it.each([80, 140])('uses 80 of %i columns', (columns) => {
    expect(screen(columns, '--help')).toBe(`Turn paper listings into records, query them and export them.

Examples:
  offprint page.txt -o papers.csv
      convert a page you copied or saved to a spreadsheet
  offprint grep "low-rank" dumps/*.txt --since 2024-01 --until 2024-06
      find everything on a topic between two dates
  offprint stats dumps/
      summarize a folder of listings

Usage: offprint [command] [options] [file...]

Commands:
  parse          print the papers of listings (the default)
  grep           print the papers that match a pattern
  stats          count papers by month, authors and upvotes
  check          show how every line of a listing was read
  schema         print the JSON Schema of a paper
  completion     print a completion script for a shell
  help           show the help of a command, or a guide

Options: offprint COMMAND --help. Guides: offprint help TOPIC, about listings,
record, queries, exports, dates, diagnostics, library, speed, glossary.
`);
  });
});

it.skipIf(!hasTerminal)('reports a terminal that is closed meanwhile as a failed output', async () => {
  const run = `'${process.execPath}' '${executable}' papers.ndjson 2> messages; echo $? > status; mv status done`;
  const cwd = folderWith(files);
  writeFileSync(`${cwd}/run.sh`, `trap '' HUP\n(sleep 1; ${run}) &\nsleep 0.2\n`);
  spawnSync('script', ['-qec', 'sh run.sh', '/dev/null'], { cwd, stdio: 'ignore' });
  while (!existsSync(`${cwd}/done`)) await setTimeout(50);
  expect(readFileSync(`${cwd}/done`, 'utf8')).toBe('2\n');
  expect(readFileSync(`${cwd}/messages`, 'utf8')).toBe('offprint: cannot write standard output: i/o error\n');
});
