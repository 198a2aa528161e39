import fc from 'fast-check';
import measure from 'fast-string-truncated-width';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { TextStyle, WriterOptions } from '../../src/output/writer.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { texToText } from '../../src/tex/markup.ts';
import { anyPaper, paper, write } from './papers.ts';

const toy = paper({
  title: 'Toy Models of Everything',
  abstract:
    'We show that toys explain the world. They do so in small steps, each of which a child can follow. ' +
    'Larger toys explain more, as far as we can tell, and wooden ones last longer than those of tin. ' +
    'We give the plans of forty toys, and the code.',
  authorCount: 3,
  date: '2024-03-25',
  upvotes: 12,
  commentCount: 1,
  url: 'https://example.org/papers/1',
});
const short = paper({ title: 'Small 玩具 👩‍🔬', organization: 'Toy Lab', upvotes: 1 });

const marks: TextStyle = {
  title: (text) => `\u001b[1m${text}\u001b[22m`,
  highlight: (text) => text.replace(/toys/gi, '\u001b[31m$&\u001b[39m'),
  link: (text, url) => `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007`,
};

describe('list', () => {
  it('prints a title, a line of details and the first lines of the abstract', async () => {
    expect(await write('list', [toy, short], { width: 60 })).toBe(
      [
        'Toy Models of Everything',
        '2024-03-25 · 3 authors · 12 upvotes · 1 comment',
        'https://example.org/papers/1',
        '  We show that toys explain the world. They do so in small',
        '  steps, each of which a child can follow. Larger toys',
        '  explain more, as far as we can tell, and wooden ones last',
        '  longer than those of tin. We give the plans of forty…',
        '',
        'Small 玩具 👩‍🔬',
        'Toy Lab · 1 upvote',
        '',
      ].join('\n'),
    );
  });

  it('prints the source of a paper', async () => {
    const placed = paper({ title: 'On Toys', date: '2024-03-25', source: { file: 'a/b.txt', line: 12, format: 'x' } });
    expect(await write('list', [placed])).toBe('On Toys\n2024-03-25 · a/b.txt:12\n');
  });

  it('prints the whole abstract if requested', async () => {
    const text = await write('list', [toy], { width: 60, full: true });
    expect(text.split('\n').slice(-3)).toEqual([
      '  longer than those of tin. We give the plans of forty toys,',
      '  and the code.',
      '',
    ]);
  });

  it('prints the part of the abstract around a match', async () => {
    const abstract = `${'Toys are old. '.repeat(30)}One of them hums in the dark. ${'Nobody minds. '.repeat(30)}`;
    const show = async (word: string, options: Partial<WriterOptions> = {}) => {
      const found = (text: string): [number, number][] =>
        [...text.matchAll(RegExp(word, 'g'))].map(({ index }) => [index, index + word.length]);
      return (await write('list', [paper({ abstract })], { width: 44, ranges: found, ...options }))
        .split('\n')
        .slice(1, -1);
    };
    expect(await show('hums')).toEqual([
      '  …old. Toys are old. Toys are old. One of',
      '  them hums in the dark. Nobody minds.',
      '  Nobody minds. Nobody minds. Nobody minds.',
      '  Nobody minds. Nobody minds. Nobody minds.…',
    ]);
    expect((await show('hums', { hasUnicode: false }))[0]).toBe('  ...old. Toys are old. Toys are old. One of');
    expect(await show('hums', { full: true })).toEqual(await show('nowhere', { full: true }));
    expect(await show('Toys')).toEqual(await show('nowhere'));
    expect((await show('hums', { width: 20 })).join('')).toContain('hums');
  });

  it('prints the part around a match in a text without spaces', async () => {
    const abstract = `${'玩'.repeat(300)}具${'玩'.repeat(300)}`;
    const text = await write('list', [paper({ abstract })], { width: 40, ranges: () => [[300, 301]] });
    expect(text).toContain('  …具玩玩');
  });

  it('prints only ASCII, except the content of papers, if the terminal has nothing else', async () => {
    const text = await write('list', [toy, short], { width: 60, hasUnicode: false });
    expect(text.split('\n').slice(1, 3)).toEqual([
      '2024-03-25, 3 authors, 12 upvotes, 1 comment',
      'https://example.org/papers/1',
    ]);
    expect(text).toContain('  longer than those of tin. We give the plans of forty...\n');
    const table = await write('table', [toy], { width: 30, columns: ['title'], hasUnicode: false });
    expect(table).toBe('title\nToy Models of Everything\n');
    expect(await write('table', [toy], { width: 20, columns: ['title'], hasUnicode: false })).toBe(
      'title\nToy Models of Eve...\n',
    );
  });

  it('highlights titles, links and matches', async () => {
    const marked = paper({ title: 'On Toys', abstract: 'Old toys.', url: 'https://example.org/1' });
    expect(await write('list', [marked], { style: marks })).toBe(
      '\u001b[1mOn \u001b[31mToys\u001b[39m\u001b[22m\n' +
        '\u001b]8;;https://example.org/1\u0007https://example.org/1\u001b]8;;\u0007\n' +
        '  Old \u001b[31mtoys\u001b[39m.\n',
    );
  });

  it('links only web addresses', async () => {
    const url = 'javascript:alert(1)';
    expect(await write('list', [paper({ url })], { style: marks })).not.toContain('javascript');
  });
});

