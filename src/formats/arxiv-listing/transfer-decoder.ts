import { BlockSplitter } from '../../input/blocks.ts';
import type { BlockFault } from '../../input/clean.ts';
import { isEncodingLabel, Transcoder } from '../../input/encoding.ts';
import type { Line, TextBlock } from '../../input/text.ts';

/** How a mail's body is written, RFC 2045 section 6. */
export type TransferEncoding = 'identity' | 'quoted-printable' | 'base64';

/**
 * Decodes an encoded body, line by line, into blocks of clean text.
 *
 * @param charset as the mail names it; what is unknown is read like a file without a label
 */
export class TransferDecoder {
  readonly #decodeLine: (line: Line) => Buffer;
  readonly #transcoder: Transcoder;
  readonly #splitter: BlockSplitter;
  /** Base64 characters that do not yet make whole bytes. */
  #rest = '';

  constructor(
    encoding: Exclude<TransferEncoding, 'identity'>,
    charset: string,
    onBlock: (block: TextBlock, faults: readonly BlockFault[]) => void,
  ) {
    this.#decodeLine = encoding === 'base64' ? (line) => this.#base64(line) : quotedPrintable;
    this.#transcoder = new Transcoder(isEncodingLabel(charset) ? charset : undefined);
    this.#splitter = new BlockSplitter(onBlock);
  }

  line(line: Line): void {
    this.#splitter.push(this.#transcoder.push(this.#decodeLine(line)));
  }

  end(): void {
    this.#splitter.push(this.#transcoder.push(Buffer.from(this.#rest, 'base64')));
    this.#splitter.push(this.#transcoder.end());
    this.#splitter.end();
  }

  #base64(line: Line): Buffer {
    const characters = this.#rest + line.latin1;
    const whole = characters.length - (characters.length % 4);
    this.#rest = characters.slice(whole);
    return Buffer.from(characters.slice(0, whole), 'base64');
  }
}

/**
 * RFC 2045 section 6.7.
 *
 *     caf=C3=A9 au lait,=20      escaped bytes; white space at the end of a line counts only where it is escaped
 *     one line in =              `=` at the end: the line goes on in the next one
 */
function quotedPrintable(line: Line): Buffer {
  const { latin1 } = line.block;
  const start = line.start === 0 ? 0 : latin1.lastIndexOf('\n', line.start - 1) + 1;
  const encoded = latin1.slice(start, line.end);
  const isSoft = encoded.endsWith('=');
  const decoded = encoded
    .slice(0, isSoft ? -1 : undefined)
    .replace(/=([0-9A-Fa-f]{2})/g, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)));
  return Buffer.from(isSoft ? decoded : `${decoded}\n`, 'latin1');
}
