import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { damagesAt, encodingDamages, silentLoss } from '../damage.ts';
import { readListingNow } from '../read-listing.ts';

const root = fileURLToPath(new URL('../../fixtures', import.meta.url));
/** Real listings, if they stand beside the clone. */
const real = fileURLToPath(new URL('../../../shared/kinds', import.meta.url));

/** How many lines of a listing are damaged, each in every way. */
const MOST_LINES = 7;

function listingsOf(folder: string): [name: string, input: Buffer][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => !/expected\.json$|^README/.test(file))
    .filter((file) => folder === real || !file.endsWith('.json') || file.endsWith('.input.json'))
    .sort()
    .map((file) => [file, readFileSync(join(folder, file))]);
}

function silentLosses(input: Buffer): string[] {
  const whole = readListingNow(input);
  const lines = input.toString('utf8').split(/(?<=\n)/);
  const step = Math.max(1, lines.length / MOST_LINES);
  const damages = [...encodingDamages(input)];
  for (let at = 0; at < lines.length; at += step) {
    if (lines[Math.floor(at)]?.trim() !== '') damages.push(...damagesAt(lines, Math.floor(at)));
  }
  return damages.map((damage) => silentLoss(damage, whole, lines)).filter((loss) => loss !== null);
}

describe.each(formats.map(({ name }) => name))('the fixtures of %s', (format) => {
  const listings = listingsOf(join(root, format));

  it.each(listings)('%s is accounted for line by line, whatever it is read as', (_name, input) => {
    for (const { name } of formats) readListingNow(input, name);
  });

  it.each(listings)('%s loses no paper without a word, however it is damaged', (_name, input) => {
    expect(silentLosses(input)).toEqual([]);
  });
});

/** Everything that may stand beside the clone. */
const shared = ['listings', 'kinds', 'cases'].map((name) =>
  fileURLToPath(new URL(`../../../shared/${name}`, import.meta.url)),
);

describe.each(shared)('%s', (folder) => {
  const listings = (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []).filter(
    (file) => /\.\w+$/.test(file) && !/expected\.\w+$|README|\.mjs$|case\.json$/.test(file),
  );

  it.skipIf(!existsSync(folder))('has listings that are accounted for line by line, whatever they are read as', () => {
    expect(listings.length).toBeGreaterThan(10);
    for (const file of listings) {
      const input = readFileSync(join(folder, file));
      readListingNow(input);
      for (const { name } of formats) readListingNow(input.subarray(0, 64 * 1024), name);
    }
  });
});

describe.skipIf(!existsSync(real))('real listings', () => {
  it.each(listingsOf(real))('%s loses no paper without a word, however it is damaged', (_name, input) => {
    expect(silentLosses(input)).toEqual([]);
  });
});
