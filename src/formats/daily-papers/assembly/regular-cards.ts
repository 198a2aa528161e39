// AssemblyScript: passes over regular cards, see ../regular-cards.ts, in the memory of ../../../input/line-scanner.ts.
//
//     16                   1 MiB                          9 MiB
//     │ text, …            │ end, traits, end, traits, …  │ starts of titles, 32 KiB │ cards, counted, width, year, … │

const TEXT: usize = 16;
const TABLE: usize = 1024 * 1024;
const STARTS: usize = 9 * 1024 * 1024;
const RESULT: usize = STARTS + 32 * 1024;
/** Whether the last card has no year; its month, its day, and the line of that. */
const YEARLESS: usize = RESULT + 16;
/** Bytes of an entry of the table. */
const ENTRY: usize = 8;

// Traits of lines.
const OTHER = 1;
const BRACKET = 4;
const MATCH = 16;
const FOLDED = 32;

const LONGEST_TITLE: usize = 250;
const LONGEST_ROW: usize = 300;
const LONGEST_NAME: usize = 100;
const NO_LIMIT: usize = 255;
/** Longer lines are not looked through for markup. */
const LONGEST_MARKED_UP: usize = 1024;

/** What a line or card is, for certain. */
const IRREGULAR = 0;
/** A card of which a record may be wanted, or about which there is something to find out. */
const REGULAR = 1;
const UNWANTED = 2;
const COUNTED = 3;

// The line that is looked at, without white space around it.
let start: usize = 0;
let end: usize = 0;
let traits: i32 = 0;

// The card that was found last.
let titleStart: usize = 0;
let titleLength: i32 = 0;
let width: i32 = 0;
/** 0 where none is printed. */
let year: i32 = 0;
let month: i32 = 0;
let day: i32 = 0;
let lastLine: i32 = 0;

/**
 * Passes over the card whose title is the line at `index`, and over those that follow on it with nothing but empty lines
 * between them, as long as none of them need become a record and another regular card follows; up to one without a year.
 *
 * @param lines in the table @param lastTitle length of the title in front, which the first card may repeat; -1 for none
 * @param countsMarked cards with a mark are counted; else they become records @param latest year of a card
 * that may be passed over
 * @returns how many lines it passed over
 */
export function pass(index: i32, lines: i32, lastTitle: i32, countsMarked: bool, latest: i32): i32 {
  let kind = find(index, lines, countsMarked);
  if (titleLength === lastTitle) return 0;
  let next = index;
  let cards = 0;
  let counted = 0;
  let widest = 0;
  let newest = 0;
  let isYearless = false;
  while (kind >= UNWANTED && year <= latest && !isYearless) {
    const isCounted = kind === COUNTED;
    const title = titleStart;
    const length = titleLength;
    const cardWidth = width;
    const cardYear = year;
    store<i32>(YEARLESS, month, 4);
    store<i32>(YEARLESS, day, 8);
    store<i32>(YEARLESS, lastLine, 12);
    const following = afterEmpty(lastLine + 1, lines);
    kind = find(following, lines, countsMarked);
    if (kind === IRREGULAR || (titleLength === length && isSame(title, titleStart, length))) break;
    next = following;
    cards += 1;
    if (isCounted) counted += 1;
    isYearless = cardYear === 0;
    widest = max(widest, cardWidth);
    newest = max(newest, cardYear);
  }
  store<i32>(RESULT, cards);
  store<i32>(RESULT, counted, 4);
  store<i32>(RESULT, widest, 8);
  store<i32>(RESULT, newest, 12);
  store<i32>(YEARLESS, isYearless ? 1 : 0);
  return next - index;
}

