import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCell } from '../../src/paper/cells.ts';
import { paperKeys } from '../../src/paper/keys.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { unicodePaper } from '../../src/tex/unicode.ts';
import { anyPaper, paper, write } from './papers.ts';

describe('CSV', () => {
  it('has a header and the five core columns', async () => {
    const papers = [paper({ title: 'Say "hi", twice', abstract: 'a\nb', authorCount: 2, date: '2024-01-02', id: '1' })];
    expect(await write('csv', papers)).toBe(
      'title,abstract,authorCount,date,upvotes\n"Say ""hi"", twice","a\nb",2,2024-01-02,\n',
    );
  });

  it.each([false, true])('quotes a cell with any line ending, for a spreadsheet: %s', async (excel) => {
    const papers = [paper({ title: 'a\rb', abstract: 'c\nd' })];
    const end = excel ? '\r\n' : '\n';
    const text = await write('csv', papers, { columns: ['title', 'abstract'], excel });
    expect(text.replace('\ufeff', '')).toBe(`title,abstract${end}"a\rb","c\nd"${end}`);
  });

  it('separates cells with the chosen delimiter, and quotes cells that contain it', async () => {
    const papers = [paper({ title: 'Lanterns, folded', abstract: 'a; b', authors: ['Ada Byron', 'Mary Ann'] })];
    const columns = ['title', 'abstract', 'authors'] as const;
    expect(await write('csv', papers, { columns, delimiter: ';' })).toBe(
      'title;abstract;authors\nLanterns, folded;"a; b";"Ada Byron; Mary Ann"\n',
    );
  });

  it('converts TeX accents to Unicode for a spreadsheet', async () => {
    const papers = [paper({ title: String.raw`Alfv\'en waves of $\'x$`, authors: [String.raw`J. Mu\~noz`] })];
    const columns = ['title', 'authors'] as const;
    expect(await write('csv', papers, { columns, excel: true })).toContain("Alfvén waves of $\\'x$,J. Muñoz\r\n");
    expect(await write('csv', papers, { columns })).toContain(String.raw`Alfv\'en waves of $\'x$,J. Mu\~noz`);
  });

  it('warns about cells that are too long for a spreadsheet', async () => {
    const warnings: string[] = [];
    const options = { warn: (message: string) => warnings.push(message) };
    await write('csv', [paper({ abstract: 'a'.repeat(32_767) })], options);
    expect(warnings).toEqual([]);
    await write('csv', [paper({ abstract: 'a'.repeat(32_768) })], options);
    expect(warnings).toEqual(['1 cell has more than 32,767 characters: a spreadsheet will not show all of it']);
  });

  it('has a header if there are no papers', async () => {
    expect(await write('csv', [], { columns: ['id', 'doi'] })).toBe('id,doi\n');
  });

  it('writes lists, flags and the source into one cell each', async () => {
    const papers = [
      paper({
        dateInferred: true,
        authors: ['Ada Byron', 'Mary Ann'],
        categories: ['x;y'],
        source: { file: '-', line: 3, format: 'records' },
      }),
    ];
    const columns = ['dateInferred', 'authors', 'categories', 'source'] as const;
    expect(await write('csv', papers, { columns })).toBe(
      'dateInferred,authors,categories,source\n' +
        'true,Ada Byron; Mary Ann,"[""x;y""]","{""file"":""-"",""line"":3,""format"":""records""}"\n',
    );
  });

  it('writes the same rows for papers in several batches', async () => {
    const numbers = Array.from({ length: 250 }, (_, n) => n);
    const papers = numbers.map((n) => paper({ title: `Kite ${n}`, abstract: 'é' }));
    const rows = numbers.map((n) => `Kite ${n},é\n`);
    expect(await write('csv', papers, { columns: ['title', 'abstract'] })).toBe(`title,abstract\n${rows.join('')}`);
  });

  it('keeps a row whose only cell is empty', async () => {
    expect(await write('csv', [paper({}), paper({})], { columns: ['abstract'] })).toBe('abstract\n""\n""\n');
  });

  it('puts an apostrophe before formulas', async () => {
    const titles = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', "'=1", "'tis", 'a=1'];
    const text = await write(
      'csv',
      titles.map((title) => paper({ title })),
      { columns: ['title'] },
    );
    expect(text).toBe("title\n'=1+1\n'+1\n'-1\n'@SUM(A1)\n'＝1\n''=1\n'tis\na=1\n");
  });

  it('leaves formulas unchanged if requested', async () => {
    const papers = [paper({ title: '=1+1' }), paper({ title: "'=1+1" })];
    expect(await write('csv', papers, { columns: ['title'], escapeFormulas: false })).toBe("title\n=1+1\n''=1+1\n");
  });

  it('has a byte order mark, CRLF and ids as text for a spreadsheet', async () => {
    const papers = [paper({ id: '2503.02130' })];
    expect(await write('csv', papers, { columns: ['id', 'title'], excel: true })).toBe(
      '\ufeffid,title\r\narXiv:2503.02130,A Title\r\n',
    );
  });
});

describe('TSV', () => {
  it('quotes only cells that contain a tab, a line break or a quote', async () => {
    const papers = [paper({ title: 'a, b; c', abstract: 'tab\there' })];
    expect(await write('tsv', papers, { columns: ['title', 'abstract'] })).toBe(
      'title\tabstract\na, b; c\t"tab\there"\n',
    );
  });
});

/** The papers in a table, read by another CSV parser, with cells decoded. */
function read(table: string, delimiter: string): Paper[] {
  const rows: Record<string, string>[] = parse(table, { delimiter, columns: true, bom: true });
  return rows.map((row) => {
    const keys = paperKeys.map((key) => [key, decodeCell(key, row[key] ?? '')] as const);
    return paper(Object.fromEntries(keys.filter(([, value]) => value !== undefined)));
  });
}

describe.each([
  ['csv', ','],
  ['tsv', '\t'],
])('%s', (format, delimiter) => {
  it('is read back as the same papers', async () => {
    const options = fc.record({ escapeFormulas: fc.boolean(), excel: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(anyPaper, { maxLength: 4 }), options, async (papers, chosen) => {
        const table = await write(format, papers, { ...chosen, columns: paperKeys });
        expect(read(table, delimiter)).toEqual(chosen.excel ? papers.map(unicodePaper) : papers);
      }),
      { numRuns: 1000 },
    );
  });

  it('never contains a cell that a spreadsheet would run', async () => {
    await fc.assert(
      fc.asyncProperty(anyPaper, async (hostile) => {
        const rows: string[][] = parse(await write(format, [hostile], { columns: paperKeys }), { delimiter });
        expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a cell saved again by a spreadsheet', () => {
  it('keeps its meaning', () => {
    expect(decodeCell('dateInferred', 'TRUE')).toBe(true);
    expect(decodeCell('authors', 'Ada Byron;Mary Ann')).toEqual(['Ada Byron', 'Mary Ann']);
  });

  it('stays text if it is not a valid value of its column', () => {
    expect(decodeCell('upvotes', '12 points')).toBe('12 points');
    expect(decodeCell('source', '{')).toBe('{');
    expect(decodeCell('authors', '[1')).toBe('[1');
  });
});
