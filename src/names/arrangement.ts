import { isGroup } from './group.ts';
import {
  areLooseInitials,
  isDegree,
  isFamily,
  isInitials,
  isOneWord,
  isSuffix,
  isWholeHanName,
  joinName,
  splitTrailingInitials,
  withoutMarks,
} from './name.ts';
import type { Part, Separator } from './parts.ts';

/** A part that is a name or half of one, with the suffix that followed it. */
interface Piece {
  readonly text: string;
  readonly before: Separator;
  readonly isGroup: boolean;
  suffix: string;
}

/** `Clay` and `Ada` in `Clay, Ada`. */
type Pair = [family: Piece, given: Piece];

/**
 * In which order the names of a listing are printed, as far as that is known: what is doubtful (`Plato, Ada Bea Clay`, `Ada E`)
 * is read as in the other lists of the listing if their given names come first.
 */
export type NameOrder = 'any' | 'mostly-given-first' | 'given-first';

/** The names in the parts of an author list, each as `First Last`, in any arrangement of the list. */
export function arrangeNames(parts: readonly Part[], order: NameOrder): string[] {
  const pieces = piecesOf(parts);
  const asPrinted = () => pieces.map((piece) => nameOf(piece));
  if (order === 'given-first') return asPrinted();
  const capitalsFirst = surnamesInCapitals(pieces);
  if (capitalsFirst !== null) return capitalsFirst;
  if (order === 'mostly-given-first' && isDoubtful(pieces)) return asPrinted();
  return (
    surnameFirst(pieces) ??
    (order === 'any' ? firstInverted(pieces) : null) ??
    initialsApart(pieces) ??
    initialsAfter(pieces) ??
    asPrinted()
  );
}

/** One name, perhaps in two halves: `Ada E`, `Plato, Ada Bea Clay`. */
function isDoubtful(pieces: readonly Piece[]): boolean {
  const [first, second, third] = pieces;
  if (second === undefined) return first?.text.endsWith('.') !== true;
  return third === undefined && second.before === 'comma' && !areLooseInitials(second.text) && first?.isGroup === false;
}

const LETTER = /\p{L}/u;
//     Ada Clay a,b, Bo Ek b
const LETTER_OF_AFFILIATION = /(?<=\p{L}{2}) [a-h]$/u;

function piecesOf(parts: readonly Part[]): Piece[] {
  const pieces: Piece[] = [];
  /** The separator of an omitted part, if it was stronger than a comma. */
  let dropped: Separator = 'comma';
  for (const { text, before } of parts) {
    const name = withoutMarks(text).replace(LETTER_OF_AFFILIATION, '');
    const separator: Separator = before === 'comma' ? dropped : before;
    const previous = pieces.at(-1);
    if (previous !== undefined && isSuffix(name)) previous.suffix = name;
    else if (!LETTER.test(name) || /^(?:and|[a-h])$/.test(name) || isDegree(name, previous?.text ?? ''))
      dropped = separator;
    else {
      pieces.push({ text: name, before: separator, isGroup: isGroup(name), suffix: '' });
      dropped = 'comma';
    }
  }
  return pieces;
}

//     CLAY Ada     DE LA MORA Bo     not: JR Clay
const SURNAME_IN_CAPITALS = /^(\p{Lu}[\p{Lu}'’ -]*\p{Lu}) (\p{Lu}\p{Ll}[^.]*)$/u;

/**
 *     CLAY Ada, EK Bo
 */
function surnamesInCapitals(pieces: readonly Piece[]): string[] | null {
  const people = pieces.filter((piece) => !piece.isGroup).map(({ text }) => SURNAME_IN_CAPITALS.exec(text));
  if (people.length < 2 || people.includes(null) || people.every((match) => (match?.[1] ?? '').length < 4)) return null;
  return pieces.map((piece) => {
    const [, family, given] = SURNAME_IN_CAPITALS.exec(piece.text) ?? [];
    return piece.isGroup || family === undefined || given === undefined
      ? nameOf(piece)
      : joinName(given, family, piece.suffix);
  });
}

/**
 *     Clay, Ada; Ek, Bo; Fox, Cy          Clay, Ada and Ek, Bo          Clay, Ada
 */
function surnameFirst(pieces: readonly Piece[]): string[] | null {
  const hasSemicolon = pieces.some((piece) => piece.before === 'semicolon');
  const chunks = chunksOf(pieces);
  const people = chunks.filter((chunk) => chunk[0]?.isGroup === false);
  if (people.some((chunk) => chunk.length > 2)) return null;
  const pairs = people.filter(isPair);
  if (pairs.length === 0 || pairs.some(isContradicted)) return null;
  if (!pairs.some(isClear)) return null;
  if (!hasSemicolon && pairs.some((pair) => pair.every(({ text }) => isWholeHanName(text)))) return null;
  // `Ada Clay, Bo Ek and Cy Fox`, `Clay, Ek and Fox`
  if (!hasSemicolon && people.length > 1 && people.some((chunk) => !isPair(chunk))) return null;
  if (!hasSemicolon && people.length === 1 && !pairs.every(isAlone)) return null;
  return chunks.map((chunk) => (isPair(chunk) ? joined(chunk) : chunk.map((piece) => nameOf(piece)).join(', ')));
}

/** Parts between two separators stronger than a comma. A group is always separate. */
function chunksOf(pieces: readonly Piece[]): Piece[][] {
  const chunks: Piece[][] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.before === 'comma' && !piece.isGroup && pieces[index - 1]?.isGroup === false) chunks.at(-1)?.push(piece);
    else chunks.push([piece]);
  }
  return chunks;
}

