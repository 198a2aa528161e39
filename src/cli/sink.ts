import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { reasonOf } from './messages.ts';
import { isStandardOutput } from './output-file.ts';
import { discard, guard, keep } from './signals.ts';
import { endStatus } from './status-line.ts';
import { isTerminal } from './terminal.ts';

/** The output cannot be written; the message names it. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** The reader closed the pipe; the run exits quietly. */
export class ClosedPipeError extends Error {
  override readonly name = 'ClosedPipeError';
}

/** Where a run writes its output. */
export interface Sink {
  /** The stats of the file that is written, to recognize it among the inputs. */
  readonly stats: Stats;
  /** The old content of the file is already lost, so the file cannot also be an input. */
  readonly isTruncated: boolean;
  /** @returns a promise, if writing is asynchronous, that must be awaited before the next call and before the bytes change */
  write(text: string | Uint8Array): Promise<void> | void;
  /** Call once, after everything was written. */
  finish(): Promise<void> | void;
  /** Call instead of `finish` if the run failed: an existing file stays unchanged. */
  abandon(): void;
}

/** @param path as `--output` gives it: undefined or `-` is standard output, `.gz` at its end compresses */
export async function openSink(path: string | undefined): Promise<Sink> {
  if (isStandardOutput(path)) return openStandardOutput();
  const sink = await withName(path, () => openFile(path));
  return path.toLowerCase().endsWith('.gz') ? gzipped(sink) : sink;
}

async function openStandardOutput(): Promise<Sink> {
  const stats = fstatSync(1);
  const name = 'standard output';
  const isDevice = stats.isCharacterDevice() && !(await isTerminal(1));
  if (stats.isFile() || isDevice) return descriptorSink(1, stats, name);
  const sink = streamSink(process.stdout, stats, name);
  return process.stdout.isTTY ? terminalSink(sink) : sink;
}

/** Ends the progress line before the output begins. */
function terminalSink(sink: Sink): Sink {
  return {
    ...sink,
    write: (text) => {
      endStatus();
      return sink.write(text);
    },
  };
}

async function openFile(path: string): Promise<Sink> {
  const old = statSync(path, { throwIfNoEntry: false });
  if (old?.isDirectory()) throw new Error('is a folder');
  if (old?.isFIFO()) return openNamedPipe(path, old);
  if (old !== undefined && !old.isFile()) return descriptorSink(openSync(path, 'w'), old, path);
  return replacingSink(path, old);
}

/** Waits for a reader without blocking, so that signals are handled. */
async function openNamedPipe(path: string, stats: Stats): Promise<Sink> {
  for (;;) {
    try {
      const descriptor = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
      const { Socket } = await import('node:net');
      return streamSink(new Socket({ fd: descriptor, readable: false, writable: true }), stats, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENXIO') throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Writes to a temporary file, which replaces the target when it is complete. */
function replacingSink(path: string, old: Stats | undefined): Sink {
  // Replace the target of a link, not the link.
  const target = old === undefined ? endOfLinks(path) : realpathSync.native(path);
  if (old !== undefined) accessSync(target, constants.W_OK);
  const temporary = `${dirname(target)}/.offprint-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`;
  const descriptor = openSync(temporary, 'wx');
  guard(temporary);
  if (old !== undefined) copyMode(old, descriptor);
  const sink = descriptorSink(descriptor, old ?? fstatSync(descriptor), path);
  return {
    ...sink,
    isTruncated: false,
    finish: () =>
      withName(path, () => {
        // After a system crash, either the old file or the complete new file must exist.
        if (old !== undefined) fsyncSync(descriptor);
        closeSync(descriptor);
        renameSync(temporary, target);
        keep(temporary);
      }),
    abandon: () => discard(temporary),
  };
}

/** Ignores failures: some file systems have no modes, or let only the owner change them. */
function copyMode({ mode }: Stats, descriptor: number): void {
  try {
    fchmodSync(descriptor, mode & 0o7777);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== 'fchmod') throw error;
  }
}

/** The number of links that Linux follows. */
const MOST_LINKS = 40;

/** The end of a chain of links, which need not exist. */
function endOfLinks(path: string): string {
  let end = path;
  for (let links = 0; links < MOST_LINKS; links += 1) {
    if (lstatSync(end, { throwIfNoEntry: false })?.isSymbolicLink() !== true) break;
    end = resolve(dirname(end), readlinkSync(end));
  }
  return end;
}

/** Writes synchronously, to files and devices. */
function descriptorSink(descriptor: number, stats: Stats, name: string): Sink {
  return {
    stats,
    isTruncated: true,
    write: (text) => withName(name, () => writeWhole(descriptor, text)),
    finish: () => {},
    abandon: () => {},
  };
}

function writeWhole(descriptor: number, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? encode(text) : text;
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/** In UTF-16 code units, each of which takes up to three bytes. */
const LONGEST_ENCODED = 256 * 1024;

/** Takes one text after the other, because fresh memory for each is slow. */
let encoded: Buffer | null = null;

function encode(text: string): Buffer {
  if (text.length > LONGEST_ENCODED) return Buffer.from(text);
  encoded ??= Buffer.allocUnsafeSlow(3 * LONGEST_ENCODED);
  return encoded.subarray(0, encoded.write(text));
}

/** Writes asynchronously, to pipes and terminals. */
function streamSink(stream: Writable, stats: Stats, name: string): Sink {
  let failure: unknown;
  stream.on('error', (error) => {
    failure ??= error;
  });
  const whenTaken = (start: (done: (error?: Error | null) => void) => void) =>
    withName(
      name,
      () =>
        new Promise<void>((resolve, reject) => {
          start((error) => {
            failure ??= error;
            if (failure) reject(failure);
            else resolve();
          });
        }),
    );
  return {
    stats,
    isTruncated: true,
    write: (text) => whenTaken((done) => stream.write(text, done)),
    finish: () => whenTaken((done) => (stream === process.stdout ? stream.write('', done) : stream.end(done))),
    abandon: () => {},
  };
}

async function gzipped(sink: Sink): Promise<Sink> {
  const { createGzip } = await import('node:zlib');
  const gzip = createGzip();
  let compressed: Buffer[] = [];
  gzip.on('data', (piece: Buffer) => compressed.push(piece));
  const passOn = async (step: (done: () => void) => void) => {
    await new Promise<void>((resolve) => step(resolve));
    const text = Buffer.concat(compressed);
    compressed = [];
    await sink.write(text);
  };
  return {
    ...sink,
    write: (text) => passOn((done) => gzip.write(text, () => done())),
    finish: async () => {
      await passOn((done) => gzip.end().once('end', done));
      await sink.finish();
    },
  };
}

/** Runs `action`; its errors are replaced by ones that name the output. */
function withName<Result>(name: string, action: () => Result): Result {
  const rename = (error: unknown): never => {
    if (error instanceof ClosedPipeError || error instanceof OutputError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') throw new ClosedPipeError(name);
    throw new OutputError(`cannot write ${name}: ${reasonOf(error)}`);
  };
  try {
    const result = action();
    return result instanceof Promise ? (result.catch(rename) as Result) : result;
  } catch (error) {
    return rename(error);
  }
}
