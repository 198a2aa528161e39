import { counted, number } from '../counted.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { say } from './messages.ts';

/** Counts what the readers of the listings reported, for the one line that a run says about it. */
export class Summary {
  readonly #counts = new Map<string, number>();

  add({ code, message }: Diagnostic): void {
    const key = code === 'year-inferred' ? message : code === 'missing-metadata' ? code : 'other';
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** @param undated papers that only their missing date left out */
  print(undated: number): void {
    const parts: string[] = [];
    for (const [key, count] of this.#counts) {
      if (key === 'missing-metadata') parts.push(`${counted(count, 'paper')} without a metadata row`);
      else if (key === 'other') parts.push(`${counted(count, 'other remark')} (see offprint check)`);
      else parts.push(`${number(count)} × ${key}`);
    }
    if (undated > 0) parts.push(`${counted(undated, 'undated paper')} left out`);
    if (parts.length > 0) say(parts.join('; '));
  }
}
