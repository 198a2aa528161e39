import { ACCENT, LETTER, LETTERS } from '../tex/accents.ts';
import { remembering } from './remember.ts';

/**
 * Folds text for comparison: texts that look equal to a reader become equal.
 *
 *     Schrödinger   Schr\"odinger   Schr{\"o}dinger     schrodinger
 *     Łukasz Weiß   {\L}ukasz Wei\ss                    lukasz weiss
 *     ﬁne‑tuning    ﬁne–tuning                          fine-tuning
 *     “it’s tea”    ``it's tea''                        "it's tea"
 */
export function fold(text: string): string {
  return (isPlain(text) ? text : text.replace(PIECE, foldPiece)).toLowerCase();
}

/** Whether the text and its folded form differ only in case. */
export function isPlain(text: string): boolean {
  return !NOT_PLAIN.test(text) && !text.includes("''") && !text.includes('  ');
}

/** Folded text with a mapping of its ranges to the original text. */
export interface FoldedText {
  readonly text: string;
  /** The range of the original text for a range of the folded text. */
  original(start: number, end: number): [start: number, end: number];
}

export function foldWithOffsets(text: string): FoldedText {
  let folded = '';
  /** For each code unit of the folded text, the start and end of its source in the original text. */
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (piece: string, start: number, end: number) => {
    for (const _ of piece.split('')) {
      starts.push(start);
      ends.push(end);
    }
    folded += piece;
  };
  const addPlain = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) add(text.charAt(at), at, at + 1);
  };
  let at = 0;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    addPlain(at, index);
    at = index + piece.length;
    add(foldPiece(piece), index, at);
  }
  addPlain(at, text.length);
  return {
    text: folded.toLowerCase(),
    original: (start, end) => [starts[start] ?? text.length, ends[end - 1] ?? starts[start] ?? text.length],
  };
}

/** Spaces of every kind, and zero-width characters: soft hyphen, zero-width space and joiners. */
const BLANK = String.raw`\s\u00ad\u200b-\u200d\u2060`;
const NOT_PLAIN = /[^ -[\]-_a-~]/;
const TWO_ACCENTS = String.raw`\\['"\x60^~=.]\{(?:${ACCENT})\}`;
const PIECE = new RegExp(
  [
    String.raw`\\\\`,
    //   {\'{\^e}}   {\'e}   {\ss}
    String.raw`\{(?:${TWO_ACCENTS}|${ACCENT}|${LETTER})\}`,
    `${TWO_ACCENTS}|${ACCENT}|${LETTER}`,
    String.raw`\\[&%$#_]`,
    String.raw`\x60\x60?|''`,
    ` [${BLANK}]+|(?! )[${BLANK}]+`,
    String.raw`[A-Za-z]\p{M}+|[^\0-\x7f]\p{M}*`,
  ].join('|'),
  'gu',
);
const TEX_LETTER = new RegExp(String.raw`^\{?${LETTER}\}?$`, 'u');

function foldPiece(piece: string): string {
  if (/^[ -~]+$/.test(piece)) {
    if (piece === "''" || piece === '``') return '"';
    if (piece === '`') return "'";
    if (piece.trim() === '') return ' ';
  }
  if (piece.startsWith('\\') || piece.startsWith('{')) return foldTex(piece);
  return foldCharacters(piece);
}

function foldTex(piece: string): string {
  const groups = TEX_LETTER.exec(piece);
  if (groups !== null) return foldCharacters(LETTERS[groups[1] ?? ''] ?? '');
  // The letter of an accented letter comes last: `\'{\^e}`, `\v s`, `\c\i`. So does the character in `\&`.
  const base = /([^\\{}\s])[{}\s]*$/u.exec(piece)?.[1];
  return base === undefined ? piece : foldCharacters(base);
}

/** Letters that Unicode does not decompose into a plain letter and a mark. */
const LETTER_SPELLINGS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ȷ: 'j',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ς: 'σ',
};

const foldCharacters = remembering(computeFolded, { most: 10_000 });

function computeFolded(characters: string): string {
  if (BLANKS.test(characters)) return /\s/.test(characters.replace(/\ufeff/g, '')) ? ' ' : '';
  return characters
    .replace(/\u00b4/g, "'")
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{Pd}\u2043\u2212]/gu, '-')
    .replace(/[\u2018-\u201b\u2032\u02b9-\u02bf\u2039\u203a]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb\u300c-\u300f]/g, '"')
    .replace(/[\u2044\u2215]/g, '/')
    .replace(/[łøđðþßæœıȷħŧŋς]/g, (letter) => LETTER_SPELLINGS[letter] ?? letter)
    .replace(/\s+/g, ' ');
}

const BLANKS = new RegExp(`^[${BLANK}]+$`, 'u');
