import type { Format } from '../format.ts';
import { isMarkdownWithTags } from '../html/page.ts';
import { PageReader } from './reader.ts';
import { SHOWN } from './rules.ts';

const ID = String.raw`(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Za-z-]+)?\/\d{7})`;
//   `2. **[12] ` before an identifier, perhaps with a damaged no-break space
const BEGINNING = String.raw`^(?:[^\S\n]|[\\*•+[\]\d.()|\u00c2\ufffd?-]){0,40}`;
const MARKUP = String.raw`[\s\\*•+#[\](-]{0,20}`;

const signs: readonly RegExp[] = [
  /^[\s#*\d[\]]{0,20}Showing new listings for [A-Z]/m,
  /\((?:continued, )?showing (?:first |last )?[\d,]+ of [\d,]+\s+entries ?\)/,
  new RegExp(String.raw`^[\s#]{0,9}${SHOWN}[\d,]+\s+results\b`, 'm'),
  // [1] arXiv:2607.20627 [pdf, html, other]        1. [10]arXiv:2402.07429 [[11]pdf, [12]other]
  new RegExp(
    String.raw`${BEGINNING}(?:\([^()\s]{1,200}\))?${MARKUP}arXiv:${ID}[^\n]{0,400}?\[${MARKUP}(?:\d{1,6}\])?(?:pdf|ps|other|src|html)\b`,
    'm',
  ),
  // text nodes, each on a line of its own, or with the white space of HTML
  new RegExp(String.raw`^\s{0,20}arXiv:${ID}\s{1,40}\[\s{0,20}(?:pdf|ps|other|src|html)\b`, 'm'),
  // [other](/format/2606.11532 "Other formats")]
  /\]\((?:https:\/\/arxiv\.org)?\/(?:abs|pdf|html|format)\/\S{1,40} "(?:Abstract|Download PDF|View HTML|Other formats)"\)/,
  // <a href="/format/2606.11532" id="oth-2606.11532" title="Other formats">other</a>
  /<a\b[^<>]{0,99}\bhref="(?:https:\/\/arxiv\.org)?\/(?:abs|pdf|html|format)\/[^<>]{1,200}\btitle="(?:Abstract|Download PDF|View HTML|Other formats)"/,
  //   Submitted 4 June, 2026; originally announced June 2026.
  /^[^\S\n]{0,40}\*{0,2}Submitted\*{0,2} (?:\d{1,2} )?[A-Z][a-z]{2,8},? \d{4}\s?; (?:v1 submitted |\*{0,2}originally announced)/m,
  // Cite as: arXiv:2405.01234 [cs.CL]        | Cite as: | [arXiv:2405.01234](https://…) [cs.CL] |
  new RegExp(String.raw`${BEGINNING}Cite as:[\s|]{0,40}\[?(?:\d{1,6}\])?arXiv:${ID}`, 'm'),
  /^[^\S\n]{0,40}(?:\[\d{1,6}\])?\\?\[Submitted on \d{1,2} [A-Z][a-z]{2} \d{4}/m,
];

/** Whether the text of a page, its tags aside, is that of a page of arXiv. */
export function isArxivPageText(text: string): boolean {
  return signs.some((sign) => sign.test(text));
}

/**
 * The pages of arXiv as text: its lists (`/new`, `/recent`, `/pastweek`, a month), search results, and the page of one
 * paper, copied from a browser, dumped by a text browser, or turned into Markdown.
 *
 *     lines ─▶ markup.ts ─▶ tokenizer.ts ─▶ entries.ts ─▶ paper.ts ─▶ papers
 *              without links,  rules.ts        entries       fields → records
 *              link numbers    → tokens
 *
 * A new kind of line is a row in rules.ts. Markup that an extractor puts around lines is handled in markup.ts.
 */
export const arxivPage = {
  name: 'arxiv-page',
  detect: (head) => (!head.trimStart().startsWith('<') || isMarkdownWithTags(head)) && isArxivPageText(head),
  open: (output) => new PageReader(output),
} as const satisfies Format;