function find(index: i32, lines: i32, countsMarked: bool): i32 {
  if (index + 6 >= lines || !isEmpty(index + 1)) return IRREGULAR;
  moveTo(index);
  if ((traits & ~MATCH) !== 0 || end - start > LONGEST_TITLE || !isPlainText()) return IRREGULAR;
  titleStart = start;
  titleLength = <i32>(end - start);
  const titleTraits = traits;
  const abstractLine = afterEmpty(index + 2, lines);
  moveTo(abstractLine);
  if (!isAbstract()) return IRREGULAR;
  width = (traits & OTHER) === 0 ? <i32>(end - start) : characters();
  if (width <= titleLength) return IRREGULAR;
  const cardTraits = titleTraits | traits;
  const authorsLine = afterEmpty(abstractLine + 1, lines);
  if (authorsLine === abstractLine + 1 || authorsLine + 2 >= lines) return IRREGULAR;
  moveTo(authorsLine);
  if (!isAuthors()) return IRREGULAR;
  moveTo(authorsLine + 1);
  // ·
  if (end - start !== 2 || load<u16>(start) !== 0xb7c2) return IRREGULAR;
  lastLine = authorsLine + 2;
  moveTo(lastLine);
  if (!isDay()) return IRREGULAR;
  if ((cardTraits & MATCH) !== 0) return countsMarked ? COUNTED : REGULAR;
  return (cardTraits & FOLDED) === 0 ? UNWANTED : REGULAR;
}

function moveTo(index: i32): void {
  const entry = TABLE + <usize>index * ENTRY;
  start = startOf(index);
  end = TEXT + load<i32>(entry);
  traits = load<i32>(entry, 4);
  while (start < end && load<u8>(start) <= 0x20) start += 1;
  while (end > start && load<u8>(end - 1) <= 0x20) end -= 1;
}

function startOf(index: i32): usize {
  return index === 0 ? TEXT : TEXT + load<i32>(TABLE + <usize>(index - 1) * ENTRY) + 1;
}

/** Whether nothing but perhaps a CR stands on the line. */
function isEmpty(index: i32): bool {
  const first = startOf(index);
  const length = TEXT + load<i32>(TABLE + <usize>index * ENTRY) - first;
  return length === 0 || (length === 1 && load<u8>(first) === 0x0d);
}

function afterEmpty(index: i32, lines: i32): i32 {
  let next = index;
  while (next < lines && isEmpty(next)) next += 1;
  return next;
}

function isSame(one: usize, other: usize, length: i32): bool {
  for (let at = 0; at < length; at += 1) if (load<u8>(one + at) !== load<u8>(other + at)) return false;
  return true;
}

/** Of the line, in UTF-16: none for a byte that continues another, two for a lead byte from F0 on, one for any other. */
function characters(): i32 {
  let count = <i32>(end - start);
  for (let at = start; at < end; at += 16) {
    const chunk = v128.load(at);
    const rest = end - at;
    const inLine: i32 = rest < 16 ? (1 << (<i32>rest)) - 1 : 0xffff;
    // As signed numbers, those from 80 to BF are below -40, those from F0 on from -10 to -1.
    count -= popcnt(inLine & i8x16.bitmask(i8x16.lt_s(chunk, i8x16.splat(-0x40))));
    const isLong = v128.and(i8x16.ge_s(chunk, i8x16.splat(-0x10)), i8x16.lt_s(chunk, i8x16.splat(0)));
    count += popcnt(inLine & i8x16.bitmask(isLong));
  }
  return count;
}

function isDigit(byte: u8): bool {
  return byte - 0x30 <= 9;
}

/** See `isPlainText` in ../certain-text.ts. */
function isPlainText(): bool {
  if (end - start < 6) return false;
  const first = load<u8>(start) | 0x20;
  if (first < 0x61 || first > 0x7a) return false;
  // The first three letters, without spaces between them.
  const second: usize = start + (load<u8>(start, 1) === 0x20 ? 2 : 1);
  const third: usize = second + (load<u8>(second, 1) === 0x20 ? 2 : 1);
  const code = ((<i32>first & 31) << 10) | ((<i32>load<u8>(second) & 31) << 5) | (<i32>load<u8>(third) & 31);
  // Longer ones with these letters are text; where there is no limit none are.
  const limit = <usize>load<u8>(STARTS + code);
  if (limit === NO_LIMIT || end - start <= limit) return false;
  const last = load<u8>(end - 1);
  // (x)     ___     … community
  if (last === 0x29 || last === 0x5f || endsInCommunity()) return false;
  for (let at = start; at < end; at += 16) {
    const chunk = v128.load(at);
    const isSuspect = v128.or(
      i8x16.eq(chunk, i8x16.splat(0x5b)),
      v128.or(i8x16.eq(chunk, i8x16.splat(0x3a)), i8x16.eq(chunk, i8x16.splat(0x30))),
    );
    if (v128.any_true(isSuspect)) return !isSuspicious(at);
  }
  return true;
}

