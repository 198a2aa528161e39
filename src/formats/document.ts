import type { Line } from '../input/line.ts';
import type { LineKind, Reader, ReaderOutput } from './format.ts';

/** A place in a document, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Whether the input begins and ends with the document. */
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
  /** What has become of each line, null for a blank one. */
  readonly #fates: (LineKind | null)[];

  /** @param lines in their order, none of them left out */
  constructor(lines: readonly Line[], part: DocumentPart) {
    this.text = lines.map(({ raw }) => `${raw}\n`).join('');
    this.part = part;
    this.#firstLine = lines[0]?.number ?? 1;
    this.#fates = lines.map((line) => (line.isBlank ? null : 'boilerplate'));
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

  /** The non-blank lines between two offsets, both included, have this fate; all that is never marked is boilerplate. */
  mark(fate: LineKind, from: number, to: number): void {
    const last = this.position(to).line - this.#firstLine;
    for (let index = this.position(from).line - this.#firstLine; index <= last; index += 1) {
      if (this.#fates[index]) this.#fates[index] = fate;
    }
  }

  /** As many of the lines not marked yet get these fates, for a reader of lines that are not those of the document. */
  markAny(counts: Record<LineKind, number>): void {
    let { unrecognized, paper } = counts;
    this.#fates.forEach((fate, index) => {
      if (fate !== 'boilerplate') return;
      if (unrecognized > 0) {
        this.#fates[index] = 'unrecognized';
        unrecognized -= 1;
      } else if (paper > 0) {
        this.#fates[index] = 'paper';
        paper -= 1;
      }
    });
  }

  /** To be called once: tells what became of each line. */
  account(output: ReaderOutput): void {
    const lines = { paper: 0, boilerplate: 0, unrecognized: 0 };
    for (const fate of this.#fates) if (fate !== null) lines[fate] += 1;
    output.account('paper', lines.paper);
    output.account('boilerplate', lines.boilerplate);
    output.account('unrecognized', lines.unrecognized);
  }
}

/** Whether a document of its own begins with a line: it does, it would if the one before were too long, or it does not. */
export type Beginning = 'yes' | 'if-long' | 'no';

/** A document beyond this is too long, if another may begin. */
const LONG_DOCUMENT = 16 * 1024 * 1024;

/** A document beyond this ends wherever it is. */
const LONGEST_DOCUMENT = 64 * 1024 * 1024;

/** What keeping a line costs beside its text, in bytes. */
const LINE_COST = 32;

/**
 * Collects the lines that it is given and hands them to `read` as one text; as several where others begin in it, or where
 * one would fill the memory.
 *
 * @param beginning is called for each line in order
 */
export function documentReader(
  output: ReaderOutput,
  read: (document: Document) => void,
  beginning: (line: Line) => Beginning,
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
      const begins = beginning(line);
      const longest = { yes: 0, 'if-long': LONG_DOCUMENT, no: LONGEST_DOCUMENT }[begins];
      if (size > longest) {
        readPart(false);
        if (begins === 'no') output.report('document-too-long', TOO_LONG, line.number);
      }
      lines.push(line);
      size += line.raw.length + LINE_COST;
    },
    end: () => readPart(true),
  };
}

const TOO_LONG = `the page or JSON text is longer than ${LONGEST_DOCUMENT / 1024 / 1024} MiB: read in parts, cut here`;
