import type { DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import type { Paper } from '../../paper/paper.ts';
import { truncate } from '../../text/printable.ts';
import { singlePaper } from '../fields/paper.ts';
import type { EntryFault, LineKind } from '../format.ts';
import { findHeads } from './find-heads.ts';
import type { Head } from './heads.ts';
import { joinLines } from './join-lines.ts';
import { arePubmedButtons, areScholarButtons, type Segment } from './segment.ts';

interface FoundPaper {
  readonly paper: Paper;
  readonly line: number;
}

/** What a segment is read as. */
export interface SegmentReading {
  readonly papers: readonly FoundPaper[];
  readonly faults: readonly EntryFault[];
  /** What each of its lines is. */
  readonly kinds: readonly LineKind[];
}

/** The number of lines below a heading that belong to it. */
const MOST_BELOW_HEADING = 12;

/** Reads the papers of a segment; what stands above the first one is of the page. */
export function readSegment(segment: Segment): SegmentReading {
  const { lines } = segment;
  const reading = new Draft(segment);
  const heads = findHeads(segment);
  reading.page(0, heads[0]?.first ?? lines.length);
  if (heads.length === 0) reading.lostResult();
  for (const [index, head] of heads.entries()) reading.result(head, heads[index + 1]?.first ?? lines.length);
  return reading;
}

class Draft implements SegmentReading {
  readonly papers: FoundPaper[] = [];
  readonly faults: EntryFault[] = [];
  readonly kinds: LineKind[] = [];
  readonly #segment: Segment;

  constructor(segment: Segment) {
    this.#segment = segment;
  }

  /** Reads lines that are not part of a result. */
  page(from: number, to: number): void {
    let left = 0;
    for (const { line, type } of this.#segment.lines.slice(from, to)) {
      const isUnknown = type === 'text' && left === 0;
      left = type === 'heading' ? MOST_BELOW_HEADING : type === 'text' ? Math.max(left - 1, 0) : 0;
      this.kinds.push(isUnknown ? 'unrecognized' : 'boilerplate');
      if (isUnknown) this.#report('unrecognized-line', `not read: ${truncate(line.text)}`, line.number);
    }
  }

  /** Reports buttons that no result stands beside. */
  lostResult(): void {
    const { lines, above, below } = this.#segment;
    const line = lines[this.kinds.indexOf('unrecognized')]?.line.number;
    if (line !== undefined && (areScholarButtons(below) || arePubmedButtons(above)))
      this.#report('missing-metadata', 'result without authors: not read', line);
  }

  /** @param to where the next result begins */
  result(head: Head, to: number): void {
    const { lines, below, isCut } = this.#segment;
    const line = lines[head.first]?.line.number ?? 1;
    const end = this.#bodyEnd(head, to);
    const body = lines
      .slice(head.last + 1, end)
      .filter(({ type }) => type === 'text')
      .map(({ line: { text } }) => text);
    const isLast = to === lines.length;
    for (const { code, message } of head.faults) this.#report(code, truncate(message, 120), line);
    if (isLast && isCut) this.#report('truncated-entry', 'result that is too long: the rest is not read', line);
    else if (head.site === 'scholar' && !(isLast && areScholarButtons(below)))
      this.#report('truncated-entry', 'result without its buttons: the citation count is not known', line);
    const citationCount = head.site === 'scholar' && isLast ? below.citationCount : null;
    const paper = this.#paper(head, abstractOf(head, body), citationCount, line);
    const kind = paper === null ? 'unrecognized' : 'paper';
    for (const { type } of lines.slice(head.first, end)) this.kinds.push(type === 'text' ? kind : 'boilerplate');
    if (paper !== null) this.papers.push({ paper, line });
    this.page(end, to);
  }

  /** Where the lines of the page begin behind a result. */
  #bodyEnd({ site, last }: Head, to: number): number {
    const { lines } = this.#segment;
    let end = last + 1;
    while (end < to && (lines[end]?.type === 'text' || (site === 'pubmed' && lines[end]?.type === 'note'))) end += 1;
    return end;
  }

  #paper({ id, fields }: Head, abstract: string, citationCount: string | null, line: number): Paper | null {
    if (fields.title === undefined)
      this.#report('missing-title', id === null ? 'result without a title: not read' : NO_TITLE, line);
    const title = fields.title ?? id;
    if (title === null) return null;
    const all = { ...fields, title, abstract, ...(citationCount !== null && { 'cited by': citationCount }) };
    const known = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    const report = (code: DiagnosticCode, message: string) => this.#report(code, message, line);
    if (fields.authors !== undefined && known.date === undefined && known.year === undefined)
      report('missing-date', 'result without a year');
    const paper = singlePaper({ fields: known, line, endLine: line }, report);
    if (paper === null) report('missing-title', 'result without a readable title: not read');
    return paper;
  }

  #report(code: DiagnosticCode, message: string, line: number): void {
    this.faults.push({ code, message, line });
  }
}

const NO_TITLE = 'result without a title: the identifier is used instead';

/** What PubMed cuts is a snippet around the words that were searched for, and no abstract. */
function abstractOf({ site }: Head, body: readonly string[]): string {
  // PubMed hides a shorter snippet, which text browsers print.
  const shown = body.filter(
    (line, at) => site !== 'pubmed' || !body.slice(0, at).some((other) => other.startsWith(line)),
  );
  const { text } = joinLines(shown);
  return site === 'pubmed' && /\.{3}|…/.test(text) ? '' : text;
}
