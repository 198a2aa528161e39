import type { Card } from './card.ts';

/**
 * The record of a paper that a page for two sizes of screen prints twice in a row; null if they are two papers.
 *
 * @param printsTwice the page prints each card twice, so that a damaged line does not make two of one
 */
export function mergeRepeated(first: Card, second: Card, printsTwice: boolean): Card | null {
  const [a, b] = [first.paper, second.paper];
  const isSame = a.title === b.title && a.abstract === b.abstract;
  if (!isSame && !(printsTwice && isAlike(first, second))) return null;
  const known = Object.entries(b).filter(([, value]) => value !== null);
  // Text that is cut off in one may be complete in the other.
  const titles = [a, b].filter(({ title }) => title !== a.abstract && title !== b.abstract).map(({ title }) => title);
  return {
    ...second,
    line: first.line,
    day: second.day ?? first.day,
    dayLine: second.day === null ? first.dayLine : second.dayLine,
    reference: second.reference ?? first.reference,
    organizationReference: second.organizationReference ?? first.organizationReference,
    paper: {
      ...a,
      ...Object.fromEntries(known),
      title: longest(titles) ?? b.title,
      abstract: longest([a.abstract, b.abstract]),
    },
  };
}

function isAlike({ paper: a }: Card, { paper: b }: Card): boolean {
  if (a.title === b.title) return true;
  return (a.abstract !== null && (a.abstract === b.abstract || a.abstract === b.title)) || a.title === b.abstract;
}

function longest<Text extends string | null>(texts: readonly Text[]): Text | null {
  return texts.reduce<Text | null>((best, text) => ((text?.length ?? 0) > (best?.length ?? 0) ? text : best), null);
}
