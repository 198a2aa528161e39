import { expect, it } from 'vitest';
import { plainListing } from '../bench/listings.mjs';
import { measured } from './measured.ts';

const piece = [...plainListing(4_000_000)].join('');

function* repeated(times: number): Generator<string> {
  for (let count = 0; count < times; count += 1) yield piece;
}

/** In MiB. An input of 2 GB must not take more. */
const CEILING = 180;

it.each([
  '-f ndjson --limit 1000000000',
  '-f ndjson --sort upvotes,title --limit 10',
  '-f ndjson --sort trending --as-of 2026-10-02 --limit 10',
  'grep -c lora',
])(
  'reads a listing of any length through a pipe with %s in little memory',
  async (args) => {
    const { status, memory } = await measured(args.split(' '), repeated(30));
    expect(status).toBe(0);
    expect(memory).toBeLessThan(CEILING);
  },
  // A busy machine is much slower.
  240_000,
);
