import type { Line } from '../../input/line.ts';
import type { Paper } from '../../paper/paper.ts';
import { bareArxivId } from '../../text/arxiv-id.ts';
import { firstOf } from '../../text/first.ts';
import type { Reader, ReaderOptions, ReaderOutput } from '../format.ts';
import { type FieldEntry, type Fields, type FieldValue, isFields, isList } from './entry.ts';
import { columnNames, columnRows } from './json-columns.ts';
import { markdownRows } from './json-markdown.ts';
import { isJson, jsonWithin, type PageText, pageWithListing, readText, stringOf } from './json-page.ts';
import { type Frame, type JsonHandler, JsonParser } from './json-parser.ts';
import { isAroundJson, isProse, jsonStart } from './json-start.ts';
import { isWrapper } from './lookup.ts';
import { ownValues } from './own-values.ts';
import { singlePaper } from './paper.ts';
import { FieldsReader } from './reader.ts';
import { textOf } from './values-text.ts';

/** State of an open object or array. */
interface Note {
  /** An array whose elements are emitted one by one, since nothing around it can be a paper. */
  readonly isStream: boolean;
  /** Entries inside it; they are papers unless something around them is. */
  found: FieldEntry[];
  /** An array inside of it is a list of papers, so that it is an envelope even if it has a title, as feeds have. */
  isEnvelope: boolean;
  /** Papers of such a list, inside of it, were emitted. */
  hasList: boolean;
}

/** Names of arrays that hold the papers of an answer. What else holds titles inside a paper are its references and the like. */
const LISTS: ReadonlySet<string> = new Set(
  (
    'articles collection data docs documents entries entry hit hits items list notes papers publications ' +
    'recommendedPapers records result results rows values works'
  ).split(' '),
);

/** Those of them that hold nothing else, so that an object in which they are empty is an answer without papers. */
const PAPERS: ReadonlySet<string> = new Set('articles entries hits items papers publications results works'.split(' '));

/** Longer lines hold many entries: they are read piece by piece. */
const LONGEST_ENTRY = 1_000_000;

/** Values that are kept of an object that fills the memory, and characters of each. */
const MOST_VALUES = 1000;
const LONGEST_VALUE = 100_000;

/**
 * Reads JSON in any arrangement: an array, one object a line, an array anywhere inside an envelope, several answers one
 * after the other. An object with a title is a paper; what is inside a paper is none.
 */
export class JsonReader implements Reader, JsonHandler<Note> {
  readonly #output: ReaderOutput;
  readonly #options: ReaderOptions;
  readonly #reader: FieldsReader;
  readonly #parser = new JsonParser<Note>(this);
  #papers = 0;
  /** The first paper has more than a title. */
  #isDetailed = false;
  #isFaultKnown = false;
  /** The first object in place of a paper that is not a paper. */
  #other: FieldEntry | null = null;

  constructor(output: ReaderOutput, options: ReaderOptions) {
    this.#output = output;
    this.#options = options;
    this.#reader = new FieldsReader(output, 'json', ownValues);
  }

