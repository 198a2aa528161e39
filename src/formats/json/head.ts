import { type JsonToken, JsonTokenizer } from './tokens.ts';

/** What can be seen of JSON in the beginning of a text. */
export interface JsonHead {
  readonly isEmptyArray: boolean;
  /** The keys of the first object and of all objects inside it. */
  readonly firstKeys: ReadonlySet<string>;
  /** All keys that occur. */
  readonly keys: ReadonlySet<string>;
}

/** @returns null where the text does not begin like a JSON object, or an array that is empty or holds objects */
export function readJsonHead(head: string): JsonHead | null {
  if (!/^\s*(?:\{|\[\s*(?:\{|\]\s*$))/.test(head)) return null;
  const firstKeys = new Set<string>();
  const keys = new Set<string>();
  const tokenizer = new JsonTokenizer(head);
  let depth = 0;
  let isFirst = true;
  let before: JsonToken | null = null;
  for (let token = tokenizer.next(); token !== null; token = tokenizer.next()) {
    const character = head.charAt(token.start);
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (character === ':' && before?.type === 'string') {
      const key = head.slice(before.start + 1, before.end - 1);
      keys.add(key);
      if (isFirst) firstKeys.add(key);
    }
    if (character === '}' && depth === 0) isFirst = false;
    before = token;
  }
  return { isEmptyArray: /^\s*\[\s*\]\s*$/.test(head), firstKeys, keys };
}
