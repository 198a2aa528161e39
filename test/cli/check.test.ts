import { describe, expect, it } from 'vitest';
import { listing, papers } from './listing.ts';
import { folderWith, offprint } from './run.ts';

const files = {
  'good.txt': listing(),
  'bare.txt': listing().replace(/ {2}• 1 author\n·\n.*\n.*\n/, ''),
  'notes.txt': 'Buy string.\n\nBuy paper.\n',
};

describe('offprint check', () => {
  it('accounts for the lines of each file, and prints diagnostics like a compiler', () => {
    const cwd = folderWith(files);
    const { stdout, status, stderr } = offprint(['check', 'good.txt', 'bare.txt'], { cwd });
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(
      /^good\.txt: daily-papers: 3 papers; (\d+) lines: \d+ blank, 18 paper, \d+ boilerplate, 0 unrecognized$/,
    );
    expect(lines[1]).toMatch(/^bare\.txt:\d+:\d+: warning: .+ \[missing-metadata\]$/);
    expect(lines[2]).toMatch(/^bare\.txt: daily-papers: 3 papers; /);
    expect(lines).toHaveLength(3);
  });

  it('prints diagnostics in line order, even if a year is known only at the end', () => {
    const page = listing([...papers, ...papers])
      .replace(/(?<=Mar 6), 2024/g, '')
      .replace(/ {2}• 1 author\n·\n.*\n.*\n/, '');
    const { stdout } = offprint(['check'], { input: page });
    const found = stdout.match(/^.*\]$/gm) ?? [];
    const numbers = found.map((line) => Number(line.split(':')[1]));
    expect(found.map((line) => /\[(.*)\]/.exec(line)?.[1])).toEqual([
      'year-inferred',
      'missing-metadata',
      'year-inferred',
    ]);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  it('lists what --dedupe would merge, with what and why', () => {
    const cwd = folderWith({ 'a.txt': listing(), 'b.txt': listing(papers.slice(1, 2)) });
    const line =
      listing()
        .split('\n')
        .findIndex((row) => row.startsWith('Do Gardeners')) + 1;
    const place =
      listing(papers.slice(1, 2))
        .split('\n')
        .findIndex((row) => row.startsWith('Do Gardeners')) + 1;
    const { stdout, status } = offprint(['check', '--dedupe', 'a.txt', 'b.txt'], { cwd });
    expect([status, stdout.trim().split('\n').at(-1)]).toEqual([
      0,
      `b.txt:${place}: duplicate of a.txt:${line} (same title, year, abstract): Do Gardeners Agree About Soil? A Survey of Forty Allotments`,
    ]);
    const report = JSON.parse(offprint(['check', '--dedupe', '-f', 'json', 'a.txt', 'b.txt'], { cwd }).stdout);
    expect(report.duplicates).toEqual([
      {
        file: 'b.txt',
        line: place,
        of: { file: 'a.txt', line },
        reason: 'same title, year, abstract',
        title: papers[1]?.title,
      },
    ]);
  });

  it('prints the same as JSON for programs', () => {
    const cwd = folderWith(files);
    const { stdout, status } = offprint(['check', '-f', 'json', 'bare.txt', 'notes.txt'], { cwd });
    const { files: reports } = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(reports).toMatchObject([
      { file: 'bare.txt', format: 'daily-papers', papers: 3, lines: { paper: 14, unrecognized: 0 } },
      {
        file: 'notes.txt',
        format: null,
        papers: 0,
        lines: { total: 3, blank: 1, paper: 0, boilerplate: 0, unrecognized: 2 },
        diagnostics: [],
      },
    ]);
    for (const { lines } of reports) {
      expect(lines.blank + lines.paper + lines.boilerplate + lines.unrecognized).toBe(lines.total);
    }
    const line = files['bare.txt'].split('\n').findIndex((row) => row.startsWith('Do Gardeners')) + 1;
    expect(reports[0].diagnostics).toEqual([
      { code: 'missing-metadata', severity: 'warning', message: expect.any(String), line, column: expect.any(Number) },
    ]);
  });

  it('exits with 1 if a line was not recognized, and with 2 if an input failed', () => {
    const cwd = folderWith(files);
    expect(offprint(['check', 'notes.txt'], { cwd }).status).toBe(1);
    expect(offprint(['check', 'none.txt', 'notes.txt'], { cwd }).status).toBe(2);
    expect(JSON.parse(offprint(['check', '-f', 'json', 'none.txt'], { cwd }).stdout)).toEqual({ files: [] });
  });
});

it('treats a file without papers as not clean, whatever its format', () => {
  for (const input of ['[]', 'title,abstract\n', 'Hello there', ''])
    expect(offprint(['check'], { input }).status).toBe(1);
});
