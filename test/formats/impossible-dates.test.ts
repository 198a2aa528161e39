import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { type Reading, readListingNow } from '../read-listing.ts';

const root = fileURLToPath(new URL('../../fixtures', import.meta.url));

/** A printed year that is not part of an identifier, a number or an address. */
const YEAR = /(?<![\d.:/])(?:19|20)\d\d(?![\d.]|\/\d)/;

/** Fixtures that print a year. */
function listingsOf(format: string): [name: string, text: string][] {
  return readdirSync(join(root, format))
    .filter((file) => !file.endsWith('.json') || existsSync(join(root, format, file.replace('.input', ''))))
    .filter((file) => !/(?<!\.input)\.json$/.test(file))
    .map((file): [string, string] => [file, readFileSync(join(root, format, file), 'latin1')])
    .filter(([, text]) => YEAR.test(text));
}

const isDated = ({ papers }: Reading) => papers.filter(({ date, year }) => date !== null || year !== undefined).length;
const yearsOf = ({ papers }: Reading) =>
  papers.flatMap(({ date, announced, year }) => [date?.slice(0, 4), announced?.slice(0, 4), year?.toString()]);

// A list that people keep may have any number behind a title.
describe.each(formats.map(({ name }) => name).filter((name) => name !== 'paper-list'))('%s', (format) => {
  it.each(listingsOf(format))('%s in an impossible year has no date, which is reported', (_name, text) => {
    for (const year of ['0099', '2719']) {
      const input = Buffer.from(text.replaceAll(new RegExp(YEAR, 'g'), year), 'latin1');
      const [whole, damaged] = [readListingNow(Buffer.from(text, 'latin1')), readListingNow(input)];
      expect(yearsOf(damaged)).not.toContain(year);
      const warnings = damaged.diagnostics.filter(({ severity }) => severity !== 'info');
      if (isDated(damaged) < isDated(whole)) expect(warnings.length).toBeGreaterThan(0);
    }
  });
});

it.each(['0099-06-07', 'June 0099', '2024-02-30'])('reports %s in a list that people keep', (date) => {
  const entry = (title: string, id: number, day: string) =>
    `- [${title}](https://arxiv.org/abs/2401.0000${id}) (${day})\n`;
  const { papers, diagnostics } = readListingNow(
    `# Kites\n\n${entry('Kites that fold', 1, date)}${entry('Kites that fly', 2, '2024-06-01')}`,
  );
  expect(papers.map((paper) => paper.date)).toEqual([null, '2024-06-01']);
  expect(diagnostics).toMatchObject([{ code: 'bad-date', message: `not a date: ${date}`, line: 3 }]);
});

it('finds no date in a time whose zone leads beyond the years of the calendar', () => {
  const dates = ['9999-12-31T23:59:59-12:00', '0000-01-01T00:00:00+12:00', '0099-06-07'];
  const { papers, diagnostics } = readListingNow(
    dates
      .map((published, index) => `${JSON.stringify({ title: `Kite ${index}`, abstract: 'It folds.', published })}\n`)
      .join(''),
  );
  expect(papers.map(({ date }) => date)).toEqual([null, null, null]);
  expect(diagnostics.filter(({ code }) => code === 'bad-date').map(({ line }) => line)).toEqual([1, 2, 3]);
});
