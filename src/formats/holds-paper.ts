import { Line } from '../input/line.ts';
import type { Paper } from '../paper/paper.ts';
import type { Reader, ReaderOutput } from './format.ts';

/**
 * Whether a reader finds a paper at the beginning of an input.
 *
 * @param isTelling whether a paper shows that the input is a listing of the reader's format
 */
export function holdsPaper(
  head: string,
  open: (output: ReaderOutput) => Reader,
  isTelling: (paper: Paper) => boolean,
): boolean {
  let isFound = false;
  const reader = open({
    paper: (paper) => {
      isFound ||= isTelling(paper);
    },
    report: () => {},
    account: () => {},
  });
  head.split('\n').forEach((raw, index) => {
    if (!isFound) reader.line(new Line(raw, index + 1));
  });
  reader.end();
  return isFound;
}
