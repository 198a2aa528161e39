import type { Span } from './inline.ts';
import { meaningOf } from './meaning.ts';

type PieceStyle = 'plain' | 'italic' | 'bold' | 'code' | 'quoted';

/** A stretch of an entry between two delimiters: a title, authors, a date, a venue, or something else. */
export interface Piece {
  readonly text: string;
  readonly style: PieceStyle;
  /** The delimiter before it: `-`, `,`, `.`, `:`, `(`, a line break, nothing, or {@link FIRST}. */
  readonly before: string;
  /** The address to which the piece links. */
  readonly url: string | null;
  /** The text of its span, and where the piece stands in it, delimiters included. */
  readonly run: string;
  readonly start: number;
  readonly end: number;
}

// A title in quotes: “…”, "…", ``…''.
const QUOTED = /(?<![\p{L}\p{N}\\])["“„]((?:\\.|[^"“”„\\]){3,400})["”]|``([^`'\n]{3,400})''/gu;
//     arXiv:2406.01234v2 [cs.CL]
const IDENTIFIER =
  /,?\s?\(?\barxiv(?:\spreprint\sarxiv)?\s?:\s?(?:\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,2})?(?:\s?\[[a-z-]{2,20}(?:\.[a-z-]{2,8})?\])?\)?/gi;
/** The characters below delimit pieces. A comma does not: it separates authors. */
const DELIMITER =
  /\n|\s[-–—|·•‖/→]+\s|[()[\]{}|•·‖;]|:(?=\s|$)|(?<=[^\s.])[.!?](?=\s|$)|\.(?=,\s)|,\s(?:pp?|vol|no)\.\s?\d+(?:\s?[–-]+\s?\d+)?/g;

//     $\\mathcal{N}=4$
const MATH = /\$[^\s$](?:[^$\n]{0,200}[^\s$])?\$(?!\d)/g;

/** In place of the delimiter before the first piece. */
export const FIRST = '^';

/** A stretch of a text, without the delimiter after it. */
interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly delimiter: string;
}

/** The pieces of an entry; pictures are left out. */
export function piecesOf(spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let before = FIRST;
  const add = ({ text, start, end, delimiter }: Stretch, style: PieceStyle, span: Span) => {
    const trimmed = trimPiece(text);
    if (trimmed === '' && span.url === null) before = text.trim().slice(-1) || before;
    else {
      pieces.push({ text: trimmed, style, before, url: span.url, run: span.text, start, end });
      before = '';
    }
    if (delimiter !== '') before = delimiter;
  };
  for (const span of spans) {
    if (span.isImage) continue;
    const style = span.isCode ? 'code' : span.isBold ? 'bold' : span.isItalic ? 'italic' : 'plain';
    if (span.url !== null || style === 'code' || (style === 'bold' && !span.text.includes('\n'))) {
      add({ text: span.text, start: 0, end: span.text.length, delimiter: '' }, style, span);
      continue;
    }
    for (const { isQuoted, ...part } of splitQuotes(span.text)) {
      if (isQuoted) add(part, 'quoted', span);
      else for (const stretch of splitIdentifiers(part)) add(stretch, style, span);
    }
  }
  return pieces;
}

function* splitQuotes(text: string): Generator<Stretch & { readonly isQuoted: boolean }> {
  let from = 0;
  const between = (end: number) => ({ text: text.slice(from, end), start: from, end, delimiter: '', isQuoted: false });
  for (const match of text.matchAll(QUOTED)) {
    const quoted = match[1] ?? match[2] ?? '';
    const end = match.index + match[0].length;
    if (isWithinTitle(quoted, text.slice(0, match.index), text.slice(end))) continue;
    yield between(match.index);
    yield { text: quoted, start: match.index, end, delimiter: '', isQuoted: true };
    from = end;
  }
  yield between(text.length);
}

/** The number of words of a quotation that may be a title although words stand beside it. */
const SHORTEST_QUOTE = 3;

/** `“Smart” Kites`, `The “Round” Kite`, not `Ada Clay, “Round Kites” 2026` */
function isWithinTitle(quoted: string, before: string, after: string): boolean {
  if (quoted.split(' ').length >= SHORTEST_QUOTE || !/^\s\p{L}/u.test(after)) return false;
  const [rest = ''] = after.split(DELIMITER, 1);
  return !/[,;]\s*$/.test(before) && !/^\sIn\s/.test(rest) && !isTelling(rest);
}

function splitIdentifiers({ text, start }: Stretch): Stretch[] {
  const parts: Stretch[] = [];
  let from = 0;
  for (const { 0: match, index } of text.matchAll(IDENTIFIER)) {
    const end = index + match.length;
    parts.push(...splitText(text.slice(from, index), start + from));
    parts.push({ text: match.replace(/[()]/g, ''), start: start + index, end: start + end, delimiter: '' });
    from = end;
  }
  parts.push(...splitText(text.slice(from), start + from));
  return parts;
}

