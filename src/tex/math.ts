/** A piece of a TeX text: mathematics with its delimiters, or the text between. */
export interface TexPart {
  readonly text: string;
  readonly isMath: boolean;
}

// OBJECT REPLACEMENT CHARACTER: stands in for mathematics.
const MATH_BESIDE = '\ufffc';
const OPENER = /\\[\s\S]|\$\$?/g;
// Commands that do not occur in amounts of money.
const TEX_SIGN = /\\[A-Za-z]|[\^_]/;
//     US$ 5     CA$ 5
const CURRENCY = /[\s(][A-Z]{1,2}$/;

/**
 * Splits a text into pieces; joined, they are the text again.
 *
 *     the $H_0$ tension costs \$5      →  "the " | "$H_0$" | " tension costs \$5"
 *
 * Mathematics is `$…$`, `$$…$$`, `\(…\)` and `\[…\]`; an unmatched delimiter is text. Amounts of money are not
 * mathematics: see {@link isMoney}.
 */
export function texParts(text: string): TexPart[] {
  const parts: TexPart[] = [];
  // Do not search again for a closing delimiter that was not found; this keeps the loop linear.
  const missing = new Set<string>();
  let from = 0;
  OPENER.lastIndex = 0;
  for (let match = OPENER.exec(text); match !== null; match = OPENER.exec(text)) {
    const closer = closerOf(match[0]);
    if (closer === null || missing.has(closer)) continue;
    const close = findUnescaped(text, closer, OPENER.lastIndex);
    if (close < 0) {
      missing.add(closer);
      continue;
    }
    if (closer === '$' && isMoney(text.slice(OPENER.lastIndex, close), text.slice(close + 1, close + 3))) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), isMath: false });
    from = close + closer.length;
    parts.push({ text: text.slice(match.index, from), isMath: true });
    OPENER.lastIndex = from;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isMath: false });
  return parts;
}

/**
 * Applies `change` to the text outside of mathematics. Adjacent mathematics is represented by U+FFFC, so that rules can look
 * at neighbours; `change` must keep it.
 */
export function mapText(text: string, change: (text: string) => string, changeMath = (math: string) => math): string {
  const parts = texParts(text);
  return parts
    .map((part, index) => {
      if (part.isMath) return changeMath(part.text);
      const before = index === 0 ? '' : MATH_BESIDE;
      const after = index === parts.length - 1 ? '' : MATH_BESIDE;
      const changed = change(before + part.text + after);
      return changed.slice(before.length, changed.length - after.length);
    })
    .join('');
}

/**
 * Whether two dollar signs denote money. As in pandoc (extension `tex_math_dollars`), mathematics has no space just inside its
 * delimiters and no digit after them. If no number follows the first sign, TeX syntax decides too: `$ x_1 $`, `$z\sim$2`.
 *
 * After an amount, a dollar sign next to a letter opens mathematics rather than closing it.
 *
 *     From $5 to $10      $5 or US$10      $5, that is US$ 5      for $5, in $O(n)$
 *
 * @param next the two characters after the second sign
 */
function isMoney(content: string, next: string): boolean {
  const followsAmount = /^\d.*\s/.test(content) && !TEX_SIGN.test(content);
  if (followsAmount && (/^[\p{L}\\]/u.test(next) || (/^\s\d/.test(next) && CURRENCY.test(content)))) return true;
  if (/^\S/.test(content) && /\S$/.test(content) && !/^\d/.test(next)) return false;
  return /^\s*\d/.test(content) || !TEX_SIGN.test(content);
}

function closerOf(opener: string): string | null {
  if (opener.startsWith('$')) return opener;
  if (opener === '\\(') return '\\)';
  return opener === '\\[' ? '\\]' : null;
}

function findUnescaped(text: string, searched: string, from: number): number {
  let at = text.indexOf(searched, from);
  while (at > 0 && text[at - 1] === '\\') at = text.indexOf(searched, at + 1);
  return at;
}
