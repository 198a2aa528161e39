import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listing, papers, withoutVotes } from './listing.ts';
import { executable, folderWith, offprint, startOffprint, waitUntilBusy } from './run.ts';

const text = listing();
const titles = papers.map(({ title }) => title);
const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

describe('standard output', () => {
  it('is JSON with the five core keys in a pipe', () => {
    const { stdout, stderr, status } = offprint([], { input: text });
    expect(JSON.parse(stdout)).toEqual(papers.map((paper) => expect.objectContaining(paper)));
    expect([stderr, status]).toEqual(['', 0]);
  });

  it('exits quietly if nobody reads the output any more', async () => {
    for (const args of [
      ['-f', 'ndjson'],
      ['--sort', 'title'],
      ['grep', 'kite'],
    ]) {
      const { child, exit } = startOffprint([...args, '-q']);
      child.stdin.end(listing(Array.from({ length: 3000 }, () => papers).flat()));
      child.stdout.once('data', () => child.stdout.destroy());
      expect(await exit).toEqual({ code: 0, signal: null, stderr: '' });
    }
    const head = `"${process.execPath}" "${executable}" --help | true; echo \${PIPESTATUS[0]}`;
    expect(execFileSync('bash', ['-c', head]).toString()).toBe('0\n');
  });

  it('waits for a slow reader, and writes everything', async () => {
    const { child, exit } = startOffprint(['-f', 'ndjson', '-q']);
    child.stdin.end(listing(Array.from({ length: 5000 }, () => papers).flat()));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    let lines = 0;
    child.stdout.on('data', (piece: Buffer) => {
      for (const byte of piece) if (byte === 10) lines += 1;
    });
    expect(await exit).toMatchObject({ code: 0 });
    expect(lines).toBe(15_000);
  });

  it.skipIf(process.platform !== 'linux').each(['a.txt', '--version', 'grep --help'])(
    'reports a full disk as standard output: %s',
    (args) => {
      const cwd = folderWith({ 'a.txt': text });
      const script = `"${process.execPath}" "${executable}" ${args} > /dev/full`;
      expect(() => execFileSync('sh', ['-c', script], { cwd, stdio: 'pipe' })).toThrow(
        expect.objectContaining({
          status: 2,
          stderr: Buffer.from('offprint: cannot write standard output: no space left on device\n'),
        }),
      );
    },
  );
});