/** Splits the text after each delimiter. A full stop after an initial or an abbreviation is not a delimiter. */
function splitText(text: string, start: number): Stretch[] {
  const parts: Stretch[] = [];
  let from = 0;
  let colons = 0;
  const visible = text.replace(MATH, (formula) => '$'.repeat(formula.length));
  const delimiters = [...visible.matchAll(DELIMITER)].slice(0, MOST_DELIMITERS);
  for (const [number, { 0: match, index }] of delimiters.entries()) {
    const isDot = match === '.' && isAbbreviation(text.slice(from, index));
    // `Ada Clay, Bo Ek Jr. 2026`
    if (isDot && !/^\s(?:19|20)\d\d\b/.test(text.slice(index + 1, index + 7))) continue;
    if (match === ':') colons += 1;
    if (match === ':' && (colons > MOST_COLONS || !isTelling(text.slice(from, index)))) continue;
    if (/^[!?]/.test(match)) {
      const isEnd = ({ 0: sign, index: at }: RegExpExecArray) => sign !== '.' || !isAbbreviation(text.slice(index, at));
      const next = delimiters.slice(number + 1, number + MOST_INITIALS).find(isEnd)?.index ?? text.length;
      if (!isTelling(text.slice(index + 1, next)) && !/^\sIn\s*$/.test(text.slice(index + 1))) continue;
    }
    const end = isDot || /^[!?]/.test(match) ? index + 1 : index;
    parts.push({
      text: text.slice(from, end),
      start: start + from,
      end: start + end,
      delimiter: match === '\n' ? match : match.trim().slice(0, 1),
    });
    from = index + match.length;
    colons = 0;
  }
  parts.push({ text: text.slice(from), start: start + from, end: start + text.length, delimiter: '' });
  return parts.flatMap(splitTitle);
}

/** A text with more delimiters is not an entry; what is behind them stays one piece. */
const MOST_DELIMITERS = 1000;
/** How many colons of a piece are looked at: the text before a further one is no year, venue or list of authors. */
const MOST_COLONS = 10;
/** How many full stops after initials may come before the end of a list of authors. */
const MOST_INITIALS = 40;
/** The longest text in which authors are looked for behind a title, in characters. */
const LONGEST_LOOK = 500;
//     A. Clay     2026     CVPR 2026
const TELLING_TAIL = /\p{Lu}\.|(?:19|20)\d\d\W*$/u;

/** Splits a title from what follows a comma: `Kites, Ponds and the Rest, A. Clay, B. Ek, 2026`, `Round Kites, CVPR 2026` */
function splitTitle(stretch: Stretch): Stretch[] {
  const { text, start, end, delimiter } = stretch;
  if (text.length > LONGEST_LOOK || !TELLING_TAIL.test(text) || isTelling(text)) return [stretch];
  for (const { index } of text.matchAll(/,\s/g)) {
    const [head, tail] = [text.slice(0, index), text.slice(index + 1)];
    if (!TELLING_TAIL.test(tail)) break;
    if (head.trim().split(' ').length < 2 || isTelling(head) || !isTelling(tail)) continue;
    return [
      { text: head, start, end: start + index, delimiter: ',' },
      { text: tail, start: start + index + 1, end, delimiter },
    ];
  }
  return [stretch];
}

/** `What is it? A survey` and `Lantern: a router` are titles; `What is it? Ada Clay, Bo Ek` and `ACL 2024: a router` are not. */
function isTelling(text: string): boolean {
  return text.length <= LONGEST_TELLING && meaningOf(trimPiece(text)) !== null;
}

/** In characters; a longer text is looked at before each of its colons. */
const LONGEST_TELLING = 2000;

export function isAbbreviation(text: string): boolean {
  const word = text.slice(text.lastIndexOf(' ') + 1).replace(/^[("“]/, '');
  const initial = word.slice(Math.max(word.lastIndexOf('.'), word.lastIndexOf('-')) + 1);
  return (
    /^(?:\p{Lu}|Yu|Ya|Ye|Ch|Th|Ph|Kh|Sh|Zh)$/u.test(initial) ||
    /^(?:al|et|Jr|Sr|vs|Proc|Conf|Int|Trans|Vol|No|pp|cf|e\.g|i\.e|St|Mr|Mrs|Ms|Dr|Fig|eds?|approx)$/i.test(word)
  );
}

export function trimPiece(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/^\s?[([]([^()[\]]*)[)\]]\s?$/, '$1')
      .replace(/^(?:[\s,;:.*_|/>~+→–—\p{Extended_Pictographic}-]|\ufe0f)+/u, '')
      // From the start of a run of them only, since any other start takes as long.
      .replace(/(?<![\s,;:*_|/~→–—-])[\s,;:*_|/~→–—-]+(?:\s\+)?$/, '')
      .replace(/^(?:&|and)\s/, '')
      .trim()
  );
}
