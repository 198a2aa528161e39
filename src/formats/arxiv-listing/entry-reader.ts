import { Line, TextBlock } from '../../input/text.ts';
import type { Reader } from '../format.ts';
import type { BodyOutput } from './body-output.ts';
import { Entry } from './entry.ts';
import { FieldReader } from './field-reader.ts';
import { ListingFrame } from './listing-frame.ts';
import { type IdLine, NO_ID, readIdLine, type Token, tokenOf } from './tokens.ts';

/** What goes on for longer than this many bytes is no entry whose end is lost, but something else, which need not fill the memory. */
const LONGEST_ENTRY = 4 * 1024 * 1024;

const FENCE = lineOf(Buffer.from('\\\\'), 0);

/**
 * Where in the listing the reader is.
 *
 *     ------------------------------     outside
 *     \\                                 opened
 *     arXiv:2303.00001                   fields
 *     Date: Wed, 1 Mar 2023 …
 *
 *     Title: …
 *     \\                                 abstract
 *       We show …
 *     \\ ( https://arxiv.org/… )         outside
 *
 * Three more last until the next lines tell what was meant: `closing` after a bare `\\` in an abstract, `doubtful` in text
 * that may be an abstract, `id-in-abstract` after an identifier alone on a line of one.
 */
type State = 'outside' | 'opened' | 'fields' | 'abstract' | 'closing' | 'doubtful' | 'id-in-abstract';

/** Reads the plain text of a listing: daily mails without their mail headers, weekly and monthly files. */
export class EntryReader implements Reader {
  readonly #output: BodyOutput;
  readonly #frame: ListingFrame;
  readonly #entry: Entry;
  readonly #fieldReader: FieldReader;
  #state: State = 'outside';
  #hasAbstract = false;
  /** Bytes of the entry so far. */
  #length = 0;
  /** The identifier line that was met within an abstract, while it is not known whether it begins an entry. */
  #idInAbstract: Line | null = null;

  constructor(output: BodyOutput) {
    this.#output = output;
    this.#entry = new Entry();
    this.#frame = new ListingFrame(output);
    this.#fieldReader = new FieldReader(output, this.#entry);
  }

  line(line: Line): void {
    if (line.isBlank) return;
    this.#length += line.length;
    if (this.#length > LONGEST_ENTRY && this.#state !== 'outside' && this.#state !== 'opened') this.#cut();
    if (this.#state === 'fields') this.#fields(line);
    else this.#dispatch(line, tokenOf(line));
  }

  /** Ends a message or file; another may follow. */
  end(): void {
    this.#cut();
    this.#frame.end();
  }

  #dispatch(line: Line, token: Token): void {
    switch (this.#state) {
      case 'opened':
        this.#opened(line, token);
        break;
      case 'abstract':
        this.#abstract(line, token);
        break;
      case 'doubtful':
        this.#doubtful(line, token);
        break;
      case 'closing':
        this.#closing(line, token);
        break;
      case 'id-in-abstract':
        this.#afterIdInAbstract(line, token);
        break;
      default:
        this.#outside(line, token);
    }
  }

  #outside(line: Line, token: Token): void {
    if (token.type === 'fence') {
      this.#state = 'opened';
      this.#output.lines.paper += 1;
    } else if (token.type === 'id') this.#begin(line);
    // The first lines of the listing may be cut off.
    else if (token.type === 'field' && token.key === 'title') this.#beginWithoutId(line);
    else this.#frame.line(line, token);
  }

