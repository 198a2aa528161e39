import type { PaperKey } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { increment } from '../text/count.ts';
import { truncate } from '../text/printable.ts';
import { dedupe } from './dedupe.ts';
import type { GroupKey } from './group.ts';
import { identityOf } from './identity.ts';
import type { Order } from './order.ts';
import type { PaperIndex } from './paper-index.ts';
import { type Selection, selectionTests, verdictOf } from './selection.ts';
import { limitInGroups, type Stage, sortAll, sortFirst } from './stages.ts';
import { TimeLimitError } from './time-limit.ts';

export interface QueryOptions extends Selection {
  /** Remove duplicates. */
  readonly dedupe?: boolean | undefined;
  /** Papers to leave out. */
  readonly notIn?: PaperIndex<unknown> | undefined;
  readonly order?: Order | undefined;
  /** The reference day for ages, `YYYY-MM-DD`; defaults to the day of the newest selected paper. */
  readonly asOf?: string | undefined;
  /** Emit at most N papers, the first in the order. */
  readonly limit?: number | undefined;
  /** Group by this key, and emit at most `limitBy` papers of each group. */
  readonly by?: GroupKey | undefined;
  readonly limitBy?: number | undefined;
  /** Interrupt a long sort now and then so that signals are handled. */
  readonly inTurns?: boolean | undefined;
}

/**
 * Takes all papers in input order and emits the selected ones: dedupe → not in → selection → order → limit per group → limit.
 */
export class Query {
  /** The number of papers left out only because the value of a selected key is unknown, by key. */
  readonly unknown = new Map<PaperKey, number>();
  /** Records that were merged into others. */
  duplicates = 0;
  /** The number of papers left out because of `notIn`. */
  known = 0;
  /** The number of papers selected by date for which only the year is known. */
  yearOnly = 0;
  /** Papers emitted so far. */
  emitted = 0;
  readonly #limit: number;
  readonly #canStop: boolean;
  readonly #first: Stage;

  constructor(options: QueryOptions, emit: (paper: Paper) => void) {
    const { order, limit = Infinity } = options;
    this.#limit = limit;
    this.#canStop = order === undefined && options.dedupe !== true;
    const last: Stage = {
      push: (paper) => {
        if (this.emitted >= limit) return;
        this.emitted += 1;
        emit(paper);
      },
      end: () => {},
    };
    const { by, limitBy } = options;
    const isLimitedBy = by !== undefined && limitBy !== undefined;
    const limited = isLimitedBy ? limitInGroups(by, limitBy, last) : last;
    const sorted = order && sort(order, { ...options, limit: isLimitedBy ? undefined : options.limit }, limited);
    const selected = this.#select(options, sorted ?? limited);
    const fresh = options.notIn === undefined ? selected : this.#leaveOut(options.notIn, selected);
    const countDuplicate = () => {
      this.duplicates += 1;
    };
    this.#first = options.dedupe === true ? dedupe(fresh, countDuplicate) : fresh;
  }

  /** Whether no further paper can change the result, so that the rest of the input need not be read. */
  get isDone(): boolean {
    return this.#canStop && this.emitted >= this.#limit;
  }

  push(paper: Paper): void {
    this.#first.push(paper);
  }

  /** Call once, after the last paper. With `inTurns`, the promise must be awaited. */
  end(): Promise<void> | void {
    return this.#first.end();
  }

  #leaveOut(known: PaperIndex<unknown>, next: Stage): Stage {
    return {
      push: (paper) => {
        if (known.find(identityOf(paper)).length === 0) next.push(paper);
        else this.known += 1;
      },
      end: () => next.end(),
    };
  }

  #select(selection: Selection, next: Stage): Stage {
    const tests = selectionTests(selection);
    const hasRange = selection.since !== undefined || selection.until !== undefined;
    return {
      push: (paper) => {
        const verdict = timedVerdict(paper, tests);
        if (verdict === true) {
          if (hasRange && paper.date === null) this.yearOnly += 1;
          next.push(paper);
        } else if (verdict !== false) {
          increment(this.unknown, verdict);
        }
      },
      end: () => next.end(),
    };
  }
}

/** @throws TimeLimitError that names the paper */
function timedVerdict(...[paper, tests]: Parameters<typeof verdictOf>): ReturnType<typeof verdictOf> {
  try {
    return verdictOf(paper, tests);
  } catch (error) {
    throw error instanceof TimeLimitError ? new TimeLimitError(`the paper "${truncate(paper.title)}"`) : error;
  }
}

function sort(order: Order, { asOf, limit = Infinity, inTurns = false }: QueryOptions, next: Stage): Stage {
  if (order.usesAge && asOf === undefined) {
    return sortAll((papers) => order.comparison(newestDay(papers)), next, inTurns);
  }
  const compare = order.comparison(asOf ?? '');
  return limit === Infinity ? sortAll(() => compare, next, inTurns) : sortFirst(compare, limit, next);
}

function newestDay(papers: readonly Paper[]): string {
  return papers.reduce((newest, { date }) => (date !== null && date > newest ? date : newest), '');
}
