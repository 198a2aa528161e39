import { goesOnAfterHyphen } from '../../text/hyphen.ts';

/**
 * What was between two lines of a text before they were wrapped: a space, or nothing. Most programs break lines only at
 * spaces; w3m also breaks within words, and html2text after hyphens.
 *
 *     https:/          Jean-         $\
 *     /example.org     Luc Moss      lambda$-Calculus
 *
 * @param before the text so far
 * @param after the next line
 * @param isWrapped there was no room for the next word
 */
export function gapBetween(before: string, after: string, isWrapped: boolean): '' | ' ' {
  // A link may end a line before a comma, a period or a bracket.
  if (/^(?:[,;\]]|\.(?=\s|$))/.test(after)) return '';
  return isWrapped && isWithinWord(before, after) ? '' : ' ';
}

function isWithinWord(before: string, after: string): boolean {
  const word = before.slice(-200).replace(/^.*\s/s, '');
  const next = after.slice(0, 200).replace(/\s.*/s, '');
  const a = word.slice(-1);
  const b = next.charAt(0);
  if (a === '-' && word.length > 1) return goesOnAfterHyphen(word, next);
  if (/^[)\]}”’]/.test(next)) return true;
  //   https:/|/example.org     https://example.org/|a_b     A/|B     A|/B     but: A / B
  if (a === '/' && word.length > 1) {
    return (
      !/^https?:\/\/.*\/$/.test(word) ||
      next === after ||
      /[\d/_.#?=&-]/.test(next.replace(/(?<![.,;:)])[.,;:)]+$/, ''))
    );
  }
  if (b === '/' && next.length > 1) return true;
  //   $\|lambda        $M_|{\rm leaf}        x|^2
  if (a === '\\' || /[_^]$/.test(word) || /^[_^]/.test(next)) return true;
  if (b === '\\')
    return isInMath(before) ? !/[\p{L}]$/u.test(word) : /^\\["'`^~=.]\{?\p{L}/u.test(next) && /\p{L}$/u.test(word);
  //   $|[0, 1)$        $[0, 1)|$        but: $5 or $10
  if (a === '$' || b === '$') return isInMath(before) && !/^\$\d/.test(next);
  if (b === '{') return /[}\])]$|\\[a-z]+$/i.test(word);
  //   f|(x)[0]         but: kettles (see below)
  if (b === '(') return /(?:^|[^\p{L}])\p{L}$|[}\]^_)]$/u.test(word) && next.length < 12;
  if (b === '[') return /[)\]}]$/.test(word);
  //   ($10)|-trained
  if (b === '-') return next.length > 1 && /[)\]}$]$/.test(word);
  //   n=|5     Q|&A     but: n = 5
  if (/[=&<>|+—–]/.test(a)) return word.length > 1;
  return /[=&|—–]/.test(b) && next.length > 1;
}

/** Whether a formula is open at the end of the text. */
function isInMath(text: string): boolean {
  if ((text.match(/(?<!\\)\$/g)?.length ?? 0) % 2 === 0) return false;
  // `They cost $1,000 a year, small ones` is not a formula.
  return !/(?:\s\p{L}{2,}(?![\p{L}\w])[^\s$]*){3}/u.test(text.slice(text.lastIndexOf('$') + 1));
}
