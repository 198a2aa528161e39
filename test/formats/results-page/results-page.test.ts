import { describe, expect, it } from 'vitest';
import { formatsOf, readListingNow } from '../../read-listing.ts';

const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

const MOTHS = [
  'Counting moths in dark barns',
  'A Clay, B Ek, C Fox… - Journal of Barns, 2024 - Elsevier',
  'We count moths in dark barns with a lamp …',
];
const KITES = ['Kites over ponds', 'C Fox - 2019 - Pond Press', 'Kites are flown over ponds …'];
const BUTTONS = 'Save Cite Cited by 34 Related articles All 5 versions ';

const NEWTS = [
  'Do newts sleep at noon?',
  'Clay A, Ek B.',
  'Newt Lett. 2019 Mar 4;3(2):1-2. doi: 10.1000/newt.1.',
  'PMID: 30123456 Free PMC article. Review.',
  'Newts were watched at ... noon for a year.',
];
const FROGS = [
  'A frog in a lantern: three cases.',
  'Fox C, van der Gold D.',
  'Lamp Med. 2020 Jan;7:3-9.',
  'PMID: 31234567',
  'Frogs sit in lanterns. They stay there for a night.',
];
const numbered = (number: number) => [`${number}`, 'Cite', 'Share'];

/** What is read of a text, which must be recognized. */
function read(...lines: readonly string[]) {
  const printed = text(...lines);
  expect(formatsOf(printed)).toEqual(['results-page']);
  const { papers, diagnostics, lines: account } = readListingNow(printed);
  return { papers, diagnostics: diagnostics.map(({ line, code }) => `${line} ${code}`), account };
}

const titles = ({ papers }: ReturnType<typeof read>) => papers.map(({ title }) => title);

