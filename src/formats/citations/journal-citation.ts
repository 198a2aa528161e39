import { isPaperYear } from '../../calendar/day.ts';
import { isImpossibleDate, readPrintedDate } from '../../calendar/printed-date.ts';
import { bareDoi } from '../../text/doi.ts';
import { type JournalPlace, readJournalPlace } from './journal-place.ts';

/** Where an article was published. */
export interface JournalCitation {
  readonly venue: string;
  readonly place: JournalPlace;
  /** As printed: `2024 Mar 12`, `2024 Jul-Aug`, `2021 Winter`; the day of the electronic edition if only that has one. */
  readonly date: string;
  readonly doi: string | null;
  /** Where the date of the issue ends in the text. */
  readonly end: number;
}

//     J Ponds. 2024 Mar 12     J Ponds 2024     J Ponds [Internet]. 2024 Mar 12 [cited 2024 Apr 1]
const JOURNAL_AND_DATE =
  /^(\S.{1,199}?)(?:\s\[(?:Internet|Preprint)\])?[.,]?\s(\d{4}\b[^;:.[\]]{0,25}?)\s?(?=[;:.[]|$)/;
const DOI = /\bdoi:\s?(?:https?:\/\/doi\.org\/)?(10\.\d{4,9}\/\S+)/i;
//     Epub 2024 Feb 20.     eCollection 2024 Feb 20.
const ELECTRONIC = /\b(?:Epub|eCollection)\s((?:19|20)\d\d\s[A-Z][a-z]{2,8}\s\d{1,2})\b/;

/**
 * Reads what PubMed and the Vancouver style print behind a title (https://www.ncbi.nlm.nih.gov/books/NBK7282/):
 *
 *     J Ponds. 2024 Mar 12;18(3):201-210. doi: 10.1000/pond.1. Epub 2024 Feb 2.
 */
export function readJournalCitation(text: string): JournalCitation | null {
  const match = JOURNAL_AND_DATE.exec(text);
  if (match === null) return null;
  const [start, venue = '', issue = ''] = match;
  const electronic = ELECTRONIC.exec(text.slice(start.length))?.[1];
  const isDay = readPrintedDate(issue)?.kind === 'day' || isImpossibleDate(issue);
  return {
    venue,
    place: readJournalPlace(text.slice(start.length)),
    date: isDay || electronic === undefined ? issue : electronic,
    doi: bareDoi(DOI.exec(text)?.[1] ?? ''),
    end: start.length,
  };
}

const DATE_BEHIND_JOURNAL = /^(?:\s\[[^[\]]{1,20}\])?\.\s\d{4}(?:\s\p{Lu}[^;:.]{0,40})?(?:[;:.]|$)/u;

/** The same if the text is certain to begin with a citation, not with a title or with authors. */
export function readCertainCitation(text: string): JournalCitation | null {
  const citation = readJournalCitation(text);
  if (citation === null || /[.?!]\s/.test(citation.venue)) return null;
  return DATE_BEHIND_JOURNAL.test(text.slice(citation.venue.length)) ? citation : null;
}

/** What a date in a citation says; `badDate` is one that no paper can have, as printed. */
export interface PublicationDate {
  readonly date?: string;
  readonly year?: number;
  readonly badDate?: string;
}

export function readPublicationDate(printed: string): PublicationDate {
  const read = readPrintedDate(printed);
  if (read?.kind === 'day') return { date: read.date };
  if (read?.kind === 'year') return { year: read.year };
  if (isImpossibleDate(printed)) return { badDate: printed };
  const year = Number(printed.slice(0, 4));
  if (isPaperYear(year)) return { year };
  return printed === '' ? {} : { badDate: printed };
}
