import type { Authors } from '../../names/authors.ts';
import { readAuthors } from '../../names/authors.ts';
import { spansOf } from './inline.ts';

/** A labelled line below an entry. */
export type Detail =
  | { readonly kind: 'abstract'; readonly text: string; readonly isSummary: boolean }
  | { readonly kind: 'authors'; readonly authors: Authors }
  | { readonly kind: 'text'; readonly text: string };

//     **Authors:** …     TL;DR: …     *Abstract*: …     **Abstract.** …
const LABEL =
  /^[*_`]{0,3}(?:[^\p{L}\s]{1,3}\s)?(\p{L}[\p{L};/ -]{1,24}?)(?:[*_`]{0,3}\s?[:：][*_`]{0,3}\s*|\.[*_]{1,3}\s+)(.*)$/su;

/** Null for a line without a label, or with a label that is not read. */
export function readDetail(markdown: string): Detail | null {
  const [, label = '', value = ''] = LABEL.exec(markdown) ?? [];
  switch (label.toLowerCase().trim()) {
    case 'abstract':
      return { kind: 'abstract', text: plainText(value), isSummary: false };
    case 'summary':
    case 'tl;dr':
    case 'tldr':
      return { kind: 'abstract', text: plainText(value), isSummary: true };
    case 'author':
    case 'authors':
    case 'by':
      return { kind: 'authors', authors: readAuthors(plainText(value)) };
    case 'venue':
    case 'conference':
    case 'journal':
    case 'published':
    case 'published in':
    case 'publication':
    case 'date':
    case 'year':
    case 'paper':
    case 'code':
    case 'link':
    case 'links':
    case 'arxiv':
    case 'pdf':
    case 'github':
    case 'doi':
      return { kind: 'text', text: value };
    default:
      return null;
  }
}

/** The text as it is read, on one line. */
export function plainText(markdown: string): string {
  return spansOf(markdown)
    .map((span) => (span.isImage ? '' : span.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
