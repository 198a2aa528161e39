import { describe, expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

/** The dates or years of the papers, and the messages about dates. */
async function read(listing: unknown) {
  const text = typeof listing === 'string' ? listing : JSON.stringify(listing);
  const { papers, diagnostics } = await readListing(text);
  const about = diagnostics.filter(({ code }) => code === 'date-order-assumed' || code === 'bad-date');
  return {
    titles: papers.map(({ title }) => title),
    dates: papers.map(({ date, year }) => date ?? year ?? null),
    messages: about.map(({ code, line, message }) => `${line} ${code} ${message}`),
  };
}

const table = (...dates: string[]) =>
  ['title,date', ...dates.map((date, index) => `Kite ${'ABCDEFGH'[index]},${date}`)].join('\n');

describe('a column of dates in numbers', () => {
  it('is read by the order that a later row shows', async () => {
    expect(await read(table('6/5/2024', '7/8/2024', '6/13/2024', '9/10/2024'))).toEqual({
      titles: ['Kite A', 'Kite B', 'Kite C', 'Kite D'],
      dates: ['2024-06-05', '2024-07-08', '2024-06-13', '2024-09-10'],
      messages: [],
    });
    expect((await read(table('6/5/2024', '13/6/2024'))).dates).toEqual(['2024-05-06', '2024-06-13']);
  });

  it('is read, and not reported as unread, while its order is open', async () => {
    const { diagnostics } = await readListing(table('6/5/2024', '6/13/2024'));
    expect(diagnostics).toEqual([]);
  });

  it('is read month first with slashes and day first with full stops if no row shows the order', async () => {
    expect(await read(table('6/5/2024', '7/8/24'))).toEqual({
      titles: ['Kite A', 'Kite B'],
      dates: ['2024-06-05', '2024-07-08'],
      messages: ['2 date-order-assumed date: month first assumed in dates such as 6/5/2024'],
    });
    expect(await read(table('06.05.1998', '07.08.98'))).toEqual({
      titles: ['Kite A', 'Kite B'],
      dates: ['1998-05-06', '1998-08-07'],
      messages: ['2 date-order-assumed date: day first assumed in dates such as 6.5.1998'],
    });
  });

  it('is read day first if the language of its name wants that', async () => {
    expect(await read('title,fecha\nKite A,6/5/2024')).toEqual({
      titles: ['Kite A'],
      dates: ['2024-05-06'],
      messages: ['2 date-order-assumed fecha: day first assumed in dates such as 6/5/2024'],
    });
  });

  it('keeps papers without a date in their place', async () => {
    const { titles, dates } = await read(table('6/5/2024', '', '2024-06-07', '13/6/2024', ''));
    expect(titles).toEqual(['Kite A', 'Kite B', 'Kite C', 'Kite D', 'Kite E']);
    expect(dates).toEqual(['2024-05-06', null, '2024-06-07', '2024-06-13', null]);
  });

  it('reads a row that contradicts the others in its own order', async () => {
    expect((await read(table('13/6/2024', '6/14/2024', '6/5/2024'))).dates).toEqual([
      '2024-06-13',
      '2024-06-14',
      '2024-05-06',
    ]);
  });

  it('reports a day that does not exist', async () => {
    expect(await read(table('31/2/2024', '6/5/2024'))).toEqual({
      titles: ['Kite A', 'Kite B'],
      dates: [null, '2024-05-06'],
      messages: ['2 bad-date not a date: 31/2/2024'],
    });
  });

  it('settles the order of each field on its own', async () => {
    const rows = ['title,date,announced', 'Kite A,6/5/2024,7/5/2024', 'Kite B,6/13/2024,14/5/2024'];
    const { papers } = await readListing(rows.join('\n'));
    expect(papers.map(({ date, announced }) => [date, announced])).toEqual([
      ['2024-06-05', '2024-05-07'],
      ['2024-06-13', '2024-05-14'],
    ]);
  });

  it('dates a paper by its announcement if it has no date of its own', async () => {
    const rows = ['title,year,announced', 'Kite A,2024,7/5/2024', 'Kite B,2024,14/5/2024'];
    expect((await read(rows.join('\n'))).dates).toEqual(['2024-05-07', '2024-05-14']);
  });

  it('does not wait for the order through thousands of rows', async () => {
    const rows = ['title,date', ...Array.from({ length: 5002 }, (_, row) => `Kite ${row},6/5/2024`), 'Last,13/6/2024'];
    const { dates, messages } = await read(rows.join('\n'));
    expect([dates[0], dates[5001], dates[5002]]).toEqual(['2024-06-05', '2024-06-05', '2024-06-13']);
    expect(messages).toEqual(['2 date-order-assumed date: month first assumed in dates such as 6/5/2024']);
  });
});

describe('a date in an object', () => {
  const dated = async (date: unknown) => {
    const { dates, messages } = await read([{ title: 'A kite', date }]);
    return messages[0] ?? dates[0];
  };

  it.each<[string, unknown, string | number | null]>([
    ['numbers of the day', { 'date-parts': [[2024, 6, 5]] }, '2024-06-05'],
    ['an empty list of numbers', { 'date-parts': [[null]] }, null],
    ['numbers and a text instead of an empty list', { 'date-parts': [], raw: '5 June 2024' }, '2024-06-05'],
    ['a text instead of numbers', { 'date-parts': 'unknown', literal: '5 June 2024' }, '2024-06-05'],
    ['year, month and day', { year: 2024, month: 6, day: 5 }, '2024-06-05'],
    ['year and month', { year: 2024, month: 6 }, 2024],
    ['a year', { year: '2024' }, 2024],
    ['a value', { value: '2024-06-05' }, '2024-06-05'],
    ['a value that is null, and a text', { value: null, text: '2024-06-05' }, '2024-06-05'],
    ['nothing that is known', { calendar: 'Gregorian' }, null],
  ])('is read if it has %s', async (_, date, expected) => {
    expect(await dated(date)).toBe(expected);
  });

  it.each<[string, unknown, string | number | null]>([
    ['year, month and day', [2024, 6, 5], '2024-06-05'],
    ['texts, the day an empty one', ['2024', '6', ''], 2024],
    ['no month', [2024, null, 5], 2024],
    ['null', [null], null],
    ['nothing', [], null],
    ['objects', [{ date: '2024-06-05', dateType: 'Issued' }], '2024-06-05'],
    ['a text', ['5 June 2024'], '2024-06-05'],
    ['seconds', [1717612200], '2024-06-05'],
  ])('is read from a list of %s', async (_, date, expected) => {
    expect(await dated(date)).toBe(expected);
  });

  it.each<[string, unknown, string | number | null]>([
    ['20240605', 20240605, '2024-06-05'],
    ['milliseconds', 1717612200000, '2024-06-05'],
    ['a year', 2024, 2024],
    ['`n.d.`', 'n.d.', null],
    ['`forthcoming`', 'forthcoming', null],
    ['a number of no day', 12345, '1 bad-date not a date: 12345'],
  ])('is read from %s', async (_, date, expected) => {
    expect(await dated(date)).toBe(expected);
  });
});

describe('a date', () => {
  it.each([
    ['45448', '2024-06-05'],
    ['45448.77', '2024-06-05'],
    ['2020-03-02/2020-03-05', '2020-03-02'],
    ['2020-03/2020-04', 2020],
    ['2020/2022', 2020],
    ['2020-03~', 2020],
    ['2020?', 2020],
    ['2020/03/02', '2020-03-02'],
  ])('is read from %s, as spreadsheets and biblatex write it', async (printed, date) => {
    expect(await read(table(printed))).toEqual({ titles: ['Kite A'], dates: [date], messages: [] });
  });

  it.each([
    ['15-Mar', '2021-03-15'],
    ['MAR 15', '2021-03-15'],
    ['Feb 29', 2021],
    ['NOV-DEC', 2021],
    ['Spring', 2021],
  ])('is completed from %s by the year of another column', async (printed, date) => {
    const { dates } = await read(`title,publication date,publication year\nKite A,${printed},2021`);
    expect(dates).toEqual([date]);
  });

  it('without a year is reported if there is none', async () => {
    expect(await read(table('Mar 15'))).toEqual({
      titles: ['Kite A'],
      dates: [null],
      messages: ['2 bad-date not a date: Mar 15'],
    });
  });
});
