import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../read-listing.ts';
import { read } from './read.ts';

const record = (title: string, more = '') => `TY  - JOUR\nTI  - ${title}\nAU  - Moss, Tilda\n${more}ER  - \n\n`;

describe('RIS', () => {
  it('reads records with CRLF, a byte order mark and any number of spaces before the hyphen', async () => {
    const text = `\ufeff${record('A')}TY - CONF\nT1 - B\nER -\nTY  -  GEN\nTI  -  C\nER  -`.replaceAll('\n', '\r\n');
    const { titles, faults, format } = await read(text);
    expect([format, titles, faults]).toEqual(['ris', ['A', 'B', 'C'], []]);
  });

  it.each([
    [
      'MEDLINE',
      'PMID- 10000001\nTI  - Moths by Ear and by\n      Eye\nAB  - We read the\n      DNA - of moths.\nFAU - Clay, Ada\n',
    ],
    [
      'the Web of Science',
      'PT J\nAU Clay, Ada\nTI Moths by Ear and by\n   Eye\nAB We read the\n   DNA - of moths.\nER\n',
    ],
    ['RIS', 'TY  - JOUR\nAU  - Clay, Ada\nTI  - Moths by Ear and by Eye\nAB  - We read the DNA - of moths.\nER  - \n'],
    ['EndNote', '%0 Journal Article\n%A Clay, Ada\n%T Moths by Ear and by Eye\n%X We read the DNA - of moths.\n'],
  ])('reads records of %s that are indented as a whole', async (_, text) => {
    const { papers, faults } = await read(text.replace(/^(?=.)/gm, '    '));
    expect(faults).toEqual([]);
    expect(papers).toMatchObject([
      { title: 'Moths by Ear and by Eye', abstract: 'We read the DNA - of moths.', authors: ['Ada Clay'] },
    ]);
  });

  it('reads a line that looks like a tag but has different spaces as text', async () => {
    const { papers } = await read(record('A', 'AB  - Made in the\nUS - based on a trial.\n\nAnd more.\n'));
    expect(papers[0]?.abstract).toBe('Made in the US - based on a trial. And more.');
  });

  it.each([
    ['DA  - 2019/05/03/', '2019-05-03', undefined],
    ['DA  - 2019/05//', null, 2019],
    ['DA  - 2019///', null, 2019],
    ['PY  - 2019/05/03/Spring', '2019-05-03', undefined],
    ['Y1  - 2019/05/03', '2019-05-03', undefined],
    ['PY  - 2019', null, 2019],
    ['DA  - May\nPY  - 2019', null, 2019],
    ['DA  - 2019-05-03', '2019-05-03', undefined],
    ['Y1  - 2019//05/03', null, 2019],
    ['DA  - May 3\nPY  - 2019', '2019-05-03', undefined],
  ])('reads %j as %s', async (line, date, year) => {
    expect((await read(record('A', `${line}\n`))).papers[0]).toMatchObject({
      date,
      ...(year !== undefined && { year }),
    });
  });

  it('reads family name, given name and suffix in either order, and names without a comma unchanged', async () => {
    const { papers } = await read(
      record('A', 'AU  - Hartwell, Rob J., Jr.\nAU  - Hartwell, III, Rob\nAU  - Widodo\nAU  - Moth Group\n'),
    );
    expect(papers[0]?.authors).toEqual([
      'Tilda Moss',
      'Rob J. Hartwell Jr.',
      'Rob Hartwell III',
      'Widodo',
      'Moth Group',
    ]);
  });

  it.each([
    ['A1  - van Ek T.B.\nA1  - Reed A.\n', ['T.B. van Ek', 'A. Reed']],
    ['A1  - Reed, Ann, PhD\nA1  - Fox, MD\nA1  - Gold, Di(gold@example.org)\n', ['Ann Reed', 'MD Fox', 'Di Gold']],
  ])('reads names that databases print with initials, degrees or addresses: %j', async (lines, authors) => {
    expect((await read(record('A', lines).replace('AU  - Moss, Tilda\n', ''))).papers[0]?.authors).toEqual(authors);
  });

  it('takes the year from the days of a conference', async () => {
    const { papers, faults } = await read(record('A', 'Y1  - 14-17 July 2023\nVL  - abs/2305.01234\n'));
    expect([papers[0]?.year, papers[0]?.id, faults]).toEqual([2023, '2305.01234', []]);
  });

  it('counts citations from the note of Scopus', async () => {
    const { papers } = await read(record('A', 'N1  - Export Date: 2 June 2024; Cited By: 12; Correspondence: Moss\n'));
    expect(papers[0]?.citationCount).toBe(12);
  });

  it("reads the tags of the Astrophysics Data System, which are EndNote's with other meanings", async () => {
    const text = (number: number) =>
      `%R 202${number}ApKit..12...33C\n%T Folding Kites\n%A Clay, Ada; Ek, Bo\n%F AA(Kite Institute), AB(-)\n` +
      '%J The Astrophysical Kite, Volume 12, Issue 3, id.33\n%V 12\n%D 04/2020\n%B Kites\n   fold.\n' +
      '%U https://example.org/abs/1\n%Y DOI:10.1000/k.1; eprintid: arXiv:2003.01234\n%G ADS\n\n';
    const { format, papers, faults } = await read(text(0) + text(1));
    expect([format, faults, papers.length]).toEqual(['ris', [], 2]);
    expect(papers[0]).toEqual({
      title: 'Folding Kites',
      abstract: 'Kites fold.',
      authors: ['Ada Clay', 'Bo Ek'],
      authorCount: 2,
      date: null,
      year: 2020,
      upvotes: null,
      id: '2003.01234',
      url: 'https://arxiv.org/abs/2003.01234',
      doi: '10.1000/k.1',
      venue: 'The Astrophysical Kite',
      volume: '12',
    });
  });

  it('reads the tags of RefWorks', async () => {
    const { papers, faults, format } = await read(
      'RT Journal Article\nSR Electronic(1)\nA1 Moss,Tilda B.\nA1 van Ek,Bo\nT1 Moths by Ear\nYR 2023\nFD May 4, 2023\n' +
        'JF Moth Letters\nDO 10.1000/moth.1\nUL https://example.org/moths\nAB AI hears moths.\n\n' +
        'RT Book, Section\nA1 Reed,Ann\nT1 Ponds\nJF arXiv preprint arXiv:1905.01234\nYR 2019\n',
    );
    expect([format, faults]).toEqual(['ris', []]);
    expect(papers).toMatchObject([
      {
        title: 'Moths by Ear',
        abstract: 'AI hears moths.',
        authors: ['Tilda B. Moss', 'Bo van Ek'],
        date: '2023-05-04',
        venue: 'Moth Letters',
        doi: '10.1000/moth.1',
        url: 'https://example.org/moths',
      },
      { title: 'Ponds', authors: ['Ann Reed'], year: 2019, id: '1905.01234' },
    ]);
  });

  it.each(['T2', 'JO', 'JF', 'BT', 'JA'])('reads the venue from %s', async (tag) => {
    expect((await read(record('A', `${tag}  - Journal of Ponds\n`))).papers[0]?.venue).toBe('Journal of Ponds');
  });

  it('finds the identifier in the accession number, the DOI or the address', async () => {
    const lines = [
      'AN  - arXiv:2405.00010',
      'DO  - 10.48550/arXiv.2405.00010',
      'UR  - http://arxiv.org/abs/2405.00010v2',
    ];
    const { papers } = await read(lines.map((line) => record('A', `${line}\n`)).join(''));
    expect(papers.map(({ id }) => id)).toEqual(['2405.00010', '2405.00010', '2405.00010']);
  });

  it('reads records without their end lines', async () => {
    const { titles, faults } = await read(`TY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\n${record('C')}`);
    expect([titles, faults]).toEqual([['A', 'B', 'C'], []]);
  });

  it('counts what a database writes above the records as boilerplate', async () => {
    const { lines, faults } = await read(`Pondbase\nEXPORT DATE: 5 May 2024\n\n${record('A')}`);
    expect([lines.boilerplate, lines.unrecognized, faults]).toEqual([2, 0, []]);
  });

  it.each([
    [
      'the end of the last record',
      `${record('A')}TY  - JOUR\nTI  - B\nAB  - Half an`,
      ['A', 'B'],
      ['truncated-entry 8'],
    ],
    [
      'the first line of a record',
      `${record('A')}TI  - B\nER  - \n\n${record('C')}`,
      ['A', 'B', 'C'],
      ['truncated-entry 6'],
    ],
    ['the first line of the file', `TI  - A\nER  - \n\n${record('B')}`, ['A', 'B'], ['truncated-entry 1']],
    [
      'the boundary between two records',
      `TY  - JOUR\nTI  - A\nTI  - B\nER  - \n\n${record('C')}`,
      ['A', 'C'],
      ['damaged-field 3'],
    ],
    ['a title', `TY  - JOUR\nAU  - Moss, T.\nER  - \n\n${record('B')}`, ['B'], ['missing-title 1']],
  ])('reports the loss of %s', async (_lost, text, titles, faults) => {
    const reading = await read(text);
    expect([reading.titles, reading.faults]).toEqual([titles, faults]);
  });

  it('reports lines between records once', async () => {
    const { faults, lines } = await read(`${record('A')}what\nis\nthis\n${record('B')}`);
    expect([faults, lines.unrecognized]).toEqual([['unrecognized-line 6'], 3]);
  });

  it('gives up a record that never ends', async () => {
    const { titles, faults } = await read(
      `TY  - JOUR\nTI  - A\nAB  - ${'words and words\n'.repeat(80_000)}${record('B')}`,
    );
    expect([titles, faults[0]?.split(' ')[0]]).toEqual([['A', 'B'], 'truncated-entry']);
  });
});

