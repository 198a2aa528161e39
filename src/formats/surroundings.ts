import { Line } from '../input/line.ts';
import { shownText, wrappingOf } from '../input/wrapping.ts';
import { quoteMarksOf } from '../mail/quotes.ts';
import { holdsRedirect, withoutRedirects } from '../mail/redirects.ts';

/** The line as it was before programs put something before it, and mails replaced its addresses; null if they added it. */
export type AsWritten = (line: Line) => Line | null;

/** How to read the lines of an input without what programs and mails have put around them. @param head its first lines */
export function surroundingsOf(head: readonly Line[]): AsWritten {
  const { headersEnd, addedLines, isShown, prefix: beforeLines } = wrappingOf(head);
  const prefix = quoteMarksOf(head) ?? beforeLines;
  const holdsRedirects = head.some(({ raw }) => holdsRedirect(raw));
  const isPlain = prefix === null && !isShown && !holdsRedirects;
  return (line) => {
    if (line.number <= headersEnd || (line.isBlank && line.number % 2 === addedLines)) return null;
    if (isPlain) return line;
    const text = isShown ? shownText(line.raw) : line.raw;
    const raw = prefix === null ? text : text.replace(prefix, '');
    return new Line(holdsRedirects ? withoutRedirects(raw) : raw, line.number, line.startsPage);
  };
}
