import { describe, expect, it } from 'vitest';
import { splitFields } from '../../../src/formats/arxiv-page/inline-fields.ts';
import { gapBetween } from '../../../src/formats/arxiv-page/line-joints.ts';
import { readListingNow } from '../../read-listing.ts';

const ABOVE = 'arXiv:2405.01234 (cs)\n[Submitted on 2 May 2024 (v1), last revised 4 Jun 2024 (this version, v2)]\n';
const BELOW = 'Comments: 12 pages\nSubjects: Computation and Language (cs.CL)\nSubmission history\n';

function read(text: string) {
  const { papers, diagnostics } = readListingNow(text);
  const faults = diagnostics.filter(({ severity }) => severity !== 'info');
  return { papers, faults: faults.map(({ code, message }) => `${code}: ${message}`) };
}

describe('the page of one paper', () => {
  it('is named after its identifier if the title is missing', () => {
    const { papers, faults } = read(`${ABOVE}Authors: Ada Clay, Bo Ek\nAbstract: We count lanterns.\n${BELOW}`);
    expect(papers).toMatchObject([
      { title: 'arXiv:2405.01234', id: '2405.01234', authors: ['Ada Clay', 'Bo Ek'], abstract: 'We count lanterns.' },
    ]);
    expect(faults).toEqual(['missing-title: page without a title: the identifier is used instead']);
  });

  it('is recognized by how to cite it if everything above the title or the authors is lost', () => {
    const rest =
      'Authors: Ada Clay\nAbstract: We count lanterns.\nComments: 12 pages\nCite as: arXiv:2405.01234 [cs.CL]\n';
    expect(read(`Title: Counting Lanterns\n${rest}`)).toMatchObject({
      papers: [{ title: 'Counting Lanterns', id: '2405.01234', authorComment: '12 pages' }],
      faults: [],
    });
    expect(read(rest)).toMatchObject({
      papers: [{ title: 'arXiv:2405.01234', authors: ['Ada Clay'], abstract: 'We count lanterns.' }],
      faults: ['missing-title: page without a title: the identifier is used instead'],
    });
  });

  it('keeps a line of the abstract that looks like the head of another paper', () => {
    const abstract = 'We count the lanterns of\narXiv:lanterns (all)\nand of no other place.';
    const { papers } = read(`${ABOVE}Title: Counting Lanterns\nAuthors: Ada Clay\nAbstract: ${abstract}\n${BELOW}`);
    expect(papers).toMatchObject([{ abstract: abstract.replaceAll('\n', ' ') }]);
  });

  it('keeps a line of the abstract that looks like the day of submission', () => {
    const abstract = 'The stamp says\n[Submitted on 4 Jun 2026] on every lantern.';
    const { papers } = read(`${ABOVE}Title: Counting Lanterns\nAuthors: Ada Clay\nAbstract: ${abstract}\n${BELOW}`);
    expect(papers).toMatchObject([{ abstract: abstract.replace('\n', ' '), date: '2024-05-02' }]);
  });

  it.each(['Comments: a Short History', 'Total of 12 entries', 'Help'])(
    'reads texts below their labels: %s',
    (text) => {
      const { papers } = read(`${ABOVE}Title:\n${text}\nAuthors:\nAda Clay\nAbstract:\nComments: we count.\n${BELOW}`);
      expect(papers).toMatchObject([
        { title: text, authors: ['Ada Clay'], abstract: 'Comments: we count.', authorComment: '12 pages' },
      ]);
    },
  );

  it('does not take text behind the abstract into it', () => {
    const { papers } = read(
      `${ABOVE}Counting Lanterns\nAda Clay, Bo Ek\n\nWe count lanterns.\n\nComments: 12 pages\nView PDF\nAlso of note\n` +
        'Subjects: Computation and Language (cs.CL)\nSubmission history\n',
    );
    expect(papers).toMatchObject([
      { title: 'Counting Lanterns', abstract: 'We count lanterns.', categories: ['cs.CL'] },
    ]);
    expect(papers[0]?.authorComment).toMatch(/^12 pages/);
  });

  it('takes a DOI out of angle brackets', () => {
    const below = BELOW.replace('Submission', 'Related DOI: <ht\ntps://doi.org/10.1000/jol.12>\nSubmission');
    expect(
      read(`${ABOVE}Title: Counting Lanterns\nAuthors: Ada Clay\nAbstract: We count.\n${below}`).papers,
    ).toMatchObject([{ doi: '10.1000/jol.12' }]);
  });

  it('takes a DOI without the words of a screen reader', () => {
    const { papers } = read(
      `${ABOVE}Title: Counting Lanterns\nAuthors: Ada Clay\nAbstract: We count.\n${BELOW.replace(
        'Submission',
        'Related DOI: https://doi.org/10.1000/jol.12 Focus to learn more\nSubmission',
      )}`,
    );
    expect(papers[0]?.doi).toBe('10.1000/jol.12');
  });
});

describe('a list of the papers of a year', () => {
  const list = (heading: string) =>
    `${heading}\n[1] arXiv:2601.00007 [pdf, other]\nTitle: On Kites\nAuthors: Ada Clay\nSubjects: Optics (physics.optics)\n`;

  it('gives its year to papers without a date', () => {
    expect(read(list('Authors and titles for January 2026')).papers).toMatchObject([
      { title: 'On Kites', date: null, year: 2026 },
    ]);
    expect(read(list('Authors and titles for recent submissions')).papers[0]).not.toHaveProperty('year');
  });
});

