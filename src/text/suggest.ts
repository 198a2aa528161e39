import { distance } from 'fastest-levenshtein';

/** The names in the form in which they are compared: `author-count` and `AUTHORCOUNT` mean `authorCount`. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** The name that is meant, whatever its case and hyphens. */
export function findName<Name extends string>(text: string, names: readonly Name[]): Name | undefined {
  return names.find((name) => name === text) ?? names.find((name) => plain(name) === plain(text));
}

/** Letters of a word like `json`, of which two that differ make another one. */
const SHORT = 6;

/**
 * `` (did you mean NAME?)``, or nothing where no name is near: at most two letters, or one in three, differ; of short words
 * not the first one beside another. Failing that, a name of which the text is a part: `stars`, `githubStars`.
 */
export function suggestion(text: string, names: readonly string[]): string {
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
  if (nearest === '' && text.length > 2) nearest = names.find((name) => plain(name).includes(plain(text))) ?? '';
  return nearest === '' ? '' : ` (did you mean ${nearest}?)`;
}
