import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { listing, papers } from './listing.ts';
import { canRunAsNobody, executable, folderWith, nobody, offprint, startOffprint } from './run.ts';

const large = listing(Array.from({ length: 3000 }, () => papers).flat());
const isLinux = process.platform === 'linux';
const program = `"${process.execPath}" "${executable}"`;

/** Runs a shell script, in which $OFFPRINT is the program. */
function shell(script: string, cwd: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `${script.replaceAll('$OFFPRINT', program)}`], { cwd });
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

describe('closed pipes', () => {
  it.each([0, 1, 100, 65_535, 65_536, 65_537, 200_000])(
    'exits quietly with 0 if the reader closes the pipe after %d bytes',
    (length) => {
      const cwd = folderWith({ 'a.txt': large });
      for (const args of ['-f ndjson', '-f csv --sort title', 'grep the -f markdown', 'check -f json']) {
        const { stderr, stdout } = shell(`$OFFPRINT ${args} a.txt | head -c ${length} > got; echo $PIPESTATUS`, cwd);
        expect([stdout, stderr]).toEqual(['0\n', '']);
      }
    },
  );

  it('exits quietly if the pipe is closed from the start, whatever is printed', () => {
    const cwd = folderWith({ 'a.txt': listing() });
    for (const args of ['a.txt', 'schema', '--help', '--version', 'grep kite a.txt -c', 'stats a.txt', 'check a.txt']) {
      const { stderr, stdout } = shell(`(sleep 0.3; $OFFPRINT ${args}; echo $? >&3) 3>status | true; cat status`, cwd);
      expect([args, stdout, stderr]).toEqual([args, '0\n', '']);
    }
  });

  it('ignores a closed standard error', () => {
    const cwd = folderWith({ 'a.txt': listing() });
    const { stdout } = shell('($OFFPRINT none.txt a.txt -f ndjson | wc -l; echo $PIPESTATUS) 2> >(true)', cwd);
    expect(stdout).toBe('3\n2\n');
  });
});

describe.skipIf(!isLinux)('full disks', () => {
  it.each([
    'a.txt',
    'a.txt -f csv',
    'a.txt --sort title',
    'grep kite a.txt -c',
    'check a.txt',
    'stats a.txt',
    'schema',
  ])('reports a full disk as the output of offprint %s', (args) => {
    const cwd = folderWith({ 'a.txt': listing() });
    const { status, stderr } = shell(`$OFFPRINT ${args} > /dev/full`, cwd);
    expect([status, stderr]).toEqual([2, 'offprint: cannot write standard output: no space left on device\n']);
  });

  it('reports a full disk for devices, named files and compressed output', () => {
    const cwd = folderWith({ 'a.txt': listing(), 'large.txt': large });
    expect(shell('$OFFPRINT a.txt -o /dev/full', cwd)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'offprint: cannot write /dev/full: no space left on device\n',
    });
    // A limit on the size of files acts like a disk that becomes full during the run.
    for (const file of ['x.json', 'x.json.gz', 'new.csv']) {
      writeFileSync(join(cwd, 'x.json'), 'old');
      const { status, stderr } = shell(`ulimit -f 1; $OFFPRINT large.txt --source -o ${file}`, cwd);
      expect([status, stderr]).toEqual([2, `offprint: cannot write ${file}: file too large\n`]);
      expect(read(cwd, 'x.json')).toBe('old');
      expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'large.txt', 'x.json']);
    }
  });
});

describe('output files that fail', () => {
  it('names a file that cannot be replaced, and leaves nothing behind', async () => {
    const cwd = folderWith();
    const { child, exit } = startOffprint(['-o', 'x.json'], cwd);
    child.stdin.write(listing());
    while (readdirSync(cwd).length === 0) await setTimeout(20);
    mkdirSync(join(cwd, 'x.json'));
    child.stdin.end();
    const { code, stderr } = await exit;
    expect(stderr).toMatch(/^offprint: cannot write x\.json: [^\n]+\n$/);
    expect(code).toBe(2);
    expect(readdirSync(cwd)).toEqual(['x.json']);
  });

  it('names a file in a folder that is removed meanwhile', async () => {
    const cwd = folderWith();
    mkdirSync(join(cwd, 'd'));
    const { child, exit } = startOffprint(['-o', 'd/x.json'], cwd);
    child.stdin.write(listing());
    while (readdirSync(join(cwd, 'd')).length === 0) await setTimeout(20);
    execFileSync('rm', ['-r', 'd'], { cwd });
    child.stdin.end();
    expect(await exit).toMatchObject({
      code: 2,
      stderr: 'offprint: cannot write d/x.json: no such file or directory\n',
    });
  });

  it('keeps the old file if the run is killed', async () => {
    const cwd = folderWith({ 'x.json': 'old' });
    const { child, exit } = startOffprint(['-o', 'x.json'], cwd);
    child.stdin.write(large);
    while (readdirSync(cwd).length < 2) await setTimeout(20);
    child.kill('SIGKILL');
    await exit;
    expect(read(cwd, 'x.json')).toBe('old');
  });

  it('keeps the old file if an input fails before any paper is found, and replaces it otherwise', () => {
    const cwd = folderWith({ 'a.txt': listing(), 'x.json': 'old' });
    expect(offprint(['none.txt', '-o', 'x.json'], { cwd }).status).toBe(2);
    expect(read(cwd, 'x.json')).toBe('old');
    expect(offprint(['none.txt', 'a.txt', '-o', 'x.json'], { cwd }).status).toBe(2);
    expect(JSON.parse(read(cwd, 'x.json'))).toHaveLength(3);
  });

  it('reads an input that is also the output completely, and changes nothing in a second run', () => {
    const cwd = folderWith({ 'a.txt': large });
    for (const args of [
      ['a.txt', '-o', 'a.txt', '-f', 'ndjson'],
      ['a.txt', '-o', './a.txt', '-f', 'ndjson'],
    ]) {
      expect(offprint(args, { cwd })).toMatchObject({ status: 0, stderr: '' });
      expect(read(cwd, 'a.txt').trimEnd().split('\n')).toHaveLength(9000);
    }
    expect(readdirSync(cwd)).toEqual(['a.txt']);
  });

  it.skipIf(!canRunAsNobody())('names a file that may not be written, and keeps it', () => {
    const cwd = folderWith({ 'a.txt': listing(), 'x.json': 'old', 'open/y.json': 'old' });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'open'), 0o777);
    for (const file of ['x.json', 'new.json', 'open/y.json']) {
      const args = [executable, 'a.txt', '-o', file];
      const { status, stderr } = spawnSync(process.execPath, args, { cwd, ...nobody, encoding: 'utf8' });
      expect([status, stderr]).toEqual([2, `offprint: cannot write ${file}: permission denied\n`]);
    }
    expect([read(cwd, 'x.json'), read(cwd, 'open/y.json')]).toEqual(['old', 'old']);
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'open', 'x.json']);
    expect(readdirSync(join(cwd, 'open'))).toEqual(['y.json']);
  });
});
