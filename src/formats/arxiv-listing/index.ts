import { BlockSplitter } from '../../input/blocks.ts';
import { forEachLine } from '../../input/text.ts';
import type { Paper } from '../../paper.ts';
import type { Format } from '../format.ts';
import { MailReader } from './mail-reader.ts';

/** Something of which every listing shows some within its first lines, if only in the headers of an encoded mail. */
const SIGN = /^[> \t\u00a0]*(?:arXiv:|Paper\b|Title:)|^content-transfer-encoding:\s*base64/im;

/**
 * The announcements of arXiv as text: daily mails, weekly and monthly files, 1992 to today.
 *
 *     bytes ─▶ MailReader ─▶ QuoteReader ─▶ EntryReader ─▶ papers
 *              messages      without `>`    tokens, entries
 */
export const arxivListing: Format = {
  name: 'arxiv-listing',
  description: 'arXiv announcements: daily mails, weekly and monthly files',
  keepsNoBlock: true,
  detect,
  open: (output, { preselection }) => new MailReader(output, preselection),
};

/** A listing is what the reader finds an entry in. */
function detect(head: string): boolean {
  if (!SIGN.test(head)) return false;
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
