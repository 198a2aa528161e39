import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

const titles = async (answer: unknown) => (await readListing(JSON.stringify(answer))).papers.map(({ title }) => title);

describe('objects inside a paper', () => {
  const topic = { display_name: 'Kites' };

  it('are not read as papers if the title of the paper is null', async () => {
    const untitled = { id: 'https://openalex.org/W1', title: null, primary_topic: topic, keywords: [topic] };
    expect(await titles({ results: [untitled, { title: 'A kite', primary_topic: topic }] })).toEqual(['A kite']);
  });

  it('are not read as papers if the paper has no title and refers to others', async () => {
    const untitled = { DOI: '10.1000/1', reference: [{ 'article-title': 'An older kite' }] };
    expect(await titles({ message: { items: [untitled, { DOI: '10.1000/2', title: ['A kite'] }] } })).toEqual([
      'A kite',
    ]);
  });

  it('are not read as papers if they are reviews', async () => {
    const note = { id: 'aKite12345', forum: 'aKite12345', content: { title: { value: 'A kite' } } };
    const review = {
      id: 'aReview123',
      forum: 'aKite12345',
      replyto: 'aKite12345',
      content: { title: 'Official Review' },
    };
    expect(await titles({ notes: [note, review] })).toEqual(['A kite']);
  });
});

describe('what is beside a list of papers', () => {
  const papers = [{ title: 'A kite', authors: ['Ada Clay'] }];

  it('is no paper if it has only a title, before the list and after it', async () => {
    const years = [{ id: '2024', title: '2024', count: 12 }];
    const orders = [{ value: 'mostrecent', title: 'Most Recent' }];
    expect(await titles({ data: papers, meta: { published: years }, sort_options: orders })).toEqual(['A kite']);
    expect(await titles({ facets: { years }, hits: { hits: papers } })).toEqual(['A kite']);
  });

  it('is a paper if it has more, or if no paper has', async () => {
    expect(await titles({ papers, trending: [{ title: 'A bell', year: 2024 }] })).toEqual(['A kite', 'A bell']);
    expect(await titles({ papers: [{ title: 'A kite' }], trending: [{ title: 'A bell' }] })).toEqual([
      'A kite',
      'A bell',
    ]);
  });
});

it("reads no papers from the files and notes in Zotero's library", async () => {
  const item = { itemType: 'journalArticle', title: 'A kite', creators: [{ firstName: 'Ada', lastName: 'Clay' }] };
  const file = { itemType: 'attachment', title: 'Full Text PDF', url: 'https://example.org/kite.pdf' };
  const note = { itemType: 'note', note: '<p>Windy</p>' };
  const wrapped = [item, file, note].map((data, index) => ({ key: `AAAA000${index}`, data }));
  for (const listing of [[item, file, note], { items: [item, file, note] }, wrapped]) {
    for (const text of [JSON.stringify(listing), JSON.stringify(listing, null, 2)]) {
      const { papers, diagnostics } = await readListing(text);
      expect(papers).toMatchObject([{ title: 'A kite', authors: ['Ada Clay'] }]);
      expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    }
  }
});

it('reads no paper from an answer without any, which has a title', async () => {
  for (const indent of [0, 2]) {
    const { papers, diagnostics } = await readListing(
      JSON.stringify({ title: 'Daily papers', authors: [{ name: 'Ada Clay' }], items: [] }, null, indent),
    );
    expect([papers, diagnostics]).toEqual([[], []]);
  }
});

it('reads the title of a paper, not that of the publication in which it appeared', async () => {
  const paper = { title: 'A kite', authors: ['Ada Clay'], publication: { title: 'Journal of Kites', year: 2024 } };
  expect((await readListing(JSON.stringify([paper]))).papers).toMatchObject([
    { title: 'A kite', venue: 'Journal of Kites', year: 2024 },
  ]);
});

