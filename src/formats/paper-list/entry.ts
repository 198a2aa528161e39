import type { Paper } from '../../paper/paper.ts';
import { arxivIdOfUrl, arxivUrl, findArxivId, huggingFaceUrl } from '../../text/arxiv-id.ts';
import { bareDoi } from '../../text/doi.ts';
import { readDetail } from './details.ts';
import { type Span, spansOf } from './inline.ts';
import { isPaperPage, repositoryOf } from './links.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** An entry of a list, taken apart. */
export interface Entry {
  readonly title: string;
  /** What stands beside the title. */
  readonly pieces: readonly Piece[];
  readonly links: readonly string[];
  /** The page of the paper, or an identifier that was printed. */
  readonly page: string | null;
  readonly id: string | null;
}

/** How authors are printed in the list: the style of the piece and what it stands behind. */
export type AuthorSlots = ReadonlySet<string>;

/** Texts of links that say what is there instead of a title. */
const GENERIC =
  /^(?:\W|\d|(?:the\s)?(?:official\s)?(?:full\s)?(?:papers?|pdfs?|arxiv|abs(?:tract)?|links?|urls?|html|doi|code[s]?|github|git|repo(?:sitory)?|project(?:\s?page)?|homepage|home|page|web(?:site|page)?|site|blogs?|posts?|demos?|videos?|slides?|poster|talk|data(?:set)?s?|models?|weights|checkpoints?|hugging\s?face|hf|openreview|acl(?:\santhology)?|anthology|cvf|supp(?:lementary|l?)?|appendix|bib(?:tex)?|cite|here|pytorch|tensorflow|jax|official|unofficial|implementation|colab|notebook|twitter|x|youtube|medium|docs?|documentation|readme|preprint|download|source|ieee|springer|acm|nature|semantic\sscholar|read|review|notes?|summary|tweet|thread|media|press|leaderboard|playground|app|journal|proceedings|conference|version|camera[\s-]ready|v\d)(?:[\s/+&-]|$))+$/i;

function isGeneric(text: string): boolean {
  return text.length < 40 && (GENERIC.test(text) || meaningOf(text) !== null);
}

/** Whether the text may be a title: a few words, or one of some length. */
function isTitle(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 6 && (/\s/.test(text) || letters >= 8) && letters * 2 > text.length;
}

const MAY_NAME_PAPER = /https?:\/\/|arxiv|doi/i;

/** The entry that a text holds; null if it is not sure that it is about one paper. */
export function readEntry(markdown: string): Entry | null {
  if (!MAY_NAME_PAPER.test(markdown)) return null;
  const spans = spansOf(markdown);
  const links = spans.filter((span) => span.url !== null && !span.isImage);
  const page = links.find((span) => isPaperPage(span.url ?? ''))?.url ?? null;
  const pieces = piecesOf(spans.map(namedLink)).filter((piece) => piece.text !== '');
  const id =
    page === null ? (pieces.map((piece) => printedId(piece)).find((found) => found !== undefined) ?? null) : null;
  if (page === null && id === null) return null;
  const title = titleOf(pieces);
  if (title === null) return null;
  return {
    title: cleanTitle(title.text),
    pieces: pieces.filter((piece) => piece !== title && !(piece.url !== null && isGeneric(piece.text))),
    links: spans.flatMap(({ url }) => (url === null ? [] : [url])),
    page,
    id,
  };
}

//     Round ponds, https://arxiv.org/abs/2601.06661     Round ponds (arXiv:2601.06661)
const ENDS_IN_ADDRESS = /(?:https?:\/\/\S+|arxiv:\s?\S+(?:\s\[[\w.-]+\])?)[\s.)\]]*$/i;

/** Whether a line that is in no list is an entry: its title is marked, or an address ends it. */
export function isLoneEntry(markdown: string): boolean {
  const isMarked = /\]\(|\*\*|<a\s/i.test(markdown);
  const addresses = markdown.match(/https?:\/\/|arxiv:/gi)?.length ?? 0;
  return (isMarked || (addresses === 1 && ENDS_IN_ADDRESS.test(markdown))) && readEntry(markdown) !== null;
}

function printedId(piece: Piece): string | undefined {
  return piece.url === null ? meaningOf(piece.text)?.id : undefined;
}

/** A link on an author's name is no more than the name. */
function namedLink(span: Span): Span {
  const isName =
    span.url !== null &&
    !span.isImage &&
    !isPaperPage(span.url) &&
    /^\p{Lu}\S+(?: \p{Lu}\S*){1,3}[*†‡]?$/u.test(span.text);
  return isName && repositoryOf(span.url ?? '') === null && !isGeneric(span.text) ? { ...span, url: null } : span;
}

