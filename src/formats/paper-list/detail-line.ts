import { remembering } from '../../text/remember.ts';
import { spansOf } from './inline.ts';
import { joinNames } from './join-names.ts';
import { isPaperPage } from './links.ts';
import { JOURNAL_WORD, type Meaning, meaningOf } from './meaning.ts';
import { FIRST, type Piece, piecesOf } from './pieces.ts';
import { isGeneric } from './title.ts';

/** A line that tells something about the paper whose title stands above it. */
export interface DetailLine {
  readonly known: Meaning;
  /** Whether a part of it, such as a venue, is not understood. */
  readonly isPartial: boolean;
}

/** In characters. */
const LONGEST = 2000;
/** A line is looked at as part of several items. */
const LINES = { most: 200, longest: LONGEST };
/** Delimiters between the parts of such a line. */
const BETWEEN = /^[|·•–—/-]$/;
/** What a damaged encoding leaves of a delimiter. */
const DAMAGED = /\s(?:[?\ufffd]{1,3}|&(?:middot|#183|#xb7|bull|#8226|#8211|ndash);|Â·|â€¢)\s|\s{2,}/g;
/** A longer part is no name of a venue or the like, in words. */
const LONGEST_UNKNOWN = 8;
const ORGANIZATION =
  /\b(?:labs?|research|universit\p{L}+|institutes?|inc|ltd|gmbh|academy|cent(?:er|re)|college|school|AI|google|microsoft|meta|nvidia|deepmind|openai|alibaba|tencent|apple|amazon)\b/iu;

/**
 * Reads a line of details:
 *
 *     2023-03-15 · Ada Clay, Bo Ek · Pond Labs · 41 upvotes · [PDF](https://…)
 *     *Ada Clay, Bo Ek* | ICML 2024 | 12 citations
 *
 * @returns null if the line may be something else
 */
export const readDetailLine = remembering((markdown): DetailLine | null => {
  if (markdown.length > LONGEST) return null;
  const pieces = piecesOf(joinNames(spansOf(markdown.replace(DAMAGED, ' · ')))).filter(({ text }) => text !== '');
  let known: Meaning = {};
  let unknown = 0;
  for (const piece of pieces) {
    const meaning = meaningOfDetail(piece, known, pieces.length > 1);
    if (meaning !== null) known = { ...meaning, ...known };
    else if (piece.before === FIRST || !mayBeUnknown(piece)) return null;
    else unknown += 1;
  }
  return Object.keys(known).length === 0 && !pieces.some(isLink) ? null : { known, isPartial: unknown > 0 };
}, LINES);

function isLink({ url }: Piece): boolean {
  return url !== null;
}

/**
 * What a piece tells; null if that is not certain.
 *
 * @param known what the pieces before it have told
 * @param isSure whether there are other pieces, so that a single name is an author
 */
function meaningOfDetail({ text, url }: Piece, known: Meaning, isSure: boolean): Meaning | null {
  const meaning = meaningOf(text);
  if (meaning !== null && meaning.badDate === undefined) return meaning;
  if (url !== null) return text === url || isGeneric(text) || !isPaperPage(url) ? starsIn(text) : null;
  if (ORGANIZATION.test(text) && text.split(' ').length < LONGEST_UNKNOWN) return { organization: text };
  if (JOURNAL_WORD.test(text) && text.split(' ').length <= LONGEST_UNKNOWN) return { venue: text };
  const authors = isSure && known.authors === undefined ? meaningOf(text, true)?.authors : undefined;
  return authors?.authors.every((name) => name.includes(' ')) ? { authors } : null;
}

//     toys/kites (1,024 stars)
function starsIn(text: string): Meaning {
  return meaningOf(/\(([\d.,]+[km]?\sstars?)\)$/i.exec(text)?.[1] ?? '') ?? {};
}

function mayBeUnknown({ text, before, url }: Piece): boolean {
  return url === null && BETWEEN.test(before) && text.split(' ').length <= LONGEST_UNKNOWN && !/[.!?]$/.test(text);
}

/** Whether such a line stands below the title of a paper, although no link shows it. */
export function isTelling({ known }: DetailLine): boolean {
  const { authors, date, year, venue } = known;
  const isDated = (date ?? year) !== undefined;
  return isDated
    ? authors !== undefined || countsVotes(known)
    : authors !== undefined && (venue !== undefined || countsVotes(known));
}

/** Whether it counts what only papers have. */
export function countsVotes({ upvotes, citationCount }: Meaning): boolean {
  return (upvotes ?? citationCount) !== undefined;
}
