import { type Identity, type Sameness, sameness } from './identity.ts';

/** A record in the index. */
export interface Match<Value> extends Sameness {
  readonly value: Value;
}

interface Entry<Value> {
  readonly identity: Identity;
  readonly value: Value;
}

/** The maximum number of records per key to compare with, to bound the work per record. */
const MOST_COMPARED = 10;

const PREFIX = 32;
const SUFFIX = 24;
const OPENING_WORDS = 6;
const START = 6;

/** Kinds of keys that records of the same paper may share. */
const keyKinds: readonly ((identity: Identity) => string | null)[] = [
  ({ arxivId }) => arxivId,
  ({ doi }) => doi,
  ({ title }) => title.letters || null,
  ({ title }) => (title.letters.length < PREFIX ? null : title.letters.slice(0, PREFIX)),
  ({ title }) => (title.letters.length < PREFIX ? null : title.letters.slice(-SUFFIX)),
  ({ title, authors }) => (authors === '' ? null : title.longestWords),
  ({ title, authors, year }) =>
    authors === '' || year === null
      ? null
      : `${longest(authors.replace(/;.*/, ''))} ${year} ${title.letters.slice(0, START)}`,
  ({ title, volume, page }) =>
    volume === '' || page === '' ? null : `${volume} ${page} ${title.letters.slice(0, START)}`,
  ({ opening }) => {
    const words = opening.split(' ', OPENING_WORDS);
    return words.length < OPENING_WORDS ? null : words.join(' ');
  },
];

/**
 * Finds records of the same paper without comparing all pairs: only records that share a key are compared. A misspelling, a
 * missing end or a different word order changes some of the keys, but not all of them.
 */
export class PaperIndex<Value> {
  readonly #entries: Entry<Value>[] = [];
  /** For each kind of key, the indexes of the entries that have it. */
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

  /** The distinct values of all records of the same paper, those that have most in common with it first. */
  find(identity: Identity): Match<Value>[] {
    const found = new Map<Value, Match<Value>>();
    const compared = new Set<number>();
    for (const [kind, key] of keysOf(identity).entries()) {
      for (const number of this.#numbers[kind]?.get(key) ?? []) {
        const entry = this.#entries[number];
        if (entry === undefined || compared.has(number)) continue;
        compared.add(number);
        const same = sameness(identity, entry.identity);
        const known = found.get(entry.value)?.strength ?? -1;
        if (same !== null && same.strength > known) found.set(entry.value, { value: entry.value, ...same });
      }
    }
    return [...found.values()].sort((a, b) => b.strength - a.strength);
  }
}

function longest(name: string): string {
  return name.split(' ').reduce((long, word) => (word.length > long.length ? word : long), '');
}

const NO_KEY = -1;

function keysOf(identity: Identity): number[] {
  return keyKinds.map((keyOf) => {
    const key = keyOf(identity);
    return key === null ? NO_KEY : hash(key);
  });
}

/** FNV-1a in 31 bits: a hash collision costs only one unnecessary comparison. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 1;
}
