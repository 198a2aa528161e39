import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { SourceError } from '../diagnostics/errors.ts';
import type { Source } from './sources.ts';

/** Bytes that are read at once: longer chunks hold more papers, which outlive more collections of garbage. */
const CHUNK_LENGTH = 512 * 1024;

/** How long bytes are read without a look at anything else, such as signals, in milliseconds. */
const LONGEST_TURN = 50;

export interface OpenSource {
  /** What the operating system knows about the file or pipe. */
  readonly stats: Stats;
  /** The bytes as they stand in the source; a chunk is good until the next one is asked for. To be iterated once. */
  readonly chunks: AsyncIterable<Buffer>;
}

/** @throws the error of the operating system if the source cannot be opened */
export function openSource({ path }: Source): OpenSource {
  // A named pipe that nobody writes into yet must not block the program.
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
 * Reads synchronously, which is faster than any stream.
 *
 * @param size of the file when it was opened
 * @throws SourceError, after all that could be read, where the file has become shorter
 */
async function* fileChunks(descriptor: number, size: number): AsyncGenerator<Buffer> {
  try {
    let turnStart = Date.now();
    // One buffer for all: new ones cost a third of the time of counting what they hold, half of that in garbage collection.
    const chunk = Buffer.allocUnsafeSlow(CHUNK_LENGTH);
    for (;;) {
      const length = readSync(descriptor, chunk, 0, CHUNK_LENGTH, null);
      if (length === 0) {
        if (fstatSync(descriptor).size < size) throw new SourceError('became shorter while it was read');
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
