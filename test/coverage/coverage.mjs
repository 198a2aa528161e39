// Runs all or the named tests with coverage of `src`: prints a table, and writes every line to coverage/index.html.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import libCoverage from 'istanbul-lib-coverage';
import libReport from 'istanbul-lib-report';
import reports from 'istanbul-reports';
import { zeroCounts } from './instrument.mjs';

const folder = mkdtempSync(join(tmpdir(), 'offprint-coverage-'));
const instrumented = { stdio: 'inherit', env: { ...process.env, OFFPRINT_COVERAGE: folder } };
// The tests build only what is out of date, and an executable that is up to date may have no counters.
spawnSync('npm', ['run', '--silent', 'build'], instrumented);
const tests = spawnSync(
  'npx',
  ['vitest', 'run', '--config', 'test/vitest.config.ts', ...process.argv.slice(2)],
  instrumented,
);

const sources = readdirSync('src', { recursive: true }).filter((file) => file.endsWith('.ts'));
const coverageMap = libCoverage.createCoverageMap(
  Object.fromEntries(sources.map((file) => [resolve('src', file), zeroCounts(resolve('src', file))])),
);
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  coverageMap.merge(JSON.parse(readFileSync(join(folder, file), 'utf8')));
}
rmSync(folder, { recursive: true });
const context = libReport.createContext({ dir: 'coverage', coverageMap });
for (const name of ['text', 'html', 'json']) reports.create(name).execute(context);
// Replace the instrumented executable.
spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
process.exitCode = tests.status ?? 1;
