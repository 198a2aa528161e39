import type { Paper } from './paper.ts';

/** Where a paper stands in its journal, as far as its entry says. */
export interface JournalPlace {
  /** Digits only: `12` for `Vol. 12 Suppl 1`; otherwise empty. */
  readonly volume: string;
  /** The first page or the article number: `123`, `e123`; otherwise empty. */
  readonly page: string;
}

/** What an entry says about a paper beyond the keys of the record: evidence for `--dedupe`. */
interface Evidence {
  readonly hasAssumedUpvotes: boolean;
  readonly place: JournalPlace;
}

const NONE: Evidence = { hasAssumedUpvotes: false, place: { volume: '', page: '' } };
const evidence = new WeakMap<Paper, Evidence>();

function evidenceOf(paper: Paper): Evidence {
  return evidence.get(paper) ?? NONE;
}

/** Marks the upvotes of a paper as assumed: the listing does not say what the number counts. */
export function markAssumedUpvotes(paper: Paper): void {
  evidence.set(paper, { ...evidenceOf(paper), hasAssumedUpvotes: true });
}

export function hasAssumedUpvotes(paper: Paper): boolean {
  return evidenceOf(paper).hasAssumedUpvotes;
}

export function setJournalPlace(paper: Paper, place: JournalPlace): void {
  evidence.set(paper, { ...evidenceOf(paper), place });
}

export function journalPlace(paper: Paper): JournalPlace {
  return evidenceOf(paper).place;
}

/** Gives a copy of the paper the same evidence. */
export function copyEvidence(from: Paper, to: Paper): Paper {
  const known = evidence.get(from);
  if (known !== undefined) evidence.set(to, known);
  return to;
}
