const SPACE = ' '.charCodeAt(0);
const COMMA = ','.charCodeAt(0);

//     Yang (Helen) Chen
const NICKNAME = /^\p{Lu}[\p{L}.'\\"`^~-]*$/u;
const ENDS_NAME = /(?:^|[,;:&]|\sand)\s?$/;
const GOES_ON = /^\s?(?!and\s)[^\s,;:&()]/;
/** Characters to examine on each side of a parenthesis. */
const NEAR = 8;

/**
 * Removes parentheses, including nested ones, and their content; an unclosed one extends to the end.
 *
 *     Ada B. Clay (1), Yang (Helen) Chen (2 and 3) ((1) Here, (2) There, (3) Elsewhere)
 *                 ^^^                    ^^^^^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function withoutAffiliations(field: string): string {
  let text = '';
  let from = 0;
  let depth = 0;
  /** Position of the outermost open parenthesis. */
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

/** Whether the text in parentheses is part of the surrounding name. */
function isNickname(field: string, opened: number, closed: number): boolean {
  // The next name follows most parentheses.
  if (closed + 1 >= field.length || field.charCodeAt(closed + 1) === COMMA) return false;
  if (!NICKNAME.test(field.slice(opened + 1, closed))) return false;
  const before = field.slice(Math.max(0, opened - NEAR), opened);
  return !ENDS_NAME.test(before) && GOES_ON.test(field.slice(closed + 1, closed + 1 + NEAR));
}
