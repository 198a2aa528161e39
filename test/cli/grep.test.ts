import { describe, expect, it } from 'vitest';
import { listing, papers } from './listing.ts';
import { folderWith, offprint } from './run.ts';

const files = {
  'a.txt': listing(papers.slice(0, 2)),
  'b.txt': listing(papers.slice(2)),
  'c.txt': listing(papers),
};
const [kites = '', soil = '', clocks = ''] = papers.map(({ title }) => title);

function grep(...args: string[]) {
  const { status, stdout, stderr } = offprint(['grep', ...args], { cwd: folderWith(files) });
  return { status, stdout, stderr };
}

const titles = (...args: string[]) => JSON.parse(grep(...args).stdout).map(({ title }: { title: string }) => title);

describe('offprint grep', () => {
  it('prints papers whose title or abstract matches in the same form as parse', () => {
    expect(titles('STRING', 'c.txt')).toEqual([kites]);
    expect(grep('a', 'c.txt')).toEqual(grep('-E', '.', 'c.txt'));
    expect(grep('a', 'c.txt').stdout).toBe(offprint(['parse'], { input: files['c.txt'] }).stdout);
    expect(JSON.parse(offprint(['grep', 'soil'], { input: files['c.txt'] }).stdout)).toHaveLength(1);
  });

  it('accepts -i as in other greps, but not together with -s', () => {
    expect(grep('-i', 'STRING', 'c.txt')).toEqual(grep('string', 'c.txt'));
    expect(titles('-s', 'string', 'c.txt')).toEqual([kites]);
    expect(grep('-s', 'STRING', 'c.txt').status).toBe(1);
    expect(grep('-is', 'string', 'c.txt')).toMatchObject({
      status: 2,
      stderr: "offprint: option '-i, --ignore-case' cannot be used with option '-s, --case-sensitive'\n",
    });
  });

  it('takes every operand as a file if the pattern is given by an option', () => {
    expect(titles('-e', 'soil', '-e', 'bells', 'a.txt', 'b.txt')).toEqual([soil, clocks]);
    expect(titles('a.txt', 'b.txt', '--all', '-e', 'tower', '-e', 'bells')).toEqual([clocks]);
    expect(grep('a.txt', '-e', '-v').status).toBe(1);
  });

  it('accepts a pattern that begins with a hyphen after --', () => {
    expect(titles('--', '-rank', 'c.txt')).toEqual([kites]);
  });

  it('counts papers in total, or per file if there are several', () => {
    expect(grep('-c', 'the', 'c.txt')).toEqual({ status: 0, stdout: '3\n', stderr: '' });
    expect(grep('-c', 'kite', 'a.txt', 'b.txt', 'c.txt').stdout).toBe('a.txt:1\nb.txt:0\nc.txt:1\n');
    expect(grep('-cv', 'kite', 'a.txt', 'b.txt').stdout).toBe('a.txt:1\nb.txt:1\n');
    expect(grep('-c', 'the', 'a.txt', 'b.txt', 'c.txt', '--dedupe').stdout).toBe('3\n');
    expect(grep('-c', 'nowhere', 'a.txt')).toEqual({ status: 1, stdout: '0\n', stderr: '' });
    expect(grep('-c', 'the', 'a.txt', 'b.txt', 'c.txt', '--limit', '3').stdout).toBe('a.txt:2\nb.txt:1\n');
  });

  it('refuses to count by month, and refers to stats', () => {
    expect(grep('-c', '--by', 'month', 'the', 'c.txt')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'offprint: --by does not combine with -c or -l; to count papers by month: offprint stats --grep PATTERN [FILE...]\n',
    });
  });

  it('lists the files that contain matches', () => {
    expect(grep('-l', 'kite', 'a.txt', 'b.txt', 'c.txt')).toEqual({ status: 0, stdout: 'a.txt\nc.txt\n', stderr: '' });
    expect(grep('-l', 'the', 'a.txt', 'b.txt', 'c.txt', '--limit', '2', '--sort', 'date').stdout).toBe(
      'a.txt\nb.txt\n',
    );
    expect(grep('-l', 'nowhere', 'a.txt')).toEqual({ status: 1, stdout: '', stderr: '' });
  });

  it('exits with 1 if nothing matched, and with 2 if an input failed', () => {
    expect(grep('nowhere', 'c.txt')).toEqual({ status: 1, stdout: '[]\n', stderr: '' });
    expect(grep('kite', 'none.txt', 'c.txt')).toMatchObject({
      status: 2,
      stderr: 'offprint: none.txt: no such file or directory\n',
    });
  });

  it('requires a pattern, and one that compiles', () => {
    expect(grep()).toMatchObject({ status: 2, stderr: 'offprint: missing PATTERN: offprint grep PATTERN [FILE...]\n' });
    expect(grep('-E', '[', 'c.txt')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^offprint: pattern "\[" is not a valid regular expression: .+\n$/),
    });
  });
});
