import wasm from './line-scanner.wat';

/** What a line may hold; each is a bit. */
export const LineTraits = {
  /** Characters beyond ASCII. */
  other: 1,
  /** Control characters of ASCII other than tab and CR. */
  control: 2,
  /** A `]`. */
  bracket: 4,
  /** A tab, or two spaces side by side, those in front of the text included. */
  uneven: 8,
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
const DELETE = 0x7f;

/** Text that is shorter, in bytes, is not worth the 2 ms that it takes to load the fast way. */
const WORTH_LOADING = 256 * 1024;

/** Offsets in the memory of line-scanner.wat. */
const TEXT = 16;
const TABLE = 1024 * 1024;
const LONGEST_TEXT = TABLE - 2 * TEXT;

interface Scanner {
  readonly memory: Buffer;
  readonly table: Int32Array;
  scan(length: number): number;
}

let scanner: Scanner | null | undefined;
let scanned = 0;

/**
 * Every byte of every input passes here, and what is learned on the way spares all that follows a second look. By SIMD
 * instructions, which JavaScript does not have but WebAssembly does, 200 MB take 90 ms, a copy of them included, where
 * looking for line ends, control characters, brackets and white space one after the other took 300 ms.
 */
export function findLines(bytes: Buffer): LineTable {
  scanned += bytes.length;
  if (scanned < WORTH_LOADING || bytes.length === 0 || bytes.length > LONGEST_TEXT) return findLinesPlainly(bytes);
  scanner ??= loadScanner();
  return scanner === null ? findLinesPlainly(bytes) : findLinesBy(scanner, bytes);
}

function findLinesBy({ memory, table, scan }: Scanner, bytes: Buffer): LineTable {
  bytes.copy(memory, TEXT);
  let length = bytes.length;
  if (bytes[length - 1] !== LF) {
    memory[TEXT + length] = LF;
    length += 1;
  }
  memory.fill(0, TEXT + length, 2 * TEXT + length);
  return table.slice(0, 2 * scan(length));
}

/** @returns null where this Node runs no WebAssembly */
export function loadScanner(): Scanner | null {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(wasm, 'base64')));
    // As declared by line-scanner.wat.
    const { memory, scan } = exports as unknown as { memory: WebAssembly.Memory; scan: Scanner['scan'] };
    return { memory: Buffer.from(memory.buffer), table: new Int32Array(memory.buffer, TABLE), scan };
  } catch {
    return null;
  }
}

/** The same byte by byte: for short texts, overlong lines and a Node without WebAssembly. */
export function findLinesPlainly(bytes: Buffer): LineTable {
  const table: number[] = [];
  let traits = 0;
  let before = LF;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === LF) {
      table.push(at, traits);
      traits = 0;
    } else traits |= traitOf(byte, before);
    before = byte;
  }
  if (bytes.length > 0 && before !== LF) table.push(bytes.length, traits);
  return Int32Array.from(table);
}

function traitOf(byte: number, before: number): number {
  if (byte >= 0x80) return LineTraits.other;
  if (byte > SPACE) return byte === BRACKET ? LineTraits.bracket : byte === DELETE ? LineTraits.control : 0;
  if (byte === SPACE) return before === SPACE ? LineTraits.uneven : 0;
  return byte === TAB ? LineTraits.uneven : byte === CR ? 0 : LineTraits.control;
}
