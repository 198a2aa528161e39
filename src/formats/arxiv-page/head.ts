import { isCategory } from '../../text/arxiv-category.ts';
import { bareArxivId } from '../../text/arxiv-id.ts';

/** The text between the identifier of an entry and its first field. */
export interface EntryHead {
  readonly isCross: boolean;
  readonly isReplacement: boolean;
  /** Only in search results; the primary category first. */
  readonly categories: readonly string[];
  readonly doi: string | null;
  /** Where the rest begins. */
  readonly end: number;
}

const SPACE = /\s*/y;
//     (cross-list from quant-ph) (replaced)        (*cross-listing*)
const MARK = /:|\((?:\*?cross[-\s]list[^()]*|\*?replaced[^()]*|withdrawn[^()]*)\)/iy;
//     [pdf, ps, html, other]     []     not: [Re] Kites over Ponds
const LINKS = /\[\s*(?:(?:(?:abs|pdf|ps|html|src|tex|dvi|other|format|view)\b[\s,]*)+\]?|\]|$)/y;
//     doi 10.1000/182        10.1002/(SICI)1(19)2:1<3::AID>     a line break within it
//                            3.0.CO;2-2
const DOI = /doi\s*(?::\s*)?(10\.\d{4,9}\/\S+(?:(?<=[>;O])\s+(?:\d\.\d\.CO)?;?\d-[\dA-Z](?=\s|$))?)(?:\s+__(?!\S))?/iy;
const WORD = /\S+/y;

/**
 * Reads the head of an entry, wrapped anywhere:
 *
 *     arXiv:2512.03811 (cross-list from quant-ph) [pdf, other] quant-ph doi 10.1000/182
 *                     ^ from here
 *
 * @param text the rest of the line and the lines below, separated by line breaks
 */
export function readHead(text: string): EntryHead {
  const categories: string[] = [];
  let marks = '';
  let doi: string | null = null;
  const matchAt = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const afterSpace = (at: number) => at + (matchAt(SPACE, at)?.[0].length ?? 0);
  for (let at = afterSpace(0); ; ) {
    const mark = matchAt(MARK, at);
    const links = mark === null ? matchAt(LINKS, at) : null;
    const found = mark ?? links ?? matchAt(DOI, at);
    const word = found === null ? (matchAt(WORD, at)?.[0] ?? '') : '';
    if (found === null && (word === '' || !isCategory(word, categories.length > 0 || isAlone(text, at, word)))) {
      return { isCross: /cross/i.test(marks), isReplacement: /replaced/i.test(marks), categories, doi, end: at };
    }
    if (mark !== null) marks += mark[0];
    else if (word !== '') categories.push(word);
    else if (found !== null && links === null) doi = found[1]?.replace(/\s+/g, '') ?? null;
    at = afterSpace(at + (found?.[0].length ?? word.length));
  }
}

function isAlone(text: string, at: number, word: string): boolean {
  return /^\s*(?:\n|$)/.test(text.slice(at + word.length, at + word.length + 3)) || bareArxivId(word) !== null;
}