describe('output files', () => {
  it('writes CSV for --excel if nothing names another format', () => {
    const cwd = folderWith({ 'a.txt': text });
    const header = '\ufefftitle,abstract,authorCount,date,upvotes\r\n';
    expect(offprint(['--excel'], { input: text }).stdout.startsWith(header)).toBe(true);
    expect(offprint(['a.txt', '--excel', '-o', 'x'], { cwd })).toMatchObject({ status: 0, stderr: '' });
    expect(read(cwd, 'x').startsWith(header)).toBe(true);
    expect(offprint(['a.txt', '--excel', '-o', 'x.tsv'], { cwd }).status).toBe(0);
    expect(read(cwd, 'x.tsv').startsWith(header.replaceAll(',', '\t'))).toBe(true);
  });

  it('accepts an unknown extension if a format is named', () => {
    const cwd = folderWith({ 'a.txt': text });
    expect(offprint(['a.txt', '-o', 'x.cvs', '-f', 'csv'], { cwd })).toMatchObject({ status: 0, stderr: '' });
  });

  it('rejects an unknown extension, and writes nothing', () => {
    const cwd = folderWith({ 'a.txt': text });
    expect(offprint(['a.txt', '-o', 'x.cvs', '-q'], { cwd })).toMatchObject({ status: 2, stdout: '' });
    expect(readdirSync(cwd)).toEqual(['a.txt']);
  });

  it('takes the format from the extension unless --format names another', () => {
    const cwd = folderWith({ 'a.txt': text });
    for (const args of [['x.csv'], ['x.tsv'], ['x.ndjson'], ['x.json'], ['x'], ['y.csv', '-f', 'json']]) {
      expect(offprint(['a.txt', '-o', ...args], { cwd })).toMatchObject({ status: 0, stdout: '', stderr: '' });
    }
    expect(read(cwd, 'x.csv').split('\n')[0]).toBe('title,abstract,authorCount,date,upvotes');
    expect(read(cwd, 'x.tsv').split('\n')[0]).toBe('title\tabstract\tauthorCount\tdate\tupvotes');
    expect(
      read(cwd, 'x.ndjson')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).title),
    ).toEqual(titles);
    for (const file of ['x.json', 'x', 'y.csv']) expect(JSON.parse(read(cwd, file))).toHaveLength(3);
  });

  it('compresses a file whose name ends in .gz', () => {
    const cwd = folderWith({ 'a.txt': text });
    offprint(['a.txt', '-o', 'x.csv.gz'], { cwd });
    expect(gunzipSync(readFileSync(join(cwd, 'x.csv.gz'))).toString()).toBe(
      offprint(['a.txt', '-f', 'csv'], { cwd }).stdout,
    );
    expect(offprint(['x.csv.gz'], { cwd }).stdout).toContain(titles[2]);
  });

  it('creates the file that a link leads to if it does not exist yet', () => {
    const cwd = folderWith({ 'a.txt': listing(), 'd/keep.txt': '' });
    symlinkSync('d/new.json', join(cwd, 'link.json'));
    expect(offprint(['a.txt', '-o', 'link.json'], { cwd }).status).toBe(0);
    expect(readdirSync(join(cwd, 'd')).sort()).toEqual(['keep.txt', 'new.json']);
    expect(JSON.parse(readFileSync(join(cwd, 'link.json'), 'utf8'))).toHaveLength(papers.length);
  });

  it('writes files even if the file system refuses to change modes', () => {
    const refuse = `const fs = require('node:fs');
      fs.fchmodSync = () => { throw Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'fchmod' }); };`;
    const cwd = folderWith({ 'a.txt': listing(), 'old.json': 'old', 'refuse.cjs': refuse });
    const env = { NODE_OPTIONS: '--require ./refuse.cjs' };
    expect(offprint(['a.txt', '-o', 'old.json'], { cwd, env })).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'old.json', 'refuse.cjs']);
    expect(JSON.parse(readFileSync(join(cwd, 'old.json'), 'utf8'))).toHaveLength(papers.length);
  });

  it.each([100, 238, 255])('writes a file whose name has %i bytes', (length) => {
    const cwd = folderWith({ 'a.txt': listing() });
    const name = `${'é'.repeat(Math.floor((length - 5) / 2)).padEnd(length - 5 - Math.floor((length - 5) / 2), 'x')}.json`;
    expect(offprint(['a.txt', '-o', name], { cwd })).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', name]);
  });

  it('keeps the permissions of a file, and follows links to it', () => {
    const cwd = folderWith({ 'a.txt': text, 'real.json': 'old' });
    chmodSync(join(cwd, 'real.json'), 0o640);
    symlinkSync('real.json', join(cwd, 'link.json'));
    expect(offprint(['a.txt', '-o', 'link.json'], { cwd }).status).toBe(0);
    expect(JSON.parse(read(cwd, 'real.json'))).toHaveLength(3);
    expect(statSync(join(cwd, 'real.json')).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'link.json', 'real.json']);
  });

  it('keeps the old file if nothing could be read', () => {
    const cwd = folderWith({ 'notes.txt': 'Buy string.\n', 'x.json': 'old' });
    expect(offprint(['notes.txt', '-o', 'x.json'], { cwd }).status).toBe(1);
    expect(offprint(['none.txt', '-o', 'x.json'], { cwd }).status).toBe(2);
    expect(read(cwd, 'x.json')).toBe('old');
    expect(readdirSync(cwd).sort()).toEqual(['notes.txt', 'x.json']);
  });

  it('names a file that cannot be written, with the reason', () => {
    const cwd = folderWith({ 'a.txt': text });
    mkdirSync(join(cwd, 'd'));
    expect(offprint(['a.txt', '-o', 'd'], { cwd })).toMatchObject({
      status: 2,
      stderr: 'offprint: cannot write d: is a folder\n',
    });
    expect(offprint(['a.txt', '-o', 'none/x.csv'], { cwd })).toMatchObject({
      status: 2,
      stderr: 'offprint: cannot write none/x.csv: no such file or directory\n',
    });
  });

  it('keeps the old file if the disk is full', () => {
    const cwd = folderWith({ 'a.txt': listing(Array.from({ length: 300 }, () => papers).flat()), 'x.json': 'old' });
    const script = `ulimit -f 8; trap '' XFSZ; "${process.execPath}" "${executable}" a.txt -o x.json 2>message`;
    expect(() => execFileSync('bash', ['-c', script], { cwd })).toThrow(expect.objectContaining({ status: 2 }));
    expect(read(cwd, 'message')).toBe('offprint: cannot write x.json: file too large\n');
    expect(read(cwd, 'x.json')).toBe('old');
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'message', 'x.json']);
  });

  it('writes directly to pipes and devices', async () => {
    const cwd = folderWith({ 'a.txt': text });
    execFileSync('mkfifo', ['pipe'], { cwd });
    const { exit } = startOffprint(['a.txt', '-f', 'json', '-o', 'pipe'], cwd);
    await new Promise((resolve) => setTimeout(resolve, 300));
    let received = '';
    for await (const piece of createReadStream(join(cwd, 'pipe'), 'utf8')) received += piece;
    expect(JSON.parse(received)).toHaveLength(3);
    expect(await exit).toMatchObject({ code: 0 });
    expect(offprint(['a.txt', '-o', '/dev/null'], { cwd })).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(offprint(['a.txt', '-o', '-'], { cwd }).stdout)).toHaveLength(3);
  });
});

