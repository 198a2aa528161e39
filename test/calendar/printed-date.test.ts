import { describe, expect, it } from 'vitest';
import {
  dateFromParts,
  numericDate,
  readPrintedDate,
  readTimestamp,
  shownOrder,
} from '../../src/calendar/printed-date.ts';

describe('printed dates', () => {
  it.each([
    ['2024-06-05', '2024-06-05'],
    ['2024-06-05T18:30:00.123Z', '2024-06-05'],
    ['2024-06-05 18:30:00+00:00', '2024-06-05'],
    ['2024-06-05T23:30:00-05:00', '2024-06-06'],
    ['2024/6/5', '2024-06-05'],
    ['2024.06.05', '2024-06-05'],
    ['20240605', '2024-06-05'],
    ['Wed, 5 Jun 2024 18:30:00 +0000', '2024-06-05'],
    ['Wed, 05 Jun 2024 00:00:00 -0400', '2024-06-05'],
    ['5 Jun 24 18:30 GMT', '2024-06-05'],
    ['5 June 2024', '2024-06-05'],
    ['5th of June, 2024', '2024-06-05'],
    ['5. June 2024', '2024-06-05'],
    ['June 5, 2024', '2024-06-05'],
    ['Jun. 5th 2024, 6:30 PM', '2024-06-05'],
    ['Wed Jun  5 18:30:00 2024', '2024-06-05'],
    ['2024 Jun 5', '2024-06-05'],
    ['05-Jun-2024', '2024-06-05'],
    ['5-Jun-24', '2024-06-05'],
    ['2024年6月5日', '2024-06-05'],
    ['2024年6月5日 星期三', '2024-06-05'],
    ['2024년 6월 5일', '2024-06-05'],
    ['05. Jun 24', '2024-06-05'],
    ['12. Okt. 2024', '2024-10-12'],
    ['05-ene-24', '2024-01-05'],
    ['Mittwoch, 5. Juni 2024', '2024-06-05'],
    ['Freitag, 5. April 2024', '2024-04-05'],
    ['mercredi 5 juin 2024', '2024-06-05'],
    ['miércoles, 5 de junio de 2024', '2024-06-05'],
    ['quarta-feira, 5 de junho de 2024', '2024-06-05'],
    ['1717612200', '2024-06-05'],
    ['1717612200000', '2024-06-05'],
  ])('reads %s as a day', (text, date) => {
    expect(readPrintedDate(text)).toEqual({ kind: 'day', date });
  });

  it.each([
    '2024',
    '2024-06',
    '2024/06/',
    '2024///',
    '2024-06-00',
    '2024 Mar-Apr',
    '2024 Mar 28-Apr 2',
    '14-17 July 2024',
    '30 June - 3 July 2024',
    'July 14–17, 2024',
    '2024 Dec 31-2025 Jan 2',
    '2024 Jun',
    'June 2024',
    'Spring 2024',
    'SPR 2024',
    'Mar2024',
    'May/Jun2024',
    'FAL-WIN 2024',
    '2024 Spring',
    '06/2024',
    'circa 2024',
    'ca. 2024',
    'c2024',
    '[2024?]',
  ])('reads %s as a year', (text) => {
    expect(readPrintedDate(text)).toEqual({ kind: 'year', year: 2024 });
  });

  it.each(['2024-02-30', '2024-13-01', '0099-06-07', 'yesterday', '', '2024-06-05T25:00:00Z', 'June', '12 points'])(
    'finds no date in %j',
    (text) => {
      expect(readPrintedDate(text)).toBeNull();
    },
  );

  it('reads dates written in numbers in the order that one of them shows', () => {
    const date = readPrintedDate('13/5/2024');
    if (date?.kind !== 'numeric') throw new Error('not numeric');
    expect(shownOrder(date)).toBe('day-first');
    expect(numericDate(date, 'day-first')).toBe('2024-05-13');
    expect(numericDate(date, 'month-first')).toBeNull();
  });

  it('reads dates given as numbers', () => {
    expect(dateFromParts(2024, 6, 5)).toEqual({ kind: 'day', date: '2024-06-05' });
    expect(dateFromParts(2024, 6)).toEqual({ kind: 'year', year: 2024 });
    expect(dateFromParts(24, 6, 5)).toBeNull();
    expect(readTimestamp(12)).toBeNull();
  });
});
