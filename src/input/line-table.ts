import wasm from './line-scanner.wat';

/** What a line may hold; each is a bit. */
export const LineTraits = {
  /** Characters beyond ASCII. */
  other: 1,
  /** Control characters other than tab and CR, those beyond ASCII (C2 80 … C2 9F as UTF-8) among them. */
  control: 2,
  /** A `]`. */
  bracket: 4,
  /** A tab, or two spaces side by side, those in front of the text included. */
  uneven: 8,
  /** One of the needles that were looked for, whatever the case of its letters; perhaps something that only resembles it. */
  match: 16,
} as const;

/**
 * For each line of a text two numbers: the offset of the LF that ends it (of the end of the text where none does) and its
 * {@link LineTraits}.
 */
export type LineTable = Int32Array;

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const BRACKET = 0x5d;
/** The bit in which letters of ASCII differ from their capitals. */
const CASE = 0x20;
const DELETE = 0x7f;

/** Text that is shorter, in bytes, is not worth the 2 ms that it takes to load the fast way. */
const WORTH_LOADING = 256 * 1024;

/** Offsets in the memory of line-scanner.wat. */
const TEXT = 16;
const TABLE = 1024 * 1024;
const NEEDLE = 9 * 1024 * 1024 - 256;
const LONGEST_TEXT = TABLE - 2 * TEXT;
const LONGEST_NEEDLE = 128;

interface Scanner {
  readonly memory: Buffer;
  readonly table: Int32Array;
  scan(length: number): number;
  mark(length: number, size: number): void;
}

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
  scanner ??= loadScanner();
  return scanner === null ? findLinesPlainly(bytes, needles) : findLinesBy(scanner, bytes, needles);
}

function findLinesBy({ memory, table, scan, mark }: Scanner, bytes: Buffer, needles: readonly string[]): LineTable {
  bytes.copy(memory, TEXT);
  let length = bytes.length;
  if (bytes[length - 1] !== LF) {
    memory[TEXT + length] = LF;
    length += 1;
  }
  memory.fill(0, TEXT + length, 2 * TEXT + length);
  const count = scan(length);
  for (const needle of needles) mark(length, memory.write(needle, NEEDLE, 'latin1'));
  return table.slice(0, 2 * count);
}

/** @returns null where this Node runs no WebAssembly */
export function loadScanner(): Scanner | null {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(wasm, 'base64')));
    // As declared by line-scanner.wat.
    const { memory, scan, mark } = exports as Pick<Scanner, 'scan' | 'mark'> & { memory: WebAssembly.Memory };
    return { memory: Buffer.from(memory.buffer), table: new Int32Array(memory.buffer, TABLE), scan, mark };
  } catch {
    return null;
  }
}

/** The same byte by byte: for short texts, overlong lines and a Node without WebAssembly. */
export function findLinesPlainly(bytes: Buffer, needles: readonly string[] = []): LineTable {
  const table: number[] = [];
  let traits = 0;
  let before = LF;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === LF) {
      table.push(at, traits);
      traits = 0;
    } else traits |= traitOf(byte, before, bytes[at + 1] ?? 0);
    before = byte;
  }
  if (bytes.length > 0 && before !== LF) table.push(bytes.length, traits);
  for (const needle of needles) markPlainly(table, bytes, Buffer.from(needle, 'latin1'));
  return Int32Array.from(table);
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

function traitOf(byte: number, before: number, after: number): number {
  if (byte === 0xc2 && after >= 0x80 && after <= 0x9f) return LineTraits.other | LineTraits.control;
  if (byte >= 0x80) return LineTraits.other;
  if (byte > SPACE) return byte === BRACKET ? LineTraits.bracket : byte === DELETE ? LineTraits.control : 0;
  if (byte === SPACE) return before === SPACE ? LineTraits.uneven : 0;
  return byte === TAB ? LineTraits.uneven : byte === CR ? 0 : LineTraits.control;
}
