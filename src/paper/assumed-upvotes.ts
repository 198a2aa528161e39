import type { Paper } from './paper.ts';

const assumed = new WeakSet<Paper>();

/** Notes that the listing printed a number without saying what it counts, and that it was taken for the votes. */
export function markAssumedUpvotes(paper: Paper): void {
  assumed.add(paper);
}

export function hasAssumedUpvotes(paper: Paper): boolean {
  return assumed.has(paper);
}

/** Gives a copy of a paper the same note. */
export function copyAssumedUpvotes(from: Paper, to: Paper): Paper {
  if (assumed.has(from)) assumed.add(to);
  return to;
}
