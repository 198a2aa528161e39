import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Publication, publicationOf } from '../../src/output/publication.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { anyPaper, paper, write } from './papers.ts';

const plain = paper({
  title: 'ToyNet: 50% of the LoRA_x weights & {why} they cost $3 a~b ^c \\input{d} <e> #f',
  date: '2024-03-25',
  id: '2403.01234',
  url: 'https://example.org/papers/2403.01234',
  authors: ['Ada Byron', 'Emma van der Berg', 'José Núñez Jr.', 'The Toy Collaboration', '王小明'],
  abstract: 'We train\na toy.',
  organization: 'Toy & Sons',
});

const tex = paper({
  title: String.raw`Alfv\'en waves of $M_{\odot}$ in M_BH and the Milky Way at z~3`,
  date: '2003-12-01',
  id: 'astro-ph/0312999',
  url: 'https://arxiv.org/abs/astro-ph/0312999',
  categories: ['astro-ph', 'gr-qc'],
  announceType: 'new',
  authors: [String.raw`Andr\'e S\o rby`, String.raw`M. Mart\'{\i}n`, String.raw`\'Eva {\O}sby`],
  authorCount: 9,
  authorComment: '4 pages, 100% invented',
  journalRef: 'J. Toys 12 (2004) 3-4',
  doi: '10.1234/toys_1 10.1234/toys_2',
  reportNumber: 'TOY-7',
});

