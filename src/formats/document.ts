import type { Line } from '../input/line.ts';
import type { LineKind, Reader, ReaderOutput } from './format.ts';

/** A place in a document, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Whether the document is at the start and at the end of the input. */
export interface DocumentPart {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** The text of an input or of a part of it, for formats that do not go line by line. */
export class Document {
  readonly text: string;
  readonly part: DocumentPart;
  /** Offset at which each line starts. */
  readonly #starts: readonly number[];
  readonly #firstLine: number;
  /** The kind of each line; null for a blank one. */
  readonly #kinds: (LineKind | null)[];

  /** @param lines consecutive lines */
  constructor(lines: readonly Line[], part: DocumentPart) {
    this.text = lines.map(({ raw }) => `${raw}\n`).join('');
    this.part = part;
    this.#firstLine = lines[0]?.number ?? 1;
    this.#kinds = lines.map((line) => (line.isBlank ? null : 'boilerplate'));
    let start = 0;
    this.#starts = lines.map(({ raw }) => {
      const at = start;
      start += raw.length + 1;
      return at;
    });
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + this.#firstLine, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** Sets the kind of the non-blank lines between two offsets, both included. Lines are boilerplate by default. */
  mark(kind: LineKind, from: number, to: number): void {
    const last = this.position(to).line - this.#firstLine;
    for (let index = this.position(from).line - this.#firstLine; index <= last; index += 1) {
      if (this.#kinds[index]) this.#kinds[index] = kind;
    }
  }

  /** Sets the kinds of that many unmarked lines, for a reader whose lines are not those of the document. */
  markAny(counts: Record<LineKind, number>): void {
    let { unrecognized, paper } = counts;
    this.#kinds.forEach((kind, index) => {
      if (kind !== 'boilerplate') return;
      if (unrecognized > 0) {
        this.#kinds[index] = 'unrecognized';
        unrecognized -= 1;
      } else if (paper > 0) {
        this.#kinds[index] = 'paper';
        paper -= 1;
      }
    });
  }

  /** Accounts for all lines; call once. */
  account(output: ReaderOutput): void {
    const lines = { paper: 0, boilerplate: 0, unrecognized: 0 };
    for (const kind of this.#kinds) if (kind !== null) lines[kind] += 1;
    output.account('paper', lines.paper);
    output.account('boilerplate', lines.boilerplate);
    output.account('unrecognized', lines.unrecognized);
  }
}

/** Whether a new document starts with a line: always, only if the previous one is too long, or never. */
export type DocumentStart = 'yes' | 'if-long' | 'no';

/** Beyond this size, a document ends at the next possible start. */
const LONG_DOCUMENT = 16 * 1024 * 1024;

/** Beyond this size, a document is split anywhere. */
const LONGEST_DOCUMENT = 64 * 1024 * 1024;

/** Memory overhead of a line, in bytes. */
const LINE_COST = 32;

/**
 * Collects lines and passes them to `read` as one document, or as several if new documents start or one would fill the memory.
 *
 * @param startOf called for each line in order
 */
export function documentReader(
  output: ReaderOutput,
  read: (document: Document) => void,
  startOf: (line: Line) => DocumentStart,
): Reader {
  let lines: Line[] = [];
  let size = 0;
  let isFirst = true;

  const readPart = (isLast: boolean) => {
    const part = lines;
    [lines, size] = [[], 0];
    read(new Document(part, { isFirst, isLast }));
    isFirst = false;
  };
  return {
    line(line: Line) {
      const start = startOf(line);
      const longest = { yes: 0, 'if-long': LONG_DOCUMENT, no: LONGEST_DOCUMENT }[start];
      if (size > longest) {
        readPart(false);
        if (start === 'no') output.report('document-too-long', TOO_LONG, line.number);
      }
      lines.push(line);
      size += line.raw.length + LINE_COST;
    },
    end: () => readPart(true),
  };
}

const TOO_LONG = `the page or JSON text is longer than ${LONGEST_DOCUMENT / 1024 / 1024} MiB: split here`;