it('reads the names of papers as their titles, but not those of groups', async () => {
  const kite = { authors: 'Ada Clay', url: 'https://arxiv.org/abs/2607.01001' };
  const group = { description: 'All about bells', authors: 'Bo Ek', papers: [{ title: 'A bell' }] };
  expect(await titles({ 'A kite': kite, 'A lamp': { ...kite, url: 'https://example.org/lamp' } })).toEqual([
    'A kite',
    'A lamp',
  ]);
  expect(await titles({ 'Bells and more': group })).toEqual(['A bell']);
});

it('reads the title of a paper, not that of its source', async () => {
  const paper = { title: 'A kite', source: { title: 'Journal of Kites', type: 'Journal' } };
  expect((await readListing(JSON.stringify([paper]))).papers).toMatchObject([
    { title: 'A kite', venue: 'Journal of Kites' },
  ]);
});

it.each([
  'doi:10.1000/1',
  'DOI: 10.1000/1',
  'DOI 10.1000/1',
  'doi: 10.1000/1; 10.1000/2',
  'doi.org/10.1000/1',
  'https://dx.doi.org/10.1000%2F1',
  'DOI: https://doi.org/10.1000/1.',
  'https://doi.org/doi:10.1000/1',
  'info:doi/10.1000/1',
  'urn:doi:10.1000/1',
])('reads the DOI %s without its prefix', async (doi) => {
  const { papers } = await readListing(JSON.stringify([{ title: 'A kite', doi }]));
  expect(papers[0]?.doi).toBe('10.1000/1');
});

it('reads the first of several DOIs', async () => {
  const { papers } = await readListing(JSON.stringify([{ title: 'A kite', doi: '10.1000/1 10.1000/2' }]));
  expect(papers[0]?.doi).toBe('10.1000/1');
});

it('decodes the entities in a DOI', async () => {
  const { papers } = await readListing(JSON.stringify([{ title: 'A kite', doi: '10.1000/(SICI)1&lt;2::AID3&gt;4.0' }]));
  expect(papers[0]?.doi).toBe('10.1000/(SICI)1<2::AID3>4.0');
});

it("removes DBLP's full stop from a title without address or access", async () => {
  const info = { authors: { author: { '@pid': '1/2', text: 'Ada Clay' } }, title: 'A kite.', key: 'journals/k/C24' };
  expect(await titles({ result: { hits: { hit: [{ info }] } } })).toEqual(['A kite']);
});

it('reads the name of an object with authors as its title', async () => {
  expect(await titles([{ name: 'A kite', creators: 'Ada Clay, Bo Ek' }])).toEqual(['A kite']);
});

it('reads an identifier that says `arXiv` as the page on arXiv, with or without votes', async () => {
  const { papers } = await readListing(JSON.stringify([{ id: 'arXiv:2601.06661', title: 'A kite', likes: 3 }]));
  expect(papers[0]?.url).toBe('https://arxiv.org/abs/2601.06661');
});

it('reads text that a table folds away unchanged', async () => {
  const row = String.raw`| **[A kite](https://arxiv.org/abs/2601.06661)** | 2026-01-02 | <details><summary>Show</summary><p>Let \(k\) fly *so* high.</p></details> |`;
  const { papers } = await readListing(`| **Title** | **Date** | **Abstract** |\n| --- | --- | --- |\n${row}\n`);
  expect(papers[0]?.abstract).toBe(String.raw`Let \(k\) fly *so* high.`);
});

