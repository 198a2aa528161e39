import { type Row, row } from './vocabulary-row.ts';

/** What shows that a number of pages or of an issue is about a journal. */
const OF_JOURNAL =
  'volume, vol, volume_s, journal volume, issue, issn, container title, journal, journal/book, publication title';

/** Where a paper stands in its journal or proceedings, in all syntaxes. */
export const placeRows: readonly Row[] = [
  row(
    'volume',
    'volume, vol, journal volume, volume number, volume_s, biblio.volume, journal.volume, journalInfo.volume, ' +
      'publication_info.journal_volume, feed:prism volume, feed:journal.journal issue.volume, feed:front.article-meta.volume, ' +
      'bibtex:volume, ris:VL, ris:VO, nbib:VI, endnote:%V, ads:%V, wos:VL, table:VL, ' +
      'band, jahrgang, volumen, tom, том, 卷, 巻, 권',
  ),
  row(
    'issue',
    'issue, issue number, journal issue, issue_s, biblio.issue, journal.issue, journal.number, journalInfo.issue, ' +
      'publication_info.journal_issue, feed:prism number, feed:journal.journal issue.issue, feed:front.article-meta.issue, ' +
      'bibtex:number, ris:IS, ris:CP, nbib:IP, endnote:%N, wos:IS, table:IS, ' +
      'heft, numéro, número, 期, 号, 호',
  ),
  row('issue', 'number, no', { if: OF_JOURNAL }),

  row(
    'pages',
    'journal.pages, source.pages, pageInfo, page range, feed:pages, feed:prism page range, feed:pagination.medline pgn, medlinepgn, ' +
      'bibtex:pages, ris:PG, nbib:PG, endnote:%P, ads:%P, seiten, páginas, 页码, 页, ページ, 페이지',
  ),
  row('pages', 'pages', { if: `${OF_JOURNAL}, venue, booktitle, book title, isbn, publication` }),
  row('pages', 'page', { if: OF_JOURNAL }),
  row(
    'pages',
    'page start, start page, first page, beginning page, bibjson.start_page, biblio.first_page, publication_info.page_start, ' +
      'feed:prism starting page, feed:pagination.start page, feed:front.article-meta.fpage, ris:SP, wos:BP, table:BP',
  ),
  row(
    'pages',
    'page end, end page, last page, ending page, bibjson.end_page, biblio.last_page, publication_info.page_end, ' +
      'feed:prism ending page, feed:pagination.end page, feed:front.article-meta.lpage, ris:EP, wos:EP, table:EP',
    { read: 'lastPage', merges: true },
  ),
  row(
    'pages',
    'art no, article number, article no, publication_info.artid, feed:front.article-meta.elocation-id, ' +
      'bibtex:eid, bibtex:articleno, ris:C7, wos:AR, table:AR',
  ),
];