describe('signals', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends the run at once and leaves no unfinished file', async (signal, status) => {
    const cwd = folderWith({ 'x.json': 'old' });
    const { child, exit } = startOffprint(['-o', 'x.json'], cwd);
    child.stdin.write(text.repeat(100));
    while (readdirSync(cwd).length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill(signal);
    expect(await exit).toEqual({ code: status, signal: null, stderr: '' });
    expect(readdirSync(cwd)).toEqual(['x.json']);
    expect(read(cwd, 'x.json')).toBe('old');
  });

  it.each([
    ['reads a file without end', ['/dev/zero', '-q']],
    ['waits for a named pipe to read', ['pipe']],
    ['waits for a named pipe to write', ['a.txt', '-o', 'pipe']],
  ])('handles signals while the program %s', async (_, args) => {
    const cwd = folderWith({ 'a.txt': text });
    execFileSync('mkfifo', ['pipe'], { cwd });
    const { child, exit } = startOffprint(args, cwd);
    await waitUntilBusy(child.pid);
    child.kill('SIGINT');
    expect(await exit).toMatchObject({ code: 130 });
  });

  it('handles signals while nobody reads the output', async () => {
    const { child, exit } = startOffprint(['-f', 'ndjson']);
    child.stdin.end(listing(Array.from({ length: 3000 }, () => papers).flat()));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    child.kill('SIGTERM');
    child.stdout.resume();
    expect(await exit).toMatchObject({ code: 143 });
  });
});

