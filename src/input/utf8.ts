import { decodeWindows1252 } from './encoding.ts';

let windows1252: readonly Buffer[] | null = null;

/** What windows-1252 has for each byte from 80 to FF, in UTF-8. Created once, on demand to keep start-up fast. */
function replacementsOfBytes(): readonly Buffer[] {
  windows1252 ??= Array.from({ length: 128 }, (_, index) =>
    Buffer.from(decodeWindows1252(Buffer.from([0x80 + index]))),
  );
  return windows1252;
}

/** Maximum length of a converted byte. */
const LONGEST_MENDED = 3;

/**
 * Converts bytes to valid UTF-8: bytes that are not part of a well-formed sequence are read as windows-1252.
 *
 * @returns the bytes and the offset of the first invalid byte, -1 if there is none
 */
export function mendUtf8(bytes: Buffer): { result: Buffer; first: number } {
  const firsts = countMended(bytes);
  if (firsts.count === 0) return { result: bytes, first: -1 };
  const replacements = replacementsOfBytes();
  const result = Buffer.allocUnsafe(bytes.length + firsts.count * (LONGEST_MENDED - 1));
  let length = 0;
  let keptFrom = 0;
  for (let at = firsts.first; at < bytes.length; ) {
    const step = sequenceLength(bytes, at);
    if (step === 0) {
      if (at > keptFrom) length += bytes.copy(result, length, keptFrom, at);
      length += replacements[(bytes[at] ?? 0) - 0x80]?.copy(result, length) ?? 0;
      keptFrom = at + 1;
    }
    at += step || 1;
  }
  length += bytes.copy(result, length, keptFrom);
  return { result: result.subarray(0, length), first: firsts.first };
}

function countMended(bytes: Buffer): { count: number; first: number } {
  let count = 0;
  let first = -1;
  for (let at = 0; at < bytes.length; ) {
    const step = sequenceLength(bytes, at);
    if (step === 0) {
      if (first < 0) first = at;
      count += 1;
    }
    at += step || 1;
  }
  return { count, first };
}

/** Length of the character at `at` if it is well-formed UTF-8 (Unicode, table 3-7), else 0. */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0) return 0;
  // The second byte excludes overlong forms, surrogates, and code points above U+10FFFF.
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1] ?? 0;
  if (second < least || second > most) return 0;
  for (let next = at + 2; next < at + length; next += 1) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
