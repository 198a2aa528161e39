import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as Library from '../../src/index.ts';
import { listing, papers, withoutVotes } from '../cli/listing.ts';
import { folderWith } from '../cli/run.ts';
import { checkAccount } from '../read-listing.ts';

const built = new URL('../../dist/index.js', import.meta.url).href;
let library: typeof Library;

beforeAll(async () => {
  const { parseListing, ...others }: typeof Library = await import(built);
  library = {
    ...others,
    parseListing(listing, options) {
      const parsed = parseListing(listing, options);
      checkAccount(parsed.lines);
      return parsed;
    },
  };
});

const text = listing();
const plain = withoutVotes(text);

function chunks(bytes: Uint8Array, length: number): Readable {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += length) pieces.push(bytes.subarray(at, at + length));
  return Readable.from(pieces);
}

async function collect(source: AsyncIterable<Uint8Array>, options?: Library.ReadOptions): Promise<Library.Paper[]> {
  const found: Library.Paper[] = [];
  for await (const paper of library.readPapers(source, options)) found.push(paper);
  return found;
}

describe('parseListing', () => {
  it('reads text, and bytes in any encoding', () => {
    const { papers: found, diagnostics, format, lines } = library.parseListing(text);
    expect(found).toMatchObject(papers);
    expect(format).toBe('daily-papers');
    expect(diagnostics).toEqual([]);
    expect(library.parseListing(plain).diagnostics.map(({ code }) => code)).toEqual(['count-assumed']);
    expect(lines.total).toBe(text.split('\n').length - 1);
    expect(library.parseListing(Buffer.from(`\ufeff${text}`, 'utf16le')).papers).toEqual(found);
    expect(library.parseListing(new TextEncoder().encode(text)).papers).toEqual(found);
  });

  it('reads every format synchronously', () => {
    for (const record of [JSON.stringify(papers), papers.map((paper) => JSON.stringify(paper)).join('\n')]) {
      expect(library.parseListing(record)).toMatchObject({ format: 'json', papers });
    }
    const page =
      '<html><head><title>Daily Papers - Hugging Face</title></head><body><p>Nothing today</p></body></html>';
    expect(library.parseListing(page).format).toBe('html');
    const api = [{ paper: { id: '2406.01234', title: 'A Title', summary: 'An abstract.' }, title: 'A Title' }];
    expect(library.parseListing(JSON.stringify(api)).format).toBe('json');
    const arxiv = '<html><body><dl id="articles"></dl></body></html>';
    expect(library.parseListing(arxiv).format).toBe('html');
  });

  it('finds nothing in text of no known format, without throwing', () => {
    expect(library.parseListing('Buy string.\n')).toEqual({
      papers: [],
      diagnostics: [],
      format: null,
      lines: { total: 1, blank: 0, paper: 0, boilerplate: 0, unrecognized: 1 },
    });
    expect(library.parseListing('').format).toBe(null);
  });

  it('follows its options', () => {
    const undated = text.replace(/, 20\d\d/g, '');
    const dates = (options: Library.ParseOptions) =>
      library.parseListing(undated, options).papers.map(({ date }) => date);
    expect(dates({ asOf: '2019-06-01' })).toEqual(['2019-03-06', '2019-05-20', '2018-11-30']);
    expect(dates({ modified: new Date(2021, 11, 31) })).toEqual(['2021-03-06', '2021-05-20', '2021-11-30']);
    expect(library.parseListing(plain, { trailingCount: 'comments' }).papers[0]).toMatchObject({ commentCount: 12 });
    expect(library.parseListing(text, { file: 'a.txt' }).papers[0]?.source).toMatchObject({ file: 'a.txt' });
    expect(library.parseListing(text, { formatIn: 'arxiv-listing' }).papers).toEqual([]);
  });

  it('says which option is invalid', () => {
    expect(() => library.parseListing(text, { formatIn: 'dayly-papers' as 'daily-papers' })).toThrow(
      library.InvalidValueError,
    );
    expect(() => library.parseListing(text, { formatIn: 'dayly-papers' as 'daily-papers' })).toThrow(
      'did you mean daily-papers?',
    );
    expect(() => library.parseListing(text, { asOf: '2024-02-30' })).toThrow('asOf 2024-02-30: there is no such day');
    expect(() => library.parseListing(Buffer.from(text), { encoding: 'klingon' })).toThrow('encoding klingon');
  });
});

