import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inputOf, tryCase } from './case.ts';
import { Corpus } from './corpus.ts';
import { minimize } from './minimize.ts';
import { holdToPromises } from './properties.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpus = new Corpus(root);

/** How many inputs are tried here; `npm run fuzz` goes on for as long as it is told to. */
const CASES = 1500;

describe('damaged listings', { timeout: 180_000 }, () => {
  it('break no promise', async () => {
    for (let seed = 1; seed <= CASES; seed += 1) {
      const failure = await tryCase(seed, corpus);
      if (failure !== null) {
        const input = JSON.stringify(failure.input.toString('latin1'));
        expect.fail(`npm run fuzz -- --case ${seed}\n${failure.message}\ninput: ${input}`);
      }
    }
  });

  it('are the same for the same seed, and others for another', () => {
    expect(inputOf(7, corpus)).toEqual(inputOf(7, corpus));
    expect(inputOf(7, corpus)).not.toEqual(inputOf(8, corpus));
  });

  it('hold papers often enough to say something about readers', async () => {
    let withPapers = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      if ((await holdToPromises(inputOf(seed, corpus), seed)).papers.length > 0) withPapers += 1;
    }
    expect(withPapers).toBeGreaterThan(40);
  });
});

const folder = join(root, 'test/fuzz/regressions');

it.each(readdirSync(folder))('%s, which broke a promise once, breaks none', async (file) => {
  const input = readFileSync(join(folder, file));
  for (let seed = 1; seed <= 60; seed += 1) await holdToPromises(input, seed);
});

it('a failing input is made as short as it can be', async () => {
  const fails = async (input: Buffer) => input.includes('needle') && input.includes('\n');
  const input = Buffer.from(`${'hay\n'.repeat(500)}needle${'hay\n'.repeat(500)}`);
  const found = await minimize(input, fails, Number.POSITIVE_INFINITY);
  expect([...found.toString()].sort().join('')).toBe('\ndeeeln');
});
