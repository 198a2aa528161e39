/** Before an identifier, or inside the brackets behind it: there the numbers are those of links without a doubt. */
const CERTAIN = /\[(\d{1,6})\](?=\s?arxiv:|(?:abs|pdf|ps|html|src|other|format)\b)/gi;
const NUMBER = /\[(\d{1,6})\](?=\S| arxiv:|\s*$)/gi;

/** A citation in a text is a small number or a far one; links between two identifiers are seldom more. */
const MOST_BETWEEN = 500;

/**
 * Takes away the numbers that text browsers put in front of links:
 *
 *     [3] [24]arXiv:2607.19583 (cross-list from astro-ph.GA) [[25]pdf, [26]html]
 *            [28]Hao Wu, [29]Åse Øverland
 *
 * The page's own numbers and those in texts stay: the first are followed by a space, the others are out of order.
 */
export class LinkNumbers {
  readonly #isNumbered: boolean;
  #last = 0;

  /** @param lines of a page, of which text browsers number all links or none */
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
