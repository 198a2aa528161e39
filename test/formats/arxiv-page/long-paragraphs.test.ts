import { expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';
import { growsLinearly } from '../../support/work.ts';

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

it.each([
  ['Title: Folding Kites\n', 'Ada Clay,\n'],
  ['Title: Folding Kites\nAuthors: Ada Clay\nComments: x\n', 'a b c d e f g h i j k l m n o p\n'],
])('reads any number of lines below %j in linear time', (fields, line) => {
  const read = (times: number) => readListingNow(`[1] arXiv:2607.00001 [pdf]\n${fields}${line.repeat(6000 * times)}`);
  expect(read(1)).toMatchObject({ format: 'arxiv-page', papers: [{ id: '2607.00001' }] });
  expect(growsLinearly(read)).toBe(true);
});
