import { Line } from '../input/line.ts';
import { arxivListing } from './arxiv-listing/index.ts';
import { arxivPage } from './arxiv-page/index.ts';
import { dailyPapers } from './daily-papers/index.ts';
import type { Format, LineCounts, ReaderOptions, ReaderOutput } from './format.ts';
import { paperList } from './paper-list/index.ts';
import { paperPage } from './paper-page/index.ts';
import { resultsPage } from './results-page/index.ts';
import { open as openResultsPage } from './results-page/reader.ts';

/** A format of texts that are part of a listing in another format. */
export type TextFormat = Pick<Format, 'detect' | 'open'>;

/** Formats of pages as text, in the order in which they are tried. None of them has to be loaded. */
export const textFormats: readonly TextFormat[] = [
  paperPage,
  arxivPage,
  arxivListing,
  { detect: resultsPage.detect, open: openResultsPage },
  paperList,
  dailyPapers,
];

/** Those whose pages no other text looks like. */
export const pageFormats: readonly TextFormat[] = textFormats.filter((format) => format !== paperList);

/**
 * Reads a text that is part of a listing in another format.
 *
 * @param lineOf the line of the listing for a line of the text, both counted from 1
 * @returns how the lines were read; null if the text is not in this format or has no papers, and nothing was emitted
 */
export function readAs(
  format: TextFormat,
  lines: readonly string[],
  lineOf: (line: number) => number,
  output: Pick<ReaderOutput, 'paper' | 'report'>,
  options: ReaderOptions,
): { readonly papers: number; readonly counts: LineCounts } | null {
  if (!format.detect(lines.join('\n'))) return null;
  const counts: LineCounts = { paper: 0, boilerplate: 0, unrecognized: 0, blank: 0 };
  const delayed: (() => void)[] = [];
  let papers = 0;
  const reader = format.open(
    {
      paper: (paper, line) => {
        papers += 1;
        delayed.push(() => output.paper(paper, lineOf(line)));
      },
      report: (code, message, line) => delayed.push(() => output.report(code, message, lineOf(line))),
      account: (kind, count = 1) => {
        counts[kind] += count;
      },
    },
    options,
  );
  for (const [index, text] of lines.entries()) reader.line(new Line(text, index + 1));
  reader.end();
  if (papers === 0) return null;
  for (const each of delayed) each();
  return { papers, counts };
}
