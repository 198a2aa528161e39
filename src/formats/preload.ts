import { bibtex } from './fields/bibtex.ts';
import * as bibtexReader from './fields/bibtex-reader.ts';
import { feed } from './fields/feed.ts';
import * as feedReader from './fields/feed-reader.ts';
import { json } from './fields/json.ts';
import * as jsonReader from './fields/json-reader.ts';
import { labelled } from './fields/labelled.ts';
import * as labelledReader from './fields/labelled-reader.ts';
import { ris } from './fields/ris.ts';
import * as risReader from './fields/ris-reader.ts';
import { table } from './fields/table.ts';
import * as tableReader from './fields/table-reader.ts';
import { html } from './html/index.ts';
import * as htmlReader from './html/reader.ts';
import { resultsPage } from './results-page/index.ts';
import * as resultsPageReader from './results-page/reader.ts';

/** Hands every lazy format its reader, for a caller that cannot wait. */
export function preloadReaders(): void {
  bibtex.use(bibtexReader);
  feed.use(feedReader);
  html.use(htmlReader);
  json.use(jsonReader);
  labelled.use(labelledReader);
  resultsPage.use(resultsPageReader);
  ris.use(risReader);
  table.use(tableReader);
}
