import type { Paper } from './paper.ts';

/** Where a paper stands in its journal, as far as its entry says; not a key of the record, but evidence for `--dedupe`. */
export interface JournalPlace {
  /** Digits only: `12` for `Vol. 12 Suppl 1`; otherwise empty. */
  readonly volume: string;
  /** The first page or the article number: `123`, `e123`; otherwise empty. */
  readonly page: string;
}

const places = new WeakMap<Paper, JournalPlace>();
const NOWHERE: JournalPlace = { volume: '', page: '' };

export function setJournalPlace(paper: Paper, place: JournalPlace): void {
  places.set(paper, place);
}

export function journalPlace(paper: Paper): JournalPlace {
  return places.get(paper) ?? NOWHERE;
}

/** Gives a copy of the paper the same place. */
export function copyJournalPlace(from: Paper, to: Paper): Paper {
  const place = places.get(from);
  if (place !== undefined) places.set(to, place);
  return to;
}
