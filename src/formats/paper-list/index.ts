import { Line } from '../../input/line.ts';
import { arxivListing } from '../arxiv-listing/index.ts';
import { arxivPage } from '../arxiv-page/index.ts';
import { hasDailyRows } from '../daily-papers/index.ts';
import { labelled } from '../fields/labelled.ts';
import { hasMarkdownTable } from '../fields/markdown-cells.ts';
import { hasRows } from '../fields/table-header.ts';
import type { Format } from '../format.ts';
import { pubmed } from '../pubmed/index.ts';
import { resultsPage } from '../results-page/index.ts';
import { PaperListReader } from './reader.ts';

/** An address or identifier of a paper, the volume of a journal behind a year, or the year of a reference; the reader is stricter. */
const SIGN =
  /https?:\/\/\S|arxiv:|\bdoi:\s?10\.|\bPMID: \d|\b(?:19|20)\d\d[^;\n]{0,40};\s?\d{1,4}[(:]|\s\((?:19|20)\d\d|["”],?\s[^\n]{3,200}\b(?:19|20)\d\d/i;
//     2026-01-02 · Ada Clay     Ada Clay | ICML 2026     Ada Clay, Bo Ek, ICML 2026
const DETAILS =
  /(?:^|\s)(?:19|20)\d\d(?:-\d\d-\d\d)?\s[·|•–—/-]\s|[·|•–—/,-]\s[^\n]{0,40}\b(?:19|20)\d\d(?![^\s.)|·-])/;
/** Beginnings of other formats. */
const BEGINNING = /^[\s\ufeff]*(?:<!doctype|<html|<\?xml|[[{]\s{0,9}["{]|@\w{1,20}\s{0,3}\{)/i;
/** Lines of pages in other formats. */
const OTHERS = /^@\w{1,20}\s{0,3}\{|^[^\S\n]{0,40}(?:\W{0,8}\d[\d,]* authors?|\W{0,8}Submitted by\b|TY {2}- )/im;
//     title,abstract,authors
const TABLE_HEADER = /^[\s\ufeff]{0,9}"?[\w ]{0,40}"?(?:[,;\t]"?[\w ]{1,40}"?){2,99}\s*$/;
const LIST_ITEM = /^\s*(?:[-*+•]|\(?\d{1,4}[.)]|\[\d{1,4}\])\s.*https?:\/\//;
/** A text with this many papers is a list, whatever else it contains. */
const MANY = 10;

/** Lists of papers that people keep in Markdown or plain text: awesome lists, reading lists. */
export const paperList = {
  name: 'paper-list',
  detect: (head) => (SIGN.test(head) || DETAILS.test(head)) && !isOther(head) && isList(head),
  open: (output) => new PaperListReader(output),
} as const satisfies Format;

function isOther(head: string): boolean {
  const [first = ''] = head.trimStart().split('\n', 1);
  if (BEGINNING.test(head) || OTHERS.test(head) || TABLE_HEADER.test(first)) return true;
  return (
    hasRows(head) ||
    hasMarkdownTable(head) ||
    pubmed.detect(head) ||
    labelled.detect(head) ||
    arxivPage.detect(head) ||
    arxivListing.detect(head) ||
    resultsPage.detect(head) ||
    hasDailyRows(head)
  );
}

/** Whether enough of the links lead to papers. */
function isList(head: string): boolean {
  let papers = 0;
  let listed = 0;
  const reader = new PaperListReader({ paper: () => (papers += 1), report: () => {}, account: () => {} });
  head.split('\n').forEach((raw, index) => {
    if (LIST_ITEM.test(raw)) listed += 1;
    reader.line(new Line(raw, index + 1));
  });
  reader.end();
  return papers >= MANY || papers * 4 >= Math.max(listed, 2);
}
