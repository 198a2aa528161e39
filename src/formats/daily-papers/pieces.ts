import type { PageFacts } from './facts.ts';
import type { Segment } from './segments.ts';
import { type NumberToken, placeOf, type TextToken, type Token } from './tokens.ts';

/** A part of a segment: text with the tokens above and below it. */
export interface Piece {
  /** On which it starts. */
  readonly line: number;
  readonly votes: number | null;
  readonly submittedBy: string | null;
  readonly texts: readonly TextToken[];
  /** Addresses between the texts. */
  readonly addresses: readonly Extract<Token, { type: 'address' }>[];
  readonly below: readonly Token[];
  /** A single number below the text, and is not the votes of the next card. */
  readonly count: number | null;
}

export interface Division {
  readonly pieces: readonly Piece[];
  /** The number at its end that is the votes of the next card. */
  readonly votesOfNext: NumberToken | null;
  /** A number that occurs twice: comments and votes that are equal, or one line that was doubled. */
  readonly repeated: NumberToken | null;
}

/**
 * Divides a segment into pieces. Usually there is one, but if the rows of a card are lost, the votes of the next one are between
 * two texts:
 *
 *     74                      ← votes, or those from the end of the previous segment
 *     Title
 *     Long text.
 *     173                     ← votes of the next card
 *     Title
 *     Long text.
 *     3 authors
 *     6                       ← comments
 *     19                      ← votes of the next segment
 */
export function divide(segment: Segment, facts: PageFacts, votes: NumberToken | null): Division {
  const pieces: Piece[] = [];
  let piece = newPiece(votes);
  let numbers: NumberToken[] = [];
  let before: Token | null = null;
  for (const token of segment.tokens) {
    if (isRepeatedLine(token, before)) continue;
    before = token;
    piece.line ??= token.line;
    switch (placeOf[token.type]) {
      case 'above':
        if (token.type === 'votes') piece.votes = token.count;
        if (token.type === 'submitted') piece.submittedBy ??= token.name;
        break;
      case 'text': {
        const text = token as TextToken;
        if (isSubmitter(piece, numbers, facts)) {
          piece.submittedBy = piece.texts.pop()?.text ?? null;
          piece.votes = countOf(numbers.at(-1) ?? null);
          numbers = [];
        } else if (numbers.length > 0) {
          const split = splitNumbers(numbers, true, facts, piece.below);
          numbers = [];
          if (piece.texts.length > 0) {
            piece.count = split.count;
            pieces.push(finished(piece));
            piece = newPiece(split.votesOfNext);
            piece.line ??= text.line;
          } else piece.votes ??= countOf(split.votesOfNext ?? null) ?? split.count;
        }
        piece.texts.push(text);
        break;
      }
      case 'below':
        if (numbers.length > 0) piece.count = countOf(numbers[0] ?? null);
        numbers = [];
        piece.below.push(token);
        break;
      default:
        if (token.type === 'number' || token.type === 'dash') {
          if (isWrappedText(token, piece, facts)) piece.texts.push(textOfNumber(token));
          else numbers.push(token);
        } else if (piece.below.length > 0) piece.below.push(token);
        else if (token.type === 'address') piece.addresses.push(token);
    }
  }
  const split = splitNumbers(numbers, segment.closedBy === 'text', facts, piece.below);
  piece.count ??= split.count;
  pieces.push(finished(piece));
  return { pieces, repeated: repeatedNumber(numbers), votesOfNext: split.votesOfNext };
}

interface OpenPiece {
  line: number | null;
  votes: number | null;
  submittedBy: string | null;
  texts: TextToken[];
  addresses: Extract<Token, { type: 'address' }>[];
  below: Token[];
  count: number | null;
}

function newPiece(votes: NumberToken | null): OpenPiece {
  return {
    line: votes?.line ?? null,
    votes: countOf(votes),
    submittedBy: null,
    texts: [],
    addresses: [],
    below: [],
    count: null,
  };
}

function finished(piece: OpenPiece): Piece {
  return { ...piece, line: piece.line ?? 0 };
}

function countOf(number: NumberToken | null): number | null {
  if (number === null) return null;
  return number.type === 'number' ? number.count : 0;
}

/**
 * Tells comments from votes:
 *
 *     May 29
 *     6      ← comments on this card: another number follows
 *     173    ← votes for the next card
 *     Title
 *
 * @param isBeforeText text follows
 */
function splitNumbers(
  numbers: readonly NumberToken[],
  isBeforeText: boolean,
  facts: PageFacts,
  below: readonly Token[],
): { count: number | null; votesOfNext: NumberToken | null } {
  const [first, ...more] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return { count: null, votesOfNext: null };
  const count = first.type === 'number' ? first.count : null;
  if (!isBeforeText) return { count, votesOfNext: null };
  // The votes are below the name of the submitter.
  const mayBeVotes = facts.printsVotes && !facts.printsSubmitters;
  const isVotes = more.length > 0 || last.type === 'dash' || mayBeVotes || below.some(isComments);
  return { count: isVotes && more.length === 0 ? null : count, votesOfNext: isVotes ? last : null };
}

/** Small numbers are often equal. */
const LEAST_REPEATED = 5;

function repeatedNumber([first, second]: readonly NumberToken[]): NumberToken | null {
  if (first?.type !== 'number' || second?.type !== 'number') return null;
  return first.count === second.count && first.count >= LEAST_REPEATED ? second : null;
}

function isComments({ type }: Token): boolean {
  return type === 'comments';
}

/** A line of wrapped text may consist of a number. */
function isWrappedText(token: NumberToken, piece: OpenPiece, facts: PageFacts): boolean {
  const isInText = piece.texts.length > 0 && piece.below.length === 0;
  return token.type === 'number' && token.continues && isInText && !facts.isUnwrapped;
}

function textOfNumber(token: NumberToken): TextToken {
  const text = token.type === 'number' ? token.text : '-';
  const { line } = token;
  return {
    type: 'text',
    text,
    line,
    continues: true,
    isHeading: false,
    isSection: false,
    url: null,
    reference: null,
    escaping: 'none',
  };
}

/** A line of text that was doubled. */
function isRepeatedLine(token: Token, before: Token | null): boolean {
  return token.type === 'text' && before?.type === 'text' && before.text === token.text;
}

/**
 * Whether the text so far is the name of a submitter whose label is lost:
 *
 *     vvasilev
 *     7
 *     A Note on Slow Snails
 */
function isSubmitter(piece: OpenPiece, numbers: readonly NumberToken[], facts: PageFacts): boolean {
  const [name] = piece.texts;
  if (name === undefined || piece.texts.length > 1 || numbers.length === 0) return false;
  return facts.printsSubmitters && piece.submittedBy === null && !/\s/.test(name.text);
}
