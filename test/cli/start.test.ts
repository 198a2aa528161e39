import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { executable, folderWith } from './run.ts';

const LISTING = '42\n\nA paper about kites\n\n·3 authors\n\n- Jan 30, 2024\n';

/** Prints on standard error which rarely used modules a run has loaded. */
const REPORT_LOADED = `const before = new Set(process.moduleLoadList);
const HEAVY = /^NativeModule (?:stream|zlib|net|tty|child_process|crypto|perf_hooks|timers\\/promises|module)$/;
process.on('exit', () => {
  const packages = Object.keys(require.cache).filter((path) => /\\bpackages\\b/.test(path));
  const modules = process.moduleLoadList.filter((name) => HEAVY.test(name) && !before.has(name));
  require('node:fs').writeSync(2, [...packages, ...modules].join(' '));
});`;

it.each(['--version', '-q a.txt -o a.csv', 'grep -q -c kites a.txt -o count.txt'])(
  'offprint %s loads no optional package and no slow module of Node',
  (args) => {
    const folder = folderWith({ 'report.cjs': REPORT_LOADED, 'a.txt': LISTING });
    const command = ['--require', './report.cjs', executable, ...args.split(' ')];
    const { status, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  },
);
