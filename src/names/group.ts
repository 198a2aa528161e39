/** Words that occur only in names of groups. */
const GROUP_WORDS = [
  'collaboration collaborations consortium consortia team teams group groups project survey experiment experiments network',
  'alliance initiative coalition committee investigators collaborators trialists university universities institute institutes laboratory',
  'laboratories foundation association society corporation inc ltd llc gmbh organization organisation agency ministry council',
  'federation academy center centre',
]
  .join(' ')
  .split(' ');
const ANY_CASE = new Set(
  GROUP_WORDS.flatMap((word) => [word, `${word[0]?.toUpperCase()}${word.slice(1)}`, word.toUpperCase()]),
);

const SEVERAL = /\s(?:collaborations|consortia|teams|groups|experiments)$/i;
const AND = /,\s(?:and\s)?|\s(?:and|&)\s/;

/** Whether the name is that of a collaboration, team or similar group, not of a person. */
export function isGroup(name: string): boolean {
  if (name.startsWith('The ') || name.startsWith('the ')) return true;
  let from = 0;
  for (let space = name.indexOf(' '); space >= 0; space = name.indexOf(' ', from)) {
    if (ANY_CASE.has(name.slice(from, name[space - 1] === ',' ? space - 1 : space))) return true;
    from = space + 1;
  }
  // The list may be a sentence.
  return ANY_CASE.has(name.slice(from, name.endsWith('.') ? -1 : undefined));
}

/** Whether the text contains a word that occurs only in names of groups. */
export function mentionsGroup(text: string): boolean {
  return text.split(/[,;:()\s]/).some((word) => ANY_CASE.has(word));
}

/** Whether the name ends in a plural, and so may name several groups: `The Moth and Kite Collaborations`. */
export function namesSeveral(name: string): boolean {
  return SEVERAL.test(name);
}

/** The number of authors in a name: `The Moth and Kite Collaborations` are two. */
function authorsIn(name: string): number {
  return namesSeveral(name) ? name.split(AND).length : 1;
}

export function countAuthors(names: readonly string[]): number {
  return names.reduce((count, name) => count + authorsIn(name), 0);
}

/** Whether a paper has more authors than it names: a truncated list has no count or a larger one. */
export function breaksOff(authors: readonly string[], authorCount: number | null): boolean {
  return authors.length > 0 && (authorCount === null || authorCount > countAuthors(authors));
}
