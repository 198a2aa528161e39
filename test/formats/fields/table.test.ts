import { describe, expect, it } from 'vitest';
import { formatsOf, readListingNow } from '../../read-listing.ts';

it('finds the header of a table below notes with blank lines between them', () => {
  const notes = Array.from({ length: 17 }, (_, index) => `Note ${index} on where this came from\n\n`).join('');
  const { format, papers } = readListingNow(`${notes}title,authors\nFolding Kites,Ada Clay\n`);
  expect(format).toBe('table');
  expect(papers).toMatchObject([{ title: 'Folding Kites', authors: ['Ada Clay'] }]);
});

it('reads names of columns that contain the delimiter', () => {
  const { papers } = readListingNow(
    'Article Title,"Times Cited, WoS Core","Times Cited, All Databases",Publication Year\nFolding Kites,4,7,2021\n',
  );
  expect(papers).toMatchObject([{ title: 'Folding Kites', year: 2021 }]);
});

it.each([
  ['a name beside authors', 'Name,Author,Tags', 'Folding Kites,"Ada Clay, Bo Ek",kites', {}],
  [
    'the journal and the year of medical databases',
    'Cochrane Review ID,Author(s),Title,Source,YR,Volume,DO',
    'CN-1,"Clay, A; Ek, B",Folding Kites,J Kites,2019,12,10.1000/kites.1',
    { authors: ['A Clay', 'B Ek'], year: 2019, doi: '10.1000/kites.1', venue: 'J Kites' },
  ],
  [
    "PubMed's citation",
    'PMID,Title,Authors,Citation,Journal/Book,Publication Year',
    '38000001,Folding Kites.,"Clay A, Ek B; Kite Study Group.","J Kites. 2024 Jan 5;12(1):33-40.",J Kites,2024',
    { authors: ['A Clay', 'B Ek', 'Kite Study Group'], date: '2024-01-05', venue: 'J Kites' },
  ],
  [
    "Google Scholar's publication",
    'Authors,Title,Publication,Volume,Year',
    '"Clay, Ada; Ek, Bo; ",Folding Kites,arXiv preprint arXiv:2405.01234,,2024',
    { authors: ['Ada Clay', 'Bo Ek'], id: '2405.01234' },
  ],
  [
    "SpringerLink's names that run together",
    'Item Title,Publication Title,Item DOI,Authors,Publication Year',
    'Folding Kites,Kite Letters,10.1007/s1-1,Ada McClayBo van EkCy D. Fox,2021',
    { authors: ['Ada McClay', 'Bo van Ek', 'Cy D. Fox'], doi: '10.1007/s1-1', venue: 'Kite Letters' },
  ],
  [
    "OpenAlex's paths",
    'id,display_name,authorships.author.display_name,publication_date',
    'https://openalex.org/W1,Folding Kites,Ada Clay|Bo Ek,2023-05-06',
    { authors: ['Ada Clay', 'Bo Ek'] },
  ],
  [
    'objects that Python printed',
    'title,externalIds,journal,authors',
    `Folding Kites,"{'ArXiv': '2405.01234', 'MAG': None}","{'name': 'Kite Letters'}","[{'name': 'Ada Clay'}, {'name': ""Bo O'Ek""}]"`,
    { id: '2405.01234', venue: 'Kite Letters', authors: ['Ada Clay', "Bo O'Ek"] },
  ],
  [
    'names in Chinese',
    '篇名,作者,期刊名称,发表时间,被引频次,链接',
    'Folding Kites,李伟;王芳,风筝学报,2021-05-12,7,https://arxiv.org/abs/2105.01234',
    { authors: ['李伟', '王芳'], venue: '风筝学报', date: '2021-05-12', citationCount: 7, id: '2105.01234' },
  ],
  ['columns that pandas names', ',Unnamed: 0,title,year', '0,0,Folding Kites,2021', { year: 2021 }],
  [
    'a column for each author',
    'title,author1,Author 2',
    'Folding Kites,Ada Clay,Bo Ek',
    { authors: ['Ada Clay', 'Bo Ek'] },
  ],
  [
    "Publish or Perish's source",
    'Cites,Authors,Title,Source,GSRank',
    '45,A Clay,Folding Kites,Kite Letters,1',
    { venue: 'Kite Letters', citationCount: 45 },
  ],
  [
    "Kaggle's names of columns",
    'titles,summaries,terms',
    "Folding Kites,Kites fold.,['cs.LG']",
    { abstract: 'Kites fold.' },
  ],
  ['a remark in place of an abstract', 'title,abstract', 'Folding Kites,Abstract Missing', { abstract: null }],
  [
    "Zotero's remarks",
    'Title,Author,Extra',
    'Folding Kites,"Clay, Ada","arXiv:2405.01234 [cs]\nComment: 12 pages"',
    { id: '2405.01234', authorComment: '12 pages' },
  ],
  ['a full stop that EBSCO adds', 'Article Title,Author,PLink', 'Folding Kites.,"Clay, Ada",https://example.org/1', {}],
  [
    "arXiv's names in parts, which Python printed",
    'title,authors_parsed',
    `Folding Kites,"[['Clay', 'Ada', ''], ['van der Ek', 'Bo', 'Jr.']]"`,
    { authors: ['Ada Clay', 'Bo van der Ek Jr.'], authorCount: 2 },
  ],
  [
    "OpenAlex's export",
    'display_name,primary_location_display_name,author_names',
    'Folding Kites,Kite Letters,Ada Clay|Bo Ek',
    { authors: ['Ada Clay', 'Bo Ek'], venue: 'Kite Letters' },
  ],
  ['the first author alone', 'Title,First Author', 'Folding Kites,Clay A', { authors: ['A Clay'], authorCount: null }],
  [
    'formulas that link',
    'title,authors',
    '"=HYPERLINK(""https://example.org/1"",""Folding Kites"")",Ada Clay',
    { url: 'https://example.org/1' },
  ],
  [
    "the DOI in a publisher's address",
    'Title,Article URL',
    'Folding Kites,https://example.org/doi/full/10.1000/kite.1',
    { doi: '10.1000/kite.1', url: 'https://example.org/doi/full/10.1000/kite.1' },
  ],
])('reads a table with %s', (_, header, row, expected) => {
  const { format, papers } = readListingNow(`${header}\n${row}\n`);
  expect(format).toBe('table');
  expect(papers).toMatchObject([{ title: 'Folding Kites', ...expected }]);
});

