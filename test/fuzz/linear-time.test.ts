import { describe, expect, it } from 'vitest';
import type { FormatName } from '../../src/formats/index.ts';
import { readListingNow } from '../read-listing.ts';
import { growsLinearly, processorTime } from '../support/work.ts';

/** Made to blow up time: repeated, each keeps a careless reader looking for an end, a partner or a split. */
const ANYWHERE = [
  ...['[', '](', '[a](', '[1] ', '(', '\\', '"', "'", '`', '*', '_', '$a ', '{', '{"a":', '},{', ',', ';', '\t', '|'],
  ...[
    '<',
    '<a href="',
    '<!--',
    '&',
    ' ',
    '\n',
    '\n\n ',
    '\u00a0',
    'a',
    'A b. ',
    'a\n',
    '- ',
    '# \n',
    '12\n',
    '=\n',
    '> ',
  ],
  ...[
    'Ada Clay, ',
    'Clay, A.; ',
    'A and ',
    '(A), ',
    'https://arxiv.org/abs/2601.00001 ',
    'Title: a\n',
    'Authors: ',
    'is: ',
  ],
];

/** What a listing of each format begins with, so that its reader is busy, and what is repeated behind it. */
const formats: Record<FormatName, { readonly heads: readonly string[]; readonly pieces: readonly string[] }> = {
  json: {
    heads: ['', '{"title":"A","authors":"', '{"title":"A","x":['],
    pieces: ['[{', '{"title":', '{"paper":{', '{}', '"\\', '\\u00', '"a":1,\n', '{"a":1}\n', '{"title":"a"},'],
  },
  feed: {
    heads: ['<feed><entry><title>A</title>', '<feed><entry><author><name>'],
    pieces: ['<entry>', '<item><title>', '</entry>', '<![CDATA[', ']]>', '<a xmlns:a="x">', '<!DOCTYPE [', '</title>'],
  },
  html: {
    heads: ['<html>', '<dl id="articles"><dt><a href="/abs/2601.00001">arXiv:2601.00001</a><dd>'],
    pieces: [
      '<a ',
      '<div>',
      '</div>',
      '-->',
      '&#',
      '<p>a</p>',
      '<dt><dd>',
      '<script>',
      '<title>',
      '<li>a',
      '<!-- a -->',
    ],
  },
  bibtex: {
    heads: ['', '@article{a, title = {A}, author = {'],
    pieces: ['@article{', '@article{a,\n', 'title = {a},\n', '@string{a=a#a}\n', '"#', ' # a', '@', 'a=b,', '}', '{}'],
  },
  ris: {
    heads: ['TY  - JOUR\nTI  - A\nAU  - ', 'PMID- 1\nTI  - A\n'],
    pieces: ['TY  - JOUR\n', 'TI  - a\n', 'AU  - a\n', 'ER  - \n', '      a\n', '%0 a\n', 'PT J\n', ' TI  - '],
  },
  pubmed: {
    heads: ['1. Moth Lett. 2024 Mar;1:2.\n\nA b c.\n\n', '1. Moth Lett. 2024 Mar;1:2.\n\nA b c.\n\nClay A(1), '],
    pieces: [
      ...['1. Moth Lett. 2024 Mar;1:2.\n\n', 'A b.\n\n', 'a\n\n\n', 'PMID: 1\n', 'DOI: 10.1000/1\n\n\n'],
      ...[
        'Clay A(1), ',
        'Clay A; ',
        '(1)',
        'a-\n',
        'Author information:\n',
        'Comment in\n    ',
        '1. a. ',
        'Epub 2024 ',
      ],
    ],
  },
  'arxiv-page': {
    heads: ['[1] arXiv:2601.00001 [pdf]\nTitle: A\n', '[Submitted on 2 May 2024]\nTitle: A\n'],
    pieces: [
      ...['[1] arXiv:2601.00001 [pdf]\n', 'Title: a\nB C, D E\n', 'Abstract: ', '△ Less', 'Authors: A B, ', 'Title:\n'],
      ...['Subjects: a (cs.CL); ', 'Comments: ', '<div>\n\n', 'arXiv:2601.00001\n[\npdf\n,\nother\n]\n', ', B C\n'],
    ],
  },
  labelled: {
    heads: ['Title: A\nAuthors: B\nAbstract: ', 'Authors: '],
    pieces: [
      'Title: a\n  b\nc\nAuthors: d\n',
      '---\n',
      'a: b\n',
      '  - a\n',
      'Results: b\n',
      '- **Title**: a\n',
      '# A\n',
    ],
  },
  'arxiv-listing': {
    heads: ['', '\\\\\narXiv:2601.00001\nTitle: A\nAuthors: '],
    pieces: [
      '\\\\\narXiv:2601.00001\n',
      '  a\nb\n',
      '%-',
      `${'-'.repeat(78)}\n`,
      'kDate: x\n',
      '=3D',
      'From a Fri Jan 2 10:00:00 2026\n',
    ],
  },
  table: {
    heads: ['title,authors\nA,"', 'title,abstract\n', '| Title | Date |\n|---|---|\n| A |'],
    pieces: [
      '""',
      'a,"',
      '"a"b',
      '"\n',
      '| a |\n',
      '|---|\n',
      '| Title | Date |\n|---|---|\n',
      '$|$',
      'title,abstract\n',
    ],
  },
  'paper-list': {
    heads: [
      '- [Folding Kites](https://arxiv.org/abs/2601.00001)\n',
      '- [Folding Kites](https://arxiv.org/abs/2601.00001) ',
    ],
    pieces: [
      ...[
        '- [A b c](https://arxiv.org/abs/2601.00001) - ',
        '[1] A. arXiv:2601.00001 [2] ',
        '**',
        '- a\n  - b\n',
        '  - a\n',
      ],
      ...[
        '- Long title of it\n',
        '1. Clay A, Ek B. A b. C D. 2024;1(2):3. doi: 10.1000/1. ',
        '1. Clay A. A 2024;1 ',
        'Ek B. 2024 Mar 1;2. ',
        'PMID: 1 ',
        '1: ',
        '1. ',
        '“a” ',
        '<li>',
        '<a href=x>b</a>',
        'A b https://arxiv.or',
        '![',
        '- A b c d - ',
      ],
    ],
  },
  'results-page': {
    heads: [
      'Counting moths\nA Clay, B Ek - Journal of Barns, 2024 - Elsevier\n',
      '1\nCite\nShare\nCounting moths.\nClay A, ',
      '1\nCite\nShare\nLancet Moths\n. 2024 Mar 12;4(1):1-2.\n',
    ],
    pieces: [
      ...['Save Cite Cited by 1,021 Related articles\n', 'Save ', 'Cited by ', 'Cited by 1 ', '1 ', '1,', '1 2 3 … '],
      ...['A Clay, B Ek… - J, 2024 - E\n', 'A Clay, ', ' - ', ', 2024 - ', '[PDF] ', '[PDF] a.b\n', '(0.08 sec)'],
      ...['Clay A, Ek B.\n', 'Clay A, ', 'Moths. 2024 Mar 12;4(1):1-2. ', 'Moths. 2024\n', 'PMID: 1\n', 'PMID: 1 '],
      ...['1\nCite\nShare\n', 'Related searches\n', 'Abstract\n', 'a. B? ', '. 2024;\n', 'doi: 10.1000/1 ', 'Review\n'],
    ],
  },
  'paper-page': {
    heads: ['Paper page - A\narxiv:2405.00017\nAbstract\nView arXiv page\n', 'Paper page - A\narxiv:2405.00017\nA\n'],
    pieces: [
      ...['arxiv:2405.00017\n', 'Paper page - A\n', 'Abstract\n', 'Authors: A, ', 'Published on May 1 ', 'Upvote '],
      ...['Submitted by ', ' on May 1', '#2 Paper of the day ', 'GitHub ', '+2 authors ', 'AI-generated summary\n'],
    ],
  },
  'daily-papers': {
    heads: ['Daily Papers\n', 'Daily Papers\n::: a\n'],
    pieces: [
      ...[
        'x]{.a} ',
        '<a href="/b">',
        '{.a',
        '<div ',
        '1 author\n',
        '• 3 authors\n·\nMar 25 2\n',
        'Mar 25\n',
        'Submitted by\n',
        'A Title\n\nText of it.\n\n',
        'Upvote 1\n',
      ],
      ...['[1]: https://huggingface.co/papers/2601.00001\n', '[a][1]', '[[', '![', '•\n', '-\n', 'GitHub 1k\n'],
    ],
  },
};

