import type { Paper } from '../../paper/paper.ts';
import { arxivIdOfUrl, arxivUrl, bareArxivId, huggingFaceUrl } from '../../text/arxiv-id.ts';
import { singleSpaced } from '../../text/white-space.ts';
import type { Document } from '../document.ts';
import type { ReaderOutput } from '../format.ts';
import { isGeneric } from '../paper-list/title.ts';
import { readHtml } from './tokens.ts';

interface Link {
  readonly id: string;
  readonly url: string;
  readonly offset: number;
  text: string;
}

/**
 * Reads titles that link to their papers, which is all that is left of a page whose markup is lost.
 *
 *     <a href="/papers/2605.05242">Counting Lanterns in Long Corridors</a>
 */
export function readLinkedTitles(document: Document, output: ReaderOutput): number {
  const papers = new Map<string, Link>();
  for (const link of linksOf(document.text)) {
    const title = singleSpaced(link.text);
    if (papers.has(link.id) || bareArxivId(title) !== null || title.split(' ').length < 2 || isGeneric(title)) continue;
    papers.set(link.id, { ...link, text: title });
  }
  for (const { id, url, offset, text } of papers.values()) {
    const paper: Paper = { title: text, abstract: null, authorCount: null, date: null, upvotes: null, id, url };
    document.mark('paper', offset, offset);
    output.paper(paper, document.position(offset).line);
  }
  return papers.size;
}

function linksOf(html: string): Link[] {
  const links: Link[] = [];
  let open: Link | null = null;
  readHtml(html, {
    open(name, attributes, offset) {
      if (name !== 'a') return;
      const href = attributes.get('href')?.value ?? '';
      const isHuggingFace = /^(?:https?:\/\/huggingface\.co)?\/papers\//.test(href);
      const id = isHuggingFace || /^(?:https?:\/\/(?:\w+\.)?arxiv\.org)?\/abs\//.test(href) ? arxivIdOfUrl(href) : null;
      open = id === null ? null : { id, url: isHuggingFace ? huggingFaceUrl(id) : arxivUrl(id), offset, text: '' };
      if (open !== null) links.push(open);
    },
    close(name) {
      if (name === 'a') open = null;
    },
    text(text) {
      if (open !== null) open.text += text;
    },
  });
  return links;
}
