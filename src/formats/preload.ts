import { json } from './fields/json.ts';
import * as jsonReader from './fields/json-reader.ts';
import { table } from './fields/table.ts';
import * as tableReader from './fields/table-reader.ts';
import { html } from './html/index.ts';
import * as htmlReader from './html/reader.ts';

/** Hands every lazy format its reader, for a caller that cannot wait. */
export function preloadReaders(): void {
  html.use(htmlReader);
  json.use(jsonReader);
  table.use(tableReader);
}
