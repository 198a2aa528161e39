import { subjectsLength } from '../../text/arxiv-category.ts';

const LABEL =
  /(?<=^|\s)(?:(Title|Authors?|Comments?|Report(?:-no| number)|Journal[- ]ref|DOI|(?:MSC|ACM)[- ][Cc]lass|Subjects|Abstract) ?:|Submitted(?= \d{1,2} [A-Z]))/g;

/**
 * Splits the text after an identifier at the names of fields, if they are all on one line. Each name occurs once. The abstract
 * follows the subjects; names within it are part of its text.
 */
export function splitFields(rest: string): string[] {
  const pieces: string[] = [];
  const seen = new Set<string>();
  let from = 0;
  let isAbstract = false;
  for (const { 0: whole, 1: label = whole, index } of rest.matchAll(LABEL)) {
    if (seen.has(label) || (isAbstract && whole !== 'Submitted')) continue;
    isAbstract = label === 'Abstract' || label === 'Subjects';
    seen.add(label);
    pieces.push(rest.slice(from, index));
    from = index;
  }
  const last = rest.slice(from);
  const abstract = last.startsWith('Subjects') ? subjectsLength(last) : last.length;
  return [...pieces, last.slice(0, abstract), last.slice(abstract)]
    .map((piece) => piece.trim())
    .filter((piece, at) => at === 0 || piece !== '');
}
