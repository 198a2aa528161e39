import { BYTES_BEHIND, readUsualAuthors } from './usual-authors.ts';

export interface Authors {
  /** In the order printed. */
  readonly names: string[];
  /** The names, and those that the listing counts without printing them. */
  readonly count: number;
}

const SPACE = ' '.charCodeAt(0);
const COMMA = ','.charCodeAt(0);

//     et al. (72 additional authors not shown)
const NOT_SHOWN = /\((\d{1,6}) additional authors? not shown\)/;
const ET_AL = /(?:^|\s)et\.?\s*al\b.*$/i;
//     on behalf of the Invented Collaboration
const ON_BEHALF = /^(?:on behalf of|for)\s(?=the\s)/i;
const SUFFIX = /^(?:[JS]r|II|III|IV)\.?$/;
const NO_NAME = /^(?:others|and)$/i;
const FOOTNOTE_MARK = /\$\s?\^[^$]*\$/g;
const LETTER = /\p{L}/u;
/** What any of the patterns above can change; most names are none of it. */
const UNUSUAL = /^(?:$|[JS]r|II|IV|on |for |others|and$|[^A-Za-z])|\bal\b|\$/i;

// A colon stands after a collaboration that names its members.
const SEPARATOR = /\s?[,;:]\s?(?:and\s)?|\s?&\s?|\sand\s/;
// TeX in which a separator may be none: `\,`, `{Ya, ya}`, `$^{1,2}$`.
const TEX = /\$|\\[,;:&]|\{[^{}]*(?:[,;:&{]|\sand\s)/;
const TEX_OR_SEPARATOR = new RegExp(String.raw`\\\W|\$[^$]{0,60}\$|[{}]|${SEPARATOR.source}`, 'g');

/**
 * Reads an author field by the rules of arXiv's help page for submitters (https://info.arxiv.org/help/prep.html#author):
 *
 *     Ada B. Clay (1), Dora {\'E}bert, Jr. (2 and 3), and Fe Gold ((1) Here, (2) There, (3) Elsewhere)
 *     ^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^                 ^^^^^^^
 *
 * Names are parted by commas and `and`; what stands in parentheses is an affiliation, unless the same name goes on
 * behind it; a collaboration before a colon is an author.
 *
 * @param field with all white space collapsed
 */
export function readAuthors(field: string): Authors {
  if (!field.includes('(') && !field.includes(')')) {
    const names = splitNames(field);
    return { names, count: names.length };
  }
  const text = withoutAffiliations(field);
  const bytes = Buffer.from(text + ' '.repeat(BYTES_BEHIND));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const names = readUsualAuthors(view, 0, bytes.length - BYTES_BEHIND, text) ?? splitNames(text);
  const notShown = NOT_SHOWN.exec(field);
  return { names, count: names.length + (notShown === null ? 0 : Number(notShown[1])) };
}

/** The names of any field without affiliations. */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  for (const part of TEX.test(text) ? splitTex(text) : text.split(SEPARATOR)) {
    if (UNUSUAL.test(part)) addUnusual(names, part);
    else names.push(part);
  }
  return names;
}

function addUnusual(names: string[], part: string): void {
  const previous = names.length - 1;
  if (previous >= 0 && SUFFIX.test(part)) {
    names[previous] = `${names[previous]}, ${part}`;
    return;
  }
  const name = part.replace(FOOTNOTE_MARK, '').replace(ET_AL, '').replace(ON_BEHALF, '').trim();
  if (LETTER.test(name) && !NO_NAME.test(name)) names.push(name);
}

//     Yang (Helen) Chen
const NICKNAME = /^\p{Lu}[\p{L}.'\\"`^~-]*$/u;
const ENDS_NAME = /(?:^|[,;:&]|\sand)\s?$/;
const GOES_ON = /^\s?(?!and\s)[^\s,;:&()]/;
/** As much as is looked at on both sides of a parenthesis. */
const NEAR = 8;

/** The field without what stands in parentheses, nested ones included; one that is never closed reaches to the end. */
function withoutAffiliations(field: string): string {
  let text = '';
  let from = 0;
  let depth = 0;
  /** Where the outermost open parenthesis stands. */
  let opened = 0;
  let opening = field.indexOf('(');
  let closing = field.indexOf(')');
  while (opening >= 0 || closing >= 0) {
    if (opening >= 0 && (closing < 0 || opening < closing)) {
      if (depth === 0) {
        text = joined(text, field, from, opening);
        opened = opening;
      }
      depth += 1;
      from = opening + 1;
      opening = field.indexOf('(', from);
    } else {
      if (depth === 0) text = joined(text, field, from, closing);
      else {
        depth -= 1;
        if (depth === 0 && isNickname(field, opened, closing)) text = joined(text, field, opened, closing + 1);
      }
      from = closing + 1;
      closing = field.indexOf(')', from);
    }
  }
  return depth === 0 ? joined(text, field, from, field.length) : text;
}

/** The text and a part of the field with one space between them. */
function joined(text: string, field: string, start: number, end: number): string {
  const from = field.charCodeAt(start) === SPACE ? start + 1 : start;
  const to = field.charCodeAt(end - 1) === SPACE ? end - 1 : end;
  if (from >= to) return text;
  return text === '' ? field.slice(from, to) : `${text} ${field.slice(from, to)}`;
}

/** Whether what stands between two parentheses is part of the name around them. */
function isNickname(field: string, opened: number, closed: number): boolean {
  // Behind most parentheses the next name follows.
  if (closed + 1 >= field.length || field.charCodeAt(closed + 1) === COMMA) return false;
  if (!NICKNAME.test(field.slice(opened + 1, closed))) return false;
  const before = field.slice(Math.max(0, opened - NEAR), opened);
  return !ENDS_NAME.test(before) && GOES_ON.test(field.slice(closed + 1, closed + 1 + NEAR));
}

/** Splits at the separators outside of braces and mathematics. */
function splitTex(text: string, useBraces = true): string[] {
  const parts: string[] = [];
  let from = 0;
  let braces = 0;
  for (const { 0: match, index } of text.matchAll(TEX_OR_SEPARATOR)) {
    if (match === '{') braces += useBraces ? 1 : 0;
    else if (match === '}') braces = Math.max(0, braces - 1);
    else if (braces === 0 && match[0] !== '$' && (match[0] !== '\\' || match === '\\&')) {
      parts.push(text.slice(from, index).trim());
      from = index + match.length;
    }
  }
  // A brace that is never closed is a mistake in one name, which must not swallow the others.
  if (braces > 0) return splitTex(text, false);
  parts.push(text.slice(from).trim());
  return parts;
}
