/**
 * The link numbers that lynx and w3m print in front of each link, in the order of the page:
 *
 *     [17]Pocket Orchards: Growing Compact
 *     [19]Fern Lab · May 29[20] 6
 *
 * Since they count up, `[1]` in a text that cites something is not taken for one.
 */
export class LinkNumbers {
  #last = 0;
  #inSequence = 0;

  get active(): boolean {
    return this.#inSequence > 1;
  }

  /** @returns the text without link numbers, the first of them, and whether the text starts with it */
  strip(text: string): { text: string; reference: number | null; isFirst: boolean } {
    if (!text.includes('[')) return { text, reference: null, isFirst: false };
    const first = /^(?:[•*+-]\s*)?\[(\d{1,6})\](?!\s?[[(:])(?=\S|$)/.exec(text);
    if (first !== null && !this.active) {
      this.#inSequence = Number(first[1]) === this.#last + 1 ? this.#inSequence + 1 : 1;
      if (!this.active) this.#last = Number(first[1]);
    }
    if (!this.active) return { text, reference: null, isFirst: false };
    let reference: number | null = null;
    const stripped = text.replace(/\[(\d{1,6})\]/g, (label, digits: string) => {
      const number = Number(digits);
      if (number <= this.#last || number > this.#last + 8) return label;
      this.#last = number;
      reference ??= number;
      return '';
    });
    if (reference === null) return { text, reference, isFirst: false };
    return { text: stripped.trim(), reference, isFirst: text.startsWith(`[${reference}]`) };
  }
}