describe('an entry of a search', () => {
  const entry = (more: string) =>
    `Showing 1–1 of 1 results for all: kites\n\narXiv:2601.00007 [pdf, other] cs.LG\n\nOn Kites\n\nAuthors: Ada Clay\n\n${more}\n`;

  it('is reported if the page shows a part of the abstract only', () => {
    const { papers, faults } = read(entry('Abstract: Kites are flown on… ▽ More'));
    expect(papers).toMatchObject([{ title: 'On Kites' }]);
    expect(faults.join()).toContain('damaged-field: the page shows a part of the abstract');
  });

  it('is reported if its day of submission is not a date', () => {
    const { papers, faults } = read(
      entry('Abstract: Kites are flown.\n\nSubmitted 35 January, 2026; originally announced soon.'),
    );
    expect(papers).toMatchObject([{ title: 'On Kites', date: null }]);
    expect(faults.join()).toContain('bad-date: not a date: ');
    expect(read(entry('Abstract: Kites fly.\n\nSubmitted 5 of January.')).faults.join()).toContain('bad-date');
  });
});

it('splits an entry on one line at the names of its fields, and leaves those within the abstract', () => {
  const head = '[pdf, other]';
  expect(splitFields(`${head} Title: On Kites Authors: Ada Clay Subjects: Optics (physics.optics)`)).toEqual([
    head,
    'Title: On Kites',
    'Authors: Ada Clay',
    'Subjects: Optics (physics.optics)',
  ]);
  const subjects = 'Subjects: Optics (physics.optics) ; Learning (cs.LG)';
  expect(splitFields(`${head} Title: On Kites ${subjects} Kites fly (far). Comments: none were made.`)).toEqual([
    head,
    'Title: On Kites',
    subjects,
    'Kites fly (far). Comments: none were made.',
  ]);
  expect(splitFields(`${head} Title: On Kites Title: and Strings`)).toEqual([
    head,
    'Title: On Kites Title: and Strings',
  ]);
  expect(splitFields(`${head} Subjects: Optics`)).toEqual([head, 'Subjects: Optics']);
});

describe('two lines that a program has wrapped', () => {
  it.each<[string, string, '' | ' ']>([
    ['https:/', '/example.org', ''],
    ['see https://example.org/', 'a_b of kites', ''],
    ['see https://example.org/', 'which kites', ' '],
    ['see https://example.org/', 'kites', ''],
    ['A/', 'B tests', ''],
    ['A', '/B tests', ''],
    ['A', '/ B tests', ' '],
    ['Schr', '\\"odinger', ''],
    ['the', '\\emph{dry} season', ' '],
    ['$x', '\\alpha$', ' '],
    ['$2', '\\alpha$', ''],
    ['pre-', 'and post-war', ' '],
    ['Jean-', 'Luc Moss', ''],
  ])('are joined: %j and %j with %j', (before, after, gap) => {
    expect(gapBetween(before, after, true)).toBe(gap);
  });
});

describe('the table of fields on an abstract page', () => {
  const head =
    '# Title:Counting Lanterns\n\nAuthors:[Ada Clay](https://arxiv.org/search/cs?searchtype=author&query=Clay,+A), [Bo Ek](https://arxiv.org/search/cs?searchtype=author&query=Ek,+B)\n\n' +
    '> Abstract:We count lanterns.\n\n';
  const record = {
    title: 'Counting Lanterns',
    abstract: 'We count lanterns.',
    id: '2405.01234',
    categories: ['cs.CL', 'cs.LG'],
    authorComment: '12 pages',
    journalRef: 'Lamps 12 (2024)',
    doi: '10.1000/lamps.12',
    reportNumber: 'LTN-7',
  };

  it('is read with one bar in each row', () => {
    const { papers } = readListingNow(
      `[Submitted on 2 May 2024]\n\n${head}Comments: | 12 pages  \n---|---  \nSubjects: | Computation and Language (cs.CL); Machine\nLearning (cs.LG)  \n` +
        'Report number: | LTN-7  \nCite as: | [arXiv:2405.01234](https://arxiv.org/abs/2405.01234) [cs.CL]  \n' +
        '  | <https://doi.org/10.48550/arXiv.2405.01234>\n\nFocus to learn more\n\nJournal reference: | Lamps 12 (2024)  \n' +
        'Related DOI: | <https://doi.org/10.1000/lamps.12>\n\n## Submission history\n',
    );
    expect(papers).toMatchObject([record]);
  });

  it('is read as HTML on one line', () => {
    const row = (label: string, value: string) => `<tr><td class="label">${label}</td><td>${value}</td></tr>`;
    const rows = [
      row('Comments:', '12 pages'),
      row('Subjects:', '<span>Computation and Language (cs.CL)</span>; Machine Learning (cs.LG)'),
      row('Report&nbsp;number:', 'LTN-7'),
      row('Cite as:', '<a href="https://arxiv.org/abs/2405.01234">arXiv:2405.01234</a> [cs.CL]'),
      row('Journal&nbsp;reference:', 'Lamps 12 (2024)'),
      row('Related DOI:', '<a href="https://doi.org/x">https://doi.org/10.1000/lamps.12</a><svg><path d="M0"/></svg>'),
    ];
    const { papers } = readListingNow(
      `\\[Submitted on 2 May 2024\\]\n\n${head}<table><tbody>${rows.join('')}</tbody></table>\n\n## Submission history\n`,
    );
    expect(papers).toMatchObject([record]);
  });
});
