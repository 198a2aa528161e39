/** Before an identifier, or inside the brackets after it, numbers certainly belong to links. */
const CERTAIN = /\[(\d{1,6})\](?=\s?arxiv:|(?:abs|pdf|ps|html|src|other|format)\b)/gi;
const NUMBER = /\[(\d{1,6})\](?=\S| arxiv:|\s*$)/gi;

/** Numbers of citations differ more from the last link number than this: few entries have more links. */
const MOST_BETWEEN = 500;

/**
 * Removes the numbers that text browsers put before links:
 *
 *     [3] [24]arXiv:2607.19583 (cross-list from astro-ph.GA) [[25]pdf, [26]html]
 *            [28]Hao Wu, [29]Åse Øverland
 *
 * Numbers of the page itself and in texts stay: the former are followed by a space, the latter are out of order.
 */
export class LinkNumbers {
  readonly #isNumbered: boolean;
  #last = 0;

  /** @param lines of a page; text browsers number either all of its links or none */
  constructor(lines: readonly string[]) {
    this.#isNumbered = lines.some((line) =>
      /\[\d{1,6}\](?:(?:\[\s?)?(?:pdf|ps|other|src|html|format)\b|View PDF|v1\))/.test(line),
    );
  }

  strip(text: string): string {
    if (!this.#isNumbered || !text.includes('[')) return text;
    let first: number | null = null;
    for (const [, digits] of text.matchAll(CERTAIN)) first ??= Number(digits);
    if (first !== null) this.#last = first - 1;
    else if (/^\s*\[[12]\]\S/.test(text)) this.#last = 0;
    return text.replace(NUMBER, (whole, digits: string, at: number) => {
      const number = Number(digits);
      if (number <= this.#last || number > this.#last + MOST_BETWEEN) return whole;
      //   [[24]1]     an entry number that is a link
      if (/^\d+\]/.test(text.slice(at + whole.length, at + whole.length + 8))) return '';
      this.#last = number;
      return '';
    });
  }
}
