import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Random } from './random.ts';

/** Longest piece of a listing that is taken, in bytes: a short input runs more often in the same time. */
export const LONGEST_PIECE = 8 * 1024;

type Group = readonly [Buffer, ...Buffer[]];

/** The listings that are changed at random: the fixtures, and real ones if they stand beside the clone. */
export class Corpus {
  /** Listings of one folder each, so that every format has its share, however many fixtures it has. */
  readonly #groups: readonly [Group, ...Group[]];

  /** @param root folder of the project */
  constructor(root: string) {
    const folders = ['fixtures', '../shared/listings', '../shared/kinds'].map((folder) => join(root, folder));
    const [first, ...others] = folders.flatMap(groupsBelow);
    if (first === undefined) throw new Error(`no fixtures in ${root}`);
    this.#groups = [first, ...others];
  }

  /** A listing, or a run of bytes out of a long one, mostly from a line's start. */
  piece(random: Random): Buffer {
    const listing = random.of(random.of(this.#groups));
    if (listing.length <= LONGEST_PIECE) return listing;
    const from = random.oneIn(3) ? 0 : listing.indexOf(10, random.below(listing.length)) + 1;
    return listing.subarray(from, from + LONGEST_PIECE);
  }
}

/** The records of fixtures are listings as well, those of `json`. */
function groupsBelow(folder: string): Group[] {
  if (!existsSync(folder)) return [];
  const groups = new Map<string, Buffer[]>();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.(?!mjs$)\w+$/.test(entry.name) && !/expected\.json$|^README/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const isRecords = file.endsWith('.json') && !file.endsWith('.input.json') && basename(folder) === 'fixtures';
    const group = isRecords ? 'records' : dirname(file);
    groups.set(group, [...(groups.get(group) ?? []), readFileSync(file)]);
  }
  return [...groups.values()] as unknown as Group[];
}
