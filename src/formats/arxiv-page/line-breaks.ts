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
    let width = 0;
    for (const line of lines) if (line.text.includes(' ')) width = Math.max(width, line.width);
    this.#width = width;
  }

  /** Whether the second line may go on with what the first one holds. */
  maySplitText(before: PageLine, after: PageLine): boolean {
    return before.width + 1 + after.wordWidth > this.#width;
  }
}
