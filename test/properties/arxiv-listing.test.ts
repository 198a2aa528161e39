import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAuthors } from '../../src/names/authors.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { readListingNow } from '../read-listing.ts';

const WIDTH = 79;
const RULE = '-'.repeat(78);
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const lower = fc.stringMatching(/^[a-zéß]{1,12}$/u);
const word = fc.oneof(
  { weight: 8, arbitrary: lower },
  fc.constantFrom(
    'Results:',
    'Title:',
    'DOI:',
    '$x^{2,3}$',
    "Poincar\\'e",
    '---',
    '(a)',
    '/*',
    '%',
    '>',
    '<b>',
    '日本',
    '=20',
    '--',
    '\\alpha',
  ),
);
const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
const optionalText = fc.option(text, { nil: undefined });
const category = fc.stringMatching(/^[a-z]{2,5}(-[a-z]{2})?(\.[A-Z]{2})?$/);
const name = fc
  .tuple(
    fc.constantFrom('Ada', 'B. C.', 'Jean-Luc', "H\\'el\\`ene", 'Ferdinand', 'Øre'),
    fc.constantFrom('Sand', 'van der Clay', "O'Fox", '{\\AA}land', 'Ek Jr.', 'al-Badr', 'M{\\"u}ller', 'Andor'),
  )
  .map((parts) => parts.join(' '));
const affiliation = fc.constantFrom('', ' (Here)', ' (1,2)', ' (1 and 2)', ' (Institute of X (IX), There; Where)');
const date = fc.date({
  min: new Date('1991-08-01'),
  max: new Date('2030-12-31'),
  noInvalidDate: true,
});
const id = fc.oneof(
  fc.stringMatching(/^(0[7-9]|1[0-4])(0[1-9]|1[0-2])\.\d{4}$/),
  fc.stringMatching(/^(1[5-9]|2\d)(0[1-9]|1[0-2])\.\d{5}$/),
  fc.stringMatching(/^[a-z]{2,6}(-[a-z]{2})?(\.[A-Z]{2})?\/\d{2}(0[1-9]|1[0-2])\d{3}$/),
);

interface Listed {
  readonly paper: Paper;
  readonly affiliations: readonly string[];
}

const listed: fc.Arbitrary<Listed> = fc
  .record({
    title: text,
    abstract: fc.option(text, { nil: null }),
    date: date.map((day) => day.toISOString().slice(0, 10)),
    id,
    authors: fc.array(fc.tuple(name, affiliation), { minLength: 1, maxLength: 12 }),
    categories: fc.array(category, { minLength: 1, maxLength: 9 }),
    announceType: fc.constantFrom('new', 'cross', 'replace', 'replace-cross'),
    authorComment: optionalText,
    journalRef: optionalText,
    doi: fc.option(fc.stringMatching(/^10\.\d{4}\/[a-z0-9.()]{1,20}$/), { nil: undefined }),
    reportNumber: optionalText,
  })
  .map(({ authors, ...paper }) => ({
    affiliations: authors.map(([, each]) => each),
    paper: withoutUndefined({
      ...paper,
      abstract: paper.announceType.startsWith('replace') ? null : paper.abstract,
      authorCount: authors.length,
      upvotes: null,
      url: `https://arxiv.org/abs/${paper.id}`,
      authors: authors.map(([each]) => each),
    }),
  }));

function withoutUndefined(paper: Record<string, unknown>): Paper {
  return Object.fromEntries(Object.entries(paper).filter(([, value]) => value !== undefined)) as Paper;
}

/** Wraps words to 79 characters as arXiv does, with `indent` before each line but the first. */
function wrap(words: string, first: string, indent: string): string {
  const lines = [first];
  for (const each of words.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.trim() !== '' && line.length + 1 + each.length > WIDTH) lines.push(indent + each);
    else lines[lines.length - 1] = line === '' || line.endsWith(' ') ? line + each : `${line} ${each}`;
  }
  return `${lines.join('\n')}\n`;
}

const field = (key: string, value: string | undefined) => (value === undefined ? '' : wrap(value, `${key}:`, '  '));

function dateLine(paper: Paper): string {
  const [year, month, day] = (paper.date ?? '').split('-').map(Number);
  const printed = `Thu, ${day} ${MONTHS[(month ?? 0) - 1]} ${year} 20:04:11 GMT   (193kb,D)`;
  return paper.announceType?.startsWith('replace') ? `replaced with revised version ${printed}` : `Date: ${printed}`;
}

function authorField({ paper, affiliations }: Listed): string {
  const printed = (paper.authors ?? []).map((each, index) => each + affiliations[index]);
  const last = printed.pop() ?? '';
  return printed.length === 0 ? last : `${printed.join(', ')} and ${last}`;
}

