import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listing, papers } from './listing.ts';
import { measured } from './measured.ts';
import { canRunAsNobody, executable, folderWith, nobody, offprint, startOffprint } from './run.ts';

const MEGABYTE = 1024 * 1024;
const titlesOf = (stdout: string): string[] => JSON.parse(stdout).map(({ title }: { title: string }) => title);

/** Many papers that compress badly, so that damage affects few of them. */
const many = Array.from({ length: 120 }, (_, index) => ({
  title: `Kite Number ${index} Over ${(index * 7919) % 1009} Fields`,
  abstract: `We fly kite ${index} for ${(index * 104729) % 997} hours and write down what the ${(index * 31) % 89} sheep below it do.`,
  authorCount: 1 + (index % 9),
  date: '2024-03-06',
  upvotes: 1 + ((index * 6151) % 211),
}));

function* repeated(piece: string | Buffer, times: number) {
  for (let left = times; left > 0; left -= 1) yield piece;
}

describe('damaged gzip data', () => {
  const whole = gzipSync(listing(many));

  /** The titles of the complete cards in the text that zlib alone expands from the first bytes. */
  const titlesBefore = (length: number) => {
    const text = gunzipSync(whole.subarray(0, length), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
    const cards = text.split(/(?<=Upvote \d+)\n/).length - 1;
    return many.slice(0, cards).map(({ title }) => title);
  };

  it.each([0.3, 0.5, 0.7, 0.9])(
    'reads every paper before the damage if the file is cut after %d of the bytes',
    (part) => {
      const at = Math.floor(whole.length * part);
      const damaged = Buffer.from(whole);
      damaged.fill(0xff, at, at + 16);
      const { status, stdout, stderr } = offprint(['-q'], { input: damaged });
      const expected = titlesBefore(at);
      expect(expected.length).toBeGreaterThan(5);
      expect(titlesOf(stdout).slice(0, expected.length)).toEqual(expected);
      expect(stderr).toMatch(/^offprint: standard input: damaged gzip data: [^\n]+\n$/);
      expect(status).toBe(2);
    },
  );

  it('reads all papers if damaged bytes follow the end', () => {
    for (const rest of ['rest of something else', '\x1f', 'x'.repeat(3000)]) {
      const { status, stdout, stderr } = offprint(['-q'], { input: Buffer.concat([whole, Buffer.from(rest)]) });
      expect(titlesOf(stdout)).toEqual(many.map(({ title }) => title));
      expect(stderr).toMatch(/^offprint: standard input: damaged gzip data: [^\n]+\n$/);
      expect(status).toBe(2);
    }
  });

  it('reports data cut at any length from the beginning', () => {
    for (const length of [2, 3, 9, 10, 18, 30]) {
      const { status, stderr } = offprint(['-q'], { input: whole.subarray(0, length) });
      expect(stderr).toMatch(/^offprint: standard input: damaged gzip data: unexpected end of file\n$/);
      expect(status).toBe(2);
    }
  });

  it('stops data that expand without limit, within little memory', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * MEGABYTE, 'x\n'), { level: 1 });
    const { status, stderr, memory } = await measured(['-q'], [bomb]);
    expect(stderr).toContain('gzip data expands to more than 200 times its size (--max-expansion allows more)');
    expect(status).toBe(2);
    expect(memory).toBeLessThan(150);
  });
});

