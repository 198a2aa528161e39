import type { Line } from '../../input/line.ts';
import { truncate } from '../../text/printable.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { readSegment } from './entries.ts';
import { SegmentSplitter } from './segment-splitter.ts';

/**
 * Reads results of Google Scholar and PubMed.
 *
 *     lines ─▶ tokens.ts ─▶ segments ─▶ heads ─▶ entries.ts ─▶ papers
 *              rules.ts     between     scholar.ts, pubmed.ts
 *                           buttons
 */
class ResultsPageReader implements Reader {
  readonly #splitter: SegmentSplitter;

  constructor(output: ReaderOutput) {
    this.#splitter = new SegmentSplitter({
      buttons({ citationCount, rest }, { number }) {
        output.account(citationCount === null ? 'boilerplate' : 'paper');
        if (rest !== '') output.report('damaged-field', `not read between buttons: ${truncate(rest)}`, number);
      },
      segment(segment) {
        const { papers, faults, kinds } = readSegment(segment);
        for (const kind of kinds) output.account(kind);
        for (const { code, message, line } of faults) output.report(code, message, line);
        for (const { paper, line } of papers) output.paper(paper, line);
      },
    });
  }

  line(line: Line): void {
    if (!line.isBlank) this.#splitter.line(line);
  }

  end(): void {
    this.#splitter.end();
  }
}

export function open(output: ReaderOutput): Reader {
  return new ResultsPageReader(output);
}
