import { describe, expect, it } from 'vitest';
import type { CalendarUnit } from '../../src/calendar/units.ts';
import { groupByDate } from '../../src/output/grouped.ts';
import { findOutputFormat } from '../../src/output/index.ts';
import { plainStyle } from '../../src/output/writer.ts';
import { defaults, paper } from './papers.ts';

const papers = [
  paper({ title: 'Kites', date: '2026-10-04' }),
  paper({ title: 'Clocks', date: '2026-10-01' }),
  paper({ title: 'Soil', date: '2026-09-30' }),
  paper({ title: 'Bells' }),
];

/** The papers as a format prints them under headings, handed over in batches of the given size. */
async function print(formatName: string, unit: CalendarUnit, batch = 3): Promise<string> {
  const format = findOutputFormat(formatName);
  if (format?.heading === undefined) throw new Error(`${formatName} has no headings`);
  const { heading } = format;
  const writer = groupByDate(await format.open(defaults), unit, (text) => heading(text, plainStyle));
  let text = writer.begin();
  for (let from = 0; from < papers.length; from += batch) text += writer.papers(papers.slice(from, from + batch));
  return text + writer.end();
}

describe('papers under headings', () => {
  it('are parted by month in a list', async () => {
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

  it('are parted by week in markdown', async () => {
    expect(await print('markdown', 'week')).toBe(`# 2026-W40

## Kites

2026-10-04

## Clocks

2026-10-01

## Soil

2026-09-30

# No date

## Bells
`);
  });

  it.each(['day', 'week', 'month', 'year'] as const)(
    'by %s are the same however they are handed over',
    async (unit) => {
      expect(await print('list', unit, 1)).toBe(await print('list', unit, 4));
    },
  );

  it('have the day or the year as heading', async () => {
    expect(await print('list', 'day')).toContain('2026-10-04\n==========\n\nKites\n');
    expect(await print('markdown', 'year')).toMatch(
      /^# 2026\n\n## Kites\n[^#]+## Clocks\n[^#]+## Soil\n[^#]+# No date\n/,
    );
  });
});