describe('results of Google Scholar', () => {
  it.each([
    ['in English', BUTTONS, 34],
    ['with ornaments', '☆ Save ”” Cite Cited by 34 Related articles All 5 versions »', 34],
    ['with the number of a thousand', 'Save Cite Cited by 1,021 Related articles', 1021],
    ['in German', '☆ Speichern "" Zitieren Zitiert von: 34 Ähnliche Artikel Alle 5 Versionen', 34],
    ['in Spanish', 'Guardar Citar Citado por 34 Artículos relacionados Las 5 versiones', 34],
    ['in French', 'Enregistrer Citer Cité 34 fois Autres articles Les 5 versions', 34],
    ['in Italian', 'Salva Cita Citato da 34 Articoli correlati Tutte e 5 le versioni', 34],
    ['in Portuguese', 'Salvar Citar Citado por 34 Artigos relacionados Todas as 5 versões', 34],
    ['in Russian', 'Сохранить Цитировать Цитируется: 34 Похожие статьи Все версии статьи (5)', 34],
    ['in Japanese', '保存 引用 引用元 34 関連記事 全 5 バージョン', 34],
    ['in Korean', '저장 인용 34회 인용 관련 학술자료 전체 5개의 버전', 34],
    ['in Chinese', '保存 引用 被引用次数：34 相关文章 所有 5 个版本', 34],
    ['on several lines', 'Save\nCite\nCited by 34\nRelated articles\nAll 5 versions\nView as HTML', 34],
    ['of a paper that nobody cites', 'Save Cite Related articles All 2 versions View as HTML', undefined],
  ])('have their buttons read %s', (_, buttons, citationCount) => {
    const reading = read(...MOTHS, buttons, ...KITES, buttons);
    expect(titles(reading)).toEqual(['Counting moths in dark barns', 'Kites over ponds']);
    expect(reading.papers.map((paper) => paper.citationCount)).toEqual([citationCount, citationCount]);
    expect(reading.diagnostics).toEqual([]);
    expect(reading.account.unrecognized).toBe(0);
  });

  it.each([
    ['A Clay, B Ek - Journal of Barns, 2024 - Elsevier', { venue: 'Journal of Barns', year: 2024, authorCount: 2 }],
    ['A Clay, B Ek… - Proceedings of the …, 2024 - dl.example.org', { venue: 'Proceedings of the', authorCount: null }],
    ['C Fox - arXiv preprint arXiv:2301.01234, 2023 - arxiv.org', { id: '2301.01234', year: 2023, authorCount: 1 }],
    ['JM Reed - Moths and Kites - Barns, 1987 - JSTOR', { venue: 'Moths and Kites - Barns', year: 1987 }],
    ['D van der Gold - 1998 - Pond Press', { year: 1998, authors: ['D van der Gold'] }],
    ['JM Reed, É Dupré - 2004', { year: 2004, authors: ['JM Reed', 'É Dupré'] }],
    ['王伟, 李明 - 飞蛾学报, 2020 - example.com', { venue: '飞蛾学报', year: 2020, authors: ['王伟', '李明'] }],
    ['A Clay\u00a0- Journal of Barns, 2024\u00a0- Elsevier', { venue: 'Journal of Barns', authors: ['A Clay'] }],
  ])('have the byline %j read', (byline, expected) => {
    const { papers, diagnostics } = read('Counting moths', byline, BUTTONS, ...KITES, BUTTONS);
    expect(papers[0]).toMatchObject({ title: 'Counting moths', ...expected });
    expect(diagnostics).toEqual([]);
  });

  it.each(['[PDF] ', '[HTML][HTML] ', '[BOOK][B] ', '[CITATION][C] ', '[图书][B] '])(
    'have %j taken off the title',
    (tag) => {
      expect(titles(read(`${tag}Lanterns`, 'B Ek - 1998 - Pond Press', BUTTONS, ...KITES, BUTTONS))).toEqual([
        'Lanterns',
        'Kites over ponds',
      ]);
    },
  );

  it('have the same values as in the saved page', () => {
    const page = `<!doctype html><title>a - Google Scholar</title><h3 class="gs_rt">${MOTHS[0]}</h3>
      <div class="gs_a">${MOTHS[1]}</div><div class="gs_rs">${MOTHS[2]}</div><a href="/scholar?cites=1">Cited by 34</a>`;
    expect(readListingNow(page).papers).toEqual(read(...MOTHS, BUTTONS, ...KITES, BUTTONS).papers.slice(0, 1));
  });

  it('have a snippet of several lines, or none', () => {
    const { papers } = read(...MOTHS, 'In 40 barns a lamp doubled it …', BUTTONS, ...KITES.slice(0, 2), BUTTONS);
    expect(papers.map(({ abstract }) => abstract)).toEqual([
      'We count moths in dark barns with a lamp … In 40 barns a lamp doubled it …',
      null,
    ]);
  });

  it('are told from the header and the footer of the page', () => {
    const header = ['Articles', 'About 12,300 results (0.08 sec)', 'Any time', 'Since 2024', 'Sort by relevance'];
    const footer = ['Create alert', 'Related searches', 'moths in barns', '1 2 3 4 Next', 'Help Privacy Terms'];
    const reading = read(...header, ...MOTHS, BUTTONS, ...KITES, BUTTONS, ...footer);
    expect(titles(reading)).toEqual(['Counting moths in dark barns', 'Kites over ponds']);
    expect(reading.account).toMatchObject({ boilerplate: 10, unrecognized: 0, paper: 8 });
  });

  it('are read if they are the only one of a page', () => {
    expect(titles(read('1 result (0.04 sec)', ...MOTHS, BUTTONS))).toEqual(['Counting moths in dark barns']);
  });

  it('are told from an overview and from people above them', () => {
    const overview = ['Scholarly articles for moths', 'Counting moths - Clay - Cited by 34'];
    const people = ['User profiles for ada clay', 'Ada Clay', 'Verified email at barn.example.org', 'Cited by 3421'];
    const reading = read(...overview, ...people, '[PDF] arxiv.org', 'Full View', ...MOTHS, BUTTONS, ...KITES, BUTTONS);
    expect(titles(reading)).toEqual(['Counting moths in dark barns', 'Kites over ponds']);
    expect(reading.account.unrecognized).toBe(0);
    expect(reading.diagnostics).toEqual([]);
  });

  it('are reported if a button is damaged', () => {
    const reading = read(...MOTHS, 'Save Cite Cited b', ...KITES, BUTTONS);
    expect(reading.papers.map(({ citationCount }) => citationCount)).toEqual([undefined, 34]);
    expect(reading.diagnostics).toEqual(['4 damaged-field']);
  });

  it('are reported if the byline is lost', () => {
    const reading = read(...KITES, BUTTONS, MOTHS[0] ?? '', MOTHS[2] ?? '', BUTTONS, ...KITES, BUTTONS);
    expect(titles(reading)).toEqual(['Kites over ponds', 'Counting moths in dark barns', 'Kites over ponds']);
    expect(reading.diagnostics).toEqual(['5 missing-metadata']);
  });

  it('are reported if title and byline are lost, and the snippet does not become a title', () => {
    const reading = read(...KITES, BUTTONS, MOTHS[2] ?? '', BUTTONS, ...KITES, BUTTONS);
    expect(titles(reading)).toEqual(['Kites over ponds', 'Kites over ponds']);
    expect(reading.diagnostics).toContain('5 missing-metadata');
  });

  it('are reported if the title is lost', () => {
    const reading = read(...KITES, BUTTONS, ...MOTHS.slice(1), BUTTONS);
    expect(titles(reading)).toEqual(['Kites over ponds']);
    expect(reading.diagnostics).toEqual(['5 missing-title']);
  });

  it('are reported if nothing is left of the title but its tag', () => {
    const reading = read(...KITES, BUTTONS, '[PDF]', ...MOTHS.slice(1), BUTTONS, ...KITES, BUTTONS);
    expect(titles(reading)).toEqual(['Kites over ponds', 'Kites over ponds']);
    expect(reading.diagnostics).toEqual(['5 missing-title']);
  });

  it('are reported if their buttons are lost', () => {
    const reading = read(...MOTHS, ...KITES, BUTTONS, ...KITES, BUTTONS);
    expect(titles(reading)).toEqual(['Counting moths in dark barns', 'Kites over ponds', 'Kites over ponds']);
    expect(reading.diagnostics).toEqual(['1 truncated-entry']);
  });

  it('have a title that looks like a byline', () => {
    const reading = read('Moths - Barns, 2024 - a review', ...MOTHS.slice(1), BUTTONS, ...KITES, BUTTONS);
    expect(titles(reading)).toEqual(['Moths - Barns, 2024 - a review', 'Kites over ponds']);
  });

  it('have a byline that is broken in two lines', () => {
    const { papers } = read('Counting moths', 'A Clay, B', 'Ek - Barns, 2024 - Elsevier', BUTTONS, ...KITES, BUTTONS);
    expect(papers[0]).toMatchObject({ title: 'Counting moths', authors: ['A Clay', 'B Ek'], venue: 'Barns' });
  });
});

