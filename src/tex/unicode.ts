import type { Paper } from '../paper/paper.ts';
import { ACCENT, LETTER, LETTERS, MARKS } from './accents.ts';
import { mapText } from './math.ts';

const SYMBOLS: Readonly<Record<string, string>> = {
  '---': '—',
  '--': '–',
  '``': '“',
  "''": '”',
  '{}': '',
  '\\ ': ' ',
  '\\,': ' ',
  '\\/': '',
  '\\-': '',
  '\\textasciitilde{}': '~',
  '\\textasciicircum{}': '^',
  '\\textbackslash{}': '\\',
};

/**
 * A `~` that joins two words (`Stokes~$V$`, `Fig.~3`), unlike the one that people write for "about" (`z~3`, `~50 km`),
 * which TeX would print as a space too, though nobody means it. Before a number, only a name of two letters or a full
 * stop makes it a tie.
 */
export const TIE = /(?<=[^\s(~]{2}|[.\ufffc})\d])~(?=[\d.])|(?<=[^\s(~/])~(?![\s\d~.)]|$)/;

const SYMBOL = String.raw`---?|\x60\x60|''|\{\}|\\(?:[ ,/-]|textasciitilde\{\}|textasciicircum\{\}|textbackslash\{\})`;
const ESCAPED = String.raw`\\([&%$#_{}])`;
const SINGLE_QUOTED = String.raw`\x60([^\x60']*)'(?!')`;

const ACCENTS = new RegExp(String.raw`\\\\|\{${ACCENT}\}|${ACCENT}`, 'gu');
// One pass over everything, so that what one rule wrote no other rule reads. `\\` is a line break and no start of `\'`, and
// an address keeps its `~` and `--`.
const LETTERS_AND_SIGNS = new RegExp(
  [
    String.raw`\\\\|https?:\/\/[^\s{}]+`,
    String.raw`\{${LETTER}\}|${LETTER}`,
    ESCAPED,
    SYMBOL,
    `(${TIE.source})`,
    SINGLE_QUOTED,
  ].join('|'),
  'gu',
);

/**
 * TeX markup as people type it into titles and names, as Unicode: accents (`\'e`, `\v{s}`, `\c c`), letters (`\o`, `\ss`),
 * dashes, quotes, ties and escaped characters. Mathematics and commands that are not known stay as they are.
 */
export function texToUnicode(text: string): string {
  if (!/[\\`'~{-]/.test(text)) return text;
  return mapText(text, (part) => textToUnicode(part));
}

/** The same of text that was not written for TeX, in which only commands are sure to be TeX: `~`, dashes and quotes stay. */
export function texCommandsToUnicode(text: string): string {
  return text.includes('\\') ? mapText(text, (part) => textToUnicode(part, (match) => match.includes('\\'))) : text;
}

/** The paper with every text that arXiv prints as TeX in Unicode. */
export function unicodePaper(paper: Paper): Paper {
  const { abstract, authors, authorComment, journalRef } = paper;
  return {
    ...paper,
    title: texToUnicode(paper.title),
    ...(abstract !== null && { abstract: texToUnicode(abstract) }),
    ...(authors !== undefined && { authors: authors.map(texToUnicode) }),
    ...(authorComment !== undefined && { authorComment: texToUnicode(authorComment) }),
    ...(journalRef !== undefined && { journalRef: texToUnicode(journalRef) }),
  };
}

/** @param isTex which of the signs are to be read as TeX */
function textToUnicode(text: string, isTex = (_sign: string) => true): string {
  // Twice, for a letter with two accents: `\'{\^e}`.
  return text
    .replace(ACCENTS, accented)
    .replace(ACCENTS, accented)
    .replace(LETTERS_AND_SIGNS, (match, ...groups: (string | undefined)[]) => {
      if (!isTex(match)) return match;
      const [bracedLetter, letter, escaped, tie, quoted] = groups;
      const name = bracedLetter ?? letter;
      if (name !== undefined) return LETTERS[name] ?? match;
      if (tie !== undefined) return ' ';
      if (quoted !== undefined) return `‘${quoted}’`;
      return escaped ?? SYMBOLS[match] ?? match;
    });
}

function accented(match: string, ...groups: (string | undefined)[]): string {
  const [command, base] = groups.slice(0, 8).filter((group) => group !== undefined);
  const mark = MARKS[command ?? ''];
  if (mark === undefined || base === undefined) return match;
  // A mark replaces the dot of `\i`, so it stands on a plain i.
  const letter = base.startsWith('\\') ? base.charAt(1) : base;
  return `${letter}${mark}`.normalize('NFC');
}
