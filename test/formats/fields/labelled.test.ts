import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';
import { takesLessThan } from '../../support/work.ts';

const read = (text: string) => readListingNow(text);

interface Sample {
  readonly title: string;
  readonly author: string;
  readonly id: string;
  readonly date: string;
  readonly abstract: string;
  readonly comment: string | null;
}

const word = fc.constantFrom(
  ...'moths kites ponds and lanterns of a small model fold 41 times: twice, $x_1$ (again)'.split(' '),
);
const words = fc.array(word, { minLength: 3, maxLength: 30 }).map((list) => list.join(' '));
const sample: fc.Arbitrary<Sample> = fc.record({
  title: words.map((text) => `Of ${text}`),
  author: fc.constantFrom('Ada Clay', 'Bo van der Ek', 'Cy F. Fox-Gold'),
  id: fc.integer({ min: 10000, max: 99999 }).map((number) => `2601.${number}`),
  date: fc.constantFrom('2026-01-02', '2026-01-13'),
  abstract: fc
    .array(words, { minLength: 1, maxLength: 4 })
    .map((sentences) => sentences.map((text) => `We ${text}.`).join(' ')),
  comment: fc.option(words.map((text) => `Has ${text}`)),
});

/** How a listing is printed. */
const style = fc.record({
  separator: fc.constantFrom('---', '***', '==========', '[#]', '', '\n'),
  wrap: fc.constantFrom(30, 79, 1000),
  hang: fc.constantFrom('', '  ', '\t', '      '),
  label: fc.constantFrom(
    (name: string) => `${name}: `,
    (name: string) => `${name} : `,
    (name: string) => `**${name}:** `,
    (name: string) => `**${name}**: `,
    (name: string) => `- ${name}: `,
    (name: string) => `* **${name}:** `,
    (name: string) => `${name.toUpperCase()}: `,
    (name: string) => `> ${name}: `,
  ),
  id: fc.constantFrom(
    (id: string) => id,
    (id: string) => `arXiv:${id}`,
    (id: string) => `https://arxiv.org/abs/${id}v2`,
    (id: string) => `[${id}](https://arxiv.org/pdf/${id})`,
  ),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
});
type Style = typeof style extends fc.Arbitrary<infer Value> ? Value : never;

function wrapped(text: string, width: number, hang: string, quote: string): string {
  const lines: string[] = [];
  let line = '';
  for (const each of text.split(' ')) {
    if (line !== '' && line.length + each.length > width) {
      lines.push(line);
      line = quote + hang + each;
    } else line = line === '' ? each : `${line} ${each}`;
  }
  return [...lines, line].join('\n');
}

function print(papers: readonly Sample[], { separator, wrap, hang, label, id, order }: Style): string {
  const quote = label('x').startsWith('>') ? '> ' : '';
  const blocks = papers.map((paper, index) => {
    const fields = [
      label('Title') + paper.title,
      label('Authors') + paper.author,
      label('arXiv') + id(paper.id),
      label('Date') + paper.date,
      label('Abstract') + paper.abstract,
      paper.comment === null ? '' : label('Comments') + paper.comment,
    ];
    const block = order.map((field) => fields[field] ?? '').filter((field) => field !== '');
    return `${block.map((field) => wrapped(field, wrap, hang, quote)).join('\n')}\n${separator.replace('#', String(index + 2))}\n`;
  });
  return blocks.join('');
}

