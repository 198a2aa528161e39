import type { Paper } from '../../src/paper/paper.ts';

/** Invented papers for a listing in the plain layout. */
export const papers = [
  {
    title: 'Kite Strings as Low-Rank Sensors for Coastal Wind',
    abstract:
      'We tie small sensors to kites and learn a low-rank map from the tension of a string to the wind that pulls it.',
    authorCount: 3,
    date: '2024-03-06',
    upvotes: 12,
  },
  {
    title: 'Do Gardeners Agree About Soil? A Survey of Forty Allotments',
    abstract:
      'Forty gardeners describe the same handful of soil, and we measure how far their words lie apart from each other.',
    authorCount: 1,
    date: '2024-05-20',
    upvotes: 0,
  },
  {
    title: 'Teaching Old Clocks New Bells With Reinforcement Learning',
    abstract:
      'A tower clock learns when to strike by watching who looks up, and it strikes less often than the town feared.',
    authorCount: 8,
    date: '2023-11-30',
    upvotes: 105,
  },
] satisfies Paper[];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The page in the plain layout, with votes that are labelled as votes. */
export function listing(shown: readonly (typeof papers)[number][] = papers): string {
  const cards = shown.map(({ title, abstract, authorCount, date, upvotes }) => {
    const [year, month, day] = date.split('-').map(Number);
    const printed = `${MONTHS[(month ?? 0) - 1]} ${day}, ${year}`;
    return `${title}\n\n${abstract}\n\n  • ${authorCount} author${authorCount === 1 ? '' : 's'}\n·\n${printed}\nUpvote ${upvotes > 0 ? upvotes : '-'}\n`;
  });
  return `Daily Papers\n\nbyAK and the research community\n\nNov 20\n\n${cards.join('\n')}`;
}

/** The same page without votes, so that the number after the date is assumed to count them. */
export function withoutVotes(page: string): string {
  return page.replace(/\nUpvote (\d+)/g, ' $1').replace(/\nUpvote -/g, '');
}
