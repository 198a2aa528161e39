import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../src/paper/paper.ts';
import { readListingNow } from '../../read-listing.ts';

const RULE = '-'.repeat(78);
const HEAD = `\\\\
arXiv:2403.00001
Date: Mon, 4 Mar 2024 10:00:00 GMT   (10kb)

`;
const FIELDS = `${HEAD}Title: A title
Authors: A. Clay
Categories: xx.YY
`;
const LINK = '\\\\ ( https://arxiv.org/abs/2403.00001 ,  10kb)';

/** The papers and diagnostics of an arXiv listing, without detecting its format. */
function read(text: string) {
  const { papers, starts, diagnostics, lines } = readListingNow(text, 'arxiv-listing');
  const reports = diagnostics.map(({ code, line }) => `${line}: ${code}`);
  return { papers, lines: starts, reports, unrecognized: lines.unrecognized };
}

function only(text: string): Paper {
  const { papers } = read(text);
  expect(papers).toHaveLength(1);
  return papers[0] as Paper;
}

describe('entries', () => {
  it('end at the fence of a listing that was pasted as code', () => {
    const { papers, reports, unrecognized } = read(`\`\`\`text\n${RULE}\n${FIELDS}\\\\\n\`\`\`\n`);
    expect(papers).toMatchObject([{ title: 'A title', abstract: null }]);
    expect([reports, unrecognized]).toEqual([[], 0]);
  });
});

describe('fields', () => {
  it('are no headers of a mail, even if the blank line between them is lost', () => {
    expect(
      only(`From: Ada Clay <ada@example.org>\nDate: Mon, 4 Mar 2024 10:00:00 GMT\n${FIELDS.slice(HEAD.length)}\\\\\n`),
    ).toMatchObject({
      title: 'A title',
      authors: ['A. Clay'],
    });
  });

  it('continues a field in indented lines, whatever they look like', () => {
    const paper = only(`${HEAD}Title: One
  Title: two
\u00a0Authors: three
Authors: A. Clay
\\\\
`);
    expect(paper.title).toBe('One Title: two Authors: three');
    expect(paper.authors).toEqual(['A. Clay']);
  });

  it.each(['\\\\\n', `${RULE}\n`, '', 'License: none\n\\\\\n'])(
    'continues a field in a line that lost its indent, before %j',
    (end) => {
      const pages = (text: string) => only(`${FIELDS}Comments: 12 pages, ${text}\n${end}`);
      expect(pages('one\nfigure')).toMatchObject({ authorComment: '12 pages, one figure', abstract: null });
      expect(pages('two\n  figures and\none table\nand so on')).toMatchObject({
        authorComment: '12 pages, two figures and one table and so on',
        abstract: null,
      });
    },
  );

  it('reads a field of which every line but the first is indented', () => {
    const paper = only(`${FIELDS.slice(3).replace(/\n(?=.)/g, '\n   ')}     more\n   \\\\\n`);
    expect(paper).toMatchObject({ title: 'A title', date: '2024-03-04', categories: ['xx.YY', 'more'] });
  });

  it('accepts fields in any order and in any case', () => {
    const paper = only(`${HEAD}DOI: 10.9/1\nCOMMENTS: short\nCategories: a.B\nJournal-Ref: J. 1\nTitle: T\n\\\\\n`);
    expect(paper).toMatchObject({ doi: '10.9/1', authorComment: 'short', journalRef: 'J. 1', title: 'T' });
  });

  it.each([
    ['Weinan E', 'Weinan E'],
    ['E, Weinan', 'Weinan E'],
    ['Clay A.', 'A. Clay'],
  ])('reads a single author: %s', (authors, name) => {
    expect(only(`${HEAD}Title: T\nAuthors: ${authors}\n\\\\\n`).authors).toEqual([name]);
  });

  it('leaves out an empty field', () => {
    const paper = only(`${FIELDS}Comments:\nDOI: \nJournal-ref:\n\\\\\n`);
    for (const key of ['authorComment', 'doi', 'journalRef']) expect(paper).not.toHaveProperty(key);
  });

  it('reads a field that begins on the next line', () => {
    expect(only(`${HEAD}Title:\n  Late title\n\\\\\n`).title).toBe('Late title');
  });

  it('reports an unknown field and does not add it to the one before', () => {
    const { papers, reports } = read(`${FIELDS}Comments: 3 pages\nColour: red\n  and blue\n\\\\\n`);
    expect(papers[0]?.authorComment).toBe('3 pages');
    expect(reports).toEqual(['9: damaged-field']);
  });

  it('reads a repeated field once', () => {
    const { papers, reports } = read(`${FIELDS}Comments: first\nComments: second\n\\\\\n`);
    expect(papers[0]?.authorComment).toBe('second');
    expect(reports).toEqual(['9: damaged-field']);
  });

  it('reads a field that begins with a web address on a line of its own', () => {
    expect(only(`${FIELDS}Comments: see\nhttp://example.org/a: b\n\\\\\n`).authorComment).toBe(
      'see http://example.org/a: b',
    );
  });

  it('collapses white space, including tabs and no-break spaces', () => {
    expect(only(`${FIELDS}Comments: a\tb  c\u00a0d é \n   e\n\\\\\n`).authorComment).toBe('a b c d é e');
  });
});

