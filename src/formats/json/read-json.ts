import type { DocumentPart } from '../document.ts';
import { type JsonToken, JsonTokenizer } from './tokens.ts';

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

export interface JsonHandler {
  /**
   * An object that was read whole, inner ones before outer ones.
   *
   * @param depth the number of objects around it
   */
  object(value: JsonObject, start: number, end: number, depth: number): void;
  fault(message: string, offset: number): void;
}

/** An object or array that is not closed yet, and what may come next in it. */
interface Frame {
  readonly container: JsonObject | JsonValue[];
  readonly start: number;
  /** `first`: a key or value, or the end; `next`: a key or value only; `after`: a comma or the end. */
  state: 'first' | 'next' | 'colon' | 'value' | 'after';
  key: string;
  isDamaged: boolean;
}

/**
 * Reads JSON that may be damaged: any number of values, one after the other (so NDJSON too).
 *
 * A fault spoils every object around it, but none before or after it:
 *
 *     [{"id": 1}, {"id": 2, "na     ← the first object is whole, the fault is where the text ends
 *
 * `JSON.parse` tells neither what it could read nor, on every Node, where it stopped.
 *
 * @param part in one that is not the first, what was open before it may end; in one that is not the last, it may stay open
 */
export function readJson(text: string, handler: JsonHandler, part: DocumentPart = WHOLE): void {
  new JsonReader(handler, part).read(text);
}

const WHOLE: DocumentPart = { isFirst: true, isLast: true };

/** Objects and arrays that may be open at a time; millions of them would fill the memory. */
const DEEPEST = 1000;

class JsonReader {
  readonly #handler: JsonHandler;
  readonly #part: DocumentPart;
  readonly #frames: Frame[] = [];
  #openObjects = 0;
  /** What stands in objects that were opened in a part before. */
  #isAfterCut = false;
  /** Frames from the outermost one to this one are known to be damaged. */
  #damagedFrames = 0;

  constructor(handler: JsonHandler, part: DocumentPart) {
    this.#handler = handler;
    this.#part = part;
  }

  read(text: string): void {
    const tokenizer = new JsonTokenizer(text);
    let end = 0;
    for (let token = tokenizer.next(); token !== null; token = tokenizer.next()) {
      end = token.end;
      if (token.fault !== null) this.#fault(token.fault.message, token.fault.offset);
      if (token.type !== 'unknown') this.#token(token, text);
    }
    if (this.#frames.length > 0 && this.#part.isLast) this.#fault('the text ends too early', end);
  }

  #token({ type, start, end, fault }: JsonToken, text: string): void {
    if (type === 'punctuator') {
      this.#punctuator(text.charAt(start), start);
      return;
    }
    // What cannot be read is as good as empty: it is reported, and the object around it is lost.
    const value: JsonValue = fault === null ? JSON.parse(text.slice(start, end)) : '';
    const frame = this.#frames.at(-1);
    if (frame !== undefined && typeof value === 'string' && isKeyNext(frame)) {
      frame.key = value;
      frame.state = 'colon';
    } else this.#put(value, start);
  }

  #punctuator(character: string, offset: number): void {
    if (character === '{') this.#open({}, offset);
    else if (character === '[') this.#open([], offset);
    else if (character === ':') this.#step('colon', 'value', character, offset);
    else if (character === ',') this.#step('after', 'next', character, offset);
    else this.#close(character === ']', offset);
  }

  #step(from: Frame['state'], to: Frame['state'], token: string, offset: number): void {
    const frame = this.#frames.at(-1);
    // Commas between values that no array is around: what is left of one whose beginning was cut off.
    if (frame === undefined && token === ',') return;
    if (frame?.state === from) frame.state = to;
    else this.#unexpected(token, offset);
  }

  /** Puts a value where one belongs; anywhere else it is a fault, and lost. */
  #put(value: JsonValue, offset: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) {
      if (typeof value !== 'object' || value === null) this.#unexpected('value outside of an object or array', offset);
      return;
    }
    const { container, state } = frame;
    if (Array.isArray(container) && (state === 'first' || state === 'next')) container.push(value);
    else if (!Array.isArray(container) && state === 'value') define(container, frame.key, value);
    else {
      this.#unexpected('value', offset);
      return;
    }
    frame.state = 'after';
  }

  #open(container: JsonObject | JsonValue[], offset: number): void {
    if (this.#frames.length === DEEPEST) {
      this.#fault('nested too deeply', offset);
      return;
    }
    const isArray = Array.isArray(container);
    this.#put(container, offset);
    this.#frames.push({ container, start: offset, state: 'first', key: '', isDamaged: false });
    if (!isArray) this.#openObjects += 1;
  }

  #close(isArray: boolean, offset: number): void {
    const bracket = isArray ? ']' : '}';
    const open = this.#frames.at(-1);
    if (open === undefined && !this.#part.isFirst) {
      this.#isAfterCut = true;
      return;
    }
    if (open === undefined || Array.isArray(open.container) !== isArray) {
      this.#unexpected(bracket, offset);
      const openAlike = isArray ? this.#frames.length - this.#openObjects : this.#openObjects;
      if (openAlike === 0) return;
      // What was never closed inside of it ends here too.
      while (Array.isArray(this.#frames.at(-1)?.container) !== isArray) this.#pop();
    } else if (open.state !== 'first' && open.state !== 'after') this.#unexpected(bracket, offset);
    const frame = this.#pop();
    if (frame === undefined || frame.isDamaged || Array.isArray(frame.container)) return;
    this.#handler.object(frame.container, frame.start, offset + 1, this.#openObjects);
  }

  #pop(): Frame | undefined {
    const frame = this.#frames.pop();
    if (frame !== undefined && !Array.isArray(frame.container)) this.#openObjects -= 1;
    this.#damagedFrames = Math.min(this.#damagedFrames, this.#frames.length);
    return frame;
  }

  #unexpected(what: string, offset: number): void {
    if (this.#isAfterCut && this.#frames.length === 0) return;
    this.#fault(`unexpected ${what}`, offset);
  }

  #fault(message: string, offset: number): void {
    for (; this.#damagedFrames < this.#frames.length; this.#damagedFrames += 1) {
      const frame = this.#frames[this.#damagedFrames];
      if (frame !== undefined) frame.isDamaged = true;
    }
    this.#handler.fault(`invalid JSON: ${message}`, offset);
  }
}

function isKeyNext({ container, state }: Frame): boolean {
  return !Array.isArray(container) && (state === 'first' || state === 'next');
}

/** Like an assignment, but safe for a key such as `__proto__`. */
function define(object: JsonObject, key: string, value: JsonValue): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else object[key] = value;
}
