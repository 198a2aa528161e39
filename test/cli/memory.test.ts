import { expect, it } from 'vitest';
import { plainListing } from '../bench/listings.mjs';
import { measured } from './measured.ts';

const piece = [...plainListing(4_000_000)].join('');

function* repeated(times: number): Generator<string> {
  for (let count = 0; count < times; count += 1) yield piece;
}

it.each(['-f ndjson --limit 1000000000', '-f ndjson --sort upvotes,title --limit 10', 'grep -c lora'])(
  '400 MB through a pipe take offprint %s as little memory as 40 MB',
  async (args) => {
    const [small, large] = [
      await measured(args.split(' '), repeated(10)),
      await measured(args.split(' '), repeated(100)),
    ];
    expect([small.status, large.status, large.stderr]).toEqual([0, 0, '']);
    expect(large.memory).toBeLessThan(1.12 * small.memory);
    expect(large.memory).toBeLessThan(150);
  },
);
