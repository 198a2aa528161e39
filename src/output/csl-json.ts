import { splitName } from '../names/person.ts';
import type { Paper } from '../paper/paper.ts';
import { jsonArray } from './json.ts';
import { arxivId, CitationKeys, dateParts, firstDoi, plainTextPaper, webAddress } from './reference.ts';
import type { Writer } from './writer.ts';

/** CSL JSON (the Citation Style Language's data schema 1.0.2), as pandoc, citeproc and Zotero read it. */
export function openCslJson(): Writer {
  const keys = new CitationKeys();
  return jsonArray((paper) => JSON.stringify(cslItem(plainTextPaper(paper), keys.keyOf(paper))));
}

function cslItem(paper: Paper, id: string): object {
  const eprint = arxivId(paper);
  const parts = dateParts(paper);
  const isArticle = paper.journalRef !== undefined;
  return {
    id,
    type: isArticle ? 'article-journal' : 'article',
    title: paper.title,
    author: paper.authors?.map(cslName),
    'container-title': paper.journalRef,
    publisher: isArticle || eprint === undefined ? undefined : 'arXiv',
    issued: parts.length === 0 ? undefined : { 'date-parts': [parts] },
    abstract: paper.abstract ?? undefined,
    DOI: firstDoi(paper),
    URL: webAddress(paper),
    number: eprint === undefined ? paper.reportNumber : `arXiv:${eprint}`,
    keyword: paper.categories?.join(', '),
    note: paper.authorComment,
  };
}

function cslName(author: string): object {
  const name = splitName(author);
  if ('literal' in name) return name;
  const { given, particle, family, suffix } = name;
  return {
    family,
    ...(given !== '' && { given }),
    ...(particle !== '' && { 'non-dropping-particle': particle }),
    ...(suffix !== '' && { suffix }),
  };
}
