import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/paper/paper.ts';
import { listing, papers } from './listing.ts';
import { folderWith, offprint } from './run.ts';

const [kites, soil, clocks] = papers;

/** Records with values that the listing does not print: an identifier, a DOI. */
const today: Paper[] = [
  { ...kites, id: '2403.00010' },
  { ...soil, doi: '10.1000/soil.1', authors: ['Ada Clay'] },
  clocks,
  { title: 'Bread for Lighthouses', abstract: 'We bake.', authorCount: 1, date: '2024-06-01', upvotes: 2 },
] as Paper[];
const lines = (records: readonly Paper[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');

function newTitles(files: Record<string, string>, ...args: string[]): { titles: string[]; stderr: string } {
  const cwd = folderWith({ 'today.ndjson': lines(today), ...files });
  const { status, stdout, stderr } = offprint(['today.ndjson', '--columns', 'title', ...args], { cwd });
  expect(status).toBe(0);
  return { titles: (JSON.parse(stdout) as Paper[]).map(({ title }) => title), stderr };
}

describe('--not-in', () => {
  it('leaves out the papers of an earlier page, and says how many', () => {
    const page = listing([kites, clocks] as typeof papers);
    expect(newTitles({ 'yesterday.txt': page }, '--not-in', 'yesterday.txt')).toEqual({
      titles: [soil?.title, 'Bread for Lighthouses'],
      stderr: 'offprint: 2 papers skipped by --not-in\n',
    });
  });

  it('recognizes a paper by identifier or DOI if its title has changed', () => {
    const renamed = [
      { ...kites, id: '2403.00010', title: 'Strings' },
      { ...soil, doi: '10.1000/soil.1', authors: ['Clay, Ada'], title: 'Mud' },
    ] as Paper[];
    expect(newTitles({ 'old.ndjson': lines(renamed) }, '--not-in', 'old.ndjson').titles).toEqual([
      clocks?.title,
      'Bread for Lighthouses',
    ]);
  });

  it('keeps a paper with the same title by other authors', () => {
    const other = { title: 'Bread for Lighthouses', abstract: 'Nobody bakes.', authorCount: 7, date: '1999-01-01' };
    const { titles } = newTitles({ 'old.ndjson': lines([other as Paper]) }, '--not-in', 'old.ndjson');
    expect(titles).toContain('Bread for Lighthouses');
  });

  it.each(['csv', 'xlsx.csv', 'bib', 'ris', 'csl.json', 'json'])('reads an earlier export as %s', (extension) => {
    const cwd = folderWith({ 'today.ndjson': lines(today) });
    offprint(['today.ndjson', '-o', `old.${extension}`, '--limit', '3'], { cwd });
    const { stdout } = offprint(['today.ndjson', '--not-in', `old.${extension}`], { cwd });
    expect(JSON.parse(stdout)).toMatchObject([{ title: 'Bread for Lighthouses' }]);
  });

  it('can be repeated, takes folders, and combines with a search', () => {
    const files = { 'old/a.txt': listing([kites] as typeof papers), 'b.ndjson': lines([clocks] as Paper[]) };
    const cwd = folderWith({ 'today.ndjson': lines(today), ...files });
    const flags = ['--not-in', 'old', '--not-in', 'b.ndjson'];
    const count = (...args: string[]) => offprint([...args, 'today.ndjson', ...flags], { cwd }).stdout;
    expect(count('grep', '-c', 'e')).toBe('2\n');
    expect(count('grep', '-c', 'soil')).toBe('1\n');
    expect(count('grep', '-c', 'kite')).toBe('0\n');
    expect(JSON.parse(count('stats', '-f', 'json'))).toMatchObject({ papers: 2 });
  });

  it('exits with 2 and writes nothing if the earlier listing cannot be read', () => {
    const cwd = folderWith({ 'today.ndjson': lines(today), 'notes.txt': 'Buy bread.\n', 'x.csv': 'as it was' });
    for (const [old, message] of [
      ['nowhere.txt', 'nowhere.txt: no such file or directory'],
      ['notes.txt', '--not-in: no paper listing recognized in notes.txt'],
    ]) {
      const run = offprint(['today.ndjson', '--not-in', old ?? '', '-o', 'x.csv'], { cwd });
      expect(run).toMatchObject({ status: 2, stderr: `offprint: ${message}\n` });
    }
    expect(offprint(['x.csv', '--format-in', 'table'], { cwd }).stdout).not.toContain('Bread');
  });

  it('exits as if nothing matched if every paper is known', () => {
    const cwd = folderWith({ 'today.ndjson': lines(today) });
    expect(offprint(['grep', 'bread', 'today.ndjson', '--not-in', 'today.ndjson'], { cwd })).toMatchObject({
      status: 1,
      stdout: '[]\n',
    });
  });
});
