import type { PaperKey } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
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
  /** Each paper once. */
  readonly dedupe?: boolean | undefined;
  /** Papers that are not wanted. */
  readonly notIn?: PaperIndex<unknown> | undefined;
  readonly order?: Order | undefined;
  /** The day from which an order counts age, `YYYY-MM-DD`; that of the newest selected paper where left out. */
  readonly asOf?: string | undefined;
  /** So many papers at most, the first of the order. */
  readonly limit?: number | undefined;
  /** At most `limitBy` papers, the first of the order, in each group by this key. */
  readonly by?: GroupKey | undefined;
  readonly limitBy?: number | undefined;
  /** A long sort gives way to what waits for the program, such as signals. */
  readonly inTurns?: boolean | undefined;
}

/** Takes all papers, in the order of the input, and emits those that are wanted: dedupe → not in → selection → order → limit in groups → limit. */
export class Query {
  /** How many papers were left out only because the value of a key that the selection asks for is not known. */
  readonly unknown = new Map<PaperKey, number>();
  /** Records that were merged into others. */
  duplicates = 0;
  /** Papers that were left out because they are among those that are not wanted. */
  known = 0;
  /** Papers in the range of dates of which only the year is known. */
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

  /** No further paper can change what is emitted: the rest of the input need not be read. */
  get isDone(): boolean {
    return this.#canStop && this.emitted >= this.#limit;
  }

  push(paper: Paper): void {
    this.#first.push(paper);
  }

  /** To be called once, after the last paper. With `inTurns` the promise must be awaited. */
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
          this.unknown.set(verdict, (this.unknown.get(verdict) ?? 0) + 1);
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
  if (order.countsAge && asOf === undefined) {
    return sortAll((papers) => order.comparison(newestDay(papers)), next, inTurns);
  }
  const compare = order.comparison(asOf ?? '');
  return limit === Infinity ? sortAll(() => compare, next, inTurns) : sortFirst(compare, limit, next);
}

function newestDay(papers: readonly Paper[]): string {
  return papers.reduce((newest, { date }) => (date !== null && date > newest ? date : newest), '');
}