describe('labelled blocks', () => {
  it('reads blocks back however they are printed', () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 3, maxLength: 8 }), style, (papers, printed) => {
        const text = print(papers, printed);
        const reading = read(text);
        expect(reading.format).toBe('labelled');
        expect(reading.papers).toEqual(
          papers.map(({ author, comment, id, ...paper }) => ({
            ...paper,
            id,
            url: `https://arxiv.org/abs/${id}`,
            authorCount: 1,
            upvotes: null,
            authors: [author],
            ...(comment !== null && { authorComment: comment }),
          })),
        );
        expect(reading.lines.unrecognized).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('reads blocks with blank lines between their fields', () => {
    const { papers } = read(
      'Title: One\n\nAuthor: A. Clay\n\nAbstract: First.\n\nTitle: Two\n\nAuthor: B. Ek\n\narXiv: 2601.01234\n\nAbstract: Second.\n',
    );
    expect(papers).toMatchObject([
      { title: 'One', abstract: 'First.', authors: ['A. Clay'] },
      { title: 'Two', abstract: 'Second.', authors: ['B. Ek'], id: '2601.01234' },
    ]);
  });

  it('keeps parts of an abstract that look like labels', () => {
    const { papers } = read(
      'Title: One\nAuthor: A. Clay\nAbstract: Background: dark.\nMethods: light.\nConclusions: day.\nCode: on request\n' +
        'Comments: 3 pages\n---\nTitle: Two\nAuthor: B. Ek\nAbstract: Text.\nComments: 4 pages\n---\n',
    );
    expect(papers[0]).toMatchObject({
      abstract: 'Background: dark. Methods: light. Conclusions: day. Code: on request',
      authorComment: '3 pages',
    });
  });

  it('separates the blocks of two files that were joined at a rule', () => {
    const blocks = ['One', 'Two', 'Three'].map(
      (title, at) => `Title: ${title}\nAuthors: Ada Clay\nDate: 2026-01-0${at + 1}\n`,
    );
    const file = blocks.join('---\n');
    const { papers, diagnostics } = read(`${file}\n${file}`);
    const titles = ['One', 'Two', 'Three'];
    expect(papers.map(({ title }) => title)).toEqual([...titles, ...titles]);
    expect(diagnostics).toEqual([]);
  });

  it('takes little time for a run of asterisks before a label', () => {
    // The time would double with each asterisk if a pair could also be read as two single ones.
    const text = `1. **Title:** One\n   **Author:** Ada Clay\n   ${'*'.repeat(42)}Link:** x\n\n2. **Title:** Two\n   **Author:** Bo Ek\n`;
    const readTitles = () => expect(read(text).papers.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(takesLessThan(500, readTitles)).toBe(true);
  });

  it('reads a line that stands there twice once', () => {
    const { papers } = read(
      'Title: One\nAuthors: Ada Clay, Bo Ek\nAuthors: Ada Clay, Bo Ek\nAbstract: We fly\nAbstract: We fly\nkites.\n\n' +
        'Title: Two\nAuthors: Cy Fox\nAbstract: Text.\n',
    );
    expect(papers).toMatchObject([
      { title: 'One', authors: ['Ada Clay', 'Bo Ek'], abstract: 'We fly kites.' },
      { title: 'Two', authors: ['Cy Fox'], abstract: 'Text.' },
    ]);
  });

  it('reports a block without a title, and keeps the others', () => {
    const { papers, diagnostics, lines } = read(
      'Title: One\nAuthor: A. Clay\nAbstract: Text.\n---\nAuthor: B. Ek\nAbstract: Text.\n---\nTitle: Three\nAuthor: C. Fox\nAbstract: Text.\n',
    );
    expect(papers.map(({ title }) => title)).toEqual(['One', 'Three']);
    expect(diagnostics).toMatchObject([{ code: 'missing-title', line: 5 }, { code: 'fields-read' }]);
    expect(lines.unrecognized).toBe(2);
  });

  it('recognizes blocks after the headers of a mail', () => {
    const { papers } = read(
      'From: a@example.org\nTo: b@example.org\nSubject: papers\nDate: Tue, 7 May 2024 00:11:12 +0000\n\n' +
        'Title: One\nAuthor: A. Clay\nAbstract: Text.\n\nTitle: Two\nAuthor: B. Ek\nAbstract: Text.\n',
    );
    expect(papers.map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  it('recognizes blocks that end in a date or a rule within a mail', () => {
    const { papers, diagnostics, lines } = read(
      'From: a@example.org\nTo: b@example.org\nSubject: papers\nDate: Tue, 7 May 2024 00:11:12 +0000\n\nHere:\n\n' +
        '```text\nTitle: One\nAuthor: A. Clay\nDate: 2024-03-04\n---\nTitle: Two\nAuthor: B. Ek\nDate: 2024-03-05\n```\n\n' +
        '-- \nAda Clay\nBarn 3\n',
    );
    expect(papers).toMatchObject([
      { title: 'One', authors: ['A. Clay'], date: '2024-03-04' },
      { title: 'Two', authors: ['B. Ek'], date: '2024-03-05' },
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['fields-read']);
    expect(lines).toMatchObject({ paper: 6, unrecognized: 0 });
  });

  it('reports text below the last block and adds none of it to the block', () => {
    const text = 'Title: One\nAuthor: A. Clay\n\n\nTitle: Two\nDate: 2024-03-05\n\nSeen with\nAda Clay\nBarn 3\n';
    const { papers, diagnostics, lines } = read(text);
    expect(papers).toMatchObject([{ title: 'One' }, { title: 'Two', date: '2024-03-05' }]);
    expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toContain('unrecognized-line 8');
    expect(lines).toMatchObject({ paper: 4, unrecognized: 3 });
  });

  it.each([
    ['prose', 'Title: none\nNothing else is here.\n'],
    ['an entry of arXiv', '\\\\\narXiv:2403.00001\nDate: Mon, 4 Mar 2024\n\nTitle: A\nAuthors: B\n\\\\\n  Text.\n'],
    ['notes', 'Author: me\nDate: 2024-01-02\n\nBuy milk.\n'],
    ['settings', 'name: offprint\nversion: 3\ndescription: none\n'],
  ])('does not read %s as labelled blocks', (_, text) => {
    expect(read(text).format).not.toBe('labelled');
  });

  const START = 'Title: One\nAuthor: A. Clay\nAbstract: Text.\n---\n';
  it.each([
    'Title: x\n',
    'Title:\n',
    '**Title:',
    '---\n',
    '> ',
    '> Title: x\n',
    '*_`',
    'a: b\n',
    '1. ',
    '\n',
    'x: ',
    '[a](http://b) ',
  ])('reads blocks after a long run of %j in little time', (piece) => {
    const text = START + piece.repeat(300_000 / piece.length);
    expect(takesLessThan(2_000, () => read(text))).toBe(true);
  });
});

describe('layouts of labelled blocks', () => {
  const block = (title: string, more: string) =>
    `Title: ${title}\nAuthors: Ada Clay\n${more}Abstract: Kites are\n  flown.\n`;

  it("reads arXiv's line of subjects", () => {
    const more = 'Subjects: Machine Learning (cs.LG); Applications (stat.AP)\n';
    const { format, papers } = read(`${block('Of kites', more)}---\n${block('Of ponds', '')}`);
    expect(format).toBe('labelled');
    expect(papers).toMatchObject([
      { title: 'Of kites', categories: ['cs.LG', 'stat.AP'] },
      { title: 'Of ponds', abstract: 'Kites are flown.' },
    ]);
  });

  it('reads an address after the abstract even if few other blocks have one', () => {
    const others = Array.from({ length: 20 }, (_, index) => block(`Of ${index} ponds`, '')).join('---\n');
    const { papers } = read(`${others}---\n${block('Of kites', '')}Link: https://arxiv.org/abs/2601.06661\n`);
    expect(papers.at(-1)).toMatchObject({ abstract: 'Kites are flown.', id: '2601.06661' });
    const subject = `${others}---\nTitle: Of kites\nSubjects: Applications (stat.AP)\nAuthors: Ada Clay\n`;
    expect(read(subject).papers.at(-1)).toMatchObject({ title: 'Of kites', categories: ['stat.AP'] });
  });

  it('removes emphasis from titles', () => {
    const titles = ['**Of kites**', '*Of ponds*', '__Fog__: a study', '`Mist`', 'Of $a*b*c$ and x_i'];
    const { papers } = read(
      titles.map((title) => `Title: ${title}\nAuthors: Ada Clay\narXiv: 2601.06661\n`).join('\n'),
    );
    expect(papers.map(({ title }) => title)).toEqual([
      'Of kites',
      'Of ponds',
      'Fog: a study',
      'Mist',
      'Of $a*b*c$ and x_i',
    ]);
  });

  it('recognizes labels in capitals and with a semicolon', () => {
    const one = 'Title: Of kites\nAuthors: Ada Clay\nComments: 3 pages\nTL;DR: Kites fly.\narXiv: 2601.06661\n';
    expect(read(`${one}---\n${one.replace('kites', 'ponds')}`).papers).toMatchObject([
      { title: 'Of kites', authorComment: '3 pages', abstract: null },
      { title: 'Of ponds', authorComment: '3 pages', abstract: null },
    ]);
  });

  it('recognizes labels in English and Chinese', () => {
    const one =
      'Title-题名: 风筝研究\nAuthor-作者: 李伟;王芳;\nSource-文献来源: 风筝学报\nPubTime-发表时间: 2021-05-12\n';
    expect(read(`${one}\n${one.replace('研究', '史')}`).papers).toMatchObject([
      { title: '风筝研究', authors: ['李伟', '王芳'], venue: '风筝学报', date: '2021-05-12' },
      { title: '风筝史' },
    ]);
  });

  it('reads one name a line, and ends them at a label that is seldom', () => {
    const one = 'Title: Of kites\nAuthors: Clay, Ada\nEk, Bo B.\nAuthor affiliation: Kite Institute\nYear: 2020\n';
    const { papers } = read(`${one}\nTitle: Of moths\nAuthors: Fox, Cy\nYear: 2021\n`);
    expect(papers).toMatchObject([{ authors: ['Ada Clay', 'Bo B. Ek'], year: 2020 }, { authors: ['Cy Fox'] }]);
  });

  it('recognizes labels in braces, also those that only one block has', () => {
    const text =
      '{Reference Type}: Journal Article\n{Title}: 风筝研究\n{Author}: 李伟\n{Author}: 王芳\n{Author Address}: 风筝大学\n' +
      '{Journal}: 风筝学报\n{Year}: 2021\n{Abstract}: 风筝会飞。\n{ISBN/ISSN}: 1234-5678\n{DOI}: 10.1000/k.1\n\n' +
      '{Reference Type}: Journal Article\n{Title}: 风筝史\n{Author}: 李伟\n{Year}: 2022\n';
    const { format, papers, diagnostics } = readListingNow(text);
    expect(format).toBe('labelled');
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(papers).toMatchObject([
      { title: '风筝研究', authors: ['李伟', '王芳'], venue: '风筝学报', abstract: '风筝会飞。', doi: '10.1000/k.1' },
      { title: '风筝史', authors: ['李伟'], year: 2022 },
    ]);
  });

  it('reads a label in letters of another script before those that decide how labels are written', () => {
    const one = 'DataType: 1\nTitle-题名: 风筝研究\nAuthor-作者: 李伟\nPageCount-页数: 7\n';
    const { papers, diagnostics } = read(`${one}\n${one.replace('研究', '史')}`);
    expect(papers).toMatchObject([{ title: '风筝研究' }, { title: '风筝史' }]);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('reads the list that Python prints of the authors', () => {
    const one =
      "Title: Of kites\nAuthors: [arxiv.Result.Author('Ada Clay'), arxiv.Result.Author('Bo Ek')]\narXiv: 2601.06661\n";
    expect(read(`${one}---\n${one}`).papers[1]).toMatchObject({ authors: ['Ada Clay', 'Bo Ek'] });
  });
});

describe('labels without colons', () => {
  const expected = [
    { title: 'Of kites', authors: ['Ada Clay', 'Bo Ek'], date: '2024-05-06', id: '2405.01234' },
    { title: 'Of moths', authors: ['Cy Fox'], date: '2024-05-07', id: '2405.01235' },
  ];

  it.each([
    [
      "PostgreSQL's client",
      '-[ RECORD 1 ]------\ntitle   | Of kites\nauthors | Ada Clay, Bo Ek\ndate    | 2024-05-06\nid      | 2405.01234\n' +
        '-[ RECORD 2 ]------\ntitle   | Of moths\nauthors | Cy Fox\ndate    | 2024-05-07\nid      | 2405.01235\n',
    ],
    [
      'Spark',
      '-RECORD 0------\n title   | Of kites         \n authors | Ada Clay, Bo Ek  \n date    | 2024-05-06\n id      | 2405.01234\n' +
        '-RECORD 1------\n title   | Of moths         \n authors | Cy Fox           \n date    | 2024-05-07\n id      | 2405.01235\n',
    ],
    [
      "ClickHouse's client, with colons",
      'Row 1:\n──────\ntitle:   Of kites\nauthors: Ada Clay, Bo Ek\ndate:    2024-05-06\nid:      2405.01234\n\n' +
        'Row 2:\n──────\ntitle:   Of moths\nauthors: Cy Fox\ndate:    2024-05-07\nid:      2405.01235\n',
    ],
    [
      "SQLite's client",
      '  title = Of kites\nauthors = Ada Clay, Bo Ek\n   date = 2024-05-06\n     id = 2405.01234\n\n' +
        '  title = Of moths\nauthors = Cy Fox\n   date = 2024-05-07\n     id = 2405.01235\n',
    ],
    [
      'TOML',
      '[[papers]]\ntitle = "Of kites"\nauthors = ["Ada Clay", "Bo Ek"]\ndate = 2024-05-06\nid = "2405.01234"\n\n' +
        '[[papers]]\ntitle = "Of moths"\nauthors = ["Cy Fox"]\ndate = 2024-05-07\nid = "2405.01235"\n',
    ],
    [
      'Miller',
      'title   Of kites\nauthors Ada Clay, Bo Ek\ndate    2024-05-06\nid      2405.01234\n\n' +
        'title   Of moths\nauthors Cy Fox\ndate    2024-05-07\nid      2405.01235\n',
    ],
    [
      "MySQL's client, with colons",
      '*************************** 1. row ***************************\n  title: Of kites\nauthors: Ada Clay, Bo Ek\n' +
        '   date: 2024-05-06\n     id: 2405.01234\n*************************** 2. row ***************************\n' +
        '  title: Of moths\nauthors: Cy Fox\n   date: 2024-05-07\n     id: 2405.01235\n2 rows in set (0.00 sec)\n',
    ],
  ])('are read from %s', (_, text) => {
    const { format, papers, diagnostics } = read(text);
    expect(format).toBe('labelled');
    expect(papers).toMatchObject(expected);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('are not read from the settings of a program, or from prose', () => {
    for (const text of [
      "project = 'Kites'\nauthor = 'Ada Clay'\ntitle = 'The manual'\nrelease = '1.0'\n",
      'What is a\ntitle of a paper, and whether the\nabstract is read before the\nauthors are known.\n',
    ])
      expect(read(text).format).not.toBe('labelled');
  });

  it('are read from Ovid, with the value below the label', () => {
    const { format, papers } = read(
      '<1>\nUnique Identifier\n  39000001\nTitle\n  Of kites.\nSource\n  Kite Letters. 12(3):1-9, 2024 May 06.\nAuthors\n' +
        '  Clay A; Ek B\nAuthors Full Name\n  Clay, Ada; Ek, Bosse.\nAbstract\n  BACKGROUND: Kites fly.\n\n  RESULTS: All.\n' +
        'Link to the Ovid Full Text or citation\n  https://example.org/1\nYear of Publication\n  2024\n\n' +
        '<2>\nUnique Identifier\n  39000002\nTitle\n  Of moths.\nAuthors\n  Fox C\nYear of Publication\n  2023\n',
    );
    expect(format).toBe('labelled');
    expect(papers).toMatchObject([
      {
        title: 'Of kites',
        abstract: 'BACKGROUND: Kites fly. RESULTS: All.',
        authors: ['Ada Clay', 'Bosse Ek'],
        venue: 'Kite Letters',
        year: 2024,
      },
      { title: 'Of moths', authors: ['C Fox'], year: 2023 },
    ]);
  });

  it('are read from Embase, with one name a line and values in capitals', () => {
    const { format, papers } = read(
      'RECORD 1\nTITLE\nOF KITES\nAUTHOR NAMES\nClay A.\nvan der Ek B.\nSOURCE\nKite Letters (2024) 12:3 (1-9).\nABSTRACT\n' +
        'Kites fly.\nDOI\n10.1000/kite.1\n\nRECORD 2\nTITLE\nOf moths\nAUTHOR NAMES\nFox C.\nABSTRACT\nMoths do.\n',
    );
    expect(format).toBe('labelled');
    expect(papers).toMatchObject([
      { title: 'OF KITES', authors: ['A. Clay', 'B. van der Ek'], venue: 'Kite Letters', doi: '10.1000/kite.1' },
      { title: 'Of moths', authors: ['C. Fox'], abstract: 'Moths do.' },
    ]);
  });

  it('are read from AMiner', () => {
    const { format, papers } = read(
      '#*Of kites\n#@Ada Clay,Bo Ek\n#t2024\n#cKite Letters\n#index1\n#%2\n#!Kites fly.\n\n#*Of moths\n#@Cy Fox\n#t2023\n#index2\n',
    );
    expect(format).toBe('labelled');
    expect(papers).toMatchObject([
      { title: 'Of kites', authors: ['Ada Clay', 'Bo Ek'], year: 2024, venue: 'Kite Letters', abstract: 'Kites fly.' },
      { title: 'Of moths', authors: ['Cy Fox'], year: 2023 },
    ]);
  });
});

describe('objects in YAML', () => {
  it('are read as authors, dates and journals', () => {
    const { format, papers, diagnostics } = read(
      'references:\n- id: clay\n  title: Of kites\n  author:\n  - family: Clay\n    given: Ada\n  - family: Ek\n    given: Bo\n' +
        '    non-dropping-particle: van der\n  issued:\n    year: 2024\n    month: 5\n    day: 6\n  accessed:\n    year: 2025\n' +
        '  parent:\n    title: Kite Letters\n    volume: 12\n  DOI: 10.1000/kite.1\n' +
        '- id: fox\n  title: Of moths\n  author:\n    - name: Cy Fox\n      affiliation: Pond\n      roles:\n        - flyer\n' +
        '    - name: Di Gnu\n  issued:\n  - year: 2023\n',
    );
    expect(format).toBe('labelled');
    expect(papers).toMatchObject([
      {
        title: 'Of kites',
        authors: ['Ada Clay', 'Bo van der Ek'],
        date: '2024-05-06',
        venue: 'Kite Letters',
        doi: '10.1000/kite.1',
      },
      { title: 'Of moths', authors: ['Cy Fox', 'Di Gnu'], year: 2023 },
    ]);
    expect(papers).toHaveLength(2);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('end where the name of the next paper stands', () => {
    const { papers } = read(
      'kites:\n  title: Of kites\n  authors: Ada Clay\n  arxiv: 2405.01234\nmoths:\n  title: Of moths\n  authors: Cy Fox\n  arxiv: 2405.01235\n',
    );
    expect(papers).toMatchObject([
      { title: 'Of kites', id: '2405.01234' },
      { title: 'Of moths', id: '2405.01235' },
    ]);
  });
});

describe('labelled values', () => {
  it('are read with two colons and links between notes', () => {
    const { papers } = read(
      'title:: Of kites\nauthors:: [[Ada Clay]], [[people/bo|Bo Ek]]\nyear:: 2024\nabstract:: Kites fly.\n',
    );
    expect(papers).toMatchObject([
      { title: 'Of kites', authors: ['Ada Clay', 'Bo Ek'], year: 2024, abstract: 'Kites fly.' },
    ]);
  });

  it('are read without the quotes and the end mark of YAML', () => {
    const { papers } = read("---\ntitle: 'Kites aren''t birds'\nauthors: Ada Clay\nyear: 2024\n...\n");
    expect(papers).toMatchObject([{ title: "Kites aren't birds", year: 2024 }]);
  });

  it('end at a number behind a rare label', () => {
    const one = 'Title: Of kites\nAuthors: Ada Clay\nAbstract: Kites fly.\n';
    const { papers } = read(`${one}ISSN: 1234-567X\n\n${one}\n${one}`);
    expect(papers[0]).toMatchObject({ abstract: 'Kites fly.' });
  });

  it('come several times, with parts of their own between them', () => {
    const { papers, diagnostics } = read(
      'Template-Type: ReDIF-Paper 1.0\nAuthor-Name: Ada Clay\nAuthor-Workplace-Name: Pond\nAuthor-Name: Bo Ek\nTitle: Of kites\n' +
        'Creation-Date: 2024-05\n\nTemplate-Type: ReDIF-Paper 1.0\nAuthor-Name: Cy Fox\nTitle: Of moths\nCreation-Date: 2023-01\n',
    );
    expect(papers).toMatchObject([{ authors: ['Ada Clay', 'Bo Ek'], year: 2024 }, { authors: ['Cy Fox'] }]);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('items of a list after the blocks', () => {
  const blocks = 'Title: Of kites\nAuthors: Ada Clay\nAbstract: We fold.\n\nTitle: Of moths\nAuthors: Bo Ek\n';
  const items = '- [Of ponds](https://arxiv.org/abs/2401.00003)\n- [Of newts](https://arxiv.org/abs/2401.00004)\n';

  it.each([
    ['directly', '\n', 8],
    ['below a heading', '\n## More\n\n', 10],
  ])('are reported, and change nothing about the lines of the blocks: %s', (_, between, line) => {
    const { papers, diagnostics, lines } = read(blocks + between + items);
    expect(papers.map(({ title }) => title)).toEqual(['Of kites', 'Of moths']);
    expect(lines).toMatchObject({ paper: 5, unrecognized: 2 });
    expect(diagnostics.find(({ code }) => code === 'unrecognized-line')).toMatchObject({ line });
  });
});
