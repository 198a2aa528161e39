import type { Paper } from '../../paper/paper.ts';
import { arxivIdOfUrl, arxivUrl, huggingFaceUrl } from '../../text/arxiv-id.ts';
import { bareDoi } from '../../text/doi.ts';
import { firstOf } from '../../text/first.ts';
import { detailSlotOf } from './author-slots.ts';
import { readDetailLine } from './detail-line.ts';
import { plainText, readDetail } from './details.ts';
import { type Entry, isVenue } from './entry.ts';
import { spansOf } from './inline.ts';
import { isPaperPage, repositoryOf } from './links.ts';
import { JOURNAL_WORD, type Meaning, meaningOf } from './meaning.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { startOfProse } from './prose.ts';
import { type AuthorSlots, isGeneric, slotOf } from './title.ts';

/** What is known about a paper while its entry is read; the first value of a key counts. */
interface Draft {
  known: Meaning;
  /** Those that a line below the title names. */
  authorsBelow: readonly string[];
  readonly links: string[];
  abstract: string | null;
  isSummary: boolean;
}

/** What stands below an entry. */
export interface DetailText {
  readonly text: string;
  /** Whether sentences in it are the abstract. */
  readonly mayBeAbstract: boolean;
}

/**
 * The record of an entry.
 *
 * @param details the items below it
 * @returns the record, the indices of the details that were not read, and what could not be true
 */
export function paperOf(
  entry: Entry,
  details: readonly DetailText[],
  slots: AuthorSlots,
): {
  readonly paper: Paper;
  readonly unreadDetails: ReadonlySet<number>;
  readonly otherId: string | null;
  readonly badDate: string | undefined;
} {
  const draft: Draft = {
    known: entry.known,
    authorsBelow: [],
    links: [...entry.links],
    abstract: null,
    isSummary: false,
  };
  readPieces(entry.pieces, (piece) => slots.has(slotOf(piece)), draft);
  if (draft.known.venue === undefined) draft.known = { ...journalOf(entry.pieces, draft.known), ...draft.known };
  const unreadDetails = new Set<number>();
  const prose = new Map<number, string>();
  for (const [index, { text, mayBeAbstract }] of details.entries()) {
    const lines = text.split('\n');
    const end = mayBeAbstract && readDetail(text) === null ? startOfProse(lines) : lines.length;
    if (end < lines.length) prose.set(index, plainText(lines.slice(end).join('\n')));
    if (end > 0 && !readDetailInto(lines.slice(0, end).join('\n'), slots, draft)) unreadDetails.add(index);
  }
  if (draft.abstract !== null) for (const index of prose.keys()) unreadDetails.add(index);
  else if (prose.size > 0) draft.abstract = [...prose.values()].join(' ');
  const paper = finish(entry, draft);
  return { paper, unreadDetails, otherId: otherId(paper, draft.links), badDate: draft.known.badDate };
}

/** @returns whether any of the pieces was read; of two lists of authors the second is not */
function readPieces(pieces: readonly Piece[], isAuthorSlot: (piece: Piece) => boolean, draft: Draft): boolean {
  let isRead = false;
  for (const piece of pieces) {
    if (piece.url !== null && isPaperPage(piece.url) && !isVenue(piece.text)) continue;
    const meaning = meaningOf(piece.text, isAuthorSlot(piece));
    if (meaning === null) continue;
    if (meaning.authors === undefined || draft.known.authors === undefined) isRead = true;
    draft.known = { ...meaning, ...draft.known };
  }
  return isRead;
}

