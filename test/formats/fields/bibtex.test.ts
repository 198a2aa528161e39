import { describe, expect, it } from 'vitest';
import { bibtexText } from '../../../src/formats/fields/bibtex-text.ts';
import { formatsOf, readListing } from '../../read-listing.ts';
import { read } from './read.ts';

const entry = (key: string, title: string, rest = '') =>
  `@article{${key},\n  title = {${title}},\n  year = 2024${rest}\n}\n`;

describe('BibTeX', () => {
  it.each([
    ['an entry on one line', '@misc{a, title = {Moths}}'],
    ['a quoted value and spaces around everything', ' @ Misc { a ,\n TITLE = "Moths" ,\n}'],
    ['parentheses', '@misc(a, title = "Moths (by {)} Ear", note = {)})'],
    ['an entry without a key', '@misc{title = {Moths}}'],
    ['a missing comma', '@misc{a, title = {Moths}\n year = 2024}'],
    ['a comment inside', '@misc{a,\n% title = {Bats},\n title = {Moths}}'],
    ['the brace on the next line', '@misc\n{a,\n title = {Moths}\n}'],
    ['comments and remarks before', '% Encoding: UTF-8\n\n@preamble{"\\newcommand{x}{y}"}\n@misc{a, title = {Moths}}'],
    ['CRLF', '@misc{a,\r\n  title = {Moths}\r\n}\r\n'],
  ])('reads an entry with %s', async (_form, text) => {
    const { titles, faults, format } = await read(text);
    expect(format).toBe('bibtex');
    expect(titles).toEqual([titles[0]?.startsWith('Moths') ? titles[0] : 'Moths']);
    expect(faults).toEqual([]);
  });

  it('reads entries that follow one another on a line', async () => {
    const { titles, starts } = await read(
      '@misc{a, title={A}} @misc{b, title={B}}\n@misc{c, title={C}},\n@misc{d, title={D}}',
    );
    expect(titles).toEqual(['A', 'B', 'C', 'D']);
    expect(starts).toEqual([1, 1, 2, 3]);
  });

  it('reads the key on the next line, as OpenReview writes it', async () => {
    const { papers, faults } = await read('@inproceedings{\nclay2024kites,\ntitle={Of kites},\nauthor={Ada Clay}\n}\n');
    expect(papers).toMatchObject([{ title: 'Of kites', authors: ['Ada Clay'] }]);
    expect(faults).toEqual([]);
  });

  it('joins pieces with # and replaces macros, known months and unknown names', async () => {
    const text =
      '@string{j = "Journal of "} @STRING(p = {Ponds})\n@article{a, title = {A}, journal = J # p # " and " # lakes}';
    expect((await read(text)).papers[0]?.venue).toBe('Journal of Ponds and lakes');
  });

  it('adds no more than a kilobyte of macros to a value', async () => {
    const macros = Array.from({ length: 40 }, (_, i) => `@string{m${i + 1} = m${i} # m${i}}`).join('\n');
    const { papers } = await read(`@string{m0 = "ha"}\n${macros}\n@misc{a, title = {A}, journal = m40 # m40}`);
    expect(papers[0]?.venue?.length).toBeLessThan(5000);
  });

  it('prefers the full name of a journal to its abbreviation', async () => {
    const { papers } = await read('@article{a, title = {Kites}, journal = {J. Kites}, fjournal = {Journal of Kites}}');
    expect(papers).toMatchObject([{ venue: 'Journal of Kites' }]);
  });

  it.each([
    ['{MAR 15}', '2024-03-15'],
    ['mar # "~15"', '2024-03-15'],
    ['{MAR-APR}', null],
  ])('reads the day in the month %s', async (month, date) => {
    const { papers } = await read(`@article{a, title = {Kites}, year = 2024, month = ${month}}`);
    expect(papers).toMatchObject([{ date }]);
  });

  it('reads a date from a month and a day, not from a month alone', async () => {
    const { papers } = await read(
      '@misc{a, title={A}, year=2024, month=feb}\n@misc{b, title={B}, year=2024, month={February}, day={5}}\n@misc{c, title={C}, date={2024-02}}',
    );
    expect(papers.map(({ date, year }) => date ?? year)).toEqual([2024, '2024-02-05', 2024]);
  });

  it('knows the macros for journals of astronomy', async () => {
    const { papers } = await read(
      '@article{a, title = {A}, journal = {\\apj}}\n@article{b, title = {B}, journal = {\\pond}}',
    );
    expect(papers.map(({ venue }) => venue)).toEqual(['Astrophysical Journal', '\\pond']);
  });

  it('keeps a macro that does not stand for a journal, even if it is the name of an object property', async () => {
    const { papers } = await read('@article{a,\n title={Kites},\n author={Ada Clay},\n journal={\\constructor}\n}\n');
    expect(papers[0]).toMatchObject({ title: 'Kites', venue: '\\constructor' });
  });

  it('skips proceedings, comments and settings', async () => {
    const { titles, faults, lines } = await read(
      `@proceedings{p,\n title = {All}\n}\n@IEEEtranBSTCTL{c, title = {x}}\n@Comment{jabref-meta: x;}\n${entry('a', 'Moths')}`,
    );
    expect([titles, faults]).toEqual([['Moths'], []]);
    expect(lines).toMatchObject({ paper: 4, boilerplate: 5, unrecognized: 0 });
  });

  it('reads the title and the date of the volume that an entry refers to, before or after it', async () => {
    const volume =
      '@proceedings{V1, title = {Moths 2022}, booktitle = {Proceedings of Moths}, year = 2022, month = may, day = 5}\n';
    const child = (key: string, rest = '') => `@inproceedings{${key}, title = {${key}}, crossref = {v1}${rest}}\n`;
    const { papers, faults } = await read(
      `${child('A')}${child('B', ', booktitle = {Other}, year = 2020')}${volume}${child('C', ', year = 2021')}@misc{d, title = {D}, crossref = {no}}`,
    );
    expect(faults).toEqual([]);
    expect(papers).toMatchObject([
      { title: 'A', venue: 'Proceedings of Moths', date: '2022-05-05' },
      { title: 'B', venue: 'Other', year: 2020 },
      { title: 'C', venue: 'Proceedings of Moths', year: 2021 },
      { title: 'D' },
    ]);
  });

  it('prefers the page of a paper to its file', async () => {
    const { papers } = await read(entry('a', 'Moths', ',\n pdf = {https://x.org/a.pdf},\n url = {https://x.org/a}'));
    expect(papers[0]?.url).toBe('https://x.org/a');
  });

  it('counts what programs write above the entries as boilerplate, unless it may be a paper', async () => {
    const { faults, lines } = await read(
      `Automatically generated by Kites 1.2.\nAny changes will be lost.\n\n${entry('a', 'Moths')}`,
    );
    expect([faults, lines.boilerplate, lines.unrecognized]).toEqual([[], 2, 0]);
    const other = await read(`Moss, T. Ponds. https://arxiv.org/abs/2405.01234\n${entry('a', 'Moths')}`);
    expect(other.faults).toEqual(['unrecognized-line 1']);
  });

  it('splits authors as BibTeX does', async () => {
    const authors = [
      'Moss, Tilda and van der Berg, Jr., Jan and Ann Reed',
      '{Pond and Lake Institute} and {Reed}, Ann B.',
      'Moss, Tilda and Ek, Bo and others',
      'Tilda Moss, Ann Reed, Bo Ek',
    ];
    const { papers } = await read(authors.map((names, i) => entry(`k${i}`, 'T', `,\n author = {${names}}`)).join(''));
    expect(papers.map((paper) => [paper.authorCount, paper.authors])).toEqual([
      [3, ['Tilda Moss', 'Jan van der Berg Jr.', 'Ann Reed']],
      [2, ['Pond and Lake Institute', 'Ann B. Reed']],
      [null, ['Tilda Moss', 'Bo Ek']],
      [3, ['Tilda Moss', 'Ann Reed', 'Bo Ek']],
    ]);
  });

  it('reports an entry without a title', async () => {
    const { titles, faults, lines } = await read(
      `@misc{a,\n  url = {https://example.org/a}\n}\n${entry('b', 'Moths')}`,
    );
    expect([titles, faults]).toEqual([['Moths'], ['missing-title 1']]);
    expect(lines).toMatchObject({ unrecognized: 3, paper: 4 });
  });
});

