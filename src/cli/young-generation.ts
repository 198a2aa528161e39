/** Bytes of input after which V8's young generation is as large as it need be. */
const LONG_INPUT = 32 * 1000 * 1000;

/** The newest V8 that is known to have the flag; one that has not would say so on standard error. */
const NEWEST_V8 = 14;

let left = LONG_INPUT;

/**
 * Holds the memory of a long run, which is to be told of all bytes that it reads.
 *
 * V8 lets its young generation grow as long as objects outlive a collection, which on an endless pipe comes to its largest
 * size at last, and what is collected then has left the processor's cache. Held at the size that 32 MB have made it, 2 GB
 * through a pipe take 69 MiB instead of 103, no more than 200 MB take, and 5.4 s instead of 6.4 s (Node 20).
 */
export function holdMemory(bytes: number): void {
  if (left < 0) return;
  left -= bytes;
  if (left < 0 && Number.parseInt(process.versions.v8, 10) <= NEWEST_V8) void holdYoungGeneration();
}

async function holdYoungGeneration(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--semi-space-growth-factor=1');
}
