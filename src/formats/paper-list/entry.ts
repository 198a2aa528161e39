import type { Paper } from '../../paper/paper.ts';
import { arxivIdOfUrl, arxivUrl, findArxivId, huggingFaceUrl } from '../../text/arxiv-id.ts';
import { bareDoi } from '../../text/doi.ts';
import { readDetail } from './details.ts';
import { type Span, spansOf } from './inline.ts';
import { isPaperPage, repositoryOf } from './links.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { type Piece, piecesOf } from './pieces.ts';

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

/** How the list prints authors: the style of the piece and the delimiter before it. */
export type AuthorSlots = ReadonlySet<string>;

/** Texts of links that name the target instead of the title. */
const GENERIC =
  /^(?:\W|\d|(?:the\s)?(?:official\s)?(?:full\s)?(?:papers?|pdfs?|arxiv|abs(?:tract)?|links?|urls?|html|doi|code[s]?|github|git|repo(?:sitory)?|project(?:\s?page)?|homepage|home|page|web(?:site|page)?|site|blogs?|posts?|demos?|videos?|slides?|poster|talk|data(?:set)?s?|models?|weights|checkpoints?|hugging\s?face|hf|openreview|acl(?:\santhology)?|anthology|cvf|supp(?:lementary|l?)?|appendix|bib(?:tex)?|cite|here|pytorch|tensorflow|jax|official|unofficial|implementation|colab|notebook|twitter|x|youtube|medium|docs?|documentation|readme|preprint|download|source|ieee|springer|acm|nature|semantic\sscholar|read|review|notes?|summary|tweet|thread|media|press|leaderboard|playground|app|journal|proceedings|conference|version|camera[\s-]ready|v\d)(?:[\s/+&-]|$))+$/i;

function isGeneric(text: string): boolean {
  return text.length < 40 && (GENERIC.test(text) || meaningOf(text) !== null);
}

/**
 * A title that is the whole text before the link to its paper, even if it contains punctuation.
 *
 *     - Kites (and Ponds) in 2024; a Survey [[arXiv](https://arxiv.org/abs/2601.06661)]
 *
 * @returns null if one of the pieces of the text means something else
 */