describe('Markdown tables', () => {
  it('reads authors below the title, and skips pictures above it', async () => {
    const star = '[![Star](https://img.shields.io/github/stars/fog/kite)](https://github.com/fog/kite)';
    const { papers } = await readListing(
      `| Title & Authors | Links |\n|:--|:--|\n` +
        `| ${star}<br>[**Kites: A Survey**](https://arxiv.org/abs/2601.06661) <br> Ada Clay, Bo Ek | none |\n` +
        `| [**Ponds**](https://arxiv.org/abs/2601.06662)<br>*Cy Fox* | none |\n` +
        `| [Fog<br>and Mist](https://arxiv.org/abs/2601.06663) | none |\n`,
    );
    expect(papers).toMatchObject([
      { title: 'Kites: A Survey', authors: ['Ada Clay', 'Bo Ek'] },
      { title: 'Ponds', authors: ['Cy Fox'], id: '2601.06662' },
      { title: 'Fog and Mist', authorCount: null },
    ]);
  });

  it('reads a table directly after another one', async () => {
    const table = (title: string) => `| Title | Venue |\n|---|---|\n| ${title} | Icarus |\n\n`;
    const { papers } = await readListing(table('A kite') + table('A pond'));
    expect(papers.map(({ title }) => title)).toEqual(['A kite', 'A pond']);
  });
});

describe('the answer of a page reader', () => {
  const page = Array.from(
    { length: 12 },
    (_, index) => `- [Kites, part ${index}](https://arxiv.org/abs/2406.000${index + 10})\n`,
  ).join('\n');
  const metadata = { title: 'Daily Papers', description: 'New papers', sourceURL: 'https://example.org/papers' };

  it.each([
    ['markdown', { success: true, data: { markdown: page, metadata } }],
    ['content', { data: { ...metadata, content: page } }],
    ['text', { text: page }],
    ['a text in a list', { results: [{ url: 'https://example.org/papers', raw_content: page }] }],
    ['a string', page],
    ['the text of a crawl', { data: [{ markdown: page, metadata }] }],
  ])('is read as the page if it lists papers: %s', async (_, answer) => {
    for (const indent of [0, 2]) {
      const text = JSON.stringify(answer, null, indent);
      const { papers, starts, diagnostics, lines } = await readListing(text);
      expect(papers).toHaveLength(12);
      expect(papers[3]).toMatchObject({ title: 'Kites, part 3', id: '2406.00013' });
      expect(text.split('\n')[(starts[3] ?? 0) - 1]).toMatch(/[{"]/);
      expect([diagnostics, lines.unrecognized]).toEqual([[], 0]);
    }
  });

  it.each([
    ['a page of Hugging Face without links', 'daily-papers/lynx-nolist'],
    ['a page of arXiv', 'arxiv-page/recent-browser'],
    ['a mail of arXiv', 'arxiv-listing/daily'],
    ['the page of one paper', 'paper-page/browser'],
    ['results of Google Scholar', 'results-page/google-scholar'],
  ])('is read like the page itself: %s', async (_, name) => {
    const text = readFileSync(`fixtures/${name}.txt`, 'utf8');
    const { papers } = await readListing(JSON.stringify({ data: { title: 'Papers', text } }));
    expect(papers).toEqual(JSON.parse(readFileSync(`fixtures/${name}.json`, 'utf8')));
  });

  it('is no paper if the page is not text', async () => {
    const { papers, diagnostics } = await readListing(JSON.stringify({ ...metadata, html: `<p>\n${page}` }));
    expect([papers, diagnostics]).toMatchObject([[], [{ code: 'no-titles', message: expect.stringContaining('jq') }]]);
  });

  it('is a paper if it does not', async () => {
    const post = {
      title: 'On Kites',
      content: `${'A line of the text.\n'.repeat(40)}See https://arxiv.org/abs/2406.00001`,
    };
    expect(await titles([post])).toEqual(['On Kites']);
  });
});

describe('JSON in a string', () => {
  const json = JSON.stringify([{ title: 'A kite', authors: ['Ada Clay'] }, { title: 'A bell' }]);

  it.each([
    ['alone', json],
    ['as the body of an answer', { statusCode: 200, body: json }],
    ['in what a browser recorded', { log: { entries: [{ request: {}, response: { content: { text: json } } }] } }],
  ])('is read %s', async (_, answer) => {
    expect(await titles(answer)).toEqual(['A kite', 'A bell']);
  });

  it('is not read beside the title of a paper', async () => {
    expect(await titles([{ title: 'A lamp', topics: json }])).toEqual(['A lamp']);
  });
});