describe('results of PubMed', () => {
  it.each([
    ['a number and two buttons', numbered],
    ['one line of them', (number: number) => [`${number} Cite Share`]],
    ['the text of a check box', (number: number) => [`Select result number ${number}`, `${number}`, 'Cite', 'Share']],
    ['the number alone', (number: number) => [`${number}`, 'Cite']],
  ])('begin with %s', (_, above) => {
    const reading = read(...above(1), ...NEWTS, 'Item in Clipboard', ...above(2), ...FROGS, 'Add to clipboard');
    expect(reading.papers).toEqual([
      {
        title: 'Do newts sleep at noon?',
        abstract: null,
        authorCount: 2,
        date: '2019-03-04',
        upvotes: null,
        url: 'https://pubmed.ncbi.nlm.nih.gov/30123456/',
        authors: ['A Clay', 'B Ek'],
        venue: 'Newt Lett',
        volume: '3',
        issue: '2',
        pages: '1-2',
        doi: '10.1000/newt.1',
      },
      {
        title: 'A frog in a lantern: three cases',
        abstract: 'Frogs sit in lanterns. They stay there for a night.',
        authorCount: 2,
        date: null,
        upvotes: null,
        year: 2020,
        url: 'https://pubmed.ncbi.nlm.nih.gov/31234567/',
        authors: ['C Fox', 'D van der Gold'],
        venue: 'Lamp Med',
        volume: '7',
        pages: '3-9',
      },
    ]);
    expect(reading.diagnostics).toEqual([]);
    expect(reading.account.unrecognized).toBe(0);
  });

  it.each([
    [
      'wrapped',
      [
        'Do newts sleep',
        'at noon?',
        'Clay A, Ek',
        'B.',
        'Newt Lett. 2019 Mar',
        '4;3(2):1-2. doi: 10.1000/newt.1.',
        'PMID: 30123456',
      ],
    ],
    ['on one line', [`${NEWTS.slice(0, 3).join(' ')} PMID: 30123456 Review.`]],
    ['in two lines', [NEWTS[0] ?? '', `${NEWTS.slice(1, 3).join(' ')} PMID: 30123456`]],
  ])('may have their head %s', (_, head) => {
    const { papers, diagnostics } = read(...numbered(1), ...head, NEWTS[4] ?? '', ...numbered(2), ...FROGS);
    expect(papers[0]).toEqual(read(...numbered(1), ...NEWTS).papers[0]);
    expect(diagnostics).toEqual([]);
  });

  it('are read without buttons if there are several', () => {
    const reading = read(...NEWTS, '', ...FROGS);
    expect(titles(reading)).toEqual(['Do newts sleep at noon?', 'A frog in a lantern: three cases']);
  });

  it('have an abstract, without what stands below it', () => {
    const below = ['Conflict of interest statement', 'The authors sell lamps.', 'Full text links'];
    const abstract = ['Abstract', 'Background: Newts are small.', 'Results: They sleep.'];
    const reading = read(...numbered(1), ...NEWTS.slice(0, 4), ...abstract, ...below, ...numbered(2), ...FROGS);
    expect(reading.papers[0]?.abstract).toBe('Background: Newts are small. Results: They sleep.');
    expect(reading.account.unrecognized).toBe(0);
    expect(reading.diagnostics).toEqual([]);
  });

  it('have authors with suffixes, and groups', () => {
    const head = [NEWTS[0] ?? '', 'van der Gold D, Fox C Jr; Pond Study Group.', ...NEWTS.slice(2)];
    const { papers } = read(...numbered(1), ...head, ...numbered(2), ...FROGS);
    expect(papers[0]?.authors).toEqual(['D van der Gold', 'C Fox Jr', 'Pond Study Group']);
  });

  it('have the same values as in the saved page', () => {
    const page = `<!doctype html><title>a - PubMed</title><a class="docsum-title" href="/30123456/">${NEWTS[0]}</a>
      <span class="full-authors">${NEWTS[1]}</span><span class="full-journal-citation">${NEWTS[2]}</span>`;
    expect(readListingNow(page).papers).toEqual(read(...numbered(1), ...NEWTS).papers);
  });

  it('are told from the header and the footer of the page', () => {
    const header = [
      'Advanced Create alert Create RSS',
      'RESULTS BY YEAR',
      '2010',
      '2024',
      'Reset',
      '1,234 results',
      'Page',
      'of 124',
    ];
    const footer = ['Show more', 'NCBI Literature Resources', 'MeSH PMC Bookshelf Disclaimer', 'NLM NIH HHS USA.gov'];
    const reading = read(...header, ...numbered(1), ...NEWTS, ...numbered(2), ...FROGS, ...footer);
    expect(titles(reading)).toHaveLength(2);
    expect(reading.account).toMatchObject({ unrecognized: 0, paper: 10 });
    expect(reading.diagnostics).toEqual([]);
  });

  it('have no authors if the page says so', () => {
    const head = [NEWTS[0] ?? '', '[No authors listed]', ...NEWTS.slice(2)];
    const { papers, diagnostics } = read(...numbered(1), ...head, ...numbered(2), ...FROGS);
    expect(papers[0]).toMatchObject({ title: 'Do newts sleep at noon?', authorCount: null, venue: 'Newt Lett' });
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['title', [0], 'PMID:30123456', 'missing-title'],
    ['authors', [1], 'Do newts sleep at noon?', 'missing-metadata'],
    ['citation', [2], 'Do newts sleep at noon?', 'missing-date'],
    ['PMID', [3], 'Do newts sleep at noon?', 'truncated-entry'],
  ])('are reported if the %s is lost', (_, lost, title, code) => {
    const left = NEWTS.filter((_line, index) => !lost.includes(index));
    const reading = read(...numbered(1), ...FROGS, ...numbered(2), ...left, ...numbered(3), ...FROGS);
    expect(titles(reading)).toEqual(['A frog in a lantern: three cases', title, 'A frog in a lantern: three cases']);
    expect(reading.diagnostics).toEqual([`12 ${code}`]);
  });

  it('are read if the authors are printed twice', () => {
    const reading = read(...numbered(1), ...NEWTS.slice(0, 2), ...NEWTS.slice(1), ...numbered(2), ...FROGS);
    expect(reading.papers[0]).toMatchObject({ title: 'Do newts sleep at noon?', authors: ['A Clay', 'B Ek'] });
    expect(reading.diagnostics).toEqual([]);
  });

  it('have a title that is cut off', () => {
    const reading = read(
      ...numbered(1),
      'Do newts',
      '[No authors listed]',
      ...NEWTS.slice(2),
      ...numbered(2),
      ...FROGS,
    );
    expect(reading.papers[0]).toMatchObject({ title: 'Do newts', venue: 'Newt Lett', date: '2019-03-04' });
  });

  it('are reported if everything but the title is lost', () => {
    const reading = read(...numbered(1), ...FROGS, ...numbered(2), NEWTS[0] ?? '', ...numbered(3), ...FROGS);
    expect(reading.papers).toHaveLength(2);
    expect(reading.diagnostics).toEqual(['12 unrecognized-line', '12 missing-metadata']);
  });
});

