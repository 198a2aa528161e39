export interface Authors {
  /** In the order printed. */
  readonly names: string[];
  /** The names, and those that the listing counts without printing them. */
  readonly count: number;
}

// What matters in an author field: an escaped character (`\,` is no comma), footnote mathematics (`$^{1,2}$`), brackets,
// and what parts two names. A colon stands after a collaboration that names its members.
const SPECIAL = /\\\W|\$[^$]{0,60}\$|[(){}]|[,;:&]|(?<=[\s)},])(?:and|AND)(?=[\s({]|$)/g;

//     et al. (72 additional authors not shown)
const NOT_SHOWN = /\((\d+) additional authors? not shown\)/;
const ET_AL = /(?:^|\s)et\.?\s*al\b\.?.*$/i;
const OTHERS = /^others\.?$/i;
//     on behalf of the Invented Collaboration
const ON_BEHALF = /^(?:on behalf of|for)\s+(?=the\s)/i;
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;
const FOOTNOTE_MARK = /\$\s*\^[^$]*\$/g;
//     Yang (Helen) Chen
const NICKNAME = /^\(\p{Lu}[\p{L}.'\\"`^~-]*\)$/u;
const LETTER = /\p{L}/u;

/**
 * Reads an author field by the rules of arXiv's help page for submitters (https://info.arxiv.org/help/prep.html#author):
 *
 *     Ada B. Clay (1), Dora {\'E}bert, Jr. (2 and 3), and Fe Gold ((1) Here, (2) There, (3) Elsewhere)
 *     ^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^                 ^^^^^^^
 *
 * Names are parted by commas and `and`; what stands in parentheses is an affiliation, unless the same name goes on
 * behind it; a collaboration before a colon is an author.
 */
export function readAuthors(field: string): Authors {
  const names: string[] = [];
  for (const part of nameParts(field)) {
    const previous = names.length - 1;
    if (SUFFIX.test(part) && previous >= 0) {
      names[previous] = `${names[previous]}, ${part}`;
      continue;
    }
    const name = part.replace(ET_AL, '').replace(ON_BEHALF, '').trim();
    if (LETTER.test(name) && !OTHERS.test(name)) names.push(name);
  }
  const notShown = NOT_SHOWN.exec(field);
  return { names, count: names.length + (notShown === null ? 0 : Number(notShown[1])) };
}

/**
 * What stands between separators, outside of brackets; affiliations and footnote marks are left out.
 *
 * @param useBraces whether separators in braces part no names
 */
function nameParts(field: string, useBraces = true): string[] {
  const parts: string[] = [];
  let part = '';
  let from = 0;
  let parentheses = 0;
  let braces = 0;
  /** Where the outermost open parenthesis stands. */
  let opened = 0;
  /** A parenthesis that is part of the name if the name goes on behind it. */
  let nickname = '';
  const take = (to: number) => {
    const text = field.slice(from, to);
    if (nickname !== '' && text.trim() !== '') part += nickname;
    if (text !== '') {
      part += text;
      nickname = '';
    }
  };
  const finish = () => {
    nickname = '';
    const name = part.replace(FOOTNOTE_MARK, '').replace(/\s+/g, ' ').trim();
    if (name !== '') parts.push(name);
    part = '';
  };
  SPECIAL.lastIndex = 0;
  for (let match = SPECIAL.exec(field); match !== null; match = SPECIAL.exec(field)) {
    const { index } = match;
    const special = match[0];
    if (special === '(') {
      if (parentheses === 0) {
        take(index);
        opened = index;
      }
      parentheses += 1;
    } else if (special === ')') {
      if (parentheses === 0) take(index);
      if (parentheses === 1) {
        const inside = field.slice(opened, index + 1);
        nickname = part.trim() !== '' && NICKNAME.test(inside) ? inside : '';
      }
      parentheses = Math.max(0, parentheses - 1);
      from = index + 1;
    } else if (parentheses > 0) continue;
    else if (special === '{') braces += useBraces ? 1 : 0;
    else if (special === '}') braces = Math.max(0, braces - 1);
    else if (braces === 0 && special[0] !== '$' && (special[0] !== '\\' || special === '\\&')) {
      take(index);
      finish();
      from = index + special.length;
    }
  }
  // A brace that is never closed is a mistake in one name, which must not swallow the others.
  if (braces > 0) return nameParts(field, false);
  // A parenthesis that is never closed is an affiliation up to the end.
  if (parentheses === 0) take(field.length);
  finish();
  return parts;
}
