import { afterEach, describe, expect, it, vi } from 'vitest';
import { textStyle, wantsColor } from '../../src/cli/terminal.ts';
import { PaperPattern } from '../../src/query/pattern.ts';
import { hasTerminal, inTerminal } from './in-terminal.ts';
import { listing, papers } from './listing.ts';
import { folderWith, offprint } from './run.ts';

afterEach(() => vi.unstubAllEnvs());

describe('colours', () => {
  it.each<['auto' | 'always' | 'never', Record<string, string>, boolean]>([
    ['always', { NO_COLOR: '1', TERM: 'dumb' }, true],
    ['never', { FORCE_COLOR: '3' }, false],
    ['auto', { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['auto', { FORCE_COLOR: '0' }, false],
    ['auto', { NO_COLOR: '1' }, false],
    ['auto', {}, false],
  ])('%s with %j, not in a terminal, prints colours: %s', async (choice, environment, expected) => {
    for (const name of ['FORCE_COLOR', 'NO_COLOR', 'TERM']) vi.stubEnv(name, environment[name]);
    expect(await wantsColor(choice, false)).toBe(expected);
  });

  it.each([
    ['1', '\u001b]8;;https://example.org/1\u001b\\example\u001b]8;;\u001b\\'],
    ['0', 'example'],
  ])('makes addresses links if the terminal supports links (FORCE_HYPERLINK=%s)', async (forced, expected) => {
    vi.stubEnv('FORCE_HYPERLINK', forced);
    const style = await textStyle(true, undefined);
    const link = style.link('example', 'https://example.org/1');
    expect(link.replaceAll(/\u001b\[[\d;]*m/g, '')).toBe(expected);
  });

  it('highlights matches and nothing else', async () => {
    const pattern = new PaperPattern({
      patterns: ['kite'],
      isRegExp: false,
      isCaseSensitive: false,
      matchesWholeWords: false,
      isInverted: false,
      needsAll: false,
      fields: ['title'],
    });
    const style = await textStyle(true, pattern);
    const marked = style.highlight('A Kite, kites', 'title');
    expect(marked.replaceAll(/\u001b\[[\d;]*m/g, '|')).toMatch(/^A \|+Kite\|+, \|+kite\|+s$/);
    expect((await textStyle(true, undefined)).highlight('A Kite', 'title')).toBe('A Kite');
    expect((await textStyle(false, pattern)).highlight('A Kite', 'title')).toBe('A Kite');
  });
});

/**
 * WCAG 2 requires a contrast of at least 3 for large or bold text. In common palettes (xterm, GNOME, Tango, Solarized, macOS,
 * Windows, VS Code), every colour except red falls below that, and so does dim text. Red is familiar from grep; bold and
 * underline are visible without colours.
 */
describe('styles in a terminal', () => {
  it.each([
    ['list', ['grep', 'kite', '-f', 'list', '--by', 'month']],
    ['table', ['grep', 'kite', '-f', 'table']],
    ['stats', ['stats']],
  ])('uses only bold, underline and red in a %s, which every theme can show', (name, args) => {
    const url = 'https://example.org/1';
    const input = JSON.stringify(papers.map((paper) => ({ ...paper, url })));
    const { stdout } = offprint([...args, '--color', 'always'], { input });
    const codes = [...new Set([...stdout.matchAll(/\u001b\[([\d;]*)m/g)].map(([, code]) => Number(code)))];
    const expected = { list: [1, 4, 22, 24, 31, 39], table: [1, 4, 22, 24, 31, 39], stats: [1, 22] }[name];
    expect(codes.sort((a, b) => a - b)).toEqual(expected);
  });
});

describe.skipIf(!hasTerminal)('output in a terminal', () => {
  const runInTerminal = (args: string, env: Record<string, string> = {}) => inTerminal(`offprint ${args}`, { env });

  it('prints a list with matches highlighted', () => {
    const cwd = folderWith({ 'a.txt': listing() });
    const { stdout, status } = runInTerminal(`grep low-RANK ${cwd}/a.txt`);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\u001b\[[\d;]*mLow-Rank\u001b/);
    expect(runInTerminal(`grep low-RANK ${cwd}/a.txt --color never`).stdout).not.toContain('\u001b');
    expect(runInTerminal(`grep low-RANK ${cwd}/a.txt -f json`).stdout).not.toContain('\u001b');
  });

  it('prints no Unicode except the content of papers if the terminal does not support it', () => {
    const cwd = folderWith({ 'a.txt': listing() });
    const lines = (locale: string) => runInTerminal(`${cwd}/a.txt --color never`, { LC_ALL: locale }).stdout;
    expect(lines('C')).toContain('2024-03-06, 3 authors, 12 upvotes\r\n');
    expect(lines('C.UTF-8')).toContain('2024-03-06 · 3 authors · 12 upvotes\r\n');
    const inPipe = offprint([`${cwd}/a.txt`, '-f', 'list'], { env: { LC_ALL: 'C' } });
    expect(inPipe.stdout).toContain('2024-03-06 · 3 authors · 12 upvotes\n');
  });

  it('prints a table if columns are chosen', () => {
    const cwd = folderWith({ 'a.txt': listing() });
    expect(runInTerminal(`${cwd}/a.txt --columns date,upvotes --limit 1 --color never`).stdout).toBe(
      'date        upvotes\r\n2024-03-06       12\r\n',
    );
  });

  it('says in a terminal that a result is empty', () => {
    const empty = 'offprint: no paper matched among the 3 read';
    const cwd = folderWith({ 'a.txt': listing() });
    expect(runInTerminal(`grep zeppelin ${cwd}/a.txt`)).toEqual({ status: 1, stdout: `${empty}\r\n` });
    expect(runInTerminal(`${cwd}/a.txt --min-upvotes 999`)).toEqual({ status: 0, stdout: `${empty}\r\n` });
    expect(runInTerminal('/dev/null').stdout).toMatch(/^offprint: no paper listing recognized in /);
    expect(runInTerminal(`grep zeppelin ${cwd}/a.txt -q`).stdout).toBe('');
    expect(runInTerminal(`grep kite ${cwd}/a.txt`).stdout).not.toContain('no paper found');
    expect(offprint(['grep', 'zeppelin', `${cwd}/a.txt`])).toMatchObject({ status: 1, stderr: '' });
  });

  it('says that a file was written, with the number of papers', () => {
    const cwd = folderWith({ 'a.txt': listing() });
    expect(runInTerminal(`${cwd}/a.txt -o ${cwd}/a.csv`).stdout).toContain(
      `offprint: wrote 3 papers to ${cwd}/a.csv\r\n`,
    );
    expect(runInTerminal(`${cwd}/a.txt -q -o ${cwd}/a.csv`).stdout).toBe('');
  });

  it.each(['xlsx', 'parquet'])('rejects a binary format, and says what to do: %s', (format) => {
    const cwd = folderWith({ 'a.txt': listing() });
    expect(runInTerminal(`${cwd}/a.txt -f ${format}`)).toEqual({
      status: 2,
      stdout: `offprint: ${format} cannot be printed to a terminal; write a file: -o NAME.${format}\r\n`,
    });
    expect(offprint([`${cwd}/a.txt`, '-q', '-f', format]).stdout.slice(0, 2)).toBe(format === 'xlsx' ? 'PK' : 'PA');
  });

  it('removes control sequences of a record', () => {
    const record = {
      title: 'A \u001b]0;title\u0007 Kite',
      abstract: 'b\u009b31m \u202e c',
      authorCount: 1,
      date: null,
      upvotes: 1,
    };
    const cwd = folderWith({ 'a.json': JSON.stringify([record]) });
    for (const format of ['list', 'table', 'json', 'ndjson', 'csv', 'tsv', 'markdown', 'bibtex', 'ris', 'csl-json']) {
      const { stdout } = runInTerminal(`${cwd}/a.json -f ${format} --color never`);
      expect(stdout).toContain('Kite');
      expect([format, /[\u001b\u0007\u009b\u202e]/.exec(stdout)]).toEqual([format, null]);
    }
  });

  it('prints an overview that fits 24 lines for offprint alone', () => {
    const { status, stdout } = runInTerminal('');
    expect([status, stdout.trim().split('\n').length < 24]).toEqual([0, true]);
    for (const command of ['grep', 'stats', 'check', 'offprint help']) expect(stdout).toContain(command);
  });

  it.each(['grep kite', 'check', 'stats', '-f csv'])(
    'says in two lines what is missing for %s without a file',
    (args) => {
      const { status, stdout } = runInTerminal(args);
      expect([status, stdout.trim().split('\n').length]).toEqual([2, 2]);
      expect(stdout).toMatch(/^offprint: nothing to read: .*\r?\noffprint: usage: offprint \w+ /);
    },
  );
});
