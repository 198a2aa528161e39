import { arxivPage } from '../arxiv-page/index.ts';
import { dailyPapers } from '../daily-papers/index.ts';
import type { ReaderOptions, ReaderOutput } from '../format.ts';
import { readAs, textFormats } from '../text-formats.ts';
import { type Fields, isFields } from './entry.ts';

/** Members in which page readers and crawlers put the text of a page. */
const TEXTS = ['markdown', 'raw_content', 'content', 'text', 'page_content', 'html', 'rawHtml'];

/** A text with as many lines is a page, and with as many links to papers it is a listing. */
const LEAST_LINES = 20;
const LEAST_LINKS = 3;
const LINK =
  /(?:(?:arxiv\.org\/(?:abs|pdf)|huggingface\.co\/papers|doi\.org)\/|["'(]\/(?:papers|abs)\/\d{4}\.)[^\s()<>"']+/g;

/** The text of a page in the answer of a page reader. */
export interface PageText {
  readonly member: string;
  readonly text: string;
}

/**
 * The page in a page reader's answer that lists papers; null for any other object, such as a paper.
 *
 *     {"data": {"markdown": "# Daily Papers\n\n…", "metadata": {"title": "Daily Papers", …}}}
 */
export function pageWithListing(fields: Fields): PageText | null {
  for (const member of TEXTS) {
    const text = fields[member];
    if (typeof text === 'string' && isListing(text)) return { member, text };
  }
  return isFields(fields.data) ? pageWithListing(fields.data) : null;
}

function isListing(text: string): boolean {
  if (text.split('\n', LEAST_LINES).length < LEAST_LINES) return false;
  return new Set(text.match(LINK)).size >= LEAST_LINKS || dailyPapers.detect(text) || arxivPage.detect(text);
}

/** Reads a page as the text that it is. @param line of the object that holds it @returns the number of its papers */
export function readPageText(
  text: string,
  line: number,
  output: Pick<ReaderOutput, 'paper' | 'report'>,
  options: ReaderOptions,
): number {
  // HTML has to be extracted first.
  if (/^\s*</.test(text)) return 0;
  const lines = text.split(/\r?\n/);
  for (const format of textFormats) {
    const read = readAs(format, lines, () => line, output, options);
    if (read !== null) return read.papers;
  }
  return 0;
}
