/** Accent commands and the Unicode mark that follows the letter instead. */
const MARKS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

/** Commands for letters. */
export const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß',
  SS: 'SS',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
  NG: 'Ŋ',
};

// `\'e` `\'{e}` `\'\i` `\'{\i}` and, if the command is a letter, `\v{s}` `\v s` `\c\i`
const BASE = String.raw`\\[ij](?![A-Za-z])(?:\{\}|[ ])?|\p{L}`;
/** A letter with an accent. Groups: the command and its letter, each in two alternatives. */
export const ACCENT = String.raw`\\(?:(['"\x60^~=.])[ ]*|([cvuHkrbd])(?:[ ]+|(?=[{\\])))(?:\{[ ]*(${BASE})[ ]*\}|(${BASE}))`;
/** A command for a letter, with the spaces that follow it. Group: its name. */
export const LETTER = String.raw`\\(${Object.keys(LETTERS).join('|')})(?![A-Za-z])(?:\{\}|[ ]+)?`;

/** Replaces a match of `ACCENT` by the letter with its accent; any other match stays. */
export function accented(match: string, ...groups: (string | number | undefined)[]): string {
  const [command = '', base] = groups.filter((group) => group !== undefined);
  const mark = MARKS[command];
  if (mark === undefined || typeof base !== 'string') return match;
  // A mark replaces the dot of `\i`, so it stands on a plain i.
  const letter = base.startsWith('\\') ? base.charAt(1) : base;
  return `${letter}${mark}`.normalize('NFC');
}
