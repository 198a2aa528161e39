import { CASE } from './ascii.ts';
import wasm from './line-scanner.wasm';

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
  /** One of the needles that were looked for, whatever the case of its letters; perhaps something that only resembles it. */
  match: 16,
} as const;

/**
 * Every line in which a needle may stand has one of these: some letters beyond ASCII are ASCII's in another case, `ſ` and the
 * Kelvin sign.
 */
export const MAY_MATCH = LineTraits.match | LineTraits.other;

/**
 * For each line of a text two numbers: the offset of the LF that ends it (of the end of the text where none does) and its
 * {@link LineTraits}.
 */
export type LineTable = Int32Array;

const OTHER = /[\x80-\xff]/g;
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]/g;

const LONGEST_PIECE = 64 * 1024;
const LF = 0x0a;

/** Text that is shorter, in bytes, is not worth the 2 ms that it takes to load the fast way. */
const WORTH_LOADING = 256 * 1024;

/** Offsets in the memory, see assembly/line-scanner.ts. */
const TEXT = 16;
const TABLE = 1024 * 1024;
const NEEDLE = 9 * 1024 * 1024 - 256;
/** From here on the memory is free, for what others look for in the same text. */
export const FREE = 9 * 1024 * 1024;
/** In pages of 64 KiB: up to `FREE`, and one more. */
const PAGES = 145;
const LONGEST_TEXT = TABLE - 4 * TEXT;
const LONGEST_NEEDLE = 128;

/** The memory in which the last text lies as it was looked through, and its table behind it. */
export interface ScannerMemory {
  readonly memory: WebAssembly.Memory;
  readonly bytes: Buffer;
}

interface Scanner extends ScannerMemory {
  readonly table: Int32Array;
  scan(length: number): number;
  mark(length: number, size: number, rarest: number, rare: number): void;
  /** Of the text that lies in the memory. */
  lines: LineTable | null;
  /** They are being read, where they stand in the memory. */
  isInUse: boolean;
}

/** null where this Node runs no WebAssembly, undefined before that was tried. */
let scanner: Scanner | null | undefined;
let scanned = 0;

/**
 * Every byte of every input passes here, and what is learned on the way spares all that follows a second look. By SIMD
 * instructions, which JavaScript does not have but WebAssembly does, 200 MB take 90 ms, a copy of them included, where
 * looking for line ends, control characters, brackets and white space one after the other took 300 ms. A needle takes
 * 30 ms more, where a regular expression takes 200 ms.
 *
 * @param needles of printable ASCII, none of them empty
 * @param isKept the table is good for ever, not only until {@link releaseLines}; to make each one anew takes 4 of 170 ms
 */
export function findLines(bytes: Buffer, needles: readonly string[] = [], isKept = true): LineTable {
  scanned += bytes.length;
  const isShort = scanned < WORTH_LOADING || bytes.length === 0;
  const isLong = bytes.length > LONGEST_TEXT || needles.some((needle) => needle.length > LONGEST_NEEDLE);
  if (isShort || isLong) return findLinesPlainly(bytes, needles);
  if (scanner === undefined) scanner = loadScanner();
  // What is read may hold text of its own that is looked through meanwhile, such as that of an encoded mail.
  if (scanner === null || scanner.isInUse) return findLinesPlainly(bytes, needles);
  return findLinesBy(scanner, bytes, needles, isKept);
}

/**
 * The parts in one piece: where they fit into the memory in which {@link findLines} looks through them, there, so that they
 * are copied once. It is good until the table of the piece is released.
 */
export function joinParts(parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (!scanner || scanner.isInUse || length > LONGEST_TEXT) return Buffer.concat(parts, length);
  scanner.lines = null;
  let end = TEXT;
  for (const part of parts) end += part.copy(scanner.bytes, end);
  return scanner.bytes.subarray(TEXT, end);
}

/** The table, where it is not kept, is no longer needed. */
export function releaseLines(lines: LineTable): void {
  if (scanner?.lines === lines) scanner.isInUse = false;
}

function findLinesBy(scanner: Scanner, text: Buffer, needles: readonly string[], isKept: boolean): LineTable {
  const { bytes, table } = scanner;
  if (text.buffer !== bytes.buffer || text.byteOffset !== TEXT) text.copy(bytes, TEXT);
  let length = text.length;
  if (text[length - 1] !== LF) {
    bytes[TEXT + length] = LF;
    length += 1;
  }
  bytes.fill(0, TEXT + length, 3 * TEXT + length);
  const count = scanner.scan(length);
  for (const needle of needles) scanner.mark(length, bytes.write(needle, NEEDLE, 'latin1'), ...rareBytes(needle));
  scanner.lines = isKept ? table.slice(0, 2 * count) : table.subarray(0, 2 * count);
  scanner.isInUse = !isKept;
  return scanner.lines;
}

/** @returns where the text of the table lies in a memory, and has been looked through; null where it does not */
export function memoryOf(lines: LineTable): ScannerMemory | null {
  return scanner?.lines === lines ? scanner : null;
}

/** The letters of English, rare ones first; other characters are rarer. */
const BY_RARITY = 'zqjxkvbywgpfmucdlhrsnioate';

type Offsets = readonly [rarest: number, rare: number];

/** Of needles that were looked for, as they are in every block; there are few. */
const known = new Map<string, Offsets>();
const MOST_KNOWN = 100;

/** Offsets of the two characters that are rarest in text, so that few places need a second look. */
function rareBytes(needle: string): Offsets {
  const offsets = known.get(needle);
  if (offsets !== undefined) return offsets;
  const rank = (at: number) => BY_RARITY.indexOf(needle.charAt(at).toLowerCase());
  const [rarest = 0, rare = rarest] = Array.from(needle, (_, at) => at).sort((a, b) => rank(a) - rank(b));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(needle, [rarest, rare]);
  return [rarest, rare];
}

function loadScanner(): Scanner | null {
  try {
    const memory = new WebAssembly.Memory({ initial: PAGES });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(wasm, 'base64')), {
      env: { memory },
    });
    const { scan, mark } = exports as Pick<Scanner, 'scan' | 'mark'>;
    const bytes = Buffer.from(memory.buffer);
    bytes[TEXT - 1] = LF;
    return { memory, bytes, table: new Int32Array(memory.buffer, TABLE), scan, mark, lines: null, isInUse: false };
  } catch {
    return null;
  }
}

/**
 * The same by native searches, each from one line that holds something to the next: for short texts, overlong lines and a
 * Node without WebAssembly.
 */
export function findLinesPlainly(bytes: Buffer, needles: readonly string[] = []): LineTable {
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
  for (const needle of needles) markPlainly(table, bytes, Buffer.from(needle, 'latin1'));
  return new Int32Array(table);
}

/** So many bytes of a piece stand in the one before as well: what two bytes tell together may stand in two pieces. */
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

function markPlainly(table: number[], bytes: Buffer, needle: Buffer): void {
  let start = 0;
  for (let index = 0; index < table.length; index += 2) {
    const end = table[index] ?? 0;
    for (let at = start; at + needle.length <= end; at += 1) {
      if (!standsAt(bytes, at, needle)) continue;
      table[index + 1] = (table[index + 1] ?? 0) | LineTraits.match;
      break;
    }
    start = end + 1;
  }
}

function standsAt(bytes: Buffer, at: number, needle: Buffer): boolean {
  for (let next = 0; next < needle.length; next += 1) {
    if (((bytes[at + next] ?? 0) | CASE) !== ((needle[next] ?? 0) | CASE)) return false;
  }
  return true;
}
