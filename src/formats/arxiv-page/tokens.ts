import type { AnnounceType } from '../../paper/announce-types.ts';

export type FieldName =
  | 'title'
  | 'authors'
  | 'abstract'
  | 'comments'
  | 'subjects'
  | 'journalRef'
  | 'doi'
  | 'reportNumber'
  | 'submitted'
  | 'identifier'
  | 'other';

/** One line of a page, or several that were wrapped; see the rules. */
export type Token =
  /** The line with the identifier; `rest` is the text after it. */
  | { readonly type: 'entry'; readonly number: number | null; readonly id: string | null; readonly rest: string }
  /** The day on which the entries below were announced, or their year; null if it cannot be read. */
  | { readonly type: 'day'; readonly date: string | null; readonly count: number | null }
  | { readonly type: 'year'; readonly year: number }
  | {
      readonly type: 'section';
      readonly announceType: AnnounceType;
      readonly date: string | null;
      readonly count: number | null;
    }
  /** The number of results that a search page shows. */
  | { readonly type: 'results'; readonly count: number | null }
  | { readonly type: 'label'; readonly field: FieldName; readonly text: string }
  /** A line that is never part of an entry. */
  | { readonly type: 'boilerplate' }
  /** A word of the page that might also be part of an entry. */
  | { readonly type: 'navigation' }
  | { readonly type: 'text' }
  | { readonly type: 'blank' };

export const TEXT: Token = { type: 'text' };
