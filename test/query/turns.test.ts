import { expect, it } from 'vitest';
import { sortInTurns, Turns } from '../../src/query/turns.ts';

it.each([0, 1, 10_000, 10_001, 54_321])('sorts %i items and keeps the order of equal ones', async (length) => {
  const items = Array.from({ length }, (_, place) => ({ key: (place * 7919) % 101, place }));
  const expected = items.toSorted((a, b) => a.key - b.key || a.place - b.place);
  expect(await sortInTurns(items, (a, b) => a.key - b.key)).toEqual(expected);
});

it('yields to the event loop during a long sort', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const items = Array.from({ length: 100_000 }, (_, place) => `kite ${(place * 7919) % 100_003}`);
  const collator = new Intl.Collator('en');
  await sortInTurns(items, (a, b) => collator.compare(a, b));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(1);
});

it('does not wait after a short time', () => {
  expect(new Turns().next()).toBeUndefined();
});
