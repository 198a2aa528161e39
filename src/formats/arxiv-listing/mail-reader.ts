import type { BlockFault } from '../../input/clean.ts';
import { forEachLine, type Line, TextBlock } from '../../input/text.ts';
import type { LineKind, Reader, ReaderOutput } from '../format.ts';
import type { BodyOutput } from './body-output.ts';
import { EntryReader } from './entry-reader.ts';
import { type Body, readHeaders } from './mail-headers.ts';
import { QuoteReader } from './quote-reader.ts';
import { TransferDecoder } from './transfer-decoder.ts';

/**
 *     From archive@example.org Fri Mar  3 01:29:12 2023     envelope: begins a message of an mbox
 *     Content-Type: text/plain; charset=utf-8               headers
 *
 *     \\                                                    body
 *     --next                                                of several parts: begins the headers of one
 */
type State = 'start' | 'headers' | 'body' | 'skipped';

const ENVELOPE = /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\d:\d{2}/;
const LONGEST_ENVELOPE = 300;
/** The first one that a line of an encoded body has among its lines of text is its own. */
const FATES = ['unrecognized', 'paper', 'boilerplate'] as const;
const CONTENT_HEADER = /^content-/i;
/** More of either is no mail, but something made to fill the memory. */
const MOST_HEADERS = 100;
const DEEPEST_PART = 20;
const HEADER = /^[!-9;-~]+:(?:\s|$)/;
/** Begin a listing that has no headers. */
const LISTING_START = /^(?:arXiv|Paper|Title|Authors?):/i;
const HYPHEN = '-'.charCodeAt(0);
const LETTER_F = 'F'.charCodeAt(0);
const QUOTE_MARK = '>'.charCodeAt(0);

/**
 * Reads a listing as it comes: a bare file, a raw message (RFC 5322, MIME), or an mbox of several messages. The text of
 * each body goes on to the reader of entries; headers, envelopes and other parts are boilerplate.
 */
