import { describe, expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';

const page = (rows: string, authors = 'Ada Clay,\nBo Ek') =>
  `Hugging Face\nCommunity\nPapers\narxiv:2405.00017\nOn Kites: A Long\n  Study\n${rows}\nAuthors:\n${authors}\n` +
  'Abstract\nKites fly.\nAI-generated summary\nWe fly kites\n(\nof paper\n) and find that they fly\n, mostly.\n' +
  'View arXiv page\nView PDF\nAdd to collection\nCommunity\nbot\nMay 15, 2024\nOn Ponds (2024)\nModels citing this paper 0\n';

describe('the page of one paper on Hugging Face', () => {
  it('reads the abstract, not the summary above it', () => {
    const { format, papers, diagnostics, lines } = readListingNow(page('Published on May 13, 2024\nUpvote\n\n7'));
    expect(format).toBe('paper-page');
    expect(papers).toEqual([
      {
        title: 'On Kites: A Long Study',
        abstract: 'We fly kites (of paper) and find that they fly, mostly.',
        authorCount: 2,
        date: '2024-05-13',
        upvotes: 7,
        id: '2405.00017',
        url: 'https://huggingface.co/papers/2405.00017',
        authors: ['Ada Clay', 'Bo Ek'],
      },
    ]);
    expect(diagnostics).toEqual([]);
    expect(lines.unrecognized).toBe(0);
  });

  it('counts authors that are not shown', () => {
    const { papers } = readListingNow(page('Published on May 13, 2024\nUpvote\n-', 'Ada Clay,\nBo Ek,\n+22 authors'));
    expect(papers).toMatchObject([{ authorCount: 24, authors: ['Ada Clay', 'Bo Ek'], upvotes: 0 }]);
  });

  it('infers the year of days without one', () => {
    const { papers, diagnostics } = readListingNow(
      page('Published on May 13\n·\nSubmitted by\nmoth\non May 14\nUpvote\n7'),
    );
    expect(papers).toMatchObject([
      { date: '2024-05-13', dateInferred: true, announced: '2024-05-14', submittedBy: 'moth' },
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['year-inferred', 'year-inferred']);
  });

  it('reads several pages in one file', () => {
    const text = page('Published on May 13, 2024\nUpvote\n7');
    const { papers } = readListingNow(text + text.replace('2405.00017', '2406.00018').replace('Kites:', 'Ponds:'));
    expect(papers).toMatchObject([
      { title: 'On Kites: A Long Study', id: '2405.00017' },
      { title: 'On Ponds: A Long Study', id: '2406.00018' },
    ]);
  });

  it('takes the title from the name of the page, and the identifier from its address', () => {
    const { papers } = readListingNow(
      '---\ntitle: "Paper page - On Kites"\nsource: "https://huggingface.co/papers/2405.00017"\nauthor:\n---\n\n' +
        '## Abstract\n\nWe fly [kites](https://huggingface.co/papers?q=kites) and [ponds](https://huggingface.co/papers?q=p).\n\n' +
        '### Community\n\n## Models citing this paper 5\n',
    );
    expect(papers).toMatchObject([{ title: 'On Kites', id: '2405.00017', abstract: 'We fly kites and ponds.' }]);
  });

  it('reports a page without a title', () => {
    const { papers, diagnostics } = readListingNow(
      'arxiv:2405.00017\nPublished on May 13, 2024\nAbstract\nWe fly kites.\nView arXiv page\n',
    );
    expect(papers).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'missing-title', line: 1 }]);
  });

  it('reads a saved page without embedded data', () => {
    const { format, papers } = readListingNow(
      '<!doctype html><html><head><title>Paper page - On Kites</title></head><body><main><a href="/papers">Papers</a>' +
        '<div>arxiv:2405.00017</div><h1>On Kites</h1><div>Published on May 13, 2024</div><div>· Submitted by ' +
        '<a href="/moth"><img src="/a.png" alt="">moth</a> on May 14, 2024</div><a href="/login?next=x">Upvote <b>7</b></a>' +
        '<div>Authors: <a href="/ada">Ada Clay</a>, <span>Bo Ek</span></div><h2>Abstract</h2><p>We fly ' +
        '<a href="/papers?q=kites">kites</a>.</p><a href="https://arxiv.org/abs/2405.00017">View arXiv page</a>' +
        '<a href="https://github.com/ada/kites">GitHub <span>131</span></a><h3>Community</h3>' +
        '<ul><li><a href="https://huggingface.co/papers/2308.00001">On Ponds</a> (2023)</li></ul></main></body></html>\n',
    );
    expect(format).toBe('html');
    expect(papers).toMatchObject([
      {
        title: 'On Kites',
        abstract: 'We fly kites.',
        authors: ['Ada Clay', 'Bo Ek'],
        upvotes: 7,
        submittedBy: 'moth',
        githubUrl: 'https://github.com/ada/kites',
        githubStars: 131,
      },
    ]);
  });
});
