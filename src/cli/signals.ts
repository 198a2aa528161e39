import { rmSync } from 'node:fs';

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Files that must not outlive the run. */
const unfinished = new Set<string>();

/** Ends the run at once at a signal, with the status that shells expect and without leaving an unfinished file. */
export function endOnSignals(): void {
  for (const [name, number] of Object.entries(SIGNAL_NUMBERS)) {
    process.on(name, () => {
      for (const path of unfinished) discard(path);
      process.exit(128 + number);
    });
  }
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
