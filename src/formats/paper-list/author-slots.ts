import { increment } from '../../text/count.ts';
import type { Entry } from './entry.ts';
import { spansOf } from './inline.ts';
import { meaningOf } from './meaning.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type AuthorSlots, FIRST_SLOT, slotOf } from './title.ts';

/**
 * How most entries print authors.
 *
 *     - **Title** - *Ada Clay, Bo Ek*      certainly authors, and in italics
 *     - **Title** - *Cy Fox*               so this is an author, too
 */
export function authorSlotsOf(entries: readonly { entry: Entry; details: readonly string[] }[]): AuthorSlots {
  const votes = new Map<string, number>();
  const inEntries = entries.flatMap(({ entry }) => entry.pieces.map((piece) => ({ piece, slot: slotOf(piece) })));
  const inDetails = entries.flatMap(({ details }) =>
    details.flatMap((detail) => piecesOf(spansOf(detail)).map((piece) => ({ piece, slot: detailSlotOf(piece) }))),
  );
  const references = entries.filter(({ entry }) => entry.known.authors !== undefined).length;
  if (references > 0) votes.set(FIRST_SLOT, references);
  for (const { piece, slot } of [...inEntries, ...inDetails]) {
    const isAuthors = meaningOf(piece.text)?.authors !== undefined;
    if (!isAuthors && (piece.url !== null || meaningOf(piece.text, true) !== null)) continue;
    increment(votes, slot, isAuthors ? 1 : -1);
  }
  return new Set([...votes].filter(([, vote]) => vote > 0).map(([slot]) => slot));
}

/** Of a line below an entry. */
export function detailSlotOf(piece: Piece): string {
  return `below ${slotOf(piece)}`;
}
