import { expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

const page = (rows: string) => `<!DOCTYPE html>\n<html><body>\n<table>\n${rows}\n</table>\n</body></html>\n`;

it('reads tables whose links are the identifiers of papers, with folded texts', async () => {
  const { papers, format } = await readListing(
    page(`<tr><th><strong>Publish Date</strong></th><th>Title</th><th>PDF</th><th>Abstract</th></tr>
<tr><td>2026-01-02</td><td><b>Kites that Listen: $n \\log n$ Strings</b></td>
<td><a href="http://arxiv.org/abs/2601.01234">2601.01234</a></td>
<td><details><summary>Show</summary><p>Kites &amp; strings.</p></details></td></tr>`),
  );
  expect(format).toBe('html');
  expect(papers).toEqual([
    {
      title: 'Kites that Listen: $n \\log n$ Strings',
      abstract: 'Kites & strings.',
      authorCount: null,
      date: '2026-01-02',
      upvotes: null,
      id: '2601.01234',
      url: 'https://arxiv.org/abs/2601.01234',
    },
  ]);
});

it('takes a table of the names and values of one paper for no table of papers', async () => {
  const { papers } = await readListing(
    page('<tr><td>Title</td><td>Round Kites</td></tr>\n<tr><td>Authors</td><td>Ada Clay</td></tr>'),
  );
  expect(papers).toEqual([]);
});

it('reads the title of a paper from a link whose address is relative, without it', async () => {
  const { papers } = await readListing(
    page(`<tr><th>Title</th><th>Authors</th></tr>
<tr><td><a href="/paper/1">Round Kites</a></td><td>Ada Clay; Bo Ek</td></tr>`),
  );
  expect(papers).toMatchObject([{ title: 'Round Kites', authors: ['Ada Clay', 'Bo Ek'] }]);
  expect(papers[0]).not.toHaveProperty('url');
});

it('reports a tag that the next one is part of', async () => {
  const rows = '<tr><th>Title</th><th>Authors</th></tr>\n<tb\n<tr><td>Round Kites</td><td>Ada Clay</td></tr>';
  const { diagnostics } = await readListing(page(rows));
  expect(diagnostics.map(({ code, line }) => [code, line])).toContainEqual(['damaged-field', 5]);
});

it('reads rows whose tag is lost', async () => {
  const rows = '<tr><th>Title</th><th>Authors</th></tr>\n\n<td>Round Kites</td><td>Ada Clay</td></tr>';
  const { papers } = await readListing(page(`${rows}\n<tr><td>Wet Ropes</td><td>Bo Ek</td></tr>`));
  expect(papers).toMatchObject([
    { title: 'Round Kites', authors: ['Ada Clay'] },
    { title: 'Wet Ropes', authors: ['Bo Ek'] },
  ]);
});
