const OTHER_THAN_SPACE = /[^\S ]/;

/** The text on one line: a single space for any white space, and none around it. */
export function singleSpaced(text: string): string {
  // Most texts have single spaces only, and two simple checks are faster than one with alternatives.
  const isUneven = text.includes('  ') || OTHER_THAN_SPACE.test(text);
  return (isUneven ? text.replace(/\s+/g, ' ') : text).trim();
}
