import type { CaptureEvidence } from './evidence.ts';
import type { Escaping } from './markup.ts';
import type { PrintedDay } from './values.ts';

/** Text of a paper, or of whatever else stands between the rows that are known. */
export interface TextToken {
  readonly type: 'text';
  readonly text: string;
  /** The line before it, without a blank one between, was text too. */
  readonly continues: boolean;
  readonly isHeading: boolean;
  readonly url: string | null;
  readonly reference: number | null;
  readonly escaping: Escaping;
}

/** Text that is no heading and links to nothing. */
export function plainText(text: string, continues: boolean, escaping: Escaping): TextToken {
  return { type: 'text', text, continues, isHeading: false, url: null, reference: null, escaping };
}

/**
 * What one line, or a part of it, tells. `null` as a value means that something stands there which is no value.
 *
 * | token | shows |
 * |---|---|
 * | `votes` | `[-] 74`, `[101](/login?next=…)`: certainly the votes of the card that it starts |
 * | `number`, `dash` | `6` or `-` alone: votes or comments, which only what stands around it tells |
 * | `upvote`, `comments` | `Upvote 117`; `[6](…#community)`, or a number after a day on its line |
 * | `authors`, `separator`, `day` | `• 3 authors`, `·`, `Mar 25, 2024` |
 * | `year` | of a day whose line was wrapped in front of it: `Mar 25,` / `2024 2` |
 * | `damaged-count` | what stands after a day and is no count: `12 points` |
 * | `organization` | what stands before `·` on the same line |
 * | `submitted`, `github` | `Submitted by vvasilev`, `GitHub 11.3k` |
 * | `url`, `definition` | an address alone on its line; `[32]: https://…` |
 * | `decoration` | pictures, brackets and labels that belong to a card and tell nothing |
 * | `furniture`, `capture` | of the page, not of a card: navigation, banner; a line that tells when it was taken |
 * | `page-title` | `# Web source`: the heading that a document has once |
 * | `logo` | the name of a picture of the page, which only text browsers print |
 * | `header`, `footer` | the lines with which a page starts and ends |
 */
export type Token =
  | TextToken
  | { readonly type: 'votes'; readonly count: number | null }
  | {
      readonly type: 'number';
      readonly count: number;
      readonly text: string;
      readonly continues: boolean;
      readonly url: string | null;
    }
  | { readonly type: 'dash' }
  | { readonly type: 'upvote'; readonly count: number | null }
  | { readonly type: 'comments'; readonly count: number }
  | { readonly type: 'authors'; readonly count: number | null; readonly text: string }
  | { readonly type: 'separator' }
  | { readonly type: 'day'; readonly day: PrintedDay; readonly isPublished: boolean }
  | { readonly type: 'year'; readonly year: number }
  | { readonly type: 'damaged-count'; readonly text: string }
  | {
      readonly type: 'organization';
      readonly text: string;
      /** The name began on the line before. */
      readonly continues: boolean;
      readonly url: string | null;
      readonly reference: number | null;
    }
  | { readonly type: 'submitted'; readonly name: string | null }
  | { readonly type: 'github'; readonly stars: number | null; readonly url: string | null }
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'definition'; readonly number: number; readonly url: string }
  | { readonly type: 'decoration' }
  | { readonly type: 'page-title' }
  | { readonly type: 'logo' }
  | { readonly type: 'furniture' }
  | { readonly type: 'header' }
  | { readonly type: 'footer' }
  | { readonly type: 'capture'; readonly evidence: CaptureEvidence };
