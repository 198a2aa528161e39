import { texToUnicode } from '../tex/unicode.ts';
import { isGroup } from './group.ts';
import { isSuffix } from './name.ts';

/** The parts of a person's name as reference managers use them; a missing part is ''. */
export interface PersonName {
  readonly given: string;
  /** `van den` in `M. E. van den Ancker`. */
  readonly particle: string;
  readonly family: string;
  /** `Jr.` or `III`. */
  readonly suffix: string;
}

/** A name that has no parts: `The Example Collaboration`. */
export interface GroupName {
  readonly literal: string;
}

// A part of a name may contain spaces inside braces or after a TeX command: `{Le Blanc}`, `\v Sesti\'c`.
const PIECE = /(?:\{(?:[^{}]|\{[^{}]*\})*\}|\\(?:[A-Za-z]+\s*|[\s\S])|\S)+/g;
/** Capitalized words that begin a family name: `Le Roux`, `Ben David`. */
const CAPITAL_PARTICLE =
  /^(?:D[aeiou]|Das|Del|Dell[ao]|Dei|Degli|Dal|Dall[ae]|Dos|Des|Den|Der|Van|V[ao]n|Vom|Zu[mr]?|Te[nr]?|L[aeo]|Les|El|Al|A[iï]t|Ould|B[ei]n|Bint|Bar|Ibn|Ab[ou]u?|Abd|Ma?c|Sa?int|Santa|San|St\.?)$/;
/** Portuguese suffixes that are not family names of their own: `Silva Neto`. */
const SON = /^(?:Neto|Netto|Filho|J[uú]nior|Sobrinho)$/;
/** Spanish family names that are not given names: the first family name if another follows. */
const FATHERS =
  /^(?:\p{Lu}\p{L}{2,}[eé]z|Garc[ií]a|Mu[nñ]oz|Ruiz|D[ií]az|Moreno|Romero|Navarro|Torres|Ramos|Serrano|Molina|Morales|Ortega|Delgado|Ortiz|Rubio|Medina|Castillo|Guerrero|Prieto|Calvo|Herrera|Pe[nñ]a|Flores|Cabrera|Fuentes|Carrasco|Reyes|Aguilar|Montero|Hidalgo|Vargas|Carmona|Rojas|Rivera|Mendoza|Salas|Vega|Castro)$/u;
/** In Vietnamese names, `Van` and `Le` are between the family and the given name. */
const VIETNAMESE =
  /^(?:Nguy[eễ]n|Tr[aầ]n|L[eê]|Ph[aạ]m|Ho[aà]ng|Hu[yỳ]nh|Phan|V[uũ]|V[oõ]|[DĐ][aặ]ng|B[uù]i|[DĐ][oỗ]|Ng[oô]|D[uư][oơ]ng)$/;
const CONJUNCTION = /^[yei]$/;

/**
 * Splits a name written with given names first, or as `Family, Given`.
 *
 *     Ewine F. van der Berg     → given `Ewine F.`, particle `van der`, family `Berg`
 *     G. De Santi Jr.           → given `G.`, family `De Santi`, suffix `Jr.`
 *     Pierre Le Roux            → given `Pierre`, family `Le Roux`
 *     Pedro Salas y Mora        → given `Pedro`, family `Salas y Mora`
 *     Lucía Muñoz Arancibia     → given `Lucía`, family `Muñoz Arancibia`
 *
 * Other family names of two words cannot be distinguished from given names: only the last word is used.
 */
export function splitName(name: string): PersonName | GroupName {
  const comma = `${name},`.indexOf(',');
  const beforeComma = name.slice(0, comma).trim();
  if (isGroup(name) || /^for\s/i.test(name) || beforeComma === '') return { literal: name };
  const pieces = Array.from(beforeComma.matchAll(PIECE), ({ 0: piece }) => piece);
  const afterComma = name.slice(comma).split(',');
  const rest = afterComma.map((part) => part.trim()).filter((part) => part !== '');
  const suffix = (isSuffix(pieces.slice(1).at(-1) ?? '') ? pieces.pop() : undefined) ?? takeSuffix(rest);
  if (rest.length > 0) return { given: rest.join(' '), ...familyFrom(pieces, 0), suffix };
  const start = familyStart(pieces);
  return { given: pieces.slice(0, start).join(' '), ...familyFrom(pieces, start), suffix };
}

function takeSuffix(parts: string[]): string {
  const index = parts.findIndex(isSuffix);
  return index < 0 ? '' : parts.splice(index, 1).join('');
}

/** The index at which the family name with its particle starts. */
function familyStart(pieces: readonly string[]): number {
  const last = pieces.length - 1;
  const words = pieces.map((piece) => texToUnicode(piece));
  const lowercase = pieces.findIndex((piece, index) => index > 0 && index < last && isLowercase(piece));
  const isWord = (index: number, pattern: RegExp) => words.slice(index, index + 1).some((word) => pattern.test(word));
  let start = lowercase < 0 ? last : lowercase;
  if (lowercase > 1 && isWord(lowercase, CONJUNCTION)) return lowercase - 1;
  if (lowercase < 0 && last > 1 && (isWord(last, SON) || isWord(last - 1, FATHERS))) start = last - 1;
  const isVietnamese = isWord(0, VIETNAMESE);
  while (start > 1 && !isVietnamese && isWord(start - 1, CAPITAL_PARTICLE)) start -= 1;
  return start;
}

function familyFrom(pieces: readonly string[], start: number): { particle: string; family: string } {
  const words = pieces.slice(start);
  const family = words.findIndex((word, index) => index === words.length - 1 || !isLowercase(word));
  return { particle: words.slice(0, family).join(' '), family: words.slice(family).join(' ') };
}

/** A group in braces has no case, as in BibTeX; one that begins with a command is an accented letter. */
function isLowercase(piece: string): boolean {
  return !/^\{[^\\]/.test(piece) && /^[^\p{L}]*\p{Ll}/u.test(texToUnicode(piece));
}
