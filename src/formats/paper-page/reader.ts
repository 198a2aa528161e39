import type { Line } from '../../input/line.ts';
import { plainLines } from '../arxiv-page/markup.ts';
import type { RawLine } from '../arxiv-page/page-line.ts';
import { captureEvidence } from '../daily-papers/evidence.ts';
import { PendingCards } from '../daily-papers/pending.ts';
import type { Reader, ReaderOptions, ReaderOutput } from '../format.ts';
import { readPaperPage } from './page.ts';
import { ABSTRACT, PAGE_START } from './rules.ts';

/** A longer page is read in parts. */
const MOST_LINES = 20_000;

/** Collects the lines of each page, and reads each page as a whole. */
export class PaperPageReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #pending: PendingCards;
  #lines: RawLine[] = [];
  #hasAbstract = false;

  constructor(output: ReaderOutput, options: ReaderOptions) {
    this.#output = output;
    this.#pending = new PendingCards(output, options);
  }

  line({ raw, number }: Line): void {
    const isNext = this.#hasAbstract && PAGE_START.test(raw);
    if (isNext || this.#lines.length >= MOST_LINES) this.#read();
    this.#hasAbstract ||= ABSTRACT.test(raw);
    this.#lines.push({ raw, number });
  }

  end(): void {
    this.#read();
    this.#pending.flush();
  }

  #read(): void {
    const lines = this.#lines;
    this.#lines = [];
    this.#hasAbstract = false;
    this.#pending.startPage();
    for (const { raw } of lines) {
      const evidence = captureEvidence(raw);
      if (evidence !== null) this.#pending.capture(evidence);
    }
    const page = readPaperPage(plainLines(lines), lines.map(({ raw }) => raw).join('\n'));
    const ofPaper = new Set<number>();
    for (const { number, lastNumber } of page?.lines ?? []) {
      for (let each = number; each <= lastNumber; each += 1) ofPaper.add(each);
    }
    const first = lines.find(({ raw }) => raw.trim() !== '')?.number ?? 0;
    for (const { raw, number } of lines) {
      if (raw.trim() === '') continue;
      this.#output.account(page === null ? 'unrecognized' : ofPaper.has(number) ? 'paper' : 'boilerplate');
    }
    if (page === null) {
      if (first > 0) this.#output.report('missing-title', 'the page has no title', first);
      return;
    }
    const { paper, published, featured, dayLine } = page;
    const line = page.lines[0]?.number ?? first;
    this.#pending.add(
      { paper, line, day: published, dayLine, reference: null, organizationReference: null, assumesVotes: false },
      featured === null ? null : { day: featured, line: dayLine },
    );
  }
}
