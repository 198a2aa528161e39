import { BlockSplitter } from '../../input/blocks.ts';
import { forEachLine } from '../../input/text.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Format } from '../format.ts';
import { MailReader } from './mail-reader.ts';

export const open: Format['open'] = (output) => new MailReader(output);

/** A listing is what the reader finds an entry in. */
export function confirms(head: string): boolean {
  let found = false;
  const reader = new MailReader({
    paper: (paper) => {
      found ||= isTelling(paper);
    },
    report: () => {},
    account: () => {},
  });
  const splitter = new BlockSplitter((block) => {
    forEachLine(block, 1, (line) => reader.line(line));
  });
  splitter.push(Buffer.from(head));
  splitter.end();
  reader.end();
  return found;
}

/** Titles and authors are labelled in many kinds of text: only an identifier or categories are arXiv's own. */
function isTelling({ id, authors, categories, date }: Paper): boolean {
  if (id === undefined) return authors !== undefined && categories !== undefined;
  return authors !== undefined || categories !== undefined || date !== null;
}
