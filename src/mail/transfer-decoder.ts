import type { LineFault } from '../input/decode-line.ts';
import { isEncodingLabel, Transcoder } from '../input/encoding.ts';
import type { Line } from '../input/line.ts';
import { LineSplitter } from '../input/line-splitter.ts';

/** The transfer encoding of a body (RFC 2045 section 6). */
export type TransferEncoding = 'identity' | 'quoted-printable' | 'base64';

/**
 * Decodes an encoded body, line by line, into clean lines.
 *
 * @param charset as named by the mail; an unknown one is ignored
 */
export class TransferDecoder {
  readonly #decodeLine: (line: Line) => Buffer;
  readonly #transcoder: Transcoder;
  readonly #splitter: LineSplitter;
  /** Base64 characters that do not yet form whole bytes. */
  #rest = '';

  constructor(
    encoding: Exclude<TransferEncoding, 'identity'>,
    charset: string,
    onLine: (line: Line, faults: readonly LineFault[]) => void,
  ) {
    this.#decodeLine = encoding === 'base64' ? (line) => this.#base64(line.text) : quotedPrintable;
    this.#transcoder = new Transcoder(isEncodingLabel(charset) ? charset : undefined);
    this.#splitter = new LineSplitter(onLine);
  }

  line(line: Line): void {
    this.#splitter.push(this.#transcoder.push(this.#decodeLine(line)));
  }

  end(): void {
    this.#splitter.push(this.#transcoder.push(Buffer.from(this.#rest, 'base64')));
    this.#splitter.push(this.#transcoder.end());
    this.#splitter.end();
  }

  #base64(text: string): Buffer {
    const characters = this.#rest + text;
    const whole = characters.length - (characters.length % 4);
    this.#rest = characters.slice(whole);
    return Buffer.from(characters.slice(0, whole), 'base64');
  }
}

/**
 * RFC 2045 section 6.7.
 *
 *     caf=C3=A9 au lait,=20      escaped bytes; white space at the end of a line counts only if it is escaped
 *     one line in =              `=` at the end: the line continues in the next one
 */
function quotedPrintable({ raw }: Line): Buffer {
  const encoded = raw.trimEnd();
  const isSoft = encoded.endsWith('=');
  const text = isSoft ? encoded.slice(0, -1) : `${encoded}\n`;
  // Characters that should have been escaped stay as they are.
  const bytes = Buffer.from(text).toString('latin1');
  const decoded = bytes.replace(/=([0-9A-Fa-f]{2})/g, (_, byte: string) =>
    String.fromCharCode(Number.parseInt(byte, 16)),
  );
  return Buffer.from(decoded, 'latin1');
}
