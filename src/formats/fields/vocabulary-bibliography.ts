import type { Row } from './vocabulary-row.ts';

/** The meaning of elements of feeds, fields of BibTeX, and tags of RIS and related formats. */
export const bibliographyRows: readonly Row[] = [
  // Feeds
  { key: 'title', read: 'titleWithStop', fields: 'feed:title', if: 'ee, access, booktitle, pmid, author string' },
  { key: 'title', read: 'text', fields: 'feed:title, feed:dc title, feed:prism title' },
  {
    key: 'abstract',
    read: 'abstract',
    fields: 'feed:summary, feed:dc description, feed:dcterms abstract, feed:description, feed:content encoded',
  },
  { key: 'abstract', read: 'abstract', fields: 'feed:content' },
  { key: 'authors', read: 'names', fields: 'feed:author, feed:dc creator, feed:dcterms creator' },
  {
    key: 'date',
    read: 'date',
    fields:
      'feed:published, feed:prism publication date, feed:pubDate, feed:dc date, feed:prism cover date, feed:dcterms issued, feed:issued, feed:created, feed:version.date, feed:updated',
  },
  { key: 'announced', read: 'date', fields: 'feed:announced' },
  { key: 'announceType', read: 'announceType', fields: 'feed:arxiv announce_type' },
  {
    key: 'id',
    read: 'identifier',
    fields: 'feed:arxiv id, feed:id, feed:guid, feed:link, feed:link pdf, feed:dc identifier, feed:arxiv doi',
  },
  { key: 'url', read: 'address', fields: 'feed:link, feed:guid, feed:id, feed:prism url, feed:dc identifier' },
  {
    key: 'doi',
    read: 'doi',
    fields:
      'feed:arxiv doi, feed:prism doi, feed:dc identifier, feed:link doi, feed:id, feed:guid, feed:link, feed:prism url',
  },
  {
    key: 'categories',
    read: 'categories',
    fields: 'feed:arxiv primary_category, feed:category, feed:dc subject',
    merges: true,
  },
  { key: 'authorComment', read: 'text', fields: 'feed:arxiv comment' },
  { key: 'journalRef', read: 'text', fields: 'feed:arxiv journal_ref, feed:arxiv journal_reference' },
  { key: 'venue', read: 'venue', fields: 'feed:prism publication name' },
  { key: 'venue', read: 'journal', fields: 'feed:dc source' },

  // XML of PubMed, EndNote and OAI-PMH
  { key: 'title', read: 'titleWithStop', fields: 'feed:article title, feed:vernacular title' },
  {
    key: 'title',
    read: 'text',
    fields: 'feed:titles.title, feed:title info.title, feed:front.article-meta.title-group.article-title',
  },
  {
    key: 'abstract',
    read: 'abstract',
    fields: 'feed:abstract.abstract text, feed:abstract, feed:front.article-meta.abstract',
  },
  {
    key: 'authors',
    read: 'names',
    fields:
      'feed:author list.author, feed:contributors.authors.author, feed:authors.author, feed:front.article-meta.contrib-group.contrib',
  },
  { key: 'authors', read: 'names', fields: 'feed:name', if: 'title info' },
  {
    key: 'date',
    read: 'date',
    fields:
      'feed:journal.journal issue.pub date, feed:article date, feed:book.pub date, feed:dates.pub dates.date, feed:front.article-meta.pub-date, feed:origin info.date issued',
  },
  { key: 'year', read: 'year', fields: 'feed:journal.journal issue.pub date, feed:book.pub date, feed:dates.year' },
  {
    key: 'doi',
    read: 'doi',
    fields:
      'feed:elocationid doi, feed:electronic resource num, feed:front.article-meta.article-id doi, feed:identifier doi',
  },
  { key: 'url', read: 'address', fields: 'feed:urls.related urls.url, feed:urls.web urls.url' },
  {
    key: 'venue',
    read: 'venue',
    fields:
      'feed:journal.title, feed:journal info.journal.title, feed:dcterms is part of.journal.dc title, feed:material_title, feed:related item.title info.title, feed:front.journal-meta.journal-title-group.journal-title, feed:titles.secondary title, feed:periodical.full title, feed:book.book title',
  },

  // BibTeX, as arXiv, DBLP, Semantic Scholar, INSPIRE, ADS and reference managers write it
  { key: 'date', read: 'date', fields: 'bibtex:date, bibtex:publicationdate' },
  { key: 'year', read: 'year', fields: 'bibtex:date, bibtex:year' },
  {
    key: 'id',
    read: 'identifier',
    fields: 'bibtex:eprint, bibtex:arxivid, bibtex:doi, bibtex:url, bibtex:note, bibtex:journal, bibtex:volume',
  },
  {
    key: 'url',
    read: 'address',
    fields: 'bibtex:url, bibtex:ee, bibtex:link, bibtex:adsurl, bibtex:howpublished, bibtex:pdf',
  },
  { key: 'doi', read: 'doi', fields: 'bibtex:doi, bibtex:url, bibtex:ee, bibtex:eprint' },
  { key: 'categories', read: 'categories', fields: 'bibtex:primaryclass, bibtex:eprintclass, bibtex:note' },
  {
    key: 'venue',
    read: 'venue',
    fields: 'bibtex:booktitle, bibtex:journaltitle, bibtex:journal, bibtex:eventtitle, bibtex:series',
  },
  { key: 'citationCount', read: 'citedBy', fields: 'ris:N1, bibtex:note' },
  { key: 'authorComment', read: 'comment', fields: 'bibtex:annote, bibtex:annotation, ris:N1' },

  // Google Scholar's CSV
  { key: 'id', read: 'identifier', fields: 'table:publication' },
  { key: 'venue', read: 'venue', fields: 'table:publication' },

  // RIS
  { key: 'title', read: 'text', fields: 'ris:TI, ris:T1, ris:CT' },
  { key: 'abstract', read: 'abstract', fields: 'ris:AB, ris:N2' },
  { key: 'authors', read: 'names', fields: 'ris:AU, ris:A1' },
  { key: 'date', read: 'date', fields: 'ris:DA, ris:FD, ris:Y1, ris:PY' },
  { key: 'year', read: 'year', fields: 'ris:PY, ris:Y1, ris:DA, ris:YR' },
  { key: 'id', read: 'identifier', fields: 'ris:AN, ris:DO, ris:UR, ris:M1, ris:JO, ris:T2, ris:VL' },
  { key: 'url', read: 'address', fields: 'ris:UR, ris:LK, ris:L2' },
  { key: 'doi', read: 'doi', fields: 'ris:DO, ris:DI, ris:M3, ris:UR' },
  { key: 'venue', read: 'venue', fields: 'ris:T2, ris:JF, ris:JO, ris:BT, ris:C3, ris:JA, ris:J1, ris:J2, ris:SO' },

  // MEDLINE
  { key: 'title', read: 'titleWithStop', fields: 'nbib:TI, nbib:BTI' },
  { key: 'abstract', read: 'abstract', fields: 'nbib:AB, nbib:OAB' },
  { key: 'authors', read: 'names', fields: 'nbib:FAU' },
  { key: 'date', read: 'date', fields: 'nbib:DP, nbib:DEP' },
  { key: 'year', read: 'year', fields: 'nbib:DP, nbib:DEP' },
  { key: 'doi', read: 'doi', fields: 'nbib:LID doi, nbib:AID doi' },
  { key: 'id', read: 'identifier', fields: 'nbib:LID doi, nbib:AID doi, nbib:AID pii' },
  { key: 'venue', read: 'venue', fields: 'nbib:JT, nbib:TA, nbib:CTI' },

  // EndNote
  { key: 'title', read: 'text', fields: 'endnote:%T' },
  { key: 'abstract', read: 'abstract', fields: 'endnote:%X' },
  { key: 'authors', read: 'names', fields: 'endnote:%A' },
  { key: 'date', read: 'date', fields: 'endnote:%8, endnote:%D' },
  { key: 'year', read: 'year', fields: 'endnote:%D, endnote:%8' },
  { key: 'id', read: 'identifier', fields: 'endnote:%M, endnote:%R, endnote:%U, endnote:%J' },
  { key: 'url', read: 'address', fields: 'endnote:%U' },
  { key: 'doi', read: 'doi', fields: 'endnote:%R, endnote:%U' },
  { key: 'venue', read: 'venue', fields: 'endnote:%J, endnote:%B' },

  // Astrophysics Data System
  { key: 'title', read: 'text', fields: 'ads:%T' },
  { key: 'abstract', read: 'abstract', fields: 'ads:%B, ads:%X' },
  { key: 'authors', read: 'names', fields: 'ads:%A' },
  { key: 'date', read: 'date', fields: 'ads:%D' },
  { key: 'year', read: 'year', fields: 'ads:%D' },
  { key: 'id', read: 'identifier', fields: 'ads:%Y, ads:%J' },
  { key: 'url', read: 'address', fields: 'ads:%U' },
  { key: 'doi', read: 'doi', fields: 'ads:%Y' },
  { key: 'venue', read: 'journal', fields: 'ads:%J' },

  // Web of Science
  { key: 'title', read: 'text', fields: 'wos:TI' },
  { key: 'abstract', read: 'abstract', fields: 'wos:AB' },
  { key: 'authors', read: 'names', fields: 'wos:AF, wos:AU' },
  { key: 'date', read: 'date', fields: 'wos:PD, table:PD' },
  { key: 'year', read: 'year', fields: 'wos:PY, wos:EY, wos:EA' },
  { key: 'doi', read: 'doi', fields: 'wos:DI' },
  { key: 'id', read: 'identifier', fields: 'wos:DI, wos:AR' },
  { key: 'venue', read: 'venue', fields: 'wos:SO' },
  { key: 'citationCount', read: 'count', fields: 'wos:TC, wos:Z9' },
];
