import { writeSync } from 'node:fs';
import { getSystemErrorMap } from 'node:util';
import { printable } from '../printable.ts';
import { clearStatus } from './status-line.ts';

/** Prints one line on standard error: what the user should know about this run. */
export function say(message: string): void {
  clearStatus();
  try {
    writeSync(2, `offprint: ${printable(message)}\n`);
  } catch {
    // Nobody listens there any more.
  }
}

/** Why something failed, in a few words: `no such file or directory`, not `ENOENT: …, open 'x'`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { errno } = error as NodeJS.ErrnoException;
  return (errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1]) ?? error.message;
}
