import { findArxivId } from '../../text/arxiv-id.ts';
import { withoutFullStop } from '../../text/full-stop.ts';
import { consistingOf } from '../../text/patterns.ts';
import { isPaperPage } from './links.ts';
import { meaningOf } from './meaning.ts';
import { FIRST, type Piece, trimPiece } from './pieces.ts';

/** How a list prints authors: the style of the piece and the delimiter before it. */
export type AuthorSlots = ReadonlySet<string>;

export function slotOf({ style, before }: Piece): string {
  return style === 'plain' ? `plain ${before}` : style;
}

/** Where a list of references prints authors. */
export const FIRST_SLOT = `plain ${FIRST}`;

/** The title of an entry and the pieces that it consists of, `from` up to but not including `to`. */
export interface Title {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The title among the pieces of an entry; null if there is none. */
export function findTitle(pieces: readonly Piece[], slots: AuthorSlots): Title | null {
  const piece =
    titleOf(pieces, slots) ?? firstText(pieces) ?? pieces.find(isLinkedNames) ?? pieces.find(isUnknown) ?? null;
  if (piece === null) return null;
  const start = pieces.indexOf(piece);
  // `Kites (and Ponds)`: the first piece is short.
  const from = isPlainStart(pieces[0]) && isInRun(piece, pieces[0]) && endOf(0, pieces, slots) > start ? 0 : start;
  const to = endOf(from, pieces, slots);
  const [first = piece, last] = [pieces[from], pieces[to - 1]];
  if (to - from === 1 || last === undefined) return { text: cleanTitle(piece.text), from, to };
  const bracket = /^[([{]$/.test(last.before) ? piece.run.slice(last.end, last.end + 1) : '';
  return { text: cleanTitle(trimPiece(piece.run.slice(first.start, last.end)) + bracket), from, to };
}

/** Delimiters that a title may contain. */
const INSIDE = new Set('-–—/()[]');

/**
 * Where a plain title ends: at the first piece that means something, or at a full stop, unless the whole text before the link
 * to the paper is the title.
 *
 *     Kites (and Ponds) - a Survey (2024)          Kites (and Ponds) in 2024; a Survey [[arXiv](https://…)]
 */
function endOf(from: number, pieces: readonly Piece[], slots: AuthorSlots): number {
  const title = pieces[from];
  if (title === undefined || title.url !== null || (title.style !== 'plain' && title.style !== 'italic'))
    return from + 1;
  let stop = from + 1;
  while (isInRun(pieces[stop], title)) stop += 1;
  const isOther = (piece: Piece) => meaningOf(piece.text, piece.before === '.' || slots.has(slotOf(piece))) !== null;
  const link = pieces[stop];
  const isLead =
    from === 0 &&
    link !== undefined &&
    isLinkToPaper(link) &&
    (isGeneric(link.text) || findArxivId(link.text) !== null) &&
    pieces.slice(1, stop).every((piece) => piece.before !== '\n' && !isOther(piece));
  if (isLead) return stop;
  let end = from + 1;
  for (let at = end; at < stop; at += 1) {
    const [piece, next] = [pieces[at], pieces[at + 1]];
    if (piece === undefined || !INSIDE.has(piece.before) || isOther(piece) || isDescription(piece, title)) break;
    const isBracket = /^[([]$/.test(piece.before);
    const goesOn = at + 1 < stop && next?.before === ')' && !isOther(next);
    if (isBracket && !goesOn && !/^\p{Ll}+\s/u.test(piece.run.slice(piece.start, piece.end))) break;
    end = at + 1;
  }
  return end;
}

function isPlainStart(piece: Piece | undefined): boolean {
  return piece?.url === null && !/[([]/.test(piece.before) && meaningOf(piece.text) === null && !isGeneric(piece.text);
}

function isInRun(piece: Piece | undefined, title: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    title !== undefined &&
    piece.url === null &&
    piece.run === title.run &&
    piece.start >= title.end
  );
}

/** Whether the words behind a dash are a sentence about the paper, unlike those of its title: `Round Kites - We fold kites twice` */
function isDescription(piece: Piece, title: Piece): boolean {
  return isSentence(piece.text) && !isSentence(title.text) && /^[-–—]$/.test(piece.before);
}

function isSentence(text: string): boolean {
  const words = text.split(' ').slice(1);
  const small = words.filter((word) => /^\p{Ll}/u.test(word));
  return /^\p{Lu}/u.test(text) && words.length >= 3 && small.length * 3 > words.length * 2;
}

/** The piece that is the title: a link to the paper, quoted text, bold text, any other link, otherwise the first text. */
function titleOf(pieces: readonly Piece[], slots: AuthorSlots): Piece | null {
  const candidates = pieces.filter((piece) => isTitle(piece.text) && !isGeneric(piece.text));
  const first = candidates.find(isLinkToPaper) ?? pieces.find(isShortTitle);
  if (first !== undefined) return first;
  const isQuoted = (piece: Piece) =>
    piece.style === 'quoted' && (piece.text.includes(' ') || followsAuthors(piece, pieces));
  const quoted = pieces.find(isQuoted);
  const bold = candidates.find((piece) => piece.style === 'bold' && piece.text.includes(' '));
  const unlinked = candidates.filter((piece) => piece.url === null && !isAuthors(piece, slots));
  const unknown = unlinked.filter(({ text }) => meaningOf(text) === null);
  const texts = unknown.filter(({ text, style }) => style !== 'italic' || meaningOf(text, true) === null);
  const [start, next] = pieces;
  // `**Kite3R**: Folding kites`, `**Kite3R** - *Ada Clay*`
  const name =
    start?.style === 'bold' &&
    /\p{L}{2}/u.test(start.text) &&
    (!isGeneric(start.text) || isBesideAuthors(start, pieces))
      ? start
      : undefined;
  const behindName = name !== undefined && next?.before === ':' ? texts.find((piece) => piece === next) : undefined;
  const linked = candidates.find((piece) => piece.url !== null);
  const behindYear = pieces.find((piece, index) => isBehindYear(piece, pieces[index - 1], pieces[index - 2]));
  return quoted ?? bold ?? behindName ?? name ?? linked ?? behindYear ?? texts[0] ?? unknown[0] ?? null;
}

/** `Clay, A., & Ek, B. (2026). GRAIL.` */
function isBehindYear(piece: Piece, year: Piece | undefined, authors: Piece | undefined): boolean {
  return (
    isUnknown(piece) &&
    year?.before === '(' &&
    authors !== undefined &&
    meaningOf(year.text)?.year !== undefined &&
    meaningOf(authors.text, true)?.authors !== undefined
  );
}

/** `A. Clay, B. Ek, "GRAIL," 2026` */
function followsAuthors(piece: Piece, pieces: readonly Piece[]): boolean {
  const previous = pieces[pieces.indexOf(piece) - 1];
  return previous !== undefined && meaningOf(previous.text)?.authors !== undefined;
}

/** Whether a piece stands where the list prints authors, and reads like one. */
function isAuthors(piece: Piece, slots: AuthorSlots): boolean {
  return slots.has(slotOf(piece)) && meaningOf(piece.text, true) !== null;
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
  const isOther =
    first.url !== null ||
    GENERIC.test(first.text) ||
    (meaning !== null && Object.keys(meaning).some((key) => key !== 'authors'));
  return isOther || !/\p{L}.*\p{L}/u.test(first.text) ? null : first;
}

/** A title that reads like names, `Round Kites, Tall Ponds`, if nothing else can be the title. */
function isLinkedNames(piece: Piece): boolean {
  const meaning = isLinkToPaper(piece) ? meaningOf(piece.text) : null;
  return meaning?.authors !== undefined && Object.keys(meaning).length === 1;
}

/** A short title, if nothing else can be the title: `Clay, A. (2026). GRAIL.` */
function isUnknown({ url, text }: Piece): boolean {
  return url === null && /\p{L}.*\p{L}/u.test(text) && !isGeneric(text);
}

function isLinkToPaper({ url }: Piece): boolean {
  return url !== null && isPaperPage(url);
}

//     [GRAIL](https://arxiv.org/…), Ada Clay     [Kites and Ponds](https://arxiv.org/…)     not: [Ada Clay](https://…), Kites
function isShortTitle(piece: Piece, index: number, pieces: readonly Piece[]): boolean {
  if (!isLinkToPaper(piece) || isAddress(piece.text) || GENERIC.test(piece.text) || !/\p{L}.*\p{L}/u.test(piece.text))
    return false;
  const meaning = meaningOf(piece.text);
  if (meaning !== null) return meaning.authors !== undefined && !piece.text.includes(',') && isTitle(piece.text);
  const next = pieces[index + 1];
  const isFirst = pieces.slice(0, index).every(({ text }) => !isTitle(text) || isGeneric(text));
  return next?.before !== ':' && (isFirst || next === undefined || meaningOf(next.text, true) !== null);
}

/** Whether the text may be a title: several words, or a long one. */
export function isTitle(text: string): boolean {
  if (isAddress(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 6 && (/\s/.test(text) || letters >= 8) && letters * 2 > text.length;
}

function isAddress(text: string): boolean {
  return /^\S*:\/\//.test(text);
}

/** What links are called that name their target instead of the title. */
const TARGETS = [
  // the paper
  String.raw`papers?|pdfs?|abs(?:tract)?|html|doi|tex|preprint|version|v\d|camera[\s-]ready|journal|proceedings|conference`,
  'supp(?:lementary|l?)?|appendix|bib(?:tex)?|cite|review|read|view|download|source',
  // where it is
  String.raw`arxiv|openreview|acl(?:\santhology)?|anthology|cvf|ieee|springer|acm|nature|semantic\sscholar|[a-z-]{2,9}\.[a-z]{2}`,
  // what belongs to it
  'code[s]?|github|git|repo(?:sitory)?|implementation|official|unofficial|pytorch|tensorflow|jax|colab|notebook',
  String.raw`data(?:set)?s?|models?|weights|checkpoints?|hugging\s?face|hf|leaderboard|playground|app|demos?`,
  String.raw`project(?:\s?page)?|homepage|home|page|web(?:site|page)?|site|docs?|documentation|readme|links?|urls?|here|x`,
  'blogs?|posts?|videos?|slides?|poster|talk|twitter|tweet|thread|youtube|medium|media|press|notes?|summary',
  // on arXiv's pages
  String.raw`\(experimental\)|other\sformats|or|for\sthis\sversion`,
].join('|');
const GENERIC = consistingOf(
  String.raw`[a-z]+(?:_[a-z\d]+)+|\W|\d|(?:the\s)?(?:official\s)?(?:full\s)?(?:${TARGETS})(?:[\s/+&-]|$)`,
  'i',
);

export function isGeneric(text: string): boolean {
  return text.length < 40 && (GENERIC.test(text) || meaningOf(text) !== null);
}

/** A title without what a list or the name of a page in a browser adds: `[2406.01234] Kites`, `Kites | OpenReview`. */
export function cleanTitle(text: string): string {
  const bare = text
    .replace(/^(?:paper|title)\s?:\s|^paper page\s[-–]\s|^\[\d{4}\.\d{4,5}(?:v\d+)?\]\s/i, '')
    .replace(/\s\|\sOpenReview$|\s[-–]\sACL Anthology$/, '')
    .replace(/^["“](.*)["”]$/, '$1')
    .replace(/[,:]$/, '');
  return withoutFullStop(bare).trim();
}
