import { type AbbreviatedAuthors, readAbbreviatedAuthors } from '../../names/abbreviated.ts';
import { withoutFullStop } from '../../text/full-stop.ts';
import { remembering } from '../../text/remember.ts';
import { sentenceStarts } from '../../text/sentences.ts';
import { readJournalCitation, readPublicationDate } from '../citations/journal-citation.ts';
import { plainText } from './details.ts';
import { spansOf } from './inline.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { piecesOf } from './pieces.ts';

/**
 * A reference in Vancouver style (https://www.ncbi.nlm.nih.gov/books/NBK7282/), as medical papers, reference managers and
 * PubMed's export "Summary (text)" print it:
 *
 *     Clay A, Ek B. Do moths count? A trial. Lancet Moths. 2024 Mar 12;403(10430):1021-1032. doi: 10.1000/moth.1.
 *     └──authors──┘ └──────title──────────┘ └─────────────────citation───────────────────
 */
export interface Reference {
  /** Authors, venue and date, as far as they are known. */
  readonly known: Meaning;
  /** Null if only the authors are certain. */
  readonly title: string | null;
  /** What stands behind the authors. */
  readonly rest: string;
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}';
const YEAR = String.raw`(?<=[\p{L}\d)\]][.,]?\s)(?:19|20)\d\d`;
//      [cited 2024 Apr 1]
const CITED = String.raw`(?:\s\[cited\s[^[\]]{1,30}\])?`;
//     2024 Mar 12;403(10430)     2022 Jul-Aug;45     2024;12 Suppl 1     2024 Mar 12 [cited 2024 Apr 1];403     2024;(3):CD01
const VOLUME = String.raw`${YEAR}(?:\s[\p{L}\d\s/–-]{1,25})?${CITED};\s?(?:[A-Z]{0,3}\d|\(\d|Suppl)`;
//     2024 Feb 20:S0140-0001(24)00123-4     2024 Feb 20. doi: …
const AHEAD_OF_PRINT = String.raw`${YEAR}\s${MONTH}\s\d{1,2}${CITED}(?::\S|\.(?=\s|$))`;
const DATE_WITH_VOLUME = new RegExp(VOLUME, 'gu');
const DATE = new RegExp(`${VOLUME}|${AHEAD_OF_PRINT}`, 'gu');
const MAY_HAVE_VOLUME = /(?:19|20)\d\d[^;]{0,70};\s?[A-Z]{0,3}[\d(S]/;
//     J. Moth. Sci.
const ABBREVIATED_WORD = /^\p{Lu}\p{L}{0,5}$/u;
const TITLE_NOTE = /\.?\s\[(?:Internet|Preprint|Article in [^[\]]{1,60})\]\.?$/i;
//     Erratum in: Lancet Moths. 2024 Mar 30;403(10433):1234.
const NOTICE = /\p{L}\s(?:in|of|on|for|from|by):?\s/u;

/** @returns null if it is not certain that the text is in this style */
export const readReference = remembering((markdown): Reference | null => {
  const end = markdown.search(/\.\s/);
  const list = end < 0 ? '' : markdown.slice(0, end).replace(/\s+/g, ' ').trim();
  const authors = readAbbreviatedAuthors(list);
  if (authors === null && !MAY_HAVE_VOLUME.test(markdown)) return null;
  const text = plainText(markdown);
  const cited = authors === null ? null : readCited(text, list.length + 1, authors);
  if (cited !== null) return cited;
  if (authors !== null && areCertain(authors))
    return { known: { authors }, title: null, rest: markdown.slice(end + 1) };
  return readCited(text, 0, null);
});

/** Whether a text begins with authors in this style and cites an article of a journal. */
export function isReferenceByAuthors(markdown: string): boolean {
  if (!MAY_HAVE_VOLUME.test(markdown)) return false;
  const reference = readReference(markdown);
  return reference !== null && reference.title !== null && reference.known.authors !== undefined;
}

/** The beginning of a second reference in the text of one; null if there is none. Notices of errata are part of the first. */
export function secondReference(markdown: string): string | null {
  if (!MAY_HAVE_VOLUME.test(markdown) || readReference(markdown)?.title == null) return null;
  const text = plainText(markdown);
  const [first, ...others] = text.matchAll(DATE_WITH_VOLUME);
  let from = (first?.index ?? 0) + (first?.[0].length ?? 0);
  for (const { index, 0: volume } of others) {
    const between = text.slice(from, index);
    if (!NOTICE.test(between)) return between.trim();
    from = index + volume.length;
  }
  return null;
}

/** Whether a text may be a reference whose end is lost: `Moss TB. Do newts count?` */
export function beginsWithAuthors(markdown: string): boolean {
  const [list = '', ...rest] = markdown.split(/\.\s/);
  return rest.join(' ').trim().split(/\s/).length >= 3 && readAbbreviatedAuthors(list) !== null;
}

/** `Clay A` alone may be anything: `Vitamin D. A review` */
function areCertain({ people, isClear, authorCount }: AbbreviatedAuthors): boolean {
  return isClear && (people > 1 || (people === 1 && authorCount !== 1));
}

/** @param start where the title begins */
function readCited(text: string, start: number, authors: AbbreviatedAuthors | null): Reference | null {
  const date = start + text.slice(start).search(authors === null ? DATE_WITH_VOLUME : DATE);
  if (date < start) return null;
  const journal = journalStart(text, start, date);
  if (journal === null) return null;
  const title = withoutFullStop(text.slice(start, journal).trim().replace(TITLE_NOTE, ''));
  const citation = readJournalCitation(text.slice(journal));
  if (citation === null || !/\p{L}{2}/u.test(title) || (authors === null && mayHoldAuthors(title, text.slice(0, date))))
    return null;
  //     J. Moth. Sci. 2024     not: Lancet Moths. 2024
  const venue = citation.venue.includes('. ') ? `${citation.venue}.` : citation.venue;
  const { place } = citation;
  const known = { venue, place, ...readPublicationDate(citation.date), ...(authors !== null && { authors }) };
  return { known, title, rest: text.slice(journal + citation.end) };
}

/** Where the name of the journal begins that stands before a date: behind the last sentence; null if there is none. */
function journalStart(text: string, start: number, date: number): number | null {
  const before = text.slice(start, date).replace(/[.,]?\s$/, '');
  const ends = sentenceStarts(before);
  let last = ends.length - 1;
  const sentence = (index: number) => before.slice(ends[index - 1] ?? 0, (ends[index] ?? 0) - 2);
  while (last > 0 && ABBREVIATED_WORD.test(sentence(last).trim())) last -= 1;
  const from = ends[last];
  return from === undefined ? null : start + from;
}

/** Whether a text may be more than the title and the journal: its authors are printed in another style. */
function mayHoldAuthors(title: string, text: string): boolean {
  const [first = ''] = title.split(/\.\s/, 1);
  //     A. Clay, B. Ek, “Counting moths,” Moth Lett. 2024;1:2.
  if (/(?:^|\s)\p{Lu}$/u.test(title) || piecesOf(spansOf(text)).some(({ style }) => style === 'quoted')) return true;
  return (
    meaningOf(first, true)?.authors !== undefined ||
    piecesOf(spansOf(title)).some((piece) => meaningOf(piece.text) !== null)
  );
}
