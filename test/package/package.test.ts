import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listing, papers } from '../cli/listing.ts';
import { hasRegistry } from './registry.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'offprint-package-'));
const consumer = join(folder, 'consumer');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The versions of Node that must run the package; the `node-…` packages of the registry contain their executables. */
const nodeVersions = ['~20.19', '^22', '^24', '^26'];
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

const npm = (args: readonly string[], cwd: string) =>
  execFileSync('npm', [...args, '--no-fund', '--loglevel=error'], { cwd, encoding: 'utf8', stdio: 'pipe' });

interface PackedFile {
  readonly path: string;
  readonly mode: number;
}
let packed: { filename: string; unpackedSize: number; files: PackedFile[] };

beforeAll(() => {
  [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], root));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('contains the program and its documentation, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'bin/offprint.js']));
    const others = paths.filter(
      (path) =>
        !/^(?:package\.json|LICENSE|README\.md|CHANGELOG\.md|bin\/(?:offprint\.js|package\.json)|dist\/.+|src\/guide\/.+\.md)$/.test(
          path,
        ),
    );
    expect(others).toEqual([]);
    expect(paths.filter((path) => /\.map$|(?<!\.d)\.ts$|test|fixture/.test(path))).toEqual([]);
    expect(packed.unpackedSize).toBeLessThan(3_000_000);
  });

  it('contains every file that its manifest names, and the command is executable', () => {
    const named: string[] = [
      ...Object.values<string>(manifest.bin),
      ...manifest.man,
      manifest.exports['.'].types,
      manifest.exports['.'].default,
    ].filter((path) => path !== undefined);
    const paths = new Set(packed.files.map(({ path }) => path));
    for (const path of named) expect([path, paths.has(path.replace(/^\.\//, ''))]).toEqual([path, true]);
    expect((packed.files.find(({ path }) => path === 'bin/offprint.js')?.mode ?? 0) & 0o111).toBe(0o111);
  });

  it('runs no script when it is installed', () => {
    const scripts = Object.keys(manifest.scripts);
    expect(scripts.filter((name) => /^(?:pre|post)?install$|^postprepare$/.test(name))).toEqual([]);
  });
});

it('builds and tests only with packages that run no install script, except esbuild', () => {
  const locked: Record<string, { hasInstallScript?: boolean }> = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  ).packages;
  const scripted = Object.entries(locked).filter(([, { hasInstallScript }]) => hasInstallScript === true);
  expect(Object.keys(locked).length).toBeGreaterThan(50);
  expect(scripted.map(([path]) => path)).toEqual(['node_modules/esbuild']);
});

describe.skipIf(!hasRegistry)('installed into an empty folder', () => {
  beforeAll(() => {
    mkdirSync(consumer);
    writeFileSync(join(consumer, 'package.json'), '{"name":"consumer","private":true,"type":"module"}\n');
    writeFileSync(join(consumer, 'dump.txt'), listing());
    npm(['install', '--no-audit', join(folder, packed.filename)], consumer);
  });

  it('brings few packages, all pinned by the lock file and none with an install script', () => {
    const installed: Record<string, { hasInstallScript?: boolean; version: string }> = JSON.parse(
      readFileSync(join(consumer, 'package-lock.json'), 'utf8'),
    ).packages;
    const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const names = Object.keys(installed).filter((path) => path !== '' && path !== 'node_modules/offprint');
    expect(names).toEqual(['node_modules/zod']);
    for (const name of names) {
      expect(installed[name]?.hasInstallScript).toBeUndefined();
      expect(locked[name].version).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('brings command and manual page if it is installed globally', () => {
    const prefix = join(folder, 'prefix');
    npm(['install', '--global', '--prefix', prefix, '--no-audit', join(folder, packed.filename)], folder);
    const { stdout } = spawnSync(join(prefix, 'bin/offprint'), ['--version'], { encoding: 'utf8' });
    expect(stdout).toBe(`offprint ${manifest.version}\n`);
    expect(readFileSync(join(prefix, 'share/man/man1/offprint.1'), 'utf8')).toMatch(/^\.TH OFFPRINT 1 /);
  });

  it('has types that a strict program compiles with', () => {
    writeFileSync(
      join(consumer, 'typed.ts'),
      `import { type Diagnostic, type Paper, paperSchema, parseListing, readPapers } from 'offprint';
const { papers, diagnostics }: { papers: Paper[]; diagnostics: Diagnostic[] } = parseListing('text', { asOf: '2025-01-01' });
const title: string = paperSchema.parse(papers[0]).title;
for await (const paper of readPapers((async function* () { yield new Uint8Array(); })())) title.concat(paper.abstract ?? '', diagnostics[0]?.code ?? '');
// @ts-expect-error: a title is not a number
const wrong: number = papers[0].title;
`,
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
    const typeRoots = ['--typeRoots', join(root, 'node_modules/@types')];
    const { stdout, status } = spawnSync(process.execPath, [tsc, ...options, ...typeRoots, 'typed.ts'], {
      cwd: consumer,
      encoding: 'utf8',
    });
    expect([stdout, status]).toEqual(['', 0]);
  });

  describe.each(nodeVersions)('on Node %s', (version) => {
    let node = '';
    const run = (args: readonly string[], input = '') => {
      const { status, stdout, stderr } = spawnSync(node, args, { cwd: consumer, input, encoding: 'utf8' });
      return { status, stdout, stderr };
    };
    const command = 'node_modules/offprint/bin/offprint.js';

    beforeAll(() => {
      const home = join(folder, `node${version}`);
      mkdirSync(home);
      writeFileSync(join(home, 'package.json'), '{"private":true}\n');
      npm(['install', '--no-audit', '--ignore-scripts', `${nodePackage}@${version}`], home);
      node = join(home, 'node_modules', nodePackage, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
      if (!existsSync(node)) throw new Error(`no executable in ${nodePackage}@${version}`);
    });

    it('prints its version', () => {
      expect(run(['--version']).stdout).toMatch(new RegExp(`^v${version.slice(1).replace('.', '\\.')}`));
      expect(run([command, '--version'])).toEqual({ status: 0, stdout: `offprint ${manifest.version}\n`, stderr: '' });
    });

    it('converts a listing to records and tables', () => {
      const { status, stdout, stderr } = run([command], listing());
      expect([status, stderr]).toEqual([0, '']);
      expect(JSON.parse(stdout)).toMatchObject(papers);
      expect(run([command, 'dump.txt', '-o', 'papers.csv'])).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(readFileSync(join(consumer, 'papers.csv'), 'utf8').split('\n')).toHaveLength(papers.length + 2);
      for (const format of ['list', 'table', 'tsv', 'markdown', 'bibtex', 'ris', 'csl-json']) {
        expect(run([command, 'papers.csv', '-f', format, '--color', 'always'])).toMatchObject({
          status: 0,
          stderr: '',
        });
      }
      expect(run([command, 'grep', 'kite', '*.txt', '-c']).stdout).toBe('1\n');
    });

    it('reads gzip, and zstd if Node can', () => {
      const compress = (name: string) =>
        `const { ${name} } = await import('node:zlib'); const { readFileSync, writeFileSync } = await import('node:fs');
        if (${name}) writeFileSync('dump.z', ${name}(readFileSync('dump.txt')))`;
      run(['--input-type=module', '-e', compress('gzipSync')]);
      expect(JSON.parse(run([command, 'dump.z']).stdout)).toHaveLength(papers.length);
      rmSync(join(consumer, 'dump.z'));
      run(['--input-type=module', '-e', compress('zstdCompressSync')]);
      const hasZstd = existsSync(join(consumer, 'dump.z'));
      expect(hasZstd).toBe(version !== '~20.19');
      if (hasZstd) expect(JSON.parse(run([command, 'dump.z']).stdout)).toHaveLength(papers.length);
    });

    it.skipIf(version === '~20.19')(
      'loses nothing of zstd data that are in several frames, truncated or followed by junk',
      () => {
        const write = `const { zstdCompressSync } = await import('node:zlib'); const { readFileSync, writeFileSync } = await import('node:fs');
        const text = readFileSync('dump.txt'); const half = text.indexOf('\\n', text.length / 2) + 1;
        const [first, second] = [text.subarray(0, half), text.subarray(half)].map((part) => zstdCompressSync(part));
        const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 1, 2]);
        const files = { several: [skippable, first, skippable, second, skippable], padded: [first, second, Buffer.alloc(50)],
          junk: [first, second, Buffer.from('junk')], cut: [first, second.subarray(0, -3)] };
        for (const [name, parts] of Object.entries(files)) writeFileSync(name + '.zst', Buffer.concat(parts));`;
        expect(run(['--input-type=module', '-e', write]).stderr).toBe('');
        const read = (name: string) => run([command, `${name}.zst`, '-q']);
        for (const name of ['several', 'padded', 'junk']) {
          expect(JSON.parse(read(name).stdout), name).toHaveLength(papers.length);
        }
        expect(read('junk')).toMatchObject({
          status: 2,
          stderr: expect.stringContaining('unexpected data after the end'),
        });
        expect(read('cut')).toMatchObject({ status: 2, stderr: expect.stringContaining('unexpected end of file') });
      },
    );

    it('can be imported as a library', () => {
      const program = `import { readFileSync, createReadStream } from 'node:fs';
        import { paperSchema, parseListing, readPapers } from 'offprint';
        const { papers } = parseListing(readFileSync('dump.txt', 'utf8'));
        const streamed = [];
        for await (const paper of readPapers(createReadStream('dump.txt'))) streamed.push(paperSchema.parse(paper).title);
        console.log(JSON.stringify([papers.map(({ title }) => title), streamed]));`;
      const titles = papers.map(({ title }) => title);
      const { stdout, stderr } = run(['--input-type=module', '-e', program]);
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual([titles, titles]);
    });
  });
});

const audit = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8' });
const report: { metadata?: { vulnerabilities: { total: number } } } = JSON.parse(audit.stdout || '{}');

it.skipIf(report.metadata === undefined)('finds nothing with npm audit', () => {
  expect(report.metadata?.vulnerabilities.total).toBe(0);
});
