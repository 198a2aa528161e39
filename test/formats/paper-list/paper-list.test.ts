import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spansOf } from '../../../src/formats/paper-list/inline.ts';
import { piecesOf, trimPiece } from '../../../src/formats/paper-list/pieces.ts';
import { readListingNow } from '../../read-listing.ts';
import { growsLinearly, takesLessThan } from '../../support/work.ts';

const read = (text: string) => readListingNow(text);

interface Sample {
  readonly title: string;
  readonly authors: string[];
  readonly id: string;
  readonly date: string;
  readonly code: string | null;
}

const TITLES = [
  'Folding Paper Kites with Fewer Creases',
  'On the M\\"older Kettle: Is It Tea before We Look?',
  'Why Do Moths Fly in Q&A Order? A Survey',
  'Counting Barns in $\\lambda$-Calculus',
  'The Shape of a Pond, Revisited',
  'Lantern: Tiny Routers that Know when to Ask',
  'A 3D Pond (and How to Drain It)',
  'Towards Kites for $k$-Dimensional Wind',
];
const NAMES = [
  'Ada B. Clay',
  'Bo van der Ek',
  'Zoë Größinger',
  "Jean-Luc O'Fox",
  'Nguyen Dung Son',
  'W. Hart Jr.',
  'Yu. N. Gold',
  'Li Wei',
  'Kite Collaboration',
];
const sample: fc.Arbitrary<Sample> = fc.record({
  title: fc.constantFrom(...TITLES),
  authors: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 6 }),
  id: fc.integer({ min: 10000, max: 99999 }).map((number) => `2601.${number}`),
  date: fc.constantFrom('2026-01-02', '2026-11-13'),
  code: fc.option(fc.constantFrom('https://github.com/kites/fold', 'https://github.com/pond-lab/drain.js')),
});

const abs = (id: string) => `https://arxiv.org/abs/${id}v2`;
const code = (url: string | null, text = 'code') => (url === null ? '' : ` [[${text}](${url})]`);
const list = (names: string[]) => names.join(', ');
const sentence = (title: string) => (title.endsWith('?') ? title : `${title}.`);

/** How lists print an entry; a date or the authors may be left out. */
const arrangements: Record<string, (paper: Sample) => string> = {
  'a bold linked title, the date, authors in italics': ({ title, authors, id, date, code: url }) =>
    `- **[${title}](${abs(id)})** (${date}) - *${list(authors)}*${code(url)}`,
  'a linked title, authors, the date': ({ title, authors, id, date, code: url }) =>
    `* [${title}](${abs(id)}), *${list(authors)}*, ${date}.${code(url)}`,
  'the date, a linked title, authors after a dash': ({ title, authors, id, date, code: url }) =>
    `- [${date}] [${title}](${abs(id)}) - _${list(authors)}_ ${url === null ? '' : `| [Code](${url})`}`,
  'the date in front, then plain text': ({ title, authors, id, date, code: url }) =>
    `1. (${date}) **${title}** *${list(authors)}.* [[Paper](${abs(id)})]${code(url, 'Code')} ![](https://img.shields.io/badge/x-y.svg)`,
  'a quoted title': ({ title, authors, id, date, code: url }) =>
    `- *${list(authors)}*. "${title}". ${date}. [PDF](https://arxiv.org/pdf/${id})${code(url)}`,
  'escaped brackets': ({ title, authors, id, date, code: url }) =>
    `- **${title}** - *${list(authors)}* (${date}) \\[[paper](${abs(id)})\\]${url === null ? '' : ` \\[[code](${url})\\]`}`,
  HTML: ({ title, authors, id, date, code: url }) =>
    `* <a href="${abs(id)}">${title}</a> <i>${list(authors)}</i> (${date})${url === null ? '' : ` <a href="${url}">code</a>`}`,
  'several lines': ({ title, authors, id, date, code: url }) =>
    `- **${sentence(title)}** \`${date}\`\n\n  *${list(authors)}.* [[Paper](${abs(id)})]${code(url, 'Code')}\n`,
  'labels below': ({ title, authors, id, date, code: url }) =>
    `1. [${title}](${abs(id)})\n   - **Authors:** ${list(authors)}\n   - Date: ${date}${url === null ? '' : `\n   - Code: <${url}>`}`,
};

