import { describe, expect, it } from 'vitest';
import { open } from '../../../src/formats/fields/feed-reader.ts';
import { Line } from '../../../src/input/line.ts';
import { formatsOf, readListing } from '../../read-listing.ts';
import { read } from './read.ts';

const item = (title: string, more = '') => `<item>\n<title>${title}</title>\n${more}</item>\n`;
const rss = (items: string) =>
  `<?xml version="1.0"?>\n<rss version="2.0"><channel>\n<title>Ponds</title>\n${items}</channel></rss>\n`;
const atom = (entries: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom">\n<title>Query</title>\n${entries}</feed>\n`;

describe('feeds', () => {
  it('reads what stands in front of very long data, and the papers around it', async () => {
    const long = `${'kite '.repeat(15_000)}\n`.repeat(70);
    const { titles, faults } = await read(rss(item('Ponds') + item('A heap', long) + item('Lakes')));
    expect(titles).toEqual(['Ponds', 'A heap', 'Lakes']);
    expect(faults).toEqual(['truncated-entry 7']);
  });

  it.each([
    ['a comment', '<!-- about ponds\n', 'a comment does not end'],
    ['a document type', '<!DOCTYPE rss [\n<!ENTITY pond "pond">\n', 'a document type does not end'],
  ])('reports %s that does not end', async (_, start, message) => {
    const { messages } = await read(`${rss(item('Ponds'))}${start}`);
    expect(messages).toContain(message);
  });

  it('reads an entry whose last tag is cut off', async () => {
    const { titles } = await read(rss(item('Ponds')).replace('</item>\n', '</item\n'));
    expect(titles).toEqual(['Ponds']);
  });

  it.each([
    ['text', 'Ponds &amp; Lakes', 'Ponds & Lakes'],
    ['CDATA', '<![CDATA[Ponds & Lakes]]>', 'Ponds & Lakes'],
    ['CDATA in pieces', 'Ponds <![CDATA[& ]]>Lakes', 'Ponds & Lakes'],
    ['HTML that is escaped twice', 'Ponds &amp;amp; &lt;i&gt;Lakes&lt;/i&gt;', 'Ponds & Lakes'],
    ['entities of HTML that XML does not know', 'Ponds &eacute;&nbsp;&#233; &#x41;', 'Ponds é é A'],
    ['markup', 'Ponds <b>and</b> <i>Lakes</i>', 'Ponds and Lakes'],
    ['comparisons', '0 &lt; p &lt; 0.1 &amp; $a&lt;b$', '0 < p < 0.1 & $a<b$'],
    ['an entity that stands alone', 'R&D & more', 'R&D & more'],
  ])('reads titles in %s', async (_form, xml, title) => {
    expect((await read(rss(item(xml)))).titles).toEqual([title]);
  });

  it('reads all papers of a feed on one line', async () => {
    const text = rss(`${item('A')}${item('B')}`).replaceAll('\n', '');
    const { titles, faults, lines } = await read(text);
    expect([titles, faults, lines.paper]).toEqual([['A', 'B'], [], 1]);
  });

  it('counts lines around the entries as boilerplate', async () => {
    expect((await read(rss(item('A')))).lines).toMatchObject({ paper: 3, boilerplate: 4, unrecognized: 0 });
  });

  it('recognizes a feed after declarations, comments and the message of a browser', () => {
    for (const before of [
      '<?xml version="1.0"?><?xml-stylesheet href="x"?>',
      '<!-- a\n<b> -->',
      '<!DOCTYPE rss [<!ENTITY a "<b>">]>',
      'This XML file does not appear to have any style information associated with it.\n\n',
    ]) {
      expect(formatsOf(before + rss(item('A')))).toEqual(['feed']);
    }
    expect(formatsOf(item('A'))).toEqual(['feed']);
    expect(formatsOf(`<html><body>${rss(item('A'))}</body></html>`)).not.toContain('feed');
    expect(formatsOf('<svg><title>a</title></svg>')).not.toContain('feed');
  });

  it('recognizes a feed without entries', async () => {
    const { format, papers, faults, lines } = await read(rss(''));
    expect([format, papers, faults, lines.boilerplate]).toEqual(['feed', [], [], 4]);
  });

  it('reports the error in a feed of arXiv', async () => {
    const error =
      '<entry>\n<id>http://arxiv.org/api/errors#incorrect_id_format_for_x</id>\n<title>Error</title>\n<summary>incorrect id format for x</summary>\n</entry>\n';
    const { papers, faults, messages } = await read(atom(error));
    expect([papers, faults]).toEqual([[], ['service-error 3']]);
    expect(messages[0]).toContain('incorrect id format for x');
  });

  it('leaves entities that a document defines as they are', async () => {
    const laughs = Array.from({ length: 30 }, (_, i) => `<!ENTITY h${i + 1} "&h${i};&h${i};">`).join('\n');
    const { titles } = await read(
      `<?xml version="1.0"?>\n<!DOCTYPE rss [\n<!ENTITY h0 "ha">\n${laughs}\n<!ENTITY file SYSTEM "file:///etc/hostname">\n<!ENTITY fake "<item><title>Fake</title></item>">\n]>\n${rss(item('&h30; &file; A')).slice(22)}`,
    );
    expect(titles).toEqual(['&h30; &file; A']);
  });

  it('recognizes elements by their namespaces', async () => {
    const text =
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:d="http://purl.org/dc/elements/1.1/"><a:entry><a:title>A</a:title><d:creator>Tilda Moss</d:creator></a:entry></a:feed>';
    expect((await read(text)).papers).toMatchObject([{ title: 'A', authors: ['Tilda Moss'] }]);
  });

  it('ignores comments, even with entries in them', async () => {
    const { titles, faults } = await read(rss(`<!-- ${item('Not')} -->\n${item('A', '<!-- <title>No</title> -->\n')}`));
    expect([titles, faults]).toEqual([['A'], []]);
  });
});

describe('damaged feeds', () => {
  it.each([
    [
      'the end of an entry',
      `${item('A')}<item>\n<title>B</title>\n${item('C')}`,
      ['A', 'B', 'C'],
      ['truncated-entry 7'],
    ],
    [
      'the beginning of an entry',
      `${item('A')}<title>B</title>\n</item>\n${item('C')}`,
      ['A', 'B', 'C'],
      ['truncated-entry 7'],
    ],
    ['the beginning of the first entry', `<title>A</title>\n</item>\n${item('B')}`, ['B'], ['truncated-entry 3']],
    [
      'the end of a title',
      `${item('A')}<item>\n<title>B\n<link>https://example.org/b</link>\n</item>\n`,
      ['A', 'B'],
      ['truncated-entry 7'],
    ],
    [
      'the boundary between two entries',
      `<item>\n<title>A</title>\n<title>B</title>\n</item>\n${item('C')}`,
      ['A', 'C'],
      ['damaged-field 4'],
    ],
    ['a title', `<item>\n<link>https://example.org</link>\n</item>\n${item('B')}`, ['B'], ['missing-title 4']],
    [
      'the end of CDATA',
      `<item>\n<title>A</title>\n<description><![CDATA[x\n</item>\n${item('B')}`,
      ['A', 'B'],
      ['truncated-entry 4'],
    ],
  ])('reports the loss of %s', async (_lost, items, titles, faults) => {
    const reading = await read(rss(items));
    expect([reading.titles, reading.faults]).toEqual([titles, faults]);
  });

  it('keeps the complete entries of a truncated feed, and reports the last one', async () => {
    const text = rss(`${item('A')}${item('B', '<description>Half an abs</description>\n')}`);
    const inside = await read(text.slice(0, text.indexOf('an abs')));
    expect(inside.papers).toMatchObject([{ title: 'A' }, { title: 'B', abstract: null }]);
    expect(inside.faults).toEqual(['truncated-entry 7']);
    const between = await read(text.slice(0, text.indexOf('<item>\n<title>B')));
    expect([between.titles, between.faults]).toEqual([['A'], ['truncated-entry 6']]);
  });
});

it.each(['<metadata>', '</metadata>', '<dc:title>Newts</dc:title>'])(
  'reports a record of OAI-PMH that has lost its %s',
  async (lost) => {
    const record = `<record><header><identifier>oai:arXiv.org:math/0309001</identifier><datestamp>2026-07-02</datestamp></header>
<metadata>
<oai_dc:dc xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Newts</dc:title>
<dc:description>Every newt is counted.</dc:description>
</oai_dc:dc>
</metadata>
</record>`;
    const feed = (records: string) =>
      `<?xml version="1.0"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">\n<ListRecords>\n${records}\n</ListRecords>\n</OAI-PMH>\n`;
    expect((await readListing(feed(record))).papers).toHaveLength(1);
    const { diagnostics } = await readListing(feed(`${record.replace(lost, '')}\n${record}`));
    expect(diagnostics.filter(({ severity }) => severity !== 'info').length).toBeGreaterThan(0);
  },
);

describe('XML with one element for each record', () => {
  it.each([
    [
      'DBLP, without proceedings and persons',
      '<dblp>\n<www key="homepages/m"><author>Tilda Moss</author><title>Home Page</title></www>' +
        '<article mdate="2020-06-19" key="journals/k/1"><author>Tilda Moss</author><author>Wei Wang 0062</author>' +
        '<title>Folding Kites.</title><year>2020</year><journal>J. Kites</journal><ee>https://doi.org/10.1000/k.1</ee></article>\n' +
        '<proceedings key="conf/k/2021"><title>Proceedings of Kites</title></proceedings></dblp>',
      { authors: ['Tilda Moss', 'Wei Wang'], year: 2020, venue: 'J. Kites', doi: '10.1000/k.1' },
    ],
    [
      'MODS',
      '<modsCollection><mods><titleInfo><title>Folding Kites</title></titleInfo><name type="personal">' +
        '<namePart type="given">Tilda</namePart><namePart type="family">Moss</namePart></name><originInfo>' +
        '<dateIssued>2016-03-09</dateIssued></originInfo><relatedItem type="host"><titleInfo><title>J. Kites</title></titleInfo>' +
        '</relatedItem><identifier type="doi">10.1000/k.1</identifier></mods></modsCollection>',
      { authors: ['Tilda Moss'], date: '2016-03-09', venue: 'J. Kites', doi: '10.1000/k.1' },
    ],
    [
      'Word',
      '<b:Sources xmlns:b="http://example.org/b"><b:Source><b:Year>2016</b:Year><b:Author><b:Author><b:NameList>' +
        '<b:Person><b:Last>Moss</b:Last><b:First>Tilda</b:First></b:Person><b:Person><b:Last>Reed</b:Last><b:First>Ann</b:First>' +
        '</b:Person></b:NameList></b:Author></b:Author><b:Title>Folding Kites</b:Title></b:Source></b:Sources>',
      { authors: ['Tilda Moss', 'Ann Reed'], year: 2016 },
    ],
    [
      'JATS',
      '<OAI-PMH><ListRecords><record><header><identifier>x</identifier></header><metadata><article><front><journal-meta>' +
        '<journal-title-group><journal-title>J. Kites</journal-title></journal-title-group></journal-meta><article-meta>' +
        '<article-id pub-id-type="doi">10.1000/k.1</article-id><title-group><article-title>Folding <italic>Kites</italic>' +
        '</article-title></title-group><contrib-group><contrib><name><surname>Moss</surname><given-names>Tilda</given-names></name>' +
        '</contrib></contrib-group><pub-date><day>4</day><month>5</month><year>2019</year></pub-date>' +
        '<abstract><p>Kites <bold>fold</bold>.</p></abstract></article-meta></front></article></metadata></record></ListRecords></OAI-PMH>',
      { abstract: 'Kites fold.', authors: ['Tilda Moss'], date: '2019-05-04', venue: 'J. Kites', doi: '10.1000/k.1' },
    ],
    [
      'PubMed Central, with the titles of sections and references',
      '<pmc-articleset><article><front><journal-meta><journal-title-group><journal-title>J. Kites</journal-title>' +
        '</journal-title-group></journal-meta><article-meta><title-group><article-title>Folding Kites</article-title></title-group>' +
        '<contrib-group><contrib contrib-type="author"><name><surname>Moss</surname><given-names>Tilda</given-names></name></contrib>' +
        '<contrib contrib-type="editor"><name><surname>Itor</surname><given-names>Ed</given-names></name></contrib></contrib-group>' +
        '<abstract><title>Abstract</title><p>Kites fold.</p></abstract></article-meta></front><body><sec><title>Introduction</title>' +
        '<p>Kites.</p></sec></body><back><ref-list><ref><article-title>An Older Kite</article-title></ref></ref-list></back></article>' +
        '</pmc-articleset>',
      { abstract: 'Kites fold.', authors: ['Tilda Moss'], venue: 'J. Kites' },
    ],
    [
      'DataCite',
      '<resource xmlns="http://datacite.org/schema/kernel-4"><identifier identifierType="DOI">10.5281/k.1</identifier><creators>' +
        '<creator><creatorName>Moss, Tilda</creatorName></creator></creators><titles><title>Folding Kites</title></titles>' +
        '<dates><date dateType="Issued">2024-05-06</date></dates></resource>',
      { authors: ['Tilda Moss'], date: '2024-05-06', doi: '10.5281/k.1' },
    ],
    [
      'RefWorks',
      '<refworks xmlns:refworks="www.refworks.com/xml/"><reference><rt>Journal Article</rt><a1>Moss,Tilda</a1><a1>Reed,Ann</a1>' +
        '<t1>Folding Kites</t1><jf>J. Kites</jf><yr>2024</yr><ab>Kites fold.</ab><do>10.1000/k.1</do><ul>https://example.org/1</ul>' +
        '</reference></refworks>',
      {
        abstract: 'Kites fold.',
        authors: ['Tilda Moss', 'Ann Reed'],
        venue: 'J. Kites',
        year: 2024,
        doi: '10.1000/k.1',
        url: 'https://example.org/1',
      },
    ],
    [
      'a library, which packs the record',
      '<searchRetrieveResponse><records><record><recordSchema>dc</recordSchema><recordData><dc ' +
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Folding Kites</dc:title><dc:creator>Moss, Tilda</dc:creator></dc>' +
        '</recordData></record></records></searchRetrieveResponse>',
      { authors: ['Tilda Moss'] },
    ],
    [
      'Solr, whose elements are called by the type of their value',
      '<response><lst name="responseHeader"><int name="QTime">1</int></lst><result name="response"><doc><str name="id">10.1000/k.1' +
        '</str><str name="title_display">Folding Kites</str><arr name="author_display"><str>Tilda Moss</str><str>Ann Reed</str></arr>' +
        '<arr name="abstract"><str>Kites fold.</str></arr><date name="publication_date">2024-05-06T00:00:00Z</date></doc></result>' +
        '</response>',
      { abstract: 'Kites fold.', authors: ['Tilda Moss', 'Ann Reed'], date: '2024-05-06', doi: '10.1000/k.1' },
    ],
    [
      'a database',
      '<resultset><row><field name="title">Folding Kites</field><field name="authors">Tilda Moss, Ann Reed</field>' +
        '<field name="published">2024-05-06</field></row></resultset>',
      { authors: ['Tilda Moss', 'Ann Reed'], date: '2024-05-06' },
    ],
    [
      'Scopus, in elements of Atom without a title of Atom',
      '<search-results xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><entry><dc:title>Folding ' +
        'Kites</dc:title><dc:creator>Moss T.</dc:creator><citedby-count>17</citedby-count></entry></search-results>',
      { authors: ['T. Moss'], citationCount: 17 },
    ],
    [
      "arXiv's Dublin Core, with remarks",
      '<OAI-PMH><ListRecords><record><metadata><dc xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Folding Kites</dc:title>' +
        '<dc:description>Kites fold.</dc:description><dc:description>Comment: 12 pages</dc:description></dc></metadata></record>' +
        '</ListRecords></OAI-PMH>',
      { abstract: 'Kites fold.', authorComment: '12 pages' },
    ],
    [
      'journals in two languages',
      '<OAI-PMH><ListRecords><record><metadata><dc xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title xml:lang="en-US">Folding ' +
        'Kites</dc:title><dc:title xml:lang="es-ES">Cometas</dc:title><dc:description xml:lang="en-US">Kites fold.</dc:description>' +
        '<dc:description xml:lang="es-ES">Se pliegan.</dc:description></dc></metadata></record></ListRecords></OAI-PMH>',
      { abstract: 'Kites fold.' },
    ],
    [
      'Zotero, with the journal behind it and its remarks',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" ' +
        'xmlns:bib="http://purl.org/net/biblio#" xmlns:dcterms="http://purl.org/dc/terms/" ' +
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><bib:Article rdf:about="#1"><z:itemType>journalArticle</z:itemType>' +
        '<dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/><dc:title>Folding Kites</dc:title>' +
        '<dc:description>arXiv:2405.01234 [cs]\nComment: 12 pages</dc:description></bib:Article>' +
        '<bib:Journal rdf:about="urn:issn:1234-5678"><dc:title>J. Kites</dc:title><dc:identifier>DOI 10.1000/k.1</dc:identifier>' +
        '<dc:identifier>ISSN 1234-5678</dc:identifier></bib:Journal></rdf:RDF>',
      { abstract: null, authorComment: '12 pages', id: '2405.01234', venue: 'J. Kites', doi: '10.1000/k.1' },
    ],
    [
      'Dublin Core, with the journal in its citation',
      '<OAI-PMH><ListRecords><record><metadata><dc xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Folding Kites</dc:title>' +
        '<dc:creator>Moss, Tilda</dc:creator><dc:identifier>https://example.org/1</dc:identifier>' +
        '<dc:source>J. Kites; Vol. 2 No. 1 (2022); 1-9</dc:source></dc></metadata></record></ListRecords></OAI-PMH>',
      { authors: ['Tilda Moss'], venue: 'J. Kites', url: 'https://example.org/1' },
    ],
    [
      'names in two languages',
      '<feed><entry><title>Folding Kites</title><author><en><name>Hana Moss</name><name>Ken Reed</name></en>' +
        '<ja><name>苔 花</name><name>葦 健</name></ja></author></entry></feed>',
      { authors: ['Hana Moss', 'Ken Reed'] },
    ],
    [
      'anybody',
      '<?xml version="1.0"?>\n<pubs><title>Our papers</title><pub><title>Folding Kites</title><authors>Tilda Moss; Ann Reed</authors>' +
        '<year>2001</year></pub></pubs>',
      { authors: ['Tilda Moss', 'Ann Reed'], year: 2001 },
    ],
  ])('is read from %s', async (_, text, expected) => {
    const { format, papers, faults, lines } = await read(text);
    expect([format, faults, lines.unrecognized]).toEqual(['feed', [], 0]);
    expect(papers).toMatchObject([{ title: 'Folding Kites', ...expected }]);
  });

  it('is read with the journal that is named once for all papers below it', async () => {
    const paper = (element: string, title: string) =>
      `<${element}><titles><title>${title}</title></titles><contributors><person_name contributor_role="author">` +
      '<given_name>Tilda</given_name><surname>Moss</surname></person_name><organization contributor_role="author">Pond Group' +
      '</organization></contributors><publication_date><month>05</month><day>06</day><year>2024</year></publication_date>' +
      `<doi_data><doi>10.1000/${title}</doi><resource>https://example.org/${title}</resource></doi_data></${element}>`;
    const { format, papers, faults } = await read(
      '<doi_records><doi_record><crossref><journal><journal_metadata><full_title>J. Kites</full_title></journal_metadata>' +
        `${paper('journal_article', 'A')}${paper('journal_article', 'B')}</journal></crossref></doi_record><doi_record><crossref>` +
        '<conference><event_metadata><conference_name>Lamps</conference_name></event_metadata><proceedings_metadata>' +
        `<proceedings_title>Proc. Lamps</proceedings_title></proceedings_metadata>${paper('conference_paper', 'C')}</conference>` +
        `</crossref></doi_record><doi_record><crossref>${paper('posted_content', 'D')}</crossref></doi_record></doi_records>`,
    );
    expect([format, faults]).toEqual(['feed', []]);
    expect(papers.map(({ venue }) => venue)).toEqual(['J. Kites', 'J. Kites', 'Proc. Lamps', undefined]);
    expect(papers[2]).toMatchObject({
      title: 'C',
      authors: ['Tilda Moss', 'Pond Group'],
      date: '2024-05-06',
      doi: '10.1000/C',
      url: 'https://example.org/C',
    });
  });

  it('is read at once, unless it refers to what comes later', () => {
    const papersBeforeEnd = (whole: string) => {
      const papers: string[] = [];
      const reader = open({ paper: ({ title }) => papers.push(title), report() {}, account() {} });
      const text = `<records>\n<record><dc:title>A</dc:title>${whole}</record>\n<record><dc:title>B</dc:title></record>`;
      for (const [index, raw] of text.split('\n').entries()) reader.line(new Line(raw, index + 1));
      return papers;
    };
    expect(papersBeforeEnd('<dcterms:isPartOf>Kite Letters</dcterms:isPartOf>')).toEqual(['A', 'B']);
    expect(papersBeforeEnd('<dcterms:isPartOf rdf:resource="urn:issn:1"/>')).toEqual([]);
  });

  it('is recognized without its beginning', async () => {
    const text =
      'd</last></author>\n<year>2023</year>\n</paper>\n<paper id="2">\n<title>Strings</title>\n' +
      '<author><first>Bo</first><last>Ek</last></author>\n</paper>\n</volume>\n</collection>\n';
    const { format, papers, faults } = await read(text);
    expect(format).toBe('feed');
    expect(papers).toMatchObject([{ title: 'Strings', authors: ['Bo Ek'] }]);
    expect(faults).toEqual(['truncated-entry 1']);
  });
});
