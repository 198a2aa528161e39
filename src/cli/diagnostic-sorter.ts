import TinyQueue from 'tinyqueue';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** More diagnostics than readers report about pending papers at a time. */
const MOST_HELD = 10_000;

interface Held {
  readonly diagnostic: Diagnostic;
  /** Keeps diagnostics of the same place in the order they were reported. */
  readonly place: number;
}

/** Sorts the diagnostics of an input by line: readers report some lines only after later ones. */
export class DiagnosticSorter {
  readonly #held = new TinyQueue<Held>([], compare);
  readonly #next: (diagnostic: Diagnostic) => void;
  #place = 0;

  constructor(next: (diagnostic: Diagnostic) => void) {
    this.#next = next;
  }

  push(diagnostic: Diagnostic): void {
    this.#held.push({ diagnostic, place: this.#place });
    this.#place += 1;
    if (this.#held.length > MOST_HELD) this.#release();
  }

  /** Call after the last diagnostic. */
  end(): void {
    while (this.#held.length > 0) this.#release();
  }

  #release(): void {
    const first = this.#held.pop();
    if (first !== undefined) this.#next(first.diagnostic);
  }
}

function compare(a: Held, b: Held): number {
  return a.diagnostic.line - b.diagnostic.line || a.diagnostic.column - b.diagnostic.column || a.place - b.place;
}
