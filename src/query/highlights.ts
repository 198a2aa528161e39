import type { TextKey } from '../paper/keys.ts';
import type { TextRange } from './text-matcher.ts';

/** A search that can show where it found something. */
export interface Highlighter {
  /** The ranges of matches in the text of a field, in order and without overlaps. */
  ranges(text: string, field: TextKey): TextRange[];
}

/** Combines searches; undefined if there is none. */
export function combineHighlights(searches: readonly Highlighter[]): Highlighter | undefined {
  if (searches.length === 0) return undefined;
  return { ranges: (text, field) => joinRanges(searches.flatMap((search) => search.ranges(text, field))) };
}

/** Sorts ranges and joins those that overlap or touch. */
export function joinRanges(found: readonly TextRange[]): TextRange[] {
  const ranges: TextRange[] = [];
  for (const [start, end] of found.toSorted(([a], [b]) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (end > start) ranges.push([start, end]);
  }
  return ranges;
}