describe('table', () => {
  it('prints one aligned line per paper, under the names of the keys', async () => {
    expect(await write('table', [{ ...toy, url: undefined } as Paper, short], { width: 70 })).toBe(
      [
        'date        authorCount  upvotes  title',
        '2024-03-25            3       12  Toy Models of Everything',
        '                               1  Small 玩具 👩‍🔬',
        '',
      ].join('\n'),
    );
  });

  it('prints authors, repository and citations', async () => {
    const papers = [
      paper({
        title: 'On Toys',
        authors: ['Ada Byron', 'Mary Ann', 'Wei Li', 'Emma Berg', 'Bo Wren'],
        authorCount: 5,
        githubUrl: 'https://github.com/toys/kites',
        githubStars: 11_300,
        citationCount: 7,
        venue: 'Journal of Toys',
      }),
    ];
    const lines = (await write('table', papers, { width: Number.POSITIVE_INFINITY })).split('\n');
    expect(lines[0]?.split(/ {2,}/)).toEqual(
      'authorCount citationCount githubStars githubUrl authors venue title'.split(' '),
    );
    expect(lines[1]?.trim().split(/ {2,}/)).toEqual([
      '5',
      '7',
      '11300',
      'https://github.com/toys/kites',
      'Ada Byron, Mary Ann, Wei Li and 2 others',
      'Journal of Toys',
      'On Toys',
    ]);
  });

  it('prints the year of a paper without a day', async () => {
    expect(await write('table', [paper({ title: 'On Tins', year: 1999 })])).toBe('year  title\n1999  On Tins\n');
  });

  it('shortens titles to fit, and leaves out columns that have no room', async () => {
    expect(await write('table', [toy], { width: 36 })).toBe(
      'date        title\n2024-03-25  Toy Models of Everything\n',
    );
    expect(await write('table', [toy], { width: 30, columns: ['date', 'title'] })).toBe(
      'date        title\n2024-03-25  Toy Models of Eve…\n',
    );
  });

  it('never cuts an address or a number', async () => {
    const url = 'https://example.org/papers/a-long-name-of-a-paper';
    const papers = [paper({ title: 'A long title of a paper', url, githubStars: 1_234_567 })];
    expect(await write('table', papers, { width: 40, columns: ['title', 'githubStars', 'url'] })).toBe(
      `title         githubStars  url\nA long titl…      1234567  ${url}\n`,
    );
  });

  it('prints the chosen columns, and cuts nothing in a file', async () => {
    const papers = [paper({ id: '2503.02130', authors: ['Ada Byron', 'Mary Ann', 'Wei Li', 'Emma Berg', 'Bo Wren'] })];
    const columns = ['id', 'authors'] as const;
    expect(await write('table', papers, { width: Number.POSITIVE_INFINITY, columns })).toBe(
      'id          authors\n2503.02130  Ada Byron; Mary Ann; Wei Li; Emma Berg; Bo Wren\n',
    );
  });
});

