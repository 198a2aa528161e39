import { describe, expect, it } from 'vitest';
import { capturedOn, sitePapers } from '../../daily-papers-papers.ts';
import { layouts } from '../../printers/daily-papers.ts';
import { recordOf } from '../../printers/daily-papers-page.ts';
import { readListing, readListingNow } from '../../read-listing.ts';

const text =
  'Small boats are easy to lose. This abstract is here so that the block is long enough to be taken for one, and says nothing more than that about boats, ferries or other things.';

const header = 'Daily Papers\n\nby AK and the research community\n\nNov 20\n\n';

const card = (title: string, row: string) => `${title}\n\n${text}\n\n${row}\n\n`;

/** Reads a page in the plain layout, or any other text. */
const read = (listing: string, options = {}) => readListing(listing, { formatIn: 'daily-papers', ...options });

/** The warnings; pages without votes also report how the number after a date is read. */
const codes = (diagnostics: readonly { code: string }[]) =>
  diagnostics.map(({ code }) => code).filter((code) => code !== 'count-assumed');

describe('rows of a card', () => {
  it('keeps title and abstract if the row is lost, with a diagnostic', async () => {
    const { papers, diagnostics } = await read(
      `${header}A Boat\n\n${text}\n\n${card('Two Boats', '  • 3 authors\n·\nMar 6, 2024 2')}`,
    );
    expect(papers).toEqual([
      { title: 'A Boat', abstract: text, authorCount: null, date: null, upvotes: null },
      { title: 'Two Boats', abstract: text, authorCount: 3, date: '2024-03-06', upvotes: 2 },
    ]);
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ['missing-metadata', 7],
      ['count-assumed', 17],
    ]);
  });

  it('gives the votes to the card with the row, not to the one whose row is lost', async () => {
    for (const upvote of ['Upvote 12', 'Upvote\n12', 'Upvote\n-']) {
      const votes = upvote.endsWith('12') ? 12 : 0;
      const { papers } = await read(
        `${header}A Boat\n\n${text}\n\n${card('Two Boats', `  • 3 authors\n·\nMar 6, 2024\n${upvote}`)}`,
      );
      expect(papers.map(({ upvotes }) => upvotes)).toEqual([null, votes]);
    }
  });

  it('counts upvotes if the page prints no votes, or comments if requested', async () => {
    const page = header + card('A Boat', '  • 3 authors\n·\nMar 6, 2024 2');
    expect((await read(page)).papers[0]).toMatchObject({ upvotes: 2 });
    const { papers } = await read(page, { trailingCount: 'comments' });
    expect(papers[0]).toMatchObject({ upvotes: null, commentCount: 2 });
  });

  it('reads a row without a number as 0', async () => {
    const { papers } = await read(header + card('A Boat', '  • 3 authors\n·\nMar 6, 2024'));
    expect(papers[0]?.upvotes).toBe(0);
  });

  it('reports an invalid number and reads no part of it', async () => {
    const { papers, diagnostics } = await read(header + card('A Boat', '  • 3 authors\n·\nMar 6, 2024 12 points'));
    expect(papers[0]).toMatchObject({ title: 'A Boat', date: '2024-03-06', upvotes: null });
    expect(codes(diagnostics)).toEqual(['bad-number']);
    expect(diagnostics[0]?.message).toContain('12 points');
  });

  it('reports an invalid number of authors', async () => {
    const { papers, diagnostics } = await read(header + card('A Boat', '  • 3.5 authors\n·\nMar 6, 2024'));
    expect(papers[0]).toMatchObject({ authorCount: null, date: '2024-03-06' });
    expect(codes(diagnostics)).toEqual(['bad-number']);
  });

  it.each(['Feb 30, 2024', 'Apr 31, 2023', 'Feb 29, 2023'])(
    'finds no date in %s, a day that does not exist',
    async (day) => {
      const { papers, diagnostics } = await read(header + card('A Boat', `  • 3 authors\n·\n${day}`));
      expect(papers[0]).toMatchObject({ title: 'A Boat', authorCount: 3, date: null });
      expect(codes(diagnostics)).toEqual(['bad-date']);
    },
  );

  it('keeps the rest of a row with a damaged date', async () => {
    const { papers, diagnostics } = await read(
      header + card('A Boat', '  • 3 authors\n·\nMrch 6, 2024') + card('Two Boats', '  • 4 authors\n·\nMar 7, 2024'),
    );
    expect(papers.map(({ title, authorCount, date }) => [title, authorCount, date])).toEqual([
      ['A Boat', 3, null],
      ['Two Boats', 4, '2024-03-07'],
    ]);
    expect(codes(diagnostics)).toEqual(['bad-date']);
  });
});