describe('BibTeX', () => {
  it('escapes plain text, and protects capitals', async () => {
    expect(await write('bibtex', [plain])).toBe(
      String.raw`@misc{byron2024toynet-2403.01234,
  author = {Byron, Ada and van der Berg, Emma and Núñez, Jr., José and {The Toy Collaboration} and 王小明 and others},
  title = {{ToyNet}: 50\% of the {LoRA\_x} weights \& \textbraceleft{}why\textbraceright{} they cost \$3 a\textasciitilde{}b \textasciicircum{}c \textbackslash{}input\textbraceleft{}d\textbraceright{} \textless{}e\textgreater{} \#f},
  organization = {Toy \& Sons},
  year = {2024},
  month = mar,
  day = {25},
  eprint = {2403.01234},
  archivePrefix = {arXiv},
  url = {https://example.org/papers/2403.01234},
  abstract = {We train a toy.}
}

`,
    );
  });

  it('keeps TeX, and escapes what cannot be meant as TeX', async () => {
    expect(await write('bibtex', [tex])).toBe(
      String.raw`@article{sorby2003alfven-astro-ph-0312999,
  author = {S{\o}rby, Andr{\'e} and Mart{\'{i}}n, M. and {\O}sby, {\'E}va and others},
  title = {Alfv\'en waves of {$M_{\odot}$} in {M\_BH} and the {Milky} {Way} at z\textasciitilde{}3},
  journal = {J. Toys},
  volume = {12},
  pages = {3--4},
  year = {2004},
  eprint = {astro-ph/0312999},
  archivePrefix = {arXiv},
  primaryClass = {astro-ph},
  reportNumber = {TOY-7},
  doi = {10.1234/toys_1},
  url = {https://arxiv.org/abs/astro-ph/0312999},
  note = {4 pages, 100\% invented},
  keywords = {astro-ph, gr-qc},
  annote = {9 authors}
}

`,
    );
  });

  it('gives a paper without names a sort key instead of an author', async () => {
    expect(await write('bibtex', [paper({ title: 'On Toys', organization: 'Toy Lab', authorCount: 3 })])).toBe(
      '@misc{toys,\n  key = {toys},\n  title = {On Toys},\n  organization = {Toy Lab},\n  annote = {3 authors}\n}\n\n',
    );
  });

  it.each([
    [String.raw`a \input{x} b`, String.raw`a \textbackslash{}input{x} b`],
    [String.raw`\immediate\write18{x}`, String.raw`\textbackslash{}immediate\textbackslash{}write18{x}`],
    [String.raw`\begin{filecontents}`, String.raw`\textbackslash{}begin\textbraceleft{}filecontents\textbraceright{}`],
    [String.raw`$\csname x$`, String.raw`$\textbackslash{}csname x$`],
    ['$^^5cinput{x}$', String.raw`$\textasciicircum{}\textasciicircum{}5cinput{x}$`],
    ['a } b { c', String.raw`a \textbraceright{} b \textbraceleft{} c`],
    [String.raw`a \{ b`, String.raw`a \textbraceleft{} b`],
    [String.raw`$\left\{ x \right.$`, String.raw`$\left\lbrace  x \right.$`],
    [String.raw`sets \{a\}`, String.raw`sets \{a\}`],
    ['costs $5', String.raw`costs \$5`],
    ['50% & #1', String.raw`50\% \& \#1`],
    ['$a & b % c$', String.raw`$a \& b \% c$`],
    [String.raw`{\gamma} rays, z \sim 3`, String.raw`{\ensuremath{\gamma}} rays, z \ensuremath{\sim} 3`],
    [String.raw`Fig.~3 in \emph{it} at the end \ `.trim(), String.raw`Fig.~3 in \emph{it} at the end \textbackslash{}`],
  ])('makes %s valid', async (abstract, valid) => {
    const entry = await write('bibtex', [paper({ abstract, categories: ['cs.CL'] })]);
    expect(entry).toContain(`  abstract = {${valid}}\n`);
  });

  it.each([
    ['BERT for the masses', '{BERT} for the masses'],
    ['Light from the Milky Way: A survey', 'Light from the {Milky} {Way}: A survey'],
    ['Large Language Models on a Diet', 'Large Language Models on a Diet'],
    ['X-ray light of M31 and 3D maps', '{X}-ray light of {M31} and {3D} maps'],
    ['{GPT} stays', '{GPT} stays'],
    [String.raw`On $U(1)$, $x$ and \LaTeX\ toys`, String.raw`On {$U(1)$}, $x$ and {{\LaTeX}}\ toys`],
  ])('protects the capitals of %s', async (title, braced) => {
    expect(await write('bibtex', [paper({ title, categories: ['cs.CL'] })])).toContain(`  title = {${braced}}`);
  });

  it('distinguishes mathematics from money in texts of any source', async () => {
    const abstract = String.raw`From $5 to $10, in $O(n)$ with 50% of \textbf{no} {oil}`;
    expect(await write('bibtex', [paper({ abstract })])).toContain(
      String.raw`{From \$5 to \$10, in $O(n)$ with 50\% of \textbf{no} \textbraceleft{}oil\textbraceright{}}`,
    );
  });

  it('never ends a field or an entry inside a value, and repeats no key', async () => {
    const papers = fc.array(anyPaper, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(papers, async (written) => {
        const text = await write('bibtex', written);
        const entries = topLevelEntries(text);
        expect(entries.length).toBe(written.length);
        const keys = entries.map((entry) => /^@(?:misc|article|inproceedings)\{([a-z0-9.-]+),\n/.exec(entry)?.[1]);
        expect(keys).not.toContain(undefined);
        expect(new Set(keys).size).toBe(written.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('escapes every special character of plain text', async () => {
    const sign = fc.constantFrom(...'&%#_{}~^\\<>|ab \'"');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: sign, minLength: 1 }), async (abstract) => {
        const value = /^ {2}abstract = \{(.*)\}$/m.exec(await write('bibtex', [paper({ abstract })]))?.[1] ?? '';
        expect(value.replace(/\\(?:text[a-z]+\{\}|[&%$#_])/g, '')).not.toMatch(/[&%$#_{}~^\\<>|]/);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The text split after each entry, with braces counted as in BibTeX. */
function topLevelEntries(text: string): string[] {
  const entries: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] !== '}') continue;
    depth -= 1;
    if (depth > 0) continue;
    entries.push(text.slice(from, at + 1).trim());
    from = at + 1;
  }
  return entries;
}

describe.each(['bibtex', 'ris', 'csl-json', 'markdown'])('%s', (format) => {
  it('takes time proportional to the length of hostile text', async () => {
    for (const piece of [
      '$',
      '\\(',
      '{',
      '}',
      '{a',
      "\\'",
      '\\i ',
      '{\\v ',
      '~',
      '^^',
      '\\begin{',
      ', ',
      '日',
      'https://',
    ]) {
      const pieces = 50_000;
      const text = `a${piece.repeat(pieces)}`;
      const hostile = paper({
        title: text,
        abstract: text,
        authors: [text],
        url: `https://${text}`,
        categories: ['x'],
      });
      // A piece may become one character, as `\i ` does.
      expect((await write(format, [hostile])).length).toBeGreaterThan(pieces);
    }
  }, 60_000);
});

describe('citation keys', () => {
  const keysOf = async (papers: readonly Paper[]) =>
    [...(await write('bibtex', papers)).matchAll(/@misc\{(.*),/g)].map((match) => match[1]);
  const toy = paper({ title: 'A Toy', date: '2024-01-01', authors: ['Ada Byron'] });

  it('depend only on the paper', async () => {
    const papers = [
      { ...toy, id: '2401.00001' },
      { ...toy, id: 'math/0401002' },
      { ...toy, doi: '10.1234/Toys_1' },
    ];
    const keys = ['byron2024toy-2401.00001', 'byron2024toy-math-0401002', 'byron2024toy-10.1234-toys-1'];
    expect(await keysOf(papers)).toEqual(keys);
    expect(await keysOf(papers.toReversed())).toEqual(keys.toReversed());
    for (const [index, alone] of papers.entries()) expect(await keysOf([alone])).toEqual([keys[index]]);
  });

  it('contain more words of the title if there is no identifier', async () => {
    expect(await keysOf([{ ...toy, title: 'On a Toy with Wheels of Tin for Children' }])).toEqual([
      'byron2024toywheelstinchildren',
    ]);
  });

  it('contain neither names of TeX commands nor mathematics, but amounts of money', async () => {
    const titles = [
      String.raw`{\it Moths} by \emph{Ear}`,
      String.raw`Hearing $\ell_1$ Moths \(x\)`,
      'Tins for $20 and $30 each',
    ];
    expect(await keysOf(titles.map((title) => ({ ...toy, title })))).toEqual([
      'byron2024mothsear',
      'byron2024hearingmoths',
      'byron2024tins2030each',
    ]);
  });

  it('contain the year that is known', async () => {
    expect(await keysOf([{ ...toy, date: null, year: 2019 }])).toEqual(['byron2019toy']);
    expect(await keysOf([{ ...toy, date: null, id: 'astro-ph/9204001' }])).toEqual(['byron1992toy-astro-ph-9204001']);
  });

  it('end in a letter if a paper is repeated', async () => {
    expect(await keysOf([toy, toy, toy])).toEqual(['byron2024toy', 'byron2024toya', 'byron2024toyb']);
  });

  it.each([
    [{ title: 'How to Toy', authors: [String.raw`J. {\O}st-M\"uller`], categories: ['x'] }, 'ostmuller2024toy'],
    [{ title: 'Toys', authors: ['the Toy Collaboration'] }, 'toy2024toys'],
    [{ title: 'Toys', authors: ['王小明'] }, 'toys2024'],
    [{ title: '玩具' }, 'paper2024'],
  ])('consist of ASCII: %j', async (keys, key) => {
    expect(await write('bibtex', [paper({ date: '2024-01-01', ...keys })])).toContain(`@misc{${key},`);
  });
});

describe('RIS', () => {
  it('has one tag per line, each ended by CRLF', async () => {
    expect(await write('ris', [tex])).toBe(
      [
        'TY  - JOUR',
        'AU  - Sørby, André',
        'AU  - Martín, M.',
        'AU  - Øsby, Éva',
        'AU  - others',
        'TI  - Alfvén waves of $M_{\\odot}$ in M_BH and the Milky Way at z~3',
        'JO  - J. Toys',
        'VL  - 12',
        'SP  - 3',
        'EP  - 4',
        'PY  - 2004',
        'DA  - 2003/12/01',
        'DO  - 10.1234/toys_1',
        'UR  - https://arxiv.org/abs/astro-ph/0312999',
        'DB  - arXiv',
        'AN  - arXiv:astro-ph/0312999',
        'M1  - TOY-7',
        'N1  - 4 pages, 100% invented',
        'N1  - 9 authors',
        'KW  - astro-ph',
        'KW  - gr-qc',
        'ER  - ',
        '',
        '',
      ].join('\r\n'),
    );
  });

  it('consists only of lines with tags, whatever the texts contain', async () => {
    await fc.assert(
      fc.asyncProperty(anyPaper, async (hostile) => {
        const lines = (await write('ris', [hostile])).split('\r\n').filter((line) => line !== '');
        expect(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}- [^\p{Cc}]*$/u.test(line))).toEqual([]);
        expect(lines.filter((line) => line.startsWith('ER')).length).toBe(1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('CSL JSON', () => {
  it('is an array of items', async () => {
    expect(JSON.parse(await write('csl-json', [tex]))).toEqual([
      {
        id: 'sorby2003alfven-astro-ph-0312999',
        type: 'article-journal',
        title: 'Alfvén waves of $M_{\\odot}$ in M_BH and the Milky Way at z~3',
        author: [
          { family: 'Sørby', given: 'André' },
          { family: 'Martín', given: 'M.' },
          { family: 'Øsby', given: 'Éva' },
          { literal: 'others' },
        ],
        'container-title': 'J. Toys',
        volume: '12',
        page: '3-4',
        issued: { 'date-parts': [[2004]] },
        DOI: '10.1234/toys_1',
        URL: 'https://arxiv.org/abs/astro-ph/0312999',
        number: 'arXiv:astro-ph/0312999',
        keyword: 'astro-ph, gr-qc',
        note: '4 pages, 100% invented',
        annote: '9 authors',
      },
    ]);
  });

  it('splits names into their parts', async () => {
    const [item] = JSON.parse(await write('csl-json', [plain]));
    expect(item.author).toEqual([
      { family: 'Byron', given: 'Ada' },
      { family: 'Berg', given: 'Emma', 'non-dropping-particle': 'van der' },
      { family: 'Núñez', given: 'José', suffix: 'Jr.' },
      { literal: 'The Toy Collaboration' },
      { family: '王小明' },
      { literal: 'others' },
    ]);
  });
});

describe('publications', () => {
  it.each<[string, Partial<Publication>]>([
    ['J. Toys 12 (2004) 3-4', { name: 'J. Toys', volume: '12', pages: '3-4', year: 2004 }],
    ['Toy. Rev. D 66, 010001 (2002)', { name: 'Toy. Rev. D', volume: '66', pages: '010001', year: 2002 }],
    ['Toy.Rev. D66 (2002) 010001', { name: 'Toy.Rev. D', volume: '66', pages: '010001', year: 2002 }],
    ['Astrotoys.J.612:L1-L4,2004', { name: 'Astrotoys.J.', volume: '612', pages: 'L1-L4', year: 2004 }],
    ['J. Toys 12(3):1--20, 2011', { name: 'J. Toys', volume: '12', issue: '3', pages: '1-20', year: 2011 }],
    [
      'J. Toys, vol. 12, no. 3, pp. 1-20, 2011',
      { name: 'J. Toys', volume: '12', issue: '3', pages: '1-20', year: 2011 },
    ],
    ['Proceedings of Toys 2011, pp. 3-10', { kind: 'conference', name: 'Proceedings of Toys 2011, pp. 3-10' }],
    ['accepted by the toy shop', { kind: 'journal', name: 'accepted by the toy shop' }],
  ])('are read from the journal reference if it is clear: %s', (journalRef, parts) => {
    const found = Object.entries(publicationOf(paper({ journalRef })) ?? {}).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(found)).toEqual({ kind: 'journal', ...parts });
  });

  it('have the volume, the issue and the pages of the venue', async () => {
    const kites = paper({
      title: 'Kites',
      venue: 'Kite Letters',
      volume: '12',
      issue: '3',
      pages: '123-130',
      year: 2020,
    });
    const bibtex = await write('bibtex', [kites]);
    expect(bibtex).toContain('journal = {Kite Letters},\n  volume = {12},\n  number = {3},\n  pages = {123--130},');
    const ris = await write('ris', [kites]);
    expect(ris).toContain('JO  - Kite Letters\r\nVL  - 12\r\nIS  - 3\r\nSP  - 123\r\nEP  - 130\r\n');
    const [item] = JSON.parse(await write('csl-json', [kites]));
    expect(item).toMatchObject({ 'container-title': 'Kite Letters', volume: '12', issue: '3', page: '123-130' });
  });

  it.each([
    ['NeurIPS 2024', 'conference'],
    ['Proceedings of the Workshop on Toys', 'conference'],
    ['Toys in the Wild 2023', 'conference'],
    ['Advances in Neural Information Processing Systems', 'conference'],
    ['Advances in Toys', 'journal'],
    ['Journal of Toys', 'journal'],
    ['Nature', 'journal'],
    ['arXiv.org', undefined],
  ])('are read from the venue: %s', (venue, kind) => {
    expect(publicationOf(paper({ venue }))?.kind).toBe(kind);
  });

  it('determine the type and the fields of an entry', async () => {
    const papers = [paper({ venue: 'NeurIPS 2024' }), paper({ venue: 'Nature' }), paper({})];
    expect((await write('bibtex', papers)).match(/@\w+|booktitle.*|journal.*/g)).toEqual([
      '@inproceedings',
      'booktitle = {NeurIPS 2024}',
      '@article',
      'journal = {Nature}',
      '@misc',
    ]);
    expect((await write('ris', papers)).match(/^(?:TY|T2|JO) .*$/gm)).toEqual([
      'TY  - CONF',
      'T2  - NeurIPS 2024',
      'TY  - JOUR',
      'JO  - Nature',
      'TY  - MANSCPT',
    ]);
  });
});

describe.each([
  ['bibtex', '@bibtex/text'],
  ['ris', '@ris/file'],
  ['csl-json', '@csl/list+object'],
])('%s read by another program', (format, forceType) => {
  const read = async (papers: readonly Paper[]) => {
    const text = await write(format, papers);
    return plugins.input.chain(format === 'csl-json' ? JSON.parse(text) : text, { forceType });
  };

  it('has the same titles', async () => {
    // The parser keeps braces around capitals as its own markup.
    const titles = (await read([plain, tex])).map((item) => item.title.replace(/<\/?span[^>]*>/g, ''));
    expect(titles[0]).toBe(plain.title);
    expect(titles[1]).toMatch(/^Alfvén waves of .* in M_BH and the Milky Way at z~3$/);
  });

  it('has the same names', async () => {
    const names = (await read([plain, tex])).map(({ author = [] }) =>
      author.map(({ literal, given, family, suffix, ...particles }) =>
        (literal ?? [given, ...Object.values(particles), family, suffix].filter(Boolean).join(' ')).trim(),
      ),
    );
    expect(names[0]?.slice(0, 5)).toEqual([
      'Ada Byron',
      'Emma van der Berg',
      'José Núñez Jr.',
      'The Toy Collaboration',
      '王小明',
    ]);
    expect(names[1]?.slice(0, 3)).toEqual(['André Sørby', 'M. Martín', 'Éva Øsby']);
  });
});
