import { goesOnAfterHyphen } from '../../text/hyphen.ts';
import { singleSpaced } from '../../text/white-space.ts';

export interface JoinedLines {
  readonly text: string;
  /** Where each line begins in the text. */
  readonly starts: readonly number[];
}

/**
 * Joins lines that the browser or a mail program broke.
 *
 *     Lancet Moths                             Moths in double-
 *     . 2024 Mar 12;403(10430):1021-1032.      blind barns
 */
export function joinLines(lines: readonly string[]): JoinedLines {
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let word = '';
  for (const line of lines.map(singleSpaced)) {
    const [next = ''] = line.split(' ', 1);
    const space = length === 0 || /^[.;,](?!\.)/.test(line) || goesOnAfterHyphen(word, next) ? '' : ' ';
    starts.push(length + space.length);
    parts.push(space, line);
    length += space.length + line.length;
    word = line.slice(line.lastIndexOf(' ') + 1);
  }
  return { text: parts.join(''), starts };
}
