import type { LineKind, Reader, ReaderOutput } from '../formats/format.ts';
import type { LineFault } from '../input/decode-line.ts';
import { Line } from '../input/line.ts';
import { type Body, readHeaders } from './headers.ts';
import { withoutRedirects } from './redirects.ts';
import { TransferDecoder } from './transfer-decoder.ts';

/**
 *     From archive@example.org Fri Mar  3 01:29:12 2023     envelope: begins a message of an mbox
 *     Content-Type: text/plain; charset=utf-8               headers
 *
 *     \\                                                    body
 *     --next                                                multipart: begins the headers of a part
 */
type State = 'start' | 'headers' | 'body' | 'skipped';

const ENVELOPE = /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\d:\d{2}/;
const LONGEST_ENVELOPE = 300;
const CONTENT_HEADER = /^content-/i;
const HEADER = /^[!-9;-~]+:(?:\s|$)/;
/** Limits against hostile input; real mails have fewer. */
const MOST_HEADERS = 100;
const DEEPEST_PART = 20;

/** A line that shows that an HTML text, which is not read, may have contained papers. */
const MAY_NAME_PAPER = /arxiv|doi\.org|huggingface\.co\/papers|openreview\.net/i;

/** The text of a message in the form that is not read: a repetition, if the other form is there. */
interface OtherText {
  readonly line: number;
  lines: number;
  mayNamePaper: boolean;
}

export interface MailOptions {
  /** Opens the reader of a text body. */
  openBody(output: ReaderOutput): Reader;
  /** A line that looks like a header, but begins a body without headers. */
  readonly bodyStart: RegExp;
  /** Which bodies are read; all others are boilerplate. */
  readonly bodyType: 'text' | 'html';
}

/** Whether an input that begins with this line may be a mail. */
export function beginsMail(line: string): boolean {
  return HEADER.test(line) || (line.length <= LONGEST_ENVELOPE && ENVELOPE.test(line));
}

/** Whether an input begins like a mail whose text is only HTML. */
export function isHtmlMail(head: string): boolean {
  const first = head.trimStart().replace(/\n.*/s, '');
  if (!beginsMail(first)) return false;
  return /^content-type:\s*text\/html\b/im.test(head) && !/^content-type:\s*text\/plain\b/im.test(head);
}

/**
 * Reads a plain file, a raw message (RFC 5322, MIME), or an mbox of several messages. The lines of each text body are passed
 * to a reader of their own; headers, envelopes and other parts are boilerplate.
 */
