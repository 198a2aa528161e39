import { remembering } from '../../text/remember.ts';
import { type Fields, type FieldValue, isFields, isList, type Syntax } from './entry.ts';
import { vocabulary, wrappers } from './vocabulary.ts';
import type { Row } from './vocabulary-row.ts';

/** A value of an entry and the row of the vocabulary that says what it is. */
export interface Candidate {
  readonly row: Row;
  /** Lower is better. */
  readonly rank: number;
  /** As the listing prints it, with the names around it: `primary_location.source.display_name`. */
  readonly name: string;
  readonly value: FieldValue;
}

/** What the vocabulary knows of a name inside the names before it. */
interface Node {
  readonly rows: RankedRow[];
  readonly inner: Map<string, Node>;
  /** Objects with this name stand around the fields of a paper. */
  wrapper: string | null;
}

interface RankedRow {
  readonly row: Row;
  readonly rank: number;
  /** The only syntax in which the name means this; null for all. */
  readonly syntax: string | null;
  /** Names of which the entry must have one. */
  readonly needs: readonly string[] | null;
}

const PLAIN = /^[a-z\d]+$/;

/** Spellings that mean the same become one: `publishedAt`, `published_at`, `Published At` are `publishedat`. */
export function plainName(name: string): string {
  return PLAIN.test(name) ? name : lettersAndDigits(name);
}

const lettersAndDigits = remembering(
  (name) =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  { most: 10_000 },
);

let tree: Node | null = null;

/** The vocabulary, compiled when it is first needed: most runs print help, or read a page that has no fields. */
function root(): Node {
  tree ??= compile();
  return tree;
}

function compile(): Node {
  const tree = emptyNode();
  let rank = 0;
  for (const row of vocabulary) {
    const needs = row.if === undefined ? null : row.if.split(',').map(plainName);
    for (const field of row.fields.split(',')) {
      const [, syntax = null, path = ''] = /^\s*(?:(\w+):)?(.*)$/s.exec(field) ?? [];
      const { rows } = nodeAt(tree, path.split('.').map(plainName));
      // Two spellings of one name.
      if (!rows.some((other) => other.row === row && other.syntax === syntax)) rows.push({ row, rank, syntax, needs });
      rank += 1;
    }
  }
  for (const name of wrappers.split(', ')) nodeAt(tree, [plainName(name)]).wrapper = name;
  return tree;
}

function emptyNode(): Node {
  return { rows: [], inner: new Map(), wrapper: null };
}

/** The node of a path, made if it is not there. */
function nodeAt(tree: Node, path: readonly string[]): Node {
  let node = tree;
  for (const name of path) {
    const next = node.inner.get(name) ?? emptyNode();
    node.inner.set(name, next);
    node = next;
  }
  return node;
}

/** Inside a wrapper everything counts more than outside, but less if a paper is outside: what is inside may be its journal. */
const WRAPPED = -100_000;
const BESIDE = 100_000;

/** The values of an entry that the vocabulary knows, best first. @param notRead takes the names that it does not know */
export function candidatesOf(fields: Fields, syntax: Syntax, notRead?: Set<string>): Candidate[] {
  const collector = new Collector(syntax, notRead);
  collector.collect(fields, root(), '', 0);
  return collector.found.sort((a, b) => a.rank - b.rank);
}

class Collector {
  readonly found: Candidate[] = [];
  readonly #syntax: Syntax;
  readonly #notRead: Set<string> | undefined;

  constructor(syntax: Syntax, notRead: Set<string> | undefined) {
    this.#syntax = syntax;
    this.#notRead = notRead;
  }

