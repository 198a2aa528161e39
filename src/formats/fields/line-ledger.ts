import type { LineKind, ReaderOutput } from '../format.ts';

/** Settled lines that are held before the memory is given back. */
const MOST_SETTLED = 10_000;

/** Accounts for the lines of a listing once their content is known. Lines that are never marked are boilerplate. */
export class LineLedger {
  readonly #output: ReaderOutput;
  /** Lines that are not blank, with their kind; those before `#settled` are accounted for. */
  #numbers: number[] = [];
  #kinds: LineKind[] = [];
  #settled = 0;

  constructor(output: ReaderOutput) {
    this.#output = output;
  }

  add(line: number): void {
    this.#numbers.push(line);
    this.#kinds.push('boilerplate');
  }

  /** Marks a range of lines, both included, as part of a paper or as unreadable. A paper takes precedence. */
  mark(kind: Exclude<LineKind, 'boilerplate'>, from: number, to: number): void {
    this.settle(from);
    for (let index = this.#settled; (this.#numbers[index] ?? Number.POSITIVE_INFINITY) <= to; index += 1) {
      if (this.#kinds[index] !== 'paper') this.#kinds[index] = kind;
    }
  }

  /** No mark will be made before this line. */
  settle(before = Number.POSITIVE_INFINITY): void {
    const counts: Record<LineKind, number> = { paper: 0, boilerplate: 0, unrecognized: 0 };
    for (let index = this.#settled; (this.#numbers[index] ?? Number.POSITIVE_INFINITY) < before; index += 1) {
      counts[this.#kinds[index] ?? 'boilerplate'] += 1;
      this.#settled += 1;
    }
    for (const kind of ['paper', 'boilerplate', 'unrecognized'] as const) {
      if (counts[kind] > 0) this.#output.account(kind, counts[kind]);
    }
    if (this.#settled < MOST_SETTLED || this.#settled < this.#numbers.length / 2) return;
    this.#numbers = this.#numbers.slice(this.#settled);
    this.#kinds = this.#kinds.slice(this.#settled);
    this.#settled = 0;
  }
}
