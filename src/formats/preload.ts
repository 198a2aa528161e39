import { arxivHtml } from './arxiv-html/index.ts';
import * as arxivHtmlReader from './arxiv-html/reader.ts';
import { dailyPapersHtml } from './daily-papers-html/index.ts';
import * as dailyPapersHtmlReader from './daily-papers-html/reader.ts';
import { json } from './fields/json.ts';
import * as jsonReader from './fields/json-reader.ts';
import { table } from './fields/table.ts';
import * as tableReader from './fields/table-reader.ts';

/** Hands every lazy format its reader, for a caller that cannot wait. */
export function preloadReaders(): void {
  arxivHtml.use(arxivHtmlReader);
  dailyPapersHtml.use(dailyPapersHtmlReader);
  json.use(jsonReader);
  table.use(tableReader);
}
