import { withoutEscapes } from '../../names/quoted-list.ts';

/** A piece of a line of JSON; the tokens of a line are all of it but the white space between them. */
export interface JsonToken {
  readonly type: 'punctuator' | 'string' | 'literal' | 'unknown';
  readonly start: number;
  readonly end: number;
  /** For a punctuator, the one of JSON that it stands for. */
  readonly as?: string;
  /** Set if the token is not JSON. */
  readonly fault: { readonly message: string; readonly offset: number } | null;
}

/**
 * Splits a line into JSON tokens (RFC 8259); a token of the type `unknown` is not JSON. No token continues on the next line.
 *
 * No regular expression runs over a string's content: one long string would exhaust its stack.
 */
export class JsonTokenizer {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  next(): JsonToken | null {
    const start = match(SPACE, this.#text, this.#at);
    if (start === this.#text.length) return null;
    const token = this.#token(start, this.#text.charCodeAt(start));
    this.#at = token.end;
    return token;
  }

  #token(start: number, code: number): JsonToken {
    if (code === QUOTE) return this.#string(start);
    const as = PUNCTUATORS.get(code);
    if (as !== undefined) return { type: 'punctuator', start, end: start + 1, as, fault: null };
    const quoted = code === SINGLE_QUOTE ? this.#endOfSingleQuoted(start) : null;
    if (quoted !== null) return { type: 'string', start, end: quoted, fault: null };
    const arguments_ = match(CALL, this.#text, start);
    if (arguments_ > start) return this.#call(start, arguments_);
    const keyword = match(KEYWORD, this.#text, start);
    if (keyword > start) return { type: 'string', start, end: keyword, fault: null };
    const end = Math.max(match(WORD, this.#text, start), start + 1);
    if (match(NAME, this.#text, start) === end) return { type: 'string', start, end, fault: null };
    if (match(LITERAL, this.#text, start) === end) return { type: 'literal', start, end, fault: null };
    return this.#unknown(start, end);
  }

  /** An object that Python prints by the call that makes it: `Paper(title='Kites')` is an object, `date(2024, 5, 6)` a value. */
  #call(start: number, from: number): JsonToken {
    if (match(KEYWORD, this.#text, from) > from) return { type: 'punctuator', start, end: from, as: '{', fault: null };
    const end = match(ARGUMENTS, this.#text, from);
    if (end > from) return { type: 'string', start, end, fault: null };
    return this.#unknown(start, from);
  }

  #unknown(start: number, end: number): JsonToken {
    const shown = this.#text.slice(start, Math.min(end, start + 20));
    return { type: 'unknown', start, end, fault: { message: `unexpected ${JSON.stringify(shown)}`, offset: start } };
  }

  #string(start: number): JsonToken {
    const last = this.#closingQuote('"', start);
    if (last >= 0) return { type: 'string', start, end: last + 1, fault: this.#faultInString(start, last + 1) };
    const end = this.#text.length;
    return { type: 'string', start, end, fault: { message: 'a string does not end', offset: end } };
  }

  /** The end of a string of Python or JavaScript; null if this is an apostrophe in a damaged text. */
  #endOfSingleQuoted(start: number): number | null {
    const end = this.#closingQuote("'", start) + 1;
    AFTER_VALUE.lastIndex = end;
    return end > 0 && AFTER_VALUE.test(this.#text) ? end : null;
  }

  /** The offset of the quote that ends a string; -1 if there is none. */
  #closingQuote(quote: string, start: number): number {
    let at = this.#text.indexOf(quote, start + 1);
    while (at >= 0 && this.#isEscaped(at, start)) at = this.#text.indexOf(quote, at + 1);
    return at;
  }

  /** Whether an odd number of backslashes precedes the quote at `at`. */
  #isEscaped(at: number, start: number): boolean {
    let backslash = at - 1;
    while (backslash > start && this.#text.charCodeAt(backslash) === BACKSLASH) backslash -= 1;
    return (at - backslash) % 2 === 0;
  }

  #faultInString(start: number, end: number): JsonToken['fault'] {
    const content = this.#text.slice(start, end);
    if (!content.includes('\\') && !CONTROL.test(content)) return null;
    for (const { index, groups } of content.matchAll(STRING_PARTS)) {
      if (groups?.bad !== undefined)
        return { message: 'a string with an invalid escape or control character', offset: start + index };
    }
    return null;
  }
}

/** The value of a string or literal without a fault. */
export function tokenValue(text: string): string | number | boolean | null {
  if (text.startsWith('"') && !text.includes('\\')) return text.slice(1, -1);
  if (text.startsWith("'")) return withoutEscapes(text.slice(1, -1));
  if (Object.hasOwn(WORDS, text)) return WORDS[text] ?? null;
  if (text.endsWith(')')) return callValue(text);
  if (/^[A-Za-z_$]/.test(text)) return text;
  // Scripts that concatenate JSON leave tabs in strings unescaped, which JSON does not allow.
  return JSON.parse(text.replaceAll('\t', '\\t'));
}

//     datetime.datetime(2024, 5, 6, 10, 0)     Author('Ada Clay')     ISODate("2024-05-06T10:00:00Z")     int64(5)
function callValue(call: string): string | number | boolean | null {
  const [, year = '', month = '', day = ''] = /\((\d{4}), ?(\d{1,2}), ?(\d{1,2})\b/.exec(call) ?? [];
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const [argument = 'null'] = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|(?<=\()-?\d+(?:\.\d+)?(?=\))/.exec(call) ?? [];
  return tokenValue(argument);
}

/** The offset after what `pattern`, a sticky one, matches at `at`; `at` if it does not. */
function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const BACKSLASH = 0x5c;
/** Those of JSON, and those of Python's calls. */
const PUNCTUATORS: ReadonlyMap<number, string> = new Map(
  [...'{}[]:,', ')', '='].map((character) => [character.charCodeAt(0), { ')': '}', '=': ':' }[character] ?? character]),
);
const CALL = /[A-Za-z_][\w.]{0,80}\(/y;
/** Arguments without keywords, up to the closing parenthesis, with one call in them at most. */
const ARGUMENTS = /(?:[^()'"]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\([^()]*\))*\)/y;
const KEYWORD = /[A-Za-z_]\w{0,60}(?==[^=])/y;
/** White space, and remarks of scripts: the text after `// `, and between slashes with asterisks. */
const SPACE = /(?:\s+|\/\/(?=\s).*|\/\*.{0,300}?\*\/)*/y;
/** A name that stands without quotes, as scripts write it. */
const NAME = /[A-Za-z_$][\w$]*(?=\s{0,9}:)/y;
const AFTER_VALUE = /\s{0,99}(?:[,:\]})]|$)/y;
const WORD = /[^\s"{}[\]:,()]+/y;
const LITERAL = /true|false|null|True|False|None|undefined|NaN|-?Infinity|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Words that stand for values in JSON, Python and JavaScript; some are numbers that JSON does not have. */
const WORDS: Readonly<Record<string, boolean | null>> = {
  true: true,
  false: false,
  True: true,
  False: false,
  ...Object.fromEntries(['null', 'None', 'undefined', 'NaN', 'Infinity', '-Infinity'].map((word) => [word, null])),
};
const CONTROL = /[\0-\x08\x0a-\x1f]/;
const STRING_PARTS = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|(?<bad>[\\\0-\x08\x0a-\x1f])/g;
