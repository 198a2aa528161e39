import { describe, expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

const NAMESPACES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:content="http://purl.org/rss/1.0/modules/content/"';

/** The paper of a feed with one item, without the keys that are null; no warning is expected. */
async function paperOf(item: string) {
  const { papers, diagnostics } = await readListing(
    `<?xml version="1.0"?>\n<rss version="2.0" ${NAMESPACES}><channel><title>Ponds</title>\n<item>${item}</item>\n</channel></rss>\n`,
  );
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(papers).toHaveLength(1);
  return Object.fromEntries(Object.entries(papers[0] ?? {}).filter(([, value]) => value !== null));
}

const abstractOf = async (element: string) => (await paperOf(`<title>Frogs</title>${element}`)).abstract;

describe('feeds of publishers', () => {
  it.each([
    ['Frogs and Ponds, Volume 42, Issue 4, Page 1-28, December 2026. &lt;br/&gt;Frogs sing.', 'Frogs sing.'],
    ['Ponds, Volume 390, Issue 6775, Page 100-104, November 2026. &lt;br/&gt;', undefined],
    ['Volume 39, Issue 1, December 2026, Page 1-20&lt;br/&gt;. &lt;br/&gt;', undefined],
    ['Ponds, Ahead of Print. &lt;br/&gt;Frogs sing.', 'Frogs sing.'],
    ['Ponds, EarlyView. ', undefined],
    ['Volume 3 of this work, on frogs, is out. Frogs sing.', 'Volume 3 of this work, on frogs, is out. Frogs sing.'],
  ])('have no abstract in what says where the article appeared: %s', async (description, expected) => {
    expect(await abstractOf(`<description>${description}</description>`)).toBe(expected);
  });

  it('have a line of authors before the abstract (PLOS)', async () => {
    const content = '&lt;p&gt;by Ada Clay, Bo Ek&lt;/p&gt;\n\nFrogs cost $3 each.';
    expect(await abstractOf(`<content type="html">${content}</content>`)).toBe('Frogs cost $3 each.');
  });

  it('have date, journal and authors in place of an abstract (Elsevier)', async () => {
    const description =
      '<![CDATA[<p>Publication date: March 2027</p><p><b>Source:</b> Frogs and Ponds, Volume 171, Part A</p><p>Author(s): Ada Clay, Bo Ek</p>]]>';
    expect(await paperOf(`<title>Frogs</title><description>${description}</description>`)).toEqual({
      title: 'Frogs',
      authorCount: 2,
      authors: ['Ada Clay', 'Bo Ek'],
      venue: 'Frogs and Ponds',
      year: 2027,
    });
  });

  it('have the day on which an article came online (Elsevier)', async () => {
    const description = '&lt;p&gt;Publication date: Available online 12 November 2026&lt;/p&gt;';
    expect(await paperOf(`<title>Frogs</title><description>${description}</description>`)).toEqual({
      title: 'Frogs',
      date: '2026-11-12',
    });
  });

  it('have authors before the abstract and the citation after it (American Physical Society)', async () => {
    const description =
      'Author(s): Ada Clay, Bo Ek, and Cy Fox&lt;br/&gt;&lt;p&gt;Frogs sing.&lt;/p&gt;&lt;br/&gt;[Pond Lett. 135, 220001] Published Tue Nov 24, 2026';
    expect(await paperOf(`<title>Frogs</title><description>${description}</description>`)).toMatchObject({
      abstract: 'Frogs sing.',
      authors: ['Ada Clay', 'Bo Ek', 'Cy Fox'],
    });
  });

  it('have the whole abstract in the second text (PubMed)', async () => {
    const content =
      '<div><p style="color: #4aa564;">J Ponds. 2026 Nov 25;12(3):1-9. doi: 10.1000/pond.1. Online ahead of print.</p><p><b>ABSTRACT</b></p><p xmlns:xlink="http://www.w3.org/1999/xlink"><b>BACKGROUND: </b>Frogs sing.</p><p><b>CONCLUSIONS: </b>They sang.</p><p style="color: lightgray">PMID:<a href="https://example.org/">39000001</a> | DOI:<a href=https://doi.org/10.1000/pond.1>10.1000/pond.1</a></p></div>';
    const item = (description: string, encoded: string) =>
      `<title>Frogs</title><description>${description}</description><content:encoded><![CDATA[${encoded}]]></content:encoded><guid isPermaLink="false">pubmed:39000001</guid><dc:source>J Ponds</dc:source><dc:identifier>doi:10.1000/pond.1</dc:identifier>`;
    expect(await paperOf(item('CONCLUSIONS: They sang.', content))).toEqual({
      title: 'Frogs',
      abstract: 'BACKGROUND: Frogs sing. CONCLUSIONS: They sang.',
      venue: 'J Ponds',
      doi: '10.1000/pond.1',
    });
    const none = content.replace(/<p><b>ABSTRACT.*(?=<p style="color: lightgray")/, '<p><b>NO ABSTRACT</b></p>');
    expect(await paperOf(item('NO ABSTRACT', none))).not.toHaveProperty('abstract');
  });

  it('have journal and pages before the title (MDPI)', async () => {
    const titles = '<title>Ponds, Vol. 12, Pages 34: Frogs: A Choir</title><dc:title>Frogs: A Choir</dc:title>';
    expect(await paperOf(titles)).toEqual({ title: 'Frogs: A Choir' });
  });

  it('have names and votes before the abstract, and links after it, if people make them', async () => {
    const description =
      '<![CDATA[<p><strong>Authors:</strong> Ada Clay, Bo Ek</p><p><strong>Upvotes:</strong> 41</p><p>Frogs sing.</p><p><a href="https://example.org/1">arXiv</a> | <a href="https://example.org/2">PDF</a></p>]]>';
    expect(await paperOf(`<title>Frogs</title><description>${description}</description>`)).toEqual({
      title: 'Frogs',
      abstract: 'Frogs sing.',
      authorCount: 2,
      upvotes: 41,
      authors: ['Ada Clay', 'Bo Ek'],
    });
  });

  it('have addresses before names', async () => {
    const author = '<author>ada@example.org (Ada Clay), bo@example.org (Bo Ek)</author>';
    expect(await paperOf(`<title>Frogs</title>${author}`)).toEqual({
      title: 'Frogs',
      authorCount: 2,
      authors: ['Ada Clay', 'Bo Ek'],
    });
  });

  it('have the day of the article rather than that of the issue', async () => {
    const dates = '<dc:date>2026-11-20T08:00:00Z</dc:date><prism:coverDate>2026-12-31T08:00:00Z</prism:coverDate>';
    expect(await paperOf(`<title>Frogs</title>${dates}`)).toEqual({ title: 'Frogs', date: '2026-11-20' });
  });
});

it('names a link that is not read by its kind, not by the title of the paper', async () => {
  const links = '<link rel="related" href="https://example.org/1.xml" title="(XML) Frogs in Ponds"/>';
  const { diagnostics } = await readListing(`<feed><entry><title>Frogs in Ponds</title>${links}</entry></feed>`);
  expect(diagnostics.map(({ message }) => message)).toEqual(['1 field not read: link related']);
});
