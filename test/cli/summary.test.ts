import { describe, expect, it } from 'vitest';
import { folderWith, offprint } from './run.ts';

const files = {
  'papers.json': JSON.stringify([
    { title: 'A kite', citationCount: 7, year: 2024 },
    { title: 'A bell', date: '2024-05-06' },
    { title: 'A lantern' },
  ]),
  'more.json': JSON.stringify([{ title: 'A pond', date: '2024-05-07' }]),
  'weather.json': JSON.stringify([{ wind: 'west', kites: 3 }]),
  'tides.json': JSON.stringify([{ wind: 'east', kites: 4 }]),
};

describe('the summary of a query', () => {
  const summary = (...args: string[]) => offprint([...args, '-f', 'json'], { cwd: folderWith(files) }).stderr;

  it.each([
    ['citationCount>3', '2 papers left out: number of citations unknown'],
    ['authorCount>1', '3 papers left out: number of authors unknown'],
    ['upvotes>3', '3 papers left out: upvotes unknown'],
  ])('counts the papers that %s cannot tell apart', (condition, text) => {
    expect(summary('papers.json', '--where', condition)).toBe(`offprint: ${text}\n`);
  });

  it('counts undated papers, and those of which only the year is known', () => {
    expect(summary('papers.json', '--since', '2024')).toBe(
      'offprint: 1 undated paper left out; 1 paper selected by year only\n',
    );
  });

  it('counts the files without papers that have the same fields', () => {
    expect(summary('weather.json', 'tides.json', 'more.json')).toContain(
      'offprint: no object has a title; the fields of the first are wind, kites (2 files)\n',
    );
  });
});

describe('duplicates', () => {
  it('are all listed in JSON, with the files in front', () => {
    const cwd = folderWith({ 'twice.json': JSON.stringify(Array(3).fill({ title: 'A kite', doi: '10.1000/1' })) });
    const { stdout } = offprint(['check', '--dedupe', '-f', 'json', 'twice.json'], { cwd });
    const { files, duplicates } = JSON.parse(stdout);
    expect(files).toMatchObject([{ file: 'twice.json', papers: 3 }]);
    expect(duplicates).toMatchObject([{ reason: 'same DOI 10.1000/1' }, { reason: 'same DOI 10.1000/1' }]);
  });
});

it.each(['tab', '\\t', '\t'])('separates the cells of CSV by tabs if the delimiter is %j', (delimiter) => {
  const cwd = folderWith(files);
  const { stdout } = offprint(['more.json', '-f', 'csv', '--columns', 'title,date', '--delimiter', delimiter], { cwd });
  expect(stdout.split(/\r?\n/)).toEqual(['title\tdate', 'A pond\t2024-05-07', '']);
});