describe('MEDLINE', () => {
  const medline = (title: string, more = '') => `PMID- 1\nTI  - ${title}\n${more}SO  - J Pond. 2020.\n\n`;

  it.each([
    ['2019 Mar 5', '2019-03-05', undefined],
    ['2019 Mar-Apr', null, 2019],
    ['2019 Mar', null, 2019],
    ['2019 Winter', null, 2019],
    ['2019 Dec-2020 Jan', null, 2019],
    ['2019', null, 2019],
  ])('reads DP %s', async (printed, date, year) => {
    const { papers } = await read(medline('A.', `DP  - ${printed}\n`));
    expect(papers[0]).toMatchObject({ title: 'A', date, ...(year !== undefined && { year }) });
  });

  it('reads the day of DEP if DP has none', async () => {
    const { papers } = await read(medline('A.', 'DP  - 2019 Mar-Apr\nDEP - 20190215\n'));
    expect(papers[0]).toMatchObject({ date: '2019-02-15' });
    expect(papers[0]).not.toHaveProperty('year');
  });

  it('removes one full stop from a title and nothing else', async () => {
    const titles = ['A.', 'Is it?', 'And so on...', '[Moths by ear].'].map((title) => medline(title));
    expect((await read(titles.join(''))).titles).toEqual(['A', 'Is it?', 'And so on...', '[Moths by ear]']);
  });

  it('prefers full names, and keeps abbreviated ones and groups in order', async () => {
    const { papers } = await read(
      medline('A.', 'FAU - Moss, Tilda B\nAUID- ORCID: 0\nAU  - Moss TB\nCN  - Moth Group\nAU  - Van Damme JC\n'),
    );
    expect(papers[0]?.authors).toEqual(['Tilda B Moss', 'Moth Group', 'JC Van Damme']);
  });

  it('finds the DOI in LID or AID, whichever is marked as one', async () => {
    const { papers } = await read(
      medline('A.', 'LID - S12 [pii]\nLID - 10.1000/a [doi]\n') +
        medline('B.', 'AID - 10.1000/b [doi]\nAID - S12 [pii]\n'),
    );
    expect(papers.map(({ doi }) => doi)).toEqual(['10.1000/a', '10.1000/b']);
  });

  it('reports the loss of the end of a record', async () => {
    const { titles, faults } = await read(`${medline('A.')}PMID- 2\nTI  - B.\nFAU - Moss, Til`);
    expect([titles, faults]).toEqual([['A', 'B'], ['truncated-entry 7']]);
  });
});

