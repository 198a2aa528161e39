import type { Paper } from '../../src/paper/paper.ts';
import type { SitePaper } from '../daily-papers-papers.ts';

/** What a layout shows of a paper. */
export interface Shown {
  readonly abstract?: boolean;
  /** `either`: the organization replaces the author count. */
  readonly authors: 'either' | 'both';
  readonly hidesOrganizations?: boolean;
  readonly date?: boolean;
  /** The day on which the page was saved is the day of its papers. */
  readonly announced?: boolean;
  readonly upvotes?: boolean;
  /** `upvotes`: the number of comments, which looks like votes in a layout without votes. */
  readonly comments?: 'comments' | 'upvotes';
  readonly id?: boolean;
  readonly submitter?: boolean;
  readonly github?: 'stars' | 'link';
  /** Cards with an organization have lost their last row. */
  readonly losesOrganizations?: boolean;
}

/** The expected record of a paper, from what the page shows of it. */
export function recordOf(paper: SitePaper, shown: Shown, capturedOn: string): Paper {
  const hasRow = !(shown.losesOrganizations === true && paper.organization !== null);
  const showsCount = shown.authors !== 'either' || paper.organization === null;
  const isOfThisYear = paper.date.slice(0, 4) === capturedOn.slice(0, 4);
  const organization = shown.hidesOrganizations === true ? null : paper.organization;
  const upvotes = shown.upvotes ? paper.upvotes : shown.comments === 'upvotes' ? paper.comments : null;
  return {
    title: paper.title,
    abstract: shown.abstract ? paper.paragraphs.join(' ') : null,
    authorCount: hasRow && showsCount ? paper.authors.length : null,
    date: hasRow && shown.date ? paper.date : null,
    upvotes: hasRow ? upvotes : null,
    ...(shown.comments === 'comments' && { commentCount: paper.comments }),
    ...(hasRow && shown.date && isOfThisYear && { dateInferred: true as const }),
    ...(shown.announced && { announced: capturedOn }),
    ...(shown.id && { id: paper.id, url: `https://huggingface.co/papers/${paper.id}` }),
    ...(hasRow && organization !== null && { organization: organization.name }),
    ...(shown.submitter && { submittedBy: paper.submittedBy }),
    ...(shown.github === 'link' && paper.github !== null && { githubUrl: paper.github.url }),
    ...(shown.github !== undefined && paper.github !== null && { githubStars: paper.github.stars }),
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mar 6, 2024`, and `Mar 6` in the year in which the page was saved. */
export function printedDay(date: string, capturedOn: string): string {
  const [year = '', month, day] = date.split('-');
  const shown = `${MONTHS[Number(month) - 1]} ${Number(day)}`;
  return capturedOn.startsWith(year) ? shown : `${shown}, ${year}`;
}

/** `843`, `11.3k`, `110k` */
export function printedStars(stars: number): string {
  return stars < 1000 ? String(stars) : `${stars / 1000}k`;
}

/** The page shows `-` for no votes. */
export function printedVotes(votes: number): string {
  return votes === 0 ? '-' : String(votes);
}
