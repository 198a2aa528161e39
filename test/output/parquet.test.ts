import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperKeys } from '../../src/paper/keys.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { folderWith } from '../cli/run.ts';
import { anyPaper, paper, writeBytes } from './papers.ts';

/** The rows that DuckDB reads from the file, as objects without null values. */
async function query(papers: readonly Paper[], sql: (file: string) => string, batch = 2): Promise<object[]> {
  const file = join(folderWith(), 'papers.parquet');
  writeFileSync(file, await writeBytes('parquet', papers, {}, batch));
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(sql(`read_parquet('${file}')`));
  return reader.getRowObjectsJson();
}

const full = paper({
  title: 'Kites; "quoted", 凧',
  abstract: 'They\nfly.',
  authorCount: 2,
  date: '2024-03-05',
  upvotes: 5_000_000_000,
  commentCount: 0,
  dateInferred: true,
  announced: '1899-12-31',
  year: 2024,
  id: '2403.01230',
  authors: ['Ada Byron', 'Wei, Li'],
  categories: ['cs.CL'],
  githubStars: 11_300,
  announceType: 'new',
  citationCount: 3,
  source: { file: 'a.txt', line: 3, format: 'table' },
});

describe('Parquet, read by DuckDB', () => {
  it('has the types of the record', async () => {
    const columns = await query(
      [full],
      (file) => `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${file})`,
    );
    const types = Object.fromEntries(columns.map((row) => Object.values(row)));
    expect(Object.keys(types)).toEqual(paperKeys);
    expect(types).toMatchObject({
      title: 'VARCHAR',
      authorCount: 'BIGINT',
      date: 'DATE',
      announced: 'DATE',
      dateInferred: 'BOOLEAN',
      id: 'VARCHAR',
      authors: 'VARCHAR[]',
      source: 'STRUCT(file VARCHAR, line BIGINT, format VARCHAR)',
    });
  });

  it('has the values of the records, and null for missing ones', async () => {
    const rows = await query([full, paper({ title: 'Bare' })], (file) => `SELECT * FROM ${file}`);
    expect(rows[0]).toMatchObject({
      title: full.title,
      abstract: full.abstract,
      date: '2024-03-05',
      announced: '1899-12-31',
      upvotes: '5000000000',
      dateInferred: true,
      id: '2403.01230',
      authors: ['Ada Byron', 'Wei, Li'],
      source: { file: 'a.txt', line: '3', format: 'table' },
      venue: null,
    });
    expect(Object.entries(rows[1] ?? {}).filter(([, value]) => value !== null)).toEqual([['title', 'Bare']]);
  });

  it('has every paper in order, in several row groups', async () => {
    const papers = Array.from({ length: 25_000 }, (_, index) => paper({ title: `Kite ${index}`, upvotes: index }));
    const sql = (file: string) => `SELECT count(*) AS n, sum(upvotes) AS s, count(DISTINCT title) AS t FROM ${file}`;
    expect(await query(papers, sql, 1000)).toEqual([{ n: '25000', s: '312487500', t: '25000' }]);
  });

  it('is readable if there are no papers', async () => {
    expect(await query([], (file) => `SELECT count(*) AS n FROM ${file}`)).toEqual([{ n: '0' }]);
  });

  it('keeps any text unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPaper, { minLength: 1, maxLength: 4 }), async (papers) => {
        const rows = await query(papers, (file) => `SELECT title, abstract, authors FROM ${file}`);
        const expected = papers.map(({ title, abstract, authors = null }) => ({ title, abstract, authors }));
        // DuckDB's package for Node drops a byte order mark at the start of a text.
        const withoutMark = (value: object) => JSON.stringify(value).replaceAll('\ufeff', '');
        expect(withoutMark(rows)).toBe(withoutMark(expected));
      }),
      { numRuns: 25 },
    );
  });
});
