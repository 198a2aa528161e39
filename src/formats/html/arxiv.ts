import { singleSpaced } from '../../text/white-space.ts';
import { isArxivPageText } from '../arxiv-page/index.ts';
import type { PageLine } from '../arxiv-page/page-line.ts';
import { NOTHING_ANNOUNCED, readPage } from '../arxiv-page/reader.ts';
import type { Document } from '../document.ts';
import type { LineKind, ReaderOutput } from '../format.ts';
import { type VisibleLine, visibleText } from './visible-text.ts';

const SITE = 'https://arxiv.org';

/** Reads a page of arXiv from its visible text, and from the classes of its elements if they are still there. */
export function readArxivPage(document: Document, output: ReaderOutput): number {
  const lines = visibleText(document.text, SITE, { hasLinks: false });
  if (!isArxivPage(lines)) return 0;
  const offsetOf = (index: number) => lines[index]?.offset ?? document.text.length;
  const lineOf = (index: number) => document.position(offsetOf(index)).line;
  const delayed: (() => void)[] = [];
  let papers = 0;
  readPage(lines.map(pageLineOf), NOTHING_ANNOUNCED, {
    paper: (paper, index) => {
      papers += 1;
      delayed.push(() => output.paper(paper, lineOf(index)));
    },
    report: (code, message, index) => delayed.push(() => output.report(code, message, lineOf(index))),
    account: (kind, marked) => delayed.push(() => mark(document, kind, marked, offsetOf)),
  });
  if (papers === 0) return 0;
  for (const each of delayed) each();
  return papers;
}

function isArxivPage(lines: readonly VisibleLine[]): boolean {
  return lines.some(({ isIdentifier }) => isIdentifier) || isArxivPageText(lines.map(({ text }) => text).join('\n'));
}

/**
 * Every block of a page is a paragraph, so widths do not matter. An identifier that links to its paper begins an
 * entry, even if no links to the paper's files follow.
 */
function pageLineOf({ text: shown, names = [], isIdentifier }: VisibleLine, index: number): PageLine {
  const text = singleSpaced(isIdentifier === true ? `${shown.replace(/^(?!.*arxiv:)/i, 'arXiv:')} []` : shown);
  return { text, number: index, lastNumber: index, indent: 0, names, width: 0, wordWidth: 0 };
}

/** Marks the lines of the page from the first of these lines to the beginning of what follows the last one. */
function mark(
  document: Document,
  kind: LineKind,
  lines: readonly PageLine[],
  offsetOf: (index: number) => number,
): void {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined || kind === 'boilerplate') return;
  const end = kind === 'paper' ? Math.max(offsetOf(last.number + 1) - 1, offsetOf(last.number)) : offsetOf(last.number);
  document.mark(kind, offsetOf(first.number), end);
}
