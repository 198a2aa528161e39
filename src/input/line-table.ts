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
 * For each line of a text two numbers: the offset of the LF that ends it (of the end of the text where none does) and its
 * {@link LineTraits}.
 */
export type LineTable = Int32Array;

const OTHER = /[\x80-\xff]/;
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]/;

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
const LONGEST_TEXT = TABLE - 2 * TEXT;
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
 */
export function findLines(bytes: Buffer, needles: readonly string[] = []): LineTable {
  scanned += bytes.length;
  const isShort = scanned < WORTH_LOADING || bytes.length === 0;
  const isLong = bytes.length > LONGEST_TEXT || needles.some((needle) => needle.length > LONGEST_NEEDLE);
  if (isShort || isLong) return findLinesPlainly(bytes, needles);
  if (scanner === undefined) scanner = loadScanner();
  return scanner === null ? findLinesPlainly(bytes, needles) : findLinesBy(scanner, bytes, needles);
}

function findLinesBy(scanner: Scanner, text: Buffer, needles: readonly string[]): LineTable {
  const { bytes, table } = scanner;
  text.copy(bytes, TEXT);
  let length = text.length;
  if (text[length - 1] !== LF) {
    bytes[TEXT + length] = LF;
    length += 1;
  }
  bytes.fill(0, TEXT + length, 2 * TEXT + length);
  const count = scanner.scan(length);
  for (const needle of needles) scanner.mark(length, bytes.write(needle, NEEDLE, 'latin1'), ...rareBytes(needle));
  scanner.lines = table.slice(0, 2 * count);
  return scanner.lines;
}

/** @returns where the text of the table lies in a memory, and has been looked through; null where it does not */
export function memoryOf(lines: LineTable): ScannerMemory | null {
  return scanner?.lines === lines ? scanner : null;
}

/** The letters of English, rare ones first; other characters are rarer. */
const BY_RARITY = 'zqjxkvbywgpfmucdlhrsnioate';

/** Offsets of the two characters that are rarest in text, so that few places need a second look. */
function rareBytes(needle: string): [rarest: number, rare: number] {
  const rank = (at: number) => BY_RARITY.indexOf(needle.charAt(at).toLowerCase());
  const [rarest = 0, rare = rarest] = Array.from(needle, (_, at) => at).sort((a, b) => rank(a) - rank(b));
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
    return { memory, bytes, table: new Int32Array(memory.buffer, TABLE), scan, mark, lines: null };
  } catch {
    return null;
  }
}

/** The same by searches in each line: for short texts, overlong lines and a Node without WebAssembly. */
export function findLinesPlainly(bytes: Buffer, needles: readonly string[] = []): LineTable {
  const table: number[] = [];
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(LF, start);
    const end = newline < 0 ? bytes.length : newline;
    table.push(end, traitsOf(bytes, start, end));
    start = end + 1;
  }
  for (const needle of needles) markPlainly(table, bytes, Buffer.from(needle, 'latin1'));
  return Int32Array.from(table);
}

/** Of the line between two offsets, which is looked at in pieces: a character for each byte of a long one is a lot of memory. */
function traitsOf(bytes: Buffer, start: number, end: number): number {
  let traits = 0;
  for (let from = start; from < end; from += LONGEST_PIECE) {
    // Two bytes that tell something together may stand in two pieces.
    const piece = bytes.toString('latin1', Math.max(start, from - 1), Math.min(end, from + LONGEST_PIECE));
    if (OTHER.test(piece)) traits |= LineTraits.other;
    if (CONTROL.test(piece)) traits |= LineTraits.control;
    if (piece.includes(']')) traits |= LineTraits.bracket;
    const isIndent = from === start && piece.startsWith('  ');
    if (piece.indexOf('  ', isIndent ? 1 : 0) >= 0 || piece.includes('\t')) traits |= LineTraits.uneven;
  }
  return traits;
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
