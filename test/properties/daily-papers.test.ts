import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SitePaper } from '../daily-papers-papers.ts';
import { layouts } from '../printers/daily-papers.ts';
import { recordOf } from '../printers/daily-papers-page.ts';
import { pages } from '../printers/random-papers.ts';
import { readListing } from '../read-listing.ts';

const capturedOn = '2026-10-02';

/** Papers of which exactly those with an organization lose their row in the plain layout. */
async function expectReadBack(name: keyof typeof layouts, papers: readonly SitePaper[]): Promise<void> {
  const layout = layouts[name];
  const text = layout.print(papers, capturedOn);
  const reading = await readListing(text, { asOf: capturedOn });
  expect(reading.papers).toEqual(papers.map((paper) => recordOf(paper, layout.shown, capturedOn)));
  expect(reading.lines.unrecognized).toBe(0);
}

describe('random papers printed as pages', () => {
  it('are read back from the plain layout, with and without metadata rows, with one to three paragraphs', {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(pages(3), (papers) => expectReadBack('plain', papers)),
      { numRuns: 1000 },
    );
  });

  const others = Object.keys(layouts).filter((name) => name !== 'plain') as (keyof typeof layouts)[];
  it.each(others)('are read back from the layout %s', { timeout: 300_000 }, async (name) => {
    await fc.assert(
      fc.asyncProperty(pages(1), (papers) => expectReadBack(name, papers)),
      { numRuns: 200 },
    );
  });
});