function leadOf(spans: readonly Span[]): { readonly text: string; readonly parts: number } | null {
  const [first, link] = spans.filter((span) => !span.isImage);
  if (first === undefined || first.url !== null || first.isBold || first.isItalic || first.text.includes('\n'))
    return null;
  if (
    typeof link?.url !== 'string' ||
    !isPaperPage(link.url) ||
    !(isGeneric(link.text) || findArxivId(link.text) !== null)
  )
    return null;
  const parts = piecesOf([first]);
  const isOther = ({ text, before }: Piece) => meaningOf(text, before === '.') !== null;
  if (parts.length < 2 || parts.some(isOther)) return null;
  const text = first.text.replace(/[\s,:([|\u2013\u2014-]+$/, '').trim();
  return isTitle(text) ? { text, parts: parts.length } : null;
}

/** Whether the text may be a title: several words, or a long one. */
function isTitle(text: string): boolean {
  if (/^\S*:\/\//.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 6 && (/\s/.test(text) || letters >= 8) && letters * 2 > text.length;
}

const MAY_NAME_PAPER = /https?:\/\/|arxiv|doi/i;

/** The entry in a text; null if it is not certain to be about one paper. */
export function readEntry(markdown: string): Entry | null {
  if (!MAY_NAME_PAPER.test(markdown)) return null;
  const spans = spansOf(markdown);
  const links = spans.filter((span) => span.url !== null && !span.isImage);
  const page = links.find((span) => isPaperPage(span.url ?? ''))?.url ?? null;
  const pieces = piecesOf(spans.map(namedLink)).filter((piece) => piece.text !== '');
  const id =
    page === null ? (pieces.map((piece) => printedId(piece)).find((found) => found !== undefined) ?? null) : null;
  if (page === null && id === null) return null;
  const lead = leadOf(spans);
  const title = lead ?? titleOf(pieces) ?? firstText(pieces);
  if (title === null) return null;
  const isPart = (piece: Piece, index: number) => (lead === null ? piece === title : index < lead.parts);
  return {
    title: cleanTitle(title.text),
    pieces: pieces.filter((piece, index) => !isPart(piece, index) && !(piece.url !== null && isGeneric(piece.text))),
    links: spans.flatMap(({ url }) => (url === null ? [] : [url])),
    page,
    id,
  };
}

/** Whether an item may be about a paper without linking to it: its title is not a link. */
export function isUnlinkedTitle(markdown: string): boolean {
  const title = titleOf(piecesOf(spansOf(markdown)).filter((piece) => piece.text !== ''));
  if (title === null || title.url !== null) return false;
  return title.style === 'bold' ? /\p{L}{4}/u.test(title.text) : title.text.split(' ').length >= 3;
}

/** Beginnings of addresses of papers. */
const PAGES = ['arxiv.org/abs/', 'openreview.net/forum', 'doi.org/10.', 'aclanthology.org/', 'huggingface.co/papers/'];

/** Whether the text ends within a link: `[Round Kites](https://arx`, `Round Kites https://arxiv.or`. */
export function endsInLink(markdown: string): boolean {
  const [, before = '', address = ''] =
    /(\]\(|\s)<?https?:\/\/(?:www\.)?([^\s()<>]{0,300})$/.exec(markdown.slice(-400)) ?? [];
  if (before === '') return /\]\((?:h|ht|htt|https?:?\/?)?$/.test(markdown);
  return before === '](' || PAGES.some((page) => page.startsWith(address));
}

//     Round ponds, https://arxiv.org/abs/2601.06661     Round ponds (arXiv:2601.06661)
const ENDS_IN_ADDRESS = /(?:https?:\/\/\S+|arxiv:\s?\S+(?:\s\[[\w.-]+\])?)[\s.)\]]*$/i;

/** Whether a line outside of lists is an entry: its title is marked, or it ends in an address. */
export function isLoneEntry(markdown: string): boolean {
  const isMarked = /\]\(|\*\*|<a\s/i.test(markdown);
  const addresses = markdown.match(/https?:\/\/|arxiv:/gi)?.length ?? 0;
  return (isMarked || (addresses === 1 && ENDS_IN_ADDRESS.test(markdown))) && readEntry(markdown) !== null;
}

function printedId(piece: Piece): string | undefined {
  return piece.url === null ? meaningOf(piece.text)?.id : undefined;
}

/** Reads a link on an author's name as the name. */
function namedLink(span: Span): Span {
  const isName =
    span.url !== null &&
    !span.isImage &&
    !isPaperPage(span.url) &&
    /^\p{Lu}\S+(?: \p{Lu}\S*){1,3}[*†‡]?$/u.test(span.text);
  return isName && repositoryOf(span.url ?? '') === null && !isGeneric(span.text) ? { ...span, url: null } : span;
}

/** The piece that is the title: a link to the paper, quoted text, bold text, any other link, otherwise the first text. */
function titleOf(pieces: readonly Piece[]): Piece | null {
  const candidates = pieces.filter((piece) => isTitle(piece.text) && !isGeneric(piece.text));
  const first = candidates.find(isLinkToPaper) ?? pieces.find(isShortTitle);
  if (first !== undefined) return first;
  const quoted = candidates.find((piece) => piece.style === 'quoted' && piece.text.includes(' '));
  const bold = candidates.find((piece) => piece.style === 'bold' && piece.text.includes(' '));
  const texts = candidates.filter(
    ({ url, text, style }) => url === null && meaningOf(text, style === 'italic') === null,
  );
  const [start, next] = pieces;
  // `**Kite3R**: Folding kites`, `**Kite3R** - *Ada Clay*`
  const name =
    start?.style === 'bold' &&
    /\p{L}{2}/u.test(start.text) &&
    (!isGeneric(start.text) || isBesideAuthors(start, pieces))
      ? start
      : undefined;
  const behindName = name !== undefined && next?.before === ':' ? texts.find((piece) => piece === next) : undefined;
  return quoted ?? bold ?? behindName ?? name ?? candidates.find((piece) => piece.url !== null) ?? texts[0] ?? null;
}

/** Whether a piece that reads like names, `“Smart” Quotes and Their Discontents`, stands beside others that are the authors. */
function isBesideAuthors(piece: Piece, pieces: readonly Piece[]): boolean {
  const meaning = meaningOf(piece.text);
  return (
    meaning?.authors !== undefined &&
    Object.keys(meaning).length === 1 &&
    !piece.text.includes(',') &&
    pieces.some((other) => other !== piece && meaningOf(other.text, true)?.authors !== undefined)
  );
}

/** A short title, or one that reads like names, if nothing else can be the title: `GRAIL [[arXiv:2601.06661](https://…)]` */
function firstText([first, next]: readonly Piece[]): Piece | null {
  if (first === undefined || next === undefined || !isLinkToPaper(next)) return null;
  const meaning = meaningOf(first.text);
  const isOther = first.url !== null || (meaning !== null && Object.keys(meaning).some((key) => key !== 'authors'));
  return isOther || !/\p{L}.*\p{L}/u.test(first.text) ? null : first;
}

function isLinkToPaper({ url }: Piece): boolean {
  return url !== null && isPaperPage(url);
}

//     [GRAIL](https://arxiv.org/…), Ada Clay     [Kites and Ponds](https://arxiv.org/…)     not: [Ada Clay](https://…), Kites
function isShortTitle(piece: Piece, index: number, pieces: readonly Piece[]): boolean {
  if (!isLinkToPaper(piece) || GENERIC.test(piece.text) || !/\p{L}.*\p{L}/u.test(piece.text)) return false;
  const meaning = meaningOf(piece.text);
  if (meaning !== null) return meaning.authors !== undefined && !piece.text.includes(',') && isTitle(piece.text);
  const next = pieces[index + 1];
  return next?.before !== ':' && (index === 0 || next === undefined || meaningOf(next.text, true) !== null);
}

function cleanTitle(text: string): string {
  return text
    .replace(/^(?:paper|title)\s?:\s/i, '')
    .replace(/^["“](.*)["”]$/, '$1')
    .replace(/(?<!\.\.)[.,:]$/, '')
    .trim();
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

function slotOf({ style, before }: Piece): string {
  return style === 'plain' ? `plain ${before}` : style;
}

/** Of a line below an entry. */
function detailSlotOf(piece: Piece): string {
  return `below ${slotOf(piece)}`;
}

/** Whether the text contains the address of a paper or an identifier. */
export function holdsPaperLink(markdown: string): boolean {
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
