import type { Authors } from './authors.ts';
import { countAuthors, isGroup } from './group.ts';
import { joinName, NAME_CHARACTER } from './name.ts';

/** The parts of a name that is printed surname first, with initials in place of given names. */
export interface AbbreviatedName {
  readonly family: string;
  /** Without periods: `TB`. */
  readonly given: string;
  /** `Jr` or `3rd`; otherwise empty. */
  readonly suffix: string;
}

/** Authors of which each is one person or one group. */
export interface AbbreviatedAuthors extends Authors {
  /** The number of persons printed with initials. */
  readonly people: number;
  /** Whether every part of the list is such a person, a group by its words, or `et al`. */
  readonly isClear: boolean;
}

//     Moss TB     van der Gold D     Van Damme JC Jr     Clay A 3rd     Dupré J-L
const NAME = /^(.+?) (\p{Lu}(?:-?\p{Lu}){0,4})(?: (Jr|Sr|II|III|IV|\dnd|\drd|\dth))?$/u;
//     van der Gold     O'Fox     Salas y Mora     LI
const FAMILY = new RegExp(String.raw`^(?=.*\p{Lu})${NAME_CHARACTER}+(?: ${NAME_CHARACTER}+){0,5}$`, 'u');
const REST = /(?:^|,?\s)(?:et al|and others)\.?$/i;
const BEFORE_NAME = /^(?:and|&|(?:for|on behalf of)(?: the)?)\s/i;
const EDITORS = /,\s(?:editors?|eds?)\.?$/i;

/** The parts of a name as MEDLINE and the Vancouver style print it; null if it is none. */
export function splitAbbreviated(name: string): AbbreviatedName | null {
  const [, family, given, suffix = ''] = NAME.exec(name) ?? [];
  return family === undefined || given === undefined ? null : { family, given, suffix };
}

/**
 * Parses the authors of an article as MEDLINE and the Vancouver style print them, without the period at the end
 * (https://www.ncbi.nlm.nih.gov/books/NBK7282/):
 *
 *     Clay A, van der Gold D Jr, et al          Clay A, Ek B; Pond Study Group
 *
 * @returns null if the text is something else
 */
export function readAbbreviatedAuthors(list: string): AbbreviatedAuthors | null {
  const printed = list.replace(EDITORS, '').replace(REST, '');
  const chunks = printed.split(/;\s/).map((chunk) => chunk.trim().replace(BEFORE_NAME, ''));
  const names = chunks.flatMap((chunk) => (isWholeGroup(chunk) ? [chunk] : chunk.split(/,\s/)));
  const authors: string[] = [];
  let people = 0;
  let isClear = true;
  for (const name of names.map((text) => text.trim().replace(BEFORE_NAME, ''))) {
    const parts = splitAbbreviated(name);
    if (parts !== null && FAMILY.test(parts.family) && !isGroup(name)) {
      people += 1;
      authors.push(joinName(parts.given, parts.family, parts.suffix));
    } else if (name === '') return null;
    else {
      // Some people have one name, and some groups have no word that only groups have.
      if (!isGroup(name)) isClear = false;
      if (!isGroup(name) && !chunks.includes(name) && !/^\p{Lu}[\p{L}'’-]+$/u.test(name)) return null;
      authors.push(name);
    }
  }
  if (people === 0 && !names.every(isGroupInCapitals)) return null;
  return {
    authors,
    authorCount: printed === list || EDITORS.test(list) ? countAuthors(authors) : null,
    people,
    isClear,
  };
}

//     Pond Study Group     not: The moths of a network     not: Moths. A survey
function isGroupInCapitals(name: string): boolean {
  return isGroup(name) && !/[.:?!]\s|(?<!\p{L})\p{Ll}{4}/u.test(name);
}

/** Whether the text between two semicolons is the name of a group, which may contain commas. */
function isWholeGroup(chunk: string): boolean {
  return isGroup(chunk) && splitAbbreviated(chunk.split(/,\s/, 1)[0] ?? '') === null;
}
