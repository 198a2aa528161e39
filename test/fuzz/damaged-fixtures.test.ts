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

describe.skipIf(!existsSync(real))('real listings', () => {
  it.each(listingsOf(real))('%s loses no paper without a word, however it is damaged', (_name, input) => {
    expect(silentLosses(input)).toEqual([]);
  });
});
