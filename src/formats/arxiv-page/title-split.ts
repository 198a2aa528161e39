import { type EntryLine, textOf } from './entries.ts';
import { isPartOfNames, nameDoubts } from './name-doubts.ts';

export interface TitleSplit {
  readonly title: readonly EntryLine[];
  readonly authors: readonly EntryLine[];
}

const OPEN_END =
  /(?:[,:(\u2013\u2014&/-]|\b(?:a|an|and|as|at|by|for|from|in|into|is|of|on|or|over|the|to|under|via|vs\.?|with|without|using))$/i;

/** The number of lines in which the end of a title is searched for. */
const LONGEST_TITLE = 40;

/**
 * List pages print the authors below the title without a label, and text browsers wrap both:
 *
 *     Title: On the Schrödinger Kettle: Is It Tea
 *     before We Look?
 *     Zhiyuan Huang, Jan van
 *     der Berg
 *
 * Of all lines with which the authors can begin, this chooses the most plausible one. Lines that end early within the title or
 * a name, a title that ends in `of the`, and words that are not names make it less plausible.
 */
export function splitTitle(lines: readonly EntryLine[]): TitleSplit {
  const linked = lines.findIndex(({ line }) => line.names.length > 0);
  if (linked > 0) return { title: lines.slice(0, linked), authors: lines.slice(linked) };
  let best = lines.length;
  let least = doubtsOf(lines, best);
  for (let at = Math.min(lines.length - 1, LONGEST_TITLE); at > 0; at -= 1) {
    const doubts = doubtsOf(lines, at);
    if (doubts < least) [best, least] = [at, doubts];
  }
  return { title: lines.slice(0, best), authors: lines.slice(best) };
}

/** @param start of the authors */
function doubtsOf(lines: readonly EntryLine[], start: number): number {
  const title = lines.slice(0, start);
  const authors = lines.slice(start, start + LONGEST_TITLE);
  let doubts = authors.length === 0 ? 7 : 0;
  lines.slice(0, start + LONGEST_TITLE).forEach((line, at) => {
    if (at === 0) return;
    const isOpen = /(?:,|;|\band)$/.test(lines[at - 1]?.text ?? '');
    if (at === start) doubts += line.lineStart === 'wrapped' ? 2 : 0;
    else if (at > start && (/^[,;(]/.test(line.text) || isOpen)) doubts += line.lineStart === 'paragraph' ? 1 : 0;
    else doubts += { paragraph: 5, line: 3, wrapped: 0 }[line.lineStart];
  });
  doubts += 3 * title.slice(1).filter(({ text }) => isPartOfNames(text)).length;
  if (authors.length > 0 && OPEN_END.test(title.at(-1)?.text ?? '')) doubts += 4;
  return doubts + nameDoubts(textOf(authors));
}
