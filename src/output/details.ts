import type { Paper } from '../paper/paper.ts';
import { pluralize } from '../text/plural.ts';
import { readable } from '../text/printable.ts';

/** What there is to say about a paper in a line: `2024-03-25`, `3 authors`, `12 upvotes`, `1 comment`, `page.txt:12`. */
export function details(paper: Paper): string[] {
  const { date, authorCount, organization, upvotes, commentCount } = paper;
  return [
    date,
    authorCount === null ? organization : pluralize(authorCount, 'author'),
    upvotes === null ? null : pluralize(upvotes, 'upvote'),
    commentCount === undefined ? null : pluralize(commentCount, 'comment'),
    placeOf(paper),
  ].flatMap((detail) => (detail ? [readable(detail)] : []));
}

/** `page.txt:12`, as editors take it */
export function placeOf({ source }: Paper): string | null {
  return source === undefined ? null : `${source.file}:${source.line}`;
}
