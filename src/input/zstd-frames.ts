/** The data are not Zstandard data or are truncated; the message says which. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

const MAGIC = 0xfd2fb528;
/** The last four bits of a skippable frame's magic number are arbitrary. */
const SKIPPABLE_MAGIC = 0x184d2a50;

const DICTIONARY_ID_LENGTHS = [0, 1, 2, 4] as const;
const CONTENT_SIZE_LENGTHS = [0, 2, 4, 8] as const;
const CHECKSUM_LENGTH = 4;
const RLE_BLOCK = 1;
const RESERVED_BLOCK = 3;

/** Whether the bytes begin with a frame of Zstandard data, which may be one that is skipped. */
export function startsWithFrame(bytes: Buffer): boolean {
  return bytes.length >= 4 && (bytes.readUInt32LE() === MAGIC || isSkippable(bytes.readUInt32LE()));
}

function isSkippable(magic: number): boolean {
  return (magic & ~0xf) >>> 0 === SKIPPABLE_MAGIC;
}

/**
 * Splits Zstandard data into their frames (RFC 8878, section 3.1). Decoders of Node versions differ in how they handle
 * several frames, skippable frames, trailing bytes and truncated data, so a decoder gets one frame at a time.
 *
 *     magic  header  block  block … block  checksum?      a frame
 *     magic  size    anything                             a skippable frame
 *     0 0 0 …                                             padding at the end
 */
export class ZstdFrames {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /**
   * Moves to the next frame that holds data.
   *
   * @returns false at the end of the input
   * @throws FrameError if something else follows
   */
  async next(): Promise<boolean> {
    while (await this.#fill(4)) {
      const magic = this.#rest.readUInt32LE();
      if (magic === MAGIC) return true;
      if (!isSkippable(magic)) return this.#skipPadding();
      const length = (await this.#need(8)).readUInt32LE(4);
      for await (const _ of this.#pieces(8 + length));
    }
    return this.#skipPadding();
  }

  /** The bytes of the frame that {@link next} found. */
  async *frame(): AsyncGenerator<Buffer> {
    const descriptor = (await this.#need(5)).readUInt8(4);
    const isSingleSegment = (descriptor & 0x20) !== 0;
    const contentSize = descriptor >> 6;
    const headerLength =
      5 +
      (isSingleSegment ? 0 : 1) +
      (DICTIONARY_ID_LENGTHS[descriptor & 3] ?? 0) +
      (contentSize === 0 && isSingleSegment ? 1 : (CONTENT_SIZE_LENGTHS[contentSize] ?? 0));
    yield* this.#pieces(headerLength);
    let isLast = false;
    while (!isLast) {
      const header = (await this.#need(3)).readUIntLE(0, 3);
      const type = (header >> 1) & 3;
      if (type === RESERVED_BLOCK) throw new FrameError('unknown block type');
      isLast = (header & 1) !== 0;
      yield* this.#pieces(3 + (type === RLE_BLOCK ? 1 : header >> 3));
    }
    if ((descriptor & 4) !== 0) yield* this.#pieces(CHECKSUM_LENGTH);
  }

  async #skipPadding(): Promise<false> {
    do {
      if (this.#rest.some((byte) => byte !== 0)) throw new FrameError('unexpected data after the end');
      this.#rest = Buffer.alloc(0);
    } while (await this.#fill(1));
    return false;
  }

  /** The next bytes, in pieces as they arrive. */
  async *#pieces(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      await this.#need(1);
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** Returns at least `length` of the next bytes without consuming them. */
  async #need(length: number): Promise<Buffer> {
    if (!(await this.#fill(length))) throw new FrameError('unexpected end of file');
    return this.#rest;
  }

  /** @returns whether that many bytes are available */
  async #fill(length: number): Promise<boolean> {
    while (this.#rest.length < length) {
      const { done, value } = await this.#chunks.next();
      if (done === true) return false;
      this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
    }
    return true;
  }
}
