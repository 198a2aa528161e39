import { describe, expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

/** The paper in an answer, without the keys that are null; no warning is expected. */
async function paperIn(answer: unknown) {
  const { papers, diagnostics } = await readListing(JSON.stringify(answer));
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(papers).toHaveLength(1);
  return Object.fromEntries(Object.entries(papers[0] ?? {}).filter(([, value]) => value !== null));
}

describe('answers of services', () => {
  it('are read from alphaXiv', async () => {
    const paper = {
      id: '0197aaaa-bbbb-7ccc-8ddd-eeeeffff0000',
      universal_paper_id: '2607.01001',
      title: 'Folding Kites',
      abstract: 'Kites fold.',
      paper_summary: { summary: 'A generated summary.' },
      metrics: { total_votes: 3, public_total_votes: 41, visits_count: { all: 970 } },
      first_publication_date: '2026-07-02T16:24:01.000Z',
      topics: ['cs.CL', 'kites'],
      organization_info: [{ name: 'Kite Lab', image: 'images/kites.png' }],
      authors: ['Ada Clay', 'Bo Ek'],
      github_url: 'https://github.com/kite-lab/folds',
      github_stars: 12,
    };
    expect(await paperIn({ papers: [paper], page: 0 })).toEqual({
      title: 'Folding Kites',
      abstract: 'Kites fold.',
      authorCount: 2,
      date: '2026-07-02',
      upvotes: 41,
      id: '2607.01001',
      url: 'https://arxiv.org/abs/2607.01001',
      authors: ['Ada Clay', 'Bo Ek'],
      organization: 'Kite Lab',
      githubUrl: 'https://github.com/kite-lab/folds',
      githubStars: 12,
    });
  });

  it('are read from Lens', async () => {
    const paper = {
      lens_id: '000-000-000-000-001',
      title: 'Folding Kites',
      authors: [{ first_name: 'Ada', last_name: 'Clay', initials: 'A' }],
      date_published: '2023-04-05T00:00:00.000000+00:00',
      source: { title: 'Journal of Kites', type: 'Journal' },
      external_ids: [
        { type: 'openalex', value: 'W1' },
        { type: 'doi', value: '10.1000/kite.11' },
      ],
      scholarly_citations_count: 5,
    };
    expect(await paperIn({ total: 1, data: [paper], results: 1 })).toEqual({
      title: 'Folding Kites',
      authorCount: 1,
      date: '2023-04-05',
      authors: ['Ada Clay'],
      venue: 'Journal of Kites',
      citationCount: 5,
      doi: '10.1000/kite.11',
    });
  });

  it('are read from DataCite by the date of the paper, not by that of the record', async () => {
    const attributes = {
      titles: [{ title: 'Folding Kites' }],
      publicationYear: 2024,
      dates: [
        { date: '2024', dateType: 'Issued' },
        { date: '2024-06-03T17:00:00Z', dateType: 'Submitted' },
      ],
      created: '2024-06-05T00:00:00Z',
      published: '2024',
    };
    expect(await paperIn({ data: [{ id: '10.1000/1', attributes }] })).toMatchObject({ date: '2024-06-03' });
  });

  it('are read from DOAJ without the day on which the record was changed', async () => {
    const bibjson = {
      title: 'Folding Kites',
      year: '2023',
      link: [{ type: 'fulltext', url: 'https://example.org/60' }],
    };
    expect(await paperIn({ results: [{ last_updated: '2024-06-06T00:00:00Z', bibjson }] })).toEqual({
      title: 'Folding Kites',
      year: 2023,
      url: 'https://example.org/60',
    });
  });

  it('are read from ORCID and the Web of Science, which wrap what they say', async () => {
    const work = {
      title: { title: { value: 'Folding Kites' } },
      'publication-date': { year: { value: '2017' }, month: { value: '05' }, day: { value: '09' } },
      'journal-title': { value: 'Journal of Kites' },
      'external-ids': { 'external-id': [{ 'external-id-type': 'doi', 'external-id-value': '10.1000/kite.1' }] },
    };
    expect(await paperIn({ group: [{ 'work-summary': [work] }] })).toEqual({
      title: 'Folding Kites',
      date: '2017-05-09',
      doi: '10.1000/kite.1',
      venue: 'Journal of Kites',
    });
    const hit = {
      title: 'Folding Kites',
      source: { sourceTitle: 'J KITES', publishYear: 2021 },
      names: { authors: [{ displayName: 'Clay, Ada' }] },
      citations: [{ db: 'WOS', count: 12 }],
    };
    expect(await paperIn({ hits: [hit] })).toEqual({
      title: 'Folding Kites',
      authors: ['Ada Clay'],
      authorCount: 1,
      year: 2021,
      venue: 'J KITES',
      citationCount: 12,
    });
  });

  it('are read from Elasticsearch without taking what is around the paper for its journal', async () => {
    const hits = [{ _index: 'kites', _source: { title: 'Folding Kites', year: 2021 } }];
    expect(await paperIn({ hits: { hits } })).toEqual({ title: 'Folding Kites', year: 2021 });
  });

  it('are read from GraphQL with each author in a node', async () => {
    const node = {
      id: 'https://doi.org/10.1000/k.1',
      title: 'Folding Kites',
      authors: { edges: [{ node: { name: 'Ada Clay' } }, { node: { name: 'Bo Ek' } }] },
    };
    expect(await paperIn({ data: { papers: { edges: [{ cursor: 'a', node }] } } })).toEqual({
      title: 'Folding Kites',
      authors: ['Ada Clay', 'Bo Ek'],
      authorCount: 2,
      doi: '10.1000/k.1',
    });
  });

  it('are read from OpenAIRE and PLOS, which call the title something else', async () => {
    const result = {
      mainTitle: 'Folding Kites',
      descriptions: ['Kites fold.'],
      author: [{ fullName: 'Ada Clay', name: 'Ada', surname: 'Clay' }],
      container: { name: 'Kite Letters' },
      pids: [{ scheme: 'doi', value: '10.1000/k.1' }],
      instances: [{ urls: ['https://example.org/1'] }],
      indicators: { citationImpact: { citationCount: 3 } },
    };
    const expected = {
      title: 'Folding Kites',
      abstract: 'Kites fold.',
      authors: ['Ada Clay'],
      authorCount: 1,
      venue: 'Kite Letters',
      doi: '10.1000/k.1',
    };
    expect(await paperIn({ results: [result] })).toEqual({
      ...expected,
      url: 'https://example.org/1',
      citationCount: 3,
    });
    const doc = {
      id: '10.1000/k.1',
      title_display: 'Folding Kites',
      abstract: ['Kites fold.'],
      author_display: ['Ada Clay'],
      journal: 'Kite Letters',
    };
    expect(await paperIn({ response: { docs: [doc] } })).toEqual(expected);
  });

  it('are read from CiNii by the date of the publication', async () => {
    const item = { title: 'Folding Kites', 'prism:publicationDate': '2018-04-01' };
    expect(await paperIn({ title: 'Results', items: [item] })).toMatchObject({ date: '2018-04-01' });
  });

  it('are read without the day of the record, even if it is in the year of the paper', async () => {
    const bibjson = { title: 'Folding Kites', year: '2023', journal: { title: 'Journal of Kites' } };
    expect(await paperIn({ results: [{ last_updated: '2023-06-06T00:00:00Z', bibjson }] })).toEqual({
      title: 'Folding Kites',
      year: 2023,
      venue: 'Journal of Kites',
    });
  });

  it('are read from Scopus with the number of all authors, though only the first is named', async () => {
    const entry = { 'dc:title': 'Folding Kites', 'dc:creator': 'Clay A.', 'author-count': { '@limit': '100', $: '3' } };
    expect(await paperIn({ 'search-results': { entry: [entry] } })).toEqual({
      title: 'Folding Kites',
      authors: ['A. Clay'],
      authorCount: 3,
    });
  });

  it('are read from Mendeley with the journal, which is called the source', async () => {
    const paper = {
      title: 'Folding Kites',
      year: 2016,
      month: 3,
      day: 9,
      source: 'Journal of Kites',
      volume: '2',
      identifiers: { issn: '1234-5678', doi: '10.1000/kite.9' },
      websites: ['https://example.org/kites/9'],
    };
    expect(await paperIn([paper])).toEqual({
      title: 'Folding Kites',
      date: '2016-03-09',
      venue: 'Journal of Kites',
      volume: '2',
      doi: '10.1000/kite.9',
      url: 'https://example.org/kites/9',
    });
  });

  it('are read with a database as the source, which is no venue', async () => {
    const paper = { title: 'Folding Kites', source: 'PubMed', volume: '2' };
    expect(await paperIn([paper])).toEqual({ title: 'Folding Kites', volume: '2' });
  });

  it('are read from BASE, which writes the names of Dublin Core without a colon', async () => {
    const doc = {
      dctitle: 'Folding Kites',
      dccreator: ['Clay, Ada'],
      dcdate: '2018-07-01',
      dcyear: 2018,
      dclink: 'https://example.org/kites/1',
      dcdoi: ['10.1000/kite.1'],
    };
    expect(await paperIn({ response: { docs: [doc] } })).toEqual({
      title: 'Folding Kites',
      authors: ['Ada Clay'],
      authorCount: 1,
      date: '2018-07-01',
      url: 'https://example.org/kites/1',
      doi: '10.1000/kite.1',
    });
  });

  it('are read from zbMATH and INSPIRE with journal, report number and remarks', async () => {
    const series = { title: 'Journal of Kites', volume: '12' };
    expect(await paperIn({ result: [{ title: { title: 'Folding Kites' }, source: { series: [series] } }] })).toEqual({
      title: 'Folding Kites',
      venue: 'Journal of Kites',
    });
    const metadata = {
      titles: [{ title: 'Folding Kites' }],
      report_numbers: [{ value: 'KITE-21-1' }],
      public_notes: [{ value: '12 pages' }],
    };
    expect(await paperIn({ hits: { hits: [{ created: '2021-02-03T00:00:00Z', metadata }] } })).toEqual({
      title: 'Folding Kites',
      reportNumber: 'KITE-21-1',
      authorComment: '12 pages',
    });
  });

  it('are read from Springer with each creator in an object', async () => {
    const record = {
      title: 'Folding Kites',
      creators: [{ creator: 'Clay, Ada' }, { creator: 'Ek, Bo' }],
      abstract: { h1: 'Abstract', p: 'Kites fold.' },
    };
    expect(await paperIn({ result: [{ total: '1' }], records: [record] })).toMatchObject({
      abstract: 'Kites fold.',
      authors: ['Ada Clay', 'Bo Ek'],
    });
  });

  it('are read from Notion, which says the type of each value', async () => {
    const text = (content: string) => [{ type: 'text', text: { content }, plain_text: content }];
    const properties = {
      Name: { id: 'title', type: 'title', title: text('Folding Kites') },
      Title: { id: 'a', type: 'rich_text', rich_text: text('Folding Kites') },
      Authors: { id: 'b', type: 'rich_text', rich_text: text('Ada Clay, Bo Ek') },
      Published: { id: 'c', type: 'date', date: { start: '2024-06-03', end: null } },
      Venue: { id: 'd', type: 'select', select: { name: 'Kites' } },
    };
    expect(await paperIn({ results: [{ object: 'page', id: 'x', properties }] })).toEqual({
      title: 'Folding Kites',
      authorCount: 2,
      date: '2024-06-03',
      authors: ['Ada Clay', 'Bo Ek'],
      venue: 'Kites',
    });
  });

  it('are read from SerpApi with the line of Google Scholar', async () => {
    const result = {
      title: 'Folding Kites',
      publication_info: { summary: 'A Clay, B Ek - Journal of Kites, 2023 - kites.example.org' },
      inline_links: { cited_by: { total: 12 } },
    };
    expect(await paperIn({ organic_results: [result] })).toEqual({
      title: 'Folding Kites',
      authorCount: 2,
      year: 2023,
      authors: ['A Clay', 'B Ek'],
      venue: 'Journal of Kites',
      citationCount: 12,
    });
  });

  it('are read with the page that people see, not with the answer itself', async () => {
    const links = { self: 'https://example.org/api/records/11', self_html: 'https://example.org/records/11' };
    expect(await paperIn([{ title: 'Folding Kites', links }])).toMatchObject({ url: 'https://example.org/records/11' });
  });

  it('are read from JSON-LD', async () => {
    const article = {
      '@type': 'ScholarlyArticle',
      headline: 'Folding Kites',
      author: [{ '@type': 'Person', name: 'Ada Clay' }],
      isPartOf: { '@type': 'Periodical', name: 'Journal of Kites' },
      sameAs: 'https://doi.org/10.1000/kite.70',
    };
    expect(await paperIn({ '@context': 'https://schema.org', '@graph': [article] })).toMatchObject({
      title: 'Folding Kites',
      authors: ['Ada Clay'],
      venue: 'Journal of Kites',
      doi: '10.1000/kite.70',
    });
  });

  it('are read without the feed itself, which a converter of feeds puts beside its items', async () => {
    const feed = {
      title: 'cs.CL updates on arXiv.org',
      link: 'https://arxiv.org',
      author: 'arXiv',
      description: 'News',
    };
    const item = { title: 'Folding Kites', author: 'Ada Clay', link: 'https://arxiv.org/abs/2607.01001' };
    expect(await paperIn({ status: 'ok', feed, items: [item] })).toMatchObject({ title: 'Folding Kites' });
  });

  it('are read from OpenCitations without the identifiers behind names', async () => {
    const answer = {
      id: 'doi:10.1000/kite.1 openalex:W1 omid:br/1',
      title: 'Folding Kites',
      author: 'Clay, Ada [orcid:0000-0000-0000-0001 omid:ra/1]; Ek, Bo [omid:ra/2]',
      pub_date: '2024-05-06',
      venue: 'Kite Letters [issn:1234-5678 omid:br/2]',
    };
    expect(await paperIn([answer])).toEqual({
      title: 'Folding Kites',
      authorCount: 2,
      date: '2024-05-06',
      authors: ['Ada Clay', 'Bo Ek'],
      doi: '10.1000/kite.1',
      venue: 'Kite Letters',
    });
  });

  it('are read from figshare with the page, and from SSRN with the day of its approval', async () => {
    const [url, page] = ['https://api.figshare.com/v2/articles/1', 'https://figshare.com/articles/1'];
    expect(await paperIn([{ title: 'Folding Kites', url, url_public_html: page }])).toMatchObject({ url: page });
    const paper = { title: 'Folding Kites', approved_date: '06 May 2024' };
    expect(await paperIn({ total: 1, papers: [paper] })).toMatchObject({ date: '2024-05-06' });
  });

  it('are read from NASA, with the journal in an object, and from ERIC, with the year', async () => {
    const publications = [{ doi: '10.1000/kite.1', publicationName: 'Kite Letters' }];
    expect(await paperIn({ results: [{ title: 'Folding Kites', publications }] })).toEqual({
      title: 'Folding Kites',
      venue: 'Kite Letters',
      doi: '10.1000/kite.1',
    });
    const doc = { title: 'Folding Kites', publicationdateyear: 2024 };
    expect(await paperIn({ response: { docs: [doc] } })).toMatchObject({ year: 2024 });
  });

  it('are read from Mendeley with the journal, though no volume is known', async () => {
    const paper = { title: 'Folding Kites', source: 'Kite Letters', identifiers: { doi: '10.1000/kite.1' } };
    expect(await paperIn([paper])).toMatchObject({ venue: 'Kite Letters', doi: '10.1000/kite.1' });
  });

  it('are read from AMiner with abstract and venue, which it wraps', async () => {
    const paper = {
      title: 'Folding Kites',
      indexed_abstract: { IndexLength: 2, InvertedIndex: { Kites: [0], fold: [1] } },
      venue: { raw: 'Kite Conference', id: 5 },
    };
    expect(await paperIn([paper])).toEqual({
      title: 'Folding Kites',
      abstract: 'Kites fold',
      venue: 'Kite Conference',
    });
  });

  it("are read from what feedparser makes of arXiv's feed", async () => {
    const entry = {
      title: 'Folding Kites',
      link: 'https://arxiv.org/abs/2607.01001',
      summary: 'arXiv:2607.01001v1 Announce Type: new \nAbstract: Kites fold.',
    };
    expect(await paperIn({ bozo: false, entries: [entry] })).toMatchObject({
      abstract: 'Kites fold.',
      id: '2607.01001',
    });
  });

  it('are read with the page on Hugging Face, and with comments that are counted or called a text', async () => {
    const paper = {
      title: 'Folding Kites',
      hf_url: 'https://huggingface.co/papers/2607.01001',
      comments: '2 comments',
    };
    expect(await paperIn([paper])).toEqual({
      title: 'Folding Kites',
      commentCount: 2,
      id: '2607.01001',
      url: 'https://huggingface.co/papers/2607.01001',
    });
    expect(await paperIn([{ title: 'Folding Kites', 'arxiv:comment': { '#text': '12 pages' } }])).toMatchObject({
      authorComment: '12 pages',
    });
  });

  it('are read from HAL in the first language', async () => {
    const doc = {
      title_s: ['Folding Kites', 'Plier des cerfs-volants'],
      abstract_s: ['Kites fold.', 'Ils se plient.'],
      producedDateY_i: 2024,
      conferenceTitle_s: 'Kites and Strings',
    };
    expect(await paperIn({ response: { numFound: 1, docs: [doc] } })).toEqual({
      title: 'Folding Kites',
      abstract: 'Kites fold.',
      year: 2024,
      venue: 'Kites and Strings',
    });
  });

  it('are read from bioRxiv with the DOI of the preprint, whether it was published or not', async () => {
    for (const published of ['NA', '10.1000/published.1']) {
      const preprint = { title: 'Folding Kites', doi: '10.1101/2024.05.31.590001', date: '2024-06-02', published };
      expect(await paperIn({ messages: [{ status: 'ok' }], collection: [preprint] })).toEqual({
        title: 'Folding Kites',
        date: '2024-06-02',
        doi: '10.1101/2024.05.31.590001',
      });
    }
  });

  it('are read from the published articles of bioRxiv', async () => {
    const article = {
      biorxiv_doi: '10.1101/2024.05.31.590001',
      published_doi: '10.1000/published.1',
      published_journal: 'Journal of Kites',
      preprint_title: 'Folding Kites',
      preprint_authors: 'Clay, A.; Ek, B. C.',
      preprint_abstract: 'Kites fold.',
      preprint_date: '2024-06-02',
      published_date: '2024-09-10',
    };
    expect(await paperIn({ collection: [article] })).toEqual({
      title: 'Folding Kites',
      abstract: 'Kites fold.',
      authorCount: 2,
      date: '2024-09-10',
      authors: ['A. Clay', 'B. C. Ek'],
      venue: 'Journal of Kites',
      doi: '10.1000/published.1',
    });
  });

  it('are read from a paper of Hugging Face without its comments', async () => {
    const comments = [{ id: 'c1', content: 'Nice kites!', author: { name: 'bo' } }];
    const paper = await paperIn({ id: '2607.01001', title: 'Folding Kites', upvotes: 4, comments });
    expect(paper).not.toHaveProperty('authorComment');
  });

  it('are read from OpenReview without authors while these are anonymous', async () => {
    const content = { title: 'Folding Kites', authors: ['Anonymous'], abstract: 'Kites fold.' };
    const paper = await paperIn({ notes: [{ id: 'aKite12345', forum: 'aKite12345', content }] });
    expect(paper).not.toHaveProperty('authors');
    expect(paper).not.toHaveProperty('authorCount');
  });

  it.each(['0001-01-01T00:00:00Z', 'Mon, 01 Jan 0001 00:00:00 +0000', '0000-00-00'])(
    'have no date if %s stands for none',
    async (date) => {
      expect(await paperIn([{ title: 'Folding Kites', date }])).toEqual({ title: 'Folding Kites' });
    },
  );
});
