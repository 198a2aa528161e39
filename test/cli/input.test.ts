import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { listing, papers } from './listing.ts';
import { executable, folderWith, offprint, startOffprint } from './run.ts';

const text = listing();
const [first = '', second = '', third = ''] = papers.map((paper) => listing([paper]));
const titlesOf = (stdout: string) => JSON.parse(stdout).map(({ title }: { title: string }) => title);
const titles = papers.map(({ title }) => title);

describe('pipes, compression and encodings', () => {
  it.each<[string, string | Uint8Array]>([
    ['by pipe', text],
    ['gzipped', zlib.gzipSync(text)],
    ['in two gzip members', Buffer.concat([zlib.gzipSync(text.slice(0, 400)), zlib.gzipSync(text.slice(400))])],
    ['with CRLF', text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\ufeff${text}`],
    ['as UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['as UTF-16 without a byte order mark', Buffer.from(text, 'utf16le')],
    ['as big-endian UTF-16 without one', Buffer.from(text, 'utf16le').swap16()],
  ])('reads the same papers %s', (_, input) => {
    const { status, stdout } = offprint([], { input });
    expect(JSON.parse(stdout)).toMatchObject(papers);
    expect(status).toBe(0);
    const file = join(folderWith({ dump: input }), 'dump');
    expect(offprint([file]).stdout).toBe(stdout);
    expect(offprint([], { input: readFileSync(file) }).stdout).toBe(stdout);
  });

  it('reads papers from a named pipe, whichever side opens it first', async () => {
    const cwd = folderWith({ dump: text });
    execFileSync('mkfifo', ['pipe'], { cwd });
    const { child, exit } = startOffprint(['pipe', '-f', 'ndjson'], cwd);
    let stdout = '';
    child.stdout.on('data', (piece) => {
      stdout += piece;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    execFileSync('sh', ['-c', 'cat dump > pipe'], { cwd });
    expect(await exit).toMatchObject({ code: 0 });
    expect(stdout.trim().split('\n')).toHaveLength(3);
    expect(execFileSync('bash', ['-c', `"${process.execPath}" "${executable}" <(cat dump)`], { cwd }).toString()).toBe(
      offprint(['dump'], { cwd }).stdout,
    );
  });
});

describe('operands', () => {
  const files = { 'b/2.txt': second, 'b/1.txt': third, 'b/.hidden.txt': first, 'a.txt': first, 'b/c/3.txt': first };

  it('reads operands in order, and the files of folders sorted and without hidden ones', () => {
    const cwd = folderWith(files);
    expect(titlesOf(offprint(['b', 'a.txt'], { cwd }).stdout)).toEqual([titles[2], titles[1], titles[0], titles[0]]);
  });

  it('expands patterns as a shell would', () => {
    const cwd = folderWith(files);
    expect(titlesOf(offprint(['b/*.txt'], { cwd }).stdout)).toEqual([titles[2], titles[1]]);
    expect(titlesOf(offprint(['**/*.txt'], { cwd }).stdout)).toEqual([titles[0], titles[2], titles[1], titles[0]]);
    expect(titlesOf(offprint(['{a.txt,b}'], { cwd }).stdout)).toEqual([titles[0], titles[2], titles[1], titles[0]]);
  });

  it('takes a plus after a bracket literally, as a shell does', () => {
    const cwd = folderWith({ 'a+.txt': listing(), 'ab.txt': listing(), 'aab.txt': listing() });
    expect(offprint(['grep', '-l', 'e', '[ab]+.txt'], { cwd }).stdout).toBe('a+.txt\n');
  });

  it('rejects patterns whose braces expand to too many names', () => {
    const { status, stderr } = offprint(['{a,b}'.repeat(25)], { cwd: folderWith() });
    expect(status).toBe(2);
    expect(stderr).toContain('its braces expand to more than 10000 names');
    const range = offprint(['{1..99999999}.txt'], { cwd: folderWith() });
    expect(range.stderr).toContain('its braces expand to more than 10000 names');
  });

  it.skipIf(process.platform !== 'linux')('accepts file names in bytes that are not UTF-8', () => {
    const cwd = folderWith();
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/caf`), Buffer.from([0xe9]), Buffer.from('.txt')]), listing());
    const run = spawnSync('bash', ['-c', `"${process.execPath}" "${executable}" -f ndjson $'caf\\xe9.txt'`], { cwd });
    expect([run.status, run.stdout.toString().split('\n').length - 1]).toEqual([0, papers.length]);
  });

  it('reads files whose names look like patterns', () => {
    const cwd = folderWith({ '[1]*.txt': first, '1x.txt': second });
    expect(titlesOf(offprint(['[1]*.txt'], { cwd }).stdout)).toEqual([titles[0]]);
  });

  it('reads standard input among files', () => {
    const cwd = folderWith({ 'a.txt': first });
    expect(titlesOf(offprint(['a.txt', '-', 'a.txt'], { cwd, input: second }).stdout)).toEqual([
      titles[0],
      titles[1],
      titles[0],
    ]);
  });

  it('follows links to files, but not in circles', () => {
    const cwd = folderWith({ 'd/a.txt': first, 'other/b.txt': second });
    symlinkSync('..', join(cwd, 'd/loop'));
    symlinkSync('../other/b.txt', join(cwd, 'd/link.txt'));
    const { stdout, status } = offprint(['d'], { cwd });
    expect([titlesOf(stdout), status]).toEqual([[titles[0], titles[1]], 0]);
    expect(titlesOf(offprint(['d/**'], { cwd }).stdout)).toEqual([titles[0], titles[1]]);
  });
});

