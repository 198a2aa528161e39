import { type Identity, sameReason } from './identity.ts';

/** A record that is known already. */
export interface Match<Value> {
  readonly value: Value;
  readonly reason: string;
}

interface Entry<Value> {
  readonly identity: Identity;
  readonly value: Value;
}

/** The most records of one key that a new one is compared with, which bounds the work of each. */
const MOST_COMPARED = 10;

const PREFIX = 32;
const SUFFIX = 24;
const OPENING_WORDS = 6;

/** What records of one paper may have in common. */
const keyKinds: readonly ((identity: Identity) => string | null)[] = [
  ({ arxivId }) => arxivId,
  ({ doi }) => doi,
  ({ title }) => title.letters || null,
  ({ title }) => (title.letters.length < PREFIX ? null : title.letters.slice(0, PREFIX)),
  ({ title }) => (title.letters.length < PREFIX ? null : title.letters.slice(-SUFFIX)),
  ({ title, authors }) => (authors === '' ? null : title.longestWords),
  ({ opening }) => {
    const words = opening.split(' ', OPENING_WORDS);
    return words.length < OPENING_WORDS ? null : words.join(' ');
  },
];

/**
 * Finds records of the same paper without comparing each with every other: only those are compared that have a key in
 * common. A wrong letter, an end that is missing or another order of words spoils some of the keys, never all of them.
 */
export class PaperIndex<Value> {
  readonly #entries: Entry<Value>[] = [];
  /** For each kind of key, the numbers of the entries that have it. */
  readonly #numbers = keyKinds.map(() => new Map<number, number[]>());

  add(identity: Identity, value: Value): void {
    const number = this.#entries.push({ identity, value }) - 1;
    for (const [kind, key] of keysOf(identity).entries()) {
      if (key === NO_KEY) continue;
      const numbers = this.#numbers[kind];
      const others = numbers?.get(key);
      if (others === undefined) numbers?.set(key, [number]);
      else if (others.length < MOST_COMPARED) others.push(number);
    }
  }

  /** All values whose records are of the same paper, each once; those that share an identifier first. */
  find(identity: Identity): Match<Value>[] {
    const found = new Map<Value, Match<Value>>();
    const compared = new Set<number>();
    for (const [kind, key] of keysOf(identity).entries()) {
      for (const number of this.#numbers[kind]?.get(key) ?? []) {
        const entry = this.#entries[number];
        if (entry === undefined || compared.has(number) || found.has(entry.value)) continue;
        compared.add(number);
        const reason = sameReason(identity, entry.identity);
        if (reason !== null) found.set(entry.value, { value: entry.value, reason });
      }
    }
    return [...found.values()];
  }
}

const NO_KEY = -1;

function keysOf(identity: Identity): number[] {
  return keyKinds.map((keyOf) => {
    const key = keyOf(identity);
    return key === null ? NO_KEY : hash(key);
  });
}

/** FNV-1a in 31 bits: two keys that share a number cost one needless comparison. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 1;
}
