import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listing } from './listing.ts';
import { folderWith, offprint } from './run.ts';

const UNICODE = { LC_ALL: 'C.UTF-8', TERM: 'xterm' };
const input = listing();

describe('offprint stats', () => {
  it('counts the papers that mention a word', () => {
    const counted = (...args: string[]) =>
      JSON.parse(offprint(['stats', '-f', 'json', '--by', 'year', ...args], { input }).stdout).periods;
    expect(counted('--grep', 'STRING')).toEqual([{ period: '2024', papers: 1 }]);
    expect(counted('--grep', 'string', '--grep', 'clock')).toEqual([
      { period: '2023', papers: 1 },
      { period: '2024', papers: 1 },
    ]);
    expect(counted('--grep', 'k.te')).toEqual([]);
  });

  it('prints charts for people, even into a pipe', () => {
    // `2023-11  ` and ` 1` leave room for 69 blocks, ` 2–3  ` and `64–127  ` for 72 and 69.
    const block = '█'.repeat(69);
    expect(offprint(['stats'], { input, env: UNICODE })).toEqual({
      status: 0,
      signal: null,
      stderr: '',
      stdout: `3 papers · 2023-11-30 to 2024-05-20

Papers by month
2023-11  ${block} 1
2023-12  0
2024-01  0
2024-02  0
2024-03  ${block} 1
2024-04  0
2024-05  ${block} 1

Authors per paper
min 1 · quartile 2 · median 3 · quartile 5.5 · max 8
   1  ${'█'.repeat(72)} 1
 2–3  ${'█'.repeat(72)} 1
 4–7  0
8–15  ${'█'.repeat(72)} 1

Upvotes per paper
min 0 · quartile 6 · median 12 · quartile 58.5 · max 105
     0  ${'█'.repeat(70)} 1
     1  0
   2–3  0
   4–7  0
  8–15  ${'█'.repeat(70)} 1
 16–31  0
 32–63  0
64–127  ${'█'.repeat(70)} 1

Most upvoted
105  2023-11-30  Teaching Old Clocks New Bells With Reinforcement Learning
 12  2024-03-06  Kite Strings as Low-Rank Sensors for Coastal Wind

Read
daily-papers · 1 file · 3 papers

Missing
id all · url all
`,
    });
  });

  it.each([
    ['C', 'xterm', '2023  ######## 1'],
    ['C.UTF-8', 'linux', '2023  ######## 1'],
    ['C.UTF-8', 'xterm', '2023  ████████ 1'],
  ])('draws what the locale %s on a terminal %s can show', (LC_ALL, TERM, bar) => {
    const env = { LC_ALL, TERM, WT_SESSION: '', TERM_PROGRAM: '', COLUMNS: '24' };
    expect(offprint(['stats', '--by', 'year'], { input, env }).stdout.split('\n')).toContain(bar);
  });

  it.each(['99999999999', '0', '-5', 'wide'])('ignores a width of %s columns', (COLUMNS) => {
    for (const args of [['stats'], ['-f', 'list'], ['-f', 'table']]) {
      const { status, stdout, stderr } = offprint([...args, '--as-of', '2026-01-01'], { input, env: { COLUMNS } });
      expect([status, stderr]).toEqual([0, '']);
      expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(10_000);
    }
  });

  it('prints colours if they are requested', () => {
    expect(offprint(['stats', '--color', 'always'], { input }).stdout).toContain('\u001b[1mPapers by month\u001b[22m');
  });

  it('counts the selected papers only', () => {
    const { stdout } = offprint(['stats', '--since', '2024', '-f', 'json', '--by', 'week'], { input });
    expect(JSON.parse(stdout)).toMatchObject({
      papers: 2,
      by: 'week',
      periods: [
        { period: '2024-W10', papers: 1 },
        { period: '2024-W21', papers: 1 },
      ],
      inputs: [{ file: '-', format: 'daily-papers', papers: 3 }],
    });
  });

  it('takes the format of a file from its name', () => {
    const cwd = folderWith({ 'a.txt': input, 'b.txt': input });
    const { status, stdout } = offprint(['stats', 'a.txt', 'b.txt', '--dedupe', '-o', 'out.csv'], { cwd });
    expect([status, stdout]).toEqual([0, '']);
    expect(readFileSync(`${cwd}/out.csv`, 'utf8')).toMatch(/^section,name,value\npapers,all,3\n/);
  });

  it('exits with 1 if there is no paper, and with 2 if a file is missing', () => {
    expect(offprint(['stats'], { input: 'hello\n' })).toMatchObject({ status: 1, stdout: '' });
    const cwd = folderWith({ 'a.txt': input });
    const { status, stdout } = offprint(['stats', 'a.txt', 'b.txt'], { cwd });
    expect([status, stdout.split(' ')[0]]).toEqual([2, '3']);
  });
});