describe('inputs that cannot be read', () => {
  const failing = (operands: string[], cwd: string) => {
    const { status, stdout, stderr } = offprint(['-q', ...operands, 'good.txt'], { cwd });
    expect([titlesOf(stdout), status]).toEqual([[titles[0]], 2]);
    return stderr;
  };

  it('names a missing file and reads the others', () => {
    expect(failing(['none.txt'], folderWith({ 'good.txt': first }))).toBe(
      'offprint: none.txt: no such file or directory\n',
    );
  });

  it.each(['empty', 'e*y'])('names an empty folder and reads the others: %s', (operand) => {
    const cwd = folderWith({ 'good.txt': first });
    mkdirSync(join(cwd, 'empty'));
    expect(failing([operand], cwd)).toBe(`offprint: ${operand}: contains no files to read\n`);
  });

  it('names a pattern without matches and reads the others', () => {
    expect(failing(['*.md'], folderWith({ 'good.txt': first }))).toBe('offprint: *.md: no file matches\n');
  });

  it.skipIf(process.getuid?.() === 0)('names a file or folder without permission and reads the others', () => {
    const cwd = folderWith({ 'good.txt': first, 'secret.txt': first, 'd/a.txt': first });
    chmodSync(join(cwd, 'secret.txt'), 0);
    chmodSync(join(cwd, 'd'), 0);
    const stderr = failing(['secret.txt', 'd'], cwd);
    chmodSync(join(cwd, 'd'), 0o700);
    expect(stderr).toBe('offprint: secret.txt: permission denied\noffprint: d: permission denied\n');
  });

  it('names a broken link and reads the others', () => {
    const cwd = folderWith({ 'good.txt': first });
    mkdirSync(join(cwd, 'd'));
    symlinkSync('nowhere', join(cwd, 'd/broken'));
    symlinkSync('endless', join(cwd, 'endless'));
    expect(failing(['d', 'endless'], cwd)).toBe(
      'offprint: d/broken: no such file or directory\noffprint: endless: too many symbolic links encountered\n',
    );
  });

  it('reports compressed data that are damaged or truncated, and keeps the papers before the damage', () => {
    const many = Array.from({ length: 400 }, (_, index) => ({
      title: `Kite Number ${index} Over ${(index * 7919) % 1009} Fields`,
      abstract: `We fly kite ${index} for ${(index * 104729) % 997} hours and write down what the ${(index * 31) % 89} sheep below it do.`,
      authorCount: 1 + (index % 9),
      date: '2024-03-06',
      upvotes: 1 + ((index * 6151) % 211),
    }));
    const whole = zlib.gzipSync(listing(many));
    const cut = whole.subarray(0, whole.length >> 1);
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, cut.length, cut.length + 64);
    const wrongSum = Buffer.from(whole);
    wrongSum.writeUInt32LE(1, whole.length - 8);
    const cwd = folderWith({ 'cut.gz': cut, 'damaged.gz': damaged, 'sum.gz': wrongSum });
    const expectations: [string, number, RegExp][] = [
      ['cut.gz', 180, /^offprint: cut\.gz: damaged gzip data: unexpected end of file\n$/],
      ['damaged.gz', 130, /^offprint: damaged\.gz: damaged gzip data: .+\n$/],
      ['sum.gz', 340, /^offprint: sum\.gz: damaged gzip data: incorrect data check\n$/],
    ];
    for (const [file, least, message] of expectations) {
      for (const run of [offprint([file, '-q'], { cwd }), offprint(['-q'], { input: readFileSync(join(cwd, file)) })]) {
        const read = titlesOf(run.stdout);
        expect(run.status).toBe(2);
        expect(read.length).toBeGreaterThan(least);
        expect(read.slice(0, least)).toEqual(many.slice(0, least).map(({ title }) => title));
        expect(run.stderr.replace('standard input', file)).toMatch(message);
      }
    }
  });

  it('reports compressed data that expand too far, within little memory', () => {
    const bomb = zlib.gzipSync(Buffer.alloc(150_000_000, 'x\n'));
    const cwd = folderWith({ 'bomb.gz': bomb, 'good.txt': first });
    const { stdout, stderr, status } = offprint(['bomb.gz', 'good.txt'], { cwd });
    expect(stderr).toContain(
      'offprint: bomb.gz: gzip data expands to more than 200 times its size (--max-expansion allows more)\n',
    );
    expect([titlesOf(stdout), status]).toEqual([[titles[0]], 2]);
    expect(offprint(['bomb.gz', '--max-expansion', '2000'], { cwd }).stderr).toContain('no paper listing recognized');
  });

  it.skipIf('createZstdDecompress' in zlib)('reports zstd data if Node cannot decompress them', () => {
    const cwd = folderWith({ 'a.zst': Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0, 0]), 'good.txt': first });
    expect(failing(['a.zst'], cwd)).toMatch(
      /^offprint: a\.zst: zstd data, which this version of Node \(v[\d.]+\) cannot/,
    );
  });

  it('fails for a file in no known format only if there are no others', () => {
    const cwd = folderWith({ 'notes.md': 'Buy string.\nBuy paper.\n', 'empty.txt': '', 'good.txt': first });
    const known = formats.map(({ name }) => name).join(', ');
    const message = (file: string) =>
      `offprint: no paper listing recognized in ${file}, which looks like text without papers (known formats: ${known})\n`;
    const empty = (file: string) => `offprint: no paper listing recognized in ${file}, which is empty\n`;
    expect(offprint(['empty.txt', 'notes.md', 'good.txt', 'empty.txt'], { cwd })).toMatchObject({
      status: 0,
      stderr: expect.stringContaining(empty('empty.txt') + message('notes.md') + empty('empty.txt')),
    });
    expect(offprint(['notes.md'], { cwd })).toEqual({
      status: 1,
      signal: null,
      stdout: '',
      stderr: message('notes.md'),
    });
    expect(offprint([]).stderr).toBe(empty('standard input'));
  });

  it.each([
    ['%PDF-1.7\n', 'a PDF: extract its text first, for example with pdftotext'],
    ['PK\u0003\u0004rest', 'a workbook or another zip archive: save the sheet as CSV, or unpack it'],
    [
      'name,price,shop\nString,3,Here\n',
      'a table without a column of titles: its first row must name the columns, such as title,authors,date',
    ],
    ['{"price": 3}\n', 'JSON without titles of papers'],
    ['<!doctype html><p>String</p>\n', 'a web page without papers'],
    ['[PDF] Kites of clay\nT Moss, A Reed - Pond, 2024\n', 'text without papers'],
    ['I flew kites, which broke, on three days, which were windy.\n', 'text without papers'],
  ])('says what an unrecognized file looks like: %j', (input, kind) => {
    const { status, stderr } = offprint([], { input });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^offprint: no paper (?:listing recognized|found) in standard input/);
    if (stderr.includes('recognized')) expect(stderr).toContain(`which looks like ${kind} (known`);
  });

  it('names only the first few of many files in no known format', () => {
    const notes = Object.fromEntries(
      Array.from({ length: 1007 }, (_, index) => [`d/${index + 1000}.md`, 'Buy string.']),
    );
    const cwd = folderWith({ ...notes, 'd/good.txt': first });
    for (const command of ['parse', 'check']) {
      const lines = offprint([command, 'd'], { cwd }).stderr.trimEnd().split('\n');
      expect(lines.slice(1)).toEqual([
        ...[1001, 1002, 1003, 1004].map(
          (name) => `offprint: no paper listing recognized in d/${name}.md, which looks like text without papers`,
        ),
        'offprint: no paper listing recognized in 1,002 other files',
      ]);
    }
  });

  it('says that a web address is not a file', () => {
    for (const address of ['https://example.org/papers', 'HTTP://example.org/?q=kite']) {
      expect(offprint([address])).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/^offprint: http.+: .+ \(only files are read: curl -L URL \| offprint\)\n$/i),
      });
    }
  });

  it('reports an input that is also the output', () => {
    const cwd = folderWith({ 'good.txt': first, 'd/a.txt': second });
    const run = (script: string) => {
      const shell = `offprint() { "${process.execPath}" "${executable}" "$@"; }; ${script}`;
      return execFileSync('bash', ['-c', `${shell}; echo $?`], { cwd, stdio: ['ignore', 'pipe', 'pipe'] }).toString();
    };
    expect(run('offprint good.txt >> good.txt')).toBe('2\n');
    expect(readFileSync(join(cwd, 'good.txt'), 'utf8')).toBe(first);
    expect(run('offprint d > d/papers.json')).toBe('0\n');
    expect(titlesOf(readFileSync(join(cwd, 'd/papers.json'), 'utf8'))).toEqual([titles[1]]);
    expect(run('offprint d -o d/papers.json; offprint d -o d/papers.json')).toBe('0\n');
    expect(titlesOf(readFileSync(join(cwd, 'd/papers.json'), 'utf8'))).toEqual([titles[1]]);
    expect(run('offprint good.txt -o good.txt -f json')).toBe('0\n');
    expect(titlesOf(readFileSync(join(cwd, 'good.txt'), 'utf8'))).toEqual([titles[0]]);
  });
});

