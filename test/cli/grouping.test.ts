import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listing, papers } from './listing.ts';
import { folderWith, offprint } from './run.ts';

const input = listing();
const headings = (args: string[]) => offprint(args, { input }).stdout.match(/^## .*/gm);

describe('--by', () => {
  it('prints papers under headings, newest first', () => {
    expect(headings(['-f', 'markdown', '--by', 'month'])).toEqual(['## May 2024', '## March 2024', '## November 2023']);
    expect(headings(['grep', 'a', '-f', 'markdown', '--by', 'year', '--sort', 'title'])).toEqual([
      '## 2024',
      '## 2023',
    ]);
  });

  it('rejects --by for formats without headings before anything is written', () => {
    const cwd = folderWith({ 'a.txt': input });
    expect(offprint(['a.txt', '--by', 'week', '-o', 'out.csv'], { cwd })).toMatchObject({
      status: 2,
      stderr: 'offprint: --by needs the format list, table, html or markdown; this is csv\n',
    });
    expect(existsSync(`${cwd}/out.csv`)).toBe(false);
  });
});

describe('--limit-by', () => {
  const titles = (...args: string[]) =>
    offprint(['-f', 'csv', '--columns', 'title', ...args], { input })
      .stdout.trim()
      .split('\n')
      .slice(1);

  it('prints the first papers of each group in the requested order', () => {
    const [kites, soil, clocks] = papers.map(({ title }) => title);
    const input = ['--sort', 'authorCount', '--by', 'year', '--limit-by'];
    expect(titles(...input, '1')).toEqual([kites, clocks]);
    expect(titles(...input, '2')).toEqual([kites, soil, clocks]);
    expect(titles(...input, '2', '--limit', '2')).toEqual([clocks, kites].reverse());
  });

  it('rejects --limit-by without --by', () => {
    expect(offprint(['--limit-by', '3'], { input })).toMatchObject({
      status: 2,
      stderr: 'offprint: --limit-by needs --by, such as --by month\n',
    });
  });
});

describe('--sort trending', () => {
  const dates = (...args: string[]) =>
    offprint(['-f', 'csv', '--columns', 'date', '--sort', 'trending', ...args], { input })
      .stdout.split('\n')
      .slice(1, 4);

  it('counts age from the newest paper, or from --as-of', () => {
    // 0 upvotes at 0 days: 0.35; 12 at 75: 0.019; 105 at 172: 0.046
    expect(dates()).toEqual(['2024-05-20', '2023-11-30', '2024-03-06']);
    // 0 at 225 days: 0.0003; 12 at 300: 0.0025; 105 at 397: 0.0133
    expect(dates('--as-of', '2024-12-31')).toEqual(['2023-11-30', '2024-03-06', '2024-05-20']);
  });
});

describe('dates that no paper can have', () => {
  const days = ['0000-01-01', '0099-06-07', '9999-12-31', '9999-12-31T23:59:59-12:00', '2024-06-05'];
  const input = days
    .map((date) => `${JSON.stringify({ title: `Kite of ${date}`, abstract: 'It folds.', date })}\n`)
    .join('');

  it.each(['day', 'week', 'month', 'year'])('do not break groups by %s or their statistics', (by) => {
    for (const args of [
      ['-f', 'list', '--by', by],
      ['stats', '--by', by],
    ]) {
      const { status, stdout, stderr } = offprint(args, { input });
      expect([status, stderr]).toEqual([0, 'offprint: 4 bad-date (see offprint check)\n']);
      expect(stdout).toContain('2024');
    }
  });

  it('are accepted as the end of a range, but not as the day on which a listing was saved', () => {
    const { status, stdout } = offprint(['--until', '9999-W52', '--since', '0001', '-f', 'ndjson'], { input });
    expect([status, stdout.split('\n').length]).toEqual([0, 2]);
    expect(offprint(['--as-of', '0001-01-01'], { input })).toMatchObject({
      status: 2,
      stderr: 'offprint: --as-of 0001-01-01: expected a day, such as 2024-03-15\n',
    });
  });
});
