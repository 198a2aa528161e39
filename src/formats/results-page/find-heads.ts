import type { Head } from './heads.ts';
import { findPubmedHeads } from './pubmed.ts';
import { findScholarHeads } from './scholar.ts';
import type { Segment } from './segment.ts';

/** The heads of the results in a segment, of whichever site it is. */
export function findHeads(segment: Segment): Head[] {
  const heads = findPubmedHeads(segment);
  return heads.length > 0 ? heads : findScholarHeads(segment);
}