  collect(fields: Fields, node: Node, prefix: string, rank: number): void {
    for (const key in fields) {
      const value = typedValue(fields[key]);
      if (value === undefined || isEmpty(value)) continue;
      const known = node.inner.get(plainName(key)) ?? pathNode(node, key);
      const name = prefix + key;
      const before = this.found.length;
      // `_source` is no `source`.
      const isOnlyAround = key.startsWith('_') && known !== undefined && wraps(known, key);
      if (known === undefined) {
        if (node === root()) this.#notRead?.add(name);
        continue;
      }
      if (!isOnlyAround) this.#add(known.rows, fields, name, value, rank);
      // One wrapper inside another is not one.
      const isAround = wraps(known, key) && rank === 0 && typeof value === 'object';
      const innerRank = isAround ? (isPaper(fields) ? BESIDE : WRAPPED) : null;
      if (isOnlyAround) this.#descend(emptyNode(), innerRank, name, value, rank);
      else if (known.inner.size > 0 || isAround) this.#descend(known, innerRank, name, value, rank);
      if (node === root() && !isAround && this.found.length === before) this.#notRead?.add(name);
    }
  }

  #add(rows: readonly RankedRow[], fields: Fields, name: string, value: FieldValue, rank: number): void {
    const isOfSyntax = rows.some(({ syntax }) => syntax === this.#syntax);
    for (const ranked of rows) {
      if (ranked.syntax !== (isOfSyntax ? this.#syntax : null)) continue;
      if (ranked.needs !== null && !hasOneOf(fields, ranked.needs)) continue;
      this.found.push({ row: ranked.row, rank: ranked.rank + rank, name, value });
    }
  }

  /** @param innerRank of fields that are looked up as if they stood outside; null for an object that is no wrapper */
  #descend(node: Node, innerRank: number | null, name: string, value: FieldValue, rank: number): void {
    for (const inner of isList(value) ? value : [value]) {
      if (!isFields(inner)) continue;
      if (node.inner.size > 0) this.collect(inner, node, `${name}.`, rank);
      if (innerRank !== null) this.collect(inner, root(), `${name}.`, innerRank);
    }
  }
}

/** The value beside its type, as in Notion's answers: `{"type": "rich_text", "rich_text": [{"plain_text": "Ada Clay"}]}`. */
function typedValue(value: FieldValue | undefined): FieldValue | undefined {
  if (!isFields(value) || typeof value.type !== 'string') return value;
  return Object.hasOwn(value, value.type) ? value[value.type] : value;
}

//     a column of a flattened answer: primary_location.source.display_name
function pathNode(node: Node, key: string): Node | undefined {
  if (!key.includes('.')) return undefined;
  let at: Node | undefined = node;
  let before = '';
  for (const name of key.split('.')) {
    at = (wraps(at, before) ? root() : at)?.inner.get(plainName(name));
    before = name;
  }
  return at;
}

/** Whether an object of this name, whose node is given, is a wrapper; `_source` is one, but `source` is not. */
function wraps(node: Node | undefined, name: string): boolean {
  const wrapper = node?.wrapper ?? null;
  return wrapper !== null && wrapper.startsWith('_') === name.startsWith('_');
}

/** Whether an object is a paper itself, and not only what stands around one. */
function isPaper(fields: Fields): boolean {
  return hasOneOf(fields, ['title']) && hasOneOf(fields, ['authors', 'author', 'creators', 'creator']);
}

function hasOneOf(fields: Fields, names: readonly string[]): boolean {
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined && !isEmpty(value) && names.includes(plainName(key))) return true;
  }
  return false;
}

function isEmpty(value: FieldValue): boolean {
  return value === null || value === '' || (isList(value) && value.length === 0);
}

/** Whether an object of this name stands around the fields of a paper. */
export function isWrapper(name: string): boolean {
  return wraps(root().inner.get(plainName(name)), name);
}

/** Whether the vocabulary knows what a field of this name holds. */
export function isKnownName(name: string): boolean {
  const node = root().inner.get(plainName(name)) ?? pathNode(root(), name);
  return node?.rows.some(({ syntax }) => syntax === null || syntax === 'table') === true;
}

/** Whether a field of this name holds a title. @param names those of all fields: a `name` is a title beside authors */
export function isTitleName(name: string, names: readonly string[] = []): boolean {
  const node = root().inner.get(plainName(name)) ?? pathNode(root(), name);
  const isAmong = (needs: readonly string[]) => names.some((other) => needs.includes(plainName(other)));
  return (
    node?.rows.some(
      ({ row, syntax, needs }) =>
        row.key === 'title' && (syntax === null || syntax === 'table') && (needs === null || isAmong(needs)),
    ) === true
  );
}
