/** The kinds of arXiv announcement, from the strongest to the weakest. */
export const announceTypes = ['new', 'cross', 'replace', 'replace-cross'] as const;

export type AnnounceType = (typeof announceTypes)[number];

/** The marks of an entry itself, `(cross-list from cs.LG)` and `(replaced)`, add to the section that it is in. */
export function announceTypeOf(section: string, isCross: boolean, isReplaced: boolean): AnnounceType {
  const isCrossListed = isCross || section === 'cross';
  if (section === 'replace' || isReplaced) return isCrossListed ? 'replace-cross' : 'replace';
  return isCrossListed ? 'cross' : 'new';
}
