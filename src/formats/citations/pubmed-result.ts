import { readAbbreviatedAuthors } from '../../names/abbreviated.ts';
import { withoutFullStop } from '../../text/full-stop.ts';
import type { Fields } from '../fields/entry.ts';
import { readJournalCitation } from './journal-citation.ts';

/** Reads the authors of a result of PubMed: `Clay A, van der Gold D Jr; Pond Study Group.` */
export function readPubmedAuthors(text: string): Fields {
  const list = withoutFullStop(text);
  if (/^\[?No authors listed\]?$/i.test(list)) return {};
  const read = readAbbreviatedAuthors(list);
  if (read === null) return { authors: list };
  return { authors: read.authorCount === null ? [...read.authors, 'et al.'] : read.authors };
}

/** Reads the citation of a result of PubMed: `J Ponds. 2024 Mar 12;18(3):201-210. doi: 10.1000/pond.1.` */
export function readPubmedCitation(text: string): Fields {
  const { venue = '', place = {}, date = '', doi = null } = readJournalCitation(text) ?? {};
  return { venue, ...place, date, doi: doi ?? '' };
}
