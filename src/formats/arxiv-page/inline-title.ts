import { readAuthors } from '../../names/authors.ts';
import type { AuthorField } from './authors.ts';
import type { EntryLine } from './entries.ts';
import { nameDoubts } from './name-doubts.ts';

const INITIAL = /^\p{Lu}\.(?:-?\p{Lu}\.)*$/u;
const PARTICLE = /^(?:al|bin|d[aeiou]|del|della|den|der|dos|du|el|ibn|la|le|te|ten|ter|v[ao]n|'t)$/;

/**
 * Splits a title and authors that are on one line without a separator:
 *
 *     Folding Paper Lanterns with Fewer Creases Jae Won Park, Jo Hartley
 *                                               ^
 */
export function splitInlineTitle(line: EntryLine): { title: string; authors: AuthorField } {
  const { names } = line.line;
  const { text } = line;
  const at = names[0] === undefined ? guessedStart(text) : text.indexOf(names[0]);
  const { authors, authorCount } = readAuthors(text.slice(at).trim(), 'given-first');
  return { title: text.slice(0, at).trim(), authors: { names: authors, count: authorCount } };
}

/** Start of the names at the end: two words before the first comma that is followed only by names. */
function guessedStart(text: string): number {
  const parts = text.split(', ');
  const first = Math.max(
    0,
    parts.findLastIndex((part) => nameDoubts(part) >= 3),
  );
  const before = parts.slice(0, first).map((part) => `${part}, `);
  const words = parts.slice(first, first + 1).flatMap((part) => part.split(' '));
  const isInName = (word: string) => INITIAL.test(word) || PARTICLE.test(word);
  let start = Math.max(words.length - 2, first === 0 ? 1 : 0);
  while (start > 1 && words.slice(start, start + 1).some(isInName)) start -= 1;
  return before.join('').length + words.slice(0, start).join(' ').length;
}
