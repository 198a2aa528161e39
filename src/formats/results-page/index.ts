import { Line } from '../../input/line.ts';
import { lazyFormat } from '../lazy-format.ts';
import { findHeads } from './find-heads.ts';
import type { Head } from './heads.ts';
import { arePubmedButtons, areScholarButtons, type Segment } from './segment.ts';
import { SegmentSplitter } from './segment-splitter.ts';

/** A PMID, or the year in a byline of Google Scholar. */
const SIGN = /\bPMID: ?\d|\s[-–]\s(?:[^\n]{0,200}[,…]\s)?\d{4}(?:\s|$)/;
/** Results without the buttons of one are a page if there are several. */
const SEVERAL = 2;

/** Results of Google Scholar and PubMed, copied from a browser or dumped by a text browser. */
export const resultsPage = lazyFormat(
  { name: 'results-page', detect: (head) => SIGN.test(head) && holdsResults(head) },
  () => import('./reader.ts'),
);

function holdsResults(head: string): boolean {
  let weight = 0;
  const splitter = new SegmentSplitter({
    buttons: () => {},
    segment(segment) {
      for (const found of findHeads(segment)) weight += weightOf(found, segment);
    },
  });
  head.split('\n').forEach((raw, index) => {
    const line = new Line(raw, index + 1);
    if (weight < SEVERAL && !line.isBlank) splitter.line(line);
  });
  splitter.end();
  return weight >= SEVERAL;
}

/** How much a head shows that the text is such a page: `SEVERAL` if it is certain. */
function weightOf({ site, id, fields, last }: Head, { lines, above, below }: Segment): number {
  if (fields.title === undefined) return 0;
  if (site === 'pubmed') {
    if (id === null || fields.venue === undefined) return 0;
    //     PMID: 38401234 on a line of its own
    const isOwnLine = lines[last]?.line.text.startsWith('PMID:') === true;
    return arePubmedButtons(above) ? SEVERAL : isOwnLine && fields.authors !== undefined ? 1 : 0;
  }
  if (fields.authors === undefined || !areScholarButtons(below)) return 0;
  return below.names.has('save') && below.names.has('cite') ? SEVERAL : 1;
}
