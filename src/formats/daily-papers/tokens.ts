import type { CaptureEvidence } from './evidence.ts';
import type { Escaping } from './markup.ts';
import type { PrintedDay } from './values.ts';

/** The line number of a token. */
interface OnLine {
  readonly line: number;
}

/** Text of a paper, or other text between known rows. */
interface TextBody {
  readonly type: 'text';
  readonly text: string;
  /** The line before it, without a blank one between, was text too. */
  readonly continues: boolean;
  readonly isHeading: boolean;
  /** It is a heading of the second level, as those of a page are, and does not link to a paper. */
  readonly isSection: boolean;
  readonly url: string | null;
  readonly reference: number | null;
  readonly escaping: Escaping;
}

/** An author count, an organization, a day, a label, … below the text of a card. */
type BelowBody =
  | { readonly type: 'authors'; readonly count: number | null; readonly text: string }
  | { readonly type: 'separator' }
  | {
      readonly type: 'organization';
      readonly text: string;
      /** The name began on the line before. */
      readonly continues: boolean;
      readonly url: string | null;
      readonly reference: number | null;
    }
  | {
      readonly type: 'day';
      readonly day: PrintedDay;
      readonly isPublished: boolean;
      /** The line was wrapped before the year: `Mar 25,`. */
      readonly isCut: boolean;
    }
  | { readonly type: 'year'; readonly year: number }
  | { readonly type: 'damaged-day'; readonly text: string }
  | { readonly type: 'damaged-count'; readonly text: string }
  | { readonly type: 'comments'; readonly count: number }
  | { readonly type: 'upvote'; readonly count: number | null }
  | { readonly type: 'github'; readonly stars: number | null; readonly url: string | null };

/** Tokens above the title of a card. */
type AboveBody =
  | { readonly type: 'votes'; readonly count: number | null; readonly hasBox: boolean }
  | { readonly type: 'submitted'; readonly name: string | null };

/** Tokens of a card whose meaning depends on their context. */
type NeutralBody =
  | {
      readonly type: 'number';
      readonly count: number;
      readonly text: string;
      readonly continues: boolean;
      readonly url: string | null;
    }
  | { readonly type: 'dash' }
  | { readonly type: 'address'; readonly url: string }
  | { readonly type: 'decoration' };

/** A line of the page rather than of a card. */
type PageBody =
  | { readonly type: 'header' }
  | { readonly type: 'footer' }
  | { readonly type: 'navigation' }
  | { readonly type: 'page-title' }
  | { readonly type: 'logo' }
  | { readonly type: 'capture'; readonly evidence: CaptureEvidence; readonly day: PrintedDay | null }
  | { readonly type: 'definition'; readonly number: number; readonly url: string };

/**
 * The meaning of a line or a part of it. `null` means that there is text that is not a value.
 *
 * | token | shows |
 * |---|---|
 * | `text` | a title, an abstract, a name |
 * | `votes` | `[-] 74`, `[101](/login?next=…)`: certainly the votes of the card that it starts |
 * | `submitted` | `Submitted by vvasilev` |
 * | `authors`, `separator`, `day` | `• 3 authors`, `·`, `Mar 25, 2024` |
 * | `year` | of a day whose line was wrapped before it: `Mar 25,` / `2024 2` |
 * | `damaged-day`, `damaged-count` | `Mrch 6, 2024` after a separator; `12 points` after a day |
 * | `organization` | the text before `·` on the same line |
 * | `comments`, `upvote`, `github` | `[6](…#community)` or a number after a day on its line; `Upvote 117`; `GitHub 11.3k` |
 * | `number`, `dash` | `6` or `-` alone: votes or comments, depending on the lines around it |
 * | `address` | an address alone on its line |
 * | `decoration` | pictures, brackets and labels of a card without meaning |
 * | `header`, `footer` | the lines with which a page starts and ends |
 * | `navigation` | other lines of the page |
 * | `page-title` | `# Web source`: the heading that a document has once |
 * | `logo` | the name of a picture of the page, which only text browsers print |
 * | `capture` | a line with the time at which the page was saved, and perhaps the day of the page |
 * | `definition` | `[32]: https://…` |
 */
export type Token = (TextBody | BelowBody | AboveBody | NeutralBody | PageBody) & OnLine;
export type TextToken = TextBody & OnLine;
export type NumberToken = Extract<Token, { type: 'number' | 'dash' }>;
export type PageToken = PageBody & OnLine;

/** Positions of token types in a card. */
export type Place = 'text' | 'above' | 'below' | 'neutral' | 'page';

export const placeOf: Readonly<Record<Token['type'], Place>> = {
  text: 'text',
  votes: 'above',
  submitted: 'above',
  authors: 'below',
  separator: 'below',
  organization: 'below',
  day: 'below',
  year: 'below',
  'damaged-day': 'below',
  'damaged-count': 'below',
  comments: 'below',
  upvote: 'below',
  github: 'below',
  number: 'neutral',
  dash: 'neutral',
  address: 'neutral',
  decoration: 'neutral',
  header: 'page',
  footer: 'page',
  navigation: 'page',
  'page-title': 'page',
  logo: 'page',
  capture: 'page',
  definition: 'page',
};
