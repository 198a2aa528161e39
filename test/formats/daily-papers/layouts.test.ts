import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../src/paper.ts';
import { capturedOn, sitePapers } from '../../daily-papers-papers.ts';
import { layouts } from '../../printers/daily-papers.ts';
import { recordOf } from '../../printers/daily-papers-page.ts';
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

describe('the same twelve papers', () => {
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
  ])('give the same core records in %s', async (file) => {
    const { papers } = await readListing(fixture(file));
    expect(papers.map(core)).toEqual(sitePapers.map((paper) => core(recordOf(paper, search, capturedOn))));
  });

  it.each(Object.entries(layouts))('are read back as printed in the layout %s', async (_name, layout) => {
    const { papers, lines } = await readListing(layout.print(sitePapers, capturedOn));
    expect(papers).toEqual(sitePapers.map((paper) => recordOf(paper, layout.shown, capturedOn)));
    expect(lines.unrecognized).toBe(0);
  });

  it('are the same records when the file has Windows line endings', async () => {
    for (const layout of Object.values(layouts)) {
      const text = layout.print(sitePapers, capturedOn).replaceAll('\n', '\r\n');
      const { papers } = await readListing(text);
      expect(papers).toEqual(sitePapers.map((paper) => recordOf(paper, layout.shown, capturedOn)));
    }
  });

  it('are read page by page when pages in all layouts stand in one stream', async () => {
    const pages = Object.values(layouts);
    const text = pages.map((layout) => layout.print(sitePapers, capturedOn)).join('');
    const { papers } = await readListing(text, { formatIn: 'daily-papers' });
    expect(papers).toEqual(
      pages.flatMap((layout) => sitePapers.map((paper) => recordOf(paper, layout.shown, capturedOn))),
    );
  });
});
