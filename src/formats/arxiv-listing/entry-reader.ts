import { Line, TextBlock } from '../../input/text.ts';
import type { Reader } from '../format.ts';
import type { BodyOutput } from './body-output.ts';
import { Entry } from './entry.ts';
import type { TextSpan } from './entry-text.ts';
import { ListingFrame } from './listing-frame.ts';
import { type IdLine, looseField, NO_ID, readIdLine, type Token, tokenOf } from './tokens.ts';

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
  readonly #entry = new Entry();
  #state: State = 'outside';
  /** Indent of the first field, which is that of all; a line with more of it continues a field. */
  #indent = Number.POSITIVE_INFINITY;
  /** Where continuation lines go; null for a field that no record has. */
  #span: TextSpan | null = null;
  /** The line before was a continuation line. */
  #continued = false;
  #hasAbstract = false;
  /** Bytes of the entry so far. */
  #length = 0;
  /** The identifier line that was met within an abstract, while it is not known whether it begins an entry. */
  #idInAbstract: Line | null = null;

  constructor(output: BodyOutput) {
    this.#output = output;
    this.#frame = new ListingFrame(output);
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
    this.#state = 'fields';
    this.#indent = Number.POSITIVE_INFINITY;
    this.#length = 0;
    this.#span = null;
    this.#continued = false;
    this.#hasAbstract = false;
  }

  #fields(line: Line): void {
    if (line.indent > this.#indent) {
      if (this.#span !== null) this.#entry.text.add(this.#span, line);
      this.#continued = true;
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
        this.#replaced(line);
        break;
      case 'field':
        this.#field(line, token.key === null ? null : this.#entry.fields[token.key], token.length);
        break;
      default:
        this.#looseLine(line);
    }
    this.#output.lines.paper += 1;
  }

  #field(line: Line, span: TextSpan | null, length: number): void {
    this.#continued = false;
    this.#span = span;
    this.#indent = Math.min(this.#indent, line.indent);
    if (span === null) return;
    if (!span.isEmpty) {
      this.#output.report('damaged-field', 'field occurs twice: the last one counts', line.number);
      span.isEmpty = true;
    }
    this.#entry.addField(span, line, length);
  }

  #replaced(line: Line): void {
    const entry = this.#entry;
    if (entry.announceType === 'new') entry.announceType = 'replace';
    else if (entry.announceType === 'cross') entry.announceType = 'replace-cross';
    entry.fields.date.isEmpty = true;
    this.#field(line, entry.fields.date, 0);
  }

  /** A line among the fields that neither is indented nor begins a field that is known by its exact look. */
  #looseLine(line: Line): void {
    const loose = looseField(line);
    if (loose === null) {
      this.#unindented(line);
      return;
    }
    if (loose.token === null) {
      this.#output.report('damaged-field', `unknown field ${loose.name}`, line.number);
      this.#field(line, null, 0);
      return;
    }
    const { key, length } = loose.token;
    this.#field(line, key === null ? null : this.#entry.fields[key], length);
  }

  /**
   * Text without indent among the fields.
   *
   *     Comments: 12 pages               Comments: 12 pages, two
   *       We show that this abstract       figures and one
   *     lost the line before it.         table
   *     \\ ( https://…                   \\
   *
   * On the left the abstract began a line before; on the right a line lost its indent. The end of the entry tells.
   */
  #unindented(line: Line): void {
    const { text, abstract, fields, announceType } = this.#entry;
    // Replacements are listed without abstract.
    const mayBegin = !fields.title.isEmpty && (announceType === 'new' || announceType === 'cross');
    if (this.#continued && this.#span !== null && mayBegin) {
      text.moveLastLine(this.#span, abstract);
      text.add(abstract, line);
      this.#state = 'doubtful';
    } else if (this.#span !== null) text.add(this.#span, line);
  }

  #doubtful(line: Line, token: Token): void {
    if (token.type === 'link') {
      this.#output.report('damaged-field', 'no \\\\ before the abstract', this.#entry.line);
      this.#abstract(line, token);
    } else if (token.type === 'text') {
      this.#entry.text.add(this.#entry.abstract, line);
      this.#output.lines.paper += 1;
    } else {
      this.#giveBack();
      this.#fields(line);
    }
  }

  /** Makes what may have been the abstract part of the field above again. */
  #giveBack(): void {
    if (this.#span !== null) this.#entry.text.moveAll(this.#entry.abstract, this.#span);
    this.#state = 'fields';
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
    if (this.#state === 'doubtful') this.#giveBack();
    if (this.#state === 'fields') this.#truncated('entry without closing \\\\');
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
