import { describe, expect, it } from 'vitest';
import { readDate } from '../../../src/formats/arxiv-listing/dates.ts';

describe('date lines', () => {
  it.each([
    ['Thu, 2 Mar 2023 18:56:47 GMT   (828kb,D)', '2023-03-02'],
    [' Wed,  1 Mar 2023 22:27:44 GMT', '2023-03-01'],
    ['replaced with revised version Wed, 1 Mar 2023 22:27:44 GMT   (17996kb,D)', '2023-03-01'],
    ['2 Mar 1994 12:00 +0100', '1994-03-02'],
    ['Fri, 02-Dec-94 9:00 EST', '1994-12-02'],
    ['Mon, 12 Aug 91 16:05:07 GMT', '1991-08-12'],
    ['Tue, 1 Feb 00 00:00:00 GMT', '2000-02-01'],
    ['Sat Apr  4 02:55:44 METDST 1992', '1992-04-04'],
    ['Sat Apr  4 02:55:44 MET DST 1992', '1992-04-04'],
    ['April 4, 1992', '1992-04-04'],
    ['29 February 1996', '1996-02-29'],
    ['1996-02-29', '1996-02-29'],
  ])('reads the date of %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each([
    '',
    'soon',
    'Thu, 30 Feb 2023 10:00:00 GMT',
    '29 Feb 1900',
    '0 Mar 2000',
    '12 Foo 2000',
    '18:56:47',
    '2000-13-01',
  ])('finds no date in a line that names no day of the calendar: %j', (text) => {
    expect(readDate(text)).toBeNull();
  });
});