export class MailReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #reader: Reader;
  #state: State = 'start';
  /** Those that describe the body. */
  #headers: string[] = [];
  #hasHeaders = false;
  /** The header above is one of them. */
  #isKept = false;
  /** Of the multipart bodies that the current line is in. */
  #boundaries: string[] = [];
  #isMbox = false;
  #decoder: TransferDecoder | null = null;
  /**
   * Lines of text by their fate: of the body so far, or, while a body is being decoded, those that the current line of the
   * input completes.
   */
  readonly #lines: BodyOutput['lines'] = { paper: 0, boilerplate: 0, unrecognized: 0 };
  #lastFate: LineKind = 'boilerplate';
  /** The line of the input in which the decoded line that is not complete yet begins. */
  #decodedLine = 0;
  #currentLine = 0;

  constructor(output: ReaderOutput) {
    this.#output = output;
    const inner: BodyOutput = {
      paper: (paper, line) => output.paper(paper, line),
      report: (code, message, line, column) => output.report(code, message, line, column),
      lines: this.#lines,
    };
    this.#reader = new QuoteReader(new EntryReader(inner), inner);
  }

  line(line: Line): void {
    if (line.byte(0) === LETTER_F && isEnvelope(line)) {
      this.#endMessage();
      this.#isMbox = true;
      this.#state = 'headers';
      this.#output.account('boilerplate');
      return;
    }
    if (this.#boundaries.length > 0 && line.byte(0) === HYPHEN && this.#boundary(line)) return;
    switch (this.#state) {
      case 'start':
        this.#start(line);
        return;
      case 'headers':
        this.#header(line);
        return;
      case 'skipped':
        if (!line.isBlank) this.#output.account('boilerplate');
        return;
      default:
        this.#body(line);
    }
  }

  end(): void {
    this.#endMessage();
  }

  #endMessage(): void {
    this.#endBody();
    this.#headers = [];
    this.#hasHeaders = false;
    this.#boundaries = [];
    this.#state = 'start';
  }

  #endBody(): void {
    this.#decoder?.end();
    this.#reader.end();
    for (const fate of FATES) {
      if (this.#decoder === null && this.#lines[fate] > 0) this.#output.account(fate, this.#lines[fate]);
      this.#lines[fate] = 0;
    }
    this.#decoder = null;
  }

  #start(line: Line): void {
    if (line.isBlank) return;
    const text = line.latin1;
    this.#state = HEADER.test(text) && !LISTING_START.test(text) ? 'headers' : 'body';
    this.line(line);
  }

  #header(line: Line): void {
    if (line.isBlank) {
      if (this.#hasHeaders) this.#beginBody(readHeaders(this.#headers));
      return;
    }
    const isContinued = line.indent > 0 && this.#hasHeaders;
    if (!isContinued && !HEADER.test(line.latin1)) {
      // The blank line before the body is lost.
      this.#beginBody(readHeaders(this.#headers));
      this.line(line);
      return;
    }
    if (!isContinued) this.#isKept = CONTENT_HEADER.test(line.latin1) && this.#headers.length < MOST_HEADERS;
    if (this.#isKept && isContinued) this.#headers.push(`${this.#headers.pop()} ${line.text}`);
    else if (this.#isKept) this.#headers.push(line.text);
    this.#hasHeaders = true;
    this.#output.account('boilerplate');
  }

  #beginBody({ type, boundary, encoding, charset }: Body): void {
    this.#headers = [];
    this.#hasHeaders = false;
    if (type === 'message') return;
    this.#state = type === 'text' ? 'body' : 'skipped';
    if (type === 'multipart' && boundary !== '' && this.#boundaries.length < DEEPEST_PART)
      this.#boundaries.push(boundary);
    if (type !== 'text' || encoding === 'identity') return;
    this.#lastFate = 'boilerplate';
    this.#decodedLine = 0;
    this.#decoder = new TransferDecoder(encoding, charset, (block, faults) => this.#decoded(block, faults));
  }

  /**
   *     --next       begins a part
   *     --next--     ends the last one
   */
  #boundary(line: Line): boolean {
    const text = line.latin1;
    if (!text.startsWith('--')) return false;
    const depth = this.#boundaries.findLastIndex((each) => text === `--${each}` || text === `--${each}--`);
    if (depth < 0) return false;
    this.#endBody();
    const isLast = text === `--${this.#boundaries[depth]}--`;
    this.#boundaries.length = isLast ? depth : depth + 1;
    this.#state = isLast ? 'skipped' : 'headers';
    this.#output.account('boilerplate');
    return true;
  }

  #body(line: Line): void {
    if (this.#decoder === null) {
      if (this.#isMbox && line.byte(0) === QUOTE_MARK && line.startsWith('>From ')) this.#unescaped(line);
      else this.#reader.line(line);
      return;
    }
    this.#currentLine = line.number;
    if (this.#decodedLine === 0) this.#decodedLine = line.number;
    this.#decoder.line(line);
    if (!line.isBlank) this.#output.account(this.#fateOfEncoded());
  }

  /** `>From ` is how an mbox writes a line that begins with `From `. */
  #unescaped(line: Line): void {
    const block = new TextBlock(line.block.bytes.subarray(line.start + 1, line.end));
    forEachLine(block, line.number, (unescaped) => this.#reader.line(unescaped));
  }

  #decoded(block: TextBlock, faults: readonly BlockFault[]): void {
    // A line of the input may make several blocks; only the first of them goes on with a line above.
    const first = this.#decodedLine === 0 ? this.#currentLine : this.#decodedLine;
    for (const { code, message, column } of faults) this.#output.report(code, message, first, column);
    let isFirst = true;
    forEachLine(block, this.#currentLine, (line) => {
      line.number = isFirst ? first : this.#currentLine;
      isFirst = false;
      this.#reader.line(line);
    });
    this.#decodedLine = 0;
  }

  /** A line of an encoded body holds several lines of text, or a part of one: then it shares the fate of the line before. */
  #fateOfEncoded(): LineKind {
    const fate = FATES.find((each) => this.#lines[each] > 0);
    for (const each of FATES) this.#lines[each] = 0;
    this.#lastFate = fate ?? this.#lastFate;
    return this.#lastFate;
  }
}

function isEnvelope(line: Line): boolean {
  // Every entry of a monthly file has a `From:`, which the pattern need not see.
  if (line.indent > 0 || line.length > LONGEST_ENVELOPE || !line.startsWith('From ')) return false;
  return ENVELOPE.test(line.latin1);
}
