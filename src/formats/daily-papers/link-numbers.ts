/**
 * The link numbers that text browsers print in front of each link, in the order of the page:
 *
 *     [17]Pocket Orchards: Growing Compact
 *     [19]Fern Lab · May 29[20] 6
 *
 * They may start anywhere, have gaps, and start anew with the next page. A number that is attached to the start of a line
 * is one; elsewhere it is one if it goes on with the count, so that `[1]` in a text that cites something stays.
 */
export class LinkNumbers {
  #last = 0;

  /**
   * @param continues the line continues the text of the previous line
   * @returns the text without link numbers, the first of them, and whether the text starts with it
   */
  strip(text: string, continues: boolean): { text: string; reference: number | null; isFirst: boolean } {
    if (!text.includes('[')) return { text, reference: null, isFirst: false };
    const attached = ATTACHED.exec(text);
    if (attached !== null) {
      const number = Number(attached[1]);
      const goesOn = number > this.#last && (this.#last > 0 || !continues) && number <= this.#last + WIDEST_GAP;
      if (goesOn || !continues) this.#last = number - 1;
    }
    if (this.#last === 0 && attached?.[1] !== '1') return { text, reference: null, isFirst: false };
    let reference: number | null = null;
    const stripped = text.replace(NUMBER, (label, digits: string) => {
      const number = Number(digits);
      if (number <= this.#last || number > this.#last + WIDEST_GAP_IN_LINE) return label;
      this.#last = number;
      reference ??= number;
      return '';
    });
    if (reference === null) return { text, reference, isFirst: false };
    return { text: stripped.trim(), reference, isFirst: text.startsWith(`[${reference}]`) };
  }
}

/** Links whose lines were lost, and links to pictures, which have no text, leave gaps. */
const WIDEST_GAP = 200;
const WIDEST_GAP_IN_LINE = 8;

//   [31]Moths     * [33]34 authors     [34][ ]     not: [1] shows     [1][2]     [1](url)     [1]: url
const ATTACHED = /^(?:[•*+-]\s*)?\[(\d{1,6})\](?=[^\s[(:\],.;]|\[ \])/;
const NUMBER = /\[(\d{1,6})\]/g;
