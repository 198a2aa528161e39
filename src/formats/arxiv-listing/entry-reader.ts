import type { Line } from '../../input/line.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { readEntry } from './entry.ts';
import type { EntryEnd, HeadLine, HeadToken, ListingEntry } from './listing-entry.ts';
import { ListingFrame } from './listing-frame.ts';
import { looseFieldOf, type Token, tokenOf } from './tokens.ts';

const CONTINUATION: HeadToken = { type: 'continuation' };

/** The memory that a line takes in addition to its text, in characters. */
const LINE_COST = 64;

/** Longer text, in characters, is not an entry whose end is lost, and must not fill the memory. */
const LONGEST_ENTRY = 4 * 1024 * 1024;

/**
 * Where in the listing the reader is.
 *
 *     ------------------------------     outside
 *     \\                                 opened
 *     arXiv:2303.00001                   head
 *     Date: Wed, 1 Mar 2023 …
 *
 *     Title: …
 *     \\                                 abstract
 *       We show …
 *     \\ ( https://arxiv.org/… )         outside
 */
type State = 'outside' | 'opened' | 'head' | 'abstract';

/** An entry that is being collected. */
interface OpenEntry extends ListingEntry {
  readonly head: HeadLine[];
  readonly abstract: string[];
  /** Indent of the first field, which is that of all; a line with more of it continues a field. */
  indent: number;
  length: number;
}

/** Cuts the plain text of a listing (a daily mail without its headers, a weekly or monthly file) into entries. */
export class EntryReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #frame: ListingFrame;
  #state: State = 'outside';
  #entry: OpenEntry | null = null;
  /** A bare fence or an identifier alone on a line of an abstract: the next line shows whether the entry ended before it. */
  #doubtful: Line | null = null;

  constructor(output: ReaderOutput) {
    this.#output = output;
    this.#frame = new ListingFrame(output);
  }

  line(line: Line): void {
    if (line.isBlank) return;
    if (this.#entry !== null) {
      this.#entry.length += line.raw.length + LINE_COST;
      if (this.#entry.length > LONGEST_ENTRY) this.#cut();
    }
    if (this.#state === 'head') this.#headLine(line);
    else this.#dispatch(line, tokenOf(line.text));
  }

  end(): void {
    this.#cut();
  }

  #dispatch(line: Line, token: Token): void {
    if (this.#state === 'opened') this.#opened(line, token);
    else if (this.#state === 'abstract') this.#abstractLine(line, token);
    else this.#outside(line, token);
  }

  #outside(line: Line, token: Token): void {
    if (token.type === 'fence') {
      this.#state = 'opened';
      this.#output.account('paper');
    } else if (token.type === 'id') this.#begin(line, token);
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

  #begin(line: Line, { id, isCross }: Extract<Token, { type: 'id' }>): void {
    this.#open(line.number, id, isCross);
    this.#output.account('paper');
  }

  #beginWithoutId(line: Line): void {
    this.#open(line.number, null, false);
    this.#headLine(line);
  }

  #open(line: number, id: string | null, isCross: boolean): void {
    this.#entry = { line, id, isCross, head: [], abstract: [], indent: Number.POSITIVE_INFINITY, length: 0 };
    this.#state = 'head';
  }

  #headLine(line: Line): void {
    const entry = this.#entry;
    if (entry === null) return;
    const { text, number, indent } = line;
    if (indent > entry.indent) {
      entry.head.push({ text, line: number, token: CONTINUATION });
      this.#output.account('paper');
      return;
    }
    const token = tokenOf(text);
    switch (token.type) {
      case 'fence':
        this.#state = 'abstract';
        break;
      case 'link':
        this.#finish('link');
        break;
      case 'id':
      case 'rule':
      case 'section':
      case 'day':
        this.#finish('cut');
        this.#outside(line, token);
        return;
      case 'field':
      case 'replaced':
        entry.indent = Math.min(entry.indent, indent);
        entry.head.push({ text, line: number, token });
        break;
      case 'text': {
        const field = looseFieldOf(text);
        if (field !== null) entry.indent = Math.min(entry.indent, indent);
        entry.head.push({ text, line: number, token: field ?? token });
      }
    }
    this.#output.account('paper');
  }

  #abstractLine(line: Line, token: Token): void {
    if (this.#doubtful !== null) {
      this.#afterDoubtful(this.#doubtful, line, token);
      return;
    }
    const hasAbstract = this.#entry !== null && this.#entry.abstract.length > 0;
    if (token.type === 'link') {
      this.#finish('closed');
      this.#output.account('paper');
    } else if (hasAbstract && (token.type === 'fence' || token.type === 'id')) {
      this.#doubtful = line;
      this.#output.account('paper');
    } else if (token.type === 'fence' || token.type === 'id' || token.type === 'rule' || token.type === 'section') {
      // An entry without abstract ends with the fence that would begin it.
      this.#finish(hasAbstract ? 'cut' : 'closed');
      this.#outside(line, token);
    } else {
      this.#entry?.abstract.push(line.text);
      this.#output.account('paper');
    }
  }

  /**
   *     \\                      \\                     arXiv:2303.00002         arXiv:2303.00002
   *     --------------          is a line break        Date: Wed, 1 Mar         is improved upon
   *
   *     ends the entry          does not               begins the next one      does not
   */
  #afterDoubtful(doubtful: Line, line: Line, token: Token): void {
    this.#doubtful = null;
    const before = tokenOf(doubtful.text);
    const { type } = token;
    if (before.type === 'fence' && (type === 'rule' || type === 'section' || type === 'fence' || type === 'id')) {
      this.#finish('closed');
      this.#outside(line, token);
    } else if (before.type === 'id' && (type === 'field' || type === 'replaced')) {
      this.#finish('cut');
      this.#open(doubtful.number, before.id, before.isCross);
      this.#headLine(line);
    } else {
      this.#entry?.abstract.push(doubtful.text);
      this.#abstractLine(line, token);
    }
  }

  /** Ends the current entry, if there is one. */
  #cut(): void {
    const doubtful = this.#doubtful === null ? null : tokenOf(this.#doubtful.text).type;
    if (this.#doubtful !== null && doubtful === 'id') this.#entry?.abstract.push(this.#doubtful.text);
    this.#doubtful = null;
    const isClosed = doubtful === 'fence' || (this.#state === 'abstract' && this.#entry?.abstract.length === 0);
    this.#finish(isClosed ? 'closed' : 'cut');
  }

  #finish(end: EntryEnd): void {
    const entry = this.#entry;
    this.#entry = null;
    this.#state = 'outside';
    if (entry === null) return;
    const { paper, faults } = readEntry(entry, this.#frame.section, end);
    for (const { code, message, line } of faults) this.#output.report(code, message, line);
    if (paper !== null) this.#output.paper(paper, entry.line);
  }
}
