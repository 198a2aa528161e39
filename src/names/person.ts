import { texToUnicode } from '../tex/unicode.ts';

/** A person's name in the parts that reference managers sort by; a part that a name lacks is ''. */
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

// A piece of a name may hold blanks inside braces or after a TeX command: `{Le Blanc}`, `\v Sesti\'c`.
const PIECE = /(?:\{(?:[^{}]|\{[^{}]*\})*\}|\\(?:[A-Za-z]+\s*|[\s\S])|\S)+/g;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const CAPITAL_PARTICLE = /^(?:De|Del|Della|Di|Da|Dos|Du|Des|Van|Von|Ter)$/;
const GROUP =
  /\b(?:collaborations?|consortium|team|group|project|survey|experiment|network|alliance|initiative|committee)\b|^the\s/i;

/**
 * The parts of a name printed as people write it, given names first; `Family, Given` is understood too.
 *
 *     Ewine F. van der Berg     → given `Ewine F.`, particle `van der`, family `Berg`
 *     G. De Santi Jr.           → given `G.`, family `De Santi`, suffix `Jr.`
 *     Pedro Salas y Mora        → given `Pedro`, family `Salas y Mora`
 *
 * Family names of two words without a particle cannot be told from given names: only the last word is taken.
 */
export function splitName(name: string): PersonName | GroupName {
  const [beforeComma = '', ...afterComma] = name.split(',').map((part) => part.trim());
  if (GROUP.test(name) || beforeComma === '') return { literal: name };
  const pieces = beforeComma.match(PIECE) ?? [];
  const rest = afterComma.filter((part) => part !== '');
  const suffix = (pieces.length > 1 && SUFFIX.test(pieces.at(-1) ?? '') ? pieces.pop() : undefined) ?? takeSuffix(rest);
  if (rest.length > 0) return { given: rest.join(' '), ...familyFrom(pieces, 0), suffix };
  const start = familyStart(pieces);
  return { given: pieces.slice(0, start).join(' '), ...familyFrom(pieces, start), suffix };
}

function takeSuffix(parts: string[]): string {
  const index = parts.findIndex((part) => SUFFIX.test(part));
  return index < 0 ? '' : parts.splice(index, 1).join('');
}

/** Where the family name with its particle starts. */
function familyStart(pieces: readonly string[]): number {
  const last = pieces.length - 1;
  let start = pieces.findIndex((piece, index) => index > 0 && index < last && isLowercase(piece));
  if (start < 0) start = last;
  else if (pieces[start] === 'y' && start > 1) return start - 1;
  while (start > 1 && CAPITAL_PARTICLE.test(pieces[start - 1] ?? '')) start -= 1;
  return start;
}

function familyFrom(pieces: readonly string[], start: number): { particle: string; family: string } {
  let family = start;
  while (family < pieces.length - 1 && isLowercase(pieces[family] ?? '')) family += 1;
  return { particle: pieces.slice(start, family).join(' '), family: pieces.slice(family).join(' ') };
}

/** A group in braces has no case, as in BibTeX; one that begins with a command is an accented letter. */
function isLowercase(piece: string): boolean {
  return !/^\{[^\\]/.test(piece) && /^[^\p{L}]*\p{Ll}/u.test(texToUnicode(piece));
}
