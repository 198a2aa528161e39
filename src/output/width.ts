import measure from 'fast-string-truncated-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** What stands for the rest of a text; the second where the terminal shows only ASCII. */
export type Ellipsis = '…' | '...';

/** Below this nothing readable fits; narrower terminals are treated as this wide. */
export const NARROWEST = 20;

// More characters than a line of any terminal shows, little enough to be wrapped at once.
const LONGEST_LINE = 1000;

const graphemes = new Intl.Segmenter();

/** How many columns a terminal needs for the text: two for a wide character or an emoji, none for a colour. */
export function widthOf(text: string): number {
  return measure(text).width;
}

/** The lines into which a text with or without terminal colours falls, none wider than `width` columns. */
export function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, width, { hard: true }).split('\n');
}

/** The items one after the other, on as many lines as they need; an item is broken only where it is wider than a line. */
export function fill(items: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const longer = `${lines.at(-1)}${separator}${item}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(item);
  }
  return lines.flatMap((line) => wrap(line, width));
}

/** The plain text cut to `width` columns, with the ellipsis at its end where something is missing. */
export function shorten(text: string, width: number, ellipsis: Ellipsis): string {
  // The package can cut as well, but does it a column too late before an emoji.
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

/** As much of the plain text as fits into `lines` lines, ended by the ellipsis where something is missing. */
export function shortenToLines(text: string, width: number, lines: number, ellipsis: Ellipsis): string {
  const wrapped = wrap(text.slice(0, lines * LONGEST_LINE), width);
  if (wrapped.length <= lines) return text;
  const last = wrapped[lines - 1] ?? '';
  return [...wrapped.slice(0, lines - 1), withEllipsis(last, width, ellipsis)].join(' ');
}

/** The line with the ellipsis behind its last word that leaves room for it. */
function withEllipsis(line: string, width: number, ellipsis: Ellipsis): string {
  let kept = line;
  while (widthOf(kept + ellipsis) > width) {
    const space = kept.lastIndexOf(' ');
    if (space <= 0) return shorten(line + ellipsis, width, ellipsis);
    kept = kept.slice(0, space);
  }
  return kept + ellipsis;
}
