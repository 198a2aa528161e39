import { expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

it('reads the bold titles of a saved list in which only a link after the title leads to the paper', async () => {
  const item = (title: string, id: string) =>
    `<li><strong>${title}</strong> <em>Ada Clay, Bo Ek.</em> [<a href="https://arxiv.org/abs/${id}">Paper</a>]</li>`;
  const { format, papers } = await readListing(
    `<html><body><ul>\n<li><a href="https://arxiv.org/abs/2601.06660">Round Ponds</a>, Cy Fox, Di Gold</li>\n` +
      `${item('Fine Kites: A Survey', '2601.06661')}\n${item('Fog', '2601.06662')}\n</ul></body></html>\n`,
  );
  expect(format).toBe('html');
  expect(papers).toMatchObject([
    { title: 'Round Ponds', authors: ['Cy Fox', 'Di Gold'] },
    { title: 'Fine Kites: A Survey', authors: ['Ada Clay', 'Bo Ek'], id: '2601.06661' },
    { title: 'Fog', authors: ['Ada Clay', 'Bo Ek'], id: '2601.06662' },
  ]);
});
