import type { Paper } from '../paper/paper.ts';
import { dedupe } from './dedupe.ts';
import type { GroupKey } from './group.ts';
import type { Order } from './order.ts';
import { dateTest, type Selection, selectionTests } from './selection.ts';
import { limitInGroups, type Stage, sortAll, sortFirst } from './stages.ts';

export interface QueryOptions extends Selection {
  /** Each paper once. */
  readonly dedupe?: boolean | undefined;
  readonly order?: Order | undefined;
  /** The day from which an order counts age, `YYYY-MM-DD`; that of the newest selected paper where left out. */
  readonly asOf?: string | undefined;
  /** So many papers at most, the first of the order. */
  readonly limit?: number | undefined;
  /** At most `limitBy` papers, the first of the order, in each group by this key. */
  readonly by?: GroupKey | undefined;
  readonly limitBy?: number | undefined;
}

/** Takes all papers, in the order of the input, and emits those that are wanted: dedupe → selection → order → limit in groups → limit. */
export class Query {
  /** Papers that only their missing date keeps out of a range of dates. */
  undated = 0;
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
    const sorted = order && sort(order, options.asOf, isLimitedBy ? Number.POSITIVE_INFINITY : limit, limited);
    const selected = this.#select(options, sorted ?? limited);
    this.#first = options.dedupe === true ? dedupe(selected) : selected;
  }

  /** No further paper can change what is emitted: the rest of the input need not be read. */
  get isDone(): boolean {
    return this.#canStop && this.emitted >= this.#limit;
  }

  push(paper: Paper): void {
    this.#first.push(paper);
  }

  /** To be called once, after the last paper. */
  end(): void {
    this.#first.end();
  }

  #select(selection: Selection, next: Stage): Stage {
    const tests = selectionTests(selection);
    const isInRange = dateTest(selection);
    return {
      push: (paper) => {
        if (!tests.every((test) => test(paper))) return;
        if (isInRange !== null) {
          if (paper.date === null) this.undated += 1;
          if (paper.date === null || !isInRange(paper.date)) return;
        }
        next.push(paper);
      },
      end: () => next.end(),
    };
  }
}

function sort(order: Order, asOf: string | undefined, limit: number, next: Stage): Stage {
  if (order.countsAge && asOf === undefined) return sortAll((papers) => order.comparison(newestDay(papers)), next);
  const compare = order.comparison(asOf ?? '');
  return limit === Infinity ? sortAll(() => compare, next) : sortFirst(compare, limit, next);
}

function newestDay(papers: readonly Paper[]): string {
  return papers.reduce((newest, { date }) => (date !== null && date > newest ? date : newest), '');
}