/** @param layout `old`: `Paper:` lines and From, as in monthly files; `new`: as in daily mails */
function print(entry: Listed, layout: 'old' | 'new'): string {
  const { paper } = entry;
  const mark = paper.announceType?.endsWith('cross') ? ' (*cross-listing*)' : '';
  return [
    `${RULE}\n\\\\\n`,
    layout === 'old' ? `Paper${mark}: ${paper.id}\nFrom: A <a@example.org>\n` : `arXiv:${paper.id}${mark}\n`,
    `${dateLine(paper)}\n\n`,
    field('Title', paper.title),
    field('Authors', authorField(entry)),
    field('Categories', paper.categories?.join(' ')),
    field('Comments', paper.authorComment),
    field('Report-no', paper.reportNumber),
    layout === 'old' ? 'Subj-class: Things\n' : 'License: http://example.org/\n',
    field('Journal-ref', paper.journalRef),
    field('DOI', paper.doi),
    paper.abstract === null ? '' : `\\\\\n${wrap(paper.abstract, '  ', '')}`,
    paper.abstract === null && layout === 'old' ? '\\\\\n' : `\\\\ ( https://arxiv.org/abs/${paper.id} ,  193kb)\n`,
  ].join('');
}

const layout = fc.constantFrom('old', 'new');
const quoted = (text: string) => text.replace(/^(?=.)/gm, '> ');
const encoded = (encoding: string, body: string) => `Subject: x\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n`;
const asBase64 = (text: string) =>
  encoded(
    'base64',
    (
      Buffer.from(text)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\n'),
  );
const asQuotedPrintable = (text: string) =>
  encoded(
    'quoted-printable',
    text
      .split('\n')
      .map((line) =>
        (
          Buffer.from(line)
            .toString('latin1')
            .replace(/[^ -<>-~]| $/g, escapeByte)
            .match(/(?:=..|.){1,24}/g) ?? []
        ).join('=\n'),
      )
      .join('\n'),
  );
const escapeByte = (byte: string) => `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

describe('papers printed as an arXiv listing', () => {
  const listing = fc.tuple(fc.array(listed, { minLength: 1, maxLength: 5 }), layout).map(([entries, style]) => ({
    papers: entries.map(({ paper }) => paper),
    text: entries.map((entry) => print(entry, style as 'old' | 'new')).join(''),
  }));

  it('are read back unchanged', () => {
    fc.assert(
      fc.property(listing, ({ papers, text }) => {
        const parsed = readListingNow(text);
        expect(parsed.format).toBe('arxiv-listing');
        expect(parsed.papers).toEqual(papers);
        expect(parsed.lines.unrecognized).toBe(0);
        expect(parsed.diagnostics).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with every line end doubled', (text: string) => text.replaceAll('\n', '\n\n')],
    ['without blank lines', (text: string) => text.replace(/\n\n+/g, '\n')],
    ['without rules', (text: string) => text.replaceAll(`${RULE}\n`, '')],
    ['with continuation lines of one space', (text: string) => text.replace(/^ {2}/gm, ' ')],
    ['with continuation lines of a no-break space', (text: string) => text.replace(/^ {2}/gm, '\u00a0')],
    ['with single backslashes', (text: string) => text.replace(/^\\\\/gm, '\\')],
    ['as base64', asBase64],
    ['as quoted-printable', asQuotedPrintable],
  ])('are read back %s', (_, change) => {
    fc.assert(
      fc.property(listing, ({ papers, text }) => {
        expect(readListingNow(change(text)).papers).toEqual(papers);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['as base64', asBase64],
    ['as quoted-printable', asQuotedPrintable],
  ])('are read back %s from a long mail', (_, change) => {
    fc.assert(
      fc.property(listing, ({ papers, text }) => {
        const times = Math.ceil(1_000_000 / text.length);
        const parsed = readListingNow(change(text.repeat(times)), undefined, 512 * 1024);
        expect(parsed.papers.length).toBe(times * papers.length);
        expect(parsed.papers.slice(-papers.length)).toEqual(papers);
        expect(parsed.diagnostics).toEqual([]);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it('are read back the same however the bytes are cut into chunks', () => {
    fc.assert(
      fc.property(listing, fc.integer({ min: 1, max: 200 }), ({ text }, chunkLength) => {
        expect(readListingNow(text, 'arxiv-listing', chunkLength)).toEqual(readListingNow(text, 'arxiv-listing'));
        expect(readListingNow(asBase64(text), undefined, chunkLength)).toEqual(readListingNow(asBase64(text)));
      }),
      { numRuns: 150 },
    );
  });

  it('are read back if the listing is quoted', () => {
    fc.assert(
      fc.property(listing, ({ papers, text }) => {
        expect(readListingNow(`A wrote:\n\n${quoted(text)}`).papers).toEqual(papers);
      }),
      { numRuns: 150 },
    );
  });
});

describe('author fields', () => {
  it('give the same names with affiliations as without', () => {
    const people = fc.array(fc.tuple(name, affiliation), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(people, fc.constantFrom(', ', ' and ', ', and ', '; ', ' & '), (authors, separator) => {
        const names = authors.map(([each]) => each);
        expect(readAuthors(authors.map((parts) => parts.join('')).join(separator))).toEqual({
          authors: names,
          authorCount: names.length,
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('any text', () => {
  it('is accounted for line by line without throwing', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\\\\',
        '\\',
        RULE,
        '> ',
        '>',
        'From a Fri Mar  3 01:29:12 2023',
        '--x',
        'Content-Type: multipart/mixed; boundary=x',
        'Content-Transfer-Encoding: base64',
        'arXiv:2403.00001',
        'Date: 1 Jan 2001',
        'Title: x',
        '  more',
        '',
        '',
        `${'%%--'.repeat(19)}`,
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (lines) => {
        readListingNow(lines.join('\n'), 'arxiv-listing');
      }),
      { numRuns: 1000 },
    );
  });
});