describe('lists kept by people', () => {
  it.each(Object.entries(arrangements))('reads lists back with %s', (_, print) => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 4, maxLength: 9 }), (papers) => {
        // An entry with several authors shows where authors are in the others.
        const [first, ...others] = papers;
        if (first === undefined) return;
        const samples = [{ ...first, authors: ['Ada B. Clay', 'Bo van der Ek'] }, ...others];
        const text = `# Kites\n\n> A list.\n\n- [Papers](#papers)\n\n## Papers\n\n${samples.map(print).join('\n')}\n\n## License\n`;
        const reading = read(text);
        // Labels below a title are read by another format.
        expect(['paper-list', 'labelled']).toContain(reading.format);
        expect(reading.papers).toEqual(
          samples.map(({ title, authors, id, date, code: githubUrl }) => ({
            title,
            abstract: null,
            authorCount: authors.length,
            date,
            upvotes: null,
            authors,
            id,
            url: `https://arxiv.org/abs/${id}`,
            ...(githubUrl !== null && { githubUrl }),
          })),
        );
        expect(reading.lines.unrecognized).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['*IEEE Trans. Kites 2023*', { venue: 'IEEE Trans. Kites', year: 2023 }],
    ['*Nature Kite Science, 2022*.', { venue: 'Nature Kite Science', year: 2022 }],
    ['[[ICLR 2025](https://openreview.net/forum?id=kite)]', { venue: 'ICLR', year: 2025 }],
    ['[arXiv 2025](https://arxiv.org/abs/2501.01234)', { venue: undefined, year: 2025 }],
  ])('reads the venue and the year in %s', (venue, expected) => {
    const { papers } = read(
      `- **How Kites Fold**, Ada Clay, Bo Ek, ${venue} [[pdf](https://arxiv.org/pdf/2501.01234)]\n`,
    );
    const [{ venue: name, year } = {}] = papers;
    expect({ venue: name, year }).toEqual(expected);
  });

  it.each([
    ['reStructuredText', '#. Round Kites. Ada Clay. https://arxiv.org/abs/2501.01234'],
    ['reStructuredText, as a citation', '.. [Clay2025] Ada Clay, Bo Ek. *Round Kites*. arXiv:2501.01234, 2025.'],
    ['MediaWiki', "* '''Round Kites''' ([https://arxiv.org/abs/2501.01234 arXiv]) ''Ada Clay''"],
    ['a chat', '[10/06/2025, 09:14] Bo Ek: Round Kites https://arxiv.org/abs/2501.01234'],
    ['a chat on another device', '10/06/25, 9:14 PM - Bo: <https://arxiv.org/abs/2501.01234> Round Kites'],
  ])('reads an item in the syntax of %s', (_name, item) => {
    const { papers } = read(`${item}\n`);
    expect(papers).toMatchObject([{ title: 'Round Kites', id: '2501.01234', date: null }]);
  });

  it.each([
    'Our survey of ponds is on [arXiv](https://arxiv.org/abs/2501.01235).',
    '🔥 We released the paper on [arXiv](https://arxiv.org/abs/2501.01235)!',
    '[2025-01-05] Check out our [paper](https://arxiv.org/abs/2501.01235) and [code](https://github.com/kites/fold)',
    'The paper is available at https://arxiv.org/abs/2501.01235',
  ])('does not take news for a title: %s', (news) => {
    const { papers, diagnostics } = read(`- ${news}\n- [How Kites Fold](https://arxiv.org/abs/2501.01234)\n`);
    expect(papers.map(({ title }) => title)).toEqual(['How Kites Fold']);
    expect(diagnostics.map(({ code }) => code)).toContain('unrecognized-line');
  });

  it.each([
    '[[2501.01234] How Kites Fold](https://arxiv.org/abs/2501.01234)',
    '[Paper page - How Kites Fold](https://huggingface.co/papers/2501.01234)',
    '[How Kites Fold | OpenReview](https://openreview.net/forum?id=kite)',
    '[How Kites Fold - ACL Anthology](https://aclanthology.org/2025.acl-long.1/)',
  ])('reads the title in the name of a page in a browser: %s', (link) => {
    expect(read(`- ${link}\n`).papers).toMatchObject([{ title: 'How Kites Fold' }]);
  });

  it('leaves out unclear parts, and reports them', () => {
    const { papers, diagnostics } = read(
      '- [Folding Paper Kites](https://arxiv.org/abs/2601.02112)\n  - rating: 5 of 5\n- [Round Ponds](https://openreview.net/forum?id=abcDEF)\n',
    );
    expect(papers).toEqual([
      expect.objectContaining({ title: 'Folding Paper Kites', id: '2601.02112' }),
      expect.objectContaining({ title: 'Round Ponds', url: 'https://openreview.net/forum?id=abcDEF' }),
    ]);
    expect(diagnostics).toMatchObject([{ code: 'unrecognized-line', line: 2 }]);
  });

  it.each([
    ['[KITES](https://arxiv.org/abs/2601.02112). Ada Clay, Bo Ek. 2026.', 'KITES'],
    ['[Fly?](https://arxiv.org/abs/2601.02112) - Ada Clay III, Plato and Bo Ek, 2026', 'Fly?'],
    ['[Fine Kites and Round Ponds](https://arxiv.org/abs/2601.02112), *Ada Clay, Bo Ek*', 'Fine Kites and Round Ponds'],
    [
      '**Reply to "Kites and Ponds"** *Ada Clay, Bo Ek* [[Paper](https://arxiv.org/abs/2601.02112)]',
      'Reply to "Kites and Ponds"',
    ],
    ['Do Kites Fly? → [Paper](https://arxiv.org/abs/2601.02112)', 'Do Kites Fly?'],
    ['KITES [[arXiv:2601.02112](https://arxiv.org/abs/2601.02112)]', 'KITES'],
    ['Fast, Round and Private [[Paper](https://arxiv.org/abs/2601.02112)]', 'Fast, Round and Private'],
    [
      '**“Smart” Quotes and Their Kites** <br> *Ada Clay* <br> [[Paper](https://arxiv.org/abs/2601.02112)]',
      '“Smart” Quotes and Their Kites',
    ],
    [
      'Kites (and Ponds); the Rest [[arXiv:2601.02112](https://arxiv.org/abs/2601.02112)]',
      'Kites (and Ponds); the Rest',
    ],
    ['A $\\mathcal{N}=4$ Kite [[Paper](https://arxiv.org/abs/2601.02112)]', 'A $\\mathcal{N}=4$ Kite'],
    ['[Fog <in situ> & More](https://arxiv.org/abs/2601.02112)', 'Fog <in situ> & More'],
  ])('reads the complete title: %s', (entry, title) => {
    const { papers } = read(`- [Round Ponds](https://arxiv.org/abs/2601.02113), Ada Clay, Bo Ek\n- ${entry}\n`);
    expect(papers.map((paper) => paper.title)).toEqual(['Round Ponds', title]);
  });

  it('reads a line of a single author below the title if most entries have authors there', () => {
    const entry = (title: string, id: string, authors: string) =>
      `- ${title} [[Paper](https://arxiv.org/abs/${id})]\n  - ${authors}\n`;
    const { papers } = read(
      entry('Round Ponds', '2601.02113', 'Ada Clay, Bo Ek') + entry('Fine Kites', '2601.02112', 'Cy Fox'),
    );
    expect(papers.map(({ authors }) => authors)).toEqual([['Ada Clay', 'Bo Ek'], ['Cy Fox']]);
  });

  it('reads authors with a suffix and with a single name', () => {
    const { papers } = read(
      '- [Round Ponds](https://arxiv.org/abs/2601.02113), Ada Clay III, Plato, Bo Ek Jr. 2026.\n',
    );
    expect(papers).toMatchObject([{ authors: ['Ada Clay III', 'Plato', 'Bo Ek Jr.'], year: 2026 }]);
  });

  it('sets the number of authors to null if the list breaks off', () => {
    const { papers } = read('- [Folding Paper Kites](https://arxiv.org/abs/2601.02112), Clay et al., 2026\n');
    expect(papers).toMatchObject([{ authors: ['Clay'], authorCount: null, year: 2026 }]);
  });

  it.each([
    ['CVPR 2024', { venue: 'CVPR', year: 2024 }],
    ["NeurIPS'23", { venue: 'NeurIPS', year: 2023 }],
    ['ACL 2023 Findings', { venue: 'ACL Findings', year: 2023 }],
    ['ICLR, 2021', { venue: 'ICLR', year: 2021 }],
    ['arXiv 2022', { year: 2022 }],
  ])('reads the venue: %s', (venue, expected) => {
    const { papers } = read(`- [Folding Paper Kites](https://arxiv.org/abs/2601.02112) (${venue})\n`);
    expect(papers[0]).toMatchObject(expected);
    expect(papers[0]?.venue).toBe('venue' in expected ? expected.venue : undefined);
  });

  it.each([
    [
      'a page of links',
      '# Tools\n\n- [Pond tool](https://github.com/pond/tool) - A tool\n- [Kites](https://kites.example.org)\n',
    ],
    ['prose', 'We follow arXiv:2406.01234 and the work at https://arxiv.org/abs/2406.01235.\n'],
    ['a contents', '- [Papers](#papers)\n- [Contributing](#contributing)\n'],
  ])('does not read %s as a list', (_, text) => {
    expect(read(text).format).toBe(null);
  });

  const START = '- [Folding Paper Kites](https://arxiv.org/abs/2601.02112)\n';
  it.each([
    '[',
    '[a](',
    '![',
    '*a ',
    '`',
    '$a',
    '- ',
    START,
    '(',
    '"a',
    '<a ',
    '1. A B, ',
    'http://a.b/',
    '  - a\n',
    'a\n',
    '_a',
  ])('reads a list after a long run of %j in little time', (piece) => {
    const text = START + piece.repeat(300_000 / piece.length);
    expect(takesLessThan(3_000, () => read(text))).toBe(true);
  });

  it('reads the identifier and the address of one paper in two lines of a paragraph', () => {
    const byline = 'A Clay, B Ek - arXiv preprint arXiv:1903.50004, 2019';
    const { papers, diagnostics } = read(
      `${START}\nNewts at Noon\n${byline}\nNewts sleep in the shade\n<https://arxiv.org/pdf/1903.50004>\n`,
    );
    expect(papers[1]).toMatchObject({ title: 'Newts at Noon', id: '1903.50004', year: 2019, authorCount: 2 });
    expect(diagnostics).toEqual([]);
  });

  it('splits a text with thousands of delimiters into few pieces', () => {
    expect(piecesOf(spansOf('Newts at Noon; '.repeat(5000))).length).toBeLessThanOrEqual(1001);
  });

  it('joins an address that was broken between two lines', () => {
    const { papers } = read(`${START}- [Newts at Noon](https://arxiv.org/a\nbs/1903.50004), Bo Ek, Ada Clay, 2019\n`);
    expect(papers[1]).toMatchObject({ title: 'Newts at Noon', id: '1903.50004', year: 2019 });
  });

  it('reads entries with hundreds of thousands of lines below them', () => {
    const entry = (index: number) => `- [Folding Kites ${index}](https://arxiv.org/abs/2601.${10_000 + index})\n`;
    const text = Array.from({ length: 40 }, (_, index) => entry(index) + '  a\n'.repeat(9_000)).join('');
    expect(read(text).papers.length).toBe(40);
  });

  it.each(['Title: ', 'Authors: ', 'is: ', 'by '])('reads a paragraph with thousands of %j in little time', (word) => {
    const text = `Ponds. ${word.repeat(4_000)}Counting Moths in Dark Barns, arXiv:2406.01299\n`;
    expect(takesLessThan(2_000, () => read(text))).toBe(true);
  });
});

