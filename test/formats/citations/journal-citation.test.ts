import { describe, expect, it } from 'vitest';
import { readJournalCitation, readPublicationDate } from '../../../src/formats/citations/journal-citation.ts';

describe('the citation of an article', () => {
  it.each([
    ['J Ponds. 2024 Mar 12;18(3):201-210. doi: 10.1000/pond.1.', 'J Ponds', '2024 Mar 12', '10.1000/pond.1'],
    ['J Ponds. 2024 Jul-Aug;45(4):e12. Epub 2024 Jun 1.', 'J Ponds', '2024 Jun 1', null],
    ['J Ponds. 2024 Feb 30;45(4):e12. Epub 2024 Jun 1.', 'J Ponds', '2024 Feb 30', null],
    ['J Ponds. 2021 Winter;3:1-2. eCollection 2021.', 'J Ponds', '2021 Winter', null],
    ['J Ponds. 2024 Feb 20:S0140-0001(24)00123-4.', 'J Ponds', '2024 Feb 20', null],
    ['J Ponds 2024;18:201–10. https://doi.org/10.1000/pond.1', 'J Ponds', '2024', null],
    ['J Ponds [Internet]. 2024 Mar 12 [cited 2024 Apr 1];18:201.', 'J Ponds', '2024 Mar 12', null],
    [
      'medRxiv [Preprint]. 2024 Jan 5:2024.01.05.24300001. doi: 10.1101/2024.01.05.24300001.',
      'medRxiv',
      '2024 Jan 5',
      '10.1101/2024.01.05.24300001',
    ],
    ['BMJ (Clinical research ed.). 2024;384:q1.', 'BMJ (Clinical research ed.)', '2024', null],
  ])('%s', (text, venue, date, doi) => {
    expect(readJournalCitation(text)).toMatchObject({ venue, date, doi });
  });

  it.each(['J Ponds', 'J Ponds 18', '2024;1:2', ''])('is not found in %j', (text) => {
    expect(readJournalCitation(text)).toBeNull();
  });

  it.each([
    ['2024 Mar 12', { date: '2024-03-12' }],
    ['2024 Jul-Aug', { year: 2024 }],
    ['2024 Dec 31-2025 Jan 2', { year: 2024 }],
    ['2024 Spring', { year: 2024 }],
    ['2024 Mrz', { year: 2024 }],
    ['2024 Feb 30', { badDate: '2024 Feb 30' }],
    ['2719', { badDate: '2719' }],
    ['', {}],
  ])('has the date %s', (printed, published) => {
    expect(readPublicationDate(printed)).toEqual(published);
  });
});
