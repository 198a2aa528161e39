import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ListingParser } from '../../../src/formats/listing-parser.ts';
import { preloadReaders } from '../../../src/formats/preload.ts';
import { corePaperKeys, paperKeys } from '../../../src/paper/keys.ts';
import type { Paper } from '../../../src/paper/paper.ts';
import { UNCLEAN } from '../../../src/text/white-space.ts';
import { anyPaper, paper, write } from '../../output/papers.ts';
import { readListing } from '../../read-listing.ts';

async function read(text: string) {
  const reading = await readListing(text);
  const diagnostics = reading.diagnostics.filter(
    ({ severity, code }) => severity !== 'info' || code === 'fields-not-read',
  );
  return { ...reading, diagnostics };
}

describe('records written by offprint', () => {
  const titled = anyPaper.filter(({ title }) => title.trim() !== '');
  const papers = fc.array(titled, { minLength: 1, maxLength: 5 });

  it.each(['json', 'ndjson'])('come back unchanged from %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(papers, async (written) => {
        const { papers: found, diagnostics } = await read(await write(format, written));
        expect({ found, diagnostics }).toEqual({ found: written, diagnostics: [] });
      }),
      { numRuns: 150 },
    );
  });

  // Another program does not escape what the input stage cleans.
  const isKept = (value: Paper) => !UNCLEAN.test(JSON.stringify(value));

  it('come back from JSON with special spaces and characters without width', async () => {
    const titles = ['\u00a0\u2009\u202f', 'A\u200b\u2060\ufeffkite\u200e'].map((text) => `Kites ${text}!`);
    const written = titles.map((title) => paper({ title }));
    expect((await read(await write('ndjson', written))).papers.map(({ title }) => title)).toEqual(titles);
  });

  it('come back unchanged from JSON formatted by another program', async () => {
    const plain = fc.array(titled.filter(isKept), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(plain, fc.constantFrom(0, 1, 2), async (written, space) => {
        expect((await read(JSON.stringify(written, null, space))).papers).toEqual(written);
      }),
      { numRuns: 150 },
    );
  });

  // A table is text, so the repairs of the input stage also apply to its cells.
  const isClean = (value: Paper) =>
    isKept(value) && !/[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]|\\[rbf]|\\u00/u.test(JSON.stringify(value));

  it.each([
    ['csv', {}],
    ['tsv', {}],
    ['tsv', { escapeFormulas: false }],
  ] as const)('come back unchanged from %s %o', async (format, options) => {
    await fc.assert(
      fc.asyncProperty(fc.array(titled.filter(isClean), { minLength: 1, maxLength: 5 }), async (written) => {
        const text = await write(format, written, { ...options, columns: paperKeys });
        const { papers: found, diagnostics } = await read(text);
        expect({ found, diagnostics }).toEqual({ found: written, diagnostics: [] });
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['csv', {}],
    ['csv', { excel: true }],
    ['tsv', {}],
  ] as const)(
    'come back from %s %o, with a line break for each carriage return in a value',
    async (format, options) => {
      const written = [paper({ title: 'Kites\rand Sheep', abstract: 'One\r\rtwo\r\nthree' }), paper({ title: 'Owls' })];
      const { papers: found, diagnostics } = await read(
        await write(format, written, { ...options, columns: corePaperKeys }),
      );
      expect({ found, diagnostics }).toEqual({
        found: [paper({ title: 'Kites\nand Sheep', abstract: 'One\n\ntwo\nthree' }), paper({ title: 'Owls' })],
        diagnostics: [],
      });
    },
  );

  it.each(['csv', 'tsv'])('come back from %s with texts that are JSON', async (format) => {
    const written = [paper({ title: '{"title": "Kites"}', abstract: '[{"title": "Owls", "abstract": "We fly."}]' })];
    expect((await read(await write(format, written, { columns: corePaperKeys }))).papers).toEqual(written);
  });

  it.each(['csv', 'tsv'])('come back from %s with values that are names of columns', async (format) => {
    const written = [paper({ title: 'title', venue: 'id' }), paper({ title: 'Owls', venue: 'Annals of Owls' })];
    const text = await write(format, written, { columns: [...corePaperKeys, 'venue'] });
    expect((await read(text)).papers).toEqual(written);
    expect((await read(text + text)).papers).toEqual([...written, ...written]);
  });

  it('come back unchanged if rows arrive in many blocks', async () => {
    const written = Array.from({ length: 3000 }, (_, index) =>
      paper({ title: `Paper ${index}`, abstract: `line\n\n"${'x'.repeat(index % 300)}", ${index}` }),
    );
    const { papers: found, starts, lines } = await read(await write('csv', written, { columns: corePaperKeys }));
    expect(found).toEqual(written);
    expect(starts.slice(0, 3)).toEqual([2, 5, 8]);
    expect(lines).toEqual({ total: 9001, blank: 3000, paper: 6000, boilerplate: 1, unrecognized: 0 });
  });
});

describe('records that somebody changed', () => {
  it('keep their values, and an unknown key is named', async () => {
    const { papers, diagnostics, lines } = await readListing(
      '{"title":"One"}\n{"title":"","upvotes":-1,"id":"2401.00001"}\n{"title":"Two","extra":1}\n',
    );
    expect(papers).toEqual([paper({ title: 'One' }), paper({ title: 'Two' })]);
    expect(diagnostics).toMatchObject([
      { code: 'missing-title', line: 2 },
      { code: 'fields-not-read', message: '1 field not read: extra' },
    ]);
    expect(lines).toEqual({ total: 3, blank: 0, paper: 2, boilerplate: 0, unrecognized: 1 });
  });

  it.each([
    ['an invalid number', 'title,upvotes\nOne,12 points\nTwo,3\n', 'bad-number', '12 points'],
    ['a date that does not exist', 'title,date\nOne,2023-02-30\nTwo,2024-02-29\n', 'bad-date', '2023-02-30'],
  ])('lose only %s', async (_name, text, code, message) => {
    const { papers, diagnostics } = await read(text);
    expect(papers.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(diagnostics).toMatchObject([{ code, line: 2, message: expect.stringContaining(message) }]);
  });

  it.each([
    ['too many cells', 'title,date\nOne,,x\nTwo,\n', 'invalid-record', '3 cells in a table of 2 columns'],
    ['a stray quote', 'title,date\n"One" x,\nTwo,\n', 'invalid-record', 'never closed'],
    ['no title', 'title,abstract\n,1\nTwo,1\n', 'missing-title', 'title'],
  ])('lose only the row of a table with %s', async (_name, text, code, message) => {
    const { papers, diagnostics, lines } = await read(text);
    expect(papers.map(({ title }) => title)).toEqual(['Two']);
    expect(diagnostics).toMatchObject([{ code, line: 2, message: expect.stringContaining(message) }]);
    expect(lines).toMatchObject({ paper: 1, boilerplate: 1, unrecognized: 1 });
  });

  it.each(['title,abstract\n"  ",One\nTwo,Three\n', '{"title":" \\t","abstract":"One"}\n{"title":"Two"}\n'])(
    'reports titles of only white space: %j',
    async (text) => {
      const { papers, diagnostics } = await read(text);
      expect(papers.map(({ title }) => title)).toEqual(['Two']);
      expect(diagnostics.map(({ code }) => code)).toEqual(['missing-title']);
    },
  );

  it('accepts rows without the empty cells at the end, which a spreadsheet leaves out', async () => {
    const { papers, diagnostics } = await read('title,date,note\nOne\nTwo,2024-02-29,\n');
    expect(papers.map(({ title, date }) => [title, date])).toEqual([
      ['One', null],
      ['Two', '2024-02-29'],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('reports a table that breaks off', async () => {
    const { papers, diagnostics } = await read('title,date,venue\nOne,,\nTwo,2024');
    expect(papers.map(({ title }) => title)).toEqual(['One']);
    expect(diagnostics).toMatchObject([{ code: 'truncated-entry', line: 3 }]);
  });

  it('removes control characters that escapes bring into texts', async () => {
    const { papers, diagnostics } = await read(
      '{"title":"One\\u0007 Bell","authors":["A\\u009b1m"]}\n{"title":"\\u0000"}\n',
    );
    expect(papers).toEqual([paper({ title: 'One Bell', authors: ['A1m'], authorCount: 1 })]);
    expect(diagnostics).toMatchObject([{ code: 'missing-title', line: 2 }]);
  });

  it('reports the first line of a record in JSON formatted by another program', async () => {
    const text = JSON.stringify([{ title: 'One' }, { abstract: 'Two' }, { title: 'Three' }], null, 2);
    const { papers, diagnostics, lines } = await read(text);
    expect(papers.map(({ title }) => title)).toEqual(['One', 'Three']);
    expect(diagnostics).toMatchObject([{ code: 'missing-title', line: 5 }]);
    expect(lines).toEqual({ total: 11, blank: 0, paper: 6, boilerplate: 2, unrecognized: 3 });
  });
});

describe('damaged records', () => {
  it('reports invalid JSON with line and column, and keeps the other records', async () => {
    const { papers, diagnostics, lines } = await read(
      '[\n{"title":"One"},\n  {"title":"Two";},\n{"title":"Three"}\n]\n',
    );
    expect(papers.map(({ title }) => title)).toEqual(['One', 'Three']);
    expect(diagnostics).toMatchObject([{ code: 'invalid-json', line: 3, column: 17 }]);
    expect(lines).toEqual({ total: 5, blank: 0, paper: 2, boilerplate: 2, unrecognized: 1 });
  });

  it('keeps every record before the end of truncated data', async () => {
    const ndjson = await read('{"title":"One"}\n{"title":"Tw');
    expect(ndjson.papers.map(({ title }) => title)).toEqual(['One']);
    expect(ndjson.diagnostics).toMatchObject([{ code: 'invalid-json', line: 2, column: 13 }]);
    const oneLine = await read('[{"title":"One"},{"title":"Two"},{"title"');
    expect(oneLine.papers.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(oneLine.diagnostics).toMatchObject([{ code: 'invalid-json', line: 1, column: 42 }]);
    const table = await read('title,abstract\nOne,two\nThree,"four\n\nfive');
    expect(table.papers.map(({ title }) => title)).toEqual(['One']);
    expect(table.diagnostics).toMatchObject([{ code: 'invalid-record', line: 3 }]);
    expect(table.lines).toEqual({ total: 5, blank: 1, paper: 1, boilerplate: 1, unrecognized: 2 });
  });

  it('loses only the row of a table with a stray quote', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => `Kite ${index},"of paper, and string",2024-03-06`);
    rows[3] = 'Kite 3,"of paper,2024-03-06';
    const { papers, diagnostics, lines } = await read(['title,abstract,date', ...rows].join('\n'));
    expect(papers).toHaveLength(29_999);
    expect(papers[3]).toMatchObject({ title: 'Kite 4', abstract: 'of paper, and string' });
    expect(diagnostics).toMatchObject([{ code: 'invalid-record', line: 5 }]);
    expect(lines).toMatchObject({ paper: 29_999, boilerplate: 1, unrecognized: 1 });
  });

  it('does not wait forever for the end of a stray quote in a table', () => {
    expect(countWithoutEnd(`title,abstract\n"One,two\n${'Kite,of paper\n'.repeat(2_000_000)}`)).toBeGreaterThan(0);
  });

  it('reports values that are not records', async () => {
    const { papers, diagnostics, lines } = await read('{"title":"One"}\nnull\n[]\n7\n{"title":"Two"}\n');
    expect(papers.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['invalid-json', 4]]);
    expect(lines).toEqual({ total: 5, blank: 0, paper: 2, boilerplate: 2, unrecognized: 1 });
  });

  it('reports the line of a record after blank lines', async () => {
    const { papers, starts, diagnostics, lines } = await read(
      '\n\n[\n  {\n    "title": "One"\n  }, {"abstract": "B"}\n]\n',
    );
    expect([papers.length, starts]).toEqual([1, [4]]);
    expect(diagnostics).toMatchObject([{ code: 'missing-title', line: 6 }]);
    expect(lines).toMatchObject({ total: 7, blank: 2 });
  });

  it('reads several records per line', async () => {
    const { papers, diagnostics } = await read('{"title":"One"}\n{"title":"Two"},{"title":"Three"}\n');
    expect(papers.map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
    expect(diagnostics).toEqual([]);
  });
});

it('repairs an identifier that a spreadsheet rounded, unless its address says otherwise', async () => {
  const rows = ['One,,,,,2405.0001,', 'Two,,,,,2405.0001,https://arxiv.org/abs/2405.00010'];
  const other = 'Three,,,,,2405.0001,https://arxiv.org/abs/2405.00017';
  const separated = ['Four,,,,,"2,405.0001",', 'Five,,,,,"2405,0001",'];
  const head = 'title,abstract,authorCount,date,upvotes,id,url';
  const { papers } = await read([head, ...rows, other, ...separated].join('\n'));
  expect(papers.map(({ id }) => id)).toEqual(['2405.00010', '2405.00010', '2405.0001', '2405.00010', '2405.00010']);
});

it('reads consecutive tables with different columns', async () => {
  const { papers, lines } = await read('title,upvotes\nOne,1\n\ufeffdate,title\n2024-01-01,Two\n');
  expect(papers).toEqual([paper({ title: 'One', upvotes: 1 }), paper({ title: 'Two', date: '2024-01-01' })]);
  expect(lines).toMatchObject({ paper: 2, boilerplate: 2 });
});

it('skips a repeated header where two tables were joined', async () => {
  const table = '\ufeff"Authors","Title","EID"\n"Ada Clay","One","7"\n';
  const { papers, lines } = await read(table + table);
  expect(papers.map(({ title }) => title)).toEqual(['One', 'One']);
  expect(lines).toMatchObject({ paper: 2, boilerplate: 2 });
});

/** The papers that are read from a text whose end has not arrived. */
function countWithoutEnd(text: string): number {
  preloadReaders();
  let found = 0;
  const parser = new ListingParser(
    { modified: '2026-10-02', trailingCount: 'upvotes' },
    { paper: () => (found += 1), diagnostic: () => {} },
  );
  parser.push(Buffer.from(text));
  return found;
}

describe('JSON over many lines that is too long to hold completely', () => {
  it('does not wait forever for the end of an array', () => {
    const record = '{"title":"Kite","abstract":"Paper and string, and wind."},\n';
    expect(countWithoutEnd(`{"kites": [\n${record.repeat(250_000)}`)).toBeGreaterThan(100_000);
  });

  const records = Array.from({ length: 180_000 }, (_, index) => ({
    title: `Kite ${index}`,
    abstract: 'Paper and string, and wind.',
    authors: ['A. Sail'],
  }));
  const titlesOf = (papers: readonly { title: string }[]) => papers.map(({ title }) => title);
  const titles = titlesOf(records);

  it.each([
    ['as an array', JSON.stringify(records, null, 4)],
    ['in an object', JSON.stringify({ papers: records, next: null }, null, 2)],
    ['one after the other', records.map((record) => JSON.stringify(record, null, 2)).join('\n')],
  ])('reads records %s in parts, without loss', async (_, text) => {
    expect(text.length).toBeGreaterThan(17 * 1024 * 1024);
    const { papers, diagnostics, lines } = await readListing(text);
    expect(titlesOf(papers)).toEqual(titles);
    expect([diagnostics, lines.unrecognized]).toEqual([[], 0]);
  });

  it('skips values that are not papers, however long', async () => {
    const text = `[[\n${'1,\n'.repeat(2_000_000)}2],\n{"title":"One"}\n]\n`;
    const { papers } = await readListing(text, { formatIn: 'json' });
    expect(titlesOf(papers)).toEqual(['One']);
  });
});
