import type { Transform } from 'node:stream';
import { SourceError } from '../errors.ts';

const GZIP = [0x1f, 0x8b];
const ZSTANDARD = [0x28, 0xb5, 0x2f, 0xfd];

/** How many times longer than its compressed form a text may be, where the caller says nothing. */
export const MAX_EXPANSION = 200;

/** Text up to this length, in bytes, is never too long. */
const ALWAYS_ALLOWED = 100 * 1000 * 1000;

/** Compressed bytes handed over at once. What was made of them is lost where they turn out to be damaged. */
const LONGEST_SLICE = 16 * 1024;
const SHORTEST_SLICE = 512;

/**
 * The bytes that gzip (RFC 1952) or Zstandard (RFC 8878) data stand for, known by their first bytes; others as they are.
 *
 * @param maxExpansion how many times longer than what was read the result may become, once it is over 100 MB
 * @throws SourceError, after all that could be read, where the data are damaged, too short or expand too far
 */
export async function* decompress(chunks: AsyncIterable<Uint8Array>, maxExpansion: number): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  try {
    while (head.length < ZSTANDARD.length) {
      const { done, value } = await iterator.next();
      if (done === true) break;
      head = head.length === 0 ? asBuffer(value) : Buffer.concat([head, value]);
    }
    const rest = restOf(head, iterator);
    if (startsWith(head, GZIP)) yield* expand(rest, await gunzip(), 'gzip', maxExpansion);
    else if (startsWith(head, ZSTANDARD)) yield* expand(rest, await unzstd(), 'zstd', maxExpansion);
    else yield* rest;
  } finally {
    await iterator.return?.();
  }
}

async function* restOf(head: Buffer, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  for (;;) {
    const { done, value } = await iterator.next();
    if (done === true) return;
    yield asBuffer(value);
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function startsWith(bytes: Buffer, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

async function gunzip(): Promise<Transform> {
  return (await import('node:zlib')).createGunzip();
}

async function unzstd(): Promise<Transform> {
  const zlib: typeof import('node:zlib') & { createZstdDecompress?: () => Transform } = await import('node:zlib');
  if (zlib.createZstdDecompress === undefined) {
    throw new SourceError(
      `zstd data, which this version of Node (${process.version}) cannot read; 22.15 and newer can`,
    );
  }
  return zlib.createZstdDecompress();
}

async function* expand(
  chunks: AsyncIterable<Buffer>,
  decoder: Transform,
  name: string,
  maxExpansion: number,
): AsyncGenerator<Buffer> {
  let consumed = 0;
  let produced = 0;
  let failure: Error | null = null;
  let isEnded = false;
  let wake = () => {};
  decoder.on('readable', () => wake());
  decoder.on('end', () => {
    isEnded = true;
    wake();
  });
  decoder.on('error', (error) => {
    failure = error;
    wake();
  });

  /** What was made since; taken by `read`, the decoder waits for it, however much one slice expands to. */
  function* made(): Generator<Buffer> {
    for (let piece = decoder.read(); piece !== null; piece = decoder.read()) {
      produced += piece.length;
      if (produced > Math.max(ALWAYS_ALLOWED, consumed * maxExpansion)) {
        throw new SourceError(`${name} data expand more than ${maxExpansion}-fold (--max-expansion allows more)`);
      }
      yield piece;
    }
  }

  /** What the decoder makes until the step is done. */
  async function* during(step: (done: () => void) => void): AsyncGenerator<Buffer> {
    let isDone = false;
    step(() => {
      isDone = true;
      wake();
    });
    while (!isDone && !isEnded && failure === null) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      yield* made();
    }
    if (failure !== null) throw new SourceError(`damaged ${name} data: ${failure.message}`);
  }

  try {
    for await (const chunk of chunks) {
      for (let from = 0; from < chunk.length && !isEnded; ) {
        // Short slices first, so that little is lost where a short file is damaged.
        const length = Math.min(LONGEST_SLICE, Math.max(SHORTEST_SLICE, consumed >> 3));
        const slice = chunk.subarray(from, from + length);
        from += slice.length;
        consumed += slice.length;
        yield* during((done) => decoder.write(slice, done));
      }
    }
    yield* during((done) => decoder.end().once('end', done));
  } finally {
    decoder.destroy();
  }
}