describe('damaged BibTeX', () => {
  const three = (damaged: string) => `${entry('a', 'A')}${damaged}${entry('c', 'C')}`;

  it.each([
    [
      'an unclosed brace',
      '@misc{b,\n  title = {The {B},\n  author = {Ek, Bo}\n}\n',
      ['A', 'The B', 'C'],
      'truncated-entry 6',
    ],
    ['an unclosed quote', '@misc{b,\n  title = "B,\n  note = "n"\n}\n', ['A', 'B', 'C'], 'damaged-field 6'],
    ['an extra brace', '@misc{b,\n  year = {2024}},\n  title = {B}\n}\n', ['A', 'B', 'C'], 'damaged-field 6'],
    ['no closing brace', '@misc{b,\n  title = {B}\n', ['A', 'B', 'C'], 'truncated-entry 6'],
    ['no first line', '  title = {B},\n  year = 2024\n}\n', ['A', 'B', 'C'], 'damaged-field 5'],
    ['junk between fields', '@misc{b,\n  ???,\n  title = {B}\n}\n', ['A', 'B', 'C'], 'damaged-field 6'],
    ['junk between entries', 'What is this?\nAnd this?\n', ['A', 'C'], 'unrecognized-line 5'],
    [
      'two entries run together',
      '@misc{b,\n  title = {B},\n  year = 2024,\n  title = {D}\n}\n',
      ['A', 'B', 'C'],
      'damaged-field 8',
    ],
  ])('keeps the entries around an entry with %s, and reports it once', async (_damage, damaged, titles, faults) => {
    const reading = await read(three(damaged));
    expect(reading.titles).toEqual(titles);
    expect(reading.faults).toEqual([faults]);
  });

  it('reports the entry and the position', async () => {
    const { diagnostics } = await readListing(three('@misc{moss24,\n  year = 2024, title = "B,\n  note = {n}\n}\n'));
    expect(diagnostics.find(({ severity }) => severity === 'warning')).toMatchObject({
      message: '@misc moss24: unterminated value',
      line: 6,
      column: 24,
    });
  });

  it('counts the line above the brace as part of the entry', async () => {
    const { diagnostics, starts, lines } = await readListing('@misc\n{moss24,\n title = {B},\n year = "2024\n}\n');
    expect(starts).toEqual([1]);
    expect(lines).toMatchObject({ total: 5, paper: 5 });
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'damaged-field', line: 4, column: 9 }));
  });

  it('keeps the entries before the end of truncated text', async () => {
    const { papers, faults } = await read(`${entry('a', 'A')}@misc{b,\n  title = {B},\n  abstract = {Half of an abs`);
    expect(papers).toMatchObject([{ title: 'A' }, { title: 'B', abstract: null }]);
    expect(faults).toEqual(['truncated-entry 7']);
  });

  it('recognizes BibTeX that begins in the middle of an entry', () => {
    expect(formatsOf(`  and half of an abstract},\n  year = 2024\n}\n${entry('b', 'B')}`)).toEqual(['bibtex']);
  });

  it('is not JSON if a text begins with "Title:"', () => {
    expect(formatsOf(`@misc{a,\n  title = {Moths},\n  abstract = {Title: none. Authors: none.},\n}\n`)).toEqual([
      'bibtex',
    ]);
  });

  it('gives up an entry that never ends after a megabyte, and continues at the next one', async () => {
    const { titles, faults } = await read(
      `@misc{a,\n  title = {A},\n  note = {${'words and words\n'.repeat(80_000)}\n${entry('b', 'B')}`,
    );
    expect([titles, faults.filter((code) => code.startsWith('truncated'))]).toEqual([
      ['A', 'B'],
      ['truncated-entry 3'],
    ]);
  });
});

