// Runs commands as whole processes, and measures their time and peak memory.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether the command is installed. */
export function isInstalled(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

/** The seconds that a shell command takes; its output is discarded. */
export function seconds(command) {
  const start = process.hrtime.bigint();
  const run = spawnSync('sh', ['-c', `exec ${command}`], { stdio: ['ignore', 'ignore', 'pipe'] });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e9;
  if (run.status !== 0 && run.status !== 1) throw new Error(`exit ${run.status}: ${command}\n${run.stderr}`);
  return elapsed;
}

/** The median seconds of each command; they run alternately, so that disturbances affect all of them. */
export function medians(commands, runs) {
  const names = Object.keys(commands);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) seconds(commands[name]);
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) times[name].push(seconds(commands[name]));
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The output of a shell command. */
export function output(command) {
  const run = spawnSync('sh', ['-c', command], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`exit ${run.status}: ${command}\n${run.stderr}`);
  return run.stdout.trim();
}

/**
 * Runs the executable with `files` concatenated on its standard input.
 *
 * @returns seconds, and the peak of its resident memory in MiB
 */
export async function piped(bin, args, files) {
  const report = join(tmpdir(), `offprint-bench-${process.pid}.rss`);
  const hook = `process.on('exit',()=>require('fs').writeFileSync(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`;
  const preload = join(tmpdir(), `offprint-bench-${process.pid}.cjs`);
  (await import('node:fs')).writeFileSync(preload, hook);
  const start = process.hrtime.bigint();
  const out = openSync('/dev/null', 'w');
  const cat = spawn('cat', files, { stdio: ['ignore', 'pipe', 'inherit'] });
  const child = spawn(process.execPath, ['--require', preload, bin, ...args], { stdio: [cat.stdout, out, 'inherit'] });
  const status = await new Promise((resolve) => child.on('exit', resolve));
  closeSync(out);
  const elapsed = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0) throw new Error(`exit ${status}`);
  const mebibytes = Number(readFileSync(report, 'utf8')) / 1024;
  rmSync(report);
  rmSync(preload);
  return { seconds: elapsed, mebibytes };
}
