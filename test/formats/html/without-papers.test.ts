import { describe, expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

const page = (url: string, body: string) =>
  `<!DOCTYPE html>\n<html><head><link rel="canonical" href="${url}"></head><body>\n${body}\n</body></html>`;

describe('arXiv pages without papers', () => {
  it('recognizes a search without results', async () => {
    const text = '<p>Sorry, your query for all: <span>paper dragons</span> produced no results.</p>';
    const { format, papers } = await readListing(page('https://arxiv.org/search/?query=x', text));
    expect([format, papers]).toEqual(['html', []]);
  });

  it('recognizes an empty list', async () => {
    const list = "<h3>Showing new listings for Friday, 3 July 2026</h3>\n<dl id='articles'></dl>";
    const { format, papers } = await readListing(page('https://arxiv.org/list/cs.CL/new', list));
    expect([format, papers]).toEqual(['html', []]);
  });

  it('makes no papers of the links of an abstract page whose upper half is lost', async () => {
    const id = '<a href="https://arxiv.org/abs/2405.01234">arXiv:2405.01234</a>';
    const rest =
      `<tr><td>Cite as:</td><td>${id} [cs.CL]</td></tr>\n<tr><td>&nbsp;</td><td>(or ${id}v2 [cs.CL] for this version)</td></tr>\n` +
      '<h2>Access Paper:</h2>\n<ul><li><a href="/pdf/2405.01234">View PDF</a></li>\n' +
      '<li><a href="https://arxiv.org/html/2405.01234v2">HTML (experimental)</a></li>\n<li><a href="/src/2405.01234">TeX Source</a></li></ul>\n';
    const { papers, lines } = await readListing(page('https://arxiv.org/abs/2405.01234', `<table>${rest}</table>`));
    expect(papers).toEqual([]);
    expect(lines.unrecognized).toBeGreaterThan(0);
  });

  it('makes no cards of what is left of an abstract page', async () => {
    const rows = [
      'Comments:|12 pages, 3 lanterns',
      'Subjects:|Computation and Language (cs.CL)',
      'Report number:|LTN-7',
    ];
    const cells = rows.map((row) => `<tr><td>${row.replace('|', '</td>\n<td>')}</td></tr>\n`).join('');
    const abstract = `<blockquote>Abstract: ${'Lanterns hang in corridors that are longer than any rope. '.repeat(5)}</blockquote>\n`;
    const history = '<h2>Submission history</h2>\nFrom: Tilda Moss, Thu, 2 May 2024\n<h2>Access Paper:</h2>\n';
    const { papers, lines } = await readListing(
      page('https://arxiv.org/abs/2405.01234', `${abstract}<table>${cells}</table>\n${history}`),
    );
    expect(papers).toEqual([]);
    expect(lines.unrecognized).toBeGreaterThan(0);
  });

  it('counts lines with titles and identifiers as unrecognized if the markup is not understood', async () => {
    const entries = [
      '<x-entry><x-title>Counting Lanterns in Long Corridors</x-title><x-ref>2405.01234</x-ref></x-entry>',
      '<x-entry><x-title>The Shape of a Pond in Spring</x-title><x-ref>2405.05678</x-ref></x-entry>',
    ];
    const { papers, lines } = await readListing(page('https://arxiv.org/list/cs.CL/new', entries.join('\n')));
    expect(papers).toEqual([]);
    expect(lines).toMatchObject({ paper: 0, unrecognized: 2 });
  });
});
