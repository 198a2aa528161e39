import type { NameOrder } from '../../names/arrangement.ts';
import { type Authors, readAuthors, readNames } from '../../names/authors.ts';
import { isOneWord, isWholeHanName, joinName } from '../../names/name.ts';
import { firstOf } from '../../text/first.ts';
import { type Fields, type FieldValue, isFields, isList } from './entry.ts';
import { textOf, withoutIdentifiers } from './values-text.ts';

/** The order of names, as far as the author lists of a listing have shown it. */
export interface NameOrders {
  isGivenFirst: boolean;
}

/**
 * Reads authors in any form: one text, a list of texts or objects.
 *
 *     "Moss, Tilda; Reed, Ann"     ["Tilda Moss", "Ann Reed"]     [{"given": "Tilda", "family": "Moss"}]
 *     [["Moss", "Tilda", ""], ["Reed", "Ann", "Jr.", "Invented University"]]
 */
export function namesOf(value: FieldValue, orders: NameOrders = { isGivenFirst: false }): Authors {
  if (isFields(value) && value.value !== undefined) return namesOf(value.value, orders);
  if (isFields(value)) {
    //     {"author": [{"text": "Tilda Moss"}, {"text": "Ann Reed"}]}     {"0": "Tilda Moss", "1": "Ann Reed"}
    const list = value.author ?? value.authors;
    if (isList(list)) return namesOf(list, orders);
    const inner = Object.values(value);
    if (Object.keys(value).every((key) => /^\d+$/.test(key))) return namesOf(inner, orders);
    //     {"Seq": {"li": [{"Person": {"surname": "Moss", "givenName": "Tilda"}}, …]}}     {"en": {"name": ["Tilda Moss"]}, "ja": …}
    const [only = null] = isFields(value.en ?? null) ? [value.en ?? null] : inner.length === 1 ? inner : [];
    if (isFields(only) || isList(only)) return namesOf(only, orders);
  }
  const lines = typeof value === 'string' && /\n|<br\b/i.test(value) ? linesOf(value) : [];
  if (lines.length > 1 && (lines.every((line) => NAME_ON_LINE.test(line)) || lines.every(isLoneName)))
    return namesOf(lines, orders);
  const items = (isList(value) ? value : [value]).filter(isAuthor);
  const [only] = items.length === 1 ? items : [];
  if (ANONYMOUS.test(textOf(isFields(only) ? only.literal : only) ?? '')) return { authors: [], authorCount: null };
  // Names of their own need not be looked at more closely.
  if (items.every((item) => isFields(item) || isNameParts(item))) {
    const authors = items.map((item) => (isFields(item) ? nameOfFields(item) : nameOfParts(item)));
    const names = authors.filter((name) => name !== undefined && name !== '') as string[];
    if (items.every(isInParts)) return { authors: names, authorCount: names.length || null };
    const order = orderOf(names, orders);
    return names.some((name) => UNUSUAL.test(name))
      ? readNames(names, order)
      : { authors: names, authorCount: names.length || null };
  }
  const listed = items
    .map((item) => (isFields(item) ? nameOfFields(item) : textOf(item)))
    .filter((text) => text !== undefined);
  // A service prints the surname first, and its own number of the author after the name: `de Roos Vega, Tilda (1146570825)`.
  const isNumbered = listed.some((text) => /\(\d{5,}\)$/.test(text) && text.includes(', '));
  if (isNumbered) return readNames(listed.flatMap((text) => text.split(';').map(swapped)));
  //     By Tilda Moss and Ann Reed
  //     Moss, Tilda; Reed, Anna.
  const texts = listed.map((text) =>
    withoutNumbers(text)
      .replace(/^by:? (?=\p{Lu})/iu, '')
      .replace(LAST_STOP, ''),
  );
  const [first = ''] = texts;
  const order = orderOf(texts.length > 1 ? texts : first.split(', '), orders);
  const isElements = texts.length > 1 || (order === 'any' && isLoneName(first));
  return isElements ? readNames(texts, order) : readAuthors(first, order);
}

const LAST_STOP = /(?<=, \p{Lu}\p{Ll}{2,20})\.$/u;

//     Anonymous     Anonymous Authors     [Anonymous]     Anon.
const ANONYMOUS = /^\[?anon(?:\.|ymous(?: authors?(?:\(s\))?)?)?\]?$/i;

//     Tilda Moss     T. Moss     not: Moss T     Moss, Tilda     Moss
const GIVEN_FIRST = /^\p{Lu}[^\s,;&]* [^,;&]*\p{Ll}\.?$/u;

//     Tilda Moss     Moss, Tilda B.     not: Tilda     Tilda Moss, Ann Reed, Bo
const NAME_ON_LINE = /^(?:\p{Lu}[^\s,;|&]*(?: [^\s,;|&]+)+|[^\s,;|&]+(?: [^\s,;|&]+){0,3}, [^,;|&]+)$/u;

