import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { listing, papers } from './listing.ts';
import { folderWith, offprint, startOffprint, waitUntilBusy } from './run.ts';

/** In milliseconds: the time limit of a search, and the end of the process. */
const LONGEST_WAIT = 1500;

/** A busy machine may delay a run once, but hardly every time. */
const ATTEMPTS = 5;

/** @returns the first attempt that succeeds, else the last one */
async function retried<Result>(attempt: () => Promise<Result>, isWanted: (result: Result) => boolean): Promise<Result> {
  let result = await attempt();
  for (let attempts = 1; attempts < ATTEMPTS && !isWanted(result); attempts += 1) result = await attempt();
  return result;
}

/** In milliseconds of processor time, which a busy machine hardly affects. Turns take a third of it at most. */
const LONGEST_TURN = 600;

// Node handles signals between two turns of its event loop. The first one loads and compiles the program.
const TELL_LONGEST_TURN = `import { writeSync } from 'node:fs';
let [longest, last] = [0, null];
const turn = () => {
  const { user, system } = process.cpuUsage();
  const now = (user + system) / 1000;
  longest = Math.max(longest, now - (last ?? now));
  last = now;
};
setInterval(turn, 1).unref();
process.on('exit', () => {
  turn();
  writeSync(2, String(Math.round(longest)));
});`;