function isPair(chunk: Piece[]): chunk is Pair {
  return chunk.length === 2;
}

/** `A. Clay, B. Ek` are two names, and so are `Plato, Jan de Vries`. */
function isContradicted([family, given]: Pair): boolean {
  return !isFamily(family.text) || (!isInitials(given.text) && /\s\p{Ll}\S*\s\p{Lu}/u.test(given.text));
}

function isClear([family, given]: Pair): boolean {
  return isOneWord(family.text) || isInitials(given.text);
}

/** Whether the only two parts of a list are one name: the given name is a single word, with or without initials. */
function isAlone([family, given]: Pair): boolean {
  return isOneWord(family.text) && given.text.split(' ').slice(1).every(areLooseInitials);
}

function joined([family, given]: Pair): string {
  return joinName(given.text, family.text, family.suffix || given.suffix);
}

/**
 * Only the first name is printed surname first, as in MLA and Chicago style:
 *
 *     Clay, Ada, Bo Ek, and Cy Fox
 */
function firstInverted(pieces: readonly Piece[]): string[] | null {
  const [family, given, ...others] = pieces;
  if (family === undefined || given === undefined || others.length === 0 || given.before !== 'comma') return null;
  const isInverted = !family.isGroup && !given.isGroup && isAlone([family, given]) && !isInitials(given.text);
  if (!isInverted || !others.every(({ text, isGroup: isOther }) => isOther || isFullName(text))) return null;
  return [joined([family, given]), ...others.map(nameOf)];
}

/** `Bo Ek`, `B. Ek`, not `Ek`, `Ek B.` */
function isFullName(text: string): boolean {
  return !isOneWord(text) && splitTrailingInitials(text) === null;
}

/**
 *     Clay, A., Ek, B. C., & Fox, D.          Clay, A, Ek, BC
 */
function initialsApart(pieces: readonly Piece[]): string[] | null {
  const alternate = alternates(pieces);
  const isGiven = (piece: Piece | undefined) =>
    piece !== undefined && piece.before === 'comma' && isInitials(piece.text);
  const givens = pieces.filter(isGiven).length;
  if (!alternate && givens === 0) return null;
  // `Ada van Ek, X. Y. E, Bo Ek` are three: separate given names make up a good part of a list.
  const isUsual = alternate || givens * 3 >= pieces.length;
  const names: string[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    const next = pieces[index + 1];
    if (piece === undefined) break;
    const isFirstHalf =
      !piece.isGroup && isFamily(piece.text) && (isUsual || isOneWord(piece.text)) && next?.isGroup === false;
    if (isFirstHalf && next !== undefined && (isGiven(next) || (alternate && areLooseInitials(next.text)))) {
      names.push(joined([piece, next]));
      index += 1;
    } else names.push(nameOf(piece));
  }
  return names;
}

/** Whether every second part consists of the initials of the one before. */
function alternates(pieces: readonly Piece[]): boolean {
  const people = pieces.filter((piece) => !piece.isGroup);
  if (people.length === 0 || people.length % 2 > 0) return false;
  return people.every(({ text, before }, index) =>
    index % 2 > 0 ? areLooseInitials(text) && before === 'comma' : !areLooseInitials(text),
  );
}

/**
 *     Clay A., Ek B. C. and Fox D.          Clay A, Ek BC
 */
function initialsAfter(pieces: readonly Piece[]): string[] | null {
  const names: string[] = [];
  const people = pieces.filter((piece) => !piece.isGroup).length;
  // `Clay A, Ek BC.`: the list is a sentence.
  const isSentence =
    pieces.some(({ text }) => text.endsWith('.')) && pieces.slice(0, -1).some(({ text }) => /\s\p{Lu}+$/u.test(text));
  for (const piece of pieces) {
    const text = isSentence ? piece.text.replace(/(?<=\s\p{Lu}+)\.$/u, '') : piece.text;
    const name = piece.isGroup ? null : splitTrailingInitials(text);
    if (name === null && !piece.isGroup) return null;
    // `Fermi LAT` alone is not a person.
    if (name !== null && people === 1 && /^\p{Lu}{3}$/u.test(name.given)) return null;
    names.push(name === null ? nameOf(piece) : joinName(name.given, name.family, piece.suffix));
  }
  return names;
}

/** A name printed as `First Last`. */
function nameOf({ text, suffix }: Piece): string {
  const name = endsSentence(text) ? text.slice(0, -1) : text;
  return suffix === '' ? name : `${name} ${suffix}`;
}

/** Whether the period after a name is not part of it: `Bo Ek.`, `Bo Ek Jr..`, not `Bo Ek Jr.`, `Kites, Inc.` */
function endsSentence(name: string): boolean {
  if (!name.endsWith('.')) return false;
  if (name.endsWith('..')) return true;
  const lastWord = name.slice(name.lastIndexOf(' ') + 1);
  return /\p{L}\p{Ll}\.$/u.test(name) && !isSuffix(lastWord) && !/^(?:Inc|Ltd)\.$/.test(lastWord);
}
