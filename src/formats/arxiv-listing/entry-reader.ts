import type { Line } from '../../input/text.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { isBoilerplate } from './boilerplate.ts';
import { Entry } from './entry.ts';
import type { TextSpan } from './text-span.ts';
import { looseField, readIdLine, type Section, type Token, tokenOf } from './tokens.ts';

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
 *     \\ ( https://arxiv.org/… )         outside; after a bare `\\`: closing, until the next line tells whether it was the end
 */
/** What goes on for longer than this many bytes is no entry whose end is lost, but something else, which need not fill the memory. */
const LONGEST_ENTRY = 4 * 1024 * 1024;

type State = 'outside' | 'opened' | 'fields' | 'abstract' | 'closing' | 'id-in-abstract';

/** Reads the plain text of a listing: daily mails without their mail headers, weekly and monthly files. */
export class EntryReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #entry = new Entry();
  #state: State = 'outside';
  #section: Section = 'new';
  /** The names of subject classes follow, as in the mails of one class. */
  #inSubmissionsTo = false;
  /** Indent of the lines that begin a field; more of it continues one. */
  #indent = 0;
  /** Where continuation lines go; null for a field that no record has. */
  #span: TextSpan | null = null;
  /** The line before was a continuation line. */
  #continued = false;
  #hasAbstract = false;
  /** Bytes of the entry so far. */
  #length = 0;
  /** The identifier line that was met within an abstract, while it is not known whether it begins an entry. */
  #idInAbstract = { id: '', isCross: false, text: '', line: 0 };

  constructor(output: ReaderOutput) {
    this.#output = output;
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
    this.#section = 'new';
    this.#inSubmissionsTo = false;
  }

  #dispatch(line: Line, token: Token): void {
    switch (this.#state) {
      case 'opened':
        this.#opened(line, token);
        break;
      case 'abstract':
        this.#abstract(line, token);
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
    switch (token.type) {
      case 'fence':
        this.#state = 'opened';
        this.#output.account('paper');
        return;
      case 'id':
        this.#begin(line);
        return;
      case 'section':
        this.#section = token.begins;
        this.#output.account('boilerplate');
        return;
      case 'rule':
      case 'day':
        this.#inSubmissionsTo = false;
        this.#output.account('boilerplate');
        return;
      case 'field':
        // The first lines of the listing may be cut off.
        if (token.key === 'title') {
          this.#beginWithoutId(line);
          return;
        }
        break;
      default:
    }
    this.#aroundEntries(line);
  }

  /** Heads and feet. */
  #aroundEntries(line: Line): void {
    const text = line.latin1;
    const isKnown = isBoilerplate(text);
    if (/^received from\b/i.test(text)) {
      this.#inSubmissionsTo = false;
      this.#section = 'new';
    }
    if (isKnown || this.#inSubmissionsTo) {
      this.#output.account('boilerplate');
      if (/^submissions to:/i.test(text)) this.#inSubmissionsTo = true;
      return;
    }
    this.#output.account('unrecognized');
    this.#output.report('unrecognized-line', 'line is part of no entry', line.number, line.indent + 1);
  }

  #opened(line: Line, token: Token): void {
    if (token.type === 'field' || token.type === 'replaced') this.#beginWithoutId(line);
    else if (token.type === 'text' || token.type === 'link') this.#aroundEntries(line);
    else {
      this.#state = 'outside';
      this.#outside(line, token);
    }
  }

  #begin(line: Line): void {
    const { id, isCross } = readIdLine(line);
    this.#open(line.number, id, isCross);
    this.#indent = line.indent;
    this.#output.account('paper');
  }

  #beginWithoutId(line: Line): void {
    this.#open(line.number, '', false);
    this.#indent = line.indent;
    this.#fields(line);
  }

  #open(line: number, id: string, isCross: boolean): void {
    const entry = this.#entry;
    entry.line = line;
    entry.id = id;
    if (this.#section === 'replace') entry.announceType = isCross ? 'replace-cross' : 'replace';
    else entry.announceType = isCross || this.#section === 'cross' ? 'cross' : 'new';
    this.#state = 'fields';
    this.#length = 0;
    this.#span = null;
    this.#continued = false;
    this.#hasAbstract = false;
  }

  #fields(line: Line): void {
    this.#entry.stretch.add(line);
    if (line.indent > this.#indent) {
      this.#span?.add(line);
      this.#continued = true;
      this.#output.account('paper');
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
    this.#output.account('paper');
  }

  #field(line: Line, span: TextSpan | null, length: number): void {
    this.#continued = false;
    this.#span = span;
    if (span === null) return;
    if (span.isEmpty) span.add(line, length);
    else {
      this.#span = null;
      this.#output.report('damaged-field', 'field occurs twice: the first one counts', line.number);
    }
  }

  #replaced(line: Line): void {
    const entry = this.#entry;
    if (entry.announceType === 'new') entry.announceType = 'replace';
    else if (entry.announceType === 'cross') entry.announceType = 'replace-cross';
    this.#continued = false;
    this.#span = entry.fields.date;
    this.#span.take();
    this.#span.add(line);
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
   *     Comments: 12 pages               Comments: 12 pages, one
   *       We show that this abstract     figure
   *     lost the line before it.
   *
   * On the left the abstract began a line before; on the right a paste lost the indent.
   */
  #unindented(line: Line): void {
    const { fields, announceType } = this.#entry;
    // Replacements are listed without abstract.
    const mayBegin = !fields.title.isEmpty && (announceType === 'new' || announceType === 'cross');
    if (this.#continued && this.#span !== null && mayBegin) {
      this.#entry.abstract.addText(this.#span.takeLastLine());
      this.#entry.abstract.add(line);
      this.#hasAbstract = true;
      this.#state = 'abstract';
      this.#output.report('damaged-field', 'no \\\\ before the abstract', line.number - 1);
    } else this.#span?.add(line);
  }

  #abstract(line: Line, token: Token): void {
    switch (token.type) {
      case 'link':
        this.#finish();
        this.#output.account('paper');
        return;
      case 'fence':
        if (this.#hasAbstract) {
          this.#state = 'closing';
          this.#output.account('paper');
          return;
        }
        break;
      case 'id':
        if (this.#hasAbstract) {
          this.#state = 'id-in-abstract';
          this.#idInAbstract = { ...readIdLine(line), text: line.text, line: line.number };
          this.#output.account('paper');
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
        this.#entry.abstract.add(line);
        this.#output.account('paper');
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
    this.#entry.abstract.addText('\\\\');
    this.#state = 'abstract';
    this.#abstract(line, token);
  }

  /** After an identifier alone on a line of an abstract: the next entry began if its date follows. */
  #afterIdInAbstract(line: Line, token: Token): void {
    const { id, isCross, text, line: number } = this.#idInAbstract;
    if (token.type === 'field' || token.type === 'replaced') {
      this.#truncated('abstract without closing \\\\');
      this.#open(number, id, isCross);
      this.#indent = line.indent;
      this.#fields(line);
      return;
    }
    this.#entry.abstract.addText(text);
    this.#state = 'abstract';
    this.#abstract(line, token);
  }

  /** Ends the entry where it stands, if there is one. */
  #cut(): void {
    const { abstract } = this.#entry;
    if (this.#state === 'fields') this.#truncated('entry without closing \\\\');
    else if (this.#state === 'id-in-abstract') {
      abstract.addText(this.#idInAbstract.text);
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
