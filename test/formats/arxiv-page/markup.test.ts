import { describe, expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';

const records = [
  {
    title: 'On Kites',
    abstract: 'Kites [1][2] of $n_1$ metres are flown at 3 [km/s].',
    authors: ['Ada Clay', 'Bo Ek'],
    id: '2607.00007',
    date: '2026-07-08',
    categories: ['cs.LG'],
  },
  {
    title: 'On Ponds',
    abstract: 'Ponds are round.',
    authors: ['Cy Fox'],
    id: '2607.00008',
    date: '2026-07-08',
    announceType: 'cross',
    authorComment: '12 pages',
  },
];

function expectRecords(text: string): void {
  const { format, papers, diagnostics } = readListingNow(text);
  expect(diagnostics).toEqual([]);
  expect(format).toBe('arxiv-page');
  expect(papers).toMatchObject(records);
}

describe('a list of arXiv as Markdown', () => {
  it('reads links whose targets are defined at the end', () => {
    expectRecords(String.raw`### Showing new listings for Wednesday, 8 July 2026

### New submissions (showing 1 of 1 entries)

\[1\] [arXiv:2607.00007][15] \[[pdf][16], [html][17], [other][18]\]

Title: On Kites

[Ada Clay][19], [Bo Ek][20]

Subjects: Machine Learning (cs.LG)

Kites \[1\]\[2\] of $n\_1$ metres are flown at 3 \[km/s\].

### Cross submissions (showing 1 of 1 entries)

\[2\] [arXiv:2607.00008][21] (cross-list from physics.flu-dyn) \[[pdf][22], [other][23]\]

Title: On Ponds

[Cy Fox][24]

Comments: 12 pages

Subjects: Fluid Dynamics (physics.flu-dyn)

Ponds are round.

[15]: /abs/2607.00007 "Abstract"
[16]: /pdf/2607.00007 "Download PDF"
[19]: https://arxiv.org/search/cs?searchtype=author&query=Clay,+A
`);
  });

  it('reads a page without links, whose brackets are escaped', () => {
    expectRecords(String.raw`### Showing new listings for Wednesday, 8 July 2026

### New submissions (showing 1 of 1 entries)

\[1\] arXiv:2607.00007 \[pdf, html, other\]

Title: On Kites

Ada Clay, Bo Ek

Subjects: Machine Learning (cs.LG)

Kites \[1\]\[2\] of $n\_1$ metres are flown at 3 \[km/s\].

### Cross submissions (showing 1 of 1 entries)

\[2\] arXiv:2607.00008 (cross-list from physics.flu-dyn) \[pdf, other\]

Title: On Ponds

Cy Fox

Comments: 12 pages

Subjects: Fluid Dynamics (physics.flu-dyn)

Ponds are round.
`);
  });

  it('reads escaped brackets around more than two links', () => {
    const link = (text: string) => `[${text}](https://arxiv.org/${text}/2601.00007)`;
    const { papers } = readListingNow(
      `Showing 1–1 of 812 results for all: kites\n\n1.  ${link('arXiv:2601.00007')}\n    \\[${link('pdf')},\n    ${link('ps')}, ` +
        `${link('html')},\n    ${link('other')}\\]\n\n    cs.LG\n\n    On Kites\n\n    Authors: Ada Clay\n\n` +
        '    Abstract: Kites are flown.\n\n    Submitted 2 January, 2026; originally announced January 2026.\n',
    );
    expect(papers).toMatchObject([{ title: 'On Kites', id: '2601.00007', categories: ['cs.LG'] }]);
  });

  it('reads a page of which only the headings show that it is Markdown', () => {
    expectRecords(`### Showing new listings for Wednesday, 8 July 2026

### New submissions (showing 1 of 1 entries)

[1] arXiv:2607.00007  [pdf, html, other]
    \n
Title: On Kites

Ada Clay, Bo Ek

Subjects: Machine Learning (cs.LG)

Kites [1][2] of $n_1$ metres are flown at 3 [km/s].

### Cross submissions (showing 1 of 1 entries)

[2] arXiv:2607.00008  (cross-list from physics.flu-dyn) [pdf, other]
    \n
Title: On Ponds

Cy Fox

Comments: 12 pages

Subjects: Fluid Dynamics (physics.flu-dyn)

Ponds are round.
`);
  });
});

describe('a list of arXiv as text', () => {
  it('reads addresses in brackets after the text, and headings in capital letters', () => {
    expectRecords(`SHOWING NEW LISTINGS FOR WEDNESDAY, 8 JULY 2026

NEW SUBMISSIONS (SHOWING 1 OF 1 ENTRIES)

[1] arXiv:2607.00007 [/abs/2607.00007] [pdf [/pdf/2607.00007], html
[https://arxiv.org/html/2607.00007v1], other [/format/2607.00007]]
Title: On Kites
Ada Clay [https://arxiv.org/search/cs?searchtype=author&query=Clay,+A], Bo
Ek
[https://arxiv.org/search/cs?searchtype=author&query=Ek,+B]
Subjects: Machine Learning (cs.LG)

Kites [1][2] of $n_1$ metres are flown at 3 [km/s].


CROSS SUBMISSIONS (SHOWING 1 OF 1 ENTRIES)

[2] arXiv:2607.00008 [/abs/2607.00008] (cross-list from physics.flu-dyn) [pdf
[/pdf/2607.00008], other [/format/2607.00008]]
Title: On Ponds
Cy Fox [https://arxiv.org/search/physics?searchtype=author&query=Fox,+C]
Comments: 12 pages
Subjects: Fluid Dynamics (physics.flu-dyn)

Ponds are round.
`);
  });

  it('reads the text of a page with the white space of its HTML', () => {
    expectRecords(`Showing new listings for Wednesday, 8 July 2026

New submissions (showing 1 of 1 entries)

[1]

        arXiv:2607.00007
      \n        [pdf, html, other]
    \n

Title:
          On Kites
        \nAda Clay, Bo Ek
Subjects:
Machine Learning (cs.LG)
        \n
          Kites [1][2] of $n_1$ metres are flown at 3 [km/s].
        \n
Cross submissions (showing 1 of 1 entries)

[2]

        arXiv:2607.00008
      \n        (cross-list from physics.flu-dyn)
        [pdf, other]
    \n

Title:
          On Ponds
        \nCy Fox
Comments:
          12 pages
        \nSubjects:
Fluid Dynamics (physics.flu-dyn)
        \n
          Ponds are round.
`);
  });

  it('takes no number in brackets between numbered links for a link', () => {
    const { papers } = readListingNow(
      '1. [10]arXiv:2607.00007 [[11]pdf, [12]other] cs.LG\n\n   On Kites\n\n   Authors: [IMG][13]Ada Clay, [IMG][14]Bo Ek\n\n' +
        '   Abstract: Kites are flown.\n\n   Submitted 2 July, 2026; originally announced July 2026.\n',
    );
    expect(papers).toMatchObject([{ title: 'On Kites', id: '2607.00007', abstract: 'Kites are flown.' }]);
  });
});

it('reads the results of a search in which a dash became two hyphens', () => {
  const { format, papers, diagnostics } = readListingNow(
    '# Showing 1--1 of 812 results for all: [kites]{.mathjax} {#showing-11-of-812 .title}\n\n1.  ::: is-marginless\n' +
      '    [arXiv:2607.00007](https://arxiv.org/abs/2607.00007)\n     \\[[pdf](https://arxiv.org/pdf/2607.00007)\\]\n    :::\n\n' +
      '    On Kites\n\n    [Authors:]{.is-bold} [Ada Clay](/search/?searchtype=author&query=Clay%2C+A)\n\n' +
      '    [Abstract]{.is-bold}: Kites are flown.\n\n    [Submitted]{.is-bold} 2 July,\n    2026; [originally announced]{.is-bold} July 2026.\n',
  );
  expect(format).toBe('arxiv-page');
  expect(papers).toMatchObject([{ title: 'On Kites', abstract: 'Kites are flown.', date: '2026-07-02' }]);
  expect(diagnostics).toEqual([]);
});

it('reads affiliations on lines of their own', () => {
  const { papers } = readListingNow(
    'Showing new listings for Wednesday, 8 July 2026\nNew submissions (showing 1 of 1 entries)\n[1]\narXiv:2607.00007\n[\npdf\n]\n' +
      'Title:\nOn Kites (Extended Abstract)\nAda Clay\n(Fern Lab, Leeds),\nBo Ek\n(1 and 2)\nSubjects:\nMachine Learning (cs.LG)\n' +
      'We fly kites of all sizes and colours over the ponds of forty towns, with and without wind.\n',
  );
  expect(papers).toMatchObject([{ title: 'On Kites (Extended Abstract)', authors: ['Ada Clay', 'Bo Ek'] }]);
});

it('leaves titles out of linked names', () => {
  const link = (text: string) => `[${text}](https://arxiv.org/search/cs?searchtype=author&query=Clay)`;
  const { papers } = readListingNow(
    `### Showing new listings for Wednesday, 8 July 2026\n\n[1] ${link('arXiv:2607.00007')} [${link('pdf')}]\n\nTitle: On Kites\n\n` +
      `${link('Prof. Ada Clay')}, ${link('Bo Ek')}\n\nSubjects: Machine Learning (cs.LG)\n`,
  );
  expect(papers).toMatchObject([{ authors: ['Ada Clay', 'Bo Ek'] }]);
});

describe('pages that html2text of Debian prints', () => {
  it('have names without underscores', () => {
    const { papers, diagnostics } = readListingNow(
      '**** Showing new listings for Wednesday, 8 July 2026 ****\n**** New submissions (showing 2 of 2 entries) ****\n' +
        '  [1] arXiv:2607.00007 [pdf, html, other]\n      Title: On K_max and Kites\n      Ada_Clay, J._van_der_Ek (Fern Lab)\n' +
        '      Subjects: Machine Learning (cs.LG)\n      Kites of $K_max$ fly.\n' +
        '  [2] arXiv:2607.00008 [pdf, other]\n      Title: On Ponds\n      Bo_Ek\n      Subjects: Machine Learning (cs.LG)\n',
    );
    expect(papers).toMatchObject([
      {
        title: 'On K_max and Kites',
        authors: ['Ada Clay', 'J. van der Ek'],
        abstract: 'Kites of $K_max$ fly.',
        announced: '2026-07-08',
      },
      { title: 'On Ponds', authors: ['Bo Ek'] },
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('have headings without asterisks', () => {
    const { papers } = readListingNow(
      'arXiv:2405.01234 (cs)\n[Submitted on 2 May 2024]\n****** Title:Counting Lanterns in Dark\nCorridors ******\n' +
        'Authors:Ada_Clay, Bo_Ek\n     Abstract:We count.\nSubjects: Computation and Language (cs.CL)\n',
    );
    expect(papers).toMatchObject([
      { title: 'Counting Lanterns in Dark Corridors', authors: ['Ada Clay', 'Bo Ek'], abstract: 'We count.' },
    ]);
  });
});
