import fc from 'fast-check';
import { DateTime } from 'luxon';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/calendar/period.ts';
import { readDate } from '../../src/formats/arxiv-listing/dates.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { anyPaper, write } from '../output/papers.ts';
import { readListing } from '../read-listing.ts';

const papers = fc.array(anyPaper, { minLength: 1, maxLength: 6 });
/** Papers without TeX, which would be converted to Unicode for a spreadsheet. */
const papersWithoutTex = fc.array(
  anyPaper.filter(({ title, abstract }) => !/[\\`'~{-]/.test(title + (abstract ?? ''))),
  { minLength: 1, maxLength: 6 },
);

describe('tables read by another CSV parser', () => {
  const columns = ['title', 'abstract', 'authorCount', 'date', 'upvotes', 'id', 'organization'] as const;

  /** The text of a cell as documented. */
  function cellOf(key: (typeof columns)[number], paper: Paper, excel: boolean): string {
    const value = paper[key];
    if (value === null || value === undefined) return '';
    const text = String(value);
    if (key === 'id' && (excel || text.startsWith('arXiv:'))) return `arXiv:${text}`;
    const isEscaped = /^[=+\-@\t\r\n＝＋－＠]/.test(text) || /^'+(?:[=+\-@\t\r\n＝＋－＠]|$)/.test(text) || text === '';
    return typeof value === 'string' && isEscaped ? `'${text}` : text;
  }

  it.each([
    ['csv', ',', false],
    ['csv', ',', true],
    ['tsv', '\t', false],
  ] as const)('have the written cells: %s with %j, for a spreadsheet: %s', async (format, delimiter, excel) => {
    await fc.assert(
      fc.asyncProperty(excel ? papersWithoutTex : papers, async (written) => {
        const table = await write(format, written, { columns, excel });
        const newline = excel ? '\r\n' : '\n';
        const { data, errors } = Papa.parse<string[]>(table.replace(/^\ufeff/, ''), { delimiter, newline });
        expect(errors).toEqual([]);
        const rows = written.map((paper) => columns.map((key) => cellOf(key, paper, excel)));
        expect(data).toEqual([columns, ...rows, ['']]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('JSON read by JSON.parse', () => {
  it('is the written records as an array and with one record per line', async () => {
    await fc.assert(
      fc.asyncProperty(papers, async (written) => {
        expect(JSON.parse(await write('json', written))).toEqual(written);
        const lines = (await write('ndjson', written)).split('\n');
        expect(lines.pop()).toBe('');
        expect(lines.map((line) => JSON.parse(line))).toEqual(written);
      }),
      { numRuns: 500 },
    );
  });
});

const instant = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const day = instant.map((date) => DateTime.fromJSDate(date, { zone: 'utc' }).startOf('day'));
const iso = (date: DateTime) => date.toISODate() ?? '';

describe('periods compared with another date library', () => {
  it.each([
    ['a year', 'yyyy', 'year'],
    ['a month', 'yyyy-MM', 'month'],
    ['a day', 'yyyy-MM-dd', 'day'],
    ['a week', "kkkk-'W'WW", 'week'],
  ] as const)('are the same for %s', (_, form, unit) => {
    fc.assert(
      fc.property(day, (date) => {
        expect(parsePeriod(date.toFormat(form), '2026-01-01')).toEqual({
          first: iso(date.startOf(unit)),
          last: iso(date.endOf(unit)),
        });
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['d', 'days'],
    ['w', 'weeks'],
    ['m', 'months'],
    ['y', 'years'],
  ] as const)('are the same for a number of %s ago', (unit, name) => {
    fc.assert(
      fc.property(day, fc.nat(400), (today, count) => {
        const then = iso(today.minus({ [name]: count }));
        expect(parsePeriod(`${count}${unit}`, iso(today))).toEqual({ first: then, last: then });
      }),
      { numRuns: 2000 },
    );
  });

  it('are rejected if and only if the calendar lacks them', () => {
    const part = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), part(14), part(33), (year, month, date) => {
        const text = `${year}-${month}-${date}`;
        const isDay = DateTime.fromISO(text).isValid;
        if (isDay) expect(parsePeriod(text, '2026-01-01').first).toBe(text);
        else expect(() => parsePeriod(text, '2026-01-01')).toThrow(/no such/);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('dates of listings compared with another date library', () => {
  it('are the same in the header of an arXiv entry', () => {
    fc.assert(
      fc.property(instant, (date) => {
        const time = DateTime.fromJSDate(date, { zone: 'utc' });
        const forms = [
          'ccc, d LLL yyyy HH:mm:ss',
          'ccc, dd LLL yyyy HH:mm:ss',
          'd LLL yyyy',
          'ccc LLL d HH:mm:ss yyyy',
          'yyyy-MM-dd',
        ];
        for (const form of forms) {
          expect(readDate(` ${time.toFormat(form, { locale: 'en' })} GMT   (828kb,D)`)).toBe(iso(time));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are the same on a card without a year, which takes the latest one not after the day of capture', async () => {
    await fc.assert(
      fc.asyncProperty(day, day, async (printed, asOf) => {
        let expected = asOf;
        while (expected.month !== printed.month || expected.day !== printed.day) expected = expected.minus({ days: 1 });
        const shown = printed.toFormat('LLL d', { locale: 'en' });
        const card = `A Kite That Counts Its Own Turns\n\nWe let a kite count how often it turns, and it is right most of the time.\n\n  • 3 authors\n·\n${shown} 7\n`;
        const { papers: found } = await readListing(`Daily Papers\n\n${card}`, { asOf: iso(asOf) });
        expect(found).toMatchObject([{ date: iso(expected), dateInferred: true, upvotes: 7 }]);
      }),
      { numRuns: 300, examples: [[DateTime.utc(2024, 2, 29), DateTime.utc(2026, 1, 5)]] },
    );
  });
});
