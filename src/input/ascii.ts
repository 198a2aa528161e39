/** The bit in which letters of ASCII differ from their capitals. */
export const CASE = 0x20;

const ZERO = 0x30;
/** More digits are no count, day or year, and may be more than a number holds. */
const MOST_DIGITS = 9;

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= ZERO + 9;
}

/** @returns the number whose digits stand between two offsets, -1 where there are none or anything else stands there */
export function readDigits(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end || end - start > MOST_DIGITS) return -1;
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === undefined || !isDigit(byte)) return -1;
    number = 10 * number + byte - ZERO;
  }
  return number;
}

/** Three letters, whatever their case, as one number. */
export function threeLetters(bytes: Uint8Array, at: number): number {
  return (((bytes[at] ?? 0) | CASE) << 16) | (((bytes[at + 1] ?? 0) | CASE) << 8) | ((bytes[at + 2] ?? 0) | CASE);
}

/** What {@link threeLetters} gives for a text that begins with the word, spaces behind a shorter one. */
export function threeLettersOf(word: string): number {
  return ((word.charCodeAt(0) | CASE) << 16) | ((word.charCodeAt(1) | CASE) << 8) | (word.charCodeAt(2) | CASE);
}
