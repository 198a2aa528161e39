import { distance } from 'fastest-levenshtein';

/**
 * Normalizes a name for comparison: `author-count` and `AUTHORCOUNT` mean `authorCount`, but `-authorCount` does not. The
 * `--` of an option does not count.
 */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^--/, '')
    .replace(/(?<!^)[-_]/g, '');
}

/** Finds a name, ignoring case and hyphens. */
export function findName<Name extends string>(text: string, names: readonly Name[]): Name | undefined {
  return names.find((name) => name === text) ?? names.find((name) => plain(name) === plain(text));
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}

/** Words up to this length, like `json`, may differ in only one letter. */
const SHORT = 6;

/** `` (did you mean NAME?)``, or nothing if no name is similar. */
export function suggestion(text: string, names: readonly string[]): string {
  return didYouMean(nearestName(text, names));
}

/** @param name that of {@link nearestName} */
export function didYouMean(name: string): string {
  return name === '' ? '' : ` (did you mean ${name}?)`;
}

/**
 * The most similar name, or nothing: at most two letters, or one in three, may differ; in short words, not the first letter
 * and another one. Otherwise a name that contains the text: `citationCount` for `citations`.
 */
export function nearestName(text: string, names: readonly string[]): string {
  let nearest = '';
  let least = Math.max(2, Math.floor(text.length / 3)) + 1;
  for (const name of names) {
    const difference = distance(plain(text), plain(name));
    const isAnotherWord = difference > 1 && text.length <= SHORT && plain(text)[0] !== plain(name)[0];
    if (difference < least && difference < name.length && !isAnotherWord) {
      least = difference;
      nearest = name;
    }
  }
  if (nearest === '' && plain(text).length > 2)
    nearest = names.find((name) => plain(name).includes(singular(plain(text)))) ?? '';
  return nearest;
}
