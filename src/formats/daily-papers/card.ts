import type { Paper } from '../../paper/paper.ts';
import { arxivIdOfUrl, huggingFaceUrl } from '../../text/arxiv-id.ts';
import { truncate } from '../../text/printable.ts';
import type { EntryFault } from '../format.ts';
import type { PageFacts } from './facts.ts';
import { unescapeMarkdown } from './markup.ts';
import { divide, type Piece } from './pieces.ts';
import { NO_ROWS, type Rows, readRows } from './rows.ts';
import type { Segment } from './segments.ts';
import { type Block, headedEntry, looksLikeAbstract, splitText, type TitleSplit, textOf } from './split.ts';
import type { NumberToken } from './tokens.ts';
import type { PrintedDay } from './values.ts';

/** A parsed card, before information from the rest of the listing is added. */
export interface Card {
  /** `date` is still null. */
  readonly paper: Paper;
  /** Line on which the card starts. */
  readonly line: number;
  readonly day: PrintedDay | null;
  readonly dayLine: number;
  /** Number of the title's link if its target is at the end of the listing. */
  readonly reference: number | null;
  readonly organizationReference: number | null;
  /** The votes are the number after the day: an assumption, if the page prints no votes. */
  readonly assumesVotes: boolean;
}

/** The content of a segment. */
export interface Reading {
  readonly cards: readonly Card[];
  readonly faults: readonly EntryFault[];
  /** The number at its end that is the votes of the next card. */
  readonly votesOfNext: NumberToken | null;
}

/**
 * Reads the cards of a segment: one, or several if rows were lost between them.
 *
 * @param votes from the end of the previous segment
 * @param countsComments the number after the day always counts comments
 */
export function readCards(
  segment: Segment,
  facts: PageFacts,
  votes: NumberToken | null,
  countsComments: boolean,
): Reading {
  const { pieces, votesOfNext, repeated } = divide(segment, facts, votes);
  const cards: Card[] = [];
  const faults: EntryFault[] = [];
  if (repeated?.type === 'number') {
    const message = `${repeated.text} occurs twice here: read as comments and as votes`;
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
  faults: EntryFault[],
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
      // Only marks of an extractor, such as a backslash for a line break.
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
  // If titles are headings, an abstract without a heading has lost its title.
  const isTitleLost = facts.printsHeadings && blocks.length === 1 && looksLikeAbstract(textOf(first));
  return first.isHeading || isTitleLost
    ? [
        isTitleLost
          ? { title: textOf(first), abstract: null, line: first.line, doubtful: [] }
          : headedEntry(first, blocks.slice(1)),
      ]
    : splitText(blocks, facts.isUnwrapped);
}

function faultsOf({ title, abstract, line, doubtful }: TitleSplit, hasRow: boolean, isEnd: boolean): EntryFault[] {
  const faults: EntryFault[] = [];
  if (isEnd && !hasRow && isCutOff(abstract)) {
    faults.push({ code: 'truncated-entry', message: 'the last card is cut off', line });
  } else if (!hasRow) {
    faults.push({ code: 'missing-metadata', message: `no metadata row: ${truncate(title)}`, line });
  }
  if (looksLikeAbstract(title)) {
    faults.push({ code: 'missing-title', message: `an abstract without a title: ${truncate(title)}`, line });
  }
  for (const paragraph of doubtful) {
    const message = `this paragraph may belong to another paper: it is read as part of ${truncate(title)}`;
    faults.push({ code: 'missing-title', message, line: paragraph });
  }
  return faults;
}

function cardOf(
  entry: TitleSplit,
  title: Block,
  above: Piece | null,
  rows: Rows,
  facts: PageFacts,
  countsComments: boolean,
): Card {
  // A number without its label belongs to the next card.
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
