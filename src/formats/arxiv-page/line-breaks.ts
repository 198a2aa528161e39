import type { PageLine } from './page-line.ts';

/**
 * Tells whether a line ends because its text does, or because there was no room for the next word:
 *
 *     Title: On the Schrödinger Kettle: Is It Tea      ← no room for `before`
 *     before We Look?                                  ← room for `Zhiyuan`: here the title ends
 *     Zhiyuan Huang
 */
export class LineBreaks {
  readonly #width: number;

  /** @param lines of entries, since other parts of a page are wrapped otherwise or not at all */
  constructor(lines: readonly PageLine[]) {
    const widths = lines.filter(({ text }) => text.includes(' ')).map(({ width }) => width);
    this.#width = usualWidth(widths.sort((a, b) => b - a));
  }

  /** Whether the second line may go on with what the first one holds. */
  maySplitText(before: PageLine, after: PageLine): boolean {
    return before.width <= this.#width && before.width + 1 + after.wordWidth > this.#width;
  }
}

/** Lines that show the width of a page by ending near it. */
const MANY = 6;
const NEAR = 12;

/** @param widths the longest first: a single line that is longer than all others, which were wrapped, was damaged */
function usualWidth([longest = 0, next = 0, ...others]: readonly number[]): number {
  return longest > next * 1.2 && (others[MANY] ?? 0) >= next - NEAR ? next : longest;
}
