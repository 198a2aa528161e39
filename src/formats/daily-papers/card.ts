import type { DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import type { Paper } from '../../paper/paper.ts';
import { arxivIdOfUrl, huggingFaceUrl } from '../../text/arxiv-id.ts';
import { truncate } from '../../text/printable.ts';
import type { PageFacts } from './facts.ts';
import { unescapeMarkdown } from './markup.ts';
import { type OrganizationLabel, takeOrganization, withoutPictureName } from './organization.ts';
import { divide, type Piece } from './pieces.ts';
import type { Segment } from './segments.ts';
import { type Block, blocksOf, headedEntry, looksLikeAbstract, splitText, type TitleSplit, textOf } from './split.ts';
import type { NumberToken, Token } from './tokens.ts';
import type { PrintedDay } from './values.ts';

/** A card that was read, before what only the rest of the listing tells is added. */
export interface Card {
  /** `date` is still null. */
  readonly paper: Paper;
  /** Line on which the card starts. */
  readonly line: number;
  readonly day: PrintedDay | null;
  /** Line of the day. */
  readonly dayLine: number;
  /** Number of the title's link whose target stands at the end of the dump. */
  readonly reference: number | null;
  readonly organizationReference: number | null;
  /** The votes are the number behind the day, which a page without votes leaves open. */
  readonly assumesVotes: boolean;
}

/** Something that a card lacks or that could not be read. */
export interface Fault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly line: number;
}

/** What a segment holds. */
export interface Reading {
  readonly cards: readonly Card[];
  readonly faults: readonly Fault[];
  /** The number at its end that is the votes of the next card. */
  readonly votesOfNext: NumberToken | null;
}

/**
 * Reads the cards of a segment: one, or several if rows were lost between them.
 *
 * @param votes that stood at the end of the segment before
 * @param countsComments the number behind the day counts comments whatever the page prints
 */
export function readCards(
  segment: Segment,
  facts: PageFacts,
  votes: NumberToken | null,
  countsComments: boolean,
): Reading {
  const { pieces, votesOfNext, repeated } = divide(segment, facts, votes);
  const cards: Card[] = [];
  const faults: Fault[] = [];
  if (repeated?.type === 'number') {
    const message = `${repeated.text} stands here twice: it is read as comments and as votes`;
    faults.push({ code: 'bad-number', message, line: repeated.line });
  }
  for (const [index, piece] of pieces.entries()) {
    const isLast = index === pieces.length - 1;
    const isEnd = isLast && segment.closedBy === 'page';
    readPiece(piece, facts, countsComments, isEnd, cards, faults);
  }
  return { cards, faults, votesOfNext };
}

function readPiece(
  piece: Piece,
  facts: PageFacts,
  countsComments: boolean,
  isEnd: boolean,
  cards: Card[],
  faults: Fault[],
): void {
  const rows = readRows(piece, facts, faults);
  const [first] = rows.blocks;
  if (first === undefined) {
    const message = isEnd ? 'the last card is cut off before its title' : 'a card without a title';
    faults.push({ code: isEnd ? 'truncated-entry' : 'missing-title', message, line: piece.line });
    return;
  }
  const entries = entriesOf(first, rows.blocks, facts);
  for (const [index, entry] of entries.entries()) {
    if (entry.title === '') {
      // Nothing but marks of an extractor, such as a backslash for a line break.
      faults.push({ code: 'missing-title', message: 'a card without a title', line: entry.line });
      continue;
    }
    const isLast = index === entries.length - 1;
    faults.push(...faultsOf(entry, isLast && rows.hasRow, isLast && isEnd));
    const title = rows.blocks.find((block) => block.line === entry.line) ?? first;
    // The votes above the text are those of its first paper, the rows below it those of its last.
    const above = index === 0 ? piece : null;
    cards.push(cardOf(entry, title, above, isLast ? rows : NO_ROWS, facts, countsComments));
  }
}

function entriesOf(first: Block, blocks: readonly Block[], facts: PageFacts): TitleSplit[] {
  // Where titles are headings, an abstract without one has lost its title.
  const isTitleLost = facts.printsHeadings && blocks.length === 1 && looksLikeAbstract(textOf(first));
  return first.isHeading || isTitleLost
    ? [
        isTitleLost
          ? { title: textOf(first), abstract: null, line: first.line, doubtful: null }
          : headedEntry(first, blocks.slice(1)),
      ]
    : splitText(blocks, facts.isUnwrapped);
}

