import { describe, expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

const text =
  'Small boats are easy to lose. This abstract is here so that the block is long enough to be taken for one, and says nothing more than that about boats, ferries or other things.';

const header = 'Daily Papers\n\nby AK and the research community\n\nNov 20\n\n';

const card = (title: string, day: string) => `${title}\n\n${text}\n\n  • 3 authors\n·\n${day}\n\n`;

const dates = async (listing: string, options = {}) => {
  const { papers, diagnostics } = await readListing(listing, { modified: '2021-07-01', ...options });
  return {
    dates: papers.map(({ date, dateInferred }) => [date, dateInferred]),
    from: diagnostics.filter(({ code }) => code === 'year-inferred').map(({ message }) => message),
  };
};

describe('the year of a date without one', () => {
  it('is never inferred if a year is printed', async () => {
    const read = await dates(header + card('A Boat', 'Jan 30, 2019'), { asOf: '2024-06-01' });
    expect(read.dates).toEqual([['2019-01-30', undefined]]);
    expect(read.from).toEqual([]);
  });

  it.each(['Jan 30, 2719', 'Jan 30, 0099', 'Jan 30,\n2719', 'Jan 30, 2719 4'])(
    'is never inferred in place of one that no paper can have: %j',
    async (day) => {
      const { papers, diagnostics } = await readListing(header + card('A Boat', day) + card('Old Boat', 'Mar 6, 2020'));
      const number = day.endsWith(' 4') ? 4 : 0;
      expect(papers[0]).toMatchObject({ title: 'A Boat', date: null, upvotes: number });
      expect(diagnostics.filter(({ code }) => code === 'bad-date')).toHaveLength(1);
      expect(papers[1]).toMatchObject({ title: 'Old Boat', date: '2020-03-06' });
    },
  );

  it.each([
    ['Jan 30', '2024-01-30'],
    ['Jun 1', '2024-06-01'],
    ['Jun 2', '2023-06-02'],
    ['Dec 31', '2023-12-31'],
  ])('is the latest that puts %s on or before the given day of capture', async (day, date) => {
    const listing = `---\nretrieved: 2026-10-02\n---\n${header}${card('A Boat', day)}${card('Old Boat', 'Mar 6, 2020')}`;
    const read = await dates(listing, { asOf: '2024-06-01' });
    expect(read.dates[0]).toEqual([date, true]);
    expect(read.from[0]).toContain('the day on which the listing was saved');
  });

  it.each([
    ['2606.00001', 'May 29', '2026-05-29'],
    ['2601.00001', 'Dec 30', '2025-12-30'],
    ['2512.00001', 'Jan 2', '2026-01-02'],
  ])('is taken from the identifier %s', async (id, day, date) => {
    const listing = `---\nretrieved: 2023-10-02\n---\n${header}### [A Boat](https://huggingface.co/papers/${id})\n\n${text}\n\n- 3 authors\n\n·\n\n${day}\n`;
    const read = await dates(listing);
    expect(read.dates).toEqual([[date, true]]);
    expect(read.from[0]).toContain('identifier');
  });

  it.each([
    ['front matter', '---\nretrieved: 2023-10-02\n---\n'],
    ['a list of notes', '- URL: https://huggingface.co/papers\n- Captured (UTC): 2023-10-02T16:31:22Z\n\n'],
    ['the address of a day', 'https://huggingface.co/papers/date/2023-10-01\n\n'],
    ['the address of a week', 'https://huggingface.co/papers/week/2023-W40\n\n'],
    ['the address of a month', 'https://huggingface.co/papers/month/2023-10\n\n'],
  ])('is taken from the text of the listing: %s', async (_name, head) => {
    const read = await dates(
      `${head}${header}${card('A Boat', 'Sep 9')}${card('Late Boat', 'Dec 9')}${card('Old Boat', 'Mar 6, 2020')}`,
    );
    expect(read.dates.slice(0, 2)).toEqual([
      ['2023-09-09', true],
      ['2022-12-09', true],
    ]);
    expect(read.from[0]).toContain('dates in the listing');
  });

  it('is otherwise the newest printed year plus one, wherever it is printed', async () => {
    const read = await dates(
      header + card('A Boat', 'Jan 30') + card('B Boat', 'Mar 6, 2020') + card('C Boat', 'Mar 6, 2022'),
    );
    expect(read.dates[0]).toEqual(['2023-01-30', true]);
    expect(read.from[0]).toContain('the newest year printed in the listing plus one');
  });

  it('is otherwise the year of the file', async () => {
    const read = await dates(header + card('A Boat', 'Jan 30') + card('B Boat', 'Jul 2'));
    expect(read.dates).toEqual([
      ['2021-01-30', true],
      ['2020-07-02', true],
    ]);
    expect(read.from[0]).toContain('the modification time of the file');
  });

  it('depends on the page of the card if there are several in one stream', async () => {
    const pages = [
      header + card('A Boat', 'Jan 30') + card('B Boat', 'Mar 6, 2020'),
      `---\nretrieved: 2018-10-02\n---\n${header}${card('C Boat', 'Jan 30')}`,
      header + card('D Boat', 'Jan 30') + card('E Boat', 'Mar 6, 2023'),
      header + card('F Boat', 'Jan 30'),
    ];
    const read = await dates(pages.join(''));
    expect(read.dates.map(([date]) => date)).toEqual([
      '2021-01-30',
      '2020-03-06',
      '2018-01-30',
      '2024-01-30',
      '2023-03-06',
      '2021-01-30',
    ]);
  });

  it('is looked for in the next 1,000 papers only', async () => {
    const undated = (count: number) =>
      Array.from({ length: count }, (_, at) => card(`Boat Number ${at}`, 'Jan 30')).join('');
    const near = await dates(header + undated(1000) + card('Old Boat', 'Mar 6, 2015'));
    expect(near.dates[0]).toEqual(['2016-01-30', true]);
    const far = await dates(header + undated(1005) + card('Old Boat', 'Mar 6, 2015'));
    expect(far.dates[0]).toEqual(['2021-01-30', true]);
    expect(far.dates.at(-2)).toEqual(['2016-01-30', true]);
  });
});
