/** How long work may go on before others get a turn, in milliseconds. */
const TURN = 50;

/** Lets long work give way to what waits for the program, such as a signal. */
export class Turns {
  #start = Date.now();

  /** To be awaited now and then; most calls cost next to nothing. */
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

/** Items that are handled without asking for the time. */
const BATCH = 1000;

type Compare<Item> = (a: Item, b: Item) => number;

/** As `items.toSorted(compare)`, but a long sort gives way to others. */
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
    // Equal items stay in their order.
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