describe('results of both', () => {
  it('are read from one file', () => {
    const reading = read(...MOTHS, BUTTONS, ...KITES, BUTTONS, ...numbered(1), ...NEWTS, ...numbered(2), ...FROGS);
    expect(titles(reading)).toHaveLength(4);
    expect(reading.diagnostics).toEqual([]);
  });

  it.each([
    ['references with PMIDs', ['1. Clay A, Ek B. Do newts sleep? Newt Lett. 2019;3(2):1-2. PMID: 30123456']],
    ['one byline', ['Counting moths', 'A Clay, B Ek - Journal of Barns, 2024 - Elsevier', 'We count moths.']],
    ['a word of a button', ['Save', 'Moths - Barns, 2024 - notes', 'Cite', 'A barn - 2024 - notes', 'More']],
    ['a log of work', ['1', 'Cite Clay A, Ek B', '2', 'Share the notes on PMID: 30123456']],
  ])('are not seen in %s', (_, lines) => {
    expect(formatsOf(text(...lines))).not.toContain('results-page');
  });

  it('are read in bounded memory if a text does not end', () => {
    const flood = 'A long text about moths that never ends\n'.repeat(60_000);
    const reading = readListingNow(`${text(...MOTHS, BUTTONS, ...KITES)}${flood}${text(BUTTONS, ...MOTHS, BUTTONS)}`);
    expect(reading.papers.map(({ title }) => title)).toEqual([
      'Counting moths in dark barns',
      'Kites over ponds',
      'Counting moths in dark barns',
    ]);
    expect(reading.diagnostics.map(({ code }) => code)).toContain('truncated-entry');
  });
});

