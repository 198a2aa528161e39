import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../src/paper/paper.ts';
import type { SitePaper } from '../../daily-papers-papers.ts';
import { layouts } from '../../printers/daily-papers.ts';
import { recordOf } from '../../printers/daily-papers-page.ts';
import { readListing } from '../../read-listing.ts';

// Real listings are not part of this repository; they are tested if they are next to the clone.
const folder = fileURLToPath(new URL('../../../../shared/listings/huggingface', import.meta.url));
const files = existsSync(folder) ? readdirSync(folder) : [];
const names = files.filter((file) => file.endsWith('.expected.json')).map((file) => file.replace('.expected.json', ''));

const recordsOf = (name: string): Paper[] => JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));

describe.skipIf(names.length === 0)(`real listings in ${folder}`, () => {
  it.each(names.length === 0 ? ['none'] : names)(
    'reads the known records of %s, and leaves no line unrecognized',
    async (name) => {
      const listing = files.find((file) => file.startsWith(`${name}.`) && !file.endsWith('.json')) ?? '';
      const reading = await readListing(readFileSync(join(folder, listing)));
      expect(reading.format).toBe('daily-papers');
      expect(reading.papers).toHaveLength(recordsOf(name).length);
      expect(reading.papers).toMatchObject(recordsOf(name));
      expect(reading.lines.unrecognized).toBe(0);
    },
  );

  it.each(Object.entries(layouts))('reads real papers back from the layout %s', async (_name, layout) => {
    const papers = names.flatMap(recordsOf).flatMap((record, index): SitePaper[] => {
      if (record.abstract === null) return [];
      const month = String(1 + (index % 9)).padStart(2, '0');
      const organization = index % 5 === 0 ? { name: record.organization ?? 'Fern Lab', slug: 'fern' } : null;
      return [
        {
          id: `${20 + (index % 7)}${month}.${10000 + index}`,
          title: record.title,
          paragraphs: [record.abstract],
          authors: Array.from({ length: record.authorCount ?? 3 }, () => 'Ada Birch'),
          organization,
          date: `20${20 + (index % 7)}-${month}-15`,
          upvotes: index % 40,
          comments: index % 3,
          submittedBy: `reader${index}`,
          github: null,
        },
      ];
    });
    const { papers: read, lines } = await readListing(layout.print(papers, '2026-10-02'), { asOf: '2026-10-02' });
    expect(read).toEqual(papers.map((paper) => recordOf(paper, layout.shown, '2026-10-02')));
    expect(lines.unrecognized).toBe(0);
  });
});
