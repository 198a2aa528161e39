import { describe, expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

const text =
  'Small boats are easy to lose. This abstract is here so that the block is long enough to be taken for one, and says nothing more than that about boats, ferries or other things.';

const header = 'Daily Papers\n\nby AK and the research community\n\nNov 20\n\n';
const rows = '  • 3 authors\n·\nMar 6, 2024 2';

const card = (title: string, row = rows) => `${title}\n\n${text}\n\n${row}\n\n`;

const read = (listing: string, options = {}) => readListing(listing, { formatIn: 'daily-papers', ...options });
const codesOf = (diagnostics: readonly { code: string }[]) => [...new Set(diagnostics.map(({ code }) => code))].sort();

describe('rows', () => {
  it.each([
    ['â€¢', 'Â·'],
    ['?', '?'],
    ['\ufffd', '\ufffd'],
    // Read as Mac Roman, as windows-1251, and as windows-1252 twice.
    ['‚Ä¢', '¬∑'],
    ['вЂў', 'В·'],
    ['Ã¢â‚¬Â¢', 'Ã‚Â·'],
    ['&bull;', '&middot;'],
    ['&#x2022;', '&#xB7;'],
    ['*', '·'],
    ['o', '·'],
  ])('recognizes a row by its words if its bullet is %j and its dot %j', async (bullet, dot) => {
    const damaged = (page: string) => page.replaceAll('•', bullet).replaceAll('·', dot);
    const { papers, lines } = await read(damaged(header + card('A Boat') + card('Two Boats')));
    expect(papers.map(({ title, authorCount, date, upvotes }) => [title, authorCount, date, upvotes])).toEqual([
      ['A Boat', 3, '2024-03-06', 2],
      ['Two Boats', 3, '2024-03-06', 2],
    ]);
    expect(lines.unrecognized).toBe(0);
  });

  it.each([
    ['â€¢', 'Â·'],
    ['?', '?'],
    ['\ufffd', '\ufffd'],
    ['Ã¢â‚¬Â¢', 'Ã‚Â·'],
  ])('recognizes rows of a text browser if the bullet is %j and the dot %j', async (bullet, dot) => {
    const browserRows = `  ${bullet} [a]\n  ${bullet} 3 authors\n\n${dot}Mar 6, 2024 2`;
    const { papers, lines } = await read(header + card('A Boat', browserRows) + card('Two Boats', browserRows));
    expect(papers).toMatchObject([
      { title: 'A Boat', authorCount: 3, date: '2024-03-06', upvotes: 2 },
      { title: 'Two Boats', authorCount: 3, date: '2024-03-06', upvotes: 2 },
    ]);
    for (const paper of papers) expect(paper).not.toHaveProperty('organization');
    expect(lines.unrecognized).toBe(0);
  });

  it.each(['图片：', 'å›¾ç‰‡ï¼š', '???', '\ufffd\ufffd\ufffd'])(
    'takes a picture off an organization: [%sfern]',
    async (picture) => {
      const row = `[[${picture}fern] Fern Lab](https://huggingface.co/fern) · Mar 6, 2024`;
      const { papers } = await read(header + card('A Boat', row) + card('Two Boats', row));
      expect(papers).toMatchObject([{ organization: 'Fern Lab' }, { organization: 'Fern Lab' }]);
    },
  );

  it('recognizes a row by its words on one line with an organization', async () => {
    for (const dot of ['·', 'Â·', '¬∑', 'Ã‚Â·', '&#xb7;', '?', '??', '\ufffd']) {
      const { papers } = await read(header + card('A Boat', `Fern Lab ${dot} 9 authors ${dot} May 29, 2024`));
      expect(papers[0]).toMatchObject({ organization: 'Fern Lab', authorCount: 9, date: '2024-05-29' });
    }
  });

  it('recognizes a row by its words without the dot before them', async () => {
    const { papers } = await read(header + card('A Boat', 'Fern Lab  Published on May 29, 2024\n\nUpvote 7'));
    expect(papers[0]).toMatchObject({ organization: 'Fern Lab', date: '2024-05-29', upvotes: 7, abstract: text });
  });

  it('reports rows without any text above them, however many there are', async () => {
    const count = 5000;
    const { papers, diagnostics, lines } = await read(`${'  • 3 authors\n·\nMar 6, 2024\n\n'.repeat(count)}`);
    expect(papers).toEqual([]);
    expect(lines.unrecognized + diagnostics.filter(({ code }) => code === 'missing-title').length).toBeGreaterThan(0);
  });
});

it('knows the link numbers of a page whose beginning is lost', async () => {
  const end = `${text}\n\n     • 3 authors\n\n   · Mar 6, 2024 [33]1\n   [34][\u00a0]\n   [35]2\n\n`;
  const { papers } = await read(`${end}  [36]A Boat\n\n   ${text}\n\n     • 4 authors\n\n   · Mar 5, 2024 [37]1\n`);
  expect(papers.slice(1)).toMatchObject([{ title: 'A Boat', abstract: text, authorCount: 4 }]);
  expect(papers).toHaveLength(2);
});

describe('cards without rows', () => {
  it.each([130, 1500])('reads cards without rows, even %i consecutive ones', async (count) => {
    const cards = Array.from({ length: count }, (_, at) => `Boats and Their Harbours: Part ${at}\n\n${text}\n\n`);
    const { papers, lines } = await read(header + cards.join('') + card('The Last Boat'));
    expect(papers).toHaveLength(count + 1);
    expect(papers.map(({ abstract }) => abstract)).toEqual(papers.map(() => text));
    expect(lines.unrecognized).toBe(0);
  });

  it('reports a title that is read as part of the abstract above it', async () => {
    const first = `Boats and Their Harbours\n\n${text}\n\n`;
    const { papers, diagnostics } = await read(
      `${header}${first}A harbour module for boats of all sorts\n\n${rows}\n\n`,
    );
    expect(papers.map(({ title }) => title)).toEqual(['Boats and Their Harbours']);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'missing-title', line: 11 }));
  });

  it('reports cards that lost their titles too', async () => {
    const { papers, diagnostics } = await read(`${header}${text}\n\n${rows}\n\n${card('Two Boats')}`);
    expect(papers.map(({ title }) => title)).toEqual([text, 'Two Boats']);
    expect(codesOf(diagnostics)).toContain('missing-title');
  });
});

