import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { number, pluralize } from '../text/plural.ts';
import { say } from './messages.ts';

/** Counts what the readers of the listings reported, for the one line that a run says about it. */
export class Summary {
  #withoutRow = 0;
  /** How often a year was assumed, by the evidence for it. */
  readonly #assumptions = new Map<string, number>();
  /** All the rest, by its code. */
  readonly #others = new Map<string, number>();

  add({ code, message }: Diagnostic): void {
    if (code === 'missing-metadata') this.#withoutRow += 1;
    else if (code === 'year-inferred') increment(this.#assumptions, message);
    else increment(this.#others, code);
  }

  /** @param undated papers that only their missing date left out */
  print(undated: number): void {
    const others = [...this.#others].map(([code, count]) => `${number(count)} ${code}`).join(', ');
    const parts = [
      this.#withoutRow === 0 ? '' : `${pluralize(this.#withoutRow, 'paper')} without a metadata row`,
      ...[...this.#assumptions].map(([message, count]) => `${message} (${pluralize(count, 'paper')})`),
      others === '' ? '' : `${others} (see offprint check)`,
      undated === 0 ? '' : `${pluralize(undated, 'undated paper')} left out`,
    ].filter((part) => part !== '');
    if (parts.length > 0) say(parts.join('; '));
  }
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
