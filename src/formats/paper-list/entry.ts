import type { Paper } from '../../paper/paper.ts';
import { arxivIdOfUrl, arxivUrl, findArxivId, huggingFaceUrl } from '../../text/arxiv-id.ts';
import { bareDoi } from '../../text/doi.ts';
import { readDetail } from './details.ts';
import { type Span, spansOf } from './inline.ts';
import { isPaperPage, repositoryOf } from './links.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type AuthorSlots, cleanTitle, findTitle, isGeneric, isTitle, slotOf } from './title.ts';

/** The parts of an entry of a list. */
export interface Entry {
  readonly title: string;
  /** The pieces other than the title. */
  readonly pieces: readonly Piece[];
  readonly links: readonly string[];
  /** The page of the paper, or an identifier that was printed. */
  readonly page: string | null;
  readonly id: string | null;
}

const MAY_NAME_PAPER = /https?:\/\/|arxiv|doi/i;

/**
 * The entry in a text; null if it is not certain to be about one paper.
 *
 * @param slots where the list prints authors
 * @param above the beginning of the text that holds the title, if it is known
 */
export function readEntry(markdown: string, slots: AuthorSlots = new Set(), above = ''): Entry | null {
  if (!MAY_NAME_PAPER.test(markdown)) return null;
  const spans = spansOf(markdown);
  const links = spans.filter((span) => span.url !== null && !span.isImage);
  const page = links.find((span) => isPaperPage(span.url ?? ''))?.url ?? null;
  const pieces = piecesOf(joinNames(spans)).filter((piece) => piece.text !== '');
  const id =
    page === null ? (pieces.map((piece) => printedId(piece)).find((found) => found !== undefined) ?? null) : null;
  if (page === null && id === null) return null;
  const count = above === '' ? 0 : piecesOf(spansOf(above)).length;
  const title = (count > 0 ? findTitle(pieces.slice(0, count), slots) : null) ?? findTitle(pieces, slots);
  if (title === null) return null;
  const isPart = (index: number) => index >= title.from && index < title.to;
  return {
    title: title.text,
    pieces: pieces.filter((piece, index) => !isPart(index) && !(piece.url !== null && isGeneric(piece.text))),
    links: spans.flatMap(({ url }) => (url === null ? [] : [url])),
    page,
    id,
  };
}

/** Whether an item may be about a paper without linking to it: its title is not a link. */
export function isUnlinkedTitle(markdown: string): boolean {
  const pieces = piecesOf(spansOf(markdown)).filter((piece) => piece.text !== '');
  const title = findTitle(pieces, new Set());
  const piece = title === null ? undefined : pieces[title.from];
  if (title === null || piece === undefined) return false;
  if (piece.url !== null) return isCutOff(piece.url);
  return piece.style === 'bold' ? /\p{L}{4}/u.test(piece.text) : title.text.split(' ').length >= 3;
}

//     Clay, A., & Ek, B. C. (2024). Round Kites. Journal of Kites.     Round Kites
//                                                                      Ada Clay, Bo Ek
const REFERENCE = /^\p{Lu}[^()]{3,300}\((?:19|20)\d\d[a-z]?\)\. \p{Lu}/u;

/**
 * Whether a paragraph cites a paper, as a list of references does, or has authors below a title.
 *
 * @param isSure other paragraphs do
 */
export function isReference(lines: readonly string[], isSure: boolean): boolean {
  return (
    REFERENCE.test(lines.join(' ')) || lines.slice(1).some((line) => meaningOf(line, isSure)?.authors !== undefined)
  );
}

/** The text of a link to a paper that is not the paper of the entry; null if there is none. */
export function otherTitle(markdown: string, { title, page }: Pick<Entry, 'title' | 'page'>): string | null {
  const other = spansOf(markdown).find(
    ({ text, url }) =>
      url !== null &&
      url !== page &&
      isPaperPage(url) &&
      !isGeneric(text) &&
      text.split(' ').length >= 3 &&
      cleanTitle(text) !== title,
  );
  return other?.text ?? null;
}

/** Beginnings of addresses of papers. */
const PAGES = ['arxiv.org/abs/', 'openreview.net/forum', 'doi.org/10.', 'aclanthology.org/', 'huggingface.co/papers/'];

