import type { Paper } from './paper.ts';

/** The keys that every paper has, in the order in which they are written. */
export const corePaperKeys = ['title', 'abstract', 'authorCount', 'date', 'upvotes'] as const satisfies (keyof Paper)[];

/** Where a paper stands in its journal. */
export const placeKeys = ['volume', 'issue', 'pages'] as const satisfies (keyof Paper)[];

/**
 * All keys of a paper, in output order. They are separate from the schema so that a run without validation need not load zod;
 * the compiler and a test keep both in sync.
 */
export const paperKeys = [
  ...corePaperKeys,
  'commentCount',
  'dateInferred',
  'announced',
  'year',
  'id',
  'url',
  'authors',
  'organization',
  'submittedBy',
  'githubUrl',
  'githubStars',
  'categories',
  'announceType',
  'venue',
  ...placeKeys,
  'citationCount',
  'authorComment',
  'journalRef',
  'doi',
  'reportNumber',
  'source',
] as const satisfies (keyof Paper)[];

export type PaperKey = keyof Paper;

/** Keys whose value is a text or a list of texts. */
export const textKeys = [
  'title',
  'abstract',
  'authors',
  'organization',
  'venue',
  ...placeKeys,
  'authorComment',
  'journalRef',
  'categories',
  'announceType',
  'submittedBy',
  'reportNumber',
  'id',
  'doi',
  'url',
  'githubUrl',
  'date',
  'announced',
] as const satisfies PaperKey[];

export type TextKey = (typeof textKeys)[number];

/** Keys whose value is a number. */
export const numberKeys: ReadonlySet<PaperKey> = new Set([
  'authorCount',
  'upvotes',
  'commentCount',
  'year',
  'githubStars',
  'citationCount',
]);

export function hasValue(paper: Paper, key: PaperKey): boolean {
  return (paper[key] ?? null) !== null;
}

/** The keys for which any of the papers has a value. */
export function knownKeys<Key extends PaperKey>(papers: readonly Paper[], keys: readonly Key[]): Key[] {
  return keys.filter((key) => papers.some((paper) => hasValue(paper, key)));
}
