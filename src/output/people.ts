import type { Paper } from '../paper.ts';

/**
 * Text that came out of a dump, safe to print: on one line, without control characters, and without the invisible signs
 * that reverse the direction of what follows and so can make a text look like another.
 */
export function printable(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Bidi_Control}/gu, '')
    .trim();
}

/** What there is to say about a paper in a line: `2024-03-25`, `3 authors`, `12 upvotes`, `1 comment`. */
export function details(paper: Paper): string[] {
  const { date, authorCount, organization, upvotes, commentCount } = paper;
  return [
    date,
    authorCount === null ? organization : counted(authorCount, 'author'),
    upvotes === null ? null : counted(upvotes, 'upvote'),
    commentCount === undefined ? null : counted(commentCount, 'comment'),
  ].flatMap((detail) => (detail ? [printable(detail)] : []));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
