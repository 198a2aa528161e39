//     \bibitem{clay2024}     \bibitem[Clay and Ek(2024)]{clay2024}
const ITEM = /^\s*\\bibitem\s*(?:\[.*\]\s*)?\{[^{}]*\}\s*/;
//     \bibitem[Clay et~al.(2024)Clay, Ek,     ← the label goes on in the next line
const BEGINNING_OF_ITEM = /^\s*\\bibitem\s*\[/;
//         and Fox]{clay2024}
const END_OF_LABEL = /^.*\]\s*\{[^{}]*\}\s*/;

/** What becomes Markdown, in this order. */
const MARKUP: readonly [RegExp, string][] = [
  // A title in a comment: %``Round kites,''
  [/^%(?=``)|(?:^|\s)%(?!``).*$/s, ''],
  [/\\newblock\b\s*/g, ''],
  [/\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}/g, '$1'],
  [/\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}/g, '$1'],
  [/\\doi\s*\{([^{}]*)\}/g, 'doi:$1'],
  [/\{\\(?:em|it|itshape|sl)\b\s*(?!\s)([^{}]*)\}|\\(?:emph|textit|textsl)\s*\{([^{}]*)\}/g, '*$1$2*'],
  [
    /\{\\(?:bf|bfseries|sc|tt|rm)\b\s*(?!\s)([^{}]*)\}|\\(?:textbf|textsc|texttt|textrm|bibinfo\s*\{\w+\})\s*\{([^{}]*)\}/g,
    '$1$2',
  ],
  [/``([^`']*)''/g, '“$1”'],
  [/~|\\[ ,;]/g, ' '],
  [/\\&/g, '&'],
  [/--/g, '–'],
];
//     {BERT}
const BRACES = /(?<![\\\p{L}$^_{])\{([^{}\\$]*)\}/gu;

/**
 * Makes a Markdown list of the bibliography of a LaTeX document:
 *
 *     \bibitem{clay2024}
 *     A.~Clay and B.~Ek.                             - A. Clay and B. Ek.
 *     \newblock Round kites.                           Round kites.
 *     \newblock {\em Journal of Kites}, 2024.          *Journal of Kites*, 2024.
 */
export class LatexBibliography {
  #isOpen = false;
  #isInLabel = false;
  /** Whether the item begins with the next line. */
  #isAwaited = false;

  /** @returns the line as Markdown; null if nothing of it is printed */
  line(raw: string): string | null {
    let text = raw;
    const [head] = ITEM.exec(raw) ?? (this.#isInLabel ? END_OF_LABEL.exec(raw) : null) ?? [];
    if (head !== undefined) {
      text = raw.slice(head.length);
      this.#isOpen = true;
      this.#isInLabel = false;
      this.#isAwaited = true;
    } else if (BEGINNING_OF_ITEM.test(raw)) {
      this.#isInLabel = true;
      return null;
    }
    if (!this.#isOpen) return raw;
    for (const [pattern, markdown] of MARKUP) text = text.replace(pattern, markdown);
    if (!text.includes('$')) text = text.replace(BRACES, '$1');
    if (text.trim() === '') return raw.trim() === '' ? raw : null;
    if (!this.#isAwaited) return text;
    this.#isAwaited = false;
    return `- ${text.trim()}`;
  }
}
