import type { Paper } from '../paper/paper.ts';
import { ACCENT, accented, LETTER, LETTERS } from './accents.ts';
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
 * A `~` that joins two words (`Stokes~$V$`, `Fig.~3`), unlike one that means "about" (`z~3`, `~50 km`). Before a number, it is
 * a tie only after a word of two letters or a full stop.
 */
export const TIE = /(?<=[^\s(~]{2}|[.\ufffc})\d])~(?=[\d.])|(?<=[^\s(~/])~(?![\s\d~.)]|$)/;

const SYMBOL = String.raw`---?|\x60\x60|''|\{\}|\\(?:[ ,/-]|textasciitilde\{\}|textasciicircum\{\}|textbackslash\{\})`;
const ESCAPED = String.raw`\\([&%$#_{}])`;
const SINGLE_QUOTED = String.raw`\x60([^\x60']*)'(?!')`;

const ACCENTS = new RegExp(String.raw`\\\\|\{${ACCENT}\}|${ACCENT}`, 'gu');
// A single pass, so that no rule reads the output of another. `\\` is a line break, not the start of `\'`; addresses keep their
// `~` and `--`.
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
 * Converts TeX markup in titles and names to Unicode: accents (`\'e`, `\v{s}`, `\c c`), letters (`\o`, `\ss`),
 * dashes, quotes, ties and escaped characters. Mathematics and unknown commands stay unchanged.
 */
export function texToUnicode(text: string): string {
  if (!/[\\`'~{-]/.test(text)) return text;
  return mapText(text, (part) => textToUnicode(part));
}

/** The same for text that was not written as TeX: only commands are converted; `~`, dashes and quotes stay. */
export function texCommandsToUnicode(text: string): string {
  return text.includes('\\') ? mapText(text, (part) => textToUnicode(part, (match) => match.includes('\\'))) : text;
}

/** Converts the texts that arXiv prints as TeX to Unicode. */
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

/** @param isTex whether `~`, dashes and quotes are TeX too */
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