it.each([
  [
    'a link that is broken in two',
    'Geese answer https://arxiv.org/abs/2601.06660\nPonds that shrink, https:/\n/arxiv.org/abs/2601.06661',
  ],
  ['a link that is cut off', 'Geese answer https://arxiv.org/abs/2601.06660\nPonds that shrink, https:/'],
  ['a link on its own line that is cut off', 'Ponds that shrink\nAda Clay, Bo Ek\nhttps://arxiv.or'],
  ['the end of an address', 'Geese answer https://arxiv.org/abs/2601.06660\n/arxiv.org/abs/2601.06661'],
  ['the end of a DOI', 'Ponds that shrink. Journal of\noi.org/10.1000/kites.183'],
  ['the end of an identifier', 'Ponds that shrink\n01.06661'],
  ['a heading with authors and no link', '## Ponds\n\n- **Authors**: Ada Clay\n- **Summary**: They shrink.'],
  ['authors below a title without a link', 'Ponds that shrink\nAda Clay, Bo Ek'],
  ['a reference without a link', 'Clay, A., & Ek, B. (2024). Ponds that shrink. Journal of Ponds.'],
  ['a link whose address is not defined', '- [Ponds That Shrink][p1] - Ada Clay'],
  [
    'a link that is defined by the beginning of an address',
    '- [Ponds Shrink][p1] - Ada Clay\n\n[p1]: https://arxiv.org/abs',
  ],
])('reports %s', (_name, broken) => {
  const entry = '- [Round Kites](https://arxiv.org/abs/2601.06662) - Bo Ek';
  const told = (text: string) => readListingNow(text).diagnostics.filter(({ severity }) => severity !== 'info');
  expect(told(`# Kites\n\n${entry}\n`)).toEqual([]);
  expect(told(`# Kites\n\n${entry}\n\n${broken}\n`)).not.toEqual([]);
});

