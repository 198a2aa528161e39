/**
 * Characters that do not stay as they are when a line is read: controls, special spaces, characters without width, soft
 * hyphens and ligatures.
 */
export const UNCLEAN =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u2000-\u200b\u200e\u200f\u202f\u205f\u2060\ufb00-\ufb06\ufeff]/;

const OTHER_THAN_SPACE = /[^\S ]/;

/** The text on one line: a single space for any white space, and none around it. */
export function singleSpaced(text: string): string {
  // Most texts have single spaces only, and two simple checks are faster than one with alternatives.
  const isUneven = text.includes('  ') || OTHER_THAN_SPACE.test(text);
  return (isUneven ? text.replace(/\s+/g, ' ') : text).trim();
}
