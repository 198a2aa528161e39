import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PaperKey } from '../paper/keys.ts';
import type { Query } from '../query/query.ts';
import { increment } from '../text/count.ts';
import { number, pluralize } from '../text/plural.ts';
import { say } from './messages.ts';

/** Counts the diagnostics of a run, to print them in one line. */
export class Summary {
  #withoutRow = 0;
  /** Listings whose votes were assumed. */
  #withoutVotes = 0;
  /** How often a year was assumed, by the evidence for it. */
  readonly #assumptions = new Map<string, number>();
  /** Messages that are printed in full, with the number of inputs. */
  readonly #inFull = new Map<string, number>();
  /** All other diagnostics, by code. */
  readonly #others = new Map<string, number>();

  add({ code, message }: Diagnostic): void {
    if (code === 'missing-metadata') this.#withoutRow += 1;
    else if (code === 'count-assumed') this.#withoutVotes += 1;
    else if (code === 'year-inferred') increment(this.#assumptions, message);
    else if (code === 'fields-not-read' || code === 'no-titles') increment(this.#inFull, message);
    else if (code !== 'fields-read') increment(this.#others, code);
  }

  print({ unknown, yearOnly, duplicates, known }: Pick<Query, 'unknown' | 'yearOnly' | 'duplicates' | 'known'>): void {
    const others = [...this.#others].map(([code, count]) => `${number(count)} ${code}`).join(', ');
    const parts = [
      this.#withoutRow === 0 ? '' : `${pluralize(this.#withoutRow, 'paper')} without a metadata row`,
      this.#withoutVotes === 0
        ? ''
        : `no votes printed: reading the number after the date as upvotes (${pluralize(this.#withoutVotes, 'listing')})`,
      ...[...this.#assumptions].map(([message, count]) => `${message} (${pluralize(count, 'paper')})`),
      ...[...this.#inFull].map(([message, count]) =>
        count === 1 ? message : `${message} (${pluralize(count, 'file')})`,
      ),
      others === '' ? '' : `${others} (see offprint check)`,
      duplicates === 0 ? '' : `${pluralize(duplicates, 'duplicate')} merged`,
      known === 0 ? '' : `${pluralize(known, 'paper')} skipped by --not-in`,
      ...[...unknown].map(([key, count]) => leftOut(key, count)),
      yearOnly === 0 ? '' : `${pluralize(yearOnly, 'paper')} selected by year only`,
    ].filter((part) => part !== '');
    if (parts.length > 0) say(parts.join('; '));
  }
}

const KEY_NAMES: Partial<Record<PaperKey, string>> = {
  authorCount: 'number of authors',
  citationCount: 'number of citations',
  commentCount: 'number of comments',
  githubStars: 'stars',
};

function leftOut(key: PaperKey, count: number): string {
  if (key === 'date') return `${pluralize(count, 'undated paper')} left out`;
  return `${pluralize(count, 'paper')} left out: ${KEY_NAMES[key] ?? key} unknown`;
}