it.each(["B d'Ek, C Fox", 'C Fox, Kite Collaboration'])('result of %s below lost buttons is read', (authors) => {
  const reading = read(
    ...MOTHS,
    BUTTONS,
    ...MOTHS,
    KITES[0] ?? '',
    `${authors} - Annals of …, 2019 - Pond Press`,
    BUTTONS,
  );
  expect(titles(reading)).toEqual([MOTHS[0], MOTHS[0], KITES[0]]);
  expect(reading.diagnostics).toEqual(['5 truncated-entry']);
});

describe.each([
  ['read as windows-1252', 'MÃ¼ller', 'â€¦'],
  ['replaced by U+FFFD', 'M\ufffdller', '\ufffd'],
  ['replaced by question marks', 'M?ller', '?'],
])('results whose letters are %s', (_, name, ellipsis) => {
  it('are read if they are of Google Scholar', () => {
    const reading = read(
      KITES[0] ?? '',
      `B ${name}, C Fox${ellipsis} - Annals of Kites, 2019 - Pond Press`,
      BUTTONS,
      ...MOTHS,
      BUTTONS,
    );
    expect(reading.papers[0]).toMatchObject({ title: KITES[0], authors: [`B ${name}`, 'C Fox'], authorCount: null });
    expect(reading.diagnostics).toEqual([]);
  });

  it('are read if they are of PubMed', () => {
    const damaged = FROGS.map((line) => line.replace('Fox C', `Fox C, ${name} J`));
    const reading = read(...numbered(1), ...damaged, ...numbered(2), ...NEWTS);
    expect(reading.papers[0]?.authors).toEqual(['C Fox', `J ${name}`, 'D van der Gold']);
    expect(reading.diagnostics).toEqual([]);
  });
});

