import type { Line, TextBlock } from '../input/text.ts';
import type { LineFate, Reader, ReaderOutput } from './format.ts';

/** A place in a document, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The whole text of an input, for formats that do not go line by line. */
export class Document {
  readonly text: string;
  /** Offset at which each line starts. */
  readonly #starts: readonly number[];
  readonly #firstLine: number;
  /** What has become of each line, null for a blank one. */
  readonly #fates: (LineFate | null)[];

  /** @param blank for each line of the text whether it is blank @param firstLine its number in the input */
  constructor(text: string, blank: readonly boolean[], firstLine: number) {
    this.text = text;
    this.#firstLine = firstLine;
    this.#fates = blank.map((isBlank) => (isBlank ? null : 'boilerplate'));
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
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
  mark(fate: LineFate, from: number, to: number): void {
    const last = this.position(to).line - this.#firstLine;
    for (let index = this.position(from).line - this.#firstLine; index <= last; index += 1) {
      if (this.#fates[index]) this.#fates[index] = fate;
    }
  }

  /** As many of the lines not marked yet get these fates, for a reader of lines that are not those of the document. */
  markAny(counts: Record<LineFate, number>): void {
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

/** Collects all lines that it is given, to the last one of the input, and hands them to `read` as one text. */
export function documentReader(read: (document: Document) => void): Reader {
  const pieces: string[] = [];
  const blank: boolean[] = [];
  let firstLine = 1;
  let block: TextBlock | null = null;
  return {
    line(line: Line) {
      if (block === null) firstLine = line.number;
      if (line.block !== block) {
        block = line.block;
        // Blank lines of the block may stand before the first line that is given.
        const from = line.start === 0 ? 0 : block.bytes.lastIndexOf('\n', line.start - 1) + 1;
        pieces.push(block.text(from, block.bytes.length));
      }
      blank.push(line.isBlank);
    },
    end() {
      read(new Document(pieces.join(''), blank, firstLine));
    },
  };
}
