import { collapse } from './text-span.ts';

export interface Authors {
  /** In the order printed. */
  readonly names: string[];
  /** The names, and those that the listing counts without printing them. */
  readonly count: number;
}

//     et al. (72 additional authors not shown)
const NOT_SHOWN = /\((\d+) additional authors? not shown\)/;
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
  const names: string[] = [];
  const hasParentheses = field.includes('(') || field.includes(')');
  const text = hasParentheses ? withoutAffiliations(field) : field;
  for (const part of TEX.test(text) ? splitTex(text) : text.split(SEPARATOR)) {
    if (UNUSUAL.test(part)) addUnusual(names, part);
    else names.push(part);
  }
  const notShown = hasParentheses ? NOT_SHOWN.exec(field) : null;
  return { names, count: names.length + (notShown === null ? 0 : Number(notShown[1])) };
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

const PARENTHESIS = /[()]/g;
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
  for (const { 0: parenthesis, index } of field.matchAll(PARENTHESIS)) {
    if (depth === 0) text += `${field.slice(from, index)} `;
    if (parenthesis === '(') {
      if (depth === 0) opened = index;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0 && isNickname(field, opened, index)) text += `${field.slice(opened, index + 1)} `;
    }
    from = index + 1;
  }
  if (depth === 0) text += field.slice(from);
  return collapse(text).trim();
}

/** Whether what stands between two parentheses is part of the name around them. */
function isNickname(field: string, opened: number, closed: number): boolean {
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
