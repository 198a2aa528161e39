import { fold } from '../text/folded.ts';

/**
 * A test for names of people and organizations that contain the words of a name as whole words, in any order. A single
 * letter matches any word that begins with it.
 *
 *     li          Wei Li        not  Niels Ligterink
 *     Li, Wei     Wei Li, Wei-Min Li
 *     w. li       Wei Li
 *     o'neil      Seán O’Neil
 */
export function nameTest(wanted: string): (name: string) => boolean {
  const words = nameWords(wanted);
  const whole = words.filter((word) => !isInitial(word));
  const initials = words.filter(isInitial);
  return (name) => {
    const left = nameWords(name);
    const take = (test: (word: string) => boolean) => {
      const index = left.findIndex(test);
      if (index >= 0) left.splice(index, 1);
      return index >= 0;
    };
    return (
      words.length > 0 &&
      whole.every((word) => take((other) => other === word)) &&
      initials.every((initial) => take((other) => other.startsWith(initial)))
    );
  };
}

/** The words of a name, folded: `Seán O’Neil-Wren` has `sean`, `oneil` and `wren`. */
export function nameWords(name: string): string[] {
  return (
    fold(name)
      .replace(/'/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function isInitial(word: string): boolean {
  return /^[a-z]$/.test(word);
}
