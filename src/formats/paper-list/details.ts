import { type Authors, readAuthors } from '../../names/authors.ts';
import { spansOf } from './inline.ts';

/** A labelled line below an entry. */
export type Detail =
  | { readonly kind: 'abstract'; readonly text: string; readonly isSummary: boolean }
  | { readonly kind: 'authors'; readonly authors: Authors }
  | { readonly kind: 'text'; readonly text: string };

//     **Authors:** …     TL;DR: …     *Abstract*: …     **Abstract.** …
const LABEL =
  /^[*_`]{0,3}(?:[^\p{L}\s]{1,3}\s)?(\p{L}[\p{L};/ -]{1,24}?)(?:[*_`]{0,3}\s?[:：][*_`]{0,3}\s*|\.[*_]{1,3}\s+)(.*)$/su;
const ABSTRACT = /^(?:abstract|summary|tl;?dr)$/;
const AUTHORS = /^(?:authors?|by)$/;
const TEXT =
  /^(?:venue|conference|journal|published(?: in)?|publication|date|year|paper|code|links?|arxiv|pdf|github|doi)$/;

/** Null for a line without a label, or with a label that is not read. */
export function readDetail(markdown: string): Detail | null {
  const [, label = '', value = ''] = LABEL.exec(markdown) ?? [];
  const name = label.toLowerCase().trim();
  if (ABSTRACT.test(name)) return { kind: 'abstract', text: plainText(value), isSummary: name !== 'abstract' };
  if (AUTHORS.test(name)) return { kind: 'authors', authors: readAuthors(plainText(value)) };
  return TEXT.test(name) ? { kind: 'text', text: value } : null;
}

/** The text as it is read, on one line. */
export function plainText(markdown: string): string {
  return spansOf(markdown)
    .map((span) => (span.isImage ? '' : span.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
