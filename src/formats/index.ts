import { arxivListing } from './arxiv-listing/index.ts';
import { arxivPage } from './arxiv-page/index.ts';
import { dailyPapers } from './daily-papers/index.ts';
import { bibtex } from './fields/bibtex.ts';
import { feed } from './fields/feed.ts';
import { json } from './fields/json.ts';
import { labelled } from './fields/labelled.ts';
import { ris } from './fields/ris.ts';
import { table } from './fields/table.ts';
import type { Format } from './format.ts';
import { html } from './html/index.ts';
import { paperList } from './paper-list/index.ts';
import { paperPage } from './paper-page/index.ts';
import { pubmed } from './pubmed/index.ts';
import { resultsPage } from './results-page/index.ts';

/**
 * All formats, in the order in which they are tried: the first whose `detect` answers yes reads the input.
 *
 * To add one: write a module that exports a `Format`, add a row here, and put at least one pair `NAME.txt` (any extension)
 * and `NAME.json` into `fixtures/<name of the format>/`; the tests find the pair by themselves.
 */
export const formats = [
  json,
  feed,
  html,
  paperPage,
  bibtex,
  ris,
  pubmed,
  arxivPage,
  labelled,
  arxivListing,
  table,
  resultsPage,
  paperList,
  dailyPapers,
] as const satisfies readonly Format[];

/** What `--format-in` and the library's `formatIn` take. */
export type FormatName = (typeof formats)[number]['name'];