describe('the number after the date', () => {
  it('is assumed to count votes if the page prints none, which is reported once', async () => {
    const { diagnostics } = await read(header + card('A Boat') + card('Two Boats'));
    expect(diagnostics.filter(({ code }) => code === 'count-assumed').map(({ line }) => line)).toEqual([13]);
  });

  it('is not assumed to count anything if the page prints votes, or if the caller says what it counts', async () => {
    const votes = `${header}12\n\n${card('A Boat')}7\n\n${card('Two Boats')}`;
    expect(codesOf((await read(votes)).diagnostics)).toEqual([]);
    const page = header + card('A Boat');
    expect(codesOf((await read(page, { trailingCount: 'comments' })).diagnostics)).toEqual([]);
  });
});

describe('the day of a daily page', () => {
  const daily = (title: string) => `Submitted by\n\nheron\n5\n${title}\n\n· 9 authors\n`;

  it.each([
    ['its header', `${header}${daily('A Boat')}${daily('Two Boats')}`, '2026-11-20', { asOf: '2026-12-01' }],
    [
      'its address',
      `---\nurl: https://huggingface.co/papers/date/2026-03-24\n---\nDaily Papers\n\nby AK and the research community\n\n${daily('A Boat')}${daily('Two Boats')}`,
      '2026-03-24',
      {},
    ],
    [
      'its header, with the year from addresses',
      `Daily Papers\n\n/papers?date=2024-07-31 Aug 1 /papers?date=2024-08-02\n\n${daily('A Boat')}${daily('Two Boats')}`,
      '2024-08-01',
      {},
    ],
  ])('is the day on which its papers are announced: %s', async (_name, page, day, options) => {
    const { papers } = await read(page, options);
    expect(papers.map(({ title, date, announced }) => [title, date, announced])).toEqual([
      ['A Boat', null, day],
      ['Two Boats', null, day],
    ]);
  });

  it('is not taken from a page of search results', async () => {
    const { papers } = await read(header + card('A Boat') + card('Two Boats'));
    expect(papers.map(({ announced }) => announced)).toEqual([undefined, undefined]);
  });
});

