import type { Transform } from 'node:stream';
import { SourceError } from '../diagnostics/errors.ts';
import { FrameError, startsWithFrame, ZstdFrames } from './zstd-frames.ts';

const GZIP = [0x1f, 0x8b];
/** So many bytes tell how the data are compressed. */
const MAGIC_LENGTH = 4;

/** How many times longer than its compressed form a text may be, where the caller says nothing. */
export const MAX_EXPANSION = 200;

/** Text up to this length, in bytes, is never too long. */
const ALWAYS_ALLOWED = 100 * 1000 * 1000;

/** Compressed bytes handed over at once. */
const LONGEST_SLICE = 16 * 1024;

/** Compressed bytes from the beginning that are kept, so that damage among them costs no text before it; else it may cost 16 KiB. */
const LONGEST_BEGINNING = 1024 * 1024;

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

/** Makes the text of compressed bytes; throws a DamageError if they are damaged. */
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
        throw new SourceError(`${name} data expand more than ${maxExpansion}-fold (--max-expansion allows more)`);
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
 * What stands between the text that a decoder gave out and the damage that it met. A decoder drops what it has made of the
 * slice in hand, so the last slice is read once more, byte by byte.
 *
 * @param slices all up to the damaged one; none where they are not known any more @param skipped bytes of text given out
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

/** What the decoder makes of the slices, piece by piece: it waits until each is taken, however far a slice expands. */
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
