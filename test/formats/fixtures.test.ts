import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { paperSchema } from '../../src/paper/paper.ts';
import { formatsOf, readListing } from '../read-listing.ts';

/*
 * fixtures/<format>/NAME.<extension>     a listing; NAME.input.json if it is JSON
 * fixtures/<format>/NAME.json            the records it contains, written by hand
 */
const root = fileURLToPath(new URL('../../fixtures', import.meta.url));

function pairsOf(format: string): { listing: string; records: string }[] {
  const folder = join(root, format);
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return files
    .filter((file) => !file.endsWith('.json') || file.endsWith('.input.json'))
    .map((file) => ({
      listing: join(folder, file),
      records: join(folder, `${file.replace(/(?:\.input\.json|\.[^.]+)$/, '')}.json`),
    }));
}

describe.each(formats.map(({ name }) => name))('fixtures of %s', (format) => {
  const pairs = pairsOf(format);

  it('has fixtures', () => {
    expect(pairs.length).toBeGreaterThan(0);
  });

  it.each(pairs.map(({ listing, records }) => [basename(listing), listing, records]))(
    'reads the records of %s',
    async (_name, listing, records) => {
      const expected: unknown[] = JSON.parse(readFileSync(records, 'utf8'));
      for (const record of expected) paperSchema.parse(record);
      // Also checks that every line is accounted for.
      const reading = await readListing(readFileSync(listing));
      expect(reading.format).toBe(format);
      expect(reading.papers).toEqual(expected);
      expect(formatsOf(readFileSync(listing, 'utf8').slice(0, 64 * 1024))).toEqual([format]);
    },
  );
});