function linesOf(text: string): string[] {
  return text
    .split(/\n|<br\s?\/?>/i)
    .map((line) => line.trim().replace(/^[-*•]\s+/, ''))
    .filter((line) => line !== '');
}

/** The order of names in the listing, to which the names are added: several of them, and few that may be half a name. */
function orderOf(names: readonly string[], orders: NameOrders): NameOrder {
  if (!orders.isGivenFirst && names.length > 2) {
    const clear = names.filter((name) => GIVEN_FIRST.test(name) && !/\sand\s/.test(name)).length;
    orders.isGivenFirst = clear * 3 >= names.length * 2;
  }
  return orders.isGivenFirst ? 'mostly-given-first' : 'any';
}

/** Whether the author comes with the given name apart. */
function isInParts(item: FieldValue): boolean {
  if (!isFields(item)) return true;
  const has = (names: readonly string[]) => names.some((name) => typeof item[name] === 'string' && item[name] !== '');
  return has(FAMILY) && has(GIVEN);
}

//     Moss, Tilda     van den Berg, Jan Pieter     not: 李伟, 王芳
export function isLoneName(text: string): boolean {
  const [family = '', given = '', ...others] = text.split(',');
  return (
    given !== '' &&
    others.length === 0 &&
    !/^[[({]/.test(text) &&
    isOneWord(family) &&
    !(isWholeHanName(family) && isWholeHanName(given.trim())) &&
    !/[;|&]|\sand\s|\bet\b|\bothers\b/.test(text)
  );
}

//     Moss, Tilda     Moss TB     Moss T.B.     Ann Reed et al.     Dr. Ann Reed
const UNUSUAL = /,|^(?:Dr|Prof)\b|\b(?:et al|others)\b|\.\.\.|\s(?:\p{Lu}{1,3}|(?:\p{Lu}\.-?){1,4})$/u;

//     {"creatorType": "editor", "firstName": …}
function isAuthor(value: FieldValue): boolean {
  return !isFields(value) || !/editor|translator|reviewer/i.test(textOf(value.creatorType ?? value.role) ?? '');
}

//     de Roos Vega, Tilda, Jr. (1146570825)
function swapped(name: string): string {
  const [family = '', given = '', suffix = ''] = withoutNumbers(name)
    .split(',')
    .map((part) => part.trim());
  return joinName(given, family, suffix);
}

//     Wei Wang 0062     Moss, Tilda (1146570825)     Moss, Tilda [orcid:0000-0000-0000-0001]
function withoutNumbers(names: string): string {
  return withoutIdentifiers(names)
    .replace(/(?<=\p{L}\.?) \d{4}(?=$|[;,])/gu, '')
    .replace(/(?<!\s)\s*\(\d{5,}\)/g, '');
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

/** Names of fields that may contain the name, in order of preference. */
const WHOLE = (
  'literal, fullName, full_name, fullname, name, display_name, displayName, preferred_name, preferredName, author_name, ' +
  'authorName, creatorName, real_name, realName, authname, text, label'
).split(', ');
const GIVEN = (
  'given, givenName, given_name, firstName, first_name, firstname, first, forename, given_names, given-name, ForeName, ' +
  'given-names, First, namePart given, Initials, forenames'
).split(', ');
const FAMILY = (
  'family, familyName, family-names, family_name, lastName, last_name, lastname, last, surname, LastName, keyname, Last, ' +
  'namePart family'
).split(', ');

/**
 *     {"given": "Tilda", "family": "Moss", "suffix": "Jr."}     {"literal": "The Invented Collaboration"}
 *     {"author": {"display_name": "Tilda Moss"}, …}             {"name": "Moss, Tilda", "nameType": "Personal"}
 */
function nameOfFields(fields: Fields): string | undefined {
  const field = (names: readonly string[]) => firstOf(names, (name) => textOf(fields[name]));
  const family = field(FAMILY);
  const given = field(GIVEN);
  if (family !== undefined && (given !== undefined || field(WHOLE) === undefined)) {
    const particles = [textOf(fields['dropping-particle']), textOf(fields['non-dropping-particle'])];
    return joinName(given ?? '', join(...particles, family), textOf(fields.suffix) ?? '');
  }
  if (isFields(fields.author)) return nameOfFields(fields.author);
  if (isFields(fields.user)) return field(WHOLE) ?? nameOfFields(fields.user);
  const inner = [fields.name, fields.Person, fields.node].find(isFields);
  if (inner !== undefined) return nameOfFields(inner) ?? textOf(inner);
  const whole =
    field(WHOLE) ??
    given ??
    field(['raw_author_name', 'collectiveName', 'CollectiveName', 'collective', 'collaboration', 'author', 'creator']);
  const isGroup = /^organi[sz]ation/i.test(textOf(fields.nameType) ?? '') || fields.literal !== undefined;
  return whole === undefined || isGroup ? whole : withoutNumbers(whole);
}
