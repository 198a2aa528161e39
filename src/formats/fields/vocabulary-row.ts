import type { PaperKey } from '../../paper/keys.ts';
import type { Syntax } from './entry.ts';
import type { Reading } from './values.ts';

/** Fields that hold one key of the record, and how their values are read. */
export interface Row {
  readonly key: PaperKey;
  readonly read: Reading;
  /**
   * Names separated by commas, best first; case, hyphens, underscores and spaces do not matter. A name inside others is a path
   * (arrays on the way are passed through), and one that means this only in one syntax says which: `ris:T2`.
   */
  readonly fields: string;
  /** The row holds only if the entry has one of these fields too, which tell a service: names as above. */
  readonly if?: string;
  /** The value adds to what is there already. */
  readonly merges?: true;
}

/** How the values of each key are read unless a row says otherwise. */
const USUAL = {
  title: 'text',
  abstract: 'abstract',
  authorCount: 'count',
  authors: 'names',
  date: 'date',
  announced: 'date',
  year: 'year',
  upvotes: 'count',
  commentCount: 'count',
  id: 'identifier',
  url: 'address',
  doi: 'doi',
  categories: 'categories',
  announceType: 'announceType',
  venue: 'venue',
  volume: 'volume',
  issue: 'issue',
  pages: 'pages',
  citationCount: 'number',
  githubUrl: 'repository',
  githubStars: 'count',
  organization: 'organization',
  submittedBy: 'account',
  authorComment: 'text',
  journalRef: 'text',
  reportNumber: 'text',
} as const satisfies { [key in PaperKey]?: Reading };

type Exception = Partial<Pick<Row, 'read' | 'if' | 'merges'>>;

export function row(key: keyof typeof USUAL, fields: string, exception: Exception = {}): Row {
  return { key, read: USUAL[key], fields, ...exception };
}

/** Makes rows whose names mean this only in one syntax; a name that means it in another one says so. */
export function rowsIn(syntax: Syntax): typeof row {
  const named = (name: string) => (name.includes(':') ? name : `${syntax}:${name.trim()}`);
  return (key, fields, exception) => row(key, fields.split(',').map(named).join(), exception);
}
