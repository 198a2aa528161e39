import type { PageLine } from './page-line.ts';

/**
 * Determines whether a line ends because its text ends, or because there was no room for the next word:
 *
 *     Title: On the Schrödinger Kettle: Is It Tea      ← no room for `before`
 *     before We Look?                                  ← room for `Zhiyuan`, so the title ends here
 *     Zhiyuan Huang
 */
export class LineBreaks {
  readonly #width: number;

  /** @param lines of entries; other parts of a page are wrapped differently or not at all */
  constructor(lines: readonly PageLine[]) {
    const widths = lines.filter(({ text }) => text.includes(' ')).map(({ width }) => width);
    this.#width = usualWidth(widths.sort((a, b) => b - a));
  }

  /** Whether the second line may continue the first one. */
  maySplitText(before: PageLine, after: PageLine): boolean {
    return before.width <= this.#width && before.width + 1 + after.wordWidth > this.#width;
  }
}

/** The number of lines ending near the same column that show the width of a page. */
const MANY = 6;
const NEAR = 12;

/** @param widths the longest first; a single line longer than all the wrapped ones was damaged */
function usualWidth([longest = 0, next = 0, ...others]: readonly number[]): number {
  return longest > next * 1.2 && (others[MANY] ?? 0) >= next - NEAR ? next : longest;
}
