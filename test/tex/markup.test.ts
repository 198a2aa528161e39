import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTex } from '../../src/tex/escape.ts';
import { renderTex, type TexTarget, texToText } from '../../src/tex/markup.ts';

const HTML: TexTarget = {
  text: (text) => text.replace(/</g, '&lt;'),
  math: (math) => `(${math})`,
  marks: { italic: ['<i>', '</i>'], bold: ['<b>', '</b>'] },
};

describe('a text in TeX', () => {
  it.each([
    [String.raw`Moths {\it in situ} with \emph{T. alba} \ldots`, 'Moths in situ with T. alba …'],
    [String.raw`\textbf{bold} {\em both \textbf{of them}}`, 'bold both of them'],
    [
      String.raw`Moth\textquotesingle{}s \guillemotleft{}song\guillemotright{} in {\small print}`,
      "Moth's «song» in print",
    ],
    [String.raw`See \url{http://example.org/a_b\_c}.`, 'See http://example.org/a_b_c.'],
    [String.raw`See \href{http://example.org}{our page}.`, 'See our page.'],
    [String.raw`\emph{an $x_{1}$ inside}`, 'an $x_{1}$ inside'],
    [String.raw`A {Bayesian} \mbox{no-break}`, 'A Bayesian no-break'],
    [String.raw`{\"O}rsted and {\L}ukasz, \v{S}`, 'Örsted and Łukasz, Š'],
    [String.raw`{\gamma}-ray, z \sim 3, \LaTeX{} toys`, '{γ}-ray, z ∼ 3, LaTeX toys'.replace('{γ}', 'γ')],
    [String.raw`\unknown{stays} \cite{a}`, String.raw`\unknown{stays} \cite{a}`],
    ["``Deep'' -- Fig.~3", '“Deep” – Fig. 3'],
    ['{unclosed', '{unclosed'],
    ['closed}', 'closed}'],
    [String.raw`\emph{unclosed`, String.raw`\emph{unclosed`],
    [String.raw`a \\ b`, 'a   b'],
  ])('becomes plain text: %s', (tex, plain) => {
    expect(texToText(tex, true)).toBe(plain);
  });

  it.each([
    [String.raw`{\it a } b`, '<i>a</i>  b'],
    [String.raw`\emph{a \textbf{b}}c`, '<i>a</i> <i><b>b</b></i>c'],
    [String.raw`\emph{a $x$ < b}`, '<i>a</i> <i>($x$)</i> <i>&lt; b</i>'],
  ])('keeps the styles that a format has: %s', (tex, html) => {
    expect(renderTex(tex, true, HTML)).toBe(html);
  });

  it('keeps braces and signs if it was not written as TeX', () => {
    expect(texToText('sets {a, b} with z~3 -- and `ticks`', false)).toBe('sets {a, b} with z~3 -- and `ticks`');
    expect(texToText(String.raw`It has \textbf{no} oil and {a}`, false)).toBe('It has no oil and {a}');
  });

  it('keeps the signs between the columns of a matrix, and escapes others', () => {
    const matrix = String.raw`$\begin{matrix} a & b \end{matrix}$`;
    expect(toTex(matrix, true)).toBe(matrix);
    expect(toTex('$a & b$', true)).toBe(String.raw`$a \& b$`);
  });

  it.each([
    [String.raw`{\it $x$}`, '<i>($x$)</i>'],
    [String.raw`\emph{a \textbf{b} c}`, '<i>a</i> <i><b>b</b></i> <i>c</i>'],
  ])('opens a style in front of mathematics and closes inner styles first: %s', (tex, html) => {
    expect(renderTex(tex, true, HTML)).toBe(html);
  });

  it('is escaped if it was not written as TeX', () => {
    expect(toTex(String.raw`50% of \textbf{no} {oil} costs $5, O($n^2$) & $\pi_0$`, false)).toBe(
      String.raw`50\% of \textbf{no} \textbraceleft{}oil\textbraceright{} costs \$5, O($n^2$) \& $\pi_0$`,
    );
  });

  it('is converted in time proportional to its length, even if hostile', () => {
    for (const piece of [
      '{',
      '}',
      '{}',
      '{a}',
      '\\emph{',
      '{\\it ',
      '\\url{',
      '\\href{a}',
      '\\emph{a} ',
      '$',
      '$5 ',
      '\\',
    ]) {
      for (const text of [piece.repeat(10_000), piece.repeat(10_000) + '}'.repeat(10_000)]) {
        for (const isTex of [true, false]) expect(texToText(text, isTex).length).toBeLessThanOrEqual(text.length);
      }
    }
  }, 60_000);

  it('never grows and never throws', () => {
    const unit = fc.constantFrom('\\', '{', '}', 'emph', 'it', ' ', '$', 'url', 'a', '~', '5', 'href');
    fc.assert(
      fc.property(fc.array(unit), fc.boolean(), (parts, isTex) => {
        const text = parts.join('');
        expect(texToText(text, isTex).length).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });
});
