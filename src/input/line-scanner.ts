import wasm from './line-scanner.wasm';
import { findLinesPlainly, type LineTable } from './line-table.ts';

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
  /** Of all lines together, but for matches. */
  traits: number;
  /** They are being read, where they stand in the memory. */
  isInUse: boolean;
}

/** null where this Node runs no WebAssembly, undefined before that was tried. */
let scanner: Scanner | null | undefined;
let scanned = 0;

/**
 * The {@link LineTable} of a text, as `findLinesPlainly` gives it, and faster.
 *
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
  const told = scanner.scan(length);
  const count = told >> 6;
  scanner.traits = told & 63;
  for (const needle of needles) scanner.mark(length, bytes.write(needle, NEEDLE, 'latin1'), ...rareBytes(needle));
  scanner.lines = isKept ? table.slice(0, 2 * count) : table.subarray(0, 2 * count);
  scanner.isInUse = !isKept;
  return scanner.lines;
}

/** Whether any of the lines has one of these traits. @param traits of {@link LineTraits}, matches left out */
export function someHold(lines: LineTable, traits: number): boolean {
  if (scanner?.lines === lines) return (scanner.traits & traits) !== 0;
  for (let at = 1; at < lines.length; at += 2) if (((lines[at] ?? 0) & traits) !== 0) return true;
  return false;
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
    return {
      memory,
      bytes,
      table: new Int32Array(memory.buffer, TABLE),
      scan,
      mark,
      lines: null,
      traits: 0,
      isInUse: false,
    };
  } catch {
    return null;
  }
}
