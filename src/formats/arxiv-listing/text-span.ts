import type { Line } from '../../input/text.ts';

/**
 * Collects the lines of one text. Lines that follow each other in a block are decoded in one go: decoding each for itself
 * takes longer than everything else that is done with it.
 */
export class TextSpan {
  #text = '';
  /** The part that is not decoded yet: `start` to `end` of this line's block; the last line begins at `lastStart`. */
  #block: Line['block'] | null = null;
  #start = 0;
  #lastStart = 0;
  #end = 0;

  get isEmpty(): boolean {
    return this.#text === '' && this.#block === null;
  }

  /** @param offset bytes of the line to leave out at its beginning */
  add(line: Line, offset = 0): void {
    if (line.block !== this.#block) {
      this.#decode();
      this.#block = line.block;
      this.#start = line.start + offset;
    }
    this.#lastStart = line.start + offset;
    this.#end = line.end;
  }

  addText(text: string): void {
    this.#decode();
    this.#text += ` ${text}`;
  }

  /** Takes the last line back and returns it; empty where it is no longer at hand. */
  takeLastLine(): string {
    if (this.#block === null) return '';
    const text = this.#block.text(this.#lastStart, this.#end);
    if (this.#lastStart === this.#start) this.#block = null;
    this.#end = this.#lastStart;
    return text;
  }

  /** The lines joined by single spaces, white space in them made single spaces; null where there is none. The span is empty after. */
  take(): string | null {
    if (this.isEmpty) return null;
    this.#decode();
    const text = this.#text.replace(/\s+/g, ' ').trim();
    this.#text = '';
    return text === '' ? null : text;
  }

  #decode(): void {
    if (this.#block === null) return;
    const text = this.#block.text(this.#start, this.#end);
    this.#text = this.#text === '' ? text : `${this.#text} ${text}`;
    this.#block = null;
  }
}
