import { writeSync } from 'node:fs';

const CLEAR = '\r\u001b[K';

const state = { isShown: false, isOver: false };

/** Shows a line on the terminal of standard error that is gone before anything else is printed there, or the run ends. */
export function showStatus(text: string): void {
  if (state.isOver) return;
  if (!state.isShown) process.once('exit', clearStatus);
  state.isShown = true;
  write(CLEAR + text);
}

/** To be called before anything else is printed on a terminal. */
export function clearStatus(): void {
  if (!state.isShown) return;
  state.isShown = false;
  process.off('exit', clearStatus);
  write(CLEAR);
}

/** From here on the terminal belongs to what the run prints. */
export function endStatus(): void {
  clearStatus();
  state.isOver = true;
}

function write(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // The terminal has gone.
  }
}