const SIZE = 4 * 1024;

/** In milliseconds, for four times the size: what takes less is not looked at more closely. */
const SHORT = 100;

describe.each(Object.entries(formats))('the time of reading %s', (format, { heads, pieces }) => {
  it('grows no faster than the input, however hostile that is', () => {
    readListingNow('', format);
    const slow = heads.flatMap((head) =>
      [...ANYWHERE, ...pieces].filter((piece) => {
        const repeated = piece.repeat(Math.ceil(SIZE / piece.length));
        const read = (times: number) => readListingNow(`${head}${repeated.repeat(times)}a\n`, format);
        return processorTime(() => read(4)) > SHORT && !growsLinearly((times) => read(times * 2));
      }),
    );
    expect(slow).toEqual([]);
  });
});

it('the time of recognizing a format grows no faster than the input', () => {
  const entries = [
    '[1] Ada Clay. The Shape of a Round Pond. arXiv:2406.01234, 2024.\n[2] Bo Ek, ',
    '\n[3] Moths. arXiv:2406.01299\n',
  ];
  const slow = ['\u2028', '\u00a0', ...ANYWHERE].filter((piece) => {
    const repeated = piece.repeat(Math.ceil(SIZE / piece.length));
    const read = (times: number) => readListingNow(`Reading list\n\n${entries.join(repeated.repeat(times))}`);
    return processorTime(() => read(8)) > 3 * SHORT && !growsLinearly((times) => read(times * 2));
  });
  expect(slow).toEqual([]);
});

it('a reader whose time grows with the square of the input would be found', () => {
  let found = 0;
  const search = (text: string) => {
    for (let at = 0; at < text.length; at += 1) found += text.indexOf(']', at);
  };
  expect(growsLinearly((times) => search('['.repeat(64 * 1024 * times)))).toBe(false);
  expect(found).toBeLessThan(0);
});
