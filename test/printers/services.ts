import type { Paper } from '../../src/paper/paper.ts';

/** A paper in the database of a service. */
export interface ServicePaper {
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly { readonly given: string; readonly family: string }[];
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly id: string;
  readonly doi: string;
  readonly venue: string;
  readonly citations: number;
  readonly upvotes: number;
}

interface Service {
  readonly extension: string;
  print(papers: readonly ServicePaper[]): string;
  /** What the response contains besides title, abstract and authors. */
  otherValues(paper: ServicePaper): Partial<Paper>;
  /** Which of these it does not contain. */
  readonly lacks?: readonly ('abstract' | 'authors')[];
}

const fullName = ({ given, family }: ServicePaper['authors'][number]) => `${given} ${family}`;
const familyFirst = ({ given, family }: ServicePaper['authors'][number]) => `${family}, ${given}`;
const namesOf = ({ authors }: ServicePaper) => authors.map(fullName);
const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const parts = (date: string) => date.split('-').map(Number);
const onArxiv = ({ id }: ServicePaper) => ({ id, url: `https://arxiv.org/abs/${id}` });
const everyValue = (paper: ServicePaper) => ({
  ...onArxiv(paper),
  date: paper.date,
  doi: paper.doi,
  venue: paper.venue,
  citationCount: paper.citations,
});
const json = (value: unknown) => `${JSON.stringify(value)}\n`;
const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const cell = (text: string) => `"${text.replace(/"/g, '""')}"`;
const csv = (rows: readonly (readonly (string | number)[])[]) =>
  rows.map((row) => `${row.map((value) => cell(String(value))).join(',')}\n`).join('');