export class MailReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #options: MailOptions;
  #body: Reader | null = null;
  #state: State = 'start';
  /** The headers that describe the body. */
  #headers: string[] = [];
  #hasHeaders = false;
  /** Whether the previous header is one of them. */
  #isKept = false;
  /** The boundaries of the enclosing multipart bodies. */
  #boundaries: string[] = [];
  #isMbox = false;
  #line = 0;
  /** Whether a body of the message has been read. */
  #isRead = false;
  #otherText: OtherText | null = null;
  /** Whether the skipped lines are such a text. */
  #isInOtherText = false;

  constructor(output: ReaderOutput, options: MailOptions) {
    this.#output = output;
    this.#options = options;
  }

  line(line: Line): void {
    this.#line = line.number;
    if (isEnvelope(line)) {
      this.#endMessage();
      this.#isMbox = true;
      this.#state = 'headers';
      this.#output.account('boilerplate');
      return;
    }
    if (this.#boundaries.length > 0 && line.text.startsWith('--') && this.#boundary(line.text)) return;
    switch (this.#state) {
      case 'start':
        this.#start(line);
        return;
      case 'headers':
        this.#header(line);
        return;
      case 'skipped':
        if (!line.isBlank) this.#skip(line);
        return;
      case 'body':
        this.#bodyLine(line);
    }
  }

  end(): void {
    this.#endMessage();
  }

  #skip({ text }: Line): void {
    if (!this.#isInOtherText) {
      this.#output.account('boilerplate');
      return;
    }
    const other = this.#openOtherText();
    other.lines += 1;
    other.mayNamePaper ||= MAY_NAME_PAPER.test(text);
  }

  /** The text in the form that is not read, which begins on this line unless it has begun before. */
  #openOtherText(): OtherText {
    this.#otherText ??= { line: this.#line, lines: 0, mayNamePaper: false };
    return this.#otherText;
  }

  #endMessage(): void {
    this.#endBody();
    this.#endOtherText();
    this.#headers = [];
    this.#hasHeaders = false;
    this.#boundaries = [];
    this.#state = 'start';
  }

  #endOtherText(): void {
    const other = this.#otherText;
    const isLost = other?.mayNamePaper === true && !this.#isRead;
    if (isLost) {
      const form = this.#options.bodyType === 'text' ? 'HTML' : 'plain text';
      const message = `not read: a mail in ${form} only, unlike the others; save it as a separate file`;
      this.#output.report('unrecognized-line', message, other.line);
    }
    if (other !== null) this.#output.account(isLost ? 'unrecognized' : 'boilerplate', other.lines);
    this.#otherText = null;
    this.#isInOtherText = false;
    this.#isRead = false;
  }

  #endBody(): void {
    this.#body?.end();
    this.#body = null;
  }

  #start(line: Line): void {
    if (line.isBlank) return;
    this.#state = HEADER.test(line.text) && !this.#options.bodyStart.test(line.text) ? 'headers' : 'body';
    this.line(line);
  }

  #header(line: Line): void {
    if (line.isBlank) {
      if (this.#hasHeaders) this.#beginBody(readHeaders(this.#headers));
      return;
    }
    const isContinued = line.indent > 0 && this.#hasHeaders;
    if (!isContinued && (!HEADER.test(line.text) || this.#options.bodyStart.test(line.text))) {
      // The blank line before the body is lost.
      this.#beginBody(readHeaders(this.#headers));
      this.line(line);
      return;
    }
    if (!isContinued) this.#isKept = CONTENT_HEADER.test(line.text) && this.#headers.length < MOST_HEADERS;
    if (this.#isKept && isContinued) this.#headers.push(`${this.#headers.pop()} ${line.text}`);
    else if (this.#isKept) this.#headers.push(line.text);
    this.#hasHeaders = true;
    this.#output.account('boilerplate');
  }

  #beginBody({ type, boundary, encoding, charset }: Body): void {
    this.#headers = [];
    this.#hasHeaders = false;
    // Its own headers follow.
    if (type === 'message') return;
    const isRead = type === this.#options.bodyType;
    this.#state = isRead ? 'body' : 'skipped';
    this.#isRead ||= isRead;
    this.#isInOtherText = !isRead && (type === 'text' || type === 'html');
    // The content of an encoded text is not visible.
    if (this.#isInOtherText && encoding !== 'identity') this.#openOtherText().mayNamePaper = true;
    if (type === 'multipart' && boundary !== '' && this.#boundaries.length < DEEPEST_PART)
      this.#boundaries.push(boundary);
    if (isRead && encoding !== 'identity') {
      this.#body = new EncodedBody(this.#output, (output) => this.#options.openBody(output), encoding, charset);
    }
  }

  /**
   *     --next       begins a part
   *     --next--     ends the last one
   */
  #boundary(text: string): boolean {
    const depth = this.#boundaries.findLastIndex((each) => text === `--${each}` || text === `--${each}--`);
    if (depth < 0) return false;
    this.#endBody();
    const isLast = text === `--${this.#boundaries[depth]}--`;
    this.#boundaries.length = isLast ? depth : depth + 1;
    this.#state = isLast ? 'skipped' : 'headers';
    this.#isInOtherText = false;
    this.#output.account('boilerplate');
    return true;
  }

  #bodyLine(line: Line): void {
    this.#body ??= this.#options.openBody(this.#output);
    // An mbox writes `>From ` for a line that begins with `From `.
    const isEscaped = this.#isMbox && line.text.startsWith('>From ');
    this.#body.line(isEscaped ? new Line(line.text.slice(1), line.number) : line);
  }
}

function isEnvelope({ raw }: Line): boolean {
  return raw.startsWith('From ') && raw.length <= LONGEST_ENVELOPE && ENVELOPE.test(raw);
}

/** A body that is decoded before it is read. Diagnostics refer to the encoded line of the input. */
class EncodedBody implements Reader {
  readonly #output: ReaderOutput;
  readonly #reader: Reader;
  readonly #decoder: TransferDecoder;
  /** Number of decoded lines by kind. */
  readonly #kinds: Record<LineKind, number> = { unrecognized: 0, paper: 0, boilerplate: 0 };
  /** Number of non-blank lines of the input. */
  #lines = 0;
  #currentLine = 0;
  /** The line of the input in which each decoded line began; readers must see each line with a number of its own. */
  readonly #numbers: number[] = [];
  /** The line of the input in which the incomplete decoded line began; 0 if there is none. */
  #firstLine = 0;

  constructor(
    output: ReaderOutput,
    openBody: (output: ReaderOutput) => Reader,
    encoding: 'quoted-printable' | 'base64',
    charset: string,
  ) {
    this.#output = output;
    const lineOf = (line: number) => this.#numbers[line - 1] ?? this.#currentLine;
    this.#reader = openBody({
      paper: (paper, line) => output.paper(paper, lineOf(line)),
      report: (code, message, line, column) => output.report(code, message, lineOf(line), column),
      account: (kind, lines = 1) => {
        this.#kinds[kind] += lines;
      },
    });
    this.#decoder = new TransferDecoder(encoding, charset, (line, faults) => this.#decoded(line, faults));
  }

  line(line: Line): void {
    if (!line.isBlank) this.#lines += 1;
    this.#currentLine = line.number;
    if (this.#firstLine === 0) this.#firstLine = line.number;
    this.#decoder.line(line);
  }

  end(): void {
    this.#decoder.end();
    this.#reader.end();
    shareLines(this.#lines, this.#kinds).forEach(([kind, lines]) => {
      if (lines > 0) this.#output.account(kind, lines);
    });
  }

  #decoded({ raw }: Line, faults: readonly LineFault[]): void {
    // A line of the input may contain several lines of text; only the first of them began earlier.
    const number = this.#firstLine === 0 ? this.#currentLine : this.#firstLine;
    this.#firstLine = 0;
    for (const { code, message, column } of faults) this.#output.report(code, message, number, column);
    this.#numbers.push(number);
    this.#reader.line(new Line(withoutRedirects(raw), this.#numbers.length));
  }
}

/**
 * Accounts for the lines of an encoded body in proportion to the kinds of its decoded lines.
 *
 * @param kinds the number of decoded lines of each kind
 */
function shareLines(lines: number, kinds: Readonly<Record<LineKind, number>>): [LineKind, number][] {
  const total = kinds.unrecognized + kinds.paper + kinds.boilerplate;
  const shareOf = (kind: LineKind) => (total === 0 ? 0 : Math.ceil((lines * kinds[kind]) / total));
  const unrecognized = shareOf('unrecognized');
  const paper = Math.min(shareOf('paper'), lines - unrecognized);
  return [
    ['unrecognized', unrecognized],
    ['paper', paper],
    ['boilerplate', lines - unrecognized - paper],
  ];
}
