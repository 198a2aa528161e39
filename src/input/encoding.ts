import { TextDecoder } from 'node:util';

// Byte order marks, each byte as one character.
const UTF8_BOM = '\xef\xbb\xbf';
/** The same, read as windows-1252 and saved as UTF-8: `ï»¿`. */
const MISREAD_BOM = '\xc3\xaf\xc2\xbb\xc2\xbf';
const UTF16LE_BOM = '\xff\xfe';
const UTF16BE_BOM = '\xfe\xff';

/** Bytes to look at before the encoding is decided. */
const HEAD_LENGTH = 64;

// What windows-1252 has where latin1 has the controls 80…9F (WHATWG Encoding Standard, index windows-1252). The TextDecoder
// of Node 20 reads windows-1252 as latin1, so the difference is made here.
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252.charAt(c.charCodeAt(0) - 0x80));
}

/** @returns whether `TextDecoder` knows the label; see the WHATWG Encoding Standard. */
export function isEncodingLabel(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/**
 * Converts a stream of bytes in any encoding to UTF-8 without a byte order mark.
 *
 * Without a label, UTF-16 is recognized by its byte order mark or its zeros, and everything else is passed on unchanged.
 */
export class Transcoder {
  #decoder: TextDecoder | null;
  /** The first bytes, while there are too few to decide. */
  #head: Buffer | null = Buffer.alloc(0);

  /** @param label one that {@link isEncodingLabel} accepts */
  constructor(label?: string) {
    const decoder = label === undefined ? null : new TextDecoder(label);
    this.#decoder = decoder?.encoding === 'utf-8' ? null : decoder;
  }

  /** @param chunk is not kept; the result may be a view of it */
  push(chunk: Buffer): Buffer {
    if (this.#head === null) return this.#decode(chunk);
    const head = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    if (head.length >= HEAD_LENGTH) return this.#start(head);
    this.#head = Buffer.from(head);
    return Buffer.alloc(0);
  }

  end(): Buffer {
    const head = this.#head === null ? Buffer.alloc(0) : this.#start(this.#head);
    return this.#decoder === null ? head : Buffer.concat([head, Buffer.from(this.#decoder.decode())]);
  }

  #start(head: Buffer): Buffer {
    this.#head = null;
    if (this.#decoder === null) {
      const start = head.toString('latin1', 0, MISREAD_BOM.length);
      if (start.startsWith(UTF16LE_BOM)) this.#decoder = new TextDecoder('utf-16le');
      else if (start.startsWith(UTF16BE_BOM)) this.#decoder = new TextDecoder('utf-16be');
      else if (start.startsWith(UTF8_BOM)) return head.subarray(UTF8_BOM.length);
      else if (start === MISREAD_BOM) return head.subarray(MISREAD_BOM.length);
      else this.#decoder = decoderOfUtf16(head.subarray(0, HEAD_LENGTH));
    }
    return this.#decode(head);
  }

  #decode(chunk: Buffer): Buffer {
    if (this.#decoder === null) return chunk;
    if (this.#decoder.encoding === 'windows-1252') return Buffer.from(decodeWindows1252(chunk));
    return Buffer.from(this.#decoder.decode(chunk, { stream: true }));
  }
}

/** For UTF-16 without a byte order mark: one byte of most pairs is zero, always the same; null for other text. */
function decoderOfUtf16(head: Buffer): TextDecoder | null {
  let even = 0;
  let odd = 0;
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (Math.min(even, odd) > 0 || Math.max(even, odd) <= head.length / 4) return null;
  return new TextDecoder(even === 0 ? 'utf-16le' : 'utf-16be');
}
