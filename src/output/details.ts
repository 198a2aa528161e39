import { breaksOff } from '../names/group.ts';
import type { Paper } from '../paper/paper.ts';
import { arxivPdfUrl } from '../text/arxiv-id.ts';
import { pluralize } from '../text/plural.ts';
import { readable } from '../text/printable.ts';
import { arxivId, safeAddress } from './reference.ts';

const MOST_NAMES = 3;

/** One detail of a paper. */
export interface Detail {
  /** The text, including the address if there is one. */
  readonly text: string;
  readonly link?: {
    readonly url: string;
    /** The link text if the address need not be visible. */
    readonly label: string;
  };
}

/**
 * The details of a paper for one line, without its own page:
 *
 *     2024-03-25    Ada Byron, Emma Berg, Wei Li and 5 others    Toy Labs    J. Toys 12    12 upvotes    1 comment
 *     3 citations    https://github.com/toys/kites (1,024 stars)    https://arxiv.org/pdf/2403.01234    page.txt:12
 */
export function details(paper: Paper): Detail[] {
  const { date, year, organization, venue, journalRef, upvotes, commentCount, citationCount } = paper;
  const pdf = pdfAddress(paper);
  return [
    textDetail(date ?? (year === undefined ? null : String(year))),
    textDetail(authorsOf(paper)),
    textDetail(organization),
    textDetail(journalRef ?? venue),
    countDetail(upvotes, 'upvote'),
    countDetail(commentCount, 'comment'),
    countDetail(citationCount, 'citation'),
    repositoryDetail(paper),
    pdf === undefined ? null : { text: pdf, link: { url: pdf, label: 'PDF' } },
    textDetail(placeOf(paper)),
  ].filter((detail) => detail !== null);
}

/** `Ada Byron, Emma Berg, Wei Li and 5 others`, else `8 authors`; `and others` if the number is unknown. */
export function authorsOf({ authors = [], authorCount }: Paper): string | null {
  if (authors.length === 0) return authorCount === null ? null : pluralize(authorCount, 'author');
  const total = breaksOff(authors, authorCount) ? authorCount : authors.length;
  if (total === null) return `${authors.slice(0, MOST_NAMES).join(', ')} and others`;
  // Print the name instead of `and 1 other`.
  const shown = authors.slice(0, total === MOST_NAMES + 1 ? total : MOST_NAMES);
  const others = total - shown.length;
  return others === 0 ? shown.join(', ') : `${shown.join(', ')} and ${pluralize(others, 'other')}`;
}

/** `page.txt:12` */
export function placeOf({ source }: Paper): string | null {
  return source === undefined ? null : `${source.file}:${source.line}`;
}

/** The address of the paper as PDF; undefined if the paper is not on arXiv. */
function pdfAddress(paper: Paper): string | undefined {
  const id = arxivId(paper);
  return id === undefined ? undefined : arxivPdfUrl(id);
}

/** `https://github.com/toys/kites (1,024 stars)` */
function repositoryDetail({ githubUrl, githubStars }: Paper): Detail | null {
  const url = safeAddress(githubUrl);
  const stars = githubStars === undefined ? '' : pluralize(githubStars, 'star');
  if (url === undefined) return textDetail(stars);
  const withStars = (name: string) => (stars === '' ? name : `${name} (${stars})`);
  const name = readable(url.replace(/^https?:\/\/(?:www\.)?(?:github\.com\/)?/i, '').replace(/\/$/, ''));
  return { text: withStars(readable(url)), link: { url, label: withStars(name) } };
}

function countDetail(count: number | null | undefined, noun: string): Detail | null {
  return count === null || count === undefined ? null : { text: pluralize(count, noun) };
}

function textDetail(value: string | null | undefined): Detail | null {
  const shown = readable(value ?? '');
  return shown === '' ? null : { text: shown };
}