describe('reading', () => {
  it('stops reading when the limit is reached', async () => {
    const { child, exit } = startOffprint(['--limit', '2', '-f', 'ndjson']);
    let stdout = '';
    child.stdout.on('data', (piece) => {
      stdout += piece;
    });
    // Standard input is never closed, so the program ends only if it stops reading.
    const timer = setInterval(() => child.stdin.write(text.repeat(50)), 5);
    const { code } = await exit;
    clearInterval(timer);
    expect([code, stdout.trim().split('\n').length]).toEqual([0, 2]);
  });

  it('takes the year from the modification time of a file', () => {
    const cwd = folderWith();
    writeFileSync(join(cwd, 'a.txt'), listing().replace(/, 20\d\d/g, ''));
    execFileSync('touch', ['-d', '2021-12-31', 'a.txt'], { cwd });
    const dates = JSON.parse(offprint(['a.txt', '-q'], { cwd }).stdout).map(({ date }: { date: string }) => date);
    expect(dates).toEqual(['2021-03-06', '2021-05-20', '2021-11-30']);
    const asOf = offprint(['a.txt', '-q', '--as-of', '2019-06-01'], { cwd }).stdout;
    expect(JSON.parse(asOf).map(({ date }: { date: string }) => date)).toEqual([
      '2019-03-06',
      '2019-05-20',
      '2018-11-30',
    ]);
  });
});
