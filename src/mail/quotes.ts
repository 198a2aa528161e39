import type { Line } from '../input/line.ts';
import { beginsMail } from './mail-reader.ts';

//     > > Title: …       one space after each mark belongs to it
const MARKS = /^(?:>[ \t]?){1,20}/;

/** The marks before a quoted line, as deep as those of the given line; null if it is not quoted. */
export function quoteMarks(line: string): RegExp | null {
  const marks = MARKS.exec(line)?.[0];
  return marks === undefined ? null : new RegExp(`^(?:>[ \\t]?){1,${marks.split('>').length - 1}}`);
}

/** The lines of a reply are quoted in long runs, those of a list that quotes a few words of each abstract are not. */
const LONG_RUN = 5;

/**
 * The marks before the lines of a listing that was quoted as a whole, in a reply with or without its headers:
 *
 *     Here is what I meant:
 *
 *     > Daily Papers
 *     > …
 *
 * @param lines the beginning of the input
 * @returns null if the listing is not quoted
 */
export function quoteMarksOf(lines: readonly Line[]): RegExp | null {
  const isMail = beginsMail(lines.find(({ isBlank }) => !isBlank)?.raw ?? '');
  const body = isMail ? lines.slice(lines.findIndex(({ isBlank }) => isBlank)) : lines;
  const printed = body.filter(({ isBlank }) => !isBlank);
  const quoted = printed.filter(isQuoted);
  const runs = printed.filter((line, index) => isQuoted(line) && !isQuoted(printed[index - 1])).length;
  if (quoted.length * 2 <= printed.length || quoted.length < runs * LONG_RUN) return null;
  const depths = quoted.map(({ raw }) => MARKS.exec(raw)?.[0].replace(/[ \t]/g, '') ?? '').sort();
  return quoteMarks(depths[Math.floor(depths.length / 2)] ?? '');
}

function isQuoted(line: Line | undefined): boolean {
  return line?.raw.startsWith('>') === true;
}