const large = listing(Array.from({ length: 20_000 }, () => papers).flat());
describe('signals at any moment', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGQUIT', 131],
  ] as const)('%s leaves the old file and no other', async (signal, status) => {
    const cwd = folderWith({ 'a.txt': large, 'x.csv': 'old' });
    const seen = new Set<number | null>();
    for (const delay of [0, 30, 50, 60, 70, 80, 100, 130, 200, 300, 500, null]) {
      const { child, exit } = startOffprint(['a.txt', '-o', 'x.csv', '--sort', 'title', '-q'], cwd);
      // null: on a machine of any speed, send the signal while the file is being written.
      if (delay === null) while (readdirSync(cwd).length < 3 && child.exitCode === null) await setTimeout(1);
      else await setTimeout(delay);
      child.kill(signal);
      const result = await exit;
      // Before the program handles signals, the system ends it, and a shell reports the same status.
      const isSystem = result.code === null && result.signal === signal;
      expect(isSystem || result.code === status || result.code === 0).toBe(true);
      expect(result.stderr).toBe('');
      expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'x.csv']);
      const file = readFileSync(join(cwd, 'x.csv'), 'utf8');
      if (result.code === 0) expect(file.trimEnd().split('\n')).toHaveLength(60_001);
      else if (!seen.has(0)) expect(file).toBe('old');
      seen.add(result.code);
    }
    expect(seen).toContain(status);
  });

  it.each([
    ['waits for input', ['-q']],
    ['decompresses', ['-q', '--max-expansion', '100000']],
    ['looks for a pattern', ['grep', '-E', '(w+)+!', '-q']],
    ['checks', ['check', '-q']],
    ['counts', ['stats', '-q']],
  ])('handles a signal while the program %s', async (_, args) => {
    const { child, exit } = startOffprint(args);
    child.stdout.resume();
    child.stdin.write(listing());
    await waitUntilBusy(child.pid);
    child.kill('SIGTERM');
    expect(await exit).toMatchObject({ code: 143, stderr: '' });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends a search that would never end', async (signal, status) => {
    const paper = { title: `${'a'.repeat(40)}!`, abstract: null, authorCount: null, date: null, upvotes: null };
    const cwd = folderWith({ 'a.ndjson': `${JSON.stringify(paper)}\n`, 'x.csv': 'old' });
    const attempt = async () => {
      const { child, exit } = startOffprint(['grep', '-E', '^(a+)+$', 'a.ndjson', '-o', 'x.csv'], cwd);
      while (readdirSync(cwd).length < 3 && child.exitCode === null) await setTimeout(1);
      await setTimeout(40);
      const start = performance.now();
      child.kill(signal);
      const { code } = await exit;
      expect(readdirSync(cwd).sort()).toEqual(['a.ndjson', 'x.csv']);
      expect(readFileSync(join(cwd, 'x.csv'), 'utf8')).toBe('old');
      return { code, time: performance.now() - start };
    };
    // On a busy machine, the time limit may end the search before the signal arrives.
    const { code, time } = await retried(attempt, (result) => result.code === status && result.time < LONGEST_WAIT);
    expect(code).toBe(status);
    expect(time).toBeLessThan(LONGEST_WAIT);
  });

  it.each(['--by month -f markdown', '--sort title -f list', '-f bibtex'])(
    'handles a signal soon during %s',
    async (args) => {
      const attempt = async () => {
        const cwd = folderWith({ 'a.txt': large, 'x.out': 'old' });
        const { child, exit } = startOffprint(['a.txt', '-q', '-o', 'x.out', ...args.split(' ')], cwd);
        const isDone = () => child.exitCode !== null || child.signalCode !== null;
        while (readdirSync(cwd).length < 3 && !isDone()) await setTimeout(1);
        // At a different moment in each run.
        await setTimeout(100 + 1000 * Math.random());
        const start = performance.now();
        child.kill('SIGINT');
        const { code } = await exit;
        expect([0, 130]).toContain(code);
        if (code === 130) expect(readFileSync(join(cwd, 'x.out'), 'utf8')).toBe('old');
        return performance.now() - start;
      };
      expect(await retried(attempt, (time) => time < LONGEST_WAIT)).toBeLessThan(LONGEST_WAIT);
    },
  );

  // To sort the last ones takes long, to print them does not.
  it.each([
    ['--by month -f markdown', 100_000, 6],
    ['--sort title -f list', 100_000, 6],
    ['--sort title -f ndjson', 400_000, 0],
  ] as const)('never keeps a signal waiting for long during %s', (args, length, sentences) => {
    const records = Array.from({ length }, (_, index) =>
      JSON.stringify({
        title: `Kite Number ${(index * 7919) % 60_013} Over Fields`,
        abstract: 'A kite lifts what the sheep below it weigh. '.repeat(sentences),
        date: `2024-0${1 + (index % 9)}-06`,
      }),
    );
    const cwd = folderWith({ 'a.ndjson': `${records.join('\n')}\n`, 'watch.mjs': TELL_LONGEST_TURN });
    const run = offprint(['a.ndjson', '-q', '-o', 'x.out', ...args.split(' ')], {
      cwd,
      env: { NODE_OPTIONS: '--import ./watch.mjs' },
    });
    expect(run.status).toBe(0);
    expect(Number(run.stderr)).toBeLessThan(LONGEST_TURN);
  });

  it('handles a signal while a pipe has no writer or no reader', async () => {
    const cwd = folderWith({ 'a.txt': listing() });
    execFileSync('mkfifo', ['pipe'], { cwd });
    for (const args of [['pipe'], ['a.txt', '-o', 'pipe']]) {
      const { child, exit } = startOffprint([...args, '-q'], cwd);
      await waitUntilBusy(child.pid);
      child.kill('SIGINT');
      expect(await exit).toMatchObject({ code: 130, stderr: '' });
    }
  });

  it.each(['SIGALRM', 'SIGUSR1', 'SIGUSR2', 'SIGVTALRM', 'SIGXCPU'] as const)(
    '%s removes unfinished files',
    async (signal) => {
      const cwd = folderWith({ 'x.csv': 'old' });
      const { child, exit } = startOffprint(['-o', 'x.csv', '-q'], cwd);
      child.stdin.write(listing());
      while (readdirSync(cwd).length < 2) await setTimeout(20);
      child.kill(signal);
      expect(await exit).toMatchObject({ code: 128 + constants.signals[signal], stderr: '' });
      expect(readdirSync(cwd)).toEqual(['x.csv']);
      expect(readFileSync(join(cwd, 'x.csv'), 'utf8')).toBe('old');
    },
  );

  it('survives SIGPIPE', async () => {
    const { child, exit } = startOffprint(['-f', 'ndjson', '-q']);
    let lines = 0;
    child.stdout.on('data', (piece: Buffer) => {
      for (const byte of piece) if (byte === 10) lines += 1;
    });
    child.stdin.write(listing());
    await waitUntilBusy(child.pid);
    child.kill('SIGPIPE');
    child.stdin.end();
    expect(await exit).toMatchObject({ code: 0, stderr: '' });
    expect(lines).toBe(3);
  });
});
