import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/paper/paper.ts';
import { printers } from '../printers/arxiv-page.ts';
import { type ArxivPaper, arxivPapers, foundRecord, listedRecord } from '../printers/arxiv-page-papers.ts';
import { readListing } from '../read-listing.ts';

const day = '2026-07-03';
const kinds = {
  new: (papers: readonly ArxivPaper[]) => papers.map((paper) => listedRecord(paper, day, true)),
  recent: (papers: readonly ArxivPaper[]) => papers.map((paper) => listedRecord(paper, day, false)),
  search: (papers: readonly ArxivPaper[]) => papers.map(foundRecord),
};
const forms = (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) =>
  Object.keys(printers).map((form): [keyof typeof kinds, string] => [kind, form]),
);

function print(kind: keyof typeof kinds, form: string, papers: readonly ArxivPaper[]): string {
  const printer = printers[form];
  if (printer === undefined) throw new Error(form);
  return printer(kind, papers, day);
}

describe('random papers printed as pages of arXiv', () => {
  it.each(forms)('are read back from a page %s as %s', { timeout: 120_000 }, async (kind, form) => {
    await fc.assert(
      fc.asyncProperty(arxivPapers(6, 12), async (papers) => {
        const { format, papers: read, lines } = await readListing(print(kind, form, papers));
        expect(format).toBe(form === 'html' ? 'html' : 'arxiv-page');
        expect(read).toEqual(kinds[kind](papers));
        expect(lines.unrecognized).toBe(0);
      }),
      { numRuns: 8 },
    );
  });
});

const withoutLine = (lines: readonly string[], at: number) => lines.filter((_, index) => index !== at);
const damages: [string, (lines: readonly string[], at: number) => string[]][] = [
  ['a lost line', withoutLine],
  ['a doubled line', (lines, at) => lines.flatMap((line, index) => (index === at ? [line, line] : [line]))],
  [
    'a line cut in half',
    (lines, at) => lines.map((line, index) => (index === at ? line.slice(0, Math.ceil(line.length / 2)) : line)),
  ],
];

/** Papers of the first list that the second lacks. */
const missing = (papers: readonly Paper[], others: readonly Paper[]) => {
  const known = new Set(others.map((paper) => JSON.stringify(paper)));
  return papers.filter((paper) => !known.has(JSON.stringify(paper)));
};

describe('damaged pages of arXiv', () => {
  it.each(damages)('%s changes only its own entry, or is reported', { timeout: 120_000 }, async (_name, damage) => {
    const [papers = []] = fc.sample(arxivPapers(4, 4), { numRuns: 1, seed: 7 });
    for (const form of ['browser', 'w3m', 'lynx', 'page reader']) {
      const lines = print('new', form, papers).split('\n');
      const whole = await readListing(lines.join('\n'));
      for (const at of lines.keys()) {
        const reading = await readListing(damage(lines, at).join('\n'));
        if (reading.diagnostics.length > whole.diagnostics.length) continue;
        const where = `${form}, line ${at + 1}: ${lines[at]}`;
        expect([where, reading.papers.length]).toEqual([where, whole.papers.length]);
        expect([where, missing(whole.papers, reading.papers).length <= 1]).toEqual([where, true]);
      }
    }
  });
});
