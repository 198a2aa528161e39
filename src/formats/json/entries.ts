import type { Paper } from '../../paper.ts';
import type { Document } from '../document.ts';
import type { ReaderOutput } from '../format.ts';
import { type JsonObject, readJson } from './read-json.ts';

/** An object that stands for a paper, and where it stands in the text. */
interface Entry {
  readonly value: JsonObject;
  readonly start: number;
  readonly end: number;
}

interface Fault {
  readonly message: string;
  readonly offset: number;
}

export interface JsonEntries {
  /** In the order of the text, none inside another. */
  readonly entries: readonly Entry[];
  /** The first fault before, between and after the entries: one damaged place often makes many. */
  readonly faults: readonly Fault[];
}

/** @param isEntry is asked for every undamaged object; where one is inside another, the outer one counts */
export function findEntries(text: string, isEntry: (value: JsonObject, depth: number) => boolean): JsonEntries {
  const entries: Entry[] = [];
  const faults: Fault[] = [];
  let isFaultKnown = false;
  readJson(text, {
    object(value, start, end, depth) {
      if (!isEntry(value, depth)) return;
      while ((entries.at(-1)?.start ?? -1) > start) entries.pop();
      entries.push({ value, start, end });
      isFaultKnown = false;
    },
    fault(message, offset) {
      if (!isFaultKnown) faults.push({ message, offset });
      isFaultKnown = true;
    },
  });
  return { entries, faults };
}

/**
 * Emits the entries as papers, reports the faults, and marks the lines of both.
 *
 * @param read makes the paper; null where it cannot and has said so
 * @param place the offset in the document of an offset in the JSON text
 */
export function emitEntries(
  { entries, faults }: JsonEntries,
  read: (value: JsonObject, line: number) => Paper | null,
  document: Document,
  output: ReaderOutput,
  place: (offset: number) => number = (offset) => offset,
): void {
  markFaults(entries, faults, document, place);
  for (const { message, offset } of faults) {
    const { line, column } = document.position(place(offset));
    output.report('invalid-json', message, line, column);
  }
  for (const { value, start, end } of entries) {
    const from = place(start);
    const { line } = document.position(from);
    const paper = read(value, line);
    document.mark(paper === null ? 'unrecognized' : 'paper', from, place(end - 1));
    if (paper !== null) output.paper(paper, line);
  }
}

/** What stands around a fault, up to the entries before and after it, could not be read. */
function markFaults(
  entries: readonly Entry[],
  faults: readonly Fault[],
  document: Document,
  place: (offset: number) => number,
): void {
  let next = 0;
  for (const { offset } of faults) {
    while ((entries[next]?.start ?? Number.POSITIVE_INFINITY) < offset) next += 1;
    const from = entries[next - 1]?.end ?? offset;
    const to = entries[next]?.start ?? offset;
    document.mark('unrecognized', place(Math.min(from, offset)), place(Math.max(to - 1, offset)));
  }
}