describe('files that change while they are read', () => {
  const large = listing(Array.from({ length: 20_000 }, () => papers).flat());

  /** Starts a run that waits for its output to be read, changes the files, and lets it continue. */
  const changing = async (cwd: string, operand: string, change: () => void) => {
    const { child, exit } = startOffprint([operand, '-q', '-f', 'ndjson'], cwd);
    await new Promise((resolve) => child.stdout.once('readable', resolve));
    change();
    let lines = 0;
    child.stdout.on('data', (piece: Buffer) => {
      for (const byte of piece) if (byte === 10) lines += 1;
    });
    return { ...(await exit), lines };
  };

  it('reports a file that becomes shorter after printing the papers that were there', async () => {
    const cwd = folderWith({ 'a.txt': large });
    const { code, stderr, lines } = await changing(cwd, 'a.txt', () => truncateSync(join(cwd, 'a.txt'), 1000));
    expect([code, stderr]).toEqual([2, 'offprint: a.txt: was truncated while it was read\n']);
    expect(lines).toBeGreaterThan(100);
  });

  it('reads a file that is removed meanwhile to its end', async () => {
    const cwd = folderWith({ 'a.txt': large });
    const result = await changing(cwd, 'a.txt', () => rmSync(join(cwd, 'a.txt')));
    expect(result).toMatchObject({ code: 0, stderr: '', lines: 60_000 });
  });

  it('names a file that was removed before its turn, and reads the others', async () => {
    const cwd = folderWith({ 'd/1.txt': large, 'd/2.txt': listing(), 'd/3.txt': listing() });
    const result = await changing(cwd, 'd', () => rmSync(join(cwd, 'd/2.txt')));
    expect(result).toMatchObject({
      code: 2,
      stderr: 'offprint: d/2.txt: no such file or directory\n',
      lines: 60_003,
    });
  });
});

describe('operands that cannot be read', () => {
  it.each([
    ['a{1..100000000}', /its braces expand to more than 10000 names: name a folder instead/],
    ['loop/*', /no file matches/],
    ['good.txt/*', /no file matches/],
    [`${'x'.repeat(5000)}*`, /no file matches|file name too long|name too long/],
    ['x'.repeat(5000), /name too long/],
    ['loop', /too many symbolic links/],
    ['', /no such file/],
    ['good.txt/', /not a directory/],
  ])('reports the operand %.30s with the reason', (operand, reason) => {
    const cwd = folderWith({ 'good.txt': listing() });
    symlinkSync('loop', join(cwd, 'loop'));
    const { status, stdout, stderr } = offprint([operand, 'good.txt', '-q'], { cwd });
    expect(stderr).toMatch(reason);
    expect(stderr).not.toContain('internal error');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(titlesOf(stdout)).toHaveLength(3);
    expect(status).toBe(2);
  });

  it('reports a folder as standard input', () => {
    const descriptor = openSync(folderWith(), 'r');
    const { status, stderr } = spawnSync(process.execPath, [executable, '-q'], { stdio: [descriptor, 'pipe', 'pipe'] });
    closeSync(descriptor);
    expect(stderr.toString()).toBe('offprint: standard input: illegal operation on a directory\n');
    expect(status).toBe(2);
  });

  it.skipIf(!canRunAsNobody())('reports a file or folder without read permission', () => {
    const cwd = folderWith({ 'good.txt': listing(), 'secret.txt': listing(), 'closed/a.txt': listing() });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'secret.txt'), 0o600);
    chmodSync(join(cwd, 'closed'), 0o700);
    const args = [executable, 'secret.txt', 'closed', 'closed/a.txt', 'closed/*.txt', 'good.txt', '-q'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, ...nobody, encoding: 'utf8' });
    expect(stderr).toBe(
      'offprint: secret.txt: permission denied\noffprint: closed: permission denied\n' +
        'offprint: closed/a.txt: permission denied\noffprint: closed/*.txt: no file matches\n',
    );
    expect(titlesOf(stdout)).toHaveLength(3);
    expect(status).toBe(2);
  });
});

it('skips pipes and links to folders inside a folder', () => {
  const cwd = folderWith({ 'd/a.txt': listing() });
  execFileSync('mkfifo', ['d/pipe'], { cwd });
  mkdirSync(join(cwd, 'd/e'));
  symlinkSync('../..', join(cwd, 'd/e/up'));
  const { status, stdout } = offprint(['d', '-q'], { cwd });
  expect([status, titlesOf(stdout).length]).toEqual([0, 3]);
});

it.skipIf(process.platform !== 'linux')('reads files and folders in a folder even if their names are not UTF-8', () => {
  const cwd = folderWith({ 'd/a.txt': listing() });
  const folder = Buffer.concat([Buffer.from(`${cwd}/d/caf`), Buffer.from([0xe9])]);
  mkdirSync(folder);
  writeFileSync(Buffer.concat([folder, Buffer.from('/'), Buffer.from([0xff])]), listing());
  const { status, stdout, stderr } = offprint(['d', '-q', '--source'], { cwd });
  expect([status, stderr, titlesOf(stdout).length]).toEqual([0, '', 6]);
  expect(JSON.parse(stdout)[3].source.file).toBe('d/caf\ufffd/\ufffd');
});

