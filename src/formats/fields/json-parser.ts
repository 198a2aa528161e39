import type { FieldValue } from './entry.ts';
import { type JsonToken, JsonTokenizer, tokenValue } from './json-tokens.ts';

/** An open object or array, and what may come next in it. */
export interface Frame<Note> {
  readonly container: { [name: string]: FieldValue } | FieldValue[];
  /** Name of the member that it is, null in an array. */
  readonly name: string | null;
  readonly parent: Frame<Note> | null;
  readonly line: number;
  /** State of the handler. */
  readonly note: Note;
  /** `first`: a name or value, or the end; `next`: the same after a comma; `after`: a comma or the end. */
  state: 'first' | 'next' | 'colon' | 'value' | 'after';
  nextName: string;
  isDamaged: boolean;
}

export interface JsonHandler<Note> {
  open(name: string | null, isArray: boolean, parent: Frame<Note> | null): Note;
  /** @returns whether the value is kept in the one around it */
  close(frame: Frame<Note>, line: number): boolean;
  fault(message: string, line: number, column: number): void;
  /** Much was read since `held` was last set to 0, and whatever is open is still in memory. */
  full(): void;
}

/** Characters to buffer before the handler is called. */
const MOST_HELD = 8 * 1024 * 1024;

/** Objects and arrays that may be open at a time; millions of them would fill the memory. */
const DEEPEST = 500;

/**
 * Reads JSON that may be damaged, line by line: any number of values, one after the other (so NDJSON too).
 *
 * A fault spoils every object around it, but none before or after it:
 *
 *     [{"id": 1}, {"id": 2, "na     ← the first object is complete; the fault is at the end of the text
 *
 * `JSON.parse` does not return what it could read, nor, in every version of Node, where it stopped.
 */
export class JsonParser<Note> {
  readonly #handler: JsonHandler<Note>;
  #frame: Frame<Note> | null = null;
  #depth = 0;
  #line = 0;
  #column = 0;
  #length = 0;
  /** A string is in single quotes. */
  #isPython = false;
  /** Characters read since the handler last set it to 0. */
  held = 0;

  constructor(handler: JsonHandler<Note>) {
    this.#handler = handler;
  }

  /** The object or array that is open. */
  get frame(): Frame<Note> | null {
    return this.#frame;
  }

  /** Whether a value may begin: at the top, or in an array. */
  get expectsValue(): boolean {
    const frame = this.#frame;
    return frame === null || (Array.isArray(frame.container) && frame.state !== 'after');
  }

