import { readPubmedAuthors, readPubmedCitation } from '../citations/pubmed-result.ts';
import { readScholarByline, withoutScholarTags } from '../citations/scholar-result.ts';
import type { Fields } from '../fields/entry.ts';

/** Where the pages of one service hold their papers. */
export interface Service {
  /** Base of relative addresses. */
  readonly site: string;
  /** What only pages of this service have. */
  readonly sign: RegExp;
  /**
   * The element with which an entry begins; it goes on to the next one. Elements are written as in CSS: `p.title`,
   * `a[href^=/people/]`, `a[title=paper title]`.
   */
  readonly entry: string;
  /**
   * The field that an element holds, or how to read the fields that stand in one text. The first is the title, in which the
   * first link leads to the paper. `author` may occur several times, one after the other. `url` and the like take the address
   * of a link instead of its text.
   */
  readonly fields: { readonly [element: string]: string | ((text: string) => Fields) };
}

const bioRxiv: Service = {
  site: 'https://www.biorxiv.org',
  sign: /\bclass=["']?highwire-cite\b/,
  entry: 'div.highwire-cite',
  fields: {
    'a.highwire-cite-linked-title': 'title',
    'span.highwire-citation-author': 'author',
    'span.highwire-cite-metadata-journal': 'venue',
    'span.highwire-cite-metadata-doi': (text) => ({ doi: text.replace(/^doi:\s*/, '') }),
  },
};

/** Services whose pages show only what their markup says about it. To add one, add a row and a pair in `fixtures/html/`. */
export const services: readonly Service[] = [
  {
    site: 'https://aclanthology.org',
    sign: /<title>[^<]{0,300}ACL Anthology\s{0,9}<\/title>|<p\b[^<>]{0,99}\bclass=["'][^"'<>]{0,99}\balign-items-stretch\b/,
    entry: 'p.align-items-stretch',
    fields: { strong: 'title', 'a[href^=/people/]': 'author', 'div.abstract-collapse': 'abstract' },
  },
  {
    site: 'https://proceedings.neurips.cc',
    sign: /<a\b[^<>]{0,99}\btitle=["']paper title["']/,
    entry: 'a[title=paper title]',
    fields: { 'a[title=paper title]': 'title', i: 'authors' },
  },
  {
    site: 'https://proceedings.mlr.press',
    sign: /<title>[^<]{0,300}(?:PMLR|Proceedings of Machine Learning Research)|https?:\/\/proceedings\.mlr\.press\/v\d/,
    entry: 'div.paper',
    fields: { 'p.title': 'title', 'span.authors': 'authors', 'span.info': volumeFields, 'a[href*=.html]': 'url' },
  },
  {
    site: 'https://openaccess.thecvf.com',
    sign: /<dt\b[^<>]{0,99}\bclass=["']?ptitle\b/,
    entry: 'dt.ptitle',
    fields: {
      'dt.ptitle': 'title',
      'form.authsearch': 'author',
      'a[href*=_paper.pdf]': 'pdf url',
      'a[href*=arxiv.org/abs/]': 'arxiv url',
    },
  },
  {
    site: 'https://openreview.net',
    sign: /\bclass=["']?note-authors\b/,
    entry: 'a[href^=/forum?id=]',
    fields: { 'a[href^=/forum?id=]': 'title', 'div.note-authors': 'authors' },
  },
  {
    site: 'https://dblp.org',
    sign: /<title>dblp:|<li\b[^<>]{0,99}\bclass=["']entry [a-z]{1,20}["']/,
    entry: 'li.entry',
    fields: {
      // A full stop is the service's.
      'span.title': (text) => ({ title: text.replace(/\.$/, '') }),
      'span[itemprop=author]': 'author',
      'span[itemprop=isPartOf]': 'venue',
      'span[itemprop=datePublished]': 'year',
      'a[itemprop=url]': 'doi url',
    },
  },
  {
    site: 'https://scholar.google.com',
    sign: /<title>[^<]{0,300}Google Scholar|\bclass=["']?gs_ri\b/,
    entry: 'h3.gs_rt',
    fields: {
      'h3.gs_rt': (text) => ({ title: withoutScholarTags(text) }),
      'div.gs_a': readScholarByline,
      'div.gs_rs': 'abstract',
      'a[href*=cites=]': (text) => ({ 'cited by': /(?<!\d)\d+$/.exec(text)?.[0] ?? '' }),
    },
  },
  {
    site: 'https://pubmed.ncbi.nlm.nih.gov',
    sign: /\bclass=["']?docsum-title\b|<title>[^<]{0,300}PubMed/,
    entry: 'a.docsum-title',
    fields: {
      'a.docsum-title': 'title',
      'span.full-authors': readPubmedAuthors,
      'span.full-journal-citation': readPubmedCitation,
      'span.docsum-pmid': 'pmid',
    },
  },
  {
    ...bioRxiv,
    site: 'https://www.medrxiv.org',
    sign: /^(?=.*\bclass=["']?highwire-cite\b).*\bhref=["']?https?:\/\/www\.medrxiv\.org\//s,
  },
  bioRxiv,
];

/** The service of a page; undefined if it is none of them. */
export function serviceOf(head: string): Service | undefined {
  return services.find(({ sign }) => sign.test(head));
}

//     Proceedings of the 9th Meeting on Ponds, PMLR 235:1-28
function volumeFields(text: string): Fields {
  return { venue: text.replace(/,\s*PMLR\b.*$/s, '').replace(/^\W+/, '') };
}