  #opened(line: Line, token: Token): void {
    if (token.type === 'field' || token.type === 'replaced') this.#beginWithoutId(line);
    else if (token.type === 'text' || token.type === 'link') this.#frame.line(line, token);
    else {
      this.#state = 'outside';
      this.#outside(line, token);
    }
  }

  #begin(line: Line): void {
    this.#open(line.number, readIdLine(line));
    this.#output.lines.paper += 1;
  }

  #beginWithoutId(line: Line): void {
    this.#open(line.number, NO_ID);
    this.#fields(line);
  }

  #open(line: number, id: IdLine): void {
    const { section } = this.#frame;
    if (section === 'replace') this.#entry.begin(line, id, id.isCross ? 'replace-cross' : 'replace');
    else this.#entry.begin(line, id, id.isCross || section === 'cross' ? 'cross' : 'new');
    this.#fieldReader.begin();
    this.#state = 'fields';
    this.#length = 0;
    this.#hasAbstract = false;
  }

  #fields(line: Line): void {
    if (this.#fieldReader.continuation(line)) {
      this.#output.lines.paper += 1;
      return;
    }
    const token = tokenOf(line);
    switch (token.type) {
      case 'fence':
        this.#state = 'abstract';
        break;
      case 'link':
        this.#finish();
        break;
      case 'id':
      case 'rule':
      case 'section':
      case 'day':
        this.#truncated('entry without closing \\\\');
        this.#outside(line, token);
        return;
      case 'replaced':
        this.#fieldReader.replaced(line);
        break;
      case 'field':
        this.#fieldReader.field(line, token);
        break;
      default:
        if (this.#fieldReader.loose(line)) this.#state = 'doubtful';
    }
    this.#output.lines.paper += 1;
  }

  #doubtful(line: Line, token: Token): void {
    if (token.type === 'link') {
      this.#output.report('damaged-field', 'no \\\\ before the abstract', this.#entry.line);
      this.#abstract(line, token);
    } else if (token.type === 'text') {
      this.#entry.text.add(this.#entry.abstract, line);
      this.#output.lines.paper += 1;
    } else {
      this.#fieldReader.giveBack();
      this.#state = 'fields';
      this.#fields(line);
    }
  }

  #abstract(line: Line, token: Token): void {
    switch (token.type) {
      case 'link':
        this.#finish();
        this.#output.lines.paper += 1;
        return;
      case 'fence':
        if (this.#hasAbstract) {
          this.#state = 'closing';
          this.#output.lines.paper += 1;
          return;
        }
        break;
      case 'id':
        if (this.#hasAbstract) {
          this.#state = 'id-in-abstract';
          this.#idInAbstract = lineOf(Buffer.from(line.block.bytes.subarray(line.start, line.end)), line.number);
          this.#output.lines.paper += 1;
          return;
        }
        break;
      case 'rule':
      case 'section':
        if (this.#hasAbstract) {
          this.#truncated('abstract without closing \\\\');
          this.#outside(line, token);
          return;
        }
        break;
      default:
        this.#hasAbstract = true;
        this.#entry.text.add(this.#entry.abstract, line);
        this.#output.lines.paper += 1;
        return;
    }
    // An entry without abstract ends with the fence that would begin it.
    this.#finish();
    this.#outside(line, token);
  }

  /** After a bare `\\` in an abstract: the end of the entry, unless text follows. */
  #closing(line: Line, token: Token): void {
    if (token.type === 'rule' || token.type === 'section' || token.type === 'fence' || token.type === 'id') {
      this.#finish();
      this.#outside(line, token);
      return;
    }
    this.#entry.text.add(this.#entry.abstract, FENCE);
    this.#state = 'abstract';
    this.#abstract(line, token);
  }

  /** After an identifier alone on a line of an abstract: the next entry began if its date follows. */
  #afterIdInAbstract(line: Line, token: Token): void {
    const idLine = this.#idInAbstract;
    if (idLine !== null && (token.type === 'field' || token.type === 'replaced')) {
      this.#truncated('abstract without closing \\\\');
      this.#open(idLine.number, readIdLine(idLine));
      this.#fields(line);
      return;
    }
    if (idLine !== null) this.#entry.text.add(this.#entry.abstract, idLine);
    this.#state = 'abstract';
    this.#abstract(line, token);
  }

  /** Ends the entry where it stands, if there is one. */
  #cut(): void {
    if (this.#state === 'doubtful') this.#fieldReader.giveBack();
    if (this.#state === 'fields' || this.#state === 'doubtful') this.#truncated('entry without closing \\\\');
    else if (this.#state === 'id-in-abstract') {
      if (this.#idInAbstract !== null) this.#entry.text.add(this.#entry.abstract, this.#idInAbstract);
      this.#truncated('abstract without closing \\\\');
    } else if (this.#state === 'abstract' && this.#hasAbstract) this.#truncated('abstract without closing \\\\');
    else if (this.#state === 'abstract' || this.#state === 'closing') this.#finish();
    this.#state = 'outside';
  }

  #truncated(message: string): void {
    this.#output.report('truncated-entry', message, this.#entry.line);
    this.#finish();
  }

  #finish(): void {
    this.#entry.emit(this.#output);
    this.#state = 'outside';
  }
}

/** @param bytes of a line without its ending */
function lineOf(bytes: Buffer, number: number): Line {
  const line = new Line(new TextBlock(bytes));
  line.moveTo(0, number);
  return line;
}
