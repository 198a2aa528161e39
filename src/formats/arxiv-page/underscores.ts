import type { RawLine } from './page-line.ts';

//     Ada_Clay     J._van_der_Berg     Bo_Ek (Fern Lab
const LINKED_NAME = /^\p{Lu}[^\s_]*(?:_[^\s_]+)+(?: \([^()]*\)?)?$/u;
//     ****** Title:On the Shape of a
//     Pond ******
const HEADING = /^\s*\*{3,6} (?=\S)|(?<=\S) \*{3,6}\s*$/g;
//     Authors:Ada_Clay     the page of one paper
const LABEL = /^\s*Authors?:/;

/**
 * Removes what Debian's html2text puts into links and around headings:
 *
 *     **** New submissions (showing 2 of 2 entries) ****
 *       [1] arXiv:2607.12171 [pdf, html, other]
 *           Title: The Shape of a Pond
 *           Ada_Clay, Bo_Ek
 */
export function withoutUnderscores(lines: readonly RawLine[]): readonly RawLine[] {
  const linked = lines.filter(({ raw }) => raw.includes('_') && areLinkedNames(raw));
  if (linked.length < 2 && !linked.some(({ raw }) => LABEL.test(raw))) return lines;
  return lines.map((line) => {
    const raw = line.raw.replace(HEADING, '');
    return { ...line, raw: areLinkedNames(raw) ? raw.replaceAll('_', ' ') : raw };
  });
}

/** Whether at least half of the elements of a list are names that link to an author's papers. */
function areLinkedNames(line: string): boolean {
  const elements = line
    .replace(LABEL, '')
    .trim()
    .split(/,\s?/)
    .filter((element) => element !== '');
  const linked = elements.filter((element) => LINKED_NAME.test(element)).length;
  return linked > 0 && linked * 2 >= elements.length;
}
