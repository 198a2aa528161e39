// AssemblyScript: finds the lines of a text and what each of them may hold, sixteen bytes at a time. What it gives is
// described, and given in another way for a test, in ../line-table.ts.
//
//     0               16                         1 MiB                          9 MiB - 256
//     │ 0, …, LF      │ text, ended by LF, 0 …   │ end, traits, end, traits, …  │ needle

const TEXT: usize = 16;
const TABLE: usize = 1024 * 1024;
const NEEDLE: usize = 9 * 1024 * 1024 - 256;
const STEP: usize = 16;
/** Bytes of an entry of the table. */
const ENTRY: usize = 8;

const OTHER = 1;
const CONTROL = 2;
const BRACKET = 4;
const UNEVEN = 8;
const MATCH = 16;

/**
 * @param length of the text in bytes; its last byte is an LF, and sixteen bytes of 0 follow it
 * @returns the number of lines
 */
export function scan(length: i32): i32 {
  const end = TEXT + length;
  let entry = TABLE;
  // Whether there was one since the line began: not 0.
  let sawOther = 0;
  let sawControl = 0;
  let sawBracket = 0;
  let sawUneven = 0;
  for (let at = TEXT; at < end; at += STEP) {
    // The LF at the end stops it.
    while (!v128.any_true(v128.or(noted(at), noted(at + STEP)))) at += 2 * STEP;
    const chunk = v128.load(at);
    const isSpace = i8x16.eq(chunk, i8x16.splat(0x20));
    const isBracket = i8x16.eq(chunk, i8x16.splat(0x5d));
    const isDelete = i8x16.eq(chunk, i8x16.splat(0x7f));
    const isSecondSpace = v128.and(isSpace, i8x16.eq(v128.load(at - 1), i8x16.splat(0x20)));
    // A bit for each byte of the chunk.
    let ends = i8x16.bitmask(i8x16.eq(chunk, i8x16.splat(0x0a)));
    let other = i8x16.bitmask(chunk);
    // Controls are below 20, 7F, and C2 before 80 … 9F (as signed numbers -128 … -97); tab, LF and CR are none.
    const isTab = i8x16.eq(chunk, i8x16.splat(0x09));
    const isWhite = v128.or(i8x16.eq(chunk, i8x16.splat(0x0a)), v128.or(isTab, i8x16.eq(chunk, i8x16.splat(0x0d))));
    const isC1 = v128.and(i8x16.eq(chunk, i8x16.splat(-0x3e)), i8x16.lt_s(v128.load(at + 1), i8x16.splat(-0x60)));
    const isC0 = v128.andnot(i8x16.lt_u(chunk, i8x16.splat(0x20)), isWhite);
    let control = i8x16.bitmask(v128.or(v128.or(isDelete, isC1), isC0));
    let bracket = i8x16.bitmask(isBracket);
    // A tab, or a space behind a space, but not behind LF, space.
    const isIndent = i8x16.eq(v128.load(at - 2), i8x16.splat(0x0a));
    let uneven = i8x16.bitmask(v128.or(isTab, v128.andnot(isSecondSpace, isIndent)));
    while (ends !== 0) {
      // The bits below the lowest end belong to the line that ends there.
      const line = (ends & -ends) - 1;
      store<i32>(entry, <i32>(at - TEXT) + ctz(ends));
      store<i32>(
        entry + 4,
        ((sawOther | (other & line)) !== 0 ? OTHER : 0) |
          ((sawControl | (control & line)) !== 0 ? CONTROL : 0) |
          ((sawBracket | (bracket & line)) !== 0 ? BRACKET : 0) |
          ((sawUneven | (uneven & line)) !== 0 ? UNEVEN : 0),
      );
      entry += ENTRY;
      sawOther = 0;
      sawControl = 0;
      sawBracket = 0;
      sawUneven = 0;
      other &= ~line;
      control &= ~line;
      bracket &= ~line;
      uneven &= ~line;
      ends &= ends - 1;
    }
    sawOther |= other;
    sawControl |= control;
    sawBracket |= bracket;
    sawUneven |= uneven;
  }
  return <i32>((entry - TABLE) / ENTRY);
}

/** Most chunks hold nothing to note: nothing below 20 or, as signed numbers, from 80 on, no 7F, `]` or two spaces. */
function noted(at: usize): v128 {
  const chunk = v128.load(at);
  const isLow = i8x16.lt_s(chunk, i8x16.splat(0x20));
  const isDelete = i8x16.eq(chunk, i8x16.splat(0x7f));
  const isBracket = i8x16.eq(chunk, i8x16.splat(0x5d));
  const isSecondSpace = v128.and(i8x16.eq(chunk, i8x16.splat(0x20)), i8x16.eq(v128.load(at - 1), i8x16.splat(0x20)));
  return v128.or(v128.or(isLow, isDelete), v128.or(isBracket, isSecondSpace));
}

/**
 * After `scan`: gives each line that holds the needle the trait of a match. Bit 20 of each byte is taken as set, in text and
 * needle, so that the case of letters does not matter.
 *
 * @param length as for `scan` @param size of the needle in bytes, 1 or more
 * @param rarest and @param rare offsets in the needle of the bytes that are looked for first
 */
export function mark(length: i32, size: i32, rarest: i32, rare: i32): void {
  const end = TEXT + length;
  const fold = i8x16.splat(0x20);
  const rarestByte = v128.or(fold, i8x16.splat(load<i8>(NEEDLE + rarest)));
  const rareByte = v128.or(fold, i8x16.splat(load<i8>(NEEDLE + rare)));
  let entry = TABLE;
  for (let at = TEXT; at < end; at += STEP) {
    // Most chunks hold no such place; past the end there is at most what an earlier text has left.
    while (
      at < end &&
      !v128.any_true(
        v128.or(places(at, rarestByte, rarest, rareByte, rare), places(at + STEP, rarestByte, rarest, rareByte, rare)),
      )
    )
      at += 2 * STEP;
    if (at >= end) return;
    let found = i8x16.bitmask(places(at, rarestByte, rarest, rareByte, rare));
    while (found !== 0) {
      const place = at + ctz(found);
      found &= found - 1;
      if (!standsAt(place, size)) continue;
      // The line is the first one that ends behind the place.
      while (<usize>load<i32>(entry) + TEXT <= place) entry += ENTRY;
      store<i32>(entry + 4, load<i32>(entry + 4) | MATCH);
    }
  }
}

/** Where in the chunk the needle may begin: two bytes of it stand behind that where they should. */
function places(at: usize, one: v128, oneOffset: i32, other: v128, otherOffset: i32): v128 {
  const fold = i8x16.splat(0x20);
  return v128.and(
    i8x16.eq(one, v128.or(fold, v128.load(at + oneOffset))),
    i8x16.eq(other, v128.or(fold, v128.load(at + otherOffset))),
  );
}

function standsAt(place: usize, size: i32): bool {
  for (let at = 0; at < size; at += 1) {
    if ((load<u8>(place + at) | 0x20) !== (load<u8>(NEEDLE + at) | 0x20)) return false;
  }
  return true;
}