//     Journal of Kites     Pond Letters, 12     In Proceedings of the Conference on Kites
const JOURNAL = /^(?:in\s)?(\p{Lu}[^\d?!"]{3,120}?)((?:,?\s(?:vol\.?\s)?\d{1,3}(?!\d)[\d\s():–-]{0,30})?)$/u;
const VOLUME = /^(?:vol\.?\s)?\d{1,3}(?![\d./-])/;

//     IEEE Trans. Kites 2023     Nature Kite Science, 2022
const JOURNAL_AND_YEAR =
  /^(?:in\s)?(\p{Lu}[\p{L}.&-]*(?:\s(?:\p{Lu}[\p{L}.&-]*|of|on|in|the|and|for|&)){1,12}),?\s\(?((?:19|20)\d\d)\)?$/u;

/** The name of a journal in italics, known by a word or by the volume or year after it; undefined if there is none. */
function journalOf(pieces: readonly Piece[], known: Meaning): Meaning | undefined {
  for (const [index, { style, url, text }] of pieces.entries()) {
    if (style !== 'italic' || url !== null || meaningOf(text) !== null) continue;
    const [, dated, year] = JOURNAL_AND_YEAR.exec(text) ?? [];
    if (dated !== undefined) return { venue: dated, year: Number(year) };
    const [, name, volume = ''] = JOURNAL.exec(text) ?? [];
    const next = pieces[index + 1];
    const isFollowed = volume !== '' || VOLUME.test(next?.text ?? '') || isYearOf(name, next, known);
    if (name !== undefined && (isFollowed || JOURNAL_WORD.test(name))) return { venue: name };
  }
  return undefined;
}

/** `*Nature Kite Science, 2022*`, where a name stands elsewhere in the entry */
function isYearOf(name: string | undefined, next: Piece | undefined, { authors }: Meaning): boolean {
  if (name === undefined || authors === undefined || next?.style !== 'italic' || next.before !== ',') return false;
  return meaningOf(next.text)?.year !== undefined && !authors.authors.includes(name);
}

//     **Abstract**     <details><summary>Abstract</summary>     </details>
const ABSTRACT_BELOW = /^(?:(?:abstract|summary)[:.]?)?$/i;

function readDetailInto(markdown: string, slots: AuthorSlots, draft: Draft): boolean {
  if (ABSTRACT_BELOW.test(plainText(markdown))) return true;
  const detail = readDetail(markdown);
  if (detail?.kind === 'abstract') {
    if (detail.text === '' || (draft.abstract !== null && (detail.isSummary || !draft.isSummary))) return false;
    draft.abstract = detail.text;
    draft.isSummary = detail.isSummary;
    return true;
  }
  if (detail?.kind === 'authors') {
    const { authors } = detail.authors;
    const [first = authors[0]] = draft.authorsBelow;
    // Others are those of another paper, whose title is lost.
    if (first === undefined || !authors.includes(first)) return false;
    draft.known = { ...draft.known, authors: detail.authors };
    draft.authorsBelow = authors;
    return true;
  }
  const spans = spansOf(detail?.text ?? markdown);
  const links = spans.flatMap(({ url }) => (url === null ? [] : [url]));
  draft.links.push(...links);
  const lines = markdown.split('\n').map(readDetailLine);
  if (detail === null && lines.every((line) => line !== null)) {
    if (lines.some(({ known }) => isOfOther(known, draft.known))) return false;
    for (const { known } of lines) {
      draft.known = { ...known, ...draft.known };
      draft.authorsBelow = known.authors?.authors ?? draft.authorsBelow;
    }
    return true;
  }
  const isRead = readPieces(
    piecesOf(spans).filter(({ text, url }) => text !== '' && (url === null || !isGeneric(text) || isVenue(text))),
    (piece) => slots.has(slotOf(piece)) || slots.has(detailSlotOf(piece)),
    draft,
  );
  return isRead || links.some((url) => isPaperPage(url) || repositoryOf(url) !== null);
}

/** Whether a line tells of other authors or another day than those that were read. */
function isOfOther({ authors, date }: Meaning, known: Meaning): boolean {
  const hasOtherAuthors =
    authors !== undefined && known.authors !== undefined && authors.authors.join() !== known.authors.authors.join();
  return hasOtherAuthors || (date !== undefined && known.date !== undefined && date !== known.date);
}

/** The identifier of another paper among the links; null if there is none. */
function otherId({ id }: Paper, links: readonly string[]): string | null {
  if (id === undefined) return null;
  const ids = links.map((url) => (isPaperPage(url) ? arxivIdOfUrl(url) : null));
  return ids.find((other) => other !== null && other !== id) ?? null;
}

function finish(entry: Entry, { known, links, abstract }: Draft): Paper {
  const id = (entry.page === null ? entry.id : arxivIdOf(entry.page, links)) ?? known.id ?? null;
  const doi = firstOf(links, bareDoi) ?? known.doi;
  const githubUrl = firstOf(links, repositoryOf);
  const page = entry.page ?? links.find(isPaperPage) ?? (doi === undefined ? null : `https://doi.org/${doi}`);
  const paper: Paper = {
    title: entry.title,
    abstract,
    authorCount: known.authors === undefined ? (known.authorCount ?? null) : known.authors.authorCount,
    date: known.date ?? null,
    upvotes: known.upvotes ?? null,
    ...(known.commentCount !== undefined && { commentCount: known.commentCount }),
    ...(known.authors !== undefined && { authors: known.authors.authors }),
    ...(known.date === undefined && known.year !== undefined && { year: known.year }),
    ...(known.organization !== undefined && { organization: known.organization }),
    ...(known.venue !== undefined && { venue: known.venue, ...known.place }),
    ...(known.citationCount !== undefined && { citationCount: known.citationCount }),
    ...(known.githubStars !== undefined && { githubStars: known.githubStars }),
    ...(doi !== undefined && !/^10\.48550\/arxiv/i.test(doi) && { doi }),
    ...(githubUrl !== undefined && { githubUrl }),
  };
  if (id !== null) {
    paper.id = id;
    paper.url = /(?:huggingface\.co|hf\.co)\/papers/i.test(entry.page ?? '') ? huggingFaceUrl(id) : arxivUrl(id);
  } else if (page !== null) paper.url = page;
  return paper;
}

/** The identifier in the address of the paper, otherwise in another link of the entry. */
function arxivIdOf(page: string, links: readonly string[]): string | null {
  return firstOf([page, ...links], (url) => (isPaperPage(url) ? arxivIdOfUrl(url) : null)) ?? null;
}