/** Whether the address is the beginning of one of a paper: `https://arxiv.org/abs`. */
function isCutOff(url: string): boolean {
  const address = url.replace(/^https?:\/\/(?:www\.)?/i, '');
  return PAGES.some((page) => page.startsWith(address));
}

/** Whether the text ends within a link: `[Round Kites](https://arx`, `Round Kites https://arxiv.or`, `Round Kites, https:/`. */
export function endsInLink(markdown: string): boolean {
  const [, before = '', address = ''] =
    /(\]\(|\s)<?https?:\/\/(?:www\.)?([^\s()<>]{0,300})$/.exec(` ${markdown.slice(-400)}`) ?? [];
  if (before === '') return /\]\((?:h|ht|htt|https?:?\/?)?$|\s<?https?:\/?$/i.test(markdown);
  return before === '](' || PAGES.some((page) => page.startsWith(address));
}

//     Round ponds, https://arxiv.org/abs/2601.06661     Round ponds (arXiv:2601.06661)     Round ponds. doi: 10.1000/182
const ENDS_IN_ADDRESS = /(?:https?:\/\/\S+|doi:\s?10\.\S+|arxiv:\s?\S+(?:\s\[[\w.-]+\])?)[\s.)\]]*$/i;

/**
 * Whether a paragraph of several lines is one entry: a line holds nothing but links, or authors, a year or the like stand
 * beside the title.
 *
 *     Round Kites                    Clay, A., & Ek, B. (2026). Round Kites. Journal of
 *     Ada Clay, Bo Ek                Kites. https://doi.org/10.1000/182
 *     https://arxiv.org/abs/2601.06661
 */
export function isParagraphEntry(lines: readonly string[]): boolean {
  const entry = readEntry(lines.join('\n'));
  if (entry === null || lines.length < 2 || lines.length > MOST_LINES) return false;
  if (lines.slice(1).some(isLinkLine)) return true;
  return isLoneEntry(lines.join(' ')) && entry.pieces.some(({ text }) => meaningOf(text) !== null);
}

const MOST_LINES = 10;

/** Whether the line holds a link to a paper, or an identifier, and no other words than what it links to. */
export function isLinkLine(markdown: string): boolean {
  if (!holdsPaperLink(markdown)) return false;
  const detail = readDetail(markdown);
  return piecesOf(spansOf(detail?.kind === 'text' ? detail.text : markdown)).every(
    ({ text, url }) => (url === null && meaningOf(text) !== null) || text === url || isGeneric(text),
  );
}

/** Whether a line outside of lists is an entry: its title is marked, or it ends in an address. */
export function isLoneEntry(markdown: string): boolean {
  const isMarked = /\]\(|\*\*|<a\s/i.test(markdown);
  const addresses = markdown.match(/https?:\/\/|arxiv:|doi:\s?10\./gi)?.length ?? 0;
  if (!isMarked && (addresses !== 1 || !ENDS_IN_ADDRESS.test(markdown))) return false;
  const entry = readEntry(markdown);
  return entry !== null && (isMarked || isTitle(entry.title));
}

function printedId(piece: Piece): string | undefined {
  return piece.url === null ? meaningOf(piece.text)?.id : undefined;
}

/**
 * Joins a name that is a link or bold with the list of authors that it stands in.
 *
 *     [Ada Clay](https://…), **Bo Ek** and Cy Fox
 */
function joinNames(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const [index, span] of spans.entries()) {
    const last = joined.at(-1);
    const name = isName(span) ? { ...span, url: null } : span;
    const isText = ({ url, isImage, isCode }: Span) => url === null && !isImage && !isCode;
    const isAfterName = index > 0 && isName(spans[index - 1]) && CONTINUES.test(name.text);
    const isBeforeName = name !== span || span.isBold ? isName(span) && GOES_ON.test(last?.text ?? '') : false;
    if (last !== undefined && isText(last) && isText(name) && (isAfterName || isBeforeName)) {
      const isFirst = isAfterName && last.text === spans[index - 1]?.text;
      joined[joined.length - 1] = { ...(isFirst ? name : last), text: last.text + name.text };
    } else joined.push(name);
  }
  return joined;
}

const CONTINUES = /^[*†‡\d]{0,3}(?:,|\s?(?:and|&)\s|;)/;
const GOES_ON = /(?:,|\s(?:and|&)|;)\s?$/;

