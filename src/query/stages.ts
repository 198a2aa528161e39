import TinyQueue from 'tinyqueue';
import type { Paper } from '../paper/paper.ts';
import { type GroupKey, groupIdentity, groupNames } from './group.ts';
import type { Comparison } from './order.ts';
import { sortInTurns } from './turns.ts';

/** One step of a query: takes papers in order and passes some of them on. */
export interface Stage {
  push(paper: Paper): void;
  /** Call once, after the last paper. If it returns a promise, it must be awaited. */
  end(): Promise<void> | void;
}

/**
 * Sorts all papers; the sort is stable.
 *
 * @param comparison called after the last paper
 * @param inTurns interrupt a long sort now and then; `end` returns a promise
 */
export function sortAll(comparison: (papers: readonly Paper[]) => Comparison, next: Stage, inTurns: boolean): Stage {
  const papers: Paper[] = [];
  const emitAll = (sorted: readonly Paper[]) => {
    for (const paper of sorted) next.push(paper);
    return next.end();
  };
  return {
    push: (paper) => {
      papers.push(paper);
    },
    end: () => {
      const compare = comparison(papers);
      return inTurns ? sortInTurns(papers, compare).then(emitAll) : emitAll(papers.sort(compare));
    },
  };
}

/** Emits the first `limit` papers of those that {@link sortAll} would emit, and never holds more. */
export function sortFirst(compare: Comparison, limit: number, next: Stage): Stage {
  interface Ranked {
    readonly paper: Paper;
    readonly place: number;
  }
  const order = (a: Ranked, b: Ranked) => compare(a.paper, b.paper) || a.place - b.place;
  /** The last held paper comes first. */
  const held = new TinyQueue<Ranked>([], (a, b) => order(b, a));
  let place = 0;
  return {
    push: (paper) => {
      const ranked = { paper, place };
      place += 1;
      const last = held.peek();
      if (held.length >= limit && (last === undefined || order(ranked, last) > 0)) return;
      held.push(ranked);
      if (held.length > limit) held.pop();
    },
    end: () => {
      for (const { paper } of held.data.sort(order)) next.push(paper);
      return next.end();
    },
  };
}

/** Emits the papers that are among the first `limit` of any of their groups. */
export function limitInGroups(by: GroupKey, limit: number, next: Stage): Stage {
  const sizes = new Map<string | null, number>();
  return {
    push: (paper) => {
      let isWanted = false;
      for (const name of groupNames(paper, by)) {
        const key = groupIdentity(name);
        const size = sizes.get(key) ?? 0;
        if (size >= limit) continue;
        sizes.set(key, size + 1);
        isWanted = true;
      }
      if (isWanted) next.push(paper);
    },
    end: () => next.end(),
  };
}
