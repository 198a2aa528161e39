import { withoutAffiliations } from './affiliations.ts';
import { arrangeNames, type NameOrder } from './arrangement.ts';
import { countAuthors, isGroup, mentionsGroup } from './group.ts';
import { MISREAD } from './name.ts';
import { splitParts } from './parts.ts';
import { readQuotedList } from './quoted-list.ts';

export interface Authors {
  /** In the order printed, each as `First Last`. */
  readonly authors: string[];
  /** The number of authors, including those that are counted but not named; null if the list is truncated or empty. */
  readonly authorCount: number | null;
}

//     et al. (72 additional authors not shown)
const NOT_SHOWN = /\((\d{1,6}) additional authors? not shown\)/;
//     et al.     et. al     & al.     and others     and 12 others     + 12 more     12 more authors     ...
const REST = new RegExp(
  [
    String.raw`(?<![\p{L}\d-])(?:(?:and|&|\+|plus)\s?)?`,
    String.raw`(?:et\.?\s?al(?:ii|ia)?(?!\p{L})\.?|(?<=&\s?)al\.`,
    String.raw`|(?:(?:\+\s?)?(?<number>\d{1,6})\s)(?:others|more|(?:(?:other|more|additional)\s)?(?:co-?)?authors)(?!\p{L})`,
    String.raw`|(?:many\s)?(?:others|other authors|more authors|co-?workers|colleagues)(?!\p{L}))`,
    String.raw`|(?<ellipsis>\.{3,}|(?<!${MISREAD})…|\[…\])`,
  ].join(''),
  'iu',
);
/** A cheaper check that is true for every list that matches the pattern above. */
const MAY_BREAK_OFF = /\bet\b|\bet\.|& ?al|others|more|authors|workers|colleagues|\.\.\.|…/i;

/**
 * Parses an author list in any common form:
 *
 *     Ada B. Clay (1), Dora {\'E}bert, Jr. (2 and 3), and Fe Gold ((1) Here, (2) There, (3) Elsewhere)
 *     Clay, Ada; Ek, Bo            Clay, A., & Ek, B.            Clay A, Ek B            Clay, Ada and Ek, Bo
 *     Ada Clay et al. (72 additional authors not shown)          ['Ada Clay', "Bo O'Ek"]
 *     Ada Clay, on behalf of the Moth Collaboration              The Moth and Kite Collaborations
 *
 * Text in parentheses is an affiliation, unless the name continues after it
 * (https://info.arxiv.org/help/prep.html#author). A list that is cut short is complete if it names the collaboration.
 *
 * @param field with all white space collapsed
 * @param order `given-first` if no name of the listing is printed surname first, so that `X. E, Dag Xu` are two
 */
export function readAuthors(field: string, order: NameOrder = 'any'): Authors {
  const quoted = readQuotedList(field);
  if (quoted !== null) return readNames(quoted, order);
  const plain = withoutIdentifiers(field);
  const hasParentheses = plain.includes('(') || plain.includes(')');
  const list = hasParentheses ? withoutAffiliations(plain) : plain;
  const { printed, after, isCut, unnamed } = cutRest(list);
  let authors = arrangeNames(splitParts(printed), order);
  if (after !== '') authors = [...authors, ...arrangeNames(splitParts(after), order).filter(isGroup)];
  const notShown = hasParentheses ? NOT_SHOWN.exec(field)?.[1] : undefined;
  return withCount(authors, notShown ?? unnamed, isCut && !mentionsGroup(field));
}

//     ORCID: 0000-0002-1825-0097     (https://orcid.org/0000-0002-1825-0097)
const ORCID =
  /\s?[([]?(?:ORCID(?:\siD)?:?\s?)?(?:https?:\/\/)?(?:orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX](?!\d)[)\]]?/gi;
//     Ada Clay [1], Bo Ek [Here]     not: Ada Clay, […]
const IN_BRACKETS = /\s?\[(?!…|\.\.\.)[^[\]]*\]/g;

//     Prof. Dr. Ada Clay     Dr.-Ing. Bo Ek     Dr. rer. nat. Cy Fox     Dr Dora Ebert     Ek, Dr. Bo
const TITLES =
  /(?<![\p{L}\p{N}.'’-])(?:(?:Prof|Professor|Dr)(?:\.(?:-Ing\.)?|(?=\s))\s{0,2}(?:(?:rer|nat|med|phil|habil|Ing)\.\s?){0,3}){1,4}(?=\p{Lu}\p{Ll}|\p{Lu}\.)/gu;

/** The list without titles, ORCID iDs and affiliations in brackets; brackets around the whole of it go too. */
function withoutIdentifiers(printed: string): string {
  const list = /Prof|Dr[.\s]/.test(printed) ? printed.replace(TITLES, '') : printed;
  const plain = /\d{4}-\d{4}-/.test(list) ? list.replace(ORCID, '') : list;
  if (!plain.includes('[')) return plain;
  const whole = /^\[([^[\]]*)\]$/.exec(plain)?.[1];
  return whole ?? plain.replace(IN_BRACKETS, '');
}

/** Parses the elements of a list, each with one name. */
export function readNames(names: readonly string[], order: NameOrder = 'any'): Authors {
  let isCut = false;
  let unnamed: string | undefined;
  const single: string[] = [];
  for (const name of names) {
    const rest = cutRest(withoutIdentifiers(name));
    isCut ||= rest.isCut;
    unnamed ??= rest.unnamed;
    single.push(rest.printed);
  }
  return withCount(arrangeNames(single.flatMap(elementParts), order), unnamed, isCut);
}

/** The parts of one element; a group keeps its commas. */
function elementParts(name: string) {
  const text = withoutAffiliations(name.trim().replace(/\s+/g, ' '));
  if (isGroup(text)) return [{ text, before: 'semicolon' as const }];
  return splitParts(text).map((part, index) => (index === 0 ? { ...part, before: 'semicolon' as const } : part));
}

function withCount(authors: string[], unnamed: string | undefined, isCut: boolean): Authors {
  if (unnamed !== undefined) return { authors, authorCount: countAuthors(authors) + Number(unnamed) };
  return { authors, authorCount: isCut || authors.length === 0 ? null : countAuthors(authors) };
}

interface CutList {
  readonly printed: string;
  /** Whether `et al.` was read: after it, only a collaboration is read. */
  readonly after: string;
  readonly isCut: boolean;
  /** The number of authors that are not named. */
  readonly unnamed: string | undefined;
}

function cutRest(list: string): CutList {
  const match = MAY_BREAK_OFF.test(list) ? REST.exec(list) : null;
  if (match === null) return { printed: list, after: '', isCut: false, unnamed: undefined };
  const before = list.slice(0, match.index);
  const after = list.slice(match.index + match[0].length);
  // Names may follow an ellipsis: `Ada Clay, ..., Bo Ek`.
  const isGap = match.groups?.ellipsis !== undefined;
  return {
    printed: isGap ? `${before}, ${after}` : before,
    after: isGap ? '' : after,
    isCut: true,
    unnamed: match.groups?.number,
  };
}