/** Whether the span is the name of one author and nothing else, marked by a link or as bold. */
function isName(span: Span | undefined): boolean {
  if (span === undefined || span.isImage || span.isCode || (span.url === null && !span.isBold)) return false;
  if (span.url !== null && (isPaperPage(span.url) || repositoryOf(span.url) !== null)) return false;
  return (
    /^\p{Lu}\S*(?: \S+){0,4} (?:\p{Ll}['’])?\p{Lu}\S*[*†‡]?$/u.test(span.text) &&
    !isGenericLink(span) &&
    meaningOf(span.text, true)?.authors !== undefined
  );
}

function isGenericLink({ url, text }: Span): boolean {
  return url !== null && isGeneric(text) && meaningOf(text)?.authors === undefined;
}

/**
 * How most entries print authors.
 *
 *     - **Title** - *Ada Clay, Bo Ek*      certainly authors, and in italics
 *     - **Title** - *Cy Fox*               so this is an author, too
 */
export function authorSlotsOf(entries: readonly { entry: Entry; details: readonly string[] }[]): AuthorSlots {
  const votes = new Map<string, number>();
  const inEntries = entries.flatMap(({ entry }) => entry.pieces.map((piece) => ({ piece, slot: slotOf(piece) })));
  const inDetails = entries.flatMap(({ details }) =>
    details.flatMap((detail) => piecesOf(spansOf(detail)).map((piece) => ({ piece, slot: detailSlotOf(piece) }))),
  );
  for (const { piece, slot } of [...inEntries, ...inDetails]) {
    const isAuthors = meaningOf(piece.text)?.authors !== undefined;
    if (!isAuthors && (piece.url !== null || meaningOf(piece.text, true) !== null)) continue;
    votes.set(slot, (votes.get(slot) ?? 0) + (isAuthors ? 1 : -1));
  }
  return new Set([...votes].filter(([, vote]) => vote > 0).map(([slot]) => slot));
}

/** Of a line below an entry. */
function detailSlotOf(piece: Piece): string {
  return `below ${slotOf(piece)}`;
}

// Their beginnings may be lost:     oi.org/10.1000/kites.183     06.01238
const DOI_OR_END_OF_ID = /(?:^|[^\d.])10\.\d{4,9}\/\S|^\d{0,3}\.\d{4,5}(?:v\d+)?$/;

/** Whether the text contains the address of a paper or an identifier. */
export function holdsPaperLink(markdown: string): boolean {
  if (DOI_OR_END_OF_ID.test(markdown)) return true;
  if (!MAY_NAME_PAPER.test(markdown)) return false;
  const spans = spansOf(markdown);
  return (
    spans.some(({ url, isImage }) => url !== null && !isImage && isPaperPage(url)) ||
    findArxivId(markdown) !== null ||
    piecesOf(spans).some((piece) => printedId(piece) !== undefined)
  );
}

/** What is known about a paper while its entry is read; the first value of a key counts. */
interface Draft {
  known: Meaning;
  readonly links: string[];
  abstract: string | null;
  isSummary: boolean;
}

/**
 * The record of an entry.
 *
 * @param details the items below it
 * @returns the record, the indices of the details that were not read, and what could not be true
 */
export function paperOf(
  entry: Entry,
  details: readonly string[],
  slots: AuthorSlots,
): {
  readonly paper: Paper;
  readonly unreadDetails: ReadonlySet<number>;
  readonly otherId: string | null;
  readonly badDate: string | undefined;
} {
  const draft: Draft = { known: {}, links: [...entry.links], abstract: null, isSummary: false };
  readPieces(entry.pieces, (piece) => slots.has(slotOf(piece)), draft);
  const venue = draft.known.venue ?? journalOf(entry.pieces);
  if (venue !== undefined) draft.known = { ...draft.known, venue };
  const unreadDetails = new Set<number>();
  for (const [index, markdown] of details.entries()) {
    if (!readDetailInto(markdown, slots, draft)) unreadDetails.add(index);
  }
  const paper = finish(entry, draft);
  return { paper, unreadDetails, otherId: otherId(paper, draft.links), badDate: draft.known.badDate };
}

/** @returns whether any of the pieces was read */
function readPieces(pieces: readonly Piece[], isAuthorSlot: (piece: Piece) => boolean, draft: Draft): boolean {
  let isRead = false;
  for (const piece of pieces) {
    if (piece.url !== null && isPaperPage(piece.url)) continue;
    const meaning = meaningOf(piece.text, isAuthorSlot(piece));
    if (meaning === null) continue;
    draft.known = { ...meaning, ...draft.known };
    isRead = true;
  }
  return isRead;
}

//     Journal of Kites     Pond Letters, 12     In Proceedings of the Conference on Kites
const JOURNAL = /^(?:in\s)?(\p{Lu}[^\d?!"]{3,120}?)((?:,?\s(?:vol\.?\s)?\d{1,3}(?!\d)[\d\s():–-]{0,30})?)$/u;
const VOLUME = /^(?:vol\.?\s)?\d{1,3}(?![\d./-])/;
const JOURNAL_WORD =
  /\b(?:journal|transactions|proceedings|proc|conference|symposium|workshop|annals|letters|review|reviews|magazine|bulletin)\b/i;

/** The name of a journal in italics, known by a word or by the volume after it; undefined if there is none. */
function journalOf(pieces: readonly Piece[]): string | undefined {
  for (const [index, { style, url, text }] of pieces.entries()) {
    const [, name, volume = ''] = (style === 'italic' && url === null && JOURNAL.exec(text)) || [];
    const isFollowed = volume !== '' || VOLUME.test(pieces[index + 1]?.text ?? '');
    if (name !== undefined && meaningOf(text) === null && (isFollowed || JOURNAL_WORD.test(name))) return name;
  }
  return undefined;
}

function readDetailInto(markdown: string, slots: AuthorSlots, draft: Draft): boolean {
  const detail = readDetail(markdown);
  if (detail?.kind === 'abstract') {
    if (detail.text === '' || (draft.abstract !== null && (detail.isSummary || !draft.isSummary))) return false;
    draft.abstract = detail.text;
    draft.isSummary = detail.isSummary;
    return true;
  }
  if (detail?.kind === 'authors') {
    if (detail.authors.authors.length > 0) draft.known = { ...draft.known, authors: detail.authors };
    return detail.authors.authors.length > 0;
  }
  const spans = spansOf(detail?.text ?? markdown);
  const links = spans.flatMap(({ url }) => (url === null ? [] : [url]));
  draft.links.push(...links);
  const isRead = readPieces(
    piecesOf(spans).filter((piece) => piece.text !== '' && !(piece.url !== null && isGeneric(piece.text))),
    (piece) => slots.has(slotOf(piece)) || slots.has(detailSlotOf(piece)),
    draft,
  );
  return isRead || links.some((url) => isPaperPage(url) || repositoryOf(url) !== null);
}

/** The identifier of another paper among the links; null if there is none. */
function otherId({ id }: Paper, links: readonly string[]): string | null {
  if (id === undefined) return null;
  const ids = links.map((url) => (isPaperPage(url) ? arxivIdOfUrl(url) : null));
  return ids.find((other) => other !== null && other !== id) ?? null;
}

function finish(entry: Entry, { known, links, abstract }: Draft): Paper {
  const id = (entry.page === null ? entry.id : arxivIdOf(entry.page, links)) ?? known.id ?? null;
  const doi =
    links.map((url) => (/doi\.org\//i.test(url) ? bareDoi(url) : null)).find((found) => found !== null) ?? known.doi;
  const githubUrl = links.map(repositoryOf).find((url) => url !== null);
  const paper: Paper = {
    title: entry.title,
    abstract,
    authorCount: known.authors?.authorCount ?? null,
    date: known.date ?? null,
    upvotes: null,
    ...(known.authors !== undefined && { authors: known.authors.authors }),
    ...(known.date === undefined && known.year !== undefined && { year: known.year }),
    ...(known.venue !== undefined && { venue: known.venue }),
    ...(doi !== undefined && !/^10\.48550\/arxiv/i.test(doi) && { doi }),
    ...(typeof githubUrl === 'string' && { githubUrl }),
  };
  if (id !== null) {
    paper.id = id;
    paper.url = /(?:huggingface\.co|hf\.co)\/papers/i.test(entry.page ?? '') ? huggingFaceUrl(id) : arxivUrl(id);
  } else if (entry.page !== null) paper.url = entry.page;
  return paper;
}

/** The identifier in the address of the paper, otherwise in another link of the entry. */
function arxivIdOf(page: string, links: readonly string[]): string | null {
  return [page, ...links].map((url) => (isPaperPage(url) ? arxivIdOfUrl(url) : null)).find((id) => id !== null) ?? null;
}