describe('readPapers', () => {
  it('reads a stream, however it is cut, compressed or not', async () => {
    const expected = library.parseListing(text).papers;
    const bytes = new TextEncoder().encode(text);
    for (const length of [1, 7, 1000, 1_000_000]) {
      expect(await collect(chunks(bytes, length))).toEqual(expected);
      expect(await collect(chunks(gzipSync(bytes), length))).toEqual(expected);
    }
    expect(await collect(new Blob([text]).stream() as unknown as AsyncIterable<Uint8Array>)).toEqual(expected);
    expect(await collect(Readable.from([]))).toEqual([]);
    expect(await collect(chunks(new TextEncoder().encode(JSON.stringify(expected)), 100))).toEqual(expected);
  });

  it('yields papers while the stream continues, and closes the stream if no more are wanted', async () => {
    let given = 0;
    let isClosed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          given += 1;
          yield new TextEncoder().encode(text);
        }
      } finally {
        isClosed = true;
      }
    }
    let found = 0;
    for await (const _ of library.readPapers(endless())) {
      found += 1;
      if (found === 1000) break;
    }
    expect(isClosed).toBe(true);
    expect(given).toBeLessThan(2000);
  });

  it('passes diagnostics to the callback', async () => {
    const diagnostics: Library.Diagnostic[] = [];
    const damaged = plain.replace(/ {2}• 1 author\n·\n.*\n/, '');
    await collect(Readable.from([Buffer.from(damaged)]), {
      onDiagnostic: (diagnostic) => diagnostics.push(diagnostic),
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['count-assumed', 'missing-metadata']);
  });

  it('continues undisturbed while another listing is parsed', async () => {
    const many = text.replace('May 20, 2024', 'May 20').repeat(1500);
    let diagnostics = 0;
    const found = await collect(chunks(Buffer.from(many), 300_000), {
      onDiagnostic: ({ code }) => {
        if (code !== 'year-inferred') return;
        diagnostics += 1;
        if (diagnostics % 100 === 1) library.parseListing('x\n\n'.repeat(100_000));
      },
    });
    expect(diagnostics).toBe(1500);
    const titles = papers.map(({ title }) => title);
    expect(found.map(({ title }) => title)).toEqual(Array.from({ length: 1500 }, () => titles).flat());
  });

  it('throws after the papers before the damage', async () => {
    const whole = gzipSync(text);
    const found: string[] = [];
    await expect(async () => {
      for await (const { title } of library.readPapers(Readable.from([whole.subarray(0, -8)]))) found.push(title);
    }).rejects.toThrow(library.SourceError);
    expect(found).toEqual(papers.map(({ title }) => title));
    await expect(collect(Readable.from([]), { asOf: 'soon' })).rejects.toThrow(library.InvalidValueError);
  });
});

it('validates parsed papers with the schema', () => {
  expect(library.paperSchema.array().parse(library.parseListing(text).papers)).toHaveLength(3);
});

it('has no side effects on import', () => {
  const script = `import(${JSON.stringify(built)}).then(() => console.log(process.listenerCount('SIGINT'), process._getActiveHandles().length))`;
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  expect(execFileSync(process.execPath, ['-e', script], { cwd }).toString()).toMatch(/^0 \d\n$/);
});

describe('processing of papers', () => {
  const known: Library.Paper[] = [
    { title: 'Kites', abstract: 'They fly.', authorCount: 1, date: '2024-03-05', upvotes: 12, categories: ['cs.CL'] },
    { title: 'Clocks', abstract: null, authorCount: null, date: null, upvotes: null, year: 2023 },
  ];
  const titles = (found: Library.Paper[]) => found.map(({ title }) => title);

  it('selects papers', () => {
    expect(titles(library.selectPapers(known, { text: 'KITE' }))).toEqual(['Kites']);
    expect(titles(library.selectPapers(known, { since: '2023', until: '2023-W20' }))).toEqual(['Clocks']);
    expect(titles(library.selectPapers(known, { where: 'upvotes:>5', categories: ['cs'] }))).toEqual(['Kites']);
    expect(titles(library.selectPapers(known, { notIn: known.slice(1) }))).toEqual(titles(known.slice(0, 1)));
    expect(() => library.selectPapers(known, { since: 'soon' })).toThrow(library.InvalidValueError);
  });

  it('orders papers, with missing values last', () => {
    expect(titles(library.orderPapers(known, ['title']))).toEqual(['Clocks', 'Kites']);
    expect(titles(library.orderPapers(known, ['-upvotes'], { limit: 1 }))).toEqual(['Kites']);
  });

  it('groups, deduplicates and counts papers', () => {
    expect(library.groupPapers(known, 'year').map(({ name }) => name)).toEqual(['2024', '2023']);
    expect(library.deduplicatePapers([...known, ...known])).toHaveLength(2);
    expect(library.paperStatistics(known)).toMatchObject({ papers: 2, dates: { first: '2024-03-05' } });
  });

  it('writes papers in every format', async () => {
    const formats = [
      'list',
      'table',
      'json',
      'ndjson',
      'csv',
      'tsv',
      'html',
      'markdown',
      'bibtex',
      'ris',
      'csl-json',
    ] as const;
    for (const format of formats) expect(await library.formatPapers(known, format)).toContain('Kites');
    for (const format of ['xlsx', 'parquet'] as const) {
      const pieces: Uint8Array[] = [];
      for await (const piece of library.writePapers(known, format)) pieces.push(piece);
      expect(Buffer.concat(pieces).subarray(0, 2).toString()).toBe(format === 'xlsx' ? 'PK' : 'PA');
    }
    await expect(library.formatPapers(known, 'cvs' as 'csv')).rejects.toThrow('(did you mean csv?)');
  });

  it('reads papers from a path', async () => {
    const folder = folderWith({ 'a.txt': text });
    const found: Library.Paper[] = [];
    for await (const paper of library.readPapers(join(folder, 'a.txt'))) found.push(paper);
    expect(found).toMatchObject(papers);
  });
});
