import type { Paper } from '../../paper/paper.ts';
import type { Format, ReaderOutput } from '../format.ts';
import { holdsPaper } from '../holds-paper.ts';
import { PubmedReader } from './reader.ts';

//     1. Lancet Moths. 2024 Mar 12;403(10430):1021-1032.
const CITATION = /^\s{0,3}\d{1,5}[.:]\s\S.{1,200}\.\s(?:19|20)\d\d\b/m;
const PMID = /^\s{0,3}PMID: ?\d/m;

/** PubMed's export "Abstract (text)", and what its service EFetch returns as text. */
export const pubmed = {
  name: 'pubmed',
  detect: (head) => CITATION.test(head) && PMID.test(head) && holdsPaper(head, open, isTelling),
  open,
} as const satisfies Format;

function open(output: ReaderOutput): PubmedReader {
  return new PubmedReader(output);
}

/** Whether an entry has a citation, a title and a PMID. */
function isTelling({ title, venue, url }: Paper): boolean {
  return venue !== undefined && url !== undefined && !title.startsWith('PMID:');
}
