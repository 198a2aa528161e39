import { type Authors, readAuthors, readNames } from '../../names/authors.ts';
import { isOneWord, joinName } from '../../names/name.ts';
import { type Fields, type FieldValue, isFields, isList } from './entry.ts';
import { textOf } from './values-text.ts';

/**
 * Reads authors in any form: one text, a list of texts or objects.
 *
 *     "Moss, Tilda; Reed, Ann"     ["Tilda Moss", "Ann Reed"]     [{"given": "Tilda", "family": "Moss"}]
 *     [["Moss", "Tilda", ""], ["Reed", "Ann", "Jr.", "Invented University"]]
 */
export function namesOf(value: FieldValue): Authors {
  if (isFields(value) && value.value !== undefined) return namesOf(value.value);
  const items = (isList(value) ? value : [value]).filter(isAuthor);
  // Names of their own need not be looked at more closely.
  if (items.every((item) => isFields(item) || isNameParts(item))) {
    const authors = items.map((item) => (isFields(item) ? nameOfFields(item) : nameOfParts(item)));
    const names = authors.filter((name) => name !== undefined && name !== '') as string[];
    return names.some((name) => UNUSUAL.test(name))
      ? readNames(names)
      : { authors: names, authorCount: names.length || null };
  }
  const texts = items
    .map((item) => (isFields(item) ? nameOfFields(item) : textOf(item)))
    .filter((text) => text !== undefined)
    .map(withoutNumbers);
  const [first = ''] = texts;
  return texts.length > 1 || isLoneName(first) ? readNames(texts) : readAuthors(first);
}

//     Moss, Tilda     van den Berg, Jan Pieter
function isLoneName(text: string): boolean {
  const [family = '', given = '', ...others] = text.split(',');
  return (
    given !== '' &&
    others.length === 0 &&
    !/^[[({]/.test(text) &&
    isOneWord(family) &&
    !/[;|&]|\sand\s|\bet\b|\bothers\b/.test(text)
  );
}

//     Moss, Tilda     Moss TB     Ann Reed et al.
const UNUSUAL = /,|\b(?:et al|others)\b|\.\.\.|\s\p{Lu}{1,3}$/u;

//     {"creatorType": "editor", "firstName": …}
function isAuthor(value: FieldValue): boolean {
  return !isFields(value) || !/editor|translator|reviewer/i.test(textOf(value.creatorType ?? value.role) ?? '');
}

//     Wei Wang 0062     Moss, Tilda (1146570825)
function withoutNumbers(names: string): string {
  return names.replace(/(?<=\p{L}\.?) \d{4}(?=$|[;,])/gu, '').replace(/\s*\(\d{5,}\)/g, '');
}

function isNameParts(value: FieldValue): value is readonly FieldValue[] {
  return isList(value) && value.length >= 2 && value.every((part) => typeof part === 'string');
}

function nameOfParts(value: FieldValue): string {
  const [family, given, suffix] = isList(value) ? value : [];
  return join(given, family, suffix);
}

function join(...parts: (FieldValue | undefined)[]): string {
  let text = '';
  for (const part of parts) if (part !== undefined && part !== null && part !== '') text += ` ${part}`;
  return textOf(text.slice(1)) ?? '';
}

/** Names of what objects hold instead of a name, best first. */
const WHOLE = ['literal', 'name', 'fullName', 'full_name', 'fullname', 'display_name', 'displayName', 'text', 'label'];
const GIVEN = [
  'given',
  'givenName',
  'given_name',
  'firstName',
  'first_name',
  'firstname',
  'first',
  'forename',
  'given_names',
];
const FAMILY = ['family', 'familyName', 'family_name', 'lastName', 'last_name', 'lastname', 'last', 'surname'];

/**
 *     {"given": "Tilda", "family": "Moss", "suffix": "Jr."}     {"literal": "The Invented Collaboration"}
 *     {"author": {"display_name": "Tilda Moss"}, …}             {"name": "Moss, Tilda", "nameType": "Personal"}
 */
function nameOfFields(fields: Fields): string | undefined {
  const field = (names: readonly string[]) =>
    names.map((name) => textOf(fields[name])).find((text) => text !== undefined);
  const family = field(FAMILY);
  const given = field(GIVEN);
  if (family !== undefined && (given !== undefined || field(WHOLE) === undefined)) {
    const particles = [textOf(fields['dropping-particle']), textOf(fields['non-dropping-particle'])];
    return joinName(given ?? '', join(...particles, family), textOf(fields.suffix) ?? '');
  }
  if (isFields(fields.author)) return nameOfFields(fields.author);
  if (isFields(fields.user)) return field(WHOLE) ?? nameOfFields(fields.user);
  const whole = field(WHOLE) ?? given ?? field(['raw_author_name', 'collectiveName', 'collective', 'collaboration']);
  const isGroup = /^organi[sz]ation/i.test(textOf(fields.nameType) ?? '') || fields.literal !== undefined;
  return whole === undefined || isGroup ? whole : withoutNumbers(whole);
}