  line(line: Line): void {
    this.#reader.line(line);
    if (line.isBlank) return;
    const { text, number, indent } = line;
    if (this.#parser.frame === null) this.#outside(text, number, indent + 1);
    else this.#inside(text, number, indent + 1);
    if (this.#parser.frame === null) this.#reader.settle(number);
  }

  /** A line outside of any object or array. */
  #outside(text: string, number: number, column: number): void {
    const string = stringOf(text);
    if (string !== null && this.#readText(string, { line: number, endLine: number }) > 0) return;
    const start = jsonStart(text);
    if (start >= 0) this.#inside(text.slice(start), number, column + start);
    else if (isAroundJson(text)) return;
    else if (isProse(text)) this.#reader.stray(number, 'no JSON in this line');
    else this.#parser.push(text, number, column);
  }

  #inside(text: string, number: number, column: number): void {
    if (!this.#readObject(text, number)) this.#parser.push(text, number, column);
  }

  end(): void {
    this.#parser.end();
    this.#reportOther();
    this.#reader.end();
  }

  /**
   * Reads a line that is one object, as most are in long files.
   *
   *     [                        {"title": … }
   *     {"title": … },           {"title": … }
   *     {"title": … }
   *     ]
   *
   * @returns false for any other line, and for an object that has to be looked at more closely
   */
  #readObject(text: string, line: number): boolean {
    const hasComma = text.endsWith('},');
    if (!text.startsWith('{') || !(hasComma || text.endsWith('}')) || text.length > LONGEST_ENTRY) return false;
    const { frame, expectsValue } = this.#parser;
    const isDamaged = frame?.isDamaged === true && !expectsValue;
    if (!isDamaged && !(expectsValue && (frame === null || frame.note.isStream))) return false;
    const value = parseObject(hasComma ? text.slice(0, -1) : text);
    if (value === null || isAttached(value) || isEmptyEnvelope(value) || hasListOfPapers(value)) return false;
    if (frame === null && columnRows(value) !== null) return false;
    const entry = { fields: value, line, endLine: line };
    if (!this.#reader.isPaper(entry)) return false;
    if (isDamaged) this.#parser.recover();
    this.#emit(entry);
    this.#parser.skipValue(hasComma);
    return true;
  }

  open(name: string | null, isArray: boolean, parent: Frame<Note> | null): Note {
    const isList = isArray && (parent === null || (name !== null && LISTS.has(name)));
    // Rows need the names of their columns.
    const isRows = parent !== null && isFields(parent.container) && columnNames(parent.container) !== null;
    return { isStream: isList && !isRows && !isInArray(parent), found: [], isEnvelope: false, hasList: false };
  }

  close(frame: Frame<Note>, line: number): boolean {
    const { container, parent, note } = frame;
    if (Array.isArray(container)) return this.#closeArray(frame);
    const rows = parent === null && !frame.isDamaged ? columnRows(container) : null;
    if (rows !== null) {
      this.#emitAll(rows.map((fields) => ({ fields, line: frame.line, endLine: line })));
      return false;
    }
    for (const fields of markdownRows(container)) {
      note.found.push({ fields, line: frame.line, endLine: line, syntax: 'table' });
    }
    const entry = this.#withTitle(
      { fields: withId(container, frame.name), line: frame.line, endLine: line },
      frame.name,
    );
    if (frame.isDamaged) {
      // What has titles inside a paper is its journal and the like.
      const isPaper = this.#reader.isPaper(entry) || isInArray(parent);
      if (isPaper && !note.isEnvelope && !Object.keys(container).some(isWrapper)) note.found = [];
      if (note.found.length === 0) this.#reader.unrecognized(frame.line, line);
    } else if (isAttached(container) || isFeedItself(frame)) {
      note.found = [];
      return parent !== null && !parent.note.isStream;
    } else if (!note.isEnvelope && this.#reader.isPaper(entry)) note.found = [entry];
    else if (pageWithListing(container) !== null) note.found = [entry];
    else if (!note.isEnvelope && lacksTitle(container, parent)) note.found = [];
    if (parent !== null && !parent.note.isStream) {
      append(parent.note.found, note.found);
      return true;
    }
    if (note.hasList && this.#isDetailed) note.found = note.found.filter(isDetailed);
    if (note.found.length > 0) markEnvelopes(parent);
    else if (!frame.isDamaged && !note.isEnvelope) this.#noPaper(entry);
    this.#emitAll(note.found);
    return false;
  }

  /** `{"Round Kites": {"authors": "Ada Clay", "url": …}, …}`: the name of a paper is its title. */
  #withTitle(entry: FieldEntry, name: string | null): FieldEntry {
    if (name === null || !/\p{L}[^\s\p{L}]*\s+[^\s\p{L}]*\p{L}/u.test(name) || !this.#reader.lacksOnlyTitle(entry))
      return entry;
    return { ...entry, fields: { ...entry.fields, title: name } };
  }

  #closeArray({ name, parent, note, state }: Frame<Note>): boolean {
    if (parent === null) this.#emitAll(note.found);
    else {
      const isList = name !== null && LISTS.has(name) && note.found.length > 0;
      const isEmptyList = name !== null && PAPERS.has(name) && state === 'first' && parent.parent === null;
      if (isList || isEmptyList) parent.note.isEnvelope = true;
      append(parent.note.found, note.found);
    }
    return !note.isStream;
  }

  fault(message: string, line: number, column: number): void {
    if (!this.#isFaultKnown) this.#output.report('invalid-json', message, line, column);
    this.#isFaultKnown = true;
    if (this.#parser.frame === null) this.#reader.unrecognized(line);
  }

  /**
   * What is open is long. With papers in it it is an envelope, and they need not wait for its end; without any it may be a
   * paper with long data beside its title, which are dropped.
   */
  full(): void {
    const frames: Frame<Note>[] = [];
    for (let frame = this.#parser.frame; frame !== null; frame = frame.parent) frames.unshift(frame);
    for (const { container, note } of frames.slice(0, frames.findLastIndex(isArrayFrame) + 1)) {
      if (note.found.length > 0) note.isEnvelope = true;
      this.#emitAll(note.found);
      note.found = [];
      if (Array.isArray(container)) container.length = 0;
      else if (note.isEnvelope) for (const name of Object.keys(container)) delete container[name];
      else dropLong(container);
    }
  }

  #emitAll(entries: readonly FieldEntry[]): void {
    for (const entry of entries) this.#emit(entry);
    this.#parser.held = 0;
  }

  #emit(entry: FieldEntry): void {
    const page = pageWithListing(entry.fields);
    if (page !== null && !this.#reader.hasAuthors(entry)) {
      this.#emitPage(page, entry);
      return;
    }
    if (this.#papers === 0) this.#isDetailed = isDetailed(entry);
    if (this.#reader.entry(entry)) this.#papers += 1;
    this.#isFaultKnown = false;
  }

  #emitPage({ member, text }: PageText, entry: FieldEntry): void {
    if (this.#readText(text, entry) > 0) return;
    const { line, endLine } = entry;
    this.#reader.unrecognized(line, endLine);
    const message = `a page that lists papers, as text: extract it first with jq -r '.. | .${member}? // empty'`;
    this.#output.report('no-titles', message, line);
  }

  /** Reads a page, or JSON, that stands on these lines as a text. @returns the number of papers */
  #readText(text: string, { line, endLine }: Pick<FieldEntry, 'line' | 'endLine'>): number {
    const output = {
      paper: (paper: Paper) => this.#reader.paper(paper, line, endLine),
      report: this.#output.report,
    };
    const papers = readText(text, { detect: isJson, open }, line, output, this.#options);
    this.#papers += papers;
    return papers;
  }

  /** An object in place of a paper. */
  #noPaper(entry: FieldEntry): void {
    let papers = 0;
    for (const text of jsonWithin(entry.fields)) papers += this.#readText(text, entry);
    if (papers > 0) return;
    this.#reader.withoutTitle(entry);
    if (this.#papers > 0 || this.#other !== null) return;
    this.#other = entry;
  }

  #reportOther(): void {
    if (this.#papers > 0 || this.#other === null) return;
    const { fields, line } = this.#other;
    const error = errorOf(fields);
    const names = Object.keys(fields).slice(0, 10).join(', ');
    this.#output.report(
      'no-titles',
      error === undefined
        ? `no object has a title; the fields of the first are ${names}`
        : `the answer is an error: ${error}`,
      line,
    );
  }
}

/** What a service says if it has no answer: `{"error": "…"}`, `{"message": "…", "code": "429"}`. */
function errorOf(fields: Fields): string | undefined {
  return firstOf(['error', 'errors', 'message', 'detail', 'reason'], (name) => {
    const value = fields[name];
    return textOf(value) ?? (isFields(value) ? textOf(value.message) : undefined);
  });
}

/**
 * Whether an object is about a paper, or a part of it: OpenReview answers with reviews and comments among the papers, Zotero
 * with files and notes.
 *
 *     {"replyto": "aKite12345", …}     {"itemType": "attachment", "title": "Full Text PDF", …}     {"key": "A1", "data": {"itemType": "note", …}}
 */
function isAttached({ replyto, itemType, data }: Fields): boolean {
  if (typeof replyto === 'string' && replyto !== '') return true;
  const type = itemType ?? (isFields(data) ? data.itemType : undefined);
  return type === 'attachment' || type === 'note' || type === 'annotation';
}

//     {"feed": {"title": "cs.CL updates on arXiv.org", "link": …}, "items": [ … ]}
function isFeedItself({ name, parent, note }: Frame<Note>): boolean {
  return (name === 'feed' || name === 'channel') && parent !== null && note.found.length === 0;
}

/** Whether this is a paper whose title is not known: what has titles inside of it are its topics and references. */
function lacksTitle({ title, DOI }: Fields, parent: Frame<Note> | null): boolean {
  if (title === undefined) return DOI !== undefined && parent !== null && isArrayFrame(parent);
  return title === null || title === '' || (isList(title) && title.length === 0);
}

/** What holds papers is not one, whatever its title. */
function markEnvelopes(frame: Frame<Note> | null): void {
  for (let outer = frame; outer !== null; outer = outer.parent) {
    outer.note.isEnvelope = true;
    outer.note.hasList = true;
  }
}

/**
 * Whether an entry has more than a title. Beside a list of papers, one that has not is a way to sort or filter them:
 *
 *     {"value": "mostrecent", "title": "Most Recent"}     {"id": "2024", "title": "2024", "count": 12}
 */
function isDetailed(entry: FieldEntry): boolean {
  const { title: _, ...others } = singlePaper(entry, () => {}) ?? {};
  return Object.values(others).some((value) => value !== null);
}

function isInArray(frame: Frame<Note> | null): boolean {
  for (let outer = frame; outer !== null; outer = outer.parent) if (isArrayFrame(outer)) return true;
  return false;
}

function isArrayFrame({ container }: Frame<Note>): boolean {
  return Array.isArray(container);
}

/** Whether this is an answer with a list of no papers, which may have a title: `{"title": "Daily papers", "items": []}`. */
function isEmptyEnvelope(fields: Fields): boolean {
  for (const name in fields) {
    const value = fields[name];
    if (isList(value) && value.length === 0 && PAPERS.has(name)) return true;
  }
  return false;
}

function hasListOfPapers(fields: Fields): boolean {
  for (const name in fields) {
    const value = fields[name];
    if (isList(value) && LISTS.has(name) && value.some(isFields)) return true;
  }
  return false;
}

/** Leaves of an object, in place, what a paper is made of. */
function dropLong(fields: { [name: string]: FieldValue }): void {
  Object.entries(fields).forEach(([name, value], index) => {
    const isShort =
      typeof value === 'object' ? JSON.stringify(value).length < LONGEST_VALUE : String(value).length < LONGEST_VALUE;
    if (index >= MOST_VALUES || !isShort) delete fields[name];
  });
}

//     {"2406.01234": {"title": … }, … }
function withId(fields: Fields, name: string | null): Fields {
  const id = name === null || fields.id !== undefined ? null : bareArxivId(name);
  return id === null ? fields : { ...fields, id };
}

function parseObject(text: string): Fields | null {
  try {
    const value: FieldValue = JSON.parse(text);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}

/** Unlike `push(...)`, safe for any number. */
function append<Item>(items: Item[], more: readonly Item[]): void {
  for (const item of more) items.push(item);
}

export function open(output: ReaderOutput, options: ReaderOptions): Reader {
  return new JsonReader(output, options);
}
