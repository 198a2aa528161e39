import { describe, expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';

const list = `[1] arXiv:2607.00007 [pdf, html, other]
Title: On Kites
Ada Clay, Bo Ek
Subjects: Machine Learning (cs.LG)
[2] arXiv:2607.00008 [pdf, other]
Title: On Ponds
Ada Clay
Comments: 12 pages
Subjects: Fluid Dynamics (physics.flu-dyn)
`;

describe('lists of arXiv other than those of a category', () => {
  it('takes the day of a catch-up page from its heading', () => {
    const { papers, diagnostics, lines } = readListingNow(
      'Catchup results for Computation and Language on Wed, 08 Jul 2026\nNew submissions\nTotal of 2 entries\n' +
        `Continue catchup on Thu, 09 Jul 2026\nNew submissions (showing 2 of 2 entries)\n${list}` +
        'Total of 2 entries\nContinue catchup on Thu, 09 Jul 2026\n',
    );
    expect(papers).toMatchObject([
      { title: 'On Kites', announced: '2026-07-08' },
      { title: 'On Ponds', announced: '2026-07-08', abstract: null },
    ]);
    expect(diagnostics).toEqual([]);
    expect(lines.unrecognized).toBe(0);
  });

  it('takes the foot of an author page for no abstract', () => {
    const { papers, lines } = readListingNow(
      `Ada Clay's articles on arXiv\nSee also ORCID https://orcid.org/0000-0001-0000-0000.\n${list}\n` +
        'The web address for this page and the arXiv author id for Ada Clay is\nhttps://arxiv.org/a/clay_a_1. There is also ' +
        'an Atom feed.\n\nSee author identifier help for more information.\n',
    );
    expect(papers).toMatchObject([
      { title: 'On Kites' },
      { title: 'On Ponds', abstract: null, authorComment: '12 pages' },
    ]);
    expect(lines.unrecognized).toBe(0);
  });

  it.each(['━━━━━━━━━━', '══════', '* * *', '______'])(
    'takes the foot of an older page for no abstract: %s',
    (rule) => {
      const { papers } = readListingNow(
        `[ total of 2 entries: 1-2 ]\n[ showing up to 50 entries per page: fewer | more ]\nFri, 5 Jun 2026\n${list}` +
          `Ponds are round.\n[ total of 2 entries: 1-2 ]\n${rule}\nLinks to: arXiv, form interface, find\n`,
      );
      expect(papers).toMatchObject([{ title: 'On Kites' }, { title: 'On Ponds', abstract: 'Ponds are round.' }]);
    },
  );

  it('is recognized by an entry with the white space of its HTML', () => {
    const { format } = readListingNow(list.replaceAll(/ (?=arXiv:|\[)/g, '\n\n      \n        '));
    expect(format).toBe('arxiv-page');
  });
});

describe('a list with a paper that looks like the page', () => {
  const entryOf = (number: number, id: string, title: string, abstract: string, comments = '') =>
    `[${number}] arXiv:${id} [pdf, html, other]\nTitle: ${title}\nAda Clay, Bo Ek\n${comments}` +
    `Subjects: Machine Learning (cs.LG)\n\n${abstract}\n\n`;
  const pageWith = (abstract: string) =>
    'Showing new listings for Wednesday, 8 July 2026\nTotal of 3 entries\nNew submissions (showing 3 of 3 entries)\n' +
    entryOf(1, '2607.00007', 'On Kites', 'Kites are flown.', 'Comments: 12 pages\n') +
    entryOf(2, '2607.00008', 'On Words', abstract) +
    entryOf(3, '2607.00009', 'On Ponds', 'Ponds are round.', 'Comments: 3 figures\n') +
    'Total of 3 entries\n';

  it.each([
    'Title: a string. Authors: a list. Such records are read by nobody.',
    'Comments: people write them below every picture of a kite.',
    'Submitted on 4 of 12 days, these kites were never flown.',
    'Submitted on time is what a kite should be.',
  ])('reads an abstract that begins like a field: %s', (abstract) => {
    const { papers, diagnostics } = readListingNow(pageWith(abstract));
    expect(papers).toMatchObject([
      { title: 'On Kites', abstract: 'Kites are flown.', date: '2026-07-08', authorComment: '12 pages' },
      { title: 'On Words', abstract, date: '2026-07-08' },
      { title: 'On Ponds', abstract: 'Ponds are round.', date: '2026-07-08', announceType: 'new' },
    ]);
    expect(papers[1]).not.toHaveProperty('authorComment');
    expect(diagnostics).toEqual([]);
  });

  it('begins another paper at a title whose identifier is lost', () => {
    const { papers } = readListingNow(
      pageWith('Words are read.').replace('[3] arXiv:2607.00009 [pdf, html, other]\n', ''),
    );
    expect(papers).toMatchObject([{ title: 'On Kites' }, { abstract: 'Words are read.' }, { title: 'On Ponds' }]);
  });

  it.each(['Total of 12 entries and nobody noticed', 'New submissions', 'Comments: a Short History', 'Help', '12'])(
    'reads a title below its label: %s',
    (title) => {
      const { papers, diagnostics } = readListingNow(pageWith('Words are read.').replace('On Words', `\n${title}`));
      expect(papers).toMatchObject([
        { title: 'On Kites' },
        { title, authors: ['Ada Clay', 'Bo Ek'] },
        { title: 'On Ponds' },
      ]);
      expect(diagnostics).toEqual([]);
    },
  );
});
