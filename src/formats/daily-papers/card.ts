import type { Paper } from '../../paper/paper.ts';
import { withoutPictureName } from './organization.ts';
import { paperId, paperUrl } from './paper-address.ts';
import type { PendingCard } from './pending.ts';
import type { Block, SplitEntry } from './split.ts';
import type { PrintedDay } from './values.ts';

/** What is the same for all cards of a page, told by those read so far. */
export interface PageTraits {
  /** Votes stand before the titles; then the number after a date counts comments. */
  printsVotes: boolean;
  /** Votes have labels: `Upvote 117`. */
  printsUpvoteLabels: boolean;
  /** Text browsers print the name of a picture in front of what it belongs to. */
  printsPictureNames: boolean;
}

/** A label whose value stands on the next line. */
export type Awaited = 'votes' | 'upvote' | 'submitter' | 'stars' | null;

/** What the rows of a card told so far. */
export class Card {
  /** Line on which its first row stands. */
  line: number | null = null;
  /** Above the title. */
  votes: number | null = null;
  /** Behind a label below the text. */
  upvotes: number | null = null;
  submittedBy: string | null = null;
  authorCount: number | null = null;
  organization: string | null = null;
  organizationReference: number | null = null;
  day: PrintedDay | null = null;
  dayLine = 0;
  /** The number after the date. */
  count: number | null = null;
  hasBadCount = false;
  hasRow = false;
  /** Whether a separator came behind the text, and whether without a blank line between them. */
  isParted: 'at once' | 'later' | null = null;
  githubUrl: string | null = null;
  githubStars: number | null = null;
  awaited: Awaited = null;

  setOrganization(label: string, url: string | null, reference: number | null, traits: PageTraits): void {
    const shown = label.replace(/^\[[^[\]]*\]\s*(?=\S)/, '');
    const name = traits.printsPictureNames ? withoutPictureName(shown, url?.split('/').at(-1)) : shown;
    this.organization ??= name.replace(/\s+/g, ' ').trim() || null;
    this.organizationReference = reference;
  }
}

/** One paper of the text between two rows. */
export interface CardText {
  readonly entry: SplitEntry;
  /** The block that holds the title. */
  readonly title: Block;
  /** The rows above the text, the rows below it: where rows are lost, a card may have none. */
  readonly above: Card;
  readonly below: Card;
}

/** @param countsComments the number after the date counts comments whatever the page prints */
export function pendingCard(text: CardText, traits: PageTraits, countsComments: boolean): PendingCard {
  const { entry, title, above, below } = text;
  const printsComments = traits.printsVotes || countsComments;
  // The site leaves a zero out; where the row itself is missing nothing is known.
  const showsCount = (below.day !== null || (traits.printsVotes && below.hasRow)) && !below.hasBadCount;
  const counted = showsCount ? (below.count ?? 0) : below.count;
  const countsVotes = !printsComments && !traits.printsUpvoteLabels;
  const comments = printsComments ? counted : null;
  const id = title.url === null ? null : paperId(title.url);
  const paper: Paper = {
    title: entry.title,
    abstract: entry.abstract,
    authorCount: below.authorCount,
    date: null,
    upvotes: below.upvotes ?? above.votes ?? (countsVotes ? counted : null),
  };
  if (comments !== null) paper.commentCount = comments;
  if (id !== null) Object.assign(paper, { id, url: paperUrl(id) });
  if (below.organization !== null) paper.organization = below.organization;
  if (above.submittedBy !== null) paper.submittedBy = above.submittedBy;
  if (below.githubUrl !== null) paper.githubUrl = below.githubUrl;
  if (below.githubStars !== null) paper.githubStars = below.githubStars;
  return {
    paper,
    line: above.line ?? entry.line,
    day: below.day,
    dayLine: below.dayLine,
    reference: id === null ? title.reference : null,
    organizationReference: below.organizationReference,
  };
}

/** The record of a paper that a page for two sizes of screen prints twice in a row; null where they are two papers. */
export function mergeRepeated(first: PendingCard, second: PendingCard): PendingCard | null {
  if (first.paper.title !== second.paper.title || first.paper.abstract !== second.paper.abstract) return null;
  const known = Object.entries(second.paper).filter(([, value]) => value !== null);
  return {
    ...second,
    line: first.line,
    day: second.day ?? first.day,
    dayLine: second.day === null ? first.dayLine : second.dayLine,
    paper: { ...first.paper, ...Object.fromEntries(known) },
  };
}
