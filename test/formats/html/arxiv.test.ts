import { describe, expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

const page = (body: string) =>
  `<!DOCTYPE html>\n<html><head><title>Pond Studies</title></head><body>\n<dl id='articles'>\n${body}`;
const entry = (id: string, title: string, rest = '') =>
  `<dt><a href="/abs/${id}" title="Abstract">arXiv:${id}</a></dt>\n` +
  `<dd><div class='meta'><div class='list-title'><span class='descriptor'>Title:</span> ${title}</div>${rest}</div></dd>\n`;

describe('saved arXiv listings', () => {
  it('counts the lines of entries as paper lines', async () => {
    const { format, starts, lines } = await readListing(
      page(`${entry('2601.00010', 'One')}${entry('2601.00020', 'Two')}</dl>\n</html>`),
    );
    expect(format).toBe('html');
    expect(starts).toEqual([4, 6]);
    expect(lines).toEqual({ total: 9, blank: 0, paper: 4, boilerplate: 5, unrecognized: 0 });
  });

  it('keeps the fields of the last entry of a truncated page, and reports it', async () => {
    const whole = page(entry('2601.00010', 'One') + entry('2601.00020', 'Two Geese', '<div class="list-authors"><a>A'));
    const { papers, diagnostics } = await readListing(whole.slice(0, whole.indexOf('Geese')));
    expect(papers.map(({ id, title }) => [id, title])).toEqual([
      ['2601.00010', 'One'],
      ['2601.00020', 'Two'],
    ]);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'truncated-entry', line: 6 }));
  });

  it('takes no link for a name that has none', async () => {
    const authors = '<div class="list-authors"><a href="">,<a href=""/></div>';
    const { papers } = await readListing(page(`${entry('2601.00010', 'One', authors)}</dl>`));
    expect(papers).toMatchObject([{ title: 'One', authorCount: null }]);
    expect(papers[0]).not.toHaveProperty('authors');
  });

  it('reads the entries below what is left of a tag', async () => {
    const result = (title: string) =>
      `<p class="title">${title}</p>\n<p>Authors: Ada Clay</p>\n<p>Submitted 4 June, 2026; originally announced June 2026.</p>\n`;
    const link =
      '<p class="list-title"><a href="https://arxiv.org/abs/2601.00010">arXiv:2601.00010</a> <span>[<a href="https://arxiv.org/pdf/2601.00010">pdf</a>]</span></p>\n';
    const { papers } = await readListing(
      `    <\n${result('Kites over Ponds')}</li>\n<li>${link}${result('Two Geese')}</li></ol>`,
    );
    expect(papers.map(({ title }) => title)).toEqual(['Kites over Ponds', 'Two Geese']);
  });

  it('reports an entry without a title, and uses its identifier', async () => {
    const noTitle = '<dt><a href="/abs/2601.00010">arXiv:2601.00010</a></dt>\n<dd></dd>\n';
    const { papers, diagnostics, lines } = await readListing(page(`${noTitle}${entry('2601.00020', 'Named')}</dl>`));
    expect(papers.map(({ id, title }) => [id, title])).toEqual([
      ['2601.00010', 'arXiv:2601.00010'],
      ['2601.00020', 'Named'],
    ]);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'missing-title', line: 4 }));
    expect(lines).toMatchObject({ paper: 3, unrecognized: 0 });
  });

  it('keeps a comment that ends with a link to another paper', async () => {
    const comments =
      '<div class="list-comments"><span class="descriptor">Comments:</span> In Proceedings KITE 2026, ' +
      '<a href="https://arxiv.org/abs/2601.00099" data-arxiv-id="2601.00099">arXiv:2601.00099</a></div>';
    const { papers } = await readListing(page(`${entry('2601.00010', 'One', comments)}</dl>`));
    expect(papers).toMatchObject([{ authorComment: 'In Proceedings KITE 2026, arXiv:2601.00099' }]);
  });

  it('reads hundreds of thousands of entries or open elements in one pass', async () => {
    const { papers } = await readListing(page(entry('2601.00010', '<b>x'.repeat(200_000))));
    expect(papers).toHaveLength(1);
    const many = await readListing(
      page('<dt><a href="/abs/2601.00010">2601.00010</a><dd><b>Title:</b> y '.repeat(50_000)),
    );
    expect(many.papers).toHaveLength(50_000);
  });
});
