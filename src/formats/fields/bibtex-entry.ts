/** The content of one entry. */
export interface BibtexEntry {
  /** In lower case: `article`, `string`. */
  readonly type: string;
  readonly key: string;
  /** By their names in lower case; the first of two with one name. */
  readonly fields: ReadonlyMap<string, BibtexField>;
  /** The first place that could not be read, and why. */
  readonly fault: { readonly offset: number; readonly message: string } | null;
}

interface BibtexField {
  /** The text between its delimiters, with macros expanded. */
  readonly value: string;
  /** Offset of the name in the text of the entry. */
  readonly offset: number;
}

/** Longest value with macros, in characters: macros made of macros could grow without end. */
const LONGEST_EXPANSION = 1024;

/** How an entry starts: `@article{`, `@string(`. */
export const ENTRY_HEAD = /@\s*([A-Za-z][\w-]*)\s*([{(])/g;
/** How a field starts, at the start of a line: `title = {`, `year = 2024`. */
export const FIELD_LINE = /^\s*[A-Za-z][\w:.-]*\s*=\s*(?:["{]|\w+\s*(?:,|$))/;

const NAME = /([^\s=,{}()"#%@\\]+)\s*=\s*/y;
const BARE = /[^\s,#{}"=()\\]+/y;
const SPACE = /\s+|%[^\n]*/y;
const TOO_MANY = /[})]\s*(?:,\s*)?[A-Za-z][\w:.-]*\s*=\s*["{\w]/y;
const FIELD_INSIDE = /\n[ \t]*[A-Za-z][\w:.-]*\s*=\s*["{]/;
/** Another field after a value that does not end: at the start of a line, or after a comma. */
const NEXT_FIELD = /\n[ \t]*[A-Za-z][\w:.-]*\s*=\s*["{\w]|,[ \t]*[A-Za-z][\w:.-]*\s*=\s*["{]/g;

/**
 * Reads one entry. A value that does not end (a quote or a brace was lost) ends where the next field starts.
 *
 *     @article{moss2024,
 *       title = {Moths by {Ear},          ← a brace is missing: ends at the line's end
 *       year = 2024 # "a",
 *     }
 *
 * @param text from its `@` to its end, or as far as it goes @param isCut the text ends before the entry does
 */
export function parseBibtexEntry(text: string, macros: ReadonlyMap<string, string>, isCut: boolean): BibtexEntry {
  return new EntryParser(text, macros, isCut).parse();
}

class EntryParser {
  readonly #text: string;
  readonly #macros: ReadonlyMap<string, string>;
  readonly #isCut: boolean;
  readonly #fields = new Map<string, BibtexField>();
  #fault: BibtexEntry['fault'] = null;
  #at = 0;

  constructor(text: string, macros: ReadonlyMap<string, string>, isCut: boolean) {
    this.#text = text;
    this.#macros = macros;
    this.#isCut = isCut;
  }

  parse(): BibtexEntry {
    const { type, closer } = this.#head();
    const key = type === 'string' || type === null ? '' : this.#key();
    if (type !== 'comment' && type !== 'preamble') this.#readFields(closer);
    return { type: type ?? 'misc', key, fields: this.#fields, fault: this.#fault };
  }

  #head(): { type: string | null; closer: string } {
    const head = /^@\s*([A-Za-z][\w-]*)\s*([{(])/.exec(this.#text);
    if (head === null) this.#report('an entry without its first line', 0);
    this.#at = head?.[0].length ?? 0;
    return { type: head?.[1]?.toLowerCase() ?? null, closer: head?.[2] === '(' ? ')' : '}' };
  }

  /** `moss2024,`, which OpenReview writes on the next line; empty if the entry has none. */
  #key(): string {
    const end = /[,={}"\n]/g;
    end.lastIndex = this.#at + (/^\s{0,99}/.exec(this.#text.slice(this.#at, this.#at + 99))?.[0].length ?? 0);
    const found = end.exec(this.#text);
    if (found?.[0] !== ',') return '';
    const key = this.#text.slice(this.#at, found.index).trim();
    this.#at = found.index + 1;
    return key;
  }

  #readFields(closer: string): void {
    for (;;) {
      this.#skip();
      const character = this.#text.charAt(this.#at);
      if (character === '') {
        if (this.#isCut) this.#report('unterminated entry', this.#text.trimEnd().length);
        return;
      }
      if (character === ',') this.#at += 1;
      else if (character === closer) {
        if (!this.#goesOn()) return;
      } else if (!this.#field(closer)) this.#skipToNextField();
    }
  }

  /** Whether fields follow what looks like the end, because there is one brace too many. */
  #goesOn(): boolean {
    TOO_MANY.lastIndex = this.#at;
    if (!TOO_MANY.test(this.#text)) return false;
    this.#report('unmatched closing brace', this.#at);
    this.#at += 1;
    return true;
  }

  #skip(): void {
    SPACE.lastIndex = this.#at;
    while (SPACE.test(this.#text)) this.#at = SPACE.lastIndex;
  }

  /** @returns false if no field starts here */
  #field(closer: string): boolean {
    NAME.lastIndex = this.#at;
    const name = NAME.exec(this.#text);
    if (name === null) return false;
    const offset = this.#at;
    this.#at = NAME.lastIndex;
    const start = this.#at;
    // In an entry that is damaged no value reaches beyond the next field, which keeps this linear.
    const value = (this.#fault === null ? this.#value(closer) : null) ?? this.#upToNextField(start);
    const key = name[1]?.toLowerCase() ?? '';
    if (!this.#fields.has(key)) {
      if (value !== null) this.#fields.set(key, { value, offset });
    } else if (key === 'title') this.#report('a second title', offset);
    return true;
  }

  /** Pieces joined by `#`; null if it does not end as it should. */
  #value(closer: string): string | null {
    const pieces: string[] = [];
    let length = 0;
    for (;;) {
      const piece = this.#piece();
      if (piece === null) return null;
      length += piece.length;
      if (pieces.length === 0 || length <= LONGEST_EXPANSION) pieces.push(piece);
      this.#skip();
      const next = this.#text.charAt(this.#at);
      if (next === '#') {
        this.#at += 1;
        this.#skip();
        continue;
      }
      // A comma may have been forgotten.
      NAME.lastIndex = this.#at;
      const isEnd = next === ',' || next === closer || next === '' || NAME.test(this.#text);
      const value = pieces.join('');
      // A brace that was lost in one value is made up for by that of the entry.
      return isEnd && !(this.#isCut && FIELD_INSIDE.test(value)) ? value : null;
    }
  }

  #piece(): string | null {
    const start = this.#at;
    const opener = this.#text.charAt(start);
    if (opener === '{' || opener === '"') {
      const end = endOfDelimited(this.#text, start);
      if (end < 0) return null;
      this.#at = end + 1;
      return this.#text.slice(start + 1, end);
    }
    BARE.lastIndex = start;
    const [word] = BARE.exec(this.#text) ?? [];
    if (word === undefined) return null;
    this.#at = BARE.lastIndex;
    return this.#macros.get(word.toLowerCase())?.slice(0, LONGEST_EXPANSION) ?? word;
  }

  /** The text between the start of a value and the next field. */
  #upToNextField(start: number): string | null {
    this.#report('unterminated value', start);
    NEXT_FIELD.lastIndex = start;
    const next = NEXT_FIELD.exec(this.#text)?.index ?? -1;
    this.#at = next < 0 ? this.#text.length : next;
    const value = this.#text.slice(start, this.#at).trim();
    // The last value of an entry that was cut off is not whole, unless only its own end is missing.
    if (next < 0 && !/[}"],?$/.test(value)) return null;
    const inner = value.replace(/^["{]/, '').replace(/["}]?\s{0,9},?\s{0,9}[})]?$/, '');
    return this.#macros.get(inner.toLowerCase())?.slice(0, LONGEST_EXPANSION) ?? inner;
  }

  #skipToNextField(): void {
    this.#report(`not a field`, this.#at);
    NEXT_FIELD.lastIndex = this.#at;
    this.#at = NEXT_FIELD.exec(this.#text)?.index ?? this.#text.length;
  }

  #report(message: string, offset: number): void {
    this.#fault ??= { message, offset };
  }
}

/** The offset of the brace or quote that closes the one at `start`; below 0 if there is none. */
function endOfDelimited(text: string, start: number): number {
  const isQuoted = text.charAt(start) === '"';
  const signs = isQuoted ? /["{}]/g : /[{}]/g;
  signs.lastIndex = start + 1;
  let depth = 0;
  for (let sign = signs.exec(text); sign !== null; sign = signs.exec(text)) {
    if (sign[0] === '{') depth += 1;
    else if (sign[0] === '"') {
      if (depth === 0) return sign.index;
    } else if (depth > 0) depth -= 1;
    else return isQuoted ? -1 : sign.index;
  }
  return -1;
}