describe('columns', () => {
  const header = (...args: string[]) => offprint(['-f', 'csv', ...args], { input: text }).stdout.split('\n')[0];

  it('prints the named columns in the given order', () => {
    expect(header('--columns', 'date,title')).toBe('date,title');
    expect(header('--columns', 'UPVOTES,author-count,upvotes')).toBe('upvotes,authorCount');
    expect(header('--columns', '+id,url')).toBe('title,abstract,authorCount,date,upvotes,id,url');
    expect(header('--columns', 'all')).toMatch(/^title,abstract,.*,id,url,.*,source$/);
  });

  it('selects keys in JSON too', () => {
    const { stdout } = offprint(['--columns', 'upvotes,title'], { input: text });
    expect(stdout).toContain(`{"upvotes":12,"title":"${titles[0]}"}`);
  });

  it('names an unknown key, with the nearest known one', () => {
    const { status, stderr } = offprint(['--columns', 'title,dat'], { input: text });
    expect(status).toBe(2);
    expect(stderr).toContain('unknown key "dat" (did you mean date?)');
  });

  it('does not take a column to leave out for one to print', () => {
    const { status, stderr } = offprint(['--columns', '-abstract'], { input: text });
    expect(status).toBe(2);
    expect(stderr).toContain('unknown key "-abstract" (did you mean abstract?)');
  });

  it.each([
    ['--where', 'source:b'],
    ['--where', '-source:a.txt'],
  ])('selects by the source without --source: %s %s', (...option) => {
    const cwd = folderWith({ 'a.txt': text, 'b.txt': text });
    const files = JSON.parse(offprint(['a.txt', 'b.txt', ...option], { cwd }).stdout).map(
      ({ source }: { source: { file: string } }) => source.file,
    );
    expect(new Set(files)).toEqual(new Set(['b.txt']));
  });

  it('adds the source if its column is named', () => {
    const cwd = folderWith({ 'a.txt': text });
    const line = text.split('\n').indexOf(titles[1] ?? '') + 1;
    const records = JSON.parse(offprint(['a.txt', '--source'], { cwd }).stdout);
    expect(records[1].source).toEqual({ file: 'a.txt', line, format: 'daily-papers' });
    expect(JSON.parse(offprint(['--source'], { input: text }).stdout)[0].source.file).toBe('-');
    expect(header('--source')).toBe('title,abstract,authorCount,date,upvotes,source');
    expect(header('--source', '--columns', 'title')).toBe('title,source');
    expect(JSON.parse(offprint(['--columns', 'source'], { input: text }).stdout)[0].source.file).toBe('-');
    const table = offprint(['a.txt', '--source', '-f', 'table', '--limit', '1'], { cwd }).stdout;
    expect(table).toMatch(/^date {8}upvotes {2}title +source\n2024-03-06 .* a\.txt:\d+\n$/);
  });
});

describe('the summary', () => {
  it('says in one line what was assumed or is missing, and only then', () => {
    const undated = withoutVotes(text)
      .replace(/, 20\d\d/, '')
      .replace(/ {2}• 8 authors\n·\n.*\n/, '');
    const { stdout, stderr } = offprint(['--until', '2030', '--as-of', '2024-04-01'], { input: undated });
    expect(JSON.parse(stdout)).toHaveLength(2);
    expect(stderr).toMatch(/^offprint: [^\n]*1 undated paper left out\n$/);
    expect(stderr).toContain('no year printed: 2024 assumed, from the day on which the listing was saved (1 paper)');
    expect(stderr).toContain('1 paper without a metadata row');
    expect(offprint(['--quiet', '--until', '2030'], { input: undated }).stderr).toBe('');
    expect(offprint([], { input: text }).stderr).toBe('');
  });

  it('gives the codes of diagnostics that offprint check explains', () => {
    const damaged = text.replace('Mar 6, 2024', 'Feb 30, 2024').replace('May 20, 2024', 'Jun 31, 2024');
    expect(offprint(['-f', 'csv'], { input: damaged }).stderr).toBe('offprint: 2 bad-date (see offprint check)\n');
  });
});

it('removes control sequences from file names', () => {
  expect(offprint(['\u001b]0;red\u202e']).stderr).toBe('offprint: \ufffd]0;red\ufffd: no such file or directory\n');
});

it('does not read an old output file again as an input of the next run', () => {
  const cwd = folderWith({ 'd/a.txt': text });
  writeFileSync(join(cwd, 'd/b.json'), '');
  offprint(['d', '-o', 'd/b.json', '-q'], { cwd });
  offprint(['d', '-o', 'd/b.json', '-q'], { cwd });
  expect(JSON.parse(read(cwd, 'd/b.json'))).toHaveLength(3);
});
