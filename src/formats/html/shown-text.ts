import { arxivListing } from '../arxiv-listing/index.ts';
import { dailyPapers } from '../daily-papers/index.ts';
import type { Document } from '../document.ts';
import type { Format, ReaderOptions, ReaderOutput } from '../format.ts';
import { paperList } from '../paper-list/index.ts';
import { paperPage } from '../paper-page/index.ts';
import { readAs } from '../text-formats.ts';
import { type VisibleTextOptions, visibleText } from './visible-text.ts';

const SITE = 'https://huggingface.co';

/** The text formats that may read a page, as Markdown with links or as plain text. */
const formats: readonly ({ readonly format: Format } & VisibleTextOptions)[] = [
  { format: arxivListing, hasLinks: false },
  { format: paperPage, hasLinks: true },
  { format: paperList, hasLinks: true, hasEmphasis: true },
  { format: dailyPapers, hasLinks: true },
];

/** Passes the visible text of the page to the text format of such pages. */
export function readShownText(document: Document, output: ReaderOutput, options: ReaderOptions): number {
  for (const { format, ...shown } of formats) {
    const lines = visibleText(document.text, SITE, shown);
    const texts = lines.map(({ text }) => text);
    const lineInPage = (line: number) => document.position(lines[line - 1]?.offset ?? 0).line;
    const read = readAs(format, texts, lineInPage, output, options);
    if (read === null) continue;
    document.markAny(read.counts);
    return read.papers;
  }
  return 0;
}
