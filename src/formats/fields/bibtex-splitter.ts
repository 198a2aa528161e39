import { ENTRY_HEAD, FIELD_LINE } from './bibtex-entry.ts';

export interface BibtexPiece {
  /** From the `@` to the closing brace, or as far as the entry goes. */
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
  /** The entry does not end: the next one begins inside of it, the text ends, or it is too long. */
  readonly isCut: boolean;
}

export interface BibtexPieces {
  entry(piece: BibtexPiece): void;
  /** A line, or a part of one, that belongs to no entry. */
  between(text: string, line: number): void;
}

/** An entry beyond this, in characters, has lost its end. */
const LONGEST_ENTRY = 1024 * 1024;

/** An entry begins at the start of a line, so none begins within a value. */
const ENTRY_LINE = /^\s*@\s*[A-Za-z][\w-]*\s*[{(]\s*(?:[^\s,{}()"=]+\s*,|[A-Za-z][\w-]*\s*=\s*["{]|$)/;

/**
 * Cuts BibTeX into its entries by counting braces, as BibTeX does. An entry whose end was lost ends before the next one
 * that begins a line.
 */
export class BibtexSplitter {
  readonly #pieces: BibtexPieces;
  /** The entry that is open; null between entries. */
  #entry: OpenEntry | null = null;
  /** Whether the lines that follow are the rest of an entry that was too long. */
  #isSkipping = false;
  /** `@article` on a line of its own, whose brace is still to come. */
  #head = '';
  #headLine = 0;

  constructor(pieces: BibtexPieces) {
    this.#pieces = pieces;
  }

  line(raw: string, number: number): void {
    const text = this.#head + raw;
    const start = this.#head === '' ? number : this.#headLine;
    this.#head = '';
    const isEntry = ENTRY_LINE.test(text);
    if (this.#entry !== null && isEntry) this.#close(!this.#entry.isClosed);
    else if (this.#entry?.isClosed) {
      if (text.trim() === '') return;
      if (this.#entry.mayGoOn && FIELD_LINE.test(text)) this.#entry.reopen();
      else this.#close(false);
    }
    if (isEntry) this.#isSkipping = false;
    // The first line of an entry was lost.
    if (this.#entry === null && !this.#isSkipping && FIELD_LINE.test(text)) this.#entry = new OpenEntry('', start);
    if (this.#isSkipping) this.#pieces.between(text, start);
    else this.#scan(text, start, number);
  }

  end(): void {
    if (this.#head !== '') this.#pieces.between(this.#head, this.#headLine);
    if (this.#entry !== null) this.#close(!this.#entry.isClosed);
  }

  /** @param start number of the line on which the text begins @param number of the line on which it ends */
  #scan(text: string, start: number, number: number): void {
    let at = 0;
    while (at < text.length || (at === 0 && this.#entry !== null)) {
      if (this.#entry !== null) {
        const end = this.#entry.add(text, at, number);
        if (end < 0) {
          if (this.#entry.length > LONGEST_ENTRY) {
            this.#close(true);
            this.#isSkipping = true;
          }
          return;
        }
        at = end;
        // Later lines may show that this was one brace too many.
        if (/^[\s,]*$/.test(text.slice(at, at + 20)) && text.length - at < 20) return;
        this.#close(false);
        continue;
      }
      at = this.#between(text, at, start);
    }
  }

  /** @returns the offset of the next entry, or the end of the text */
  #between(text: string, from: number, line: number): number {
    ENTRY_HEAD.lastIndex = from;
    const head = text.trimStart().startsWith('%') ? null : ENTRY_HEAD.exec(text);
    const end = head?.index ?? text.length;
    const between = text.slice(from, end);
    if (head === null && /^\s*@\s*[A-Za-z]+\s*$/.test(between)) {
      this.#head = `${between}\n`;
      this.#headLine = line;
    } else if (between.trim() !== '') this.#pieces.between(between, line);
    if (head !== null) this.#entry = new OpenEntry(head[2] ?? '', line);
    return end;
  }

  #close(isCut: boolean): void {
    const entry = this.#entry;
    this.#entry = null;
    if (entry !== null) this.#pieces.entry(entry.piece(isCut));
  }
}

class OpenEntry {
  /** The closing brace was found, with nothing after it so far. */
  isClosed = false;
  length = 0;
  readonly #line: number;
  readonly #isInParentheses: boolean;
  readonly #signs: RegExp;
  #endLine: number;
  readonly #lines: string[] = [];
  #depth = 0;
  #isQuoted = false;
  #isOpen = false;

  /** @param opener `{` or `(`; empty if the line of it was lost */
  constructor(opener: string, line: number) {
    this.#line = line;
    this.#endLine = line;
    this.#isInParentheses = opener === '(';
    // In parentheses, one ends the entry outside of braces and quotes alone.
    this.#signs = this.#isInParentheses ? /[{}()"]/g : /[{}]/g;
    if (opener === '') [this.#isOpen, this.#depth] = [true, 1];
  }

  /** Whether the brace that closed it is not alone on its line. */
  get mayGoOn(): boolean {
    return !/^\s*[})]\s*$/.test(this.#lines.at(-1) ?? '');
  }

  /** Takes a line from an offset on. @returns the offset after the end of the entry; below 0 if it continues */
  add(text: string, from: number, number: number): number {
    const end = this.#end(text, from);
    const taken = end < 0 && from === 0 ? text : text.slice(from, end < 0 ? text.length : end);
    this.#lines.push(taken);
    this.length += taken.length + 1;
    if (taken.trim() !== '') this.#endLine = number;
    this.isClosed = end >= 0;
    return end;
  }

  /** The closing brace was one too many. */
  reopen(): void {
    this.isClosed = false;
    this.#depth = 1;
  }

  piece(isCut: boolean): BibtexPiece {
    return { text: this.#lines.join('\n'), line: this.#line, endLine: this.#endLine, isCut };
  }

  #end(text: string, from: number): number {
    this.#signs.lastIndex = from;
    for (let sign = this.#signs.exec(text); sign !== null; sign = this.#signs.exec(text)) {
      if (this.#isEnd(sign[0])) return sign.index + 1;
    }
    return -1;
  }

  #isEnd(sign: string): boolean {
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#depth = sign === '{' ? 1 : 0;
      return false;
    }
    if (sign === '"') this.#isQuoted = this.#isQuoted !== (this.#depth === 0);
    else if (sign === '{') this.#depth += 1;
    else if (sign === '}') this.#depth = Math.max(0, this.#depth - 1);
    if (this.#depth > 0) return false;
    return this.#isInParentheses ? sign === ')' && !this.#isQuoted : true;
  }
}

/** Whether a line between entries is a comment, or the rest of an entry. */
export function isRemark(text: string): boolean {
  return /^\s*%|^[\s{}(),"]*$/.test(text);
}