function faultsOf({ title, abstract, line, doubtful }: TitleSplit, hasRow: boolean, isEnd: boolean): Fault[] {
  const faults: Fault[] = [];
  if (isEnd && !hasRow && isCutOff(abstract)) {
    faults.push({ code: 'truncated-entry', message: 'the last card is cut off', line });
  } else if (!hasRow) {
    faults.push({ code: 'missing-metadata', message: `no metadata row: ${truncate(title)}`, line });
  }
  if (looksLikeAbstract(title)) {
    faults.push({ code: 'missing-title', message: `an abstract without a title: ${truncate(title)}`, line });
  }
  if (doubtful !== null) {
    const message = `a title may be missing above this paragraph, which is read as part of ${truncate(title)}`;
    faults.push({ code: 'missing-title', message, line: doubtful });
  }
  return faults;
}

/** What the rows of a card tell. */
interface Rows {
  /** The text without an organization's name at its end. */
  readonly blocks: readonly Block[];
  readonly hasRow: boolean;
  readonly authorCount: number | null;
  readonly organization: string | null;
  readonly organizationReference: number | null;
  readonly day: PrintedDay | null;
  readonly dayLine: number;
  /** The number behind the day; 0 if there is none, since the site leaves a zero out. */
  readonly count: number | null;
  readonly upvotes: number | null;
  readonly githubUrl: string | null;
  readonly githubStars: number | null;
}

const NO_ROWS: Rows = {
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

function readRows(piece: Piece, facts: PageFacts, faults: Fault[]): Rows {
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
        // [Carnival Mill     ← a name whose link was wrapped stands in the text so far
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

function badNumber(text: string, line: number): Fault {
  return { code: 'bad-number', message: `not a count: ${truncate(text)}`, line };
}

function nameOf(
  label: OrganizationLabel | null,
  facts: PageFacts,
): Pick<Rows, 'organization' | 'organizationReference'> {
  if (label === null) return { organization: null, organizationReference: null };
  const shown = label.text.replace(/^\[[^[\]]*\]\s*(?=\S)/, '');
  const name = facts.printsPictureNames ? withoutPictureName(shown, label.url?.split('/').at(-1)) : shown;
  return { organization: name.replace(/\s+/g, ' ').trim() || null, organizationReference: label.reference };
}

const OWN_PAGE = /^https?:\/\/huggingface\.co\/[\w.-]+$/;

/**
 * The blocks of text, with the addresses that stand on lines of their own:
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

function cardOf(
  entry: TitleSplit,
  title: Block,
  above: Piece | null,
  rows: Rows,
  facts: PageFacts,
  countsComments: boolean,
): Card {
  // A number that lost its label stands above the next card.
  const votes = facts.printsUpvoteLabels ? null : (above?.votes ?? null);
  const id = title.url === null ? null : arxivIdOfUrl(title.url);
  const printsComments = facts.printsVotes || countsComments || votes !== null;
  const isVotes = !printsComments && !facts.printsUpvoteLabels && rows.upvotes === null;
  const upvotes = rows.upvotes ?? votes ?? (isVotes ? rows.count : null);
  const paper: Paper = {
    title: entry.title,
    abstract: entry.abstract,
    authorCount: rows.authorCount,
    date: null,
    upvotes,
  };
  if (printsComments && rows.count !== null) paper.commentCount = rows.count;
  if (id !== null) Object.assign(paper, { id, url: huggingFaceUrl(id) });
  if (rows.organization !== null) paper.organization = rows.organization;
  const submittedBy = unescapeMarkdown(above?.submittedBy ?? '', 'certain');
  if (submittedBy !== '') paper.submittedBy = submittedBy;
  if (rows.githubUrl !== null) paper.githubUrl = rows.githubUrl;
  if (rows.githubStars !== null) paper.githubStars = rows.githubStars;
  return {
    paper,
    line: above?.line ?? entry.line,
    day: rows.day,
    dayLine: rows.dayLine,
    reference: id === null ? title.reference : null,
    organizationReference: rows.organizationReference,
    assumesVotes: isVotes && rows.count !== null,
  };
}

/** Whether an abstract ends in the middle of its text. */
function isCutOff(abstract: string | null): boolean {
  const lastWord = abstract?.slice(abstract.lastIndexOf(' ') + 1) ?? '';
  return !/[.!?)\]"'”’]$|https?:\/\/\S/.test(lastWord);
}
