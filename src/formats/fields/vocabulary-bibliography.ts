import { type Row, rowsIn } from './vocabulary-row.ts';

const feed = rowsIn('feed');
const bibtex = rowsIn('bibtex');
const ris = rowsIn('ris');
const nbib = rowsIn('nbib');
const endnote = rowsIn('endnote');
const ads = rowsIn('ads');
const wos = rowsIn('wos');
const table = rowsIn('table');

/** The meaning of elements of feeds, fields of BibTeX, and tags of RIS and related formats. */
export const bibliographyRows: readonly Row[] = [
  // Feeds
  feed('title', 'title', { read: 'titleWithStop', if: 'ee, access, booktitle, pmid, author string' }),
  feed('title', 'title, dc title, prism title'),
  feed('abstract', 'summary, dc description, dcterms abstract, description, content encoded'),
  feed('abstract', 'content'),
  feed('authors', 'author, dc creator, dcterms creator'),
  feed(
    'date',
    'published, prism publication date, pubDate, dc date, prism cover date, dcterms issued, issued, created, version.date, updated',
  ),
  feed('announced', 'announced'),
  feed('announceType', 'arxiv announce_type'),
  feed('id', 'arxiv id, id, guid, link, link pdf, dc identifier, arxiv doi'),
  feed('url', 'link, guid, id, prism url, dc identifier'),
  feed('doi', 'arxiv doi, prism doi, dc identifier, link doi, id, guid, link, prism url'),
  feed('categories', 'arxiv primary_category, category, dc subject', { merges: true }),
  feed('authorComment', 'arxiv comment'),
  feed('journalRef', 'arxiv journal_ref, arxiv journal_reference'),
  feed('venue', 'prism publication name'),
  feed('venue', 'dc source', { read: 'journal' }),
  feed('venue', 'labelled:source', { read: 'journal', if: 'authors, author names' }),

  // XML of PubMed, EndNote and OAI-PMH
  feed('title', 'article title, vernacular title', { read: 'titleWithStop' }),
  feed('title', 'titles.title, title info.title, article-meta.title-group.article-title'),
  feed('abstract', 'abstract.abstract text, abstract, jats abstract, article-meta.abstract'),
  feed(
    'authors',
    'author list.author, contributors.authors.author, contributors.person_name, authors.author, article-meta.contrib-group.contrib',
  ),
  feed('authors', 'name', { if: 'title info' }),
  feed(
    'date',
    'journal.journal issue.pub date, article date, book.pub date, dates.pub dates.date, article-meta.pub-date, origin info.date issued',
  ),
  feed('year', 'journal.journal issue.pub date, book.pub date, dates.year, around.year, around.publication date'),
  feed(
    'doi',
    'elocationid doi, electronic resource num, doi_data.doi, dcterms is part of.journal.dc identifier, article-meta.article-id doi, identifier doi',
  ),
  feed('url', 'urls.related urls.url, urls.web urls.url, doi_data.resource'),
  feed(
    'venue',
    'journal.title, journal info.journal.title, dcterms is part of.journal.dc title, around.full title, around.booktitle, around.proceedings title, material_title, related item.title info.title, journal-meta.journal-title-group.journal-title, titles.secondary title, periodical.full title, book.book title',
  ),

  // BibTeX, as arXiv, DBLP, Semantic Scholar, INSPIRE, ADS and reference managers write it
  bibtex('date', 'date, publicationdate'),
  bibtex('year', 'date, year'),
  bibtex('id', 'eprint, arxivid, doi, url, note, journal, volume'),
  bibtex('url', 'url, ee, link, adsurl, howpublished, pdf'),
  bibtex('doi', 'doi, url, ee, eprint'),
  bibtex('categories', 'primaryclass, eprintclass, note'),
  bibtex('venue', 'booktitle, journaltitle, journal, eventtitle, series'),
  ris('citationCount', 'N1, bibtex:note', { read: 'citedBy' }),
  bibtex('authorComment', 'annote, annotation, ris:N1, feed:dc description', { read: 'comment' }),

  // Google Scholar's CSV
  table('id', 'publication'),
  table('venue', 'publication'),

  // RIS
  ris('title', 'TI, T1, CT'),
  ris('abstract', 'AB, N2'),
  ris('authors', 'AU, A1'),
  ris('date', 'DA, FD, Y1, PY'),
  ris('year', 'PY, Y1, DA, YR'),
  ris('id', 'AN, DO, UR, M1, JO, JF, T2, VL'),
  ris('url', 'UR, UL, LK, L2'),
  ris('doi', 'DO, DI, M3, UR'),
  ris('venue', 'T2, JF, JO, BT, C3, JA, J1, J2, SO'),

  // MEDLINE
  nbib('title', 'TI, BTI', { read: 'titleWithStop' }),
  nbib('abstract', 'AB, OAB'),
  nbib('authors', 'FAU'),
  nbib('date', 'DP, DEP'),
  nbib('year', 'DP, DEP'),
  nbib('doi', 'LID doi, AID doi'),
  nbib('id', 'LID doi, AID doi, AID pii'),
  nbib('venue', 'JT, TA, CTI'),

  // EndNote
  endnote('title', '%T'),
  endnote('abstract', '%X'),
  endnote('authors', '%A'),
  endnote('date', '%8, %D'),
  endnote('year', '%D, %8'),
  endnote('id', '%M, %R, %U, %J'),
  endnote('url', '%U'),
  endnote('doi', '%R, %U'),
  endnote('venue', '%J, %B'),

  // Astrophysics Data System
  ads('title', '%T'),
  ads('abstract', '%B, %X'),
  ads('authors', '%A'),
  ads('date', '%D'),
  ads('year', '%D'),
  ads('id', '%Y, %J'),
  ads('url', '%U'),
  ads('doi', '%Y'),
  ads('venue', '%J', { read: 'journal' }),

  // Web of Science
  wos('title', 'TI'),
  wos('abstract', 'AB'),
  wos('authors', 'AF, AU'),
  wos('date', 'PD, table:PD'),
  wos('year', 'PY, EY, EA'),
  wos('doi', 'DI'),
  wos('id', 'DI, AR'),
  wos('venue', 'SO'),
  wos('citationCount', 'TC, Z9', { read: 'count' }),
];
