import { expect, it } from 'vitest';
import { LatexBibliography } from '../../../src/formats/paper-list/latex-bibliography.ts';

it.each<[string, string[], (string | null)[]]>([
  ['keeps text that is not LaTeX', ['- {Kites} ~ 50% of ponds'], ['- {Kites} ~ 50% of ponds']],
  ['begins an item in the line of its key', ['\\bibitem{a} A.~Clay,'], ['- A. Clay,']],
  ['begins an item in the line behind its key', ['\\bibitem[Clay(2024)]{a}', 'A.~Clay,'], [null, '- A. Clay,']],
  ['leaves out a label of two lines', ['\\bibitem[Clay,', ' and Ek(2024)]{a}', 'A.~Clay'], [null, null, '- A. Clay']],
  ['makes emphasis of commands', ['\\bibitem{a} {\\em Kites} and \\emph{ponds}'], ['- *Kites* and *ponds*']],
  ['keeps braces in formulas', ['\\bibitem{a} On {KITES} in $\\mathcal{N}$'], ['- On {KITES} in $\\mathcal{N}$']],
  ['keeps addresses', ['\\bibitem{a} \\href{https://a.org/b%20c}{here}'], ['- https://a.org/b%20c']],
  ['leaves out comments, except titles', ['\\bibitem{a} A', "%``Kites,''", '%12 citations'], ['- A', '“Kites,”', null]],
])('%s', (_name, lines, markdown) => {
  const bibliography = new LatexBibliography();
  expect(lines.map((line) => bibliography.line(line))).toEqual(markdown);
});
