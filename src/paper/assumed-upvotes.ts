import type { Paper } from './paper.ts';

const assumed = new WeakSet<Paper>();

/** Marks the upvotes of a paper as assumed: the listing does not say what the number counts. */
export function markAssumedUpvotes(paper: Paper): void {
  assumed.add(paper);
}

export function hasAssumedUpvotes(paper: Paper): boolean {
  return assumed.has(paper);
}

/** Copies the mark to a copy of the paper. */
export function copyAssumedUpvotes(from: Paper, to: Paper): Paper {
  if (assumed.has(from)) assumed.add(to);
  return to;
}
