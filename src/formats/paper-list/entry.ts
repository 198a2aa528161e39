import { findArxivId } from '../../text/arxiv-id.ts';
import { firstOf } from '../../text/first.ts';
import { remembering } from '../../text/remember.ts';
import { isCitation, readCitation } from './citation.ts';
import { readDetail } from './details.ts';
import { type Span, spansOf } from './inline.ts';
import { joinNames } from './join-names.ts';
import { isPaperPage, repositoryOf } from './links.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type AuthorSlots, cleanTitle, FIRST_SLOT, findTitle, isGeneric, isTitle } from './title.ts';
import { beginsWithAuthors, isReferenceByAuthors, readReference } from './vancouver.ts';

/** The parts of an entry of a list. */
export interface Entry {
  readonly title: string;
  /** The pieces other than the title. */
  readonly pieces: readonly Piece[];
  readonly links: readonly string[];
  /** The page of the paper, or an identifier that was printed. */
  readonly page: string | null;
  readonly id: string | null;
  /** What is known without the pieces. */
  readonly known: Meaning;
}

//     We released our paper on [arXiv](https://…)     Our survey is available at https://…
const IS_ANNOUNCEMENT =
  /^(?:(?:\p{Extended_Pictographic}\s?)*(?:we|our|check|see|please|this|the\s(?:paper|survey|preprint|code)))\s(?:.*\s)?(?:on|at|in|our|the|new|latest|to|from|is)$/iu;
const MAY_NAME_PAPER = /https?:\/\/|arxiv|doi|PM(?:C)?ID/i;

/**
 * The entry in a text; null if it is not certain to be about one paper.
 *
 * @param slots where the list prints authors
 * @param above the beginning of the text that holds the title, if it is known
 */
export function readEntry(markdown: string, slots: AuthorSlots = NO_SLOTS, above = ''): Entry | null {
  return slots === NO_SLOTS && above === '' ? entryAlone(markdown) : entryIn(markdown, slots, above);
}

const NO_SLOTS: AuthorSlots = new Set();
const entryAlone = remembering((markdown) => entryIn(markdown, NO_SLOTS, ''));

function entryIn(markdown: string, slots: AuthorSlots, above: string): Entry | null {
  const reference = above === '' ? readReference(markdown) : null;
  const citation = above === '' && reference?.title == null ? readCitation(markdown, slots.has(FIRST_SLOT)) : null;
  if (citation !== null) {
    const links = linksIn(spansOf(markdown));
    if (citation.isComplete || links.page !== null) return { ...citation, pieces: [], ...links };
  }
  if (reference === null) return readPieces(markdown, slots, above);
  const { title, known, rest } = reference;
  if (title !== null) return { title, known, pieces: [], ...linksIn(spansOf(markdown)) };
  const entry = readPieces(rest, slots, above);
  return entry === null ? null : { ...entry, known };
}

/** What the spans of a reference link to; any address may be that of the paper. */
function linksIn(spans: readonly Span[]): Pick<Entry, 'links' | 'page' | 'id'> {
  const links = spans.flatMap(({ url, isImage }) => (url === null || isImage ? [] : [url]));
  const page = links.find(isPaperPage) ?? links.find((url) => repositoryOf(url) === null) ?? null;
  return { links, page, id: page === null ? idIn(piecesOf(spans)) : null };
}

const piecesIn = remembering((markdown) => piecesOf(joinNames(spansOf(markdown))).filter((piece) => piece.text !== ''));

function readPieces(markdown: string, slots: AuthorSlots, above: string): Entry | null {
  if (!MAY_NAME_PAPER.test(markdown)) return null;
  const spans = spansOf(markdown);
  const links = spans.filter((span) => span.url !== null && !span.isImage);
  const page = links.find((span) => isPaperPage(span.url ?? ''))?.url ?? null;
  const pieces = piecesIn(markdown);
  const id = page === null ? idIn(pieces) : null;
  if (page === null && id === null) return null;
  const count = above === '' ? 0 : piecesOf(spansOf(above)).length;
  const title = (count > 0 ? findTitle(pieces.slice(0, count), slots) : null) ?? findTitle(pieces, slots);
  if (title === null || IS_ANNOUNCEMENT.test(title.text)) return null;
  const isPart = (index: number) => index >= title.from && index < title.to;
  return {
    title: title.text,
    pieces: pieces.filter(
      (piece, index) => !isPart(index) && (piece.url === null || !isGeneric(piece.text) || isVenue(piece.text)),
    ),
    links: spans.flatMap(({ url }) => (url === null ? [] : [url])),
    page,
    id,
    known: {},
  };
}

/** Whether the text of a link says where or when a paper was published: `[ICLR 2025](https://openreview.net/…)` */
export function isVenue(text: string): boolean {
  const meaning = meaningOf(text);
  return (meaning?.venue ?? meaning?.year ?? meaning?.date) !== undefined && meaning?.authors === undefined;
}

/** Whether an item may be about a paper without linking to it: its title is not a link. */
export function isUnlinkedTitle(markdown: string): boolean {
  if (beginsWithAuthors(markdown)) return true;
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
const ENDS_IN_ADDRESS =
  /(?:https?:\/\/\S{1,999}|doi:\s?10\.\S{1,999}|arxiv:\s?\S{1,99}(?:\s\[[\w.-]{1,20}\])?)[\s.)\]]{0,9}$/i;

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
  return (
    isLoneEntry(lines.join(' ')) &&
    (entry.known.authors !== undefined || entry.pieces.some(({ text }) => meaningOf(text) !== null))
  );
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
export const isLoneEntry = remembering((markdown): boolean => {
  if (isReferenceByAuthors(markdown) || isCitation(markdown)) return true;
  const isMarked = /\]\(|\*\*|<a\s/i.test(markdown);
  const addresses = markdown.match(/https?:\/\/|arxiv:|doi:\s?10\./gi)?.length ?? 0;
  if (!isMarked && (addresses !== 1 || !ENDS_IN_ADDRESS.test(markdown))) return false;
  const entry = readEntry(markdown);
  return entry !== null && (isMarked || isTitle(entry.title));
});

/** The first identifier that is printed; null if there is none. */
function idIn(pieces: readonly Piece[]): string | null {
  return firstOf(pieces, ({ url, text }) => (url === null ? meaningOf(text)?.id : undefined)) ?? null;
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
    idIn(piecesOf(spans)) !== null
  );
}
