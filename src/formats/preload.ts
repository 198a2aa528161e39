import { arxivHtml } from './arxiv-html/index.ts';
import * as arxivHtmlReader from './arxiv-html/reader.ts';
import { dailyPapersHtml } from './daily-papers-html/index.ts';
import * as dailyPapersHtmlReader from './daily-papers-html/reader.ts';
import { dailyPapersJson } from './daily-papers-json/index.ts';
import * as dailyPapersJsonReader from './daily-papers-json/reader.ts';
import { records } from './records/index.ts';
import * as recordsReader from './records/reader.ts';

/** Hands every lazy format its reader, for a caller that cannot wait. */
export function preloadReaders(): void {
  arxivHtml.use(arxivHtmlReader);
  dailyPapersHtml.use(dailyPapersHtmlReader);
  dailyPapersJson.use(dailyPapersJsonReader);
  records.use(recordsReader);
}
