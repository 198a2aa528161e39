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

  it('is recognized by an entry with the white space of its HTML', () => {
    const { format } = readListingNow(list.replaceAll(/ (?=arXiv:|\[)/g, '\n\n      \n        '));
    expect(format).toBe('arxiv-page');
  });
});
