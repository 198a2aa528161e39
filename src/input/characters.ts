const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const ESCAPE = 0x1b;
const SPACE = 0x20;
const BELL = 0x07;
const DELETE = 0x7f;

/** The letters of the ligatures from U+FB00. */
const LIGATURES = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];

/**
 * Removes control characters, whole terminal sequences and characters without width from valid UTF-8, and puts a space for each
 * of the special spaces of web pages and word processors, and letters for each of the ligatures of PDF files:
 *
 *     ESC [ 1 ; 31 m            ECMA-48 CSI: parameters 30…3F, intermediates 20…2F, one of 40…7E
 *     ESC ] 8 ; ; url BEL       OSC, to BEL or `ESC \\` on the same line
 *     U+200B, U+2060, U+FEFF    zero-width space, word joiner, zero-width no-break space; also the marks of direction, U+200E and U+200F
 *     U+00AD                    soft hyphen
 *     U+00A0, U+2009, U+202F    no-break space, thin space, narrow no-break space
 *     U+FB01                    fi
 *
 * @returns the bytes and the offset of the first control character, -1 if there is none
 */
export function cleanCharacters(bytes: Buffer): { result: Buffer; first: number } {
  const result = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let first = -1;
  let keptFrom = 0;
  const replace = (at: number, count: number) => {
    length += bytes.copy(result, length, keptFrom, at);
    keptFrom = at + count;
  };
  for (let at = 0; at < bytes.length; at = Math.max(at + 1, keptFrom)) {
    const controls = controlLength(bytes, at);
    if (controls > 0) {
      if (first < 0) first = at;
      replace(at, controls);
      continue;
    }
    const spaces = spaceLength(bytes, at);
    const ligature = ligatureAt(bytes, at);
    if (spaces > 0) {
      replace(at, spaces);
      result[length] = SPACE;
      length += 1;
    } else if (ligature !== undefined) {
      replace(at, 3);
      length += result.write(ligature, length);
    } else if (bytes[at] === 0xc2 && bytes[at + 1] === 0xad) replace(at, 2);
    else if (isInvisible(bytes, at)) replace(at, 3);
  }
  length += bytes.copy(result, length, keptFrom);
  return { result: result.subarray(0, length), first };
}

/** Length of the special space at `at`; 0 if there is none. */
function spaceLength(bytes: Buffer, at: number): number {
  const [lead, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (lead === 0xc2) return second === 0xa0 ? 2 : 0;
  if (lead !== 0xe2) return 0;
  const isSpace = second === 0x80 ? isBetween(third, 0x80, 0x8a) || third === 0xaf : second === 0x81 && third === 0x9f;
  return isSpace ? 3 : 0;
}

/** The letters of the ligature at `at`; undefined if there is none. */
function ligatureAt(bytes: Buffer, at: number): string | undefined {
  return bytes[at] === 0xef && bytes[at + 1] === 0xac ? LIGATURES[(bytes[at + 2] ?? 0) - 0x80] : undefined;
}

/** Whether there is a character without width at `at`. */
function isInvisible(bytes: Buffer, at: number): boolean {
  const [lead, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (lead === 0xef) return second === 0xbb && third === 0xbf;
  if (lead !== 0xe2) return false;
  return second === 0x80 ? third === 0x8b || third === 0x8e || third === 0x8f : second === 0x81 && third === 0xa0;
}

/** Length of the control character or terminal sequence at `at`; 0 if there is none. */
function controlLength(bytes: Buffer, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte === ESCAPE) return sequenceLength(bytes, at);
  if (isC0(byte) || byte === DELETE) return 1;
  return byte === 0xc2 && isBetween(bytes[at + 1], 0x80, 0x9f) ? 2 : 0;
}

/** Length of the escape sequence at `at`; 1 if the escape character begins none. */
function sequenceLength(bytes: Buffer, at: number): number {
  const kind = bytes[at + 1];
  let end = at + 2;
  if (kind === '['.charCodeAt(0)) {
    while (isBetween(bytes[end], 0x30, 0x3f)) end += 1;
    while (isBetween(bytes[end], 0x20, 0x2f)) end += 1;
    return isBetween(bytes[end], 0x40, 0x7e) ? end + 1 - at : 1;
  }
  if (kind !== ']'.charCodeAt(0)) return 1;
  while (end < bytes.length && bytes[end] !== BELL && bytes[end] !== ESCAPE && bytes[end] !== LF) end += 1;
  if (bytes[end] === BELL) return end + 1 - at;
  return bytes[end] === ESCAPE && bytes[end + 1] === '\\'.charCodeAt(0) ? end + 2 - at : 1;
}

function isBetween(byte: number | undefined, first: number, last: number): boolean {
  return byte !== undefined && byte >= first && byte <= last;
}

function isC0(byte: number): boolean {
  return byte < 0x20 && byte !== TAB && byte !== LF && byte !== CR;
}