it('reports a table with one field in each row whose beginning was lost', () => {
  const { papers, diagnostics, lines } = readListingNow(
    '"AUTHOR NAMES","Clay A."\n"DOI","10.1000/kite.1"\n\n"TITLE","Strings over the city by night"\n"AUTHOR NAMES","Fox C."\n',
  );
  expect(papers).toMatchObject([{ title: 'Strings over the city by night', authors: ['C. Fox'] }]);
  expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toContain('missing-title 1');
  expect(lines).toMatchObject({ paper: 2, unrecognized: 2 });
});

it('loses no more than the value whose end is lost in a table with one field in each row', () => {
  const { papers, diagnostics } = readListingNow(
    '"TITLE","Folding Kites by day"\n"AUTHOR NAMES","Clay A."\n"PUI","L2\n\n"TITLE","Strings over the city"\n"AUTHOR NAMES","Fox C."\n',
  );
  expect(papers).toMatchObject([{ authors: ['A. Clay'] }, { title: 'Strings over the city', authors: ['C. Fox'] }]);
  expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toContain('unrecognized-line 3');
});

it('reads a table with one field in each row', () => {
  const { format, papers, diagnostics } = readListingNow(
    '"TITLE","Folding Kites"\n"AUTHOR NAMES","Clay A.","Ek B."\n"AUTHOR ADDRESSES","Kite Lab, Pond"\n"SOURCE TITLE","Kite Letters"\n' +
      '"DATE OF PUBLICATION","6 May 2024"\n"DOI","10.1000/kite.1"\n\n"TITLE","Strings"\n"AUTHOR NAMES","Fox C."\n"PUBLICATION YEAR","2023"\n',
  );
  expect(format).toBe('table');
  expect(papers).toMatchObject([
    { title: 'Folding Kites', authors: ['A. Clay', 'B. Ek'], venue: 'Kite Letters', date: '2024-05-06' },
    { title: 'Strings', authors: ['C. Fox'], year: 2023 },
  ]);
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

describe('dumps of databases', () => {
  const records = [
    {
      title: "Kites; or (Remembering) the Wind's",
      authors: ['Ada Clay', 'Bo Ek'],
      date: '2024-05-06',
      id: '2405.01234',
    },
    { title: 'Lamps', authorCount: null, date: '2024-05-07', id: '2405.01235' },
  ];

  it.each([
    [
      'SQLite',
      'BEGIN TRANSACTION;\nCREATE TABLE IF NOT EXISTS "papers" (\n  "arxiv_id" TEXT,\n  "score" DECIMAL(10,2),\n  "title" TEXT,\n' +
        '  "authors" TEXT,\n  "published" TEXT,\n  PRIMARY KEY("arxiv_id")\n);\nCREATE TABLE tags (id INTEGER, name TEXT);\n' +
        "INSERT INTO tags VALUES(1,'kites');\nINSERT INTO papers VALUES('2405.01234',1.5,'Kites; or (Remembering)\nthe Wind''s'," +
        "'Ada Clay, Bo Ek','2024-05-06');\n" +
        "INSERT INTO papers VALUES('2405.01235',2,replace('Lamps\\n','\\n',char(10)),NULL,'2024-05-07');\nCOMMIT;\n",
    ],
    [
      'MySQL',
      'CREATE TABLE `papers` (\n  `arxiv_id` varchar(20),\n  `title` text,\n  `authors` text,\n  `published` date,\n' +
        '  KEY `t` (`title`)\n) ENGINE=InnoDB;\nINSERT INTO `papers` VALUES ' +
        "('2405.01234','Kites; or (Remembering) the Wind\\'s','Ada Clay, Bo Ek','2024-05-06'),('2405.01235','Lamps',NULL,'2024-05-07');\n",
    ],
    [
      'PostgreSQL',
      'SET statement_timeout = 0;\n\nCOPY public.papers (arxiv_id, title, authors, published) FROM stdin;\n' +
        "2405.01234\tKites; or (Remembering) the Wind's\tAda Clay, Bo Ek\t2024-05-06\n2405.01235\tLamps\t\\N\t2024-05-07\n\\.\n",
    ],
    [
      'anybody, with the names of the columns',
      "INSERT INTO papers (title, authors, arxiv_id, published) VALUES\n  ('Kites; or (Remembering) the Wind''s', 'Ada Clay, Bo Ek', " +
        "'2405.01234', '2024-05-06'),\n  ('Lamps', NULL, '2405.01235', '2024-05-07');\n",
    ],
  ])('are read from %s', (_, text) => {
    const { format, papers, diagnostics } = readListingNow(text);
    expect(format).toBe('table');
    expect(papers).toMatchObject(records);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('are reported if a row does not end, or has other columns', () => {
    const { papers, diagnostics } = readListingNow(
      "INSERT INTO papers (title, year) VALUES ('Kites', 2024);\nINSERT INTO papers (title, year) VALUES ('Ponds');\n" +
        "INSERT INTO papers (title, year) VALUES ('Lamps",
    );
    expect(papers.map(({ title }) => title)).toEqual(['Kites']);
    expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toEqual(
      expect.arrayContaining(['invalid-record 2', 'invalid-record 3']),
    );
  });

  it('are read if line ends are lost, and report a row whose beginning is', () => {
    const { papers, diagnostics } = readListingNow(
      "CREATE TABLE p (title TEXT, year INT); INSERT INTO p VALUES('Kites',2024); INSERT INTO p VALUES('Ponds',2023);\n" +
        "UES('Lamps',2022);\n",
    );
    expect(papers.map(({ title }) => title)).toEqual(['Kites', 'Ponds']);
    expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toContain('unrecognized-line 2');
  });
});

it('does not take the heading of a group for a paper', () => {
  const { papers } = readListingNow(
    'Reading list,,\nGroup A,,\nTitle,Authors,Year\nFolding Kites,Ada Clay,2024\n\nGroup B,,\nTitle,Authors,Year\nStrings,Cy Fox,2023\nLamps,,\n',
  );
  expect(papers.map(({ title }) => title)).toEqual(['Folding Kites', 'Strings', 'Lamps']);
});

it('splits names at commas though all columns have names that offprint uses', () => {
  const { papers } = readListingNow(
    'title,authors,id,date,upvotes\nFolding Kites,"Ada Clay, Bo Ek",2405.01234,2024-05-06,41\n',
  );
  expect(papers).toMatchObject([{ authors: ['Ada Clay', 'Bo Ek'], authorCount: 2, url: expect.any(String) }]);
});

it('keeps a cell that only begins like an object', () => {
  const { papers } = readListingNow(`title,abstract\nFolding Kites,"{'a kite', or not}"\n`);
  expect(papers).toMatchObject([{ abstract: "{'a kite', or not}" }]);
});

it('reports the columns that pandas prints in another table below', () => {
  const { papers, diagnostics, lines } = readListingNow(
    '           title          authors  \\\n0  Folding Kites  Ada Clay, Bo Ek   \n1        Strings           Cy Fox   \n\n' +
      '   year  upvotes  \n0  2024       41  \n1  2023        3  \n',
  );
  expect(papers).toMatchObject([{ title: 'Folding Kites', authors: ['Ada Clay', 'Bo Ek'] }, { title: 'Strings' }]);
  expect(papers).toHaveLength(2);
  expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toContain('unrecognized-line 5');
  expect(lines).toMatchObject({ paper: 2, unrecognized: 3 });
});

it('does not read a table of R whose columns one cannot tell apart', () => {
  const text =
    '# A tibble: 2 × 3\n  title         authors          year\n  <chr>         <chr>           <dbl>\n1 Folding Kites Ada Clay, Bo Ek  2024\n';
  expect(readListingNow(text).papers).toEqual([]);
});

const KITES = { title: 'Folding Kites', authors: ['Ada Clay', 'Bo Ek'], year: 2024 };
const STRINGS = { title: 'Strings over the city', authors: ['Cy Fox'], year: 2023 };

it.each([
  [
    'aligned with spaces',
    `Title                  Authors           Year
Folding Kites          Ada Clay, Bo Ek   2024
Strings over the city  Cy Fox            2023
`,
  ],
  [
    'printed by pandas',
    `                   title          authors  year
0          Folding Kites  Ada Clay, Bo Ek  2024
1  Strings over the city           Cy Fox  2023

[2 rows x 3 columns]
`,
  ],
  [
    'drawn by DuckDB, with types and sizes',
    `┌───────────────────────┬─────────────────┬────────────┐
│         title         │     authors     │    year    │
│        varchar        │     varchar     │   int32    │
├───────────────────────┼─────────────────┼────────────┤
│ Folding Kites         │ Ada Clay, Bo Ek │       2024 │
│           ·           │        ·        │          · │
│ Strings over the city │ Cy Fox          │       2023 │
├───────────────────────┴─────────────────┴────────────┤
│ 2 rows (2 shown)                           3 columns │
└──────────────────────────────────────────────────────┘
`,
  ],
  [
    'drawn by Polars, with types',
    `shape: (2, 3)
┌───────────────────────┬─────────────────┬──────┐
│ title                 ┆ authors         ┆ year │
│ ---                   ┆ ---             ┆ ---  │
│ str                   ┆ str             ┆ i64  │
╞═══════════════════════╪═════════════════╪══════╡
│ Folding Kites         ┆ Ada Clay, Bo Ek ┆ 2024 │
│ Strings over the city ┆ Cy Fox          ┆ 2023 │
└───────────────────────┴─────────────────┴──────┘
`,
  ],
  [
    'printed by R',
    `                  title         authors year
1         Folding Kites Ada Clay, Bo Ek 2024
2 Strings over the city          Cy Fox 2023
`,
  ],
  [
    'of reStructuredText, in which a row without a first cell goes on',
    `Papers
======

=====================  ========  ====
Title                  Authors   Year
=====================  ========  ====
Folding Kites          Ada Clay, 2024
                       Bo Ek
Strings over the city  Cy Fox    2023
=====================  ========  ====
`,
  ],
  [
    'with a grid, whose rows have several lines',
    `+---------------+-----------------+------+
| Title         | Authors         | Year |
+===============+=================+======+
| Folding Kites | Ada Clay, Bo Ek | 2024 |
+---------------+-----------------+------+
| Strings over  | Cy Fox          | 2023 |
| the city      |                 |      |
+---------------+-----------------+------+
`,
  ],
  [
    'that is drawn',
    `┌───────────────────────┬─────────────────┬──────┐
│ Title                 │ Authors         │ Year │
├───────────────────────┼─────────────────┼──────┤
│ Folding Kites         │ Ada Clay, Bo Ek │ 2024 │
│ Strings over the city │ Cy Fox          │ 2023 │
└───────────────────────┴─────────────────┴──────┘
`,
  ],
  [
    'of Org mode',
    `| Title | Authors | Year |
|-------+---------+------|
| [[https://example.org/kites][Folding Kites]] | Ada Clay, Bo Ek | 2024 |
| Strings over the city | Cy Fox | 2023 |
`,
  ],
  [
    'of Markdown without outer pipes',
    `Title | Authors | Year | Links
--- | --- | --- | ---
**Folding Kites** :star: | Ada Clay, Bo Ek | 2024 | [code](https://github.com/clay/kites), [DOI](https://doi.org/10.1000/kites.1)
Strings over the city | Cy Fox | 2023 | -
`,
  ],
])('reads a table %s', (_, text) => {
  expect(readListingNow(text).papers).toMatchObject([KITES, STRINGS]);
});

it.each([
  ['between delimiters', 'Kites ─ │ ┼', 'title,year\nKites ─ │ ┼,2024\n'],
  ['of Markdown', 'Kites ─ ┼', '| title | year |\n|---|---|\n| Kites ─ ┼ | 2024 |\n'],
])('keeps signs that draw tables in a cell %s', (_, title, text) => {
  expect(readListingNow(text).papers).toMatchObject([{ title, year: 2024 }]);
});

it.each([
  'Titel des Beitrags;Verfasser:innen;Publikationsjahr;Zeitschrift/Zeitung;Kurzfassung;DOI;Online-Adresse;Anzahl Zitate',
  "Titre de l'article;Auteur(s);Année de publication;Titre de la revue;Résumé;DOI;Adresse URL;Nombre de citations",
  'Título del artículo;Autor/es;Año de publicación;Nombre de la revista;Resumen;DOI;Dirección URL;Número de citas',
  'Título;Autores;Ano de publicação;Título do periódico;Resumo;DOI;Endereço eletrônico;Número de citações',
  "Titolo dell'articolo;Autori;Anno di pubblicazione;Rivista;Riassunto;DOI;Indirizzo web;Numero di citazioni",
  'Titel;Auteurs;Publicatiejaar;Tijdschrift;Samenvatting;DOI;Link;Aantal citaties',
  'Tytuł;Autorzy;Rok publikacji;Czasopismo;Streszczenie;DOI;Odnośnik;Liczba cytowań',
  'Název;Autoři;Rok vydání;Časopis;Abstrakt;DOI;Odkaz;Počet citací',
  'Titel;Författare;År;Tidskrift;Sammanfattning;DOI;Länk;Antal citeringar',
  'Başlık;Yazarlar;Yayın Yılı;Dergi;Özet;DOI;Bağlantı;Atıf Sayısı',
  'Название публикации;Авторы публикации;Год публикации;Название журнала;Реферат;DOI;Ссылка;Число цитирований',
  'Назва;Автори;Рік;Журнал;Анотація;DOI;Посилання;Кількість цитувань',
  '文献标题;作者全名;出版年;来源出版物名称;文摘;DOI;网址;被引用次数',
  '論文名稱;作者;發表年份;期刊名稱;摘要;DOI;連結;引用次數',
  '論文題目;執筆者;出版年;収録刊行物;要約;DOI;リンク;被引用回数',
  '논문명;저자명;발행년도;학술지명;국문초록;DOI;원문 링크;인용횟수',
  'Document title;Authors (full);Yr;Journal/Conference;Summary;Digital Object Identifier;Landing page;No. of citations',
])('knows the columns %s', (header) => {
  const row = 'Folding Kites;"Clay, Ada; Ek, Bo";2019;Kite Letters;Kites fold.;10.1000/k.1;https://example.org/1;1,014';
  const { papers } = readListingNow(`${header}\n${row}\n`);
  expect(papers).toEqual([
    {
      title: 'Folding Kites',
      abstract: 'Kites fold.',
      authors: ['Ada Clay', 'Bo Ek'],
      authorCount: 2,
      date: null,
      year: 2019,
      upvotes: null,
      venue: 'Kite Letters',
      doi: '10.1000/k.1',
      url: 'https://example.org/1',
      citationCount: 1014,
    },
  ]);
});

it('reports a row without its beginning, but not one without empty cells at its end', () => {
  const { papers, diagnostics, lines } = readListingNow(
    'Key,Title,Authors,Year,DOI,Note\n' +
      'a1,Folding Kites,"Clay, Ada",2019,10.1000/k.1,good\n' +
      'hts,"Moss, Tilda",2020,10.1000/k.2,good\n' +
      'a3,Round Kites,"Ek, Bo",n.d.\n' +
      'a4,Square Kites,"Fox, Cy",2021,10.1000/k.4,good\n',
  );
  expect(papers.map(({ title }) => title)).toEqual(['Folding Kites', 'Round Kites', 'Square Kites']);
  expect(diagnostics).toMatchObject([{ code: 'invalid-record', line: 3 }, {}]);
  expect(lines).toMatchObject({ paper: 3, unrecognized: 1 });
});

it('reports the end of a row of which nothing is known', () => {
  const { papers, diagnostics } = readListingNow(
    'Key,Title,Year,Date Added,Rights,Notes\na1,Folding Kites,2019,x,y,z\nd,y,good\na3,Round Kites,2020,x,y,z\n',
  );
  expect(papers.map(({ title }) => title)).toEqual(['Folding Kites', 'Round Kites']);
  const faults = diagnostics.filter(({ severity }) => severity !== 'info');
  expect(faults).toMatchObject([{ code: 'invalid-record', line: 3 }]);
});

it('reports rows of Markdown without their beginning or their end', () => {
  const { papers, diagnostics, lines } = readListingNow(
    '| Date | Title | Authors | PDF | Code |\n|---|---|---|---|---|\n' +
      'e Clay|[2609.12345](https://arxiv.org/abs/2609.12345)|null|\n' +
      'null|\n' +
      '7**|**Round Kites**|Bo Ek|[2609.12346](https://arxiv.org/abs/2609.12346)|null|\n' +
      '|2026-09-16|**Square Kites**|Cy F\n' +
      '|2026-09-15|**Flat Ki\n',
  );
  expect(papers.map(({ title }) => title)).toEqual(['Round Kites', 'Square Kites']);
  const cuts = diagnostics.filter(({ code }) => code === 'truncated-entry');
  expect(cuts.map(({ line }) => line)).toEqual([3, 4, 6, 7]);
  expect(lines).toMatchObject({ paper: 2, boilerplate: 2, unrecognized: 3 });
});

it('does not take names for a header, though EndNote calls a title T', () => {
  expect(formatsOf('Scopus\n\nMoss, T., Reed, A.B.\nFolding Kites\n')).toEqual([]);
});

it('reads a list of names in a cell', () => {
  const { papers } = readListingNow('| title | authors |\n|---|---|\n| Folding Kites | - Ada Clay<br>- Bo Ek |\n');
  expect(papers).toMatchObject([{ authors: ['Ada Clay', 'Bo Ek'] }]);
});

it('prefers the page of the title to that of the code', () => {
  const { papers } = readListingNow(
    'Paper | Links\n--- | ---\n[Folding Kites](https://example.org/kites) | [Code](https://github.com/clay/kites)\n',
  );
  expect(papers).toMatchObject([{ url: 'https://example.org/kites', githubUrl: 'https://github.com/clay/kites' }]);
});

it('finds the DOI and the address among links', () => {
  const links = '[code](https://github.com/clay/kites), [DOI](https://doi.org/10.1000/kites.1)';
  const { papers } = readListingNow(`Title | Links\n--- | ---\nFolding Kites | ${links}\n`);
  expect(papers).toMatchObject([
    { doi: '10.1000/kites.1', url: 'https://doi.org/10.1000/kites.1', githubUrl: 'https://github.com/clay/kites' },
  ]);
});

it('keeps long cells of an aligned table', () => {
  const abstract = 'Kites fly. '.repeat(400).trim();
  const { papers } = readListingNow(`Title          Abstract\nFolding Kites  ${abstract}\n`);
  expect(papers).toMatchObject([{ title: 'Folding Kites', abstract }]);
});

it('reports a line of text below an aligned table', () => {
  const { papers, diagnostics } = readListingNow('Title          Authors\nFolding Kites  Ada Clay\n\nThese are all.\n');
  expect(papers).toHaveLength(1);
  expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toContain('unrecognized-line 4');
});

it('reads a table below a byte order mark that was read as windows-1252', () => {
  const { papers, format } = readListingNow('ï»¿title,authors,year\nKites,Ada Clay,2024\n');
  expect(format).toBe('table');
  expect(papers).toMatchObject([{ title: 'Kites' }]);
});
