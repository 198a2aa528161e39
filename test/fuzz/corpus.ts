import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from './random.ts';

/** Longest piece of a listing that is taken, in bytes: a short input runs more often in the same time. */
const LONGEST_PIECE = 8 * 1024;

/** The listings that are changed at random: the fixtures, and real ones where they stand beside the clone. */
export class Corpus {
  readonly #listings: readonly [Buffer, ...Buffer[]];

  /** @param root folder of the project */
  constructor(root: string) {
    const [first, ...others] = [join(root, 'fixtures'), join(root, '../shared/listings')].flatMap(listingsBelow);
    if (first === undefined) throw new Error(`no fixtures in ${root}`);
    this.#listings = [first, ...others];
  }

  /** A listing, or a run of bytes out of a long one, mostly from a line's start. */
  piece(random: Random): Buffer {
    const listing = random.of(this.#listings);
    if (listing.length <= LONGEST_PIECE) return listing;
    const from = random.oneIn(3) ? 0 : listing.indexOf(10, random.below(listing.length)) + 1;
    return listing.subarray(from, from + LONGEST_PIECE);
  }
}

function listingsBelow(folder: string): Buffer[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:txt|md|html|csv|tsv|ndjson|json|eml|mbox)$/.test(file) && !/expected\.json$/.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file)));
}
