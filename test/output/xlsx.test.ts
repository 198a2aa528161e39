import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { parseListing } from '../../src/library.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { folderWith } from '../cli/run.ts';
import { anyPaper, paper, writeBytes } from './papers.ts';

const papers = [
  paper({
    title: '=HYPERLINK("https://example.org"; "Kites")',
    abstract: 'They\nfly; "high", <b>up</b> & away _x0041_ 凧 👩‍🔬',
    authorCount: 2,
    date: '2024-03-05',
    upvotes: 12,
    dateInferred: true,
    id: '2403.01230',
    url: 'https://example.org/papers/1?a=b&c=d',
    authors: ['Ada Byron', 'Wei Li'],
  }),
  paper({ title: '+1', date: '1899-12-31', githubUrl: 'javascript:alert(1)', githubStars: 3 }),
];

/** The value with its texts on one line, as a spreadsheet keeps them. */
function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[\s\p{Cc}\ufeff]+/gu, ' ').trim() || 'Kites';
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidy(inner)]));
}

async function sheetOf(written: readonly Paper[]) {
  const { sheets } = await readXlsx(await writeBytes('xlsx', written), { cells: true } as object);
  return sheets[0];
}

describe('workbook', () => {
  it('has every column that any paper has, and no others', async () => {
    const sheet = await sheetOf(papers);
    expect(sheet?.rows[0]).toEqual([
      'title',
      'abstract',
      'authorCount',
      'date',
      'upvotes',
      'dateInferred',
      'id',
      'url',
      'authors',
      'githubUrl',
      'githubStars',
    ]);
    expect(sheet?.rows).toHaveLength(3);
  });

  it('has days as dates, counts as numbers, and identifiers and formulas as text', async () => {
    const [, first, second] = (await sheetOf(papers))?.rows ?? [];
    expect(first?.[0]).toBe(papers[0]?.title);
    expect(first?.[2]).toBe(2);
    expect(first?.[3]).toEqual(new Date('2024-03-05T00:00:00Z'));
    expect(first?.[6]).toBe('2403.01230');
    expect(second?.[0]).toBe('+1');
    // Excel has no days before 1900.
    expect(second?.[3]).toBe('1899-12-31');
  });

  const hasUnzip = spawnSync('unzip', ['-v']).status === 0;
  it.skipIf(!hasUnzip)('has a frozen header with filters, and links only web addresses', async () => {
    const folder = folderWith({ 'a.xlsx': await writeBytes('xlsx', papers) });
    const read = (part: string) => execFileSync('unzip', ['-p', join(folder, 'a.xlsx'), part]).toString();
    const sheet = read('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<autoFilter ref="A1:K3"');
    expect(sheet).toMatch(/<pane [^>]*state="frozen"/);
    expect(sheet).not.toContain('<f>');
    const links = read('xl/worksheets/_rels/sheet1.xml.rels');
    expect(links).toContain('https://example.org/papers/1?a=b&amp;c=d');
    expect(links).not.toContain('javascript');
  });

  it('truncates text that a cell cannot hold, and warns', async () => {
    const warnings: string[] = [];
    const bytes = await writeBytes('xlsx', [paper({ abstract: 'a'.repeat(40_000) })], {
      warn: (line) => warnings.push(line),
    });
    const { sheets } = await readXlsx(bytes);
    expect(String(sheets[0]?.rows[1]?.[1])).toHaveLength(32_767);
    expect(warnings).toEqual(['1 cell has more than 32,767 characters: the rest was cut off']);
  });

  it('is valid if there are no papers', async () => {
    expect((await readXlsx(await writeBytes('xlsx', []))).sheets).toHaveLength(1);
  });

  const hasOffice = spawnSync('soffice', ['--version']).status === 0;
  it.skipIf(!hasOffice)('gives the same records if LibreOffice saves it as CSV', async () => {
    const cwd = folderWith();
    const random = fc.sample(anyPaper, { numRuns: 300, seed: 7 });
    const written = [...papers, ...random].map(tidy) as Paper[];
    writeFileSync(join(cwd, 'a.xlsx'), await writeBytes('xlsx', written));
    const home = `-env:UserInstallation=file://${cwd}/home`;
    // 76 is UTF-8.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';
    execFileSync('soffice', [home, '--headless', '--convert-to', filter, 'a.xlsx'], { cwd, stdio: 'pipe' });
    const { papers: read } = parseListing(readFileSync(join(cwd, 'a.csv')));
    expect(read).toEqual(written);
  });
});
