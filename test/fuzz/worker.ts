import { parentPort, workerData } from 'node:worker_threads';
import { tryCase } from './case.ts';
import { Corpus } from './corpus.ts';

export interface WorkerData {
  readonly root: string;
  readonly first: number;
  readonly step: number;
  /** The seed in hand and how many were tried, for whoever watches that a case comes to an end. */
  readonly progress: Int32Array;
}

const { root, first, step, progress } = workerData as WorkerData;
const corpus = new Corpus(root);
for (let seed = first; ; seed += step) {
  Atomics.store(progress, 0, seed);
  const failure = await tryCase(seed, corpus);
  if (failure !== null) parentPort?.postMessage({ ...failure, input: failure.input.toString('latin1') });
  Atomics.add(progress, 1, 1);
}
