import type { Paper } from '../../paper/paper.ts';

export type AnnounceType = NonNullable<Paper['announceType']>;

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

/** What one line of a page is, or several that were wrapped; see the rules. */
export type Token =
  /** The line with the identifier; `rest` is what stands behind that. */
  | { readonly type: 'entry'; readonly number: number | null; readonly id: string | null; readonly rest: string }
  /** A day on which the entries below were announced, or a year of which they are; null if it cannot be read. */
  | { readonly type: 'day'; readonly date: string | null; readonly count: number | null }
  | { readonly type: 'year'; readonly year: number }
  | {
      readonly type: 'section';
      readonly announceType: AnnounceType;
      readonly date: string | null;
      readonly count: number | null;
    }
  /** A search page says how many results it shows. */
  | { readonly type: 'results'; readonly count: number | null }
  | { readonly type: 'label'; readonly field: FieldName; readonly text: string }
  /** What never stands within an entry. */
  | { readonly type: 'boilerplate' }
  /** A word of the page that might be one of an entry too. */
  | { readonly type: 'navigation' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'blank' };

export type TokenType = Token['type'];
