import { MONTHS } from '../../calendar/day.ts';
import { CASE, threeLettersOf } from '../../input/ascii.ts';
import { isFurniture, isPageFooter, isPageHeader, labelLimits } from './furniture.ts';

const ROW_WORDS = ['upvote', 'github', 'view', 'arxiv', 'project', 'published', 'submitted by', 'hugging face'];

/** By their first letters, as {@link threeLettersOf} gives them: how long lines are at most that may be a row or of the page. */
export const startLimits: ReadonlyMap<number, number> = new Map([
  ...[...labelLimits].map(([start, limit]) => [threeLettersOf(start), limit] as const),
  ...[...MONTHS, ...ROW_WORDS, 'page'].map((start) => [threeLettersOf(start), Infinity] as const),
]);

/**
 * Whether a line is text of a paper and cannot be anything else: a row, markup, a part of the page. Nearly all titles are
 * told by native searches alone.
 *
 * @param text of ASCII with single spaces
 */
export function isTextForCertain(text: string): boolean {
  return isPlainText(text) || !mayBeMoreThanText(text);
}

const LETTER_A = 0x61;
const LETTER_Z = 0x7a;

/** The same for text that has none of the letters and characters which anything else has. */
function isPlainText(text: string): boolean {
  const first = text.charCodeAt(0) | CASE;
  if (first < LETTER_A || first > LETTER_Z || text.length < 6) return false;
  if (text.length <= (startLimits.get(firstLetters(text)) ?? 0)) return false;
  if (text.includes('[') || text.includes(']') || text.includes('20')) return false;
  if (text.includes(':') && /https?:/i.test(text)) return false;
  const last = text.charAt(text.length - 1);
  // (x)     ___     … community
  return last !== ')' && last !== '_' && !((last === 'y' || last === 'Y') && /community$/i.test(text));
}

/** The first three letters, without spaces between them, as {@link threeLettersOf} gives them: `A Study` is `ast`. */
function firstLetters(text: string): number {
  const second = text.charAt(1) === ' ' ? 2 : 1;
  const third = second + (text.charAt(second + 1) === ' ' ? 2 : 1);
  return threeLettersOf(text.charAt(0) + text.charAt(second) + text.charAt(third));
}

// Broader than the rules.
function mayBeMoreThanText(text: string): boolean {
  const label = text.toLowerCase();
  if (/^(?:[^a-z"'(]|$)|20\d\d|https?:|[[\]]|\)$/.test(label) || mayStartRow(label)) return true;
  return isPageHeader(text) || isPageFooter(text) || isFurniture(text);
}

function mayStartRow(label: string): boolean {
  if (label === 'page' || ROW_WORDS.some((word) => label.startsWith(word))) return true;
  return MONTHS.includes(label.slice(0, 3)) && /^[a-z.]*\s+\d/.test(label.slice(3));
}
