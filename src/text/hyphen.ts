/**
 * Whether a word goes on behind the hyphen at the end of a line.
 *
 *     Jean-          but: pre-
 *     Luc Moss            and post-processing
 */
export function goesOnAfterHyphen(word: string, next: string): boolean {
  return /^\p{L}/u.test(next) && !/^(?:and|or|to|und|et)$/.test(next) && /[\p{L}\d]-$/u.test(word);
}