describe('overlong lines', () => {
  it.each<[string, string | Buffer]>([
    ['of text', 'word '.repeat(MEGABYTE / 5)],
    ['of blanks', ' '.repeat(MEGABYTE)],
    ['of Latin-1', Buffer.alloc(MEGABYTE, 0xe9)],
    ['of control characters', '\0'.repeat(MEGABYTE)],
    ['of escape sequences', '\x1b[1m'.repeat(MEGABYTE / 4)],
    ['of brackets', '['.repeat(MEGABYTE)],
    ['of tags', '<a '.repeat(MEGABYTE / 3)],
  ])('reads a line of 200 MB %s in little memory', async (_, piece) => {
    const { status, stderr, memory } = await measured(['-q'], repeated(piece, 200));
    expect(stderr).toMatch(/^offprint: no paper listing recognized in standard input, [^\n]+\n$/);
    expect(status).toBe(1);
    // The line in its original and repaired forms, plus garbage. Keeping every form would take 1 GB.
    expect(memory).toBeLessThan(500);
  });

  it('reports an overlong line among records, and reads the others', async () => {
    const input = ['{"title":"One"}\n', ...repeated('['.repeat(MEGABYTE), 200), '\n{"title":"Two"}\n'];
    const { status, stdout, memory } = await measured(['check', '-f', 'json'], input);
    const [file] = JSON.parse(stdout).files;
    expect(file).toMatchObject({ papers: 2, lines: { total: 3, paper: 2, unrecognized: 1 } });
    expect(file.diagnostics[0]).toMatchObject({ code: 'line-too-long', line: 2 });
    expect(status).toBe(2);
    expect(memory).toBeLessThan(500);
  });
});

it('reports bytes that are not text, whatever they are', () => {
  const noise = Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * index * 2_654_435_761) >>> 13));
  const inputs = [
    noise,
    readFileSync(process.execPath).subarray(0, 200_000),
    Buffer.from('\ud800\udc00\udfff', 'utf16le'),
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('odd', 'utf16le'), Buffer.from([0x41])]),
    Buffer.from([0xef, 0xbb]),
    Buffer.from([0xfe]),
  ];
  for (const input of inputs) {
    const { status, stdout, stderr } = offprint(['-q'], { input });
    expect(stderr).toMatch(/^offprint: no paper listing recognized in standard input, [^\n]+\n$/);
    expect([status, stdout]).toEqual([1, '']);
  }
});

it('ends with 1 and a message if a listing has the rows of cards and nothing else', () => {
  const input = '  • 3 authors\n·\nMar 6, 2024\n'.repeat(50_000);
  expect(offprint([], { input })).toMatchObject({
    status: 1,
    stdout: '[]\n',
    stderr: expect.stringMatching(
      /^offprint: no paper found in standard input, read as daily-papers\noffprint: \d+ missing-title \(see offprint check\)\n$/,
    ),
  });
  expect(offprint(['-q'], { input }).stderr).toBe('offprint: no paper found in standard input, read as daily-papers\n');
});

/** How this version of Node is told to deny what is not allowed. */
const permission = ['--permission', '--experimental-permission'].find((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);

it.skipIf(permission === undefined)(
  'names a file that the permissions of Node deny, and reports no internal error',
  () => {
    const cwd = folderWith({ 'a.txt': listing() });
    const run = (folder: string, ...args: string[]) => {
      const flags = ['--no-warnings', permission ?? '', `--allow-fs-read=${folder}`];
      return spawnSync(process.execPath, [...flags, executable, 'a.txt', ...args], { cwd, encoding: 'utf8' });
    };
    const project = `${resolve(executable, '../..')}/*`;
    expect(run(project)).toMatchObject({
      status: 2,
      stderr: 'offprint: a.txt: Access to this API has been restricted\n',
    });
    const { status, stderr } = run('*', '-o', 'x.csv');
    expect(stderr).toMatch(/^offprint: cannot write x\.csv: [^\n]+\n$/);
    expect([status, stderr.includes('internal error')]).toEqual([2, false]);
  },
);
