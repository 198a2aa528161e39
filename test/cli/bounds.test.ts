import { expect, it } from 'vitest';
import { uncounted } from '../support/work.ts';
import { measured } from './measured.ts';

const MEGABYTE = 1_000_000;

function* repeated(before: string, piece: string, times: number, after: string): Generator<string> {
  yield before;
  for (let count = 0; count < times; count += 1) yield piece;
  yield after;
}

it('exits with 2 and says what to do, even with -q, if a JSON array on one line is too long, after printing the papers before the limit', async () => {
  const piece = `{"title":"Kites of Sheep","abstract":"${'What a flock lifts. '.repeat(200)}","foo":1},`.repeat(150);
  const { status, stdout, stderr, memory } = await measured(
    ['-q', '--limit', '1', '-f', 'ndjson'],
    repeated('[', piece, 115, '1]\n'),
  );
  expect(stderr).toContain('line 1: line longer than 64 MiB: the rest was skipped (jq -c');
  expect(status).toBe(2);
  expect(stdout.split('\n')).toHaveLength(2);
  expect(memory).toBeLessThan(600);
});

it('reads a paper with megabytes of unknown data in little memory', async () => {
  const piece = '1,[2],{"a":3},'.repeat(20_000);
  const { status, stdout, memory } = await measured(
    ['-q', '-f', 'ndjson'],
    repeated('{"title":"Kites of Sheep","rest":[', piece, 40, '4],"abstract":"What a flock lifts."}\n'),
  );
  expect(JSON.parse(stdout)).toMatchObject({ title: 'Kites of Sheep', abstract: 'What a flock lifts.' });
  expect(status).toBe(0);
  expect(memory).toBeLessThan(400);
});

it.each([
  ['no quotes', ','],
  ['quotes in some', ',a"b,"c, d",'],
])('reads a row of millions of cells, %s, in little time and memory', async (_, cells) => {
  const { status, stdout, memory } = await measured(
    ['-q', '-f', 'ndjson'],
    repeated(
      'title,abstract\nKites,What a flock lifts.\n',
      cells.repeat(MEGABYTE / cells.length),
      20,
      '\nSheep,What they weigh.\n',
    ),
  );
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).title),
  ).toEqual(['Kites', 'Sheep']);
  expect(status).toBe(0);
  expect(memory).toBeLessThan(400);
});

it('loses one row to a quote that is never closed, in little time and memory', async () => {
  const rows = 'Sheep,What they weigh.\n'.repeat(10_000);
  const { status, stdout, memory } = await measured(
    ['check'],
    repeated('title,abstract\n"Kites,What a flock lifts.\n', rows, 20, ''),
  );
  expect(stdout).toContain('a quoted cell that is never closed');
  expect(stdout).toContain('200,000 papers');
  expect(status).toBe(1);
  expect(memory).toBeLessThan(400);
});

it('reads a cell of more than a megabyte with line breaks whole', async () => {
  const { stdout } = await measured(
    ['-q', '-f', 'ndjson'],
    repeated(
      'title,abstract\nKites,"',
      'What a flock lifts.\n'.repeat(1000),
      100,
      'The end."\nSheep,What they weigh.\n',
    ),
  );
  const papers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(papers.map(({ title }) => title)).toEqual(['Kites', 'Sheep']);
  expect(papers[0].abstract).toHaveLength(20 * 100_000 + 'The end.'.length);
});

it.each(['text', 'json'])('check prints any number of diagnostics as %s in little memory', async (format) => {
  const record = `${JSON.stringify({ title: 'Kites', abstract: 'What a flock lifts.', date: '2024-02-30' })}\n`;
  const { status, stdout, memory } = await measured(
    ['check', '-q', '-f', format],
    repeated('', record.repeat(1000), 400, ''),
  );
  expect(status).toBe(0);
  expect(stdout.match(/bad-date/g)).toHaveLength(400_000);
  if (format === 'json') expect(JSON.parse(stdout).files[0].diagnostics.length).toBeGreaterThan(400_000);
  expect(memory).toBeLessThan(uncounted(150));
});
