import { type Diagnostic, type DiagnosticCode, diagnosticSeverities } from '../diagnostics/diagnostic.ts';
import { BlockSplitter } from '../input/blocks.ts';
import type { BlockFault } from '../input/clean.ts';
import { Transcoder } from '../input/encoding.ts';
import { Line, type TextBlock } from '../input/text.ts';
import type { Paper } from '../paper/paper.ts';
import { printable } from '../text/printable.ts';
import type { Format, LineCounts, Reader, ReaderOptions, ReaderOutput } from './format.ts';
import { formats } from './index.ts';

/** How much of an input is looked at to tell its format, in bytes. */
const HEAD_LENGTH = 64 * 1024;

/** Longest message of a diagnostic, in characters. */
const LONGEST_MESSAGE = 500;

/** Where the lines of one input went: `total = blank + paper + boilerplate + unrecognized`. */
export type LineAccount = LineCounts & { total: number };

export interface ListingParserOptions extends ReaderOptions {
  /** Name of a format; detected from the first 64 KiB where left out. */
  readonly formatIn?: string | undefined;
  /** Label of the encoding as `TextDecoder` knows it. */
  readonly encoding?: string | undefined;
}

export interface ListingParserOutput {
  /** @param line the line on which the paper's entry starts, counted from 1 */
  paper(paper: Paper, line: number): void;
  diagnostic(diagnostic: Diagnostic): void;
}

/**
 * Reads one input, pushed in chunks of bytes: encoding → blocks of lines → format → papers. It does no I/O.
 *
 * Both the library and the command line are built on it.
 */
export class ListingParser {
  readonly lines: LineAccount = {
    total: 0,
    blank: 0,
    paper: 0,
    boilerplate: 0,
    unrecognized: 0,
  };
  /** Papers found so far. */
  papers = 0;
  readonly #options: ListingParserOptions;
  readonly #output: ListingParserOutput;
  readonly #transcoder: Transcoder;
  readonly #splitter: BlockSplitter;
  readonly #faultsSeen = new Set<DiagnosticCode>();
  #format: Format | null;
  #reader: Reader | null = null;
  /** Blocks that arrived before there was a reader. */
  #waiting: { block: TextBlock; faults: readonly BlockFault[] }[] = [];
  #waitingLength = 0;
  #loading: Promise<void> | null = null;
  #ended = false;
  #nextLine = 1;

  constructor(options: ListingParserOptions, output: ListingParserOutput) {
    this.#options = options;
    this.#output = output;
    this.#splitter = new BlockSplitter((block, faults) => this.#block(block, faults));
    this.#transcoder = new Transcoder(options.encoding);
    this.#format = formats.find((format) => format.name === options.formatIn) ?? null;
  }

  /** The format of the input; null while it is not known, and after `end` where no format recognized it. */
  get format(): string | null {
    return this.#format?.name ?? null;
  }

  /** Where it is not null it must be awaited before the next call: the format is loading a package that it needs. */
  get loading(): Promise<void> | null {
    return this.#loading;
  }

  /** @param chunk the next bytes, neither kept nor changed */
  push(chunk: Buffer): void {
    this.#splitter.push(this.#transcoder.push(chunk));
  }

  /** To be called once, after the last chunk. */
  end(): void {
    this.#splitter.push(this.#transcoder.end());
    this.#splitter.end();
    this.#ended = true;
    if (this.#reader === null) this.#open();
    else this.#reader.end();
  }

  #block(block: TextBlock, faults: readonly BlockFault[]): void {
    if (this.#reader !== null) {
      this.#read(this.#reader, block, faults);
      return;
    }
    this.#waiting.push({ block, faults });
    this.#waitingLength += block.bytes.length;
    if (this.#waitingLength >= HEAD_LENGTH) this.#open();
  }

  #open(): void {
    if (this.#loading !== null) return;
    const format = this.#format;
    if (format === null) this.#detect(formats);
    else this.#load(format, () => this.#start());
  }

  /** Looks for the format of the input among `candidates`, which are tried in their order. */
  #detect(candidates: readonly Format[]): void {
    const head = this.#head();
    const index = candidates.findIndex((format) => format.detect(head));
    const format = candidates[index];
    if (format === undefined) {
      this.#start();
      return;
    }
    this.#load(format, () => {
      if (format.confirms?.(head) === false) {
        this.#detect(candidates.slice(index + 1));
        return;
      }
      this.#format = format;
      this.#start();
    });
  }

  /** Goes on with `next` when the format has what it needs. */
  #load(format: Format, next: () => void): void {
    const loading = format.load?.() ?? null;
    if (loading === null) {
      next();
      return;
    }
    this.#loading = loading.then(() => {
      this.#loading = null;
      next();
      return this.#loading ?? undefined;
    });
  }

  #head(): string {
    const head = Buffer.concat(this.#waiting.map(({ block }) => block.bytes.subarray(0, HEAD_LENGTH)));
    return head.toString('utf8', 0, HEAD_LENGTH);
  }

  /** Opens the reader and hands it what has waited for it. */
  #start(): void {
    this.#reader = this.#format?.open(this.#readerOutput(), this.#options) ?? unrecognizedReader(this.lines);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { block, faults } of waiting) this.#read(this.#reader, block, faults);
    if (this.#ended) this.#reader.end();
  }

  #read(reader: Reader, block: TextBlock, faults: readonly BlockFault[]): void {
    const { lines } = this;
    const first = this.#nextLine;
    // A fault is told with its line, so that the order does not depend on how the input arrived.
    const told = faults.length === 0 ? faults : this.#firstOfKind(faults);
    let next = 0;
    const line = new Line(block);
    for (let index = 0; index < block.lineCount; index += 1) {
      line.moveTo(index, first + index);
      for (let fault = told[next]; fault !== undefined && first + fault.line <= line.number; fault = told[next]) {
        this.#report(fault.code, fault.message, line.number, fault.column);
        next += 1;
      }
      if (line.isBlank) lines.blank += 1;
      reader.line(line);
    }
    this.#nextLine = first + block.lineCount;
    lines.total += block.lineCount;
  }

  /** One of a kind is enough to know of: a file in another encoding would give one for each block. */
  #firstOfKind(faults: readonly BlockFault[]): BlockFault[] {
    const unseen = faults.filter(({ code }) => !this.#faultsSeen.has(code));
    for (const { code } of unseen) this.#faultsSeen.add(code);
    return unseen.sort((a, b) => a.line - b.line);
  }

  #readerOutput(): ReaderOutput {
    return {
      paper: (paper, line) => {
        this.papers += 1;
        this.#output.paper(paper, line);
      },
      report: (code, message, line, column = 1) => this.#report(code, message, line, column),
      account: (fate, lines = 1) => {
        this.lines[fate] += lines;
      },
    };
  }

  #report(code: DiagnosticCode, message: string, line: number, column: number): void {
    this.#output.diagnostic({
      code,
      severity: diagnosticSeverities[code],
      message: oneSentence(message),
      line,
      column,
    });
  }
}

/** A message quotes the input, which must neither break its line nor steer a terminal. */
function oneSentence(message: string): string {
  // As nearly all are; a listing without years gives one for each paper.
  if (message.length <= LONGEST_MESSAGE && /^[!-~]+(?: [!-~]+)*$/.test(message)) return message;
  const shown = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
  return printable(shown.replace(/\s+/g, ' ')).toWellFormed();
}

/** Reads an input that no format recognized: each of its lines counts as such. */
function unrecognizedReader(lines: LineAccount): Reader {
  return {
    line: (line) => {
      if (!line.isBlank) lines.unrecognized += 1;
    },
    end: () => {},
  };
}
