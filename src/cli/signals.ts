import { rmSync } from 'node:fs';

/** Signals that end a process by default and can be handled. */
const SIGNALS = [
  'SIGHUP',
  'SIGINT',
  'SIGQUIT',
  'SIGTERM',
  'SIGALRM',
  'SIGUSR1',
  'SIGUSR2',
  'SIGVTALRM',
  'SIGXCPU',
] as const;

/** Temporary files to remove if the run ends early. */
const unfinished = new Set<string>();

/** Ends the run when a signal arrives, with the status that shells expect, and removes unfinished files. */
export function endOnSignals(): void {
  for (const name of SIGNALS) {
    process.on(name, (_signal: NodeJS.Signals, number: number) => endBySignal(number));
  }
}

/** @param number of the signal, such as 2 for Ctrl-C */
function endBySignal(number: number): never {
  for (const path of unfinished) discard(path);
  process.exit(128 + number);
}

/** Removes the file if a signal ends the run before {@link keep} or {@link discard}. */
export function guard(path: string): void {
  unfinished.add(path);
}

export function keep(path: string): void {
  unfinished.delete(path);
}

export function discard(path: string): void {
  unfinished.delete(path);
  rmSync(path, { force: true });
}