describe('text that is not RIS', () => {
  it.each(['TY - what?\nTI - no', 'AB - a list\nCD - of things\nEF - with hyphens', '%0 is not a tag', 'PT J'])(
    'is not read as RIS: %j',
    (text) => {
      expect(formatsOf(text)).not.toContain('ris');
    },
  );

  it("reads Ovid's records, which begin with a number", async () => {
    const { papers, faults } = await read(
      'VN  - Ovid Technologies\nDB  - Ovid MEDLINE(R)\n\n<1>\nUI  - 39000001\nTI  - Of kites.\nSO  - Kite Letters. 12(3):1-9, 2024.\n' +
        'AU  - Clay A\nFA  - Clay, Ada\nYR  - 2024\n\n<2>\nUI  - 39000002\nTI  - Of moths.\nAU  - Fox C\nAU  - Ek B\n',
    );
    expect(faults).toEqual([]);
    expect(papers).toMatchObject([
      { title: 'Of kites.', authors: ['Ada Clay'], venue: 'Kite Letters', year: 2024 },
      { title: 'Of moths.', authors: ['C Fox', 'B Ek'] },
    ]);
  });

  it('reads records with the numbers that Ovid prints before them', async () => {
    const { titles, faults } = await read(`1. \n${record('A')}2. \n${record('B')}<3>\n${record('C')}`);
    expect([titles, faults]).toEqual([['A', 'B', 'C'], []]);
  });

  it.each([
    ['AU Moss, T\nAF Moss, Tilda\nCA Geese Study Grp\n', ['Tilda Moss', 'Geese Study Grp']],
    ['AU Moss, T\nCA Geese Study Grp\n   Ducks Study Grp\n', ['T Moss', 'Geese Study Grp', 'Ducks Study Grp']],
    ['CA Geese Study Grp\n', ['Geese Study Grp']],
  ])('reads groups among the authors of the Web of Science: %j', async (lines, authors) => {
    const { papers, faults } = await read(`PT J\n${lines}TI Geese at night\nSO POND\nPD SUM\nPY 2019\nER\n`);
    expect([papers[0]?.authors, papers[0]?.year, faults]).toEqual([authors, 2019, []]);
  });
});
