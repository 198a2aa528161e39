import { type Authors, readAuthors } from '../../names/authors.ts';
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
export function splitInlineTitle(line: EntryLine): { title: string; authors: Authors } {
  const { names } = line.line;
  const { text } = line;
  const at = names[0] === undefined ? guessedStart(text) : text.indexOf(names[0]);
  return { title: text.slice(0, at).trim(), authors: readAuthors(text.slice(at).trim(), 'given-first') };
}

/** Start of the names at the end: two words before the first comma that is followed only by names. */
function guessedStart(text: string): number {
  const parts = text.split(', ');
  let first = parts.length - 1;
  while (first > 0 && nameDoubts(parts[first] ?? '') < 3) first -= 1;
  const before = parts.slice(0, first).join(', ');
  const words = (parts[first] ?? '').split(' ');
  let start = Math.max(words.length - 2, before === '' ? 1 : 0);
  while (start > 1 && (INITIAL.test(words[start] ?? '') || PARTICLE.test(words[start] ?? ''))) start -= 1;
  return (before === '' ? 0 : before.length + 2) + words.slice(0, start).join(' ').length;
}
