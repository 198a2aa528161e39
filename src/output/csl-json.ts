import { breaksOff } from '../names/group.ts';
import { splitName } from '../names/person.ts';
import type { Paper } from '../paper/paper.ts';
import { renderTex, type TexTarget } from '../tex/markup.ts';
import { jsonArray } from './json.ts';
import { type Publication, publicationOf } from './publication.ts';
import {
  arxivId,
  CitationKeys,
  dateParts,
  firstDoi,
  isTexSource,
  plainTextPaper,
  remarks,
  webAddress,
} from './reference.ts';
import type { Writer } from './writer.ts';

/** CSL JSON (the Citation Style Language's data schema 1.0.2), as pandoc, citeproc and Zotero read it. */
export function openCslJson(): Writer {
  const keys = new CitationKeys();
  return jsonArray((paper) => JSON.stringify(cslItem(paper, keys.keyOf(paper))));
}

/** CSL JSON has a few tags for rich text, which citation processors read in titles. */
const RICH_TEXT: TexTarget = {
  text: (text) => text,
  math: (math) => math,
  marks: {
    italic: ['<i>', '</i>'],
    bold: ['<b>', '</b>'],
    smallCaps: ['<span style="font-variant:small-caps;">', '</span>'],
    superscript: ['<sup>', '</sup>'],
    subscript: ['<sub>', '</sub>'],
  },
};

function cslItem(source: Paper, id: string): object {
  const paper = plainTextPaper(source);
  const eprint = arxivId(paper);
  const publication = publicationOf(paper);
  const [year, ...rest] = dateParts(paper);
  const yearPublished = publication?.year ?? year;
  const issued = yearPublished === year ? [year, ...rest] : [yearPublished];
  const authors = paper.authors?.map(cslName);
  return {
    id,
    type: itemType(publication),
    title: renderTex(source.title, isTexSource(source), RICH_TEXT),
    // What pandoc writes for BibTeX's `and others`.
    author: breaksOff(paper.authors ?? [], paper.authorCount) ? [...(authors ?? []), { literal: 'others' }] : authors,
    'container-title': publication?.name,
    volume: publication?.volume,
    issue: publication?.issue,
    page: publication?.pages,
    publisher: publication !== undefined || eprint === undefined ? undefined : 'arXiv',
    issued: yearPublished === undefined ? undefined : { 'date-parts': [issued] },
    abstract: paper.abstract ?? undefined,
    DOI: firstDoi(paper),
    URL: webAddress(paper),
    number: eprint === undefined ? paper.reportNumber : `arXiv:${eprint}`,
    keyword: paper.categories?.join(', '),
    note: paper.authorComment,
    annote: remarks(paper).join('. ') || undefined,
  };
}

function itemType(publication: Publication | undefined): string {
  if (publication === undefined) return 'article';
  return publication.kind === 'conference' ? 'paper-conference' : 'article-journal';
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
