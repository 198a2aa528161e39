import { bibliographyRows } from './vocabulary-bibliography.ts';
import { placeRows } from './vocabulary-places.ts';
import { type Row, row } from './vocabulary-row.ts';
import { translatedRows } from './vocabulary-translations.ts';

/**
 * Objects that services put around the fields of a paper, which are looked up as if they stood outside and are preferred to
 * those that do: Hugging Face `paper`, OpenReview `content`, Semantic Scholar `citingPaper`, DBLP `info`, DataCite `attributes`,
 * DOAJ `bibjson`, INSPIRE `metadata`, Elasticsearch `_source`, scholarly `bib`, Zotero `data`.
 */
export const wrappers =
  'paper, content, citingPaper, citedPaper, info, attributes, bibjson, metadata, _source, bib, data, article, work, item, record, publication';

/** One table for all listings. Of several fields for the same key the first one that can be read counts. */
export const vocabulary: readonly Row[] = [
  // A full stop behind the title is the service's: DBLP, PubMed, Europe PMC
  row('title', 'title, article title', {
    read: 'titleWithStop',
    if: 'pmid, uid, unique identifier, accession number, plink, authorString, access, ee, key',
  }),
  row(
    'title',
    'title, titles.title, main title, title display, display title, english title, title (english), title en, paper title, article title, document title, item title, dc title, display_name, full title, ' +
      'title text, title_s, en_title_s, fr_title_s, preprint title, headline, paper name, paper, article name, article, ris:TI, ris:T1, table:TI',
  ),
  // What has a name may be anything; a paper says what it is about, or where it is.
  row('title', 'name, feed:name', {
    if:
      'abstract, arxiv id, arxiv, arxiv url, doi, pdf, pdf url, paper url, authors, author, creators, venue, publication date, ' +
      'citation count',
  }),

  row(
    'abstract',
    'abstract, abstract_inverted_index, indexed_abstract.InvertedIndex, abstract text, abstracts.value, abstract note, paper abstract, preprint abstract, ' +
      'summary, summaries, paper summary, abstract/summary, summary/abstract, english abstract,  descriptions.description, descriptions, description, dc description, content_text, content_html, abs text, ' +
      'ris:AB, table:AB, snippet, excerpt',
  ),

  // One abstract for each language: HAL
  row('abstract', 'abstract_s, en_abstract_s, fr_abstract_s', { read: 'text' }),

  // What is printed counts more than the number of the names, which may be the first ones.
  row(
    'authorCount',
    'authorCount, author count, authors count, num authors, number of authors, n authors, num_of_authors',
  ),
  row('authors', 'authors', { read: 'namesRunTogether', if: 'item doi' }),
  row(
    'authors',
    'ris:FA, authorships, table:authorships author display_name, authors_parsed, authors full name, author full names, author full name, author display, authors full, authors (full names), table:AF, authorList.author, authors, authors.author, authors.authors, names.authors, ' +
      'author, author names, author list, authors list, author name, authors name, contributors.authors, creators, creator, ' +
      'dc creator, authFullName_s, z_authors, raw_author_name, raw authors, author string, author(s), author/s, all authors, ' +
      'paper authors, preprint authors, authors/creators, byline, table:contributors, labelled:by, ris:AU, ris:A1, table:AU',
  ),

  row('authors', 'first author, lead author, first author name', { read: 'firstAuthor' }),

  row(
    'date',
    'pdate, publicationDate, publication date, versions.created, first publication date, published, issued, published at, ' +
      'publishedAt, published date, published_on, publish date, publish time, date published, publication_date_s, pub date, ' +
      'pubdate, date of publication, published online, publication date (online), published print, published_parsed, ' +
      'date, paper date, prism publication date, prism cover date, cover date, cover display date, date_published, publishedOn, online date, ' +
      'issue date, release date, posted, posted date, posted at, date posted, submitted, submission date, submitted date, ' +
      'submitted at, submittedDate_s, date submitted, submit date, producedDate_s, preprint date, earliest date, arxiv date, ' +
      'v1 date, cdate, odate, tcdate, published date time, epubdate, approved date, upload date, uploaded, day, dates.date, dc date',
  ),
  // PubMed's CSV
  row('date', 'citation', { read: 'citation', if: 'pmid' }),
  row(
    'announced',
    'announced, submittedOnDailyAt, submitted on daily at, daily date, announced date, announce date, date announced, ' +
      'announcement date, featured at, featured date, originally announced',
  ),
  row(
    'year',
    'year, publication year, published year, pub year, publish year, yearPublished, year of publication, publication date year, year published, ' +
      'source.publish year, paper year, proceeding year, yr, dc year,  publicationDateY_i, producedDateY_i, ris:PY, table:PY',
  ),
  // What is also the name of the day on which a record was made or changed somewhere.
  row(
    'date',
    'created, created at, creation date, date created, updated, updated at, update date, last updated, last modified, modified, timestamp',
    { read: 'dateText' },
  ),

  row(
    'upvotes',
    'upvotes, upvote, num upvotes, n upvotes, upvote count, upvotes count, total upvotes, votes, vote count, num votes, likes, ' +
      'like count, num likes, likes count, metrics.public_total_votes, metrics.total_votes',
  ),
  row(
    'commentCount',
    'commentCount, numComments, num comments, n comments, number of comments, comments count, total comments',
  ),
  row('commentCount', 'comments', { read: 'number' }),
  row(
    'authorComment',
    'authorComment, comments, comment, arxiv comment, arxiv comments, author comments, public_notes.value',
    { read: 'words' },
  ),
  row('authorComment', 'extra', { read: 'comment' }),

  row(
    'id',
    'arxiv id, arxiv, arxiv number, arxiv_eprints.value, arxivId_s, externalIds.ArXiv, ids.arxiv, universal_paper_id, canonical_id, paper id, arxiv paper id, paper arxiv id, eprint, id',
    { read: 'bareIdentifier' },
  ),
  row(
    'id',
    'entry id, arxiv url, arxiv link, hf url, hf link, huggingface url, arxiv address, abs url, url abs, abs, abs link, _id, identifier, identifiers, ids, ' +
      'doi, dois.value, externalIds.DOI, doi url, url, link, links, href, paper url, paper link, html url, pdf url, url pdf, ' +
      'pdf, pdf link, pdfs, downloadUrl, primary_location.landing_page_url, best_oa_location.landing_page_url, ' +
      'ee, best_oa_location.url, dc identifier, dc link, locations.landing_page_url, openAccessPdf.url, resource.primary.URL, alternate id, archive id, ' +
      'number, volume, note, extra, report number, journal, title, paper, name, guid, code',
  ),

  // What only Hugging Face tells: the paper's page is there.
  row(
    'url',
    'submittedOnDailyAt, submittedOnDailyBy, submittedBy, discussionId, ai_summary, isAuthorParticipating, paper.upvotes, paper.id, numComments, num comments',
    { read: 'huggingFace' },
  ),
  row('url', 'forum', { read: 'forum' }),
  row(
    'url',
    'url, url public html, link, html url, paper url, paper link, article url, pub url, abs url, url abs, abs, page, page url, landing page, ' +
      'landing page url, permalink, plink, document url, dc link, web link, article link, link to article, ' +
      'primary_location.landing_page_url, ee, uri, uri_s, source url, source urls, link.url, links, href, external url, ' +
      'web url, hf url, hf link, huggingface url, publisher url, websites, zbmath url, source linkout, instances.urls, dimensions url, linkout,  full text url, full text link, full text, pdf, pdf url, url pdf, pdf link, ' +
      'title, paper, name, doi, doi url, doi link, guid',
  ),
  row(
    'doi',
    'doi, dois.value, externalIds.DOI, ids.doi, prism doi, arxiv doi, doiId_s, item doi, doi number, digital object identifier, dc doi, ' +
      'identifiers.doi, doi url, doi link, identifier.id, articleids.value, external_ids.value, external ids.external id.external id value, pids.value, publications.doi, published_doi, biorxiv_doi, preprint_doi, ris:DO, table:DI, table:DO, ' +
      'url, link, links, ee, sameAs, identifier, dc identifier, paper url, paper link, article url, page, page url, html url, source url, ' +
      'source urls, external url, web url, publisher url, landing page, landing page url, permalink, document url, ' +
      'web link, article link, link to article, full text url, full text link, full text, pdf url, url pdf, pdf link, pdf, title, paper, name, id',
  ),

  row('categories', 'primary category, arxiv primary category, primary subject'),
  row(
    'categories',
    'categories, arxiv categories, category, all categories, subjects, arxiv class, tags, arxiv_eprints.categories, categories list, terms',
    { merges: true },
  ),
  row('announceType', 'announceType, announce type, arxiv announce type'),

  row(
    'venue',
    'venue, bibtex:fjournal, container title,  publicationVenue.name, journal.name, journal title, journal name, journalTitle_s, ' +
      'journalInfo.journal.title, publication_info.journal_title, primary_location.source.display_name, primary_location_display_name, host_venue.display_name, ' +
      'journal.title, journals.title, parent.title, publications.publication name, source.series.title, source.source title,  container.title, container.name, publication.title, publication.name, isPartOf.name, source.title, source title, publication title, publication name, prism publication name, ' +
      'fulljournalname, venue.raw, journal, journal/book, booktitle, proceedings title, proceeding, proceedings, conference, ' +
      'publicationVenue, publication venue, venue name, journal/conference, conference/journal, venue/journal, journal/proceedings, ' +
      'publication source, pubtitle, conference title, conference name, conferenceTitle_s, bookTitle_s, published journal, published in, pub, anthology title, event.name, series title, ris:T2, ris:JF, ris:JO, table:SO',
  ),
  row('venue', 'json:source, table:source', {
    if: 'volume, issue, issn, pages, identifiers, GSRank, CitesURL, cites_url, fulljournalname',
  }),
  row('venue', 'publication', { if: 'GSRank, CitesURL, cites_url, fulljournalname' }),
  row(
    'citationCount',
    'citationCount, cited by count, citation count, times cited, cited by, is referenced by count, citations, citation, ' +
      'num citations, number of citations, no of citations, number of times cited, citations.count, indicators.citation impact.citation count,   n citation, n citations, citations count, total citations, cites, citedby count, ' +
      'citing works count, citing paper count, article citation count, times cited all databases, times cited wos core, ' +
      'inline_links.cited_by.total, num cited by, scholarly citations count, table:TC, table:Z9',
  ),

  row(
    'githubUrl',
    'github url, githubRepo, github repo, github, github link, repo url, repository, repo, code url, code link, code, ' +
      'official code, code repository, source code, implementation, links, urls, project, project url, url',
  ),
  row(
    'githubStars',
    'githubStars, github stars, stars, star count, num stars, github star count, stargazers count, repo stars, github.stars',
  ),

  row('organization', 'organization, organisation, organization_info'),
  row('submittedBy', 'submittedBy, submittedOnDailyBy, submitter name'),
  row('journalRef', 'journalRef, journal ref, journal reference, arxiv journal ref'),
  row('reportNumber', 'reportNumber, report number, report no, report_numbers.value'),

  ...placeRows,
  ...bibliographyRows,
  ...translatedRows,
];
