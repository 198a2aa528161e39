import measure from 'fast-string-truncated-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Ellipses; the second one is for ASCII terminals. */
export type Ellipsis = '…' | '...';

/** Minimum width; narrower terminals are treated as this wide. */
export const NARROWEST = 20;

// More characters than fit on a line of any terminal, but few enough to wrap at once.
const LONGEST_LINE = 1000;

const graphemes = new Intl.Segmenter();

/** How many columns a terminal needs for the text: two for a wide character or an emoji, none for a colour. */
export function widthOf(text: string): number {
  return measure(text).width;
}

/** Wraps a text, with or without terminal colours, into lines of at most `width` columns. */
export function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, width, { hard: true }).split('\n');
}

/** Arranges the items on lines; an item is broken only if it is wider than a line. */
export function fill(items: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const longer = `${lines.at(-1)}${separator}${item}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(item);
  }
  return lines.flatMap((line) => wrap(line, width));
}

/** Truncates plain text to `width` columns, ending in the ellipsis if it was truncated. */
export function shorten(text: string, width: number, ellipsis: Ellipsis): string {
  // The package can truncate too, but is off by one column before an emoji.
  if (widthOf(text) <= width) return text;
  let shortened = '';
  let room = width - widthOf(ellipsis);
  for (const { segment } of graphemes.segment(text.slice(0, LONGEST_LINE))) {
    room -= widthOf(segment);
    if (room < 0) break;
    shortened += segment;
  }
  return shortened.trimEnd() + ellipsis;
}

/** Truncates plain text to `lines` lines, ending in the ellipsis if it was truncated. */
export function shortenToLines(text: string, width: number, lines: number, ellipsis: Ellipsis): string {
  const wrapped = wrap(text.slice(0, lines * LONGEST_LINE), width);
  if (wrapped.length <= lines) return text;
  const last = wrapped[lines - 1] ?? '';
  return [...wrapped.slice(0, lines - 1), withEllipsis(last, width, ellipsis)].join(' ');
}

/** The line shortened to whole words and the ellipsis. */
function withEllipsis(line: string, width: number, ellipsis: Ellipsis): string {
  let kept = line;
  while (widthOf(kept + ellipsis) > width) {
    const space = kept.lastIndexOf(' ');
    if (space <= 0) return shorten(line + ellipsis, width, ellipsis);
    kept = kept.slice(0, space);
  }
  return kept + ellipsis;
}