describe('text that is not BibTeX', () => {
  it.each([
    'A list of papers\n\n- [Moths](https://arxiv.org/abs/2405.01234), Moss\n- [Bats](https://arxiv.org/abs/2405.01235)\n- More\n- And\n\n@misc{a,\n  title = {A}\n}\n',
    'Mail me@example.org {now}',
    '{"@type{x": "title = {y}"}',
  ])('is not read as BibTeX: %s', (text) => {
    expect(formatsOf(text)).not.toContain('bibtex');
  });
});

describe('bibtexText', () => {
  it.each([
    ['{T}iny {{BERT}}', 'Tiny BERT'],
    [
      `{\\'E}tudes, M{\\"u}ller, Ho\\v{r}ava, \\c{C}a{\\u g}r{\\i}, \\'{\\i}, \\O{}rsted, Stra\\ss e`,
      'Études, Müller, Hořava, Çağrı, í, Ørsted, Straße',
    ],
    ['Nguy{\\~{\\^e}}n and {\\~{\\^{e}}}', 'Nguyễn and ễ'],
    ['$E = mc^{2}$ and $\\mathcal{L}$', '$E = mc^{2}$ and $\\mathcal{L}$'],
    [String.raw`\${\textbackslash}mathcal\{L\}\$ is 10{\textasciicircum}6`, String.raw`$\mathcal{L}$ is 10^6`],
    ['5\\% of \\#1 \\& more\\_or\\_less for \\$3', '5% of #1 & more_or_less for $3'],
    ["{``}so{''} ``it'' `is' {'}now{'}", "“so” “it” ‘is’ 'now'"],
    ['a--b, c---d, {--}, ----', 'a–b, c—d, –, ----'],
    ['Fig.~3 and ~50 km, {\\textasciitilde}50', 'Fig. 3 and ~50 km, ~50'],
    ['{\\em so} \\emph{much} {\\it more} \\textsc{than} H\\textsubscript{2}O', 'so much more than H2O'],
    ['\\textcommabelow{s}i \\ensuremath{\\lambda}-calculus', '\u0219i $\\lambda$-calculus'],
    ['\\foo{bar} {\\lambda} \\frac{1}{2}x{y}', '\\foo{bar} \\lambda \\frac{1}{2}xy'],
    ['see \\url{https://a.b/~c_d} or \\href{https://x.y}{here}', 'see https://a.b/~c_d or here'],
    ['one\\\\two\\ three\\,four{\\ldots}', 'one two three four…'],
    ['} unbalanced {', ' unbalanced '],
  ])('reads %s', (value, text) => {
    expect(bibtexText(value)).toBe(text);
  });
});

it('leaves hyphens as they are in BibTeX that escapes the TeX of its source', () => {
  expect(bibtexText("Erd{\\textbackslash}H\\{o\\}s--R{\\textbackslash}'enyi")).toBe("Erd\\H{o}s--R\\'enyi");
  expect(bibtexText('Moths -- and bats')).toBe('Moths – and bats');
});

it('reads the escaped characters of a DOI', async () => {
  const doi = '10.1000/a\\_b{\\textless}1::AID{\\textgreater}2';
  const { papers } = await read(entry('a', 'Moths', `,\n  doi = {${doi}}`));
  expect(papers[0]?.doi).toBe('10.1000/a_b<1::AID>2');
});
