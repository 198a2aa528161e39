import { readDetailLine } from './detail-line.ts';
import { plainText, readDetail } from './details.ts';
import { holdsPaperLink } from './entry.ts';

//     **Notes:** I should build one.     *Why it matters* – …
const OTHER_LABEL = /^[*_]{1,3}[^*_]{2,40}[*_]{1,3}(?:\s?[:：–—-]|\s?$)|^[*_]{1,3}[^*_]{2,40}[:：.][*_]{1,3}(?=\s|$)/u;
//     Wet Ropes 2026-03-08 · Gus Jahn, Hal Kerr · 5 upvotes
const PARTS = /\s[·|•]\s[^·|•]{1,300}\s[·|•]\s/;
const STARTS = /^["“‘'([¿¡]?[\p{Lu}\p{Lo}\d$\\]/u;
const ENDS = /[.!?…。！？]["”’')\]]{0,2}$/u;
/** A sentence may be as short as this if it ends like one, in words. */
const SHORTEST = 4;
/** A text without an end is a sentence from this length on, in words. */
const SHORTEST_OPEN = 20;

/** A title has as many words, unless it is taken for a name. */
const FEWEST = 2;

/** Whether a text is a paragraph about a paper: sentences, and nothing that stands for something else. */
export function isProse(markdown: string): boolean {
  if (OTHER_LABEL.test(markdown) || PARTS.test(markdown) || holdsPaperLink(markdown)) return false;
  const text = plainText(markdown);
  if (!STARTS.test(text)) return false;
  if (/\p{Lo}{12}/u.test(text)) return true;
  const words = text.split(' ');
  return countSmall(words) * 2 >= words.length - 1 && words.length >= (ENDS.test(text) ? SHORTEST : SHORTEST_OPEN);
}

/** Whether a line may be a title above sentences: it does not end like one, and most of its words are capitalized. */
export function mayBeTitle(line: string): boolean {
  const text = plainText(line);
  const words = text.split(' ');
  return STARTS.test(text) && !ENDS.test(text) && words.length >= FEWEST && countSmall(words) * 2 < words.length - 1;
}

function countSmall(words: readonly string[]): number {
  return words.filter((word) => /^\p{Ll}/u.test(word)).length;
}

/**
 * The index of the line of an entry with which sentences about the paper begin; the number of lines if there are none.
 *
 *     Folding Kites
 *     Ada Clay, Bo Ek · 2026-01-02
 *     Kites fold. They fold again.     ← 2
 */
export function startOfProse(lines: readonly string[], from = 0): number {
  for (const [at, line] of lines.entries()) {
    if (at < from || readDetail(line) !== null || readDetailLine(line) !== null) continue;
    return isProse(lines.slice(at).join('\n')) ? at : lines.length;
  }
  return lines.length;
}
