import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { executable, folderWith } from './run.ts';

const root = dirname(dirname(executable));

const LISTING = '42\n\nA paper about kites\n\n·3 authors\n\n- Jan 30, 2024\n';

/** Says on standard error whether V8 took the code that was kept. */
const REPORT_CODE = `const vm = require('node:vm');
vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    require('node:fs').writeSync(2, this.cachedDataRejected ? 'compiled' : 'kept');
  }
};`;

/** The built program, with what `change` makes of the code that was kept with it. */
function copyWith(change: (path: string, bytes: Buffer) => void): string {
  const folder = folderWith({ 'report.cjs': REPORT_CODE });
  for (const path of ['bin', 'dist/cli', 'package.json'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  const path = join(folder, 'dist/cli/main.cjs.cache');
  change(path, readFileSync(path));
  return folder;
}

function start(folder: string, ...flags: string[]) {
  const args = [...flags, '--require', join(folder, 'report.cjs'), join(folder, 'bin/offprint.js'), '-f', 'csv'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, '-q'], { input: LISTING, encoding: 'utf8' });
  return { status, lines: stdout.split('\n').length, stderr };
}

describe('the code that is kept with the program', () => {
  it('is used by the Node that built it', () => {
    expect(start(copyWith(() => {}))).toEqual({ status: 0, lines: 3, stderr: 'kept' });
  });

  it('is not used by a Node with other flags', () => {
    expect(
      start(
        copyWith(() => {}),
        '--no-opt',
      ),
    ).toEqual({ status: 0, lines: 3, stderr: 'compiled' });
  });

  it.each<[string, (path: string, bytes: Buffer) => void, string]>([
    ['is missing', (path) => rmSync(path), ''],
    ['is empty', (path) => writeFileSync(path, ''), ''],
    ['ends too soon', (path, bytes) => writeFileSync(path, bytes.subarray(0, -1000)), ''],
    ['begins too late', (path, bytes) => writeFileSync(path, bytes.subarray(1000)), 'compiled'],
    [
      'is of another Node',
      (path, bytes) =>
        writeFileSync(path, bytes.toString('latin1').replace(process.version.slice(1), '20.0.0'), 'latin1'),
      '',
    ],
  ])('is not needed: it %s', (_, change, stderr) => {
    expect(start(copyWith(change))).toEqual({ status: 0, lines: 3, stderr });
  });
});

/** Says on standard error what of the rarely used a run has loaded. */
const REPORT_LOADED = `const before = new Set(process.moduleLoadList);
const HEAVY = /^NativeModule (?:stream|zlib|net|tty|child_process|crypto|perf_hooks|timers\\/promises|module)$/;
process.on('exit', () => {
  const packages = Object.keys(require.cache).filter((path) => /\\bpackages\\b/.test(path));
  const modules = process.moduleLoadList.filter((name) => HEAVY.test(name) && !before.has(name));
  require('node:fs').writeSync(2, [...packages, ...modules].join(' '));
});`;

it.each(['--version', '-q a.txt -o a.csv', 'grep -q -c kites a.txt -o count'])(
  'offprint %s loads no package of its own file, and none of the modules of Node that take long',
  (args) => {
    const folder = folderWith({ 'report.cjs': REPORT_LOADED, 'a.txt': LISTING });
    const command = ['--require', './report.cjs', executable, ...args.split(' ')];
    const { status, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  },
);
