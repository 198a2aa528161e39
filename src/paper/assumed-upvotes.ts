import type { Paper } from './paper.ts';

/** Papers with assumed upvotes: the listing does not say what the number counts. Kept beside the record, for `--dedupe`. */
const papers = new WeakSet<Paper>();

/** Marks the upvotes of a paper as assumed. */
export function markAssumedUpvotes(paper: Paper): void {
  papers.add(paper);
}

export function hasAssumedUpvotes(paper: Paper): boolean {
  return papers.has(paper);
}

/** Marks the upvotes of a copy as those of the original are. */
export function copyAssumption(from: Paper, to: Paper): Paper {
  if (papers.has(from)) papers.add(to);
  return to;
}
