/** A paper as the printers below print it. */
export interface PrintedPaper {
  readonly title: string;
  readonly abstract: string;
  /** `[family, given]` */
  readonly authors: readonly (readonly [string, string])[];
  readonly year: number;
  readonly doi: string;
}

export const printedPapers: readonly PrintedPaper[] = [
  {
    title: 'Moths by Ear',
    abstract: 'Moths hear more than they say. We asked nine of them.',
    authors: [
      ['Moss', 'Tilda'],
      ['van der Berg', 'Jan'],
    ],
    year: 2019,
    doi: '10.1000/moths.1',
  },
  {
    title: 'Rivers That Run Uphill',
    abstract: 'Water mostly does not, and where it does nobody looks.',
    authors: [['Reed', 'Ann B.']],
    year: 2021,
    doi: '10.1000/rivers.2',
  },
  {
    title: 'The Last Spoon',
    abstract: 'Spoons get lost. We count those that do not.',
    authors: [
      ['Ek', 'Bo'],
      ['Ibáñez', 'José'],
    ],
    year: 2024,
    doi: '10.1000/spoon.3',
  },
];

/** A listing in pieces: the text around the entries, and one piece per entry. */
export interface PrintedListing {
  readonly name: string;
  readonly before: string;
  readonly entries: readonly string[];
  readonly after: string;
  /** Whether a truncated listing can be recognized, because its entries or the listing itself have an end mark. */
  readonly hasEnd: boolean;
}

export function wholeText({ before, entries, after }: PrintedListing): string {
  return before + entries.join('') + after;
}

type EntryPrinter = (paper: PrintedPaper, index: number) => string;

/** The same papers in each of the syntaxes that `feed`, `bibtex` and `ris` read. */
export function printBibliographies(papers: readonly PrintedPaper[] = printedPapers): PrintedListing[] {
  const listing = (name: string, print: EntryPrinter, before = '', after = '', hasEnd = true): PrintedListing => ({
    name,
    before,
    entries: papers.map(print),
    after,
    hasEnd,
  });
  return [
    listing('bibtex', bibtexEntry),
    listing('bibtex of one line an entry', (paper, index) => `${bibtexEntry(paper, index).replaceAll('\n', '')}\n`),
    listing('bibtex in quotes', quotedEntry),
    listing('ris', risRecord),
    listing('ris with CRLF', (paper, index) => risRecord(paper, index).replaceAll('\n', '\r\n')),
    listing('medline', medlineRecord, '\n', '', false),
    listing('endnote', endnoteRecord, '', '', false),
    listing('web of science', wosRecord, 'FN Pondbase\nVR 1.0\n', 'EF\n'),
    listing('rss', rssItem, RSS_HEAD, '  </channel>\n</rss>\n'),
    listing(
      'rss on one line',
      (paper, index) => rssItem(paper, index).replaceAll(/\n */g, ''),
      RSS_HEAD.replaceAll(/\n */g, ''),
      '</channel></rss>\n',
    ),
    listing('atom', atomEntry, ATOM_HEAD, '</feed>\n'),
  ];
}

function bibtexEntry({ title, abstract, authors, year, doi }: PrintedPaper, index: number): string {
  const author = authors.map(([family, given]) => `${family}, ${given}`).join(' and ');
  return `@article{key${index},\n  title = {${title}},\n  author = {${author}},\n  year = {${year}},\n  doi = {${doi}},\n  abstract = {${abstract}}\n}\n`;
}

function quotedEntry({ title, abstract, authors, year, doi }: PrintedPaper, index: number): string {
  const author = authors.map(([family, given]) => `${family}, ${given}`).join('  and\n      ');
  return `@inproceedings{key-${index},\n    author = "${author}",\n    title = "${title}",\n    year = "${year}",\n    doi = "${doi}",\n    abstract = "${abstract}",\n}\n`;
}

function risRecord({ title, abstract, authors, year, doi }: PrintedPaper, _index: number): string {
  const names = authors.map(([family, given]) => `AU  - ${family}, ${given}\n`).join('');
  return `TY  - JOUR\nTI  - ${title}\n${names}AB  - ${abstract}\nPY  - ${year}\nDO  - ${doi}\nER  - \n\n`;
}

function medlineRecord({ title, abstract, authors, year, doi }: PrintedPaper, index: number): string {
  const names = authors.map(([family, given]) => `FAU - ${family}, ${given}\nAU  - ${family} ${given.charAt(0)}\n`);
  const wrapped = abstract.replace(/^(.{20,}?) /, '$1\n      ');
  return `PMID- 1000${index}\nDP  - ${year}\nTI  - ${title}.\nLID - ${doi} [doi]\nAB  - ${wrapped}\n${names.join('')}SO  - Pond. ${year}.\n\n`;
}

function endnoteRecord({ title, abstract, authors, year, doi }: PrintedPaper, _index: number): string {
  const names = authors.map(([family, given]) => `%A ${family}, ${given}\n`).join('');
  return `%0 Journal Article\n%T ${title}\n${names}%D ${year}\n%R ${doi}\n%X ${abstract}\n\n`;
}

function wosRecord({ title, abstract, authors, year, doi }: PrintedPaper, _index: number): string {
  const names = authors.map(([family, given]) => `${family}, ${given}\n`).join('   ');
  return `PT J\nAF ${names}TI ${title}\nAB ${abstract}\nPY ${year}\nDI ${doi}\nER\n\n`;
}

const RSS_HEAD =
  '<?xml version="1.0"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">\n  <channel>\n    <title>Pond</title>\n    <link>https://example.org/</link>\n';

function rssItem({ title, abstract, authors, year, doi }: PrintedPaper, index: number): string {
  const names = authors.map(([family, given]) => `      <dc:creator>${given} ${family}</dc:creator>\n`).join('');
  return `    <item>\n      <title>${title}</title>\n      <link>https://example.org/${index}</link>\n      <description><![CDATA[${abstract}]]></description>\n${names}      <dc:date>${year}-05-03</dc:date>\n      <prism:doi>${doi}</prism:doi>\n    </item>\n`;
}

const ATOM_HEAD =
  '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n  <title>Query</title>\n  <id>https://example.org/query</id>\n';

function atomEntry({ title, abstract, authors, year, doi }: PrintedPaper, index: number): string {
  const names = authors.map(
    ([family, given]) => `    <author>\n      <name>${given} ${family}</name>\n    </author>\n`,
  );
  return `  <entry>\n    <id>https://example.org/${index}</id>\n    <title>${title}</title>\n    <published>${year}-05-03T00:00:00Z</published>\n    <summary>${abstract}</summary>\n${names.join('')}    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">${doi}</arxiv:doi>\n    <link href="https://example.org/${index}"/>\n  </entry>\n`;
}
