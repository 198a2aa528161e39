import { type Diagnostic, type DiagnosticCode, diagnosticSeverities } from '../diagnostics/diagnostic.ts';
import type { LineFault } from '../input/decode-line.ts';
import { Transcoder } from '../input/encoding.ts';
import type { Line } from '../input/line.ts';
import { LineSplitter } from '../input/line-splitter.ts';
import { isEncodedMail, mailReader, textOfMails } from '../mail/encoded-mail.ts';
import type { MailOptions } from '../mail/mail-reader.ts';
import { SignatureReader } from '../mail/signature-reader.ts';
import type { Paper } from '../paper/paper.ts';
import { printable } from '../text/printable.ts';
import type { Format, LineCounts, Reader, ReaderOptions, ReaderOutput } from './format.ts';
import { formats } from './index.ts';
import { looksLike } from './looks-like.ts';
import { FrameReader, findPageFrames, type PageFrames, withoutFrames } from './page-frames.ts';
import { type AsWritten, surroundingsOf } from './surroundings.ts';

/** Number of characters used to detect the format. */
export const HEAD_LENGTH = 64 * 1024;

/** The faults of a line of binary data; text in a wrong encoding has one of them at most. */
const BINARY: readonly DiagnosticCode[] = ['invalid-utf8', 'control-characters'];

/** Longest message of a diagnostic, in characters. */
const LONGEST_MESSAGE = 500;

/** Where the lines of one input went: `total = blank + paper + boilerplate + unrecognized`. */
export type LineAccount = LineCounts & { total: number };

export interface ListingParserOptions extends ReaderOptions {
  /** Name of a format; detected from the first 64 KiB by default. */
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
 * Reads one input, pushed in chunks of bytes: encoding → lines → format → papers. It does no I/O.
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
  /** What the input looks like if no format recognizes it. */
  looksLike: string | null = null;
  readonly #options: ListingParserOptions;
  readonly #output: ListingParserOutput;
  readonly #transcoder: Transcoder;
  readonly #splitter = new LineSplitter((line, faults) => this.#line(line, faults));
  readonly #faultsSeen = new Set<DiagnosticCode>();
  #format: Format | null;
  #reader: Reader | null = null;
  /** Lines that arrived before there was a reader. */
  #waiting: { line: Line; faults: readonly LineFault[] }[] = [];
  #waitingLength = 0;
  #asWritten: AsWritten = (line) => line;
  /** The bodies that hold the listing, if it stands in mails that have to be decoded. */
  #mailBody: MailOptions['bodyType'] | null = null;
  /** What is printed around the pages of the listing; null if there is nothing. */
  #frames: PageFrames | null = null;
  #loading: Promise<void> | null = null;
  #ended = false;

  constructor(options: ListingParserOptions, output: ListingParserOutput) {
    this.#options = options;
    this.#output = output;
    this.#transcoder = new Transcoder(options.encoding);
    this.#format = formats.find((format) => format.name === options.formatIn) ?? null;
  }

  /** The format of the input; null while it is not known, and after `end` if no format recognized it. */
  get format(): string | null {
    return this.#format?.name ?? null;
  }

  /** If it is not null it must be awaited before the next call: the reader of the format is loading. */
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

  #line(line: Line, faults: readonly LineFault[]): void {
    if (this.#reader !== null) {
      this.#read(this.#reader, line, faults);
      return;
    }
    this.#waiting.push({ line, faults });
    this.#waitingLength += line.raw.length + 1;
    if (this.#waitingLength >= HEAD_LENGTH) this.#open();
  }

  /** Finds the format and loads its reader, if that is not done yet. */
  #open(): void {
    if (this.#loading !== null) return;
    const printed = this.#waiting.map(({ line }) => line);
    this.#asWritten = surroundingsOf(printed);
    const lines = printed.map(this.#asWritten).filter((line) => line !== null);
    this.#frames = findPageFrames(lines, this.#ended);
    this.#format ??= this.#detect(this.#frames === null ? lines : withoutFrames(lines, this.#frames));
    const loading = this.#format?.load?.() ?? null;
    if (loading === null) {
      this.#start();
      return;
    }
    this.#loading = loading.then(() => {
      this.#loading = null;
      this.#start();
    });
  }

  #detect(lines: readonly Line[]): Format | null {
    const head = lines
      .map(({ raw }) => raw)
      .join('\n')
      .slice(0, HEAD_LENGTH);
    const isBinary = this.#isBinary();
    const format = isBinary ? undefined : formatOf(head);
    if (format?.readsMails === true) return format;
    const found = isEncodedMail(head) ? this.#detectInMails(head) : undefined;
    if (format === undefined && found === undefined) this.looksLike = looksLike(head, isBinary);
    return found ?? format ?? null;
  }

  #detectInMails(head: string): Format | undefined {
    for (const bodyType of ['text', 'html'] as const) {
      const format = formatOf(textOfMails(head, bodyType));
      if (format === undefined) continue;
      this.#mailBody = bodyType;
      return format;
    }
    return undefined;
  }

  /** In a program or a picture, a line may look like the header of a table by chance. */
  #isBinary(): boolean {
    const damaged = this.#waiting.filter(({ faults }) =>
      BINARY.every((code) => faults.some((one) => one.code === code)),
    );
    return damaged.length > this.#waiting.length / 4;
  }

  /** Opens the reader and hands it what has waited for it. */
  #start(): void {
    const output = this.#readerOutput();
    const isText = this.#format !== null && this.#format.isData !== true;
    const open = (body: ReaderOutput) => {
      const reader = this.#format?.open(body, this.#options) ?? unrecognizedReader(this.lines);
      return isText ? new SignatureReader(reader, body) : reader;
    };
    const reader = this.#mailBody === null ? open(output) : mailReader(output, this.#mailBody, open);
    this.#reader = this.#frames === null || !isText ? reader : new FrameReader(reader, output, this.#frames);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { line, faults } of waiting) this.#read(this.#reader, line, faults);
    if (this.#ended) this.#reader.end();
  }

  #read(reader: Reader, printed: Line, faults: readonly LineFault[]): void {
    for (const { code, message, column } of faults) {
      // One of a kind is enough to know of: a file in another encoding would give one for each line.
      if (!this.#faultsSeen.has(code)) this.#report(code, message, printed.number, column);
      this.#faultsSeen.add(code);
    }
    this.lines.total += 1;
    const line = this.#asWritten(printed);
    if ((line ?? printed).isBlank) this.lines.blank += 1;
    else if (line === null) this.lines.boilerplate += 1;
    if (line !== null) reader.line(line);
  }

  #readerOutput(): ReaderOutput {
    return {
      paper: (paper, line) => {
        this.papers += 1;
        this.#output.paper(paper, line);
      },
      report: (code, message, line, column = 1) => this.#report(code, message, line, column),
      account: (kind, lines = 1) => {
        this.lines[kind] += lines;
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

function formatOf(head: string): Format | undefined {
  return formats.find(({ detect }) => detect(head));
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