describe('the last card', () => {
  it('keeps a card that is cut off in its abstract', async () => {
    const page = header + card('A Boat', '  • 3 authors\n·\nMar 6, 2024 2');
    const { papers, diagnostics } = await read(`${page}Two Boats\n\nThey are easy to`);
    expect(papers[1]).toEqual({
      title: 'Two Boats',
      abstract: 'They are easy to',
      authorCount: null,
      date: null,
      upvotes: null,
    });
    expect(codes(diagnostics)).toEqual(['truncated-entry']);
  });

  it('keeps a card that is cut off after its title', async () => {
    const page = header + card('A Boat', '  • 3 authors\n·\nMar 6, 2024 2');
    const { papers, diagnostics } = await read(`${page}Two Boa`);
    expect(papers.map(({ title }) => title)).toEqual(['A Boat', 'Two Boa']);
    expect(codes(diagnostics)).toEqual(['truncated-entry']);
  });

  it.each(Object.entries(layouts))('keeps the cards before any cut in the layout %s', async (_name, layout) => {
    const whole = layout.print(sitePapers.slice(0, 4), capturedOn);
    const first = sitePapers.slice(0, 2).map((paper) => paper.title);
    const from = whole.lastIndexOf(sitePapers[3]?.title.slice(0, 20) ?? '');
    for (let at = from; at < whole.length; at += 7) {
      const { papers } = await read(whole.slice(0, at), { asOf: capturedOn });
      expect(papers.slice(0, 2).map(({ title }) => title)).toEqual(first);
    }
  });
});

describe('pages', () => {
  const rows = '  • 3 authors\n·\nMar 6, 2024 2';

  it('reads a page without its header from the first card on', async () => {
    const { papers, lines } = await read(card('A Boat', rows) + card('Two Boats', rows));
    expect(papers.map(({ title }) => title)).toEqual(['A Boat', 'Two Boats']);
    expect(lines.unrecognized).toBe(0);
  });

  it('does not read text above the cards of a page without its header as a card', async () => {
    const { papers, lines } = await read(`My notes of Monday\n\n${card('A Boat', rows)}`);
    expect(papers.map(({ title }) => title)).toEqual(['A Boat']);
    expect(lines.unrecognized).toBe(1);
  });

  it('skips the text of a page before the first card', async () => {
    const { papers, lines } = await read(`${header}small boats\n\n${card('A Boat', rows)}`);
    expect(papers.map(({ title }) => title)).toEqual(['A Boat']);
    expect(lines.unrecognized).toBe(0);
  });

  it('ends the last card at the footer', async () => {
    const { papers, lines } = await read(
      `${header}${card('A Boat', rows)}System theme\n\nCompany\n\nTOS\n\nPrivacy\n\nAbout\n\nCareers\n\nWebsite\n\nModels\n\nDocs\n`,
    );
    expect(papers).toHaveLength(1);
    expect(lines).toMatchObject({ paper: 5, boilerplate: 12, unrecognized: 0 });
  });

  it('does not read notes between pages as cards', async () => {
    const page = layouts['reference-links'].print(sitePapers, capturedOn);
    const { papers, lines } = await read(page + page);
    const records = sitePapers.map((paper) => recordOf(paper, layouts['reference-links'].shown, capturedOn));
    expect(papers).toEqual([...records, ...records]);
    expect(lines.unrecognized).toBe(0);
  });

  it('reads a stream that continues in another layout', async () => {
    const [plain, heading] = [sitePapers.slice(1, 4), sitePapers.slice(8, 11)];
    const withoutHeader = layouts['inline-links'].print(heading, capturedOn).replace(/^[\s\S]*Oct 2\n/, '');
    const { papers } = await read(layouts.plain.print(plain, capturedOn) + withoutHeader, { asOf: capturedOn });
    expect(papers.map(({ title }) => title)).toEqual([...plain, ...heading].map(({ title }) => title));
    expect(papers.map(({ abstract }) => abstract)).toEqual(
      [...plain, ...heading].map(({ paragraphs }) => paragraphs.join(' ')),
    );
  });

  it('merges the two copies of a page that prints each paper twice', async () => {
    const once = `### A Boat\n\n${text}\n- 8 authors\n`;
    const { papers } = await read(`## Trending Papers\n\n${once}\n${once}[GitHub 1.3k](https://github.com/a/boat)\n`);
    expect(papers).toEqual([
      {
        title: 'A Boat',
        abstract: text,
        authorCount: 8,
        date: null,
        upvotes: null,
        githubUrl: 'https://github.com/a/boat',
        githubStars: 1300,
      },
    ]);
  });
});

it('reads the number of authors on a translated page', () => {
  const card = (title: string, row: string) =>
    `12\n${title}\nKites are flown over ponds in all sorts of wind.\n\n${row}\n·\nJan 30, 2025\n6\n`;
  const { papers } = readListingNow(
    card('A Kite over a Pond', '3 Autoren') +
      card('Two Kites over Ponds', '4 auteurs') +
      card('Three Kites over Fog', '5位作者'),
  );
  expect(papers.map(({ authorCount, organization }) => [authorCount, organization])).toEqual([
    [3, undefined],
    [4, undefined],
    [5, undefined],
  ]);
});
