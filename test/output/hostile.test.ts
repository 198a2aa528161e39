import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { outputFormats } from '../../src/output/index.ts';
import { paperKeys } from '../../src/paper/keys.ts';
import { type Paper, paperSchema } from '../../src/paper/paper.ts';
import { paper, write, writeBytes } from './papers.ts';

const hostileTexts = [
  '=HYPERLINK("http://evil.example","x")',
  '+cmd|calc!A0',
  '@SUM(1)',
  '</script><script>alert(1)</script><!--',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '[x](javascript:alert(1)) ![y](z) `code` **b**',
  String.raw`\input{/etc/passwd} \write18{rm} } \end{document} {`,
  String.raw`\href{javascript:alert(1)}{x} $\csname x$ \emph{`,
  '\u001b[31mred\u0007 \u009b2J \u202egnp.exe \u2066x\u200f',
  'a\r\nTY  - JOUR\nER  - \r\n@misc{x,',
  '\u2028 \u2029 \ufeff',
  '_x0041_ ]]> &amp; &#60;',
  '.'.repeat(300),
];

/** A paper with the text in every key that contains text of a listing. */
function hostilePaper(text: string): Paper {
  return paper({
    title: text,
    abstract: text,
    id: text,
    url: text,
    authors: [text, `${text} ${text}`],
    organization: text,
    submittedBy: text,
    githubUrl: text,
    categories: [text],
    venue: text,
    volume: text,
    issue: text,
    pages: text,
    authorComment: text,
    journalRef: text,
    doi: text,
    reportNumber: text,
    source: { file: text, line: 1, format: text },
  });
}

const papers = hostileTexts.map(hostilePaper);
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

describe('hostile texts in every key', () => {
  it.each(paperKeys.filter((key) => key !== 'source'))('stand in %s if it may hold any text', (key) => {
    const text = '</script><b>';
    const mayBe = [text, [text]].filter((value) => paperSchema.shape[key].safeParse(value).success);
    if (mayBe.length > 0) expect(JSON.stringify(hostilePaper(text)[key])).toContain(text);
  });

  it.each(outputFormats.map(({ name }) => name))('are written as %s without an error', async (format) => {
    expect((await writeBytes(format, papers, { columns: paperKeys })).length).toBeGreaterThan(0);
  });

  it.each(['list', 'table', 'markdown'])('contain no terminal control sequences in %s', async (format) => {
    expect(await write(format, papers, { full: true })).not.toMatch(CONTROLS);
  });

  it.each([
    ['csv', ','],
    ['tsv', '\t'],
  ])('contain no formulas in %s', async (format, delimiter) => {
    const rows: string[][] = parse(await write(format, papers, { columns: paperKeys }), { delimiter });
    expect(rows).toHaveLength(papers.length + 1);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
  });

  it('are text in a workbook', async () => {
    const { sheets } = await readXlsx(await writeBytes('xlsx', papers));
    const [header = [], ...rows] = sheets[0]?.rows ?? [];
    expect(rows.map((row) => row[header.indexOf('venue')])).toEqual(
      // XML has no control characters; `_x005F_` stands for `_` in Excel.
      hostileTexts.map((text) => expect.stringContaining(text.replace(/[\0-\x1f].*|_x.*/su, '').slice(0, 300))),
    );
  });

  it('are unchanged in JSON', async () => {
    expect(JSON.parse(await write('json', papers))).toEqual(papers);
  });

  it('end no element of a page', async () => {
    const [, data = ''] = (await write('html', papers)).split('id="data">');
    expect(data.slice(0, data.indexOf('</script>'))).not.toMatch(/[<>&\u2028\u2029]/);
  });

  it('begin no field and no record in references', async () => {
    const ris = (await write('ris', papers)).split('\r\n').filter((line) => line !== '');
    expect(ris.filter((line) => !/^[A-Z][A-Z0-9] {2}- [^\p{Cc}\u2028\u2029]*$/u.test(line))).toEqual([]);
    expect(ris.filter((line) => line.startsWith('ER'))).toHaveLength(papers.length);
    const bibtex = await write('bibtex', papers);
    expect(bibtex.match(/^@/gm)).toHaveLength(papers.length);
    expect(bibtex).not.toMatch(/\\(?:input|write18?|csname|end\{document)/);
    expect(JSON.parse(await write('csl-json', papers))).toHaveLength(papers.length);
  });
});
