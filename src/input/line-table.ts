/** What a line may hold; each is a bit. */
export const LineTraits = {
  /** Characters beyond ASCII. */
  other: 1,
  /** Control characters other than tab and CR, those beyond ASCII (C2 80 … C2 9F as UTF-8) among them. */
  control: 2,
  /** A `]`. */
  bracket: 4,
  /** A tab, or two spaces side by side, those in front of the text included; an indent of just two spaces is even. */
  uneven: 8,
} as const;

/**
 * For each line of a text two numbers: the offset of the LF that ends it (of the end of the text where none does) and its
 * {@link LineTraits}.
 */
export type LineTable = Int32Array;

const OTHER = /[\x80-\xff]/g;
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]/g;

const LONGEST_PIECE = 64 * 1024;
const LF = 0x0a;

/** By native searches, each from one line that holds something to the next. */
export function findLines(bytes: Buffer): LineTable {
  const table: number[] = [];
  const lines = SEARCHES.map(() => 0);
  /** Traits of the line whose end has not been found yet. */
  let open = 0;
  // Each byte as one character, in pieces: of a long text that would be a lot of memory.
  for (let from = 0; from < bytes.length; from += LONGEST_PIECE) {
    const offset = Math.max(0, from - OVERLAP);
    const text = bytes.toString('latin1', offset, from + LONGEST_PIECE);
    for (let at = text.indexOf('\n', from - offset); at >= 0; at = text.indexOf('\n', at + 1)) {
      table.push(offset + at, open);
      open = 0;
    }
    SEARCHES.forEach(({ trait, next }, search) => {
      let line = lines[search] ?? 0;
      for (let at = next(text, 0); at >= 0; at = next(text, (table[2 * line] ?? 0) - offset + 1)) {
        while (2 * line < table.length && (table[2 * line] ?? 0) < offset + at) line += 1;
        if (2 * line === table.length) {
          open |= trait;
          break;
        }
        table[2 * line + 1] = (table[2 * line + 1] ?? 0) | trait;
      }
      lines[search] = line;
    });
  }
  if (bytes.length > 0 && bytes[bytes.length - 1] !== LF) table.push(bytes.length, open);
  return new Int32Array(table);
}

/** So many bytes of a piece stand in the one before as well: what three bytes tell together may stand in two pieces. */
const OVERLAP = 2;

/** How a trait is looked for: `next` tells where one of the characters is that show it, from a place on, -1 where none is. */
const SEARCHES: readonly { readonly trait: number; next(text: string, from: number): number }[] = [
  { trait: LineTraits.other, next: (text, from) => nextMatch(OTHER, text, from) },
  { trait: LineTraits.control, next: (text, from) => nextMatch(CONTROL, text, from) },
  { trait: LineTraits.bracket, next: (text, from) => text.indexOf(']', from) },
  { trait: LineTraits.uneven, next: (text, from) => text.indexOf('\t', from) },
  { trait: LineTraits.uneven, next: nextPairOfSpaces },
];

function nextMatch(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex - 1 : -1;
}

/** Two spaces side by side, but not those at the start of a line, which are an even indent, unless a third one follows. */
function nextPairOfSpaces(text: string, from: number): number {
  let at = text.indexOf('  ', from);
  // The first pair of a piece stood in the piece before as well, or is at the start of the text.
  while (at === 0 || text[at - 1] === '\n') at = text.indexOf('  ', at + 1);
  return at;
}

/** Whether any of the lines has one of these traits. */
export function someHold(lines: LineTable, traits: number): boolean {
  for (let at = 1; at < lines.length; at += 2) if (((lines[at] ?? 0) & traits) !== 0) return true;
  return false;
}
