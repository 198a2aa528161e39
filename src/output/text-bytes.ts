/** Room at the start, in bytes; it grows as needed. */
const SMALLEST = 4096;

/**
 * Text encoded as UTF-8, in memory that serves one batch of papers after the other: memory that is new each time, or a string
 * of more than 128 KiB, is given back to the system, and touched anew at 2 to 8 µs for each 4 KiB.
 */
export class TextBytes {
  bytes = Buffer.allocUnsafeSlow(SMALLEST);
  /** Bytes that were written; those behind a smaller number are written anew. */
  length = 0;

  /** ASCII is added by a plain copy. */
  add(text: string): void {
    const size = Buffer.byteLength(text);
    this.#reserve(size);
    this.length += this.bytes.write(text, this.length, size === text.length ? 'latin1' : 'utf8');
  }

  /** What was added since the last call, good until something is added again. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.length);
    this.length = 0;
    return taken;
  }

  #reserve(size: number): void {
    if (this.length + size <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.length + size));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