  /** To be called for a value that was read in another way, followed by a comma or not. */
  skipValue(hasComma: boolean): void {
    if (this.#frame !== null) this.#frame.state = hasComma ? 'next' : 'after';
  }

  /** Discards damaged values, up to an array in which the next value may begin. */
  recover(): void {
    while (this.#frame !== null && !this.expectsValue) this.#pop();
  }

  /** @param column of the first character of the text in its line, counted from 1 */
  push(text: string, line: number, column: number): void {
    this.#line = line;
    this.#column = column;
    this.#length = text.length;
    const tokenizer = new JsonTokenizer(text);
    for (let token = tokenizer.next(); token !== null; token = tokenizer.next()) {
      // A statement ends:  ];     });
      if (this.#frame === null && /^[;)]+$/.test(text.slice(token.start, token.end))) continue;
      if (token.fault !== null) this.#fault(token.fault.message, token.fault.offset);
      if (token.type !== 'unknown') this.#token(token, text);
      this.held += token.end - token.start;
      if (this.held > MOST_HELD) {
        this.held = 0;
        this.#handler.full();
      }
    }
  }

  end(): void {
    if (this.#frame !== null) this.#fault('the text ends too early', this.#length);
    while (this.#frame !== null) this.#pop();
  }

  #token({ type, start, end, as, fault }: JsonToken, text: string): void {
    if (type === 'punctuator') {
      this.#punctuator(as ?? text.charAt(start), start);
      return;
    }
    // An unreadable value counts as empty: it is reported, and the object around it is lost.
    const value = fault === null ? tokenValue(text.slice(start, end)) : '';
    this.#isPython ||= text.charAt(start) === "'";
    const frame = this.#frame;
    if (frame !== null && typeof value === 'string' && isNameNext(frame)) {
      frame.nextName = value;
      frame.state = 'colon';
    } else if (frame === null || typeof value !== 'string' || !this.#isPython || !extend(frame, value)) {
      this.#put(value, start, true);
    }
  }

  #punctuator(character: string, offset: number): void {
    if (character === '{' || character === '[') this.#open(character === '[', offset);
    else if (character === ':') this.#step('colon', 'value', character, offset);
    else if (character === ',') this.#step('after', 'next', character, offset);
    else this.#close(character === ']', offset);
  }

  #step(from: Frame<Note>['state'], to: Frame<Note>['state'], token: string, offset: number): void {
    const frame = this.#frame;
    // Commas between values outside of an array: the beginning of the array was cut off.
    if (frame === null && token === ',') return;
    if (frame?.state === from) frame.state = to;
    else this.#fault(`unexpected ${token}`, offset);
  }

  /** Stores a value; a value in the wrong place is reported and dropped. @param isKept store it in the container */
  #put(value: FieldValue, offset: number, isKept: boolean): void {
    const frame = this.#frame;
    if (frame === null) {
      if (typeof value !== 'object') this.#fault('unexpected value outside of an object or array', offset);
      return;
    }
    const { container, state } = frame;
    if (Array.isArray(container) ? state === 'first' || state === 'next' : state === 'value') {
      if (isKept) keep(frame, value);
      frame.state = 'after';
    } else this.#fault('unexpected value', offset);
  }

  #open(isArray: boolean, offset: number): void {
    if (this.#depth === DEEPEST) {
      this.#abandon();
      this.#fault('nested too deeply', offset);
      return;
    }
    const container = isArray ? [] : {};
    const parent = this.#frame;
    this.#put(container, offset, false);
    const name = parent === null || Array.isArray(parent.container) ? null : parent.nextName;
    const note = this.#handler.open(name, isArray, parent);
    this.#frame = {
      container,
      name,
      parent,
      line: this.#line,
      note,
      state: 'first',
      nextName: '',
      isDamaged: false,
    };
    this.#depth += 1;
  }

  #close(isArray: boolean, offset: number): void {
    const open = this.#frame;
    // The rest of a value whose beginning was cut off.
    if (open === null) return;
    if (Array.isArray(open.container) !== isArray) {
      this.#fault(`unexpected ${isArray ? ']' : '}'}`, offset);
      let outer: Frame<Note> | null = open;
      while (outer !== null && Array.isArray(outer.container) !== isArray) outer = outer.parent;
      if (outer === null) return;
      // Values inside it that were never closed end here too.
      while (this.#frame !== outer) this.#pop();
    } else if (open.state === 'colon' || open.state === 'value') this.#fault('unexpected }', offset);
    this.#pop();
  }

  /** Discards all open values, so that the following ones are read even if brackets were never closed. */
  #abandon(): void {
    for (let frame = this.#frame; frame !== null; frame = frame.parent) frame.isDamaged = true;
    while (this.#frame !== null) this.#pop();
  }

  #pop(): void {
    const frame = this.#frame;
    if (frame === null) return;
    this.#frame = frame.parent;
    this.#depth -= 1;
    const isKept = this.#handler.close(frame, this.#line);
    if (isKept && frame.parent !== null) keep(frame.parent, frame.container, frame.name ?? undefined);
  }

  #fault(message: string, offset: number): void {
    for (let frame = this.#frame; frame !== null && !frame.isDamaged; frame = frame.parent) frame.isDamaged = true;
    this.#handler.fault(`invalid JSON: ${message}`, this.#line, this.#column + offset);
  }
}

/**
 * Adds to the string before it the next piece of one that Python has printed on several lines.
 *
 *     {'abstract': 'We fly kites over '
 *                  'the hills.'}
 *
 * @returns false if there is no string before it
 */
function extend<Note>(frame: Frame<Note>, value: string): boolean {
  const { container, nextName, state } = frame;
  const before = Array.isArray(container) ? container.at(-1) : container[nextName];
  if (state !== 'after' || typeof before !== 'string') return false;
  if (Array.isArray(container)) container[container.length - 1] = before + value;
  else keep(frame, before + value);
  return true;
}

function isNameNext<Note>({ container, state }: Frame<Note>): boolean {
  return !Array.isArray(container) && (state === 'first' || state === 'next');
}

/** Puts the value into the container; safe for a name such as `__proto__`. */
function keep<Note>({ container, nextName }: Frame<Note>, value: FieldValue, name = nextName): void {
  if (Array.isArray(container)) container.push(value);
  else if (name === '__proto__') {
    Object.defineProperty(container, name, { value, enumerable: true, configurable: true, writable: true });
  } else container[name] = value;
}
