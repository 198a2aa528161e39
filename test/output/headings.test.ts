import { describe, expect, it } from 'vitest';
import { findOutputFormat } from '../../src/output/index.ts';
import { type GroupKey, groupHeading, groupPapers } from '../../src/query/group.ts';
import { defaults, paper } from './papers.ts';

const papers = [
  paper({ title: 'Kites', date: '2026-10-04' }),
  paper({ title: 'Clocks', date: '2026-10-01' }),
  paper({ title: 'Soil', date: '2026-09-30' }),
  paper({ title: 'Bells' }),
];

/** The papers under headings, written in batches of the given size. */
async function print(formatName: string, by: GroupKey, batch = 3): Promise<string> {
  const writer = await findOutputFormat(formatName)?.open(defaults);
  if (writer?.heading === undefined) throw new Error(`${formatName} has no headings`);
  let text = writer.begin().toString();
  for (const group of groupPapers(papers, by)) {
    text += writer.heading(groupHeading(group.name, by));
    for (let from = 0; from < group.papers.length; from += batch) {
      text += writer.papers(group.papers.slice(from, from + batch)).toString();
    }
  }
  return text + (await writer.end());
}

describe('headings', () => {
  it('prints months above papers in a list', async () => {
    expect(await print('list', 'month')).toBe(`October 2026
============

Kites
2026-10-04

Clocks
2026-10-01

September 2026
==============

Soil
2026-09-30

No date
=======

Bells
`);
  });

  it('prints weeks above papers in Markdown', async () => {
    expect(await print('markdown', 'week')).toBe(`# Papers

## 2026-W40

### Kites

2026-10-04

### Clocks

2026-10-01

### Soil

2026-09-30

## No date

### Bells
`);
  });

  it.each(['day', 'week', 'month', 'year'] as const)('prints the same headings by %s for any batches', async (unit) => {
    expect(await print('list', unit, 1)).toBe(await print('list', unit, 4));
  });

  it('prints months above papers in a table', async () => {
    expect(await print('table', 'month')).toMatch(
      /^date +title\n\nOctober 2026\n2026-10-04 +Kites\n2026-10-01 +Clocks\n\nSeptember 2026\n2026-09-30 +Soil\n\nNo date\n +Bells\n$/,
    );
  });

  it('prints days and years above papers', async () => {
    expect(await print('list', 'day')).toContain('2026-10-04\n==========\n\nKites\n');
    expect(await print('markdown', 'year')).toMatch(
      /^# Papers\n\n## 2026\n\n### Kites\n[^#]+### Clocks\n[^#]+### Soil\n[^#]+## No date\n/,
    );
  });
});
