import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';

// Real listings are not part of this repository; they are tested if they are next to the clone.
const folder = fileURLToPath(new URL('../../../../shared/listings/arxiv', import.meta.url));
const listings = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.txt')) : [];

describe.skipIf(listings.length === 0)(`real listings in ${folder}`, () => {
  it.each(listings.length === 0 ? ['none'] : listings)('reads the known records of %s', (file) => {
    const expected = JSON.parse(readFileSync(join(folder, file.replace('.txt', '.expected.json')), 'utf8'));
    const { format, papers, lines } = readListingNow(readFileSync(join(folder, file)));
    expect(format).toBe('arxiv-listing');
    expect(papers).toMatchObject(expected);
    expect(lines.unrecognized).toBe(0);
  });
});
