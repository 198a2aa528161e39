import type { Span } from './inline.ts';

export type PieceStyle = 'plain' | 'italic' | 'bold' | 'code' | 'quoted';

/** A stretch of an entry between two delimiters: a title, authors, a date, a venue, or something else. */
export interface Piece {
  readonly text: string;
  readonly style: PieceStyle;
  /** The delimiter before it: `-`, `,`, `.`, `:`, `(`, a line break, or nothing. */
  readonly before: string;
  /** The address to which the piece links. */
  readonly url: string | null;
}

// A title in quotes: “…”, "…", ``…''.
const QUOTED = /(?<![\p{L}\p{N}\\])["“„]((?:\\.|[^"“”„\\]){3,400})["”]|``([^`'\n]{3,400})''/gu;
//     arXiv:2406.01234v2 [cs.CL]
const IDENTIFIER =
  /,?\s?\(?\barxiv(?:\spreprint\sarxiv)?\s?:\s?(?:\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,2})?(?:\s?\[[a-z-]{2,20}(?:\.[a-z-]{2,8})?\])?\)?/gi;
/** The characters below delimit pieces. A comma does not: it separates authors. */
const DELIMITER = /\n|\s[-–—|·•‖/]+\s|[()[\]{}|•·‖;]|:(?=\s|$)|(?<=[^\s.])[.!?](?=\s|$)|\.(?=,\s)/g;

//     $\\mathcal{N}=4$
const MATH = /\$[^\s$](?:[^$\n]{0,200}[^\s$])?\$(?!\d)/g;

/** The pieces of an entry; pictures are left out. */
export function piecesOf(spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let before = '';
  const add = (text: string, style: PieceStyle, url: string | null) => {
    const trimmed = trimPiece(text);
    if (trimmed === '' && url === null) {
      const delimiter = text.trim().slice(-1);
      if (delimiter !== '') before = delimiter;
      return;
    }
    pieces.push({ text: trimmed, style, before, url });
    before = '';
  };
  for (const span of spans) {
    if (span.isImage) continue;
    const style = span.isCode ? 'code' : span.isBold ? 'bold' : span.isItalic ? 'italic' : 'plain';
    if (span.url !== null || style === 'code') {
      add(span.text, style, span.url);
      continue;
    }
    if (style === 'bold' && !span.text.includes('\n')) {
      add(span.text, style, null);
      continue;
    }
    for (const [part, isQuoted] of splitQuotes(span.text)) {
      if (isQuoted) {
        add(part, 'quoted', null);
        continue;
      }
      for (const { text, delimiter } of splitIdentifiers(part)) {
        add(text, style, null);
        if (delimiter !== '') before = delimiter;
      }
    }
  }
  return pieces;
}

function* splitQuotes(text: string): Generator<[text: string, isQuoted: boolean]> {
  let from = 0;
  for (const match of text.matchAll(QUOTED)) {
    yield [text.slice(from, match.index), false];
    yield [match[1] ?? match[2] ?? '', true];
    from = match.index + match[0].length;
  }
  yield [text.slice(from), false];
}

function splitIdentifiers(text: string): { text: string; delimiter: string }[] {
  const parts: { text: string; delimiter: string }[] = [];
  let from = 0;
  for (const { 0: match, index } of text.matchAll(IDENTIFIER)) {
    parts.push(...splitText(text.slice(from, index)), { text: match.replace(/[()]/g, ''), delimiter: '' });
    from = index + match.length;
  }
  parts.push(...splitText(text.slice(from)));
  return parts;
}

/** Splits the text after each delimiter. A full stop after an initial or an abbreviation is not a delimiter. */
function splitText(text: string): { text: string; delimiter: string }[] {
  const parts: { text: string; delimiter: string }[] = [];
  let from = 0;
  const visible = text.replace(MATH, (formula) => '$'.repeat(formula.length));
  for (const { 0: match, index } of visible.matchAll(DELIMITER)) {
    const isDot = match === '.' && isAbbreviation(text.slice(from, index));
    // `Ada Clay, Bo Ek Jr. 2026`
    if (isDot && !/^\s(?:19|20)\d\d\b/.test(text.slice(index + 1, index + 7))) continue;
    // `What is it? A survey` is one title, and so is `Lantern: a router`.
    if (/^[:!?]/.test(match)) continue;
    parts.push({
      text: text.slice(from, isDot ? index + 1 : index),
      delimiter: match === '\n' ? match : match.trim().slice(0, 1),
    });
    from = index + match.length;
  }
  parts.push({ text: text.slice(from), delimiter: '' });
  return parts;
}

function isAbbreviation(text: string): boolean {
  const word = text.slice(text.lastIndexOf(' ') + 1).replace(/^[("“]/, '');
  const initial = word.slice(Math.max(word.lastIndexOf('.'), word.lastIndexOf('-')) + 1);
  return (
    /^(?:\p{Lu}|Yu|Ya|Ye|Ch|Th|Ph|Kh|Sh|Zh)$/u.test(initial) ||
    /^(?:al|et|Jr|Sr|vs|Proc|Conf|Int|Trans|Vol|No|pp|cf|e\.g|i\.e|St)$/i.test(word)
  );
}

function trimPiece(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.*_|/>~+–—-]+/, '')
    .replace(/[\s,;:*_|/~+–—-]+$/, '')
    .replace(/^(?:&|and)\s/, '')
    .trim();
}
