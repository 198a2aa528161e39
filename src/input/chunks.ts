import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { SourceError } from '../diagnostics/errors.ts';
import type { Source } from './sources.ts';

/** Bytes read at a time. Longer chunks keep more papers alive during garbage collection. */
const CHUNK_LENGTH = 128 * 1024;

/** How long to read before yielding to the event loop, in milliseconds. */
const LONGEST_TURN = 50;

export interface OpenSource {
  /** Stats of the file or pipe. */
  readonly stats: Stats;
  /** The raw bytes. A chunk is valid until the next one is requested. Iterate only once. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** @throws the system error if the source cannot be opened */
export function openSource({ path }: Source): OpenSource {
  // A named pipe without a writer must not block the program.
  const descriptor = path === null ? 0 : openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const stats = fstatSync(descriptor);
  const isStream = stats.isFIFO() || stats.isSocket() || (path === null && stats.isCharacterDevice());
  return {
    stats,
    chunks: isStream ? streamChunks(path, descriptor) : fileChunks(descriptor, path === null ? 0 : stats.size),
  };
}

async function* streamChunks(path: Source['path'], descriptor: number): AsyncGenerator<Buffer> {
  if (path === null) {
    yield* process.stdin;
  } else {
    const { Socket } = await import('node:net');
    yield* new Socket({ fd: descriptor, readable: true, writable: false });
  }
}

/**
 * Reads synchronously, which is faster than a stream.
 *
 * @param size of the file when it was opened
 * @throws SourceError at the end if the file became shorter
 */
async function* fileChunks(descriptor: number, size: number): AsyncGenerator<Buffer> {
  try {
    let turnStart = Date.now();
    // One buffer for all chunks saves allocation and garbage collection.
    const chunk = Buffer.allocUnsafeSlow(CHUNK_LENGTH);
    for (;;) {
      const length = readSync(descriptor, chunk, 0, CHUNK_LENGTH, null);
      if (length === 0) {
        if (fstatSync(descriptor).size < size) throw new SourceError('was truncated while it was read');
        return;
      }
      yield length === CHUNK_LENGTH ? chunk : chunk.subarray(0, length);
      if (Date.now() - turnStart < LONGEST_TURN) continue;
      await new Promise((resolve) => setImmediate(resolve));
      turnStart = Date.now();
    }
  } finally {
    if (descriptor !== 0) closeSync(descriptor);
  }
}
