// AssemblyScript: finds the lines of a text and what each of them may hold, 32 bytes at a time. What it gives is
// described, and given in another way, in ../line-table.ts.
//
//     0               16                         1 MiB                          9 MiB - 256
//     │ 0, …, LF      │ text, ended by LF, 0 …   │ end, traits, end, traits, …  │ needle

const TEXT: usize = 16;
const TABLE: usize = 1024 * 1024;
const NEEDLE: usize = 9 * 1024 * 1024 - 256;
const STEP: usize = 16;
/** Bytes of an entry of the table. */
const ENTRY: usize = 8;

const MATCH = 16;
const FOLDED = 32;

/**
 * @param length of the text in bytes; its last byte is an LF, and 32 bytes of 0 follow it
 * @returns 64 for each line, and the traits of all lines together
 */
export function scan(length: i32): i32 {
  const end = TEXT + length;
  let entry = TABLE;
  /** Traits of the line so far. */
  let seen = 0;
  let all = 0;
  for (let at = TEXT; at < end; at += 2 * STEP) {
    // The LF at the end stops it.
    while (!v128.any_true(v128.or(noted(at), noted(at + STEP)))) at += 2 * STEP;
    const next = at + STEP;
    const chunk = v128.load(at);
    const nextChunk = v128.load(next);
    // For each trait the bytes that show it, a bit each; the traits stand in the order of their bits.
    const others = bits(chunk, nextChunk);
    let shown = i32x4.splat(others);
    shown = i32x4.replace_lane(shown, 1, bits(controls(at), controls(next)));
    shown = i32x4.replace_lane(shown, 2, bits(places(chunk, 0x5d), places(nextChunk, 0x5d)));
    shown = i32x4.replace_lane(shown, 3, bits(uneven(at), uneven(next)));
    let foldedPlaces = others === 0 ? 0 : bits(folded(at), folded(next));
    let ends = bits(places(chunk, 0x0a), places(nextChunk, 0x0a));
    while (ends !== 0) {
      // The bits below the lowest end belong to the line that ends there.
      const below = (ends & -ends) - 1;
      const line = i32x4.splat(below);
      store<i32>(entry, <i32>(at - TEXT) + ctz(ends));
      const traits = seen | traitsOf(v128.and(shown, line)) | ((foldedPlaces & below) !== 0 ? FOLDED : 0);
      store<i32>(entry + 4, traits);
      all |= traits;
      entry += ENTRY;
      seen = 0;
      shown = v128.andnot(shown, line);
      foldedPlaces &= ~below;
      ends &= ends - 1;
    }
    seen |= traitsOf(shown) | (foldedPlaces !== 0 ? FOLDED : 0);
  }
  return 64 * <i32>((entry - TABLE) / ENTRY) + all;
}

/** Most chunks hold nothing to note: nothing below 20 or, as signed numbers, from 80 on, no 7F, `]` or two spaces. */
function noted(at: usize): v128 {
  const chunk = v128.load(at);
  const isLow = i8x16.lt_s(chunk, i8x16.splat(0x20));
  // In one step, with what is rare too: 5D and 7F, but also 5F and 7D; a space behind a space, but also behind a 0.
  const isOther = places(v128.or(chunk, i8x16.splat(0x22)), 0x7f);
  const isSecondSpace = places(v128.or(chunk, v128.load(at - 1)), 0x20);
  return v128.or(v128.or(isLow, isOther), isSecondSpace);
}

/** Controls are below 20, 7F, and C2 before 80 … 9F (as signed numbers -128 … -97); tab, LF and CR are none. */
function controls(at: usize): v128 {
  const chunk = v128.load(at);
  const isWhite = v128.or(places(chunk, 0x0a), v128.or(places(chunk, 0x09), places(chunk, 0x0d)));
  const isC0 = v128.andnot(i8x16.lt_u(chunk, i8x16.splat(0x20)), isWhite);
  const isC1 = v128.and(places(chunk, -0x3e), i8x16.lt_s(v128.load(at + 1), i8x16.splat(-0x60)));
  return v128.or(v128.or(places(chunk, 0x7f), isC1), isC0);
}

/** C5 BF, `ſ`, and E2 84 AA, the Kelvin sign. */
function folded(at: usize): v128 {
  const chunk = v128.load(at);
  const second = v128.load(at + 1);
  const isKelvin = v128.and(v128.and(places(chunk, -0x1e), places(second, -0x7c)), places(v128.load(at + 2), -0x56));
  return v128.or(isKelvin, v128.and(places(chunk, -0x3b), places(second, -0x41)));
}

/** A tab, or a space behind a space, but not behind LF, space. */
function uneven(at: usize): v128 {
  const chunk = v128.load(at);
  const isSecondSpace = v128.and(places(chunk, 0x20), places(v128.load(at - 1), 0x20));
  return v128.or(places(chunk, 0x09), v128.andnot(isSecondSpace, places(v128.load(at - 2), 0x0a)));
}

function places(chunk: v128, byte: i8): v128 {
  return i8x16.eq(chunk, i8x16.splat(byte));
}

/** A bit for each byte of two chunks. */
function bits(first: v128, second: v128): i32 {
  return i8x16.bitmask(first) | (i8x16.bitmask(second) << 16);
}

/** A bit for each of the four numbers that is not 0. */
function traitsOf(shown: v128): i32 {
  return i32x4.bitmask(i32x4.ne(shown, i32x4.splat(0)));
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
        v128.or(
          candidates(at, rarestByte, rarest, rareByte, rare),
          candidates(at + STEP, rarestByte, rarest, rareByte, rare),
        ),
      )
    )
      at += 2 * STEP;
    if (at >= end) return;
    let found = i8x16.bitmask(candidates(at, rarestByte, rarest, rareByte, rare));
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
function candidates(at: usize, one: v128, oneOffset: i32, other: v128, otherOffset: i32): v128 {
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