describe('abstracts', () => {
  const abstract = (text: string) => only(`${FIELDS}\\\\\n${text}\n${LINK}\n`).abstract;

  it('reads abstracts with lines that look like fields, rules, days and identifiers', () => {
    const text =
      '  Aim: none.\nResults: 3\nTitle: four\n---\n/* five */\n\\begin{x} \\\\ six\nsee\narXiv:2401.00001\nfor more.';
    expect(abstract(text)).toBe(
      'Aim: none. Results: 3 Title: four --- /* five */ \\begin{x} \\\\ six see arXiv:2401.00001 for more.',
    );
  });

  it('reads abstracts of several paragraphs', () => {
    expect(abstract('  One.\n\n  Two.\n  Three.')).toBe('One. Two. Three.');
  });

  it('reads an abstract with a line that is only a TeX line break', () => {
    expect(abstract('  One\n\\\\\ntwo.')).toBe('One \\\\ two.');
  });

  it('reads an abstract that begins with a TeX line break and a parenthesis', () => {
    expect(abstract('  One\n\\\\ (two) three.')).toBe('One \\\\ (two) three.');
  });

  it('sets the abstract to null if none is printed', () => {
    expect(only(`${FIELDS}\\\\\n${RULE}\n`).abstract).toBeNull();
    expect(only(`${FIELDS}\\\\\n${LINK}\n`).abstract).toBeNull();
    expect(only(`${FIELDS}${LINK}\n`).abstract).toBeNull();
  });

  it('ends an abstract at a fence without a link', () => {
    const { papers, reports } = read(`${FIELDS}\\\\\n  Text.\n\\\\\n${RULE}\n${FIELDS}\\\\\n  More.\n\\\\\n`);
    expect(papers.map((paper) => paper.abstract)).toEqual(['Text.', 'More.']);
    expect(reports).toEqual([]);
  });

  it('finds an abstract if the fence before it is lost', () => {
    const { papers, reports } = read(`${FIELDS}Comments: 3 pages\n  We show\nthis and that.\nResults: all.\n${LINK}\n`);
    expect(papers[0]).toMatchObject({ authorComment: '3 pages', abstract: 'We show this and that. Results: all.' });
    expect(reports).toEqual(['2: damaged-field']);
  });

  it('reads an abstract with a line that begins with `From` and a time', () => {
    expect(abstract('  Seen\nFrom home at 12:30 on a day of 2004.')).toBe('Seen From home at 12:30 on a day of 2004.');
  });

  it.each(['( http://arXiv.org/abs/2403.00001 , 12kb)', '( snail-th/9305001 ,  12kb)', '(http://example.org/x, 3 kb)'])(
    'ends an abstract at its link: %s',
    (link) => {
      expect(only(`${FIELDS}\\\\\n  Text.\n\\\\ ${link}\n`).abstract).toBe('Text.');
      expect(only(`${FIELDS}\\\\\n  Text.\n\\ ${link}\n`).abstract).toBe('Text.');
    },
  );
});

