import { writeSync } from 'node:fs';
import { getSystemErrorMap } from 'node:util';
import { printable } from '../text/printable.ts';
import { clearStatus } from './status-line.ts';

/** Prints one line on standard error. */
export function say(message: string): void {
  clearStatus();
  try {
    writeSync(2, `offprint: ${printable(message)}\n`);
  } catch {
    // Standard error is closed.
  }
}

/** The name of an input in messages. */
export function inputName(name: string): string {
  return name === '-' ? 'standard input' : name;
}

let waitsForStream = false;

/** Whether some of the printed text may not have been written yet. */
export function isPrinting(): boolean {
  return waitsForStream;
}

/** Prints help or the version, without loading `process.stdout`. */
export function print(text: string): void {
  // The Windows console needs a stream.
  if (process.platform === 'win32') {
    waitsForStream = true;
    process.stdout.write(text);
    return;
  }
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      // The pipe is full and does not block; a stream waits for it.
      waitsForStream = true;
      process.stdout.write(bytes.subarray(at));
      return;
    }
  }
}

/** Why something failed, in a few words: `no such file or directory`, not `ENOENT: …, open 'x'`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { errno } = error as NodeJS.ErrnoException;
  return (errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1]) ?? error.message;
}