/** By its last eight letters, `ommu` and `nity`, which stand in the memory whatever the length of the line. */
function endsInCommunity(): bool {
  return (load<u32>(end - 4) | 0x20202020) === 0x7974696e && (load<u32>(end - 8) | 0x20202020) === 0x756d6d6f;
}

/** Whether a bracket, `http:`, `https:` or what may be a year stands between `from` and the end of the line. */
function isSuspicious(from: usize): bool {
  for (let at = from; at < end; at += 1) {
    const byte = load<u8>(at);
    if (byte === 0x5b) return true;
    if (byte === 0x3a && (isHttp(at - 4) || (isHttp(at - 5) && (load<u8>(at - 1) | 0x20) === 0x73))) return true;
    if (byte === 0x30 && load<u8>(at - 1) === 0x32 && isDigit(load<u8>(at, 1))) return true;
  }
  return false;
}

function isHttp(at: usize): bool {
  return (load<u32>(at) | 0x20202020) === 0x70747468;
}

/** See `mayHoldMarkup` in ../markup.ts, and `isShortAbstract` in ../regular-cards.ts. */
function isAbstract(): bool {
  const length = end - start;
  if (length <= LONGEST_ROW) return length > LONGEST_NAME && (traits & ~MATCH) === 0 && isPlainText();
  if (length <= LONGEST_MARKED_UP && (traits & BRACKET) !== 0) return false;
  const first = load<u8>(start);
  const last = load<u8>(end - 1);
  // No [ ] # ! * < in front, ) [ ] behind, nor white space beyond ASCII.
  if (first === 0x5b || first === 0x5d || first === 0x23 || first === 0x21 || first === 0x2a || first === 0x3c)
    return false;
  return first < 0x80 && last < 0x80 && last !== 0x29 && last !== 0x5b && last !== 0x5d;
}

//   • 3 authors
function isAuthors(): bool {
  if (end - start < 4 || load<u32>(start) !== 0x20a280e2) return false;
  const digits = start + 4;
  let at = digits;
  while (isDigit(load<u8>(at))) at += 1;
  if (at === digits || at - digits > 9) return false;
  // ` author`, eight bytes of it with the letter behind
  if (load<u32>(at) !== 0x74756120 || (load<u32>(at, 4) & 0xffffff) !== 0x726f68) return false;
  const rest = end - at;
  return rest === 7 || (rest === 8 && load<u8>(at, 7) === 0x73);
}

//   Mar 25, 2024 2       Jan 30
/** A day of the calendar with or without its year, and a count or nothing behind it. */
function isDay(): bool {
  if (end - start < 5) return false;
  month = monthOf(load<u32>(start) | 0x202020);
  if (month === 0) return false;
  let at = start + 4;
  day = load<u8>(at) - 0x30;
  if (day > 9) return false;
  at += 1;
  if (isDigit(load<u8>(at))) {
    day = 10 * day + (load<u8>(at) - 0x30);
    at += 1;
  }
  if (day < 1 || day > daysIn(month)) return false;
  year = 0;
  //   , 20
  if (load<u32>(at) === 0x3032202c) {
    const tens = load<u8>(at, 4) - 0x30;
    const ones = load<u8>(at, 5) - 0x30;
    if (tens > 9 || ones > 9) return false;
    year = 2000 + 10 * tens + ones;
    at += 6;
  }
  if (at === end) return true;
  if (at > end || load<u8>(at) !== 0x20) return false;
  at += 1;
  // Without a year before it, a longer number may be the year.
  if (at === end || end - at > (year === 0 ? 3 : 9)) return false;
  for (; at < end; at += 1) if (!isDigit(load<u8>(at))) return false;
  return true;
}

/** @param letters three small ones and a space */
function monthOf(letters: u32): i32 {
  switch (letters) {
    case 0x206e616a:
      return 1;
    case 0x20626566:
      return 2;
    case 0x2072616d:
      return 3;
    case 0x20727061:
      return 4;
    case 0x2079616d:
      return 5;
    case 0x206e756a:
      return 6;
    case 0x206c756a:
      return 7;
    case 0x20677561:
      return 8;
    case 0x20706573:
      return 9;
    case 0x2074636f:
      return 10;
    case 0x20766f6e:
      return 11;
    case 0x20636564:
      return 12;
    default:
      return 0;
  }
}

/** Those that the month has in every year. */
function daysIn(month: i32): i32 {
  if (month === 2) return 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
