import { expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';

it('reads the bookmarks that a browser exports', () => {
  const { format, papers } = readListingNow(
    [
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
      '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">',
      '<TITLE>Bookmarks</TITLE>',
      '<H1>Bookmarks</H1>',
      '<DL><p>',
      '    <DT><H3 ADD_DATE="1718000000">Papers</H3>',
      '    <DL><p>',
      '        <DT><A HREF="https://arxiv.org/abs/2501.01234" ADD_DATE="1718000002">[2501.01234] How Kites Fold</A>',
      '        <DT><A HREF="https://openreview.net/forum?id=pond" ADD_DATE="1718000003">Ponds as Verifiers | OpenReview</A>',
      '        <DT><A HREF="https://news.example.org/" ADD_DATE="1718000004">News</A>',
      '    </DL><p>',
      '</DL><p>',
    ].join('\n'),
  );
  expect(format).toBe('html');
  expect(papers).toMatchObject([
    { title: 'How Kites Fold', id: '2501.01234' },
    { title: 'Ponds as Verifiers', url: 'https://openreview.net/forum?id=pond' },
  ]);
});
