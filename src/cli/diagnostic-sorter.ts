import TinyQueue from 'tinyqueue';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** More than readers say about what they hold back at a time, such as papers that wait for their year. */
const MOST_HELD = 10_000;

interface Held {
  readonly diagnostic: Diagnostic;
  /** Keeps what was said of one place in the order in which it was said. */
  readonly place: number;
}

/** Hands on what readers say of one input line by line: of some lines they can tell only after later ones. */
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

  /** To be called after the last one. */
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