it.each(['-', ',;', '_', ' |'])('takes time in proportion to a run of %j in an entry', (piece) => {
  expect(growsLinearly((times) => trimPiece(`Bo${piece.repeat(20_000 * times)}x`))).toBe(true);
});

it('keeps the full stop of an abbreviation at the end of a title', () => {
  const { papers } = read('# Kites\n\n- [Kites in the U.S.](https://arxiv.org/abs/2601.06662) - Ada Clay, Bo Ek\n');
  expect(papers).toMatchObject([{ title: 'Kites in the U.S.' }]);
});

it('reads authors whose first letter was lost with the encoding', () => {
  const entry = '- **[Round Kites](https://arxiv.org/abs/2601.06663)** - *?ra Clay, ??lan Ek, Bo Ek and T. Fox*';
  const { papers } = read(`# Kites\n\n${entry}\n`);
  expect(papers).toMatchObject([{ authors: ['?ra Clay', '??lan Ek', 'Bo Ek', 'T. Fox'] }]);
});

it('reports the authors of a paper whose title is lost', () => {
  const link = '[[paper](https://arxiv.org/abs/2601.06662)]';
  const { papers, diagnostics } = read(
    `# Kites\n\n- **Round Kites** ${link}\n  - Ada Clay, Bo Ek\n  - Cy Fox, Di Gold\n`,
  );
  expect(papers).toMatchObject([{ title: 'Round Kites', authors: ['Ada Clay', 'Bo Ek'] }]);
  expect(diagnostics).toMatchObject([{ code: 'unrecognized-line', line: 5 }]);
});
