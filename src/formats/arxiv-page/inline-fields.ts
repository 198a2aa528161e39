import { subjectsLength } from './subjects.ts';

const LABEL =
  /(?<=^|\s)(?:(Title|Authors?|Comments?|Report(?:-no| number)|Journal[- ]ref|DOI|(?:MSC|ACM)[- ][Cc]lass|Subjects|Abstract) ?:|Submitted(?= \d{1,2} [A-Z]))/g;

/**
 * Splits what stands on one line behind an identifier at the names of fields, each of which stands once. Behind the subjects
 * comes the abstract, and in an abstract no name counts.
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
