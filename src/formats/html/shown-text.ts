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
import { type VisibleLine, type VisibleTextOptions, visibleText } from './visible-text.ts';

const SITE = 'https://huggingface.co';
/** No link can refer to it. */
const NOWHERE = 'about:blank';

/** The text formats that may read a page, as Markdown with links or as plain text. */
const formats: readonly ({ readonly format: TextFormat } & VisibleTextOptions)[] = [
  { format: arxivListing, hasLinks: false },
  { format: paperPage, hasLinks: true },
  { format: paperList, hasLinks: true, hasEmphasis: true },
  { format: dailyPapers, hasLinks: true },
];

/** Passes the visible text of the page to the text format of such pages. */
export function readShownText(document: Document, output: ReaderOutput, options: ReaderOptions): number {
  for (const { format, ...shown } of formats) {
    const papers = readShown(format, visibleText(document.text, SITE, shown), document, output, options);
    if (papers > 0) return papers;
  }
  return 0;
}

/** Reads the tables of the page that name their columns, and what is around them. */
export function readTables(document: Document, output: ReaderOutput, options: ReaderOptions): number {
  const base = pageUrl(document.text) || NOWHERE;
  const lines = visibleText(document.text, base, { hasLinks: true, hasEmphasis: true, hasCells: true });
  return readShown({ detect: hasMarkdownTable, open: openTable }, lines, document, output, options);
}

function readShown(
  format: TextFormat,
  lines: readonly VisibleLine[],
  document: Document,
  output: ReaderOutput,
  options: ReaderOptions,
): number {
  const texts = lines.map(({ text }) => text);
  const lineInPage = (line: number) => document.position(lines[line - 1]?.offset ?? 0).line;
  const read = readAs(format, texts, lineInPage, output, options);
  if (read === null) return 0;
  document.markAny(read.counts);
  return read.papers;
}