describe.each(['list', 'table'])('%s', (format) => {
  it('is never wider than the terminal', async () => {
    await fc.assert(
      fc.asyncProperty(anyPaper, fc.integer({ min: 40, max: 90 }), fc.boolean(), async (hostile, width, full) => {
        const lines = (await write(format, [hostile], { width, full })).split('\n');
        expect(lines.filter((line) => measure(line).width > width)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('prints no control characters and no characters that change the direction of text', async () => {
    const bad = fc.constantFrom(
      '\u001b[31m',
      '\u001b]8;;x\u0007',
      '\u009b',
      '\u202e',
      '\u2066',
      '\u200f',
      '\0',
      '\r',
      'ab',
      '日',
    );
    const text = fc.string({ unit: bad, minLength: 1 });
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, abstract, organization) => {
        const hostile = paper({ title, abstract, organization, url: `https://example.org/${title}` });
        expect(await write(format, [hostile], { columns: ['title', 'abstract', 'url'] })).toMatch(
          /^[^\0-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('takes time proportional to the length of hostile text', async () => {
    for (const piece of ['x', '日', '👩‍🔬', 'a ', '\u0301', '$', '\\(', '`']) {
      const long = piece.repeat(200_000);
      const text = await write(format, [paper({ title: `a${long}`, abstract: `a${long}` })], { full: true });
      expect(text.length).toBeGreaterThan(0);
    }
  }, 60_000);
});

describe('Markdown', () => {
  it('prints a title, and for each paper a linked heading, a line of details and the abstract', async () => {
    const known = paper({
      ...toy,
      abstract: 'We like toys.',
      authors: ['Ada Byron', 'Mary Ann', 'Wei Li', 'Emma Berg', 'Bo Wren'],
      authorCount: 5,
      id: '2403.01234',
      githubUrl: 'https://github.com/toys/kites',
      githubStars: 11_300,
    });
    expect(await write('markdown', [known, short])).toBe(
      [
        '# Papers',
        '',
        '## [Toy Models of Everything](https://example.org/papers/1)',
        '',
        '2024-03-25 · Ada Byron, Mary Ann, Wei Li and 2 others · 12 upvotes · 1 comment · ' +
          '[toys/kites (11,300 stars)](https://github.com/toys/kites) · [PDF](https://arxiv.org/pdf/2403.01234)',
        '',
        'We like toys.',
        '',
        '## Small 玩具 👩‍🔬',
        '',
        'Toy Lab · 1 upvote',
        '',
      ].join('\n'),
    );
  });

  it('prints the beginning of an abstract unless all of it is requested, and never half a formula', async () => {
    const abstract = `${'We count toys. '.repeat(19)}With $x_1 + x_2 + x_3 + x_4$ they are many.`;
    const papers = [paper({ abstract })];
    expect(await write('markdown', papers)).toMatch(/toys\. With …\n$/);
    expect(await write('markdown', papers, { full: true })).toMatch(/x_4`\$ they are many\.\n$/);
  });

  it('converts the emphasis of TeX', async () => {
    const title = String.raw`Moths {\it in situ} and \textbf{bold} ones`;
    expect(await write('markdown', [paper({ title, categories: ['cs.CL'] })])).toBe(
      '# Papers\n\n## Moths *in situ* and **bold** ones\n',
    );
  });

  it.each([
    ['a *b* _c_ `d` [e](f) #g ~h~ i|j', String.raw`a \*b\* \_c\_ \`d\` \[e\](f) \#g \~h\~ i\|j`],
    ['<script>x</script> &amp; ![x](y)', String.raw`&lt;script&gt;x&lt;/script&gt; &amp;amp; !\[x\](y)`],
    ['1. not a list', String.raw`1\. not a list`],
    ['- not a list', String.raw`\- not a list`],
    ['code at https://example.org/a_b.', 'code at <https://example.org/a_b>.'],
    ['code at https://example.org/?a&b_c', String.raw`code at https&colon;//example.org/?a&amp;b\_c`],
    ['costs $5 and $6', String.raw`costs \$5 and \$6`],
  ])('escapes %s', async (abstract, escaped) => {
    expect(await write('markdown', [paper({ abstract })])).toBe(`# Papers\n\n## A Title\n\n${escaped}\n`);
  });

  it('is rendered by another program as the texts without markup of their own', async () => {
    const sign = fc.constantFrom(...'*_`[](){}<>#~|$&\\!-+=.:/"\'1a b\n', 'http://x', 'www.x.', '&lt;', '<b>', '\n\n');
    const text = fc.string({ unit: sign, minLength: 1, maxLength: 12 }).map((inner) => `${inner}z`);
    await fc.assert(
      fc.asyncProperty(text, text, async (title, abstract) => {
        const html = await marked.parse(await write('markdown', [paper({ title, abstract })], { full: true }));
        // GitHub and marked turn a bare address into a link, which shows the same text.
        const shown = html.replace(/<\/?(?:a|code)\b[^>]*>/g, '').match(/<h2>([^<]*)<\/h2>\n<p>([^<]*)<\/p>\n$/);
        const plain = (hostile: string) => texToText(hostile.replace(/\s+/g, ' ').trim(), false).trim();
        expect(shown?.slice(1).map((part) => unescapeHtml(part).trim())).toEqual([plain(title), plain(abstract)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('prints the TeX accents of names and venues as Unicode', async () => {
    const named = paper({
      authors: [String.raw`Jos\'e Mu\~noz`],
      authorCount: 1,
      venue: String.raw`Cahiers d'{\'E}toiles`,
      categories: ['cs.CL'],
    });
    expect(await write('markdown', [named])).toBe("# Papers\n\n## A Title\n\nJosé Muñoz · Cahiers d'Étoiles\n");
  });

  it('marks the mathematics of a TeX text for GitHub', async () => {
    const abstract = String.raw`the $x_1$ of \(y_2\) at $5`;
    expect(await write('markdown', [paper({ abstract, categories: ['cs.CL'] })])).toBe(
      `# Papers\n\n## A Title\n\nthe $\`x_1\`$ of \\\\(y\\_2\\\\) at \\$5\n`,
    );
  });

  it.each([
    ['javascript:alert(1)', '# Papers\n\n## A Title\n'],
    ['https://example.org/a b', '# Papers\n\n## A Title\n'],
    [
      'https://example.org/a)[b](c&copy=<d>',
      '# Papers\n\n## [A Title](https://example.org/a%29%5Bb%5D%28c&amp;copy=%3Cd%3E)\n',
    ],
  ])('links %s safely', async (url, markdown) => {
    expect(await write('markdown', [paper({ url })])).toBe(markdown);
  });

  it('links a title that contains an address once', async () => {
    const title = 'Kites of http://kites.example.org';
    const markdown = await write('markdown', [paper({ title, url: 'https://example.org/1' })]);
    expect(await marked.parse(markdown)).toContain(
      '<h2><a href="https://example.org/1">Kites of http&colon;//kites.example.org</a></h2>',
    );
  });
});

function unescapeHtml(html: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", colon: ':', period: '.' };
  return html.replace(/&([a-z]+|#39);/g, (entity, name: string) => signs[name] ?? entity);
}
