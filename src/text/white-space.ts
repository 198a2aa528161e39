// A quick check: most texts have single spaces only.
const UNEVEN = /[^\S ]| {2}/;

/** The text on one line: a single space for any white space, and none around it. */
export function singleSpaced(text: string): string {
  return (UNEVEN.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}
