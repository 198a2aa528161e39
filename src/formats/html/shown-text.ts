import { Line } from '../../input/line.ts';
import { arxivListing } from '../arxiv-listing/index.ts';
import { dailyPapers } from '../daily-papers/index.ts';
import type { Document } from '../document.ts';
import type { Format, LineCounts, ReaderOptions, ReaderOutput } from '../format.ts';
import { paperList } from '../paper-list/index.ts';
import { paperPage } from '../paper-page/index.ts';
import { type VisibleLine, type VisibleTextOptions, visibleText } from './visible-text.ts';

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
  for (const { format, ...text } of formats) {
    const lines = visibleText(document.text, SITE, text);
    const isOther = !format.detect(lines.map(({ text }) => text).join('\n'));
    const papers = isOther ? 0 : readAs(format, lines, document, output, options);
    if (papers > 0) return papers;
  }
  return 0;
}

function readAs(
  format: Format,
  lines: readonly VisibleLine[],
  document: Document,
  output: ReaderOutput,
  options: ReaderOptions,
): number {
  const lineInPage = (line: number) => document.position(lines[line - 1]?.offset ?? 0).line;
  const counts: LineCounts = { paper: 0, boilerplate: 0, unrecognized: 0, blank: 0 };
  const delayed: (() => void)[] = [];
  let papers = 0;
  const reader = format.open(
    {
      paper: (paper, line) => {
        papers += 1;
        delayed.push(() => output.paper(paper, lineInPage(line)));
      },
      report: (code, message, line) => delayed.push(() => output.report(code, message, lineInPage(line))),
      account: (kind, count = 1) => {
        counts[kind] += count;
      },
    },
    options,
  );
  for (const [index, { text }] of lines.entries()) reader.line(new Line(text, index + 1));
  reader.end();
  if (papers === 0) return 0;
  for (const each of delayed) each();
  document.markAny(counts);
  return papers;
}
