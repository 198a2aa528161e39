import type { FieldToken } from './tokens.ts';

/** A line of the fields of an entry. */
export interface HeadLine {
  readonly text: string;
  readonly line: number;
  readonly token: HeadToken;
}

export type HeadToken =
  | FieldToken
  /** A field that no listing is known to have. */
  | { readonly type: 'unknown'; readonly name: string }
  | { readonly type: 'replaced' }
  /** Has more indent than the fields. */
  | { readonly type: 'continuation' }
  | { readonly type: 'text' };

/** How an entry ends: as it should, with the link that follows the abstract but no fence before that, or too early. */
export type EntryEnd = 'closed' | 'link' | 'cut';

export interface ListingEntry {
  /** Where it starts, counted from 1. */
  readonly line: number;
  readonly id: string | null;
  /** It is marked as a cross-listing. */
  readonly isCross: boolean;
  readonly head: readonly HeadLine[];
  readonly abstract: readonly string[];
}
