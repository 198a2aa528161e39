import { Line } from '../../input/line.ts';
import type { Format } from '../format.ts';
import { PubmedReader } from './reader.ts';

//     1. Lancet Moths. 2024 Mar 12;403(10430):1021-1032.
const CITATION = /^\s{0,3}\d{1,5}[.:]\s\S.{1,200}\.\s(?:19|20)\d\d\b/m;
const PMID = /^\s{0,3}PMID: ?\d/m;

/** PubMed's export "Abstract (text)", and what its service EFetch returns as text. */
export const pubmed = {
  name: 'pubmed',
  description: 'PubMed\'s export "Abstract (text)"',
  detect: (head) => CITATION.test(head) && PMID.test(head) && holdsEntry(head),
  open: (output) => new PubmedReader(output),
} as const satisfies Format;

/** Whether the reader finds an entry with a citation, a title and a PMID. */
function holdsEntry(head: string): boolean {
  let isFound = false;
  const reader = new PubmedReader({
    paper: ({ title, venue, url }) => {
      isFound ||= venue !== undefined && url !== undefined && !title.startsWith('PMID:');
    },
    report: () => {},
    account: () => {},
  });
  head.split('\n').forEach((raw, index) => {
    if (!isFound) reader.line(new Line(raw, index + 1));
  });
  reader.end();
  return isFound;
}
