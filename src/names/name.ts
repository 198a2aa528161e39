/** The first half of a letter that was read in a wrong encoding: `DÄ…browski`, `PetroviÄ‡`, `Ã…se`. */
export const MISREAD = '[ÃÄÅ]';

/** One character of a name, also if its encoding was damaged: `GroÃŸ`, `M\ufffdller`, `M?ller`. */
export const NAME_CHARACTER = String.raw`(?:[\p{L}\p{M}'’.\ufffd-]|(?<=${MISREAD})[^\s\p{L}\p{M}'’.,;?\ufffd-]|(?<=\p{L})\?(?=\p{L}))`;

const SUFFIX = /^(?:jr|sr|ii|iii|iv|2nd|3rd|4th)\.?$/i;
const DEGREE = /^(?:ph\.?\s?d|m\.?sc|b\.?sc)\.?$/i;
//     MD, which may also be initials
const DEGREE_IN_CAPITALS = /^(?:MD|MPH|MBA|DDS|DVM|DPhil|PharmD|FRCP|M\.D\.|M\.P\.H\.)$/;

//     A.   A.-B.   Yu. N.   J.R.T.   J.-L
const INITIALS = /^(?![JS]r\.$)(?:\p{Lu}\p{Ll}?\.[ -]?)+\p{Lu}?$/u;
//     A   JW   JRT   S-H   A B.
const LOOSE_INITIALS =
  /^(?!(?:II|III|IV|[JS]r\.)$)(?:(?:\p{Lu}\p{Ll}?\.[ -]?)+\p{Lu}?|\p{Lu}{1,3}|\p{Lu}(?:[ -]\p{Lu}\.?){1,3})$/u;
const ENDS_IN_CAPITAL = /[\p{Lu}.]$/u;

export function isSuffix(text: string): boolean {
  return SUFFIX.test(text);
}

/** @param name the one before the text */
export function isDegree(text: string, name: string): boolean {
  return DEGREE.test(text) || (DEGREE_IN_CAPITALS.test(text) && !isOneWord(name));
}

/** Whether the text consists only of initials with periods. */
export function isInitials(text: string): boolean {
  return INITIALS.test(text);
}

/** Whether the text consists only of initials, with or without periods. */
export function areLooseInitials(text: string): boolean {
  return LOOSE_INITIALS.test(text);
}

/** Splits a name in two: `Clay A. B. Jr.` → `Clay Jr.`, `A. B.`; null if it does not end in initials or begins with some. */
export function splitTrailingInitials(name: string): { readonly family: string; readonly given: string } | null {
  const bare = withoutSuffix(name);
  if (!ENDS_IN_CAPITAL.test(bare.slice(-1))) return null;
  const words = bare.split(' ');
  const start = words.findLastIndex((word) => !areLooseInitials(word)) + 1;
  const family = words.slice(0, start).join(' ');
  if (start === words.length || !isFamily(family)) return null;
  return { family: family + name.slice(bare.length), given: words.slice(start).join(' ') };
}

/** Whether the text may be a family name alone: it has no initials. */
export function isFamily(text: string): boolean {
  const name = withoutSuffix(text);
  return name !== '' && !name.includes('.', name.startsWith('St. ') ? 3 : 0);
}

const PARTICLE = /^[^\p{L}]*\p{Ll}|^(?:Le|La|El|Al|Ben|Bin|Ibn|Von|Van|De|Da|Di|Du|Dos|Del|Della|Mac|Mc|St\.)$/u;

/** `李伟`: in a list, a surname and a given name are not separated by a comma. */
export function isWholeHanName(text: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(text);
}

/** Whether the text is one word, with or without particles: `Clay`, `van der Berg`, `Le Roux Jr.` */
export function isOneWord(text: string): boolean {
  const words = withoutSuffix(text).split(' ');
  return words.every((word, index) => (index < words.length - 1 ? PARTICLE.test(word) : !word.includes('.')));
}

function withoutSuffix(text: string): string {
  return cutSuffix(text)[0];
}

/** `Clay Jr.` → `Clay`, `Jr.` */
function cutSuffix(text: string): [name: string, suffix: string] {
  const space = text.lastIndexOf(' ');
  const suffix = text.slice(space + 1);
  return space > 0 && isSuffix(suffix) ? [text.slice(0, space), suffix] : [text, ''];
}

/** `Ada`, `Clay Jr.` → `Ada Clay Jr.`; a suffix may follow the given name too, as in MEDLINE: `Clay, Ada Jr`. */
export function joinName(given: string, family: string, suffix: string): string {
  const [givenName, behindGiven] = cutSuffix(given);
  const [familyName, behindFamily] = cutSuffix(family);
  return [givenName, familyName, behindFamily, behindGiven, suffix].filter((piece) => piece !== '').join(' ');
}

//     Ada Clay$^{1,2}$     Ada Clay^1     Ada Clay <clay@example.org>
const TEX_MARK = /\$\s?\^[^$]{0,60}\$|(?<!\\)\^\{?[\d,*]{1,20}\}?|\s?<[^<>]{0,200}>/g;
//     1. Ada Clay     [2] Bo Ek
const NUMBER = /^\[?\d{1,3}[.)\]]\s/;
const BEGINS_MISREAD = new RegExp(MISREAD);
const MARKS = new Set(' *∗⋆_†‡§¶‖#✉✝^⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉,');

/** Removes footnote marks, numbers, addresses and emphasis around a name. */
export function withoutMarks(text: string): string {
  if (/^[A-Z][^$^<>\d]*[a-z]$/.test(text)) return text;
  let name = /[$^<]/.test(text) ? text.replace(TEX_MARK, '') : text;
  name = name.trim().replace(NUMBER, '');
  const start = [...name.slice(0, 4)].findIndex((character) => !MARKS.has(character));
  name = name.slice(Math.max(0, start));
  if (/^\{[^{}]*\}$/.test(name)) name = name.slice(1, -1);
  return name.slice(0, endOfName(name)).trim();
}

function endOfName(name: string): number {
  let end = name.length;
  while (end > 0 && MARKS.has(name.charAt(end - 1)) && !BEGINS_MISREAD.test(name.charAt(end - 2))) end -= 1;
  let letters = end;
  while (letters > 0 && /[\d,]/.test(name.charAt(letters - 1))) letters -= 1;
  // `Ada Clay1`, `Ada Clay 0012`, not `NA62`.
  const isMark = letters < end && /[\p{Ll}.\s]/u.test(name.charAt(letters - 1));
  if (!isMark) return end;
  while (letters > 0 && MARKS.has(name.charAt(letters - 1))) letters -= 1;
  return letters;
}
