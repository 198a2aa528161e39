import { describe, expect, it } from 'vitest';
import { progressText } from '../../src/cli/progress.ts';
import { hasTerminal, inTerminal } from './in-terminal.ts';
import { listing } from './listing.ts';
import { folderWith } from './run.ts';

describe('progress', () => {
  it('shows the share read, the number of papers and the rate', () => {
    expect(progressText({ bytes: 504e6, total: 1.2e9, papers: 12345, seconds: 6 }, 80)).toBe(
      '42% of 1.2 GB, 12,345 papers, 84 MB/s',
    );
  });

  it.each([
    [140, '42% of 1.2 GB, 12,345 papers, 84 MB/s'],
    [40, '42% of 1.2 GB, 12,345 papers, 84 MB/s'],
    [37, '42% of 1.2 GB, 12,345 papers'],
    [20, '42% of 1.2 GB'],
    [10, ''],
  ])('never fills the last of %i columns, where a terminal would wrap', (columns, text) => {
    expect(progressText({ bytes: 504e6, total: 1.2e9, papers: 12345, seconds: 6 }, columns)).toBe(text);
  });

  it('shows the amount read if the total is unknown', () => {
    expect(progressText({ bytes: 999, total: null, papers: 0, seconds: 2 }, 80)).toBe('999 B, 0 papers, 500 B/s');
  });

  it('never shows 100% before the end, even if the file has grown', () => {
    expect(progressText({ bytes: 200, total: 100, papers: 1, seconds: 1 }, 80)).toMatch(/^99% of 100 B/);
    expect(progressText({ bytes: 0, total: 0, papers: 0, seconds: 1 }, 80)).toMatch(/^0% of 0 B/);
  });
});

/** Prints the first half of the page at once, and the second half three seconds later. */
const SLOWLY = '(head -n 20 page.txt; sleep 3; tail -n +21 page.txt)';
const CLEAR = '\r\u001b[K';

function runInTerminal(command: string, env: Record<string, string> = {}): string {
  const cwd = folderWith({ 'page.txt': listing(), 'pages.txt': listing().repeat(200) });
  return inTerminal(command, { cwd, env }).stdout;
}

describe.skipIf(!hasTerminal)('progress in a terminal (needs script of util-linux)', () => {
  it('shows progress on one line, and clears it', () => {
    const seen = runInTerminal(`${SLOWLY} | offprint -o out.json --as-of 2024-06-01; echo done`);
    expect(seen).toMatch(
      /^\r\u001b\[K\d+ B, \d papers, \d+ B\/s\r\u001b\[Koffprint: wrote 3 papers to out\.json\r\ndone\r\n$/,
    );
  });

  it('clears progress before the papers are printed', () => {
    const seen = runInTerminal(`${SLOWLY} | offprint -f csv --columns date --sort date`);
    const [before, progress, after] = seen.split(CLEAR);
    expect([before, after]).toEqual(['', 'date\r\n2024-05-20\r\n2024-03-06\r\n2023-11-30\r\n']);
    expect(progress).toContain('papers');
  });

  it.each([
    ['with --quiet', 'offprint -q -o out.json', {}, ''],
    [
      'on a terminal that cannot clear a line',
      'offprint -o out.json',
      { TERM: 'dumb' },
      'offprint: wrote 3 papers to out.json\r\n',
    ],
    ['if standard error is not a terminal', 'offprint -o out.json 2> err.txt', {}, ''],
  ])('shows no progress %s', (_, command, env, message) => {
    expect(runInTerminal(`${SLOWLY} | ${command}; echo done`, env)).toBe(`${message}done\r\n`);
  });

  it('shows no progress after papers have been printed', () => {
    const seen = runInTerminal('(cat pages.txt; sleep 2; cat page.txt) | offprint grep kite -f csv');
    expect(seen.match(/Kite Strings/g)).toHaveLength(201);
    expect(seen).not.toContain('B/s');
  });
});
