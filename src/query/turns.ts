/** How long to work before yielding to the event loop, in milliseconds. */
const TURN = 50;

/** Yields to the event loop during long work, so that signals are handled. */
export class Turns {
  #start = Date.now();

  /** Await this now and then; most calls return immediately. */
  next(): Promise<void> | void {
    if (Date.now() - this.#start < TURN) return;
    return new Promise((resolve) => {
      setTimeout(() => {
        this.#start = Date.now();
        resolve();
      });
    });
  }
}

/** Items processed between looks at the clock. */
const BATCH = 1000;

type Compare<Item> = (a: Item, b: Item) => number;

/** Like `items.toSorted(compare)`, but a long sort yields to the event loop. */
export async function sortInTurns<Item>(items: readonly Item[], compare: Compare<Item>): Promise<Item[]> {
  const turns = new Turns();
  let runs: Item[][] = [];
  for (let from = 0; from < items.length; from += BATCH) {
    runs.push(items.slice(from, from + BATCH).sort(compare));
    await turns.next();
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(await merge(runs[index] ?? [], runs[index + 1] ?? [], compare, turns));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<Item>(
  left: readonly Item[],
  right: readonly Item[],
  compare: Compare<Item>,
  turns: Turns,
): Promise<Item[]> {
  const merged: Item[] = [];
  let [fromLeft, fromRight] = [0, 0];
  for (;;) {
    const [a, b] = [left[fromLeft], right[fromRight]];
    if (a === undefined || b === undefined) break;
    // Keep the order of equal items.
    if (compare(a, b) <= 0) {
      merged.push(a);
      fromLeft += 1;
    } else {
      merged.push(b);
      fromRight += 1;
    }
    if (merged.length % BATCH === 0) await turns.next();
  }
  return merged.concat(left.slice(fromLeft), right.slice(fromRight));
}