describe('entries', () => {
  const identified = (line: string) => only(FIELDS.replace('arXiv:2403.00001', line)).id;

  it.each([
    ['arXiv:2403.00001', '2403.00001'],
    ['arXiv:2403.00010v3', '2403.00010'],
    ['arXiv:0704.0001', '0704.0001'],
    ['arXiv:math-ph/0312048 (*cross-listing*)', 'math-ph/0312048'],
    ['Paper: snail-th/9305001', 'snail-th/9305001'],
    ['Paper: math.ZZ/9305001', 'math.ZZ/9305001'],
    ['Paper (*cross-listing*): cond-xx.soft/9305001', 'cond-xx.soft/9305001'],
  ])('reads the identifier of %s', (line, id) => {
    expect(identified(line)).toBe(id);
  });

  it('reads the date of submission, else of revision', () => {
    const dated = (lines: string) => only(`\\\\\narXiv:2403.00001\n${lines}\nTitle: T\n\\\\\n`).date;
    expect(dated('Date: 1 Jan 2001\nDate (revised v2): 2 Feb 2002 \nDate (revised): 3 Mar 2003')).toBe('2001-01-01');
    expect(dated('Date (v1): 1 Jan 2001\nDate (v2): 2 Feb 2002')).toBe('2001-01-01');
    expect(dated('replaced with revised version (v2) Sat, 2 Feb 2002 10:00:00 GMT   (1kb)')).toBe('2002-02-02');
  });

  it('separates two entries if the rule between them is lost', () => {
    const { papers, reports } = read(`${FIELDS}\\\\\n${FIELDS}\\\\\n  Text.\n${LINK}\n${FIELDS}\\\\\n`);
    expect(papers.map((paper) => paper.abstract)).toEqual([null, 'Text.', null]);
    expect(reports).toEqual([]);
  });

  it('separates two entries if the fences between them are lost', () => {
    const bare = FIELDS.replace('\\\\\n', '');
    const { papers, lines, reports } = read(`${FIELDS}${bare}\\\\\n  Text.\n${bare}${LINK}\n`);
    expect(papers.map((paper) => paper.abstract)).toEqual([null, 'Text.', null]);
    expect(lines).toEqual([2, 8, 16]);
    expect(reports).toEqual(['2: truncated-entry', '8: truncated-entry']);
  });

  it('keeps the fields of an entry that is cut off', () => {
    const cut = (text: string) => read(text);
    expect(cut(`${FIELDS}Comments: 3 pa`)).toMatchObject({
      papers: [{ title: 'A title', authorComment: '3 pa' }],
      reports: ['2: truncated-entry'],
    });
    expect(cut(`${FIELDS}\\\\\n  Half an abst`)).toMatchObject({
      papers: [{ title: 'A title', abstract: 'Half an abst' }],
      reports: ['2: truncated-entry'],
    });
  });

  it('does not fill the memory with an entry that never ends', () => {
    const line = `${'word '.repeat(200)}\n`;
    const { papers, unrecognized } = read(`${FIELDS}\\\\\n${line.repeat(6_000)}`);
    expect(papers[0]?.abstract?.length).toBeLessThan(5 * 1024 * 1024);
    expect(unrecognized).toBeGreaterThan(1_000);
  });

  it('keeps the rest of an entry without an identifier', () => {
    const { papers, reports } = read(FIELDS.replace('arXiv:2403.00001\n', '') + LINK);
    expect(papers).toMatchObject([{ title: 'A title', date: '2024-03-04' }]);
    expect(papers[0]).not.toHaveProperty('url');
    expect(reports).toEqual(['2: missing-id']);
  });

  it('uses the identifier of an entry without a title as its title', () => {
    const { papers, reports } = read(`${FIELDS.replace('Title: A title\n', '')}${LINK}\n`);
    expect(papers).toMatchObject([{ title: 'arXiv:2403.00001', authorCount: 1 }]);
    expect(reports).toEqual(['2: missing-title']);
  });

  it('skips an entry without a title or an identifier', () => {
    const { papers, reports } = read(`\\\\\nDate: 4 Mar 2024\nAuthors: A. Clay\n\\\\\n`);
    expect(papers).toEqual([]);
    expect(reports).toEqual(['2: missing-title']);
  });

  it('sets a missing or invalid date to null', () => {
    expect(read(FIELDS.replace(/Date: .*\n/, '') + LINK)).toMatchObject({
      papers: [{ date: null }],
      reports: ['2: missing-date'],
    });
    expect(read(FIELDS.replace(/Date: .*/, 'Date: 31 Feb 2024') + LINK)).toMatchObject({
      papers: [{ date: null }],
      reports: ['2: bad-date'],
    });
    expect(read(FIELDS.replace('Date:', 'xDate:') + LINK)).toMatchObject({
      papers: [{ date: null }],
      reports: ['3: damaged-field', '2: missing-date'],
    });
  });

  it('sets the number of authors to null if there are none', () => {
    expect(only(FIELDS.replace(/Authors.*\n/, '') + LINK)).toMatchObject({ authorCount: null });
  });
});

