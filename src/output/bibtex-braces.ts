import { ACCENT, LETTER } from '../tex/accents.ts';
import { mapText } from '../tex/math.ts';
import { texToUnicode } from '../tex/unicode.ts';

const GROUP = String.raw`\{(?:[^{}]|\{[^{}]*\})*\}`;
const ACCENTED = new RegExp(`${GROUP}|(?:${ACCENT})|${LETTER}`, 'gu');
// A word between spaces and punctuation; a braced group or a command is part of one word. U+FFFC: see mapText.
const WORD = new RegExp(String.raw`(?:${GROUP}|\\(?:[A-Za-z]+|\S)|[^\s\-–—/:,;.()"“”?!{}\\\ufffc])+`, 'gu');

/**
 * Puts TeX accents in braces; otherwise BibTeX treats `\'E` as two characters when it sorts and abbreviates names:
 *
 *     Andr\'e S\o rby   →   Andr{\'e} S{\o}rby
 */
export function bracedAccents(tex: string): string {
  return tex.replace(ACCENTED, (match) => (match.startsWith('{') ? match : `{${withDot(match.trim())}}`));
}

/** Replaces `\'{\i}`, which old TeX needs for an i without its dot, by `\'{i}`, which every reader understands. */
function withDot(accented: string): string {
  return accented.replace(/(?<=.)\{?\\([ij])(?:\{\})?\}?$/, '{$1}');
}

/**
 * Puts braces around the words of a title that BibTeX styles must not convert to lower case:
 *
 *     BERT learns LoRA for $U(1)$          →   {BERT} learns {LoRA} for {$U(1)$}
 *     Tracing light through the Milky Way  →   Tracing light through the {Milky} {Way}
 *
 * These are words with a capital after the first letter, or with a capital and a digit. In a title in sentence case, they
 * are all capitalized words except the first one of a sentence.
 */
export function protectCapitals(title: string): string {
  const isSentenceCase = isInSentenceCase(title);
  return mapText(
    title,
    (text) =>
      text.replace(WORD, (word: string, offset: number) => {
        const startsSentence = /(?:^|[:.?!–—-])[\s"“(]*$/u.test(text.slice(Math.max(0, offset - 8), offset));
        return needsBraces(word, isSentenceCase && !startsSentence) ? inBraces(word) : word;
      }),
    (math) => (/[A-Z]/.test(math) ? `{${math}}` : math),
  );
}

function needsBraces(word: string, isCapitalMeaningful: boolean): boolean {
  if (/^\{[^\\].*\}$/s.test(word)) return false;
  const visible = texToUnicode(word).replace(/[{}]/g, '');
  if (/.\p{Lu}|^\p{Lu}.*\d/su.test(visible)) return true;
  return /^\p{Lu}/u.test(visible) && (isCapitalMeaningful || (visible.length === 1 && visible !== 'A'));
}

function inBraces(word: string): string {
  // BibTeX changes case inside a group that begins with a command; the outer braces prevent that.
  return word.startsWith('\\') ? `{{${word}}}` : `{${word}}`;
}

/** Whether most longer words after the first one begin with a lower-case letter. */
function isInSentenceCase(title: string): boolean {
  const longer = (texToUnicode(title).match(/\p{L}{4,}/gu) ?? []).slice(1);
  const small = longer.filter((word) => /^\p{Ll}/u.test(word));
  return small.length > longer.length / 2;
}
