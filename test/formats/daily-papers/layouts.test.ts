import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../src/paper/paper.ts';
import { capturedOn, sitePapers } from '../../daily-papers-papers.ts';
import { layouts } from '../../printers/daily-papers.ts';
import { printedDay, recordOf } from '../../printers/daily-papers-page.ts';
import { readListing } from '../../read-listing.ts';

const search = { abstract: true, authors: 'either', date: true, upvotes: true, comments: 'comments' } as const;

const core = ({ title, abstract, authorCount, date, upvotes }: Paper) => ({
  title,
  abstract,
  authorCount,
  date,
  upvotes,
});

const fixture = (file: string) => readFileSync(new URL(`../../../fixtures/daily-papers/${file}`, import.meta.url));

/** The papers in a response of the site's API, and in the data of a saved page. */
const entries = sitePapers.map(
  ({ id, title, paragraphs, authors, date, upvotes, comments, submittedBy, ...paper }) => ({
    paper: {
      id,
      title,
      summary: paragraphs.join('\n'),
      authors: authors.map((name) => ({ name, hidden: false })),
      publishedAt: `${date}T09:30:00.000Z`,
      upvotes,
      ...(paper.github !== null && { githubRepo: paper.github.url, githubStars: paper.github.stars }),
      ...(paper.organization !== null && {
        organization: { name: paper.organization.slug, fullname: paper.organization.name },
      }),
    },
    numComments: comments,
    submittedBy: { name: submittedBy, fullname: submittedBy, user: submittedBy },
  }),
);

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A saved page, with its embedded data or only its visible text. */
function savedPage(hasData: boolean): string {
  const cards = sitePapers.map(({ id, title, paragraphs, authors, organization, upvotes, comments, date }) => {
    const votes = `<a href="/login?next=%2Fpapers%2F${id}"><div>${upvotes === 0 ? '-' : upvotes}</div></a>`;
    const heading = `<h3><a href="/papers/${id}">${escaped(title)}</a></h3>`;
    const text = `<a href="/papers/${id}"><p>${escaped(paragraphs.join(' '))}</p></a>`;
    const who =
      organization === null
        ? `<a href="/papers/${id}"><ul><li>${authors.length} authors</li></ul></a>`
        : `<a href="/${organization.slug}"><img alt="${organization.slug}">${escaped(organization.name)}</a>`;
    const count = comments === 0 ? '' : `<a href="/papers/${id}#community">${comments}</a>`;
    const day = `<time>${printedDay(date, capturedOn)}</time>`;
    return `<article>${votes}${heading}${text}<div>${who}<div>·</div>${day}${count}</div></article>`;
  });
  const data = hasData ? ` data-props="${escaped(JSON.stringify({ dailyPapers: entries }))}"` : '';
  return `<!doctype html><html><head><title>Daily Papers - Hugging Face</title></head><body>
<main><div data-target="DailyPapers"${data}><h1>Daily Papers</h1><h2>by<a href="/akhaliq">AK</a> and the research community</h2>
${cards.join('\n')}</div></main></body></html>`;
}

/** If all authors are named, they are counted, also for papers of organizations. */
const named = sitePapers.map((paper) => ({
  ...core(recordOf(paper, search, capturedOn)),
  authorCount: paper.authors.length,
}));

describe('the same twelve papers in all layouts', () => {
  it.each([
    ['an answer of the API', 'json', JSON.stringify(entries)],
    ['the data of a saved page', 'html', savedPage(true)],
  ])('reads the same core records from %s', async (_name, format, input) => {
    const reading = await readListing(input);
    expect(reading.format).toBe(format);
    expect(reading.papers.map(core)).toEqual(named);
  });

  it('reads the same core records from a saved page that lost its data', async () => {
    const reading = await readListing(savedPage(false));
    expect(reading.format).toBe('html');
    expect(reading.papers.map(core)).toEqual(sitePapers.map((paper) => core(recordOf(paper, search, capturedOn))));
  });

  it.each([
    'bare-urls.md',
    'browser.txt',
    'elinks.txt',
    'inline-links.md',
    'links.txt',
    'lynx-nolist.txt',
    'lynx.txt',
    'pandoc-plain.txt',
    'reference-links-defined.md',
    'reference-links.md',
    'split-links.md',
    'split-reference-links.md',
    'text-nodes.txt',
    'trending-browser.txt',
    'trending-headings.md',
    'trending-lynx.txt',
    'trending-text-nodes.txt',
    'trending-w3m.txt',
    'trending-wrapped-links.md',
    'w3m-link-numbers.txt',
    'w3m.txt',
    'wrapped-links.md',
  ])('reads the same core records from %s', async (file) => {
    const { papers } = await readListing(fixture(file));
    expect(papers.map(core)).toEqual(sitePapers.map((paper) => core(recordOf(paper, search, capturedOn))));
  });

  it.each(Object.entries(layouts))('reads papers back from the layout %s', async (_name, layout) => {
    const { papers, lines } = await readListing(layout.print(sitePapers, capturedOn));
    expect(papers).toEqual(sitePapers.map((paper) => recordOf(paper, layout.shown, capturedOn)));
    expect(lines.unrecognized).toBe(0);
  });

  it('reads the same records from a file with Windows line endings', async () => {
    for (const layout of Object.values(layouts)) {
      const text = layout.print(sitePapers, capturedOn).replaceAll('\n', '\r\n');
      const { papers } = await readListing(text);
      expect(papers).toEqual(sitePapers.map((paper) => recordOf(paper, layout.shown, capturedOn)));
    }
  });

  it('reads pages in all layouts from one stream', async () => {
    const pages = Object.values(layouts);
    const text = pages.map((layout) => layout.print(sitePapers, capturedOn)).join('');
    const { papers } = await readListing(text, { formatIn: 'daily-papers' });
    expect(papers).toEqual(
      pages.flatMap((layout) => sitePapers.map((paper) => recordOf(paper, layout.shown, capturedOn))),
    );
  });

  it('does not read pages as labelled blocks if notes with labels are above them', async () => {
    const notes = '---\nurl: https://huggingface.co/papers\ntitle: Daily Papers of the Harbour\n---\n\n';
    for (const layout of Object.values(layouts)) {
      const page = notes + layout.print(sitePapers, capturedOn);
      const { format, papers } = await readListing(`${page}\n${page}`);
      expect([format, papers.length]).toEqual(['daily-papers', 2 * sitePapers.length]);
    }
  });
});
