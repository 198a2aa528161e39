import { type DamagedListing, damagesAt, encodingDamages, silentLoss } from '../damage.ts';
import { type Reading, readListingNow } from '../read-listing.ts';
import { type Corpus, LONGEST_PIECE } from './corpus.ts';
import { Random } from './random.ts';

/** How often the damage is one of the encoding rather than of a line. */
const ENCODINGS = 5;

/** A listing, and the same with one thing wrong in it. */
export interface Damage {
  readonly whole: Buffer;
  readonly damaged: DamagedListing;
}

export function damageOf(seed: number, corpus: Corpus): Damage {
  const random = new Random(seed);
  const piece = corpus.piece(random);
  const whole = wholeLines(piece);
  const lines = linesOf(whole);
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  const index = filled[random.below(filled.length)] ?? 0;
  const damages = random.oneIn(ENCODINGS) ? [...encodingDamages(whole)] : [...damagesAt(lines, index)];
  // A piece of a longer listing breaks off anyway.
  const possible = piece.length < LONGEST_PIECE ? damages : damages.filter(({ name }) => !name.startsWith('the '));
  return { whole, damaged: random.of(possible as [DamagedListing, ...DamagedListing[]]) };
}

/** Fails if a paper of the listing is lost by the damage without a new diagnostic. */
export function checkLoss({ whole, damaged }: Damage): void {
  const reading = readListingNow(whole);
  if (isNoListing(reading)) return;
  const loss = silentLoss(damaged, reading, linesOf(whole));
  if (loss !== null) throw new Error(`a paper is lost without a diagnostic: ${loss}`);
}

/** Whether this is a piece cut out of the middle of JSON, which is told to be damaged, or of the source of a page. */
function isNoListing({ diagnostics, papers }: Reading): boolean {
  return (
    diagnostics.some(({ code }) => code === 'invalid-json') || papers.some(({ title }) => /<[a-z]|="/i.test(title))
  );
}

/** A listing that breaks off within a line cannot break off anew. */
function wholeLines(listing: Buffer): Buffer {
  return listing.subarray(0, listing.lastIndexOf(10) + 1);
}

function linesOf(listing: Buffer): string[] {
  return listing.toString('utf8').split(/(?<=\n)/);
}
