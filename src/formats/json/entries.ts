import type { Line } from '../../input/line.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Beginning, Document } from '../document.ts';
import type { ReaderOutput } from '../format.ts';
import { type JsonHandler, type JsonObject, readJson } from './read-json.ts';

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

type IsEntry = (value: JsonObject, depth: number) => boolean;

/** @param isEntry is asked for every undamaged object; where one is inside another, the outer one counts */
export function findEntries(text: string, isEntry: IsEntry): JsonEntries {
  const collector = new EntryCollector(isEntry);
  readJson(text, collector);
  return collector;
}

class EntryCollector implements JsonEntries, JsonHandler {
  entries: Entry[] = [];
  faults: Fault[] = [];
  readonly #isEntry: IsEntry;
  #isFaultKnown = false;

  constructor(isEntry: IsEntry) {
    this.#isEntry = isEntry;
  }

  object(value: JsonObject, start: number, end: number, depth: number): void {
    if (!this.#isEntry(value, depth)) return;
    while ((this.entries.at(-1)?.start ?? -1) > start) this.entries.pop();
    this.entries.push({ value, start, end });
    this.#isFaultKnown = false;
  }

  fault(message: string, offset: number): void {
    if (!this.#isFaultKnown) this.faults.push({ message, offset });
    this.#isFaultKnown = true;
  }

  /** What was found so far, which is no longer held here. */
  take(): JsonEntries {
    const { entries, faults } = this;
    this.entries = [];
    this.faults = [];
    return { entries, faults };
  }
}

/** Entries that are held at a time, where none of them can be inside another any more. */
const BATCH = 10_000;

/**
 * Reads the whole document: emits its entries as papers, reports its faults and accounts for its lines.
 *
 * @param read makes the paper; null where it cannot and has said so
 */
export function readEntries(
  document: Document,
  isEntry: IsEntry,
  read: (value: JsonObject, line: number) => Paper | null,
  output: ReaderOutput,
): void {
  const collector = new EntryCollector(isEntry);
  const handler: JsonHandler = {
    object(value, start, end, depth) {
      collector.object(value, start, end, depth);
      if (depth === 0 && collector.entries.length >= BATCH) emitEntries(collector.take(), read, document, output);
    },
    fault: (message, offset) => collector.fault(message, offset),
  };
  readJson(document.text, handler, document.part);
  emitEntries(collector, read, document, output);
  document.account(output);
}

/**
 * Tells where JSON that is laid out over many lines may be parted: before a line that opens an object, with no more white
 * space before it than any line before had that does, but for the first line, which may open what is around them all.
 *
 *     [                      {"papers": [
 *       {                        {
 *         "title": …                 "title": …, "authors": [
 *       },                                {
 *       {           ← here             ]},
 *                                {                ← here
 */
export function jsonParts(): (line: Line) => Beginning {
  let indent = Number.POSITIVE_INFINITY;
  let isFirst = true;
  return (line) => {
    if (line.isBlank) return 'no';
    const opens = !isFirst && line.text.startsWith('{') && line.indent <= indent;
    isFirst = false;
    if (opens) indent = line.indent;
    return opens ? 'if-long' : 'no';
  };
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
