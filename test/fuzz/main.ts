/*
 * Damages listings at random and holds the program to its promises.
 *
 *     npm run fuzz                                one minute, two workers, another seed each time
 *     npm run fuzz -- --minutes 10 --workers 2    longer
 *     npm run fuzz -- --seed 12 --minutes 1       the same inputs again
 *     npm run fuzz -- --case 123456               one input, by the seed that a failure names
 */
import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { inputOf, tryCase } from './case.ts';
import { tryCommandLine } from './command-line.ts';
import { Corpus } from './corpus.ts';
import { Random } from './random.ts';
import type { WorkerData } from './worker.ts';

/** A case that takes longer hangs, in milliseconds; making a failing input short takes 20 s. */
const LONGEST_CASE = 60_000;

const root = process.cwd();
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    case: { type: 'string' },
  },
});

process.exitCode = (values.case === undefined ? await fuzz() : await again(Number(values.case))) ? 0 : 1;

/** @returns whether every promise was kept */
async function fuzz(): Promise<boolean> {
  const seed = Number(values.seed);
  const end = performance.now() + Number(values.minutes) * 60_000;
  const workers = Array.from({ length: Number(values.workers) }, (_, index) =>
    startWorker(seed * 1_000_003 + index, Number(values.workers)),
  );
  say(`seed ${seed}, ${workers.length} workers, ${values.minutes} min`);
  const corpus = new Corpus(root);
  let runs = 0;
  let failures = 0;
  for (let at = seed; performance.now() < end; at += 1) {
    const fault = tryCommandLine(inputOf(at, corpus), new Random(at));
    runs += 1;
    if (fault !== null) {
      failures += 1;
      say(`FAILED case ${at} through the command line: ${fault}`);
    }
    for (const worker of workers) worker.check();
    // Most of the time belongs to the workers.
    await setTimeout(1000);
  }
  const tried = workers.reduce((sum, { progress }) => sum + (progress[1] ?? 0), 0);
  failures += workers.reduce((sum, worker) => sum + worker.failures(), 0);
  await Promise.all(workers.map(({ worker }) => worker.terminate()));
  say(`${tried} inputs through the library, ${runs} through the command line: ${failures} failures`);
  return failures === 0;
}

function startWorker(first: number, step: number) {
  const progress = new Int32Array(new SharedArrayBuffer(8));
  const data: WorkerData = { root, first: first % 2 ** 30, step, progress };
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: data });
  let failures = 0;
  let seen = -1;
  let since = performance.now();
  worker.on('message', ({ seed, message, input }: { seed: number; message: string; input: string }) => {
    failures += 1;
    say(`FAILED case ${seed}: ${message}\n  input: ${JSON.stringify(input)}`);
  });
  worker.on('error', (error) => {
    failures += 1;
    say(`FAILED worker at case ${progress[0]}: ${error.stack}`);
  });
  return {
    worker,
    progress,
    failures: () => failures,
    check() {
      const tried = Atomics.load(progress, 1);
      if (tried !== seen) [seen, since] = [tried, performance.now()];
      if (performance.now() - since < LONGEST_CASE) return;
      failures += 1;
      since = Infinity;
      say(`FAILED case ${progress[0]}: it does not come to an end`);
    },
  };
}

async function again(seed: number): Promise<boolean> {
  const failure = await tryCase(seed, new Corpus(root));
  if (failure === null) say(`case ${seed} breaks no promise`);
  else say(`FAILED case ${seed}: ${failure.message}\n  input: ${JSON.stringify(failure.input.toString('latin1'))}`);
  return failure === null;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