describe('results as text browsers and page readers print them', () => {
  const link = (label: string, target = '/scholar?q=1&hl=en') => `[${label}](${target})`;
  const LONG = 'Counting moths in dark barns with lamps, notebooks, two dogs and much';

  it.each([
    [
      'as Markdown',
      [
        `### ${link('Counting moths in **dark** barns', 'https://barns.example.org/1')}`,
        ...MOTHS.slice(1),
        `${link('Save', 'javascript:void\\(0\\)')} ${link('Cite', 'javascript:void\\(0\\)')} [Cited by`,
        `34](/scholar?cites=1) ${link('Related articles')} [All 5`,
        'versions](/scholar?cluster=1)',
        '[](javascript:void\\(0\\) "More")',
      ],
    ],
    [
      'with link numbers',
      ['[8]Counting moths in dark barns', ...MOTHS.slice(1), '[9]Save [10]Cite [11]Cited by 34 [12]All 5', 'versions'],
    ],
    ['with pictures', [...MOTHS, '[]Save []Cite Cited by 34 Related articles All 5 versions [] []']],
  ])('are read %s', (_, moths) => {
    const reading = read(...moths, ...KITES, BUTTONS, ...moths);
    expect(titles(reading)).toEqual([MOTHS[0], KITES[0], MOTHS[0]]);
    expect(reading.papers.map(({ citationCount }) => citationCount)).toEqual([34, 34, 34]);
    expect(reading.papers[0]).toMatchObject({ authors: ['A Clay', 'B Ek', 'C Fox'], venue: 'Journal of Barns' });
    expect(reading.diagnostics).toEqual([]);
  });

  it('have lines that are wrapped', () => {
    const reading = read(
      `${MOTHS[0]}: a`,
      'review',
      'A Clay, B Ek - Journal of Barns, 2024 -',
      'barns.example.org',
      BUTTONS,
      ...KITES,
      BUTTONS,
    );
    expect(reading.papers[0]).toMatchObject({
      authors: ['A Clay', 'B Ek'],
      venue: 'Journal of Barns',
      year: 2024,
      abstract: null,
    });
    const next = read(...KITES, BUTTONS, `${MOTHS[0]}: a`, 'review', ...MOTHS.slice(1), BUTTONS);
    expect(titles(next)).toEqual([KITES[0], `${MOTHS[0]}: a review`]);
  });

  it('have titles that are wrapped', () => {
    const long = [LONG, 'patience', ...MOTHS.slice(1)];
    const reading = read(
      '[PDF] arxiv.org',
      ...long,
      BUTTONS,
      `### [${LONG}`,
      'patience](https://x.example)',
      ...MOTHS.slice(1),
      BUTTONS,
    );
    expect(titles(reading)).toEqual([`${LONG} patience`, `${LONG} patience`]);
    expect(reading.diagnostics).toEqual([]);
  });

  const newts = (...above: string[]) => [
    ...above,
    'Do newts sleep at noon?',
    'Clay A, Ek B, van der Gold D. Clay A, et al. Newt Lett. 2019 Mar 4;3(2):1-2. doi:',
    '10.1000/newt.1. Epub 2019 Feb 3. Newt Lett. 2019. PMID: 30123456 Free PMC article.',
    'Newts were watched at noon for a year.',
    'Newts were watched',
  ];
  const frogs = (...above: string[]) => [
    ...above,
    'A frog in a lantern.',
    'Fox C. Fox C. Lamp Med. 2020 Jan;7:3-9. Lamp Med. 2020. PMID: 31234567 Review.',
  ];
  const toads = (...above: string[]) => [
    ...above,
    '[The lantern and the toad].',
    '[No authors listed] [No authors listed] Newt Lett. 1998 Jun;3:7. Newt Lett. 1998. PMID: 9612345 Norwegian.',
  ];

  it.each([
    ['w3m', (number: number) => ['Cite', 'Share', 'Share', '• X', 'PermalinkCopy', `[ ]${number}`, 'Cite', 'Share']],
    [
      'lynx',
      (number: number) => ['* Facebook', 'Permalink (BUTTON) Copy', `[ ] ${number}`, '(BUTTON) Cite', '(BUTTON) Share'],
    ],
    ['a page reader', (number: number) => [`### ${number} results`, '  * X', `${number}`, 'Cite', 'Share']],
  ])('do not have the short forms that PubMed hides: %s', (_, buttons) => {
    const reading = read(...newts(...buttons(1)), ...frogs(...buttons(2)), ...toads(...buttons(3)), ...buttons(4));
    expect(reading.papers).toMatchObject([
      {
        title: 'Do newts sleep at noon?',
        authors: ['A Clay', 'B Ek', 'D van der Gold'],
        venue: 'Newt Lett',
        doi: '10.1000/newt.1',
        date: '2019-03-04',
        abstract: 'Newts were watched at noon for a year.',
      },
      { title: 'A frog in a lantern', authors: ['C Fox'], venue: 'Lamp Med', year: 2020 },
      { title: '[The lantern and the toad]', authorCount: null, venue: 'Newt Lett', year: 1998 },
    ]);
    expect(reading.diagnostics).toEqual([]);
  });
});