/** The piece that is the title: a link to the paper, what is quoted, what is bold, any other link, else the first text. */
function titleOf(pieces: readonly Piece[]): Piece | null {
  const candidates = pieces.filter((piece) => isTitle(piece.text) && !isGeneric(piece.text));
  const first = candidates.find((piece) => piece.url !== null && isPaperPage(piece.url));
  if (first !== undefined) return first;
  const quoted = candidates.find((piece) => piece.style === 'quoted' && piece.text.includes(' '));
  const bold = candidates.find((piece) => piece.style === 'bold' && piece.text.includes(' '));
  const texts = candidates.filter(
    ({ url, text, style }) => url === null && meaningOf(text, style === 'italic') === null,
  );
  const [start, next] = pieces;
  // `**Kite3R**: Folding kites`, `**Kite3R** - *Ada Clay*`
  const name = start?.style === 'bold' && /\p{L}{2}/u.test(start.text) ? start : undefined;
  const behindName = name !== undefined && next?.before === ':' ? texts.find((piece) => piece === next) : undefined;
  return quoted ?? bold ?? behindName ?? name ?? candidates.find((piece) => piece.url !== null) ?? texts[0] ?? null;
}

function cleanTitle(text: string): string {
  return text
    .replace(/^(?:paper|title)\s?:\s/i, '')
    .replace(/^["“](.*)["”]$/, '$1')
    .replace(/(?<!\.\.)[.,:]$/, '')
    .trim();
}

/**
 * Where authors are printed in most entries.
 *
 *     - **Title** - *Ada Clay, Bo Ek*      sure to be authors, and in italics
 *     - **Title** - *Cy Fox*               so these are, too
 */
export function authorSlotsOf(entries: readonly Entry[]): AuthorSlots {
  const votes = new Map<string, number>();
  for (const piece of entries.flatMap(({ pieces }) => pieces)) {
    const isAuthors = meaningOf(piece.text)?.authors !== undefined;
    if (!isAuthors && (piece.url !== null || meaningOf(piece.text, true) !== null)) continue;
    const slot = slotOf(piece);
    votes.set(slot, (votes.get(slot) ?? 0) + (isAuthors ? 1 : -1));
  }
  return new Set([...votes].filter(([, vote]) => vote > 0).map(([slot]) => slot));
}

function slotOf({ style, before }: Piece): string {
  return style === 'plain' ? `plain ${before}` : style;
}

/** Whether there is the page of a paper or an identifier in the text. */
export function holdsPaperLink(markdown: string): boolean {
  return (
    MAY_NAME_PAPER.test(markdown) &&
    (spansOf(markdown).some(({ url, isImage }) => url !== null && !isImage && isPaperPage(url)) ||
      findArxivId(markdown) !== null)
  );
}

/** What is known of a paper while its entry is read; what is printed first counts. */
interface Draft {
  known: Meaning;
  readonly links: string[];
  abstract: string | null;
  isSummary: boolean;
}

/**
 * The record of an entry.
 *
 * @param details what stands below it, a text for each item
 * @returns the record, and the indices of details of which nothing was read
 */
export function paperOf(
  entry: Entry,
  details: readonly string[],
  slots: AuthorSlots,
): { readonly paper: Paper; readonly unreadDetails: ReadonlySet<number> } {
  const draft: Draft = { known: {}, links: [...entry.links], abstract: null, isSummary: false };
  readPieces(entry.pieces, slots, draft);
  const unreadDetails = new Set<number>();
  for (const [index, markdown] of details.entries()) {
    if (!readDetailInto(markdown, slots, draft)) unreadDetails.add(index);
  }
  return { paper: finish(entry, draft), unreadDetails };
}

/** @returns whether any of the pieces says something that is known */
function readPieces(pieces: readonly Piece[], slots: AuthorSlots, draft: Draft): boolean {
  let isRead = false;
  for (const piece of pieces) {
    if (piece.url !== null && isPaperPage(piece.url)) continue;
    const meaning = meaningOf(piece.text, slots.has(slotOf(piece)));
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
    slots,
    draft,
  );
  return isRead || links.some((url) => isPaperPage(url) || repositoryOf(url) !== null);
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

/** The identifier in the address of the paper, else in another link of the entry. */
function arxivIdOf(page: string, links: readonly string[]): string | null {
  return [page, ...links].map((url) => (isPaperPage(url) ? arxivIdOfUrl(url) : null)).find((id) => id !== null) ?? null;
}
