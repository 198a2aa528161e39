import type { Document } from '../document.ts';
import type { FieldValue } from '../fields/entry.ts';
import type { ReaderOutput } from '../format.ts';
import { readPaper } from './paper.ts';
import { readHtml } from './tokens.ts';

/** The names of the vocabulary for the names that publishers use, as Google Scholar requests. */
const names: ReadonlyMap<string, string> = new Map([
  ['citation_title', 'title'],
  ['citation_author', 'authors'],
  ['citation_abstract', 'abstract'],
  ['citation_date', 'date'],
  ['citation_publication_date', 'date'],
  ['citation_online_date', 'date'],
  ['citation_arxiv_id', 'arxiv_id'],
  ['citation_doi', 'doi'],
  ['citation_journal_title', 'journal'],
  ['citation_conference_title', 'journal'],
  ['citation_volume', 'volume'],
  ['citation_issue', 'issue'],
  ['citation_firstpage', 'first page'],
  ['citation_lastpage', 'last page'],
]);

/**
 * Reads the page of one paper from its metadata for search engines:
 *
 *     <meta name="citation_title" content="Lantern Routers"/>
 *     <meta name="citation_author" content="Moss, Tilda"/>
 */
export function readCitation(document: Document, output: ReaderOutput): number {
  const fields = new Map<string, FieldValue[]>();
  let start = -1;
  let end = 0;
  let titles = 0;
  readHtml(document.text, {
    open(tag, attributes, offset) {
      const name = tag === 'meta' ? (attributes.get('name')?.value.toLowerCase() ?? '') : '';
      const field = names.get(name);
      const value = attributes.get('content')?.value;
      if (field === undefined || value === undefined) return;
      titles += field === 'title' ? 1 : 0;
      if (start < 0) start = offset;
      end = offset;
      const values = fields.get(field);
      if (values === undefined) fields.set(field, [value]);
      else if (field === 'authors') values.push(value);
    },
  });
  if (titles !== 1) return 0;
  const record = Object.fromEntries(
    [...fields].map(([name, values]) => [name, name === 'authors' ? values : (values[0] ?? '')]),
  );
  return readPaper(record, start, end, document, output) ? 1 : 0;
}
