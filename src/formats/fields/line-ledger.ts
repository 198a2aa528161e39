import type { LineKind, ReaderOutput } from '../format.ts';

/** Accounts for the lines of a listing once it is known what stands on them. Lines that are never marked are boilerplate. */
export class LineLedger {
  readonly #output: ReaderOutput;
  /** Lines that are not blank and not accounted for, and what is known of them. */
  #numbers: number[] = [];
  #kinds: LineKind[] = [];

  constructor(output: ReaderOutput) {
    this.#output = output;
  }

  add(line: number): void {
    this.#numbers.push(line);
    this.#kinds.push('boilerplate');
  }

  /** The lines between two, both included, hold part of a paper or could not be read. A paper wins. */
  mark(kind: Exclude<LineKind, 'boilerplate'>, from: number, to: number): void {
    this.settle(from);
    for (let index = this.#numbers.length - 1; index >= 0 && (this.#numbers[index] ?? 0) >= from; index -= 1) {
      if ((this.#numbers[index] ?? 0) <= to && this.#kinds[index] !== 'paper') this.#kinds[index] = kind;
    }
  }

  /** No mark will be made before this line. */
  settle(before = Number.POSITIVE_INFINITY): void {
    const counts: Record<LineKind, number> = { paper: 0, boilerplate: 0, unrecognized: 0 };
    let index = 0;
    for (; index < this.#numbers.length && (this.#numbers[index] ?? 0) < before; index += 1) {
      counts[this.#kinds[index] ?? 'boilerplate'] += 1;
    }
    if (index === 0) return;
    this.#numbers = this.#numbers.slice(index);
    this.#kinds = this.#kinds.slice(index);
    for (const kind of ['paper', 'boilerplate', 'unrecognized'] as const) {
      if (counts[kind] > 0) this.#output.account(kind, counts[kind]);
    }
  }
}
