import { FEED_NAMES, PREFIX } from './feed-names.ts';

export interface FeedPiece {
  /** From the tag that begins the entry to the one that ends it, or as far as it goes. */
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
  /**
   * `headless`: the tag that begins the entry was lost; in front of the first entry, `mixed` with the fields of the feed.
   */
  readonly state: 'usual' | 'too long' | 'headless' | 'mixed';
}

export interface FeedPieces {
  /** The text between the first tag of a feed and its first entry, up to 64 Ki characters. */
  head(text: string): void;
  entry(piece: FeedPiece): void;
  /** The text between two entries, and before the first and after the last one, if it is not blank: up to 64 Ki characters. */
  between(text: string): void;
  /** A line of an entry that was too long. */
  skipped(line: number): void;
}

/** An entry beyond this, in characters, has lost its end. */
const LONGEST_ENTRY = 4 * 1024 * 1024;
const LONGEST_HEAD = 64 * 1024;

//     <entry>   </atom:entry>   <item rdf:about="…">   <feed xmlns="…">   </rdf:RDF>   <!DOCTYPE feed [   <!--
const markOf = (entryNames: string) =>
  new RegExp(`<(/?)${PREFIX}(?:(${entryNames})|(${FEED_NAMES}))(?=[\\s>/])|<!--|<!DOCTYPE(?=\\s)`, 'gi');

/** The position of the reader: in the text of the feed itself, in an entry, or outside of both. */
type Place = 'between' | 'entry' | 'comment' | 'doctype' | 'lost';

/** Splits a feed into its entries. An entry whose end was lost ends at the next one. */
export class FeedSplitter {
  readonly #pieces: FeedPieces;
  readonly #mark: RegExp;
  readonly #entryStart: RegExp;
  #place: Place = 'between';
  #head: string | null = '';
  #texts: string[] = [];
  #length = 0;
  #line = 1;
  #endLine = 1;
  #hasRoot = false;
  #hasEnd = false;
  /** The document type defines entities between brackets. */
  #hasSubset = false;

  /** @param entryNames of the elements that are entries, as alternatives of a pattern */
  constructor(pieces: FeedPieces, entryNames: string) {
    this.#pieces = pieces;
    this.#mark = markOf(entryNames);
    this.#entryStart = new RegExp(`<${PREFIX}(?:${entryNames})(?=[\\s>])`, 'i');
  }

  line(raw: string, number: number): void {
    let at = 0;
    while (at <= raw.length)
      at = this.#place === 'between' ? this.#between(raw, at, number) : this.#inside(raw, at, number);
  }