describe('text around the cards', () => {
  it.each([
    [
      'of 2023',
      'Previous Next\nCompany\n© Hugging Face\nTOS Privacy About Jobs\nWebsite\nModels Datasets Spaces Pricing Docs\n',
    ],
    [
      'joined',
      'PreviousNext\n System theme\nCompany\nTOSPrivacyAboutCareers\nWebsite\nModelsDatasetsSpacesPricingDocs\n',
    ],
    ['a tooltip', 'Trending Papers ranked by GitHub stars activity\n'],
    ['after the footer', 'System theme\n\nCompany\n\nTrending Papers ranked by GitHub stars activity\n'],
  ])('skips text of the page: %s', async (_name, end) => {
    const { papers, lines } = await read(`${header}${card('A Boat')}${end}`);
    expect(papers.map(({ title }) => title)).toEqual(['A Boat']);
    expect(lines).toMatchObject({ paper: 5, unrecognized: 0 });
  });

  it('takes nobody as the submitter of the next paper if the name is lost', async () => {
    const page = `${header}Submitted by\n\nheron\n5\nA Boat\n\n· 9 authors\nSubmitted by\n\n7\nTwo Boats\n· 3 authors\n`;
    const { papers } = await read(page);
    expect(papers.map(({ title, upvotes, submittedBy }) => [title, upvotes, submittedBy])).toEqual([
      ['A Boat', 5, 'heron'],
      ['Two Boats', 7, undefined],
    ]);
  });

  it('reads the links of a text browser, which are numbered anew on each page', async () => {
    const page = (title: string) =>
      `   [1]Hugging Face's logo Hugging Face\n     * [2]Models\n\nDaily Papers\n\nby [30]AK and the research community\n\n   [31]4\n\n   [32]${title}\n\n   [35]${text}\n\n     * [36]2 authors\n\n   ·\n   Mar 1, 2024\n\nReferences\n\n   Visible links\n  32. https://huggingface.co/papers/2401.0000${title.length % 10}\n\n`;
    const { papers } = await read(page('A Boat') + page('Two Boats'));
    expect(papers.map(({ title, upvotes, authorCount, id }) => [title, upvotes, authorCount, id])).toEqual([
      ['A Boat', 4, 2, '2401.00006'],
      ['Two Boats', 4, 2, '2401.00009'],
    ]);
  });
});

describe('text above a header', () => {
  const note = `My Notes on Boats\n\n${text}\n\n`;

  it('skips a note above the first page', async () => {
    const { papers, lines } = await read(note + header + card('A Boat'));
    expect(papers.map(({ title }) => title)).toEqual(['A Boat']);
    expect(lines.unrecognized).toBe(0);
  });

  it('reads text between two pages as cards that lost their rows', async () => {
    const { papers } = await read(
      `${header}${card('A Boat')}System theme\n\nCompany\n\n${note}${header}${card('Two Boats')}`,
    );
    expect(papers.map(({ title }) => title)).toEqual(['A Boat', 'My Notes on Boats', 'Two Boats']);
  });
});

describe('markup of extractors', () => {
  const link = 'https://huggingface.co/papers/2401.00001';

  it('is distinguished from a bracket at the start of an abstract', async () => {
    const { papers } = await read(
      `${header}### [A Boat](${link})\n\n[[Abridged] Boats are counted, and the counts agree.](${link})\n\n[- 3 authors](${link})\n\n·\n\nMar 6, 2024\n`,
    );
    expect(papers[0]?.abstract).toBe('[Abridged] Boats are counted, and the counts agree.');
  });

  it('joins the lines of a heading whose mark is repeated', async () => {
    const { papers } = await read(
      `${header}### [Boats That Are Long and Whose Names Are\n### Longer][7]\n\n[\n\n${text}\n\n][8]\n[\n* 3 authors\n][9]\n·\nMar 6, 2024\n`,
    );
    expect(papers.map(({ title, abstract }) => [title, abstract])).toEqual([
      ['Boats That Are Long and Whose Names Are Longer', text],
    ]);
  });

  it('reads addresses in brackets after the text', async () => {
    const { papers } = await read(
      'DAILY PAPERS [/papers]\n\nBY [/front/assets/papers-by.png]AK [/akhaliq] AND THE RESEARCH COMMUNITY\n\nSubmitted by\n[https://cdn-avatars.huggingface.co/x.jpeg]\nheron\n94\n[/login?next=%2Fpapers%2F2401.00001]\n\nA BOAT OF A LENGTH\n[/papers/2401.00001]\n\n * [/avatars/be9c.svg]\n * ·\n   5 authors\n\n[/papers/2401.00001] 2 [/papers/2401.00001#community]\n',
    );
    expect(papers).toEqual([
      {
        title: 'A BOAT OF A LENGTH',
        abstract: null,
        authorCount: 5,
        date: null,
        upvotes: 94,
        commentCount: 2,
        id: '2401.00001',
        url: link,
        submittedBy: 'heron',
      },
    ]);
  });
});
