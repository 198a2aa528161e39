import type { Format } from '../format.ts';
import { isMarkdownWithTags } from '../html/page.ts';
import { PaperPageReader } from './reader.ts';
import { ABSTRACT, PAGE_START } from './rules.ts';

/** What stands on such a page beside the identifier and the abstract. */
const SIGNS: readonly RegExp[] = [
  /\bPaper page - /i,
  /\bView arXiv page\b/i,
  /\b(?:Models|Datasets|Spaces) citing this paper\b/i,
  /^\W{0,20}Published on [A-Z][a-z]{2} \d/m,
  /huggingface\.co\/papers\/\d{4}\.\d/,
];

/** A row of a card, of which a page that lists papers has many. */
const CARD_ROW = /^[^\w+]{0,20}\d+ authors?\s*$/m;

/** The page of one paper on Hugging Face as text: copied from a browser, dumped, or turned into Markdown. */
export const paperPage = {
  name: 'paper-page',
  detect: (head) =>
    (!head.trimStart().startsWith('<') || isMarkdownWithTags(head)) &&
    PAGE_START.test(head) &&
    ABSTRACT.test(head) &&
    !CARD_ROW.test(head) &&
    SIGNS.filter((sign) => sign.test(head)).length > 1,
  open: (output, options) => new PaperPageReader(output, options),
} as const satisfies Format;