  /** @returns what is missing at the end; null if nothing is */
  end(): string | null {
    const place = this.#place;
    if (this.#place === 'entry') this.#close();
    if (this.#head !== null) this.#endHead();
    this.#endBetween();
    if (place === 'comment' || place === 'doctype')
      return `a ${place === 'comment' ? 'comment' : 'document type'} does not end`;
    return this.#hasRoot && !this.#hasEnd && place !== 'entry' ? 'the feed ends before its last tag' : null;
  }

  /** @returns the offset at which to continue, beyond the end of the line if it is done */
  #between(raw: string, from: number, number: number): number {
    this.#mark.lastIndex = from;
    const mark = this.#mark.exec(raw);
    const end = mark?.index ?? raw.length;
    this.#keep(raw.slice(from, end), number);
    if (this.#head !== null) this.#addToHead(raw.slice(from, end));
    if (mark === null) return raw.length + 1;
    const [tag, slash, entry, name] = mark;
    if (tag === '<!--') return this.#enter('comment', end + tag.length);
    if (entry !== undefined) {
      if (slash === '/') this.#endWithoutBeginning(number);
      else this.#begin(number);
      return slash === '/' ? end + tag.length : end;
    }
    if (name === undefined) return this.#enter('doctype', end + tag.length);
    if (!/channel/i.test(name)) {
      this.#hasEnd = slash === '/';
      if (slash === '') {
        this.#hasRoot = true;
        this.#head ??= '';
      }
    }
    this.#endBetween();
    const bracket = raw.indexOf('>', end);
    const tagEnd = bracket < 0 ? end + tag.length : bracket + 1;
    this.#addToHead(raw.slice(end, tagEnd));
    return tagEnd;
  }

  #enter(place: 'comment' | 'doctype', at: number): number {
    this.#place = place;
    this.#hasSubset = false;
    return at;
  }

  #inside(raw: string, from: number, number: number): number {
    if (this.#place === 'entry') return this.#inEntry(raw, from, number);
    if (this.#place === 'lost') return this.#untilNext(raw, from, number);
    const rest = raw.slice(from);
    if (this.#place === 'doctype') this.#hasSubset ||= /^[^>]*\[/.test(rest);
    const end = this.#place === 'comment' ? /-->/ : this.#hasSubset ? /\]\s{0,9}>/ : />/;
    const found = end.exec(rest);
    if (found === null) return raw.length + 1;
    this.#place = 'between';
    return from + found.index + found[0].length;
  }

  #inEntry(raw: string, from: number, number: number): number {
    // After the tag itself, if it begins on this line.
    const isFirst = this.#texts.length === 0;
    this.#mark.lastIndex = isFirst ? from + 1 : from;
    for (let mark = this.#mark.exec(raw); mark !== null; mark = this.#mark.exec(raw)) {
      const [tag, slash, entry] = mark;
      if (entry === undefined) continue;
      if (slash !== '/') {
        this.#keep(raw.slice(from, mark.index), number);
        this.#close();
        this.#begin(number);
        return mark.index;
      }
      const bracket = raw.indexOf('>', mark.index);
      const end = bracket < 0 ? mark.index + tag.length : bracket + 1;
      this.#keep(raw.slice(from, end), number);
      this.#close();
      return end;
    }
    this.#keep(raw.slice(from), number);
    if (this.#length > LONGEST_ENTRY) {
      this.#close('too long');
      this.#place = 'lost';
    }
    return raw.length + 1;
  }

  /** The rest of an entry that was too long. */
  #untilNext(raw: string, from: number, number: number): number {
    const next = this.#entryStart.exec(raw.slice(from));
    if (next === null) {
      this.#pieces.skipped(number);
      return raw.length + 1;
    }
    this.#place = 'between';
    return from + next.index;
  }

  #begin(number: number): void {
    if (this.#head !== null) this.#endHead();
    this.#endBetween();
    this.#place = 'entry';
    this.#line = number;
  }

  #endWithoutBeginning(number: number): void {
    const state = this.#head === null ? 'headless' : 'mixed';
    if (this.#head !== null) this.#endHead();
    const text = `<entry>${this.#texts.join('\n')}</entry>`;
    if (this.#texts.length > 0) this.#pieces.entry({ text, line: this.#line, endLine: number, state });
    this.#forget();
  }

  #keep(text: string, number: number): void {
    if (this.#texts.length === 0 && this.#place === 'between') {
      if (text.trim() === '') return;
      this.#line = number;
    }
    if (this.#place === 'between' && this.#length > LONGEST_HEAD) return;
    this.#texts.push(text);
    this.#length += text.length + 1;
    if (text.trim() !== '') this.#endLine = number;
  }

  #endBetween(): void {
    if (this.#texts.length > 0) this.#pieces.between(this.#texts.join('\n'));
    this.#forget();
  }

  #forget(): void {
    this.#texts = [];
    this.#length = 0;
  }

  #close(state: FeedPiece['state'] = 'usual'): void {
    const text = this.#texts.join('\n');
    this.#forget();
    this.#place = 'between';
    this.#pieces.entry({ text, line: this.#line, endLine: this.#endLine, state });
  }

  #addToHead(text: string): void {
    if (this.#head !== null && this.#head.length < LONGEST_HEAD) this.#head += `${text}\n`;
  }

  #endHead(): void {
    const head = this.#head ?? '';
    this.#head = null;
    this.#pieces.head(head);
  }
}
