import { arxivListing } from '../arxiv-listing/index.ts';
import { dailyPapers } from '../daily-papers/index.ts';
import type { Document } from '../document.ts';
import { hasMarkdownTable } from '../fields/markdown-cells.ts';
import { open as openTable } from '../fields/table-reader.ts';
import type { ReaderOptions, ReaderOutput } from '../format.ts';
import { paperList } from '../paper-list/index.ts';
import { paperPage } from '../paper-page/index.ts';
import { readAs, type TextFormat } from '../text-formats.ts';
import { pageUrl } from './page.ts';
import { type VisibleTextOptions, visibleText } from './visible-text.ts';

const SITE = 'https://huggingface.co';
/** No link can refer to it. */
const NOWHERE = 'about:blank';

/** The text formats that may read a page, as Markdown with links or as plain text. */
const formats: readonly ({ readonly format: TextFormat } & VisibleTextOptions)[] = [
  { format: { detect: hasMarkdownTable, open: openTable }, hasLinks: true, hasCells: true },
  { format: arxivListing, hasLinks: false },
  { format: paperPage, hasLinks: true },
  { format: paperList, hasLinks: true, hasEmphasis: true },
  { format: dailyPapers, hasLinks: true },
];

/** Passes the visible text of the page to the text format of such pages. */
export function readShownText(document: Document, output: ReaderOutput, options: ReaderOptions): number {
  for (const { format, ...shown } of formats) {
    const lines = visibleText(document.text, shown.hasCells ? pageUrl(document.text) || NOWHERE : SITE, shown);
    const texts = lines.map(({ text }) => text);
    const lineInPage = (line: number) => document.position(lines[line - 1]?.offset ?? 0).line;
    const read = readAs(format, texts, lineInPage, output, options);
    if (read === null) continue;
    document.markAny(read.counts);
    return read.papers;
  }
  return 0;
}
