import { writeSync } from 'node:fs';

const CLEAR = '\r\u001b[K';

const state = { isShown: false, isOver: false };

/** Shows a temporary line on the terminal; it is cleared before anything else is printed and when the run ends. */
export function showStatus(text: string): void {
  if (state.isOver) return;
  if (!state.isShown) process.once('exit', clearStatus);
  state.isShown = true;
  write(CLEAR + text);
}

/** Call before anything else is printed on a terminal. */
export function clearStatus(): void {
  if (!state.isShown) return;
  state.isShown = false;
  process.off('exit', clearStatus);
  write(CLEAR);
}

/** Clears the line and shows no more. */
export function endStatus(): void {
  clearStatus();
  state.isOver = true;
}

function write(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // The terminal is closed.
  }
}
