import { expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';

const HEAD =
  '[\\[1\\]]{#item1} [arXiv:2607.00001](/abs/2607.00001 "Abstract") \\[[pdf](/pdf/2607.00001 "Download PDF")\\]\n\nTitle: Folding Kites\n\n';

it.each([
  ['a block of raw HTML', '``` {=html}\n', '<!-- -->\n'],
  ['a paragraph', '', 'word\n'],
])('reads %s of hundreds of thousands of lines', (_, start, line) => {
  const { format, papers } = readListingNow(HEAD + start + line.repeat(200_000));
  expect(format).toBe('arxiv-page');
  expect(papers).toMatchObject([{ id: '2607.00001' }]);
});
