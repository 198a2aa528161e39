import { arxivIdOfUrl } from '../../text/arxiv-id.ts';
import { truncate } from '../../text/printable.ts';
import { singleSpaced } from '../../text/white-space.ts';
import type { EntryFault } from '../format.ts';
import type { PageFacts } from './facts.ts';
import { type OrganizationLabel, takeOrganization, withoutPictureName } from './organization.ts';
import type { Piece } from './pieces.ts';
import { type Block, blocksOf } from './split.ts';
import type { Token } from './tokens.ts';
import type { PrintedDay } from './values.ts';

/** The values in the rows of a card. */
export interface Rows {
  /** The text without an organization's name at its end. */
  readonly blocks: readonly Block[];
  readonly hasRow: boolean;
  readonly authorCount: number | null;
  readonly organization: string | null;
  readonly organizationReference: number | null;
  readonly day: PrintedDay | null;
  readonly dayLine: number;
  /** The number after the day; 0 if there is none, because the site does not print a zero. */
  readonly count: number | null;
  readonly upvotes: number | null;
  readonly githubUrl: string | null;
  readonly githubStars: number | null;
}

export const NO_ROWS: Rows = {
  blocks: [],
  hasRow: false,
  authorCount: null,
  organization: null,
  organizationReference: null,
  day: null,
  dayLine: 0,
  count: null,
  upvotes: null,
  githubUrl: null,
  githubStars: null,
};

/** @param faults receives what could not be read */
export function readRows(piece: Piece, facts: PageFacts, faults: EntryFault[]): Rows {
  const blocks = withAddresses(piece);
  const rows = { ...NO_ROWS, blocks, hasRow: piece.below.some(isRow) };
  const lastLine = piece.texts.at(-1)?.line ?? 0;
  let separator: 'at once' | 'later' | null = null;
  let organization: OrganizationLabel | null = null;
  let hasBadCount = false;
  const takeFromText = (isCertain: boolean) => {
    if (separator === null || rows.authorCount !== null || organization !== null) return;
    organization = takeOrganization(blocks, isCertain, separator === 'at once' ? facts.width : 0);
  };
  for (const token of piece.below) {
    switch (token.type) {
      case 'separator':
        separator ??= token.line === lastLine + 1 ? 'at once' : 'later';
        break;
      case 'authors':
        takeFromText(false);
        if (token.count === null) faults.push(badNumber(token.text, token.line));
        rows.authorCount ??= token.count;
        break;
      case 'organization': {
        // [Carnival Mill     ← a name whose link was wrapped is part of the text so far
        // University](url) · May 29
        const start = token.continues ? takeOrganization(blocks, true, 0) : null;
        organization ??= start === null ? token : { ...token, text: `${start.text} ${token.text}` };
        break;
      }
      case 'day':
        takeFromText(true);
        if (rows.day === null) [rows.day, rows.dayLine] = [token.day, token.line];
        break;
      case 'year':
        if (rows.day?.year === null) rows.day = { ...rows.day, year: token.year };
        break;
      case 'damaged-day':
        faults.push({ code: 'bad-date', message: `not a date: ${truncate(token.text)}`, line: token.line });
        break;
      case 'damaged-count':
        hasBadCount = true;
        faults.push(badNumber(token.text, token.line));
        break;
      case 'comments':
        rows.count = token.count;
        break;
      case 'upvote':
        rows.upvotes ??= token.count;
        break;
      case 'github':
        rows.githubStars ??= token.stars;
        rows.githubUrl ??= token.url;
        break;
      case 'address':
        if (/^https?:\/\/github\.com\//.test(token.url)) rows.githubUrl ??= token.url;
        break;
      default:
    }
  }
  rows.count ??= piece.count;
  // If the row itself is lost nothing is known.
  if (!hasBadCount && (rows.day !== null || (facts.printsVotes && rows.hasRow))) rows.count ??= 0;
  return { ...rows, ...nameOf(organization, facts) };
}

function isRow({ type }: Token): boolean {
  return type !== 'decoration' && type !== 'address';
}

function badNumber(text: string, line: number): EntryFault {
  return { code: 'bad-number', message: `not a count: ${truncate(text)}`, line };
}

function nameOf(
  label: OrganizationLabel | null,
  facts: PageFacts,
): Pick<Rows, 'organization' | 'organizationReference'> {
  if (label === null) return { organization: null, organizationReference: null };
  const shown = label.text.replace(/^\[[^[\]]*\]\s*(?=\S)/, '');
  const isPlain = shown === label.text && facts.printsPictureNames;
  const name = isPlain ? withoutPictureName(shown, label.url?.split('/').at(-1)) : shown;
  return { organization: singleSpaced(name) || null, organizationReference: label.reference };
}

const OWN_PAGE = /^https?:\/\/huggingface\.co\/[\w.-]+$/;

/**
 * The blocks of text, with the addresses on separate lines:
 *
 *     Soft Instruction De-escalation Defense
 *     https://huggingface.co/papers/2510.21057     ← of the title
 *     Large Language Models …
 */
function withAddresses({ texts, addresses }: Piece): Block[] {
  const blocks = blocksOf(texts);
  for (const { url, line } of addresses) {
    const block = blocks.findLast((candidate) => candidate.line < line);
    if (block !== undefined && (arxivIdOfUrl(url) !== null || OWN_PAGE.test(url))) block.url ??= url;
  }
  return blocks;
}
