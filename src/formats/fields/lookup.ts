import { type Fields, type FieldValue, isFields, isList, type Syntax } from './entry.ts';
import { type Row, vocabulary } from './vocabulary.ts';

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
  readonly rows: { readonly row: Row; readonly rank: number; readonly syntax: string | null }[];
  readonly inner: Map<string, Node>;
}

const plainNames = new Map<string, string>();
const MOST_PLAIN_NAMES = 10_000;

/** Spellings that mean the same become one: `publishedAt`, `published_at`, `Published At` are `publishedat`. */
export function plainName(name: string): string {
  let plain = plainNames.get(name);
  if (plain === undefined) {
    plain = name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
    if (plainNames.size >= MOST_PLAIN_NAMES) plainNames.clear();
    plainNames.set(name, plain);
  }
  return plain;
}

const root = compile(vocabulary);

function compile(rows: readonly Row[]): Node {
  const tree: Node = { rows: [], inner: new Map() };
  let rank = 0;
  for (const row of rows) {
    for (const path of row.fields) {
      const [syntax = '', names = ''] = path.includes(':') ? path.split(':') : ['', path];
      let node = tree;
      for (const name of names.split('.')) {
        const plain = plainName(name);
        const next: Node = node.inner.get(plain) ?? { rows: [], inner: new Map() };
        node.inner.set(plain, next);
        node = next;
      }
      node.rows.push({ row, rank, syntax: syntax === '' ? null : syntax });
      rank += 1;
    }
  }
  return tree;
}

/** The values of an entry that the vocabulary knows, best first. @param notRead takes the names that it does not know */
export function candidatesOf(fields: Fields, syntax: Syntax, notRead?: Set<string>): Candidate[] {
  const found: Candidate[] = [];
  collect(fields, root, '', syntax, found, notRead);
  return found.sort((a, b) => a.rank - b.rank);
}

function collect(
  fields: Fields,
  node: Node,
  prefix: string,
  syntax: Syntax,
  found: Candidate[],
  notRead: Set<string> | undefined,
): void {
  for (const [key, value] of Object.entries(fields)) {
    if (isEmpty(value)) continue;
    const known = node.inner.get(plainName(key));
    if (known === undefined) {
      if (node === root || node.inner.has('title')) notRead?.add(prefix + key);
      continue;
    }
    const name = prefix + key;
    const ofSyntax = known.rows.filter((row) => row.syntax === syntax);
    for (const { row, rank } of ofSyntax.length > 0 ? ofSyntax : known.rows.filter((row) => row.syntax === null)) {
      found.push({ row, rank, name, value });
    }
    if (known.inner.size === 0) continue;
    for (const inner of isList(value) ? value : [value]) {
      if (isFields(inner)) collect(inner, known, `${name}.`, syntax, found, notRead);
    }
  }
}

function isEmpty(value: FieldValue): boolean {
  return value === null || value === '' || (isList(value) && value.length === 0);
}