function inverted(text: string): Record<string, number[]> {
  const places = new Map<string, number[]>();
  text.split(' ').forEach((word, place) => {
    places.set(word, [...(places.get(word) ?? []), place]);
  });
  return Object.fromEntries(places);
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const rfc822 = (date: string) => {
  const [year = 0, month = 1, day = 1] = parts(date);
  return `Tue, ${day} ${MONTHS[month - 1]} ${year} 20:15:01 GMT`;
};

/** Responses of services that are read as JSON or tables, each in the form of its documentation. */
export const services: Readonly<Record<string, Service>> = {
  'semantic-scholar': {
    extension: 'input.json',
    print: (papers) =>
      json({
        total: papers.length,
        data: papers.map((paper) => ({
          paperId: 'e5',
          externalIds: { ArXiv: paper.id, DOI: paper.doi, CorpusId: 7 },
          title: paper.title,
          abstract: paper.abstract,
          venue: paper.venue,
          year: parts(paper.date)[0],
          citationCount: paper.citations,
          publicationDate: paper.date,
          authors: namesOf(paper).map((name) => ({ authorId: '1', name })),
          references: [{ paperId: 'r', title: 'A paper that is only cited' }],
        })),
      }),
    otherValues: everyValue,
  },
  openalex: {
    extension: 'input.json',
    print: (papers) =>
      pretty({
        meta: { count: papers.length },
        results: papers.map((paper) => ({
          id: 'https://openalex.org/W1',
          doi: `https://doi.org/${paper.doi}`,
          title: escapeXml(paper.title),
          display_name: escapeXml(paper.title),
          publication_year: parts(paper.date)[0],
          publication_date: paper.date,
          primary_location: {
            landing_page_url: `http://arxiv.org/abs/${paper.id}`,
            source: { display_name: paper.venue },
          },
          authorships: paper.authors.map((author) => ({
            author: { id: 'https://openalex.org/A1', display_name: fullName(author) },
            raw_author_name: familyFirst(author),
          })),
          abstract_inverted_index: inverted(paper.abstract),
          cited_by_count: paper.citations,
        })),
      }),
    otherValues: everyValue,
  },
  crossref: {
    extension: 'input.json',
    print: (papers) =>
      json({
        status: 'ok',
        message: {
          'total-results': papers.length,
          items: papers.map((paper) => ({
            DOI: paper.doi,
            URL: `https://doi.org/${paper.doi}`,
            title: [escapeXml(paper.title)],
            'container-title': [paper.venue],
            author: paper.authors.map((author) => ({ ...author, sequence: 'first', affiliation: [] })),
            abstract: `<jats:title>Abstract</jats:title><jats:p>${escapeXml(paper.abstract)}</jats:p>`,
            created: { 'date-parts': [[2030, 1, 2]], 'date-time': '2030-01-02T00:00:00Z' },
            indexed: { 'date-parts': [[2031, 1, 2]] },
            issued: { 'date-parts': [parts(paper.date)] },
            'is-referenced-by-count': paper.citations,
            reference: [{ key: 'a', 'article-title': 'A paper that is only cited' }],
          })),
        },
      }),
    otherValues: (paper) => ({
      date: paper.date,
      doi: paper.doi,
      url: `https://doi.org/${paper.doi}`,
      venue: paper.venue,
      citationCount: paper.citations,
    }),
  },
  'openreview-2': {
    extension: 'input.json',
    print: (papers) =>
      json({
        notes: papers.map((paper, index) => ({
          id: `lantern${index}`,
          forum: `lantern${index}`,
          cdate: Date.UTC(2001, 1, 1),
          pdate: Date.parse(`${paper.date}T10:00:00Z`),
          content: {
            title: { value: paper.title },
            abstract: { value: paper.abstract },
            authors: { value: namesOf(paper) },
            venue: { value: paper.venue },
          },
          details: { replies: [{ content: { title: { value: 'Official Review' }, summary: { value: 'Fine.' } } }] },
        })),
      }),
    otherValues: (paper) => ({ date: paper.date, venue: paper.venue }),
  },
  dblp: {
    extension: 'input.json',
    print: (papers) =>
      pretty({
        result: {
          hits: {
            hit: papers.map((paper) => {
              const authors = namesOf(paper).map((text) => ({ '@pid': '1/1', text: `${text} 0002` }));
              return {
                '@score': '4',
                info: {
                  authors: { author: authors.length === 1 ? authors[0] : authors },
                  title: `${escapeXml(paper.title)}.`,
                  venue: paper.venue,
                  year: paper.date.slice(0, 4),
                  doi: paper.doi,
                  ee: [`https://doi.org/${paper.doi}`, `https://arxiv.org/abs/${paper.id}`],
                  url: 'https://dblp.org/rec/a/b',
                },
                url: 'URL#1',
              };
            }),
          },
        },
      }),
    otherValues: (paper) => ({
      ...onArxiv(paper),
      date: null,
      year: parts(paper.date)[0],
      doi: paper.doi,
      venue: paper.venue,
    }),
    lacks: ['abstract'],
  },
  'papers-with-code': {
    extension: 'input.json',
    print: (papers) =>
      pretty(
        papers.map((paper) => ({
          paper_url: 'https://paperswithcode.com/paper/a',
          arxiv_id: paper.id,
          title: paper.title,
          abstract: paper.abstract,
          url_abs: `http://arxiv.org/abs/${paper.id}v2`,
          proceeding: null,
          authors: namesOf(paper),
          date: `${paper.date}T00:00:00`,
          methods: [{ name: 'Kite', full_name: 'Kite', description: 'It flies.', source_title: 'Kites' }],
        })),
      ),
    otherValues: (paper) => ({ ...onArxiv(paper), date: paper.date }),
  },
  'arxiv-snapshot': {
    extension: 'ndjson',
    print: (papers) =>
      papers
        .map((paper) =>
          json({
            id: paper.id,
            submitter: 'Ann Reed',
            authors: namesOf(paper).join(', '),
            title: paper.title.replace(' ', '\n  '),
            comments: '8 pages',
            'journal-ref': null,
            doi: paper.doi,
            categories: 'cs.LG stat.ML',
            abstract: `  ${paper.abstract}\n`,
            versions: [
              { version: 'v1', created: rfc822(paper.date) },
              { version: 'v2', created: rfc822('2030-01-02') },
            ],
            update_date: '2030-01-05',
            authors_parsed: paper.authors.map(({ given, family }) => [family, given, '', 'Invented University']),
          }),
        )
        .join(''),
    otherValues: (paper) => ({
      ...onArxiv(paper),
      date: paper.date,
      doi: paper.doi,
      categories: ['cs.LG', 'stat.ML'],
      authorComment: '8 pages',
    }),
  },
  'csl-json': {
    extension: 'input.json',
    print: (papers) =>
      json(
        papers.map((paper) => ({
          id: 'http://zotero.org/users/1/items/A',
          type: 'article-journal',
          title: escapeXml(paper.title),
          abstract: paper.abstract,
          author: paper.authors,
          'container-title': paper.venue,
          DOI: paper.doi,
          issued: { 'date-parts': [parts(paper.date).map(String)] },
          accessed: { 'date-parts': [['2031', 1, 1]] },
        })),
      ),
    otherValues: (paper) => ({ date: paper.date, doi: paper.doi, venue: paper.venue }),
  },
  scraper: {
    extension: 'input.json',
    print: (papers) =>
      pretty(
        papers.map((paper, index) => ({
          rank: index + 1,
          'Paper Title': ` ${paper.title}\n`,
          link: `http://arxiv.org/abs/${paper.id}v1`,
          author_list: paper.authors.map(familyFirst).join('; '),
          published_at: `${paper.date} 03:30:46+00:00`,
          summary: paper.abstract,
          votes: `${paper.upvotes}.0`,
        })),
      ),
    otherValues: (paper) => ({ ...onArxiv(paper), date: paper.date, upvotes: paper.upvotes }),
  },
  scopus: {
    extension: 'csv',
    print: (papers) =>
      csv([
        ['Authors', 'Author full names', 'Title', 'Year', 'Source title', 'Cited by', 'DOI', 'Abstract', 'EID'],
        ...papers.map((paper) => [
          paper.authors.map(({ given, family }) => `${family} ${given.charAt(0)}.`).join('; '),
          paper.authors.map((author, index) => `${familyFirst(author)} (5720000000${index})`).join('; '),
          paper.title,
          paper.date.slice(0, 4),
          paper.venue,
          paper.citations,
          paper.doi,
          paper.abstract,
          '2-s2.0-1',
        ]),
      ]),
    otherValues: (paper) => ({
      date: null,
      year: parts(paper.date)[0],
      doi: paper.doi,
      venue: paper.venue,
      citationCount: paper.citations,
    }),
  },
  pubmed: {
    extension: 'csv',
    print: (papers) =>
      csv([
        [
          'PMID',
          'Title',
          'Authors',
          'Citation',
          'First Author',
          'Journal/Book',
          'Publication Year',
          'Create Date',
          'DOI',
        ],
        ...papers.map((paper) => [
          1,
          `${paper.title}.`,
          paper.authors.map(({ given, family }) => `${family} ${given.charAt(0)}`).join(', '),
          'J. 1',
          'R',
          paper.venue,
          paper.date.slice(0, 4),
          '2031/01/01',
          paper.doi,
        ]),
      ]),
    otherValues: (paper) => ({ date: null, year: parts(paper.date)[0], doi: paper.doi, venue: paper.venue }),
    lacks: ['abstract', 'authors'],
  },
  notebook: {
    extension: 'csv',
    print: (papers) =>
      csv([
        ['', 'title', 'summary', 'published', 'authors', 'entry_id', 'upvotes'],
        ...papers.map((paper, index) => [
          index,
          paper.title,
          paper.abstract.replace(' ', '\n'),
          `${paper.date} 23:59:59+00:00`,
          `[${namesOf(paper)
            .map((name) => (name.includes("'") ? `"${name}"` : `'${name}'`))
            .join(', ')}]`,
          `http://arxiv.org/abs/${paper.id}v3`,
          paper.upvotes,
        ]),
      ]),
    otherValues: (paper) => ({ ...onArxiv(paper), date: paper.date, upvotes: paper.upvotes }),
  },
  'daily-arxiv': {
    extension: 'md',
    print: (papers) =>
      [
        '# Papers on kites',
        '',
        '## Kites',
        '| **Title** | **Date** | **Abstract** | **Comment** |',
        '| --- | --- | --- | --- |',
        ...papers.map(
          (paper) =>
            `| **[${paper.title}](https://arxiv.org/abs/${paper.id}v2)** | ${paper.date} | <details><summary>Show</summary><p>${paper.abstract}</p></details> | 8 pages |`,
        ),
        '',
        'Last update: today',
        '',
      ].join('\n'),
    otherValues: (paper) => ({ ...onArxiv(paper), date: paper.date, authorComment: '8 pages' }),
    lacks: ['authors'],
  },
};

/** The expected record of a paper from the service. */
export function recordOf(service: Service, paper: ServicePaper): Partial<Paper> {
  const lacks = service.lacks ?? [];
  return {
    title: paper.title,
    abstract: lacks.includes('abstract') ? null : paper.abstract,
    upvotes: null,
    ...(lacks.includes('authors') ? {} : { authorCount: paper.authors.length, authors: namesOf(paper) }),
    ...service.otherValues(paper),
  };
}
