import { describe, expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

const ABSTRACT =
  'Tortoises are slow, and earlier work explains a mere 12% of their delay. A second look finds that most of the remaining time is spent on lettuce.';
const PAGE = `Daily Papers\n\n101\nA Short Note on Small Lamps\n${ABSTRACT}\n\n5 authors\n·\nMay 29, 2025\n6\n12\nA Note on Slow Tortoises\n${ABSTRACT}\n\n3 authors\n·\nFeb 27, 2025\n1\n`;

describe('a text behind the last card', () => {
  it.each([
    'I liked the second one most.',
    'See you on Monday',
    'This mail is confidential. If it was not meant for you, please delete it and tell whoever sent it to you at once.',
    'To unsubscribe, write to papers+unsubscribe@example.org.',
  ])('is no paper: %s', async (remark) => {
    const { papers, diagnostics, lines } = await readListing(`${PAGE}\n${remark}\n`);
    expect(papers).toEqual((await readListing(PAGE)).papers);
    expect(diagnostics).toMatchObject([{ code: 'unrecognized-line', line: 20 }]);
    expect(lines.unrecognized).toBe(1);
  });

  it.each([
    ['A Kite for Rain: Paper That Does Not Get Wet in Storms', null],
    ['7\nA Kite for Rain', 7],
  ])('is a paper if it looks like a card that is cut off: %s', async (text, upvotes) => {
    const { papers, diagnostics } = await readListing(`${PAGE}${text}\n`);
    expect(papers).toHaveLength(3);
    if (upvotes !== null) expect(papers[2]?.upvotes).toBe(upvotes);
    expect(diagnostics.map(({ code }) => code)).toEqual(['truncated-entry']);
  });
});
