import { arxivHtml } from './arxiv-html/index.ts';
import { arxivListing } from './arxiv-listing/index.ts';
import { dailyPapers } from './daily-papers/index.ts';
import { dailyPapersHtml } from './daily-papers-html/index.ts';
import { dailyPapersJson } from './daily-papers-json/index.ts';
import type { Format } from './format.ts';
import { records } from './records/index.ts';

/**
 * All formats, in the order in which they are tried: the first whose `detect` answers yes reads the input.
 *
 * To add one: write a module that exports a `Format`, add a row here, and put at least one pair `NAME.txt` (any extension)
 * and `NAME.json` into `fixtures/<name of the format>/`; the tests find the pair by themselves.
 */
export const formats: readonly Format[] = [
  records,
  dailyPapersJson,
  dailyPapersHtml,
  arxivHtml,
  arxivListing,
  dailyPapers,
];
