const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const ESCAPE = 0x1b;
const BELL = 0x07;
const DELETE = 0x7f;

/**
 * Removes control characters and whole terminal sequences from valid UTF-8:
 *
 *     ESC [ 1 ; 31 m            ECMA-48 CSI: parameters 30…3F, intermediates 20…2F, one of 40…7E
 *     ESC ] 8 ; ; url BEL       OSC, to BEL or `ESC \\` on the same line
 *
 * @returns the bytes and the offset of the first removed character, -1 if there is none
 */
export function withoutControls(bytes: Buffer): { result: Buffer; first: number } {
  const result = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let first = -1;
  let keptFrom = 0;
  for (let at = 0; at < bytes.length; ) {
    const removed = controlLength(bytes, at);
    if (removed === 0) {
      at += 1;
      continue;
    }
    if (first < 0) first = at;
    if (at > keptFrom) length += bytes.copy(result, length, keptFrom, at);
    at += removed;
    keptFrom = at;
  }
  length += bytes.copy(result, length, keptFrom);
  return { result: result.subarray(0, length), first };
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
