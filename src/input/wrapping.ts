import { decodeEntities } from '../text/entities.ts';
import type { Line } from './line.ts';

/** What programs have put around the lines of a text, which is not part of it. */
export interface Wrapping {
  /** The last line of the headers above the text; 0 if there are none. */
  readonly headersEnd: number;
  /** What stands before each line. */
  readonly prefix: RegExp | null;
  /** The text is shown as a page by a browser, which is what scripts save that drive one. */
  readonly isShown: boolean;
  /** Every second line is blank and was added: those with odd numbers (1) or even ones (0); null if none was. */
  readonly addedLines: number | null;
}

/** @param lines the beginning of an input */
export function wrappingOf(lines: readonly Line[]): Wrapping {
  const headersEnd = endOfHeaders(lines);
  const text = lines.slice(headersEnd);
  const printed = text.filter(({ isBlank }) => !isBlank);
  return { headersEnd, prefix: prefixOf(printed), isShown: isShown(printed), addedLines: addedLinesOf(text, printed) };
}

/**
 * The last line of the headers of an answer, which `curl -i` prints; of several with `-L`.
 *
 *     HTTP/2 200
 *     content-type: application/json
 *
 *     [{"title": …
 */
function endOfHeaders(lines: readonly Line[]): number {
  let end = 0;
  while (/^HTTP\/\d/.test(lines[end]?.raw ?? '')) {
    const blank = lines.findIndex((line, index) => index > end && line.isBlank);
    if (blank < 0) break;
    end = blank + 1;
  }
  return end;
}

//     <html><head>…</head><body><pre>[{"title": "Kites &amp;amp; Strings"}]</pre></body></html>
const PAGE_START =
  /^<html\b[^<>]{0,999}>\s{0,9}(?:<head\b[^<>]{0,999}>.{0,999}?<\/head>)?\s{0,9}<body\b[^<>]{0,999}>\s{0,9}<pre\b[^<>]{0,999}>/i;
const PAGE_END = /<\/pre>.*$/i;

function isShown(printed: readonly Line[]): boolean {
  if (!PAGE_START.test(printed[0]?.raw ?? '')) return false;
  const end = printed.findIndex(({ raw }) => PAGE_END.test(raw));
  const text = end < 0 ? printed : printed.slice(0, end + 1);
  return text.every(({ raw }) => !shownText(raw, false).includes('<'));
}

/** What the line of a page that shows a text says. */
export function shownText(raw: string, isDecoded = true): string {
  const text = raw.replace(PAGE_START, '').replace(PAGE_END, '');
  return isDecoded ? decodeEntities(text) : text;
}

//     12:text     12-text     dump.txt:12:text          grep -n, rg
//         12\ttext     12→text     12 │ text            cat -n, editors, bat
const NUMBER_AND_MARK =
  /^(?:(?!\d+[:-])[^\s:]{1,200}[:-])?(?: {0,9}(\d{1,7})(?:[:→-]| {1,5}[│|](?: |$))| {1,9}(\d{1,7})(?:\t|$))/;
//         12 text                                       less -N, vim
const NUMBER_AND_SPACE = /^ {0,9}(\d{1,7})(?: |$)/;

const PREFIXES: readonly RegExp[] = [
  //     dump.txt:text
  /^[^\s:]{1,200}\.\w{1,5}:/,
  //     2026-09-30T12:00:01.123Z text     [12:00:01] text
  /^\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?(?: |$)/,
  //     scraper-1  | text
  /^[\w.-]{1,60} {1,20}\|(?: |$)/,
  //     // text     # text     | text
  /^(?:\/\/|#|[|│┃])(?: |$)/,
];

/** Fewer lines may begin alike by chance. */
const LEAST_LINES = 3;

/** The prefix of all lines; null if there is none. @param lines the beginning of an input, without blank lines */
function prefixOf(lines: readonly Line[]): RegExp | null {
  if (lines.length < LEAST_LINES) return null;
  //     1: Clay A. Kites. Kite J. 2024     is an entry of a list
  const isEntry = ({ raw }: Line) => /^\s\S/.test(raw.replace(NUMBER_AND_MARK, ''));
  if (areNumbered(lines, NUMBER_AND_MARK) && !lines.every(isEntry)) return NUMBER_AND_MARK;
  const isPrefix = (prefix: RegExp) => lines.every(({ raw }) => prefix.test(raw)) && hasBareLine(lines, prefix);
  if (areNumbered(lines, NUMBER_AND_SPACE) && hasBareLine(lines, NUMBER_AND_SPACE)) return NUMBER_AND_SPACE;
  return PREFIXES.find(isPrefix) ?? null;
}

/** Whether one of the lines is a prefix and nothing else: it was blank. */
function hasBareLine(lines: readonly Line[], prefix: RegExp): boolean {
  return lines.some(({ raw }) => raw.replace(prefix, '').trim() === '');
}

function areNumbered(lines: readonly Line[], prefix: RegExp): boolean {
  let last: { readonly line: number; readonly number: number } | null = null;
  for (const { raw, number: line } of lines) {
    const [, marked, digits = marked] = prefix.exec(raw) ?? [];
    if (digits === undefined) return false;
    const number = Number(digits);
    if (last !== null && number !== last.number + 1 && number - last.number !== line - last.line) return false;
    last = { line, number };
  }
  return true;
}

/** A line that is blank in the text shows that the blank lines between others were added. */
function addedLinesOf(lines: readonly Line[], printed: readonly Line[]): number | null {
  const [first, ...others] = printed;
  if (first === undefined || others.length < LEAST_LINES) return null;
  const parity = first.number % 2;
  if (others.some(({ number }) => number % 2 !== parity)) return null;
  const last = others.at(-1)?.number ?? 0;
  const isKept = ({ number, isBlank }: Line) =>
    isBlank && number % 2 === parity && number > first.number && number < last;
  return lines.some(isKept) ? 1 - parity : null;
}