describe('kinds of announcement', () => {
  const CROSSES = '%-'.repeat(39);
  const REPLACEMENTS = '%%--'.repeat(19);
  const END = '%%%---'.repeat(13);
  const marked = FIELDS.replace('00001', '00001 (*cross-listing*)');
  const kinds = (text: string) => read(text).papers.map((paper) => paper.announceType);

  it('reads the kind of announcement from the section and from the mark', () => {
    const sections = [FIELDS, marked, CROSSES, FIELDS, marked, REPLACEMENTS, FIELDS, marked, END];
    expect(kinds(sections.join(`${LINK}\n`))).toEqual(['new', 'cross', 'cross', 'cross', 'replace', 'replace-cross']);
  });

  it('forgets the section at the next mail', () => {
    const mail = `received from  Fri\n${RULE}\n${FIELDS}${LINK}\n${REPLACEMENTS}\n${FIELDS}${LINK}\n`;
    expect(kinds(mail + mail)).toEqual(['new', 'replace', 'new', 'replace']);
    expect(kinds(`${mail}${END}\n${FIELDS}${LINK}\n`)).toEqual(['new', 'replace', 'new']);
  });

  it('recognizes a replacement by the words `replaced with` if the section is lost', () => {
    expect(kinds(FIELDS.replace('Date:', 'replaced with revised version') + LINK)).toEqual(['replace']);
    expect(kinds(marked.replace('Date:', 'replaced with revised version') + LINK)).toEqual(['replace-cross']);
  });
});

describe('lines that lost their indent', () => {
  it('keep the fields after them, however the bytes arrive', () => {
    const entry =
      'Title: A stove\n  that hums\nof itself\n  and warms\nand sings\nComments: 5 kettles\n\narXiv:2403.00001\n';
    const whole = readListingNow(entry, 'arxiv-listing');
    expect(whole.papers[0]?.authorComment).toBe('5 kettles');
    expect(readListingNow(entry, 'arxiv-listing', 1).papers).toEqual(whole.papers);
  });
});

describe('lines around the entries', () => {
  it('reports lines that do not belong to a listing, each with its position', () => {
    const { reports, unrecognized } = read(`Lunch is ready.\n\n${FIELDS}${LINK}\n  Bye.\n`);
    expect(reports).toEqual(['1: unrecognized-line', '11: unrecognized-line']);
    expect(unrecognized).toBe(2);
  });

  it('accepts lines that name subject classes', () => {
    const head = `${RULE}\n Submissions to:\nHolding Hands\n received from  Wed  to  Thu\n${RULE}\n`;
    expect(read(`${head}${FIELDS}${LINK}\n`)).toMatchObject({ unrecognized: 0, papers: [{ title: 'A title' }] });
  });
});
