import type { Transform } from 'node:stream';
import { SourceError } from '../diagnostics/errors.ts';
import { FrameError, startsWithFrame, ZstdFrames } from './zstd-frames.ts';

const GZIP = [0x1f, 0x8b];
/** Number of bytes needed to recognize the compression. */
const MAGIC_LENGTH = 4;

/** Default limit for the ratio of decompressed to compressed size. */
export const MAX_EXPANSION = 200;

/** Decompressed size up to which the ratio is not checked, in bytes. */
const ALWAYS_ALLOWED = 100 * 1000 * 1000;

/** Compressed bytes passed to the decoder at a time. */
const LONGEST_SLICE = 16 * 1024;

/** Compressed bytes that are kept, so that all text before damage among them can be recovered. */
const LONGEST_BEGINNING = 1024 * 1024;

/**
 * Decompresses gzip (RFC 1952) and Zstandard (RFC 8878) data, recognized by their first bytes; other data are unchanged.
 *
 * @param maxExpansion maximum ratio of the result to the input, checked once the result exceeds 100 MB
 * @throws SourceError, after everything readable, if the data are damaged, truncated or expand too much
 */
export async function* decompress(chunks: AsyncIterable<Uint8Array>, maxExpansion: number): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  try {
    while (head.length < MAGIC_LENGTH) {
      const { done, value } = await iterator.next();
      if (done === true) break;
      if (value.length < MAGIC_LENGTH || head.length > 0) head = Buffer.concat([head, value]);
      else head = asBuffer(value);
    }
    const rest = restOf(head, iterator);
    if (startsWith(head, GZIP)) yield* expand(rest, await gunzip(), 'gzip', maxExpansion);
    else if (startsWithFrame(head)) yield* expand(rest, await unzstd(), 'zstd', maxExpansion);
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

/** Decompresses bytes; throws a DamageError if they are damaged. */
type Decode = (slices: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>;

async function gunzip(): Promise<Decode> {
  const { createGunzip } = await import('node:zlib');
  return (slices) => decoded(slices, createGunzip());
}

async function unzstd(): Promise<Decode> {
  const zlib: typeof import('node:zlib') & { createZstdDecompress?: () => Transform } = await import('node:zlib');
  const { createZstdDecompress } = zlib;
  if (createZstdDecompress === undefined) {
    throw new SourceError(
      `zstd data, which this version of Node (${process.version}) cannot read; 22.15 and newer can`,
    );
  }
  return async function* (slices) {
    const frames = new ZstdFrames(slices);
    try {
      while (await frames.next()) yield* decoded(frames.frame(), createZstdDecompress());
    } catch (error) {
      throw error instanceof FrameError ? new DamageError(error.message) : error;
    }
  };
}

/** The decoder refused its input; the message is its own. */
class DamageError extends Error {
  override readonly name = 'DamageError';
}

async function* expand(
  chunks: AsyncIterable<Buffer>,
  decode: Decode,
  name: string,
  maxExpansion: number,
): AsyncGenerator<Buffer> {
  let consumed = 0;
  let produced = 0;
  let beginning: Buffer[] = [];

  async function* slices(): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      for (let from = 0; from < chunk.length; ) {
        const slice = chunk.subarray(from, from + LONGEST_SLICE);
        from += slice.length;
        consumed += slice.length;
        if (consumed <= LONGEST_BEGINNING) beginning.push(Buffer.from(slice));
        else beginning = [];
        yield slice;
      }
    }
  }

  try {
    for await (const piece of decode(slices())) {
      produced += piece.length;
      if (produced > Math.max(ALWAYS_ALLOWED, consumed * maxExpansion)) {
        throw new SourceError(
          `${name} data expands to more than ${maxExpansion} times its size (--max-expansion allows more)`,
        );
      }
      yield piece;
    }
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
    yield* beforeDamage(beginning, decode, produced);
    throw new SourceError(`damaged ${name} data: ${error.message}`);
  }
}

/**
 * The text between the last output of a decoder and the damage. A decoder discards the output of the damaged slice, so that
 * slice is decoded again, byte by byte.
 *
 * @param slices all slices up to the damaged one; empty if they were not kept
 * @param skipped bytes of text already emitted
 */
async function* beforeDamage(slices: readonly Buffer[], decode: Decode, skipped: number): AsyncGenerator<Buffer> {
  async function* bytes(): AsyncGenerator<Buffer> {
    yield* slices.slice(0, -1);
    const last = slices.at(-1) ?? Buffer.alloc(0);
    for (let at = 0; at < last.length; at += 1) yield last.subarray(at, at + 1);
  }
  let left = skipped;
  try {
    for await (const piece of decode(bytes())) {
      if (left < piece.length) yield piece.subarray(left);
      left = Math.max(0, left - piece.length);
    }
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
  }
}

/** Decodes the slices piece by piece, with backpressure however far a slice expands. */
async function* decoded(slices: AsyncIterable<Buffer>, decoder: Transform): AsyncGenerator<Buffer> {
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

  /** The output of the decoder until the step is done. */
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
      for (let piece = decoder.read(); piece !== null; piece = decoder.read()) yield piece;
    }
    if (failure !== null) throw new DamageError(failure.message);
  }

  try {
    for await (const slice of slices) {
      if (isEnded) break;
      yield* during((done) => decoder.write(slice, done));
    }
    yield* during((done) => decoder.end().once('end', done));
  } finally {
    decoder.destroy();
  }
}
