import { describe, expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';

const page = (...entries: string[]) =>
  `Showing 1–${entries.length} of 812 results for all: kites\n\n${entries.join('\n')}\nPrevious\nNext\n`;

const entry = (head: string, title: string, abstract: string) =>
  `${head}\n\n${title}\n\nAuthors: Ada Clay, Bo Ek\n\nAbstract: ${abstract}\n\n` +
  'Submitted 2 January, 2026; originally announced January 2026.\n';

describe('search results as text', () => {
  it('reads titles that all begin with a label', () => {
    const { papers } = readListingNow(
      page(entry('arXiv:2601.00007 [pdf, other] cs.LG', 'Title: Authors: a Play', 'Kites are flown.')),
    );
    expect(papers).toMatchObject([{ title: 'Title: Authors: a Play', authors: ['Ada Clay', 'Bo Ek'] }]);
  });

  it.each(['[Re] Kites', '[12] Kites'])('reads a title that begins with a bracket: %s', (title) => {
    const { papers } = readListingNow(page(entry('arXiv:2601.00007 [pdf, other] cs.LG', title, 'Kites are flown.')));
    expect(papers).toMatchObject([{ title, categories: ['cs.LG'] }]);
  });

  it.each([
    'Total of 12 entries and nobody noticed',
    'New submissions',
    'Authors: Who Are They?',
    'Comments: a Short History',
    'Subjects: Kings and Queens',
    'Submitted 4 Times: a Kite',
  ])('reads a title that looks like another line of the page: %s', (title) => {
    const { papers, diagnostics } = readListingNow(
      page(
        entry('arXiv:2601.00007 [pdf, other]\ncs.LG', title, 'Kites are flown.'),
        entry('arXiv:2601.00008 [pdf, other]\ncs.LG', 'On Ponds', 'Ponds are round.'),
      ),
    );
    expect(papers).toMatchObject([
      { title, authors: ['Ada Clay', 'Bo Ek'], abstract: 'Kites are flown.', date: '2026-01-02' },
      { title: 'On Ponds' },
    ]);
    expect(papers[0]).not.toHaveProperty('authorComment');
    expect(diagnostics).toEqual([]);
  });

  it('reads an abstract with a line that begins like the day of submission', () => {
    const abstract =
      'Of all kites that are flown here over the year in all sorts of wind, four were\nSubmitted 4 June, 2026; and flew.';
    const { papers } = readListingNow(page(entry('arXiv:2601.00007 [pdf, other] cs.LG', 'On Kites', abstract)));
    expect(papers).toMatchObject([{ abstract: abstract.replace('\n', ' '), date: '2026-01-02' }]);
  });

  it.each([
    ['AID-SIM9>\n    3.0.CO;2-2', 'AID-SIM9>3.0.CO;2-2'],
    ['AID-SIM9>3.0.CO;\n    2-2', 'AID-SIM9>3.0.CO;2-2'],
    ['AID-SIM9>3.0.CO\n    ;2-2', 'AID-SIM9>3.0.CO;2-2'],
  ])('reads a DOI that is broken across lines: %j', (end, whole) => {
    const start = '10.1002/(SICI)1097-0258(19980815)17:15<1661::';
    const { papers } = readListingNow(
      page(entry(`arXiv:2601.00007 [pdf, other] cs.LG\n    doi ${start}${end}`, 'On Kites', 'Kites are flown.')),
    );
    expect(papers).toMatchObject([{ title: 'On Kites', doi: start + whole }]);
  });

  it.each([
    'Large kites cost $1,000 a year to keep in good order, and the small ones only\n$20. We fly both of them in all sorts of wind.',
    'Large kites are flown in all sorts of wind, and thirty of them cost $20 each, i.e.\n$600 in all. We fly both.',
  ])('reads amounts of money in wrapped abstracts: %s', (abstract) => {
    const { papers } = readListingNow(page(entry('arXiv:2601.00007 [pdf, other] cs.LG', 'On Kites', abstract)));
    expect(papers[0]?.abstract).toBe(abstract.replace('\n', ' '));
  });
});

it('reads an address in angle brackets and skips empty comments in Markdown', () => {
  const doi = '10.1002/(SICI)1097(19980815)17:15<16::AID9>3.0.CO;2-2';
  const { papers } = readListingNow(
    `Showing 1–1 of 812 results for all: kites\n\n1.   [arXiv:2601.00007](https://arxiv.org/abs/2601.00007)[[pdf](https://arxiv.org/pdf/2601.00007)]\n\n` +
      `cs.LG doi [${doi}](https://doi.org/${doi})\n\nOn Kites\n\nAuthors:[Ada Clay](https://arxiv.org/search/?query=Clay)\n\n` +
      'Abstract: Kites are flown. <!-- -->\n\nSubmitted 2 January, 2026; originally announced January 2026.\n',
  );
  expect(papers).toMatchObject([{ title: 'On Kites', doi, abstract: 'Kites are flown.', authors: ['Ada Clay'] }]);
});

it('reads no author from a link without a text', () => {
  const link = (name: string) => `[${name}](https://arxiv.org/search/?searchtype=author&query=Clay)`;
  const text = entry(
    '[arXiv:2601.00007](https://arxiv.org/abs/2601.00007)[[pdf](https://arxiv.org/pdf/2601.00007)]',
    'On Kites',
    'Kites are flown.',
  ).replace('Ada Clay, Bo Ek', `${link('Ada Clay')}, ${link('')}${link('Bo Ek')}`);
  expect(readListingNow(page(text)).papers).toMatchObject([{ authorCount: 2, authors: ['Ada Clay', 'Bo Ek'] }]);
});
