import { type Authors, readAuthors } from '../../names/authors.ts';
import { findArxivId } from '../../text/arxiv-id.ts';
import { bareDoi } from '../../text/doi.ts';
import { remembering } from '../../text/remember.ts';
import { readPublicationDate } from '../citations/journal-citation.ts';
import { type JournalPlace, readJournalPlace } from '../citations/journal-place.ts';
import { plainText } from './details.ts';
import { type Span, spansOf } from './inline.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { isAbbreviation } from './pieces.ts';

/** A reference with what it tells, in one of the styles below. */
export interface Citation {
  readonly title: string;
  /** Authors, date and identifiers; the venue if it is printed where the style has it. */
  readonly known: Meaning;
  /** Whether it names the volume or the pages of its venue, or an identifier. */
  readonly isComplete: boolean;
}

/** What a style prints before and behind the title. */
interface Parts {
  readonly authors: string;
  readonly title: string;
  /** As printed beside the authors: `2024`, `2023, May 4`; empty if the date is behind the title. */
  readonly date: string;
  readonly rest: string;
}

const YEAR = String.raw`(?:19|20)\d\d`;
const UNDATED = '(?:n\\.d\\.|in press|forthcoming|to appear|under review|submitted)';
//     Clay, A., & Ek, B. (2024, May 4).     Clay, A. and Ek, B. (2024a)     Clay, Ada, and Bo Ek. 2024.
const AUTHORS_AND_DATE = new RegExp(
  String.raw`^([^()"“]{3,2000}?),?\s(?:\((${YEAR}[a-z]?(?:,\s[^()]{3,20})?|${UNDATED})\)|(?<=[.,]\s)(${YEAR}[a-z]?(?:,\s\p{Lu}\p{Ll}{2,8})?)(?=\.))[.,:]?\s`,
  'u',
);
//     A. Clay and B. Ek, “Round kites,” …     Clay, Ada, and Bo Ek. "Round Kites." …     (2024) 'Round kites', …
const QUOTED = /^["“‘']((?:[^"“”]){3,400}?)[,.]?(?:["”]|(?<!\s)['’](?=[,.]?\s))[,.]?\s/u;
const BEFORE_QUOTE = /^([^"“”]{3,2000}?)[.,:]?\s(?=["“])/;
//     Clay, A., van der Ek, B. C. & Fox, D. Round kites …     Joy, G. et al. Many hands …
const INVERTED = String.raw`(?:(?!and\s)\p{Ll}[\p{L}'’]*\s){0,3}\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s(?:\p{Lu}[\p{Ll}]?\.[\s-]?)+`;
const INVERTED_AUTHORS = new RegExp(
  String.raw`^(${INVERTED}(?:(?:,\s(?:&\s|and\s)?|&\s|and\s)${INVERTED})*(?:,?\s?et\sal\.)?)(?::?\s|(?<=\s))(?=[\p{Lu}\d])`,
  'u',
);

//     A. Clay, B. van der Ek, and C. Fox, Round kites, …
const DIRECT = String.raw`(?:\p{Lu}[\p{Ll}]?\.[\s-]?)+(?:(?!and\s)\p{Ll}[\p{L}'’]*\s){0,3}\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?`;
const DIRECT_AUTHORS = new RegExp(
  String.raw`^(${DIRECT}(?:(?:,\s(?:&\s|and\s)?|\s?(?:&|and)\s)${DIRECT})*(?:,?\s?et\sal\.)?),\s(?=[\p{Lu}\d])`,
  'u',
);
//     , J. Kites 12 (2024) 45     , Phys. Rev. D 12, 345     , in: Proceedings     , arXiv preprint
const BEHIND_TITLE = /,\s(?:in:?\s|arxiv\b)|\s\d+,?\s\(?\d/i;
//     CLAY A, EK B. Round kites[J]. Journal of Kites, 2024     GILL D. Square kites[C]//Proceedings …
const KIND =
  /^([^.]{2,1000}(?:\.\s(?=et\sal|等)[^.]+)?)\.\s(.{3,400}?)\s?\[(?:[JCDMRPNSA]|EB|CP|DB)(?:\/OL)?\](?:[.,]|\/\/)?/;

/**
 * Reads a reference that is certain to be in one of the usual styles:
 *
 *     APA         Clay, A., & Ek, B. (2024). Round kites. Journal of Kites, 12(3), 45–67. https://doi.org/…
 *     Harvard     Clay, A. and Ek, B. (2024) ‘Round kites’, Journal of Kites, 12(3), pp. 45–67.
 *     Chicago     Clay, Ada, and Bo Ek. 2024. “Round Kites.” Journal of Kites 12 (3): 45–67.
 *     MLA         Clay, Ada, and Bo Ek. “Round Kites.” Journal of Kites, vol. 12, no. 3, 2024, pp. 45-67.
 *     IEEE        A. Clay and B. Ek, “Round kites,” J. Kites, vol. 12, no. 3, pp. 45–67, 2024.
 *     ACM         Ada Clay and Bo Ek. 2024. Round Kites. Journal of Kites 12, 3 (2024), 45–67.
 *     Nature      Clay, A. & Ek, B. Round kites. J. Kites 12, 45–67 (2024).
 *     Springer    Clay, A., Ek, B.: Round kites. J. Kites 12(3), 45–67 (2024)
 *     ACL, plain  A. Clay and B. Ek. Round kites. Journal of Kites, 12(3):45–67, 2024.
 *     Elsevier    A. Clay, B. Ek, Round kites, J. Kites 12 (2024) 45–67.
 *     GB/T 7714   CLAY A, EK B. Round kites[J]. Journal of Kites, 2024, 12(3): 45-67.
 *
 * @param isAuthorsFirst whether other references of the list begin with authors
 * @returns null if the authors, the title and the year are not certain
 */
export function readCitation(markdown: string, isAuthorsFirst = false): Citation | null {
  return isAuthorsFirst ? citationAmongAuthors(markdown) : citationAlone(markdown);
}

const citationAlone = remembering((markdown) => citationIn(markdown, false));
const citationAmongAuthors = remembering((markdown) => citationIn(markdown, true));

function citationIn(markdown: string, isAuthorsFirst: boolean): Citation | null {
  if (!MAY_BE_DATED.test(markdown) || spansOf(markdown).some(isNamedLink)) return null;
  const text = plainText(markdown);
  for (const { partsOf, readAuthorsOf } of STYLES) {
    const parts = partsOf(text);
    const authors = parts === null ? undefined : readAuthorsOf(parts.authors, isAuthorsFirst);
    if (parts !== null && authors !== undefined) return citationOf(parts, authors, text);
  }
  return null;
}

function citationOf(parts: Parts, authors: Authors, text: string): Citation | null {
  if (!/^[^\p{L}]{0,3}[\p{Lu}\p{Lo}\d]/u.test(parts.title)) return null;
  const date = parts.date === '' ? dateBehind(parts.rest) : parts.date;
  if (date === null) return null;
  const [first = '', second] = text.match(PRINTED_DOI) ?? [];
  const [id, doi] = [findArxivId(second === undefined ? text : first), bareDoi(first)];
  const { venue, place, isNumbered } = venueOf(parts.rest);
  const known = {
    authors,
    ...readPublicationDate(date.replace(/^(\d{4})[a-z]/, '$1').replace(/^\D+$/, '')),
    ...(venue !== null && { venue, place }),
    ...(id !== null && { id }),
    ...(doi !== null && { doi }),
  };
  return { title: parts.title.trim(), known, isComplete: isNumbered || (id ?? doi) !== null };
}

const MAY_BE_DATED = new RegExp(String.raw`${YEAR}|\(${UNDATED}\)`);
const PRINTED_DOI = /\b10\.\d{4,9}\/[^\s<>"“”]+[^\s<>"“”.,;)]/g;

/** `[paper](https://…)`: in a list with such links, the parts of an entry are told apart by them. */
function isNamedLink({ url, text, isImage }: Span): boolean {
  return url !== null && (isImage || text !== url);
}

//     Ek, B. (2024).     Ek, B., 2024.
const DATE_BEHIND_INITIAL = new RegExp(String.raw`\p{Lu}\.,?\s(?:\(${YEAR}[^()]{0,20}\)|${YEAR}[a-z]?(?=\.\s))`, 'gu');
//     Ek. “Round Kites.”
const QUOTED_TITLE = /(?<=[.,]\s)["“][^"“”]{10,400}[.,?!]["”]/g;

/** The beginning of a second reference in the lines of one, which are joined or have lost their own; null if there is none. */
export function secondCitation(lines: readonly string[]): string | null {
  const text = plainText(lines.join(' '));
  if (readCitation(text) === null) return null;
  for (const pattern of [PRINTED_DOI, DATE_BEHIND_INITIAL, QUOTED_TITLE]) {
    const [, second] = text.matchAll(pattern);
    if (second !== undefined) return text.slice(second.index);
  }
  const rest = lines
    .slice(0, MOST_LINES)
    .findIndex((_line, index) => index > 0 && isCitation(lines.slice(0, index).join(' ')));
  const behind = rest < 0 ? '' : lines.slice(rest).join(' ');
  return behind.split(' ').length < FEWEST_WORDS ? null : behind;
}

/** A reference has fewer lines. */
const MOST_LINES = 10;
/** The end of a reference is shorter. */
const FEWEST_WORDS = 4;

/** Whether a text is a whole reference: it ends as one, and says where the paper was published. */
export function isCitation(markdown: string): boolean {
  return /[.)\]>/\d]$/.test(markdown) && readCitation(markdown)?.isComplete === true;
}

interface Style {
  readonly partsOf: (text: string) => Parts | null;
  readonly readAuthorsOf: (text: string, isAuthorsFirst: boolean) => Authors | undefined;
}

/** In order of certainty. */
const STYLES: readonly Style[] = [
  { partsOf: kindParts, readAuthorsOf: (text) => readAuthors(text.replace(CAPITALS, inLowerCase)) },
  ...[datedParts, quotedParts, invertedParts, directParts].map((partsOf) => ({
    partsOf,
    readAuthorsOf: (text: string) => meaningOf(text, true)?.authors,
  })),
  { partsOf: sentenceParts, readAuthorsOf: fullNames },
];

/** Not `A. Clay, B. Ek, Phys. Rev. Lett. 132` */
function fullNames(text: string, isAuthorsFirst: boolean): Authors | undefined {
  const authors = meaningOf(text, isAuthorsFirst)?.authors;
  return authors?.authors.every((name) => name.includes(' ')) ? authors : undefined;
}

//     CLAY A
const CAPITALS = /(?<=(?<!\p{Lu})\p{Lu})\p{Lu}+(?=\s\p{Lu})/gu;

function inLowerCase(letters: string): string {
  return letters.toLowerCase();
}

function datedParts(text: string): Parts | null {
  const [head, authors = '', inBrackets, bare] = AUTHORS_AND_DATE.exec(text) ?? [];
  if (head === undefined) return null;
  const behind = text.slice(head.length);
  return withTitle(authors, inBrackets ?? bare ?? '', behind, QUOTED.exec(behind));
}

function quotedParts(text: string): Parts | null {
  const [head, authors = ''] = BEFORE_QUOTE.exec(text) ?? [];
  if (head === undefined) return null;
  const behind = text.slice(head.length);
  const quoted = QUOTED.exec(behind);
  return quoted === null ? null : withTitle(authors, '', behind, quoted);
}

function invertedParts(text: string): Parts | null {
  const [head = '', authors] = INVERTED_AUTHORS.exec(text) ?? [];
  return authors === undefined ? null : withTitle(authors.trim(), '', text.slice(head.length), null);
}

function directParts(text: string): Parts | null {
  const [head = '', authors] = DIRECT_AUTHORS.exec(text) ?? [];
  if (authors === undefined) return null;
  const behind = text.slice(head.length);
  const venue = BEHIND_TITLE.exec(behind)?.index ?? -1;
  const end = behind[venue] === ',' ? venue : behind.lastIndexOf(', ', venue);
  return venue < 0 || end < 0 ? null : { authors, date: '', title: behind.slice(0, end), rest: behind.slice(end) };
}

//     Ada Clay, Bo Ek, et al. Round kites.
const ET_AL = /^[^.]{3,1000}\bet\.?\sal\.(?=\s\p{Lu})/u;

function sentenceParts(text: string): Parts | null {
  const others = ET_AL.exec(text)?.[0].length;
  const end = others === undefined ? endOfTitle(text) : others - 1;
  return end === null || text[end] !== '.' ? null : withTitle(text.slice(0, end), '', text.slice(end + 1).trim(), null);
}

function kindParts(text: string): Parts | null {
  const [head = '', authors, title = ''] = KIND.exec(text) ?? [];
  return authors === undefined ? null : { authors, date: '', title, rest: text.slice(head.length) };
}

function withTitle(authors: string, date: string, behind: string, quoted: RegExpExecArray | null): Parts | null {
  if (quoted !== null) return { authors, date, title: quoted[1] ?? '', rest: behind.slice(quoted[0].length) };
  const end = endOfTitle(behind);
  return end === null ? null : { authors, date, title: behind.slice(0, end), rest: behind.slice(end + 1).trimStart() };
}

/** Where a title without quotation marks ends: at its full stop, otherwise behind its question mark. */
function endOfTitle(text: string): number | null {
  const stops = [...text.matchAll(/([.?!])(?=\s|$)/g)].filter(
    ({ 0: stop, index }) => stop !== '.' || !isAbbreviation(text.slice(0, index)),
  );
  const venue = text.search(/,\s\d|\svol\.|\s\d+\(|https?:|[.?!]\sIn:?\s|\(pp?\./);
  const full = stops.find(({ 0: stop, index }) => stop === '.' && (venue < 0 || index <= venue)) ?? stops[0];
  if (full === undefined) return null;
  return full[0] === '.' ? full.index : full.index + 1;
}

//     (2024)     (March 2024)     , 2024     , Mar. 2023,     , 4 May 2023,     (Pond Press, 2022)
const DATE_BEHIND = new RegExp(
  String.raw`(?:[,(]\s?|^)((?:\d{1,2}\s)?(?:\p{Lu}\p{Ll}{2,8}\.?\s)?${YEAR}(?:-\d\d-\d\d)?)(?=[,.:;)]|$)`,
  'u',
);

function dateBehind(rest: string): string | null {
  return DATE_BEHIND.exec(rest.replace(/https?:\/\/\S+/g, ''))?.[1]?.replace('.', '') ?? null;
}

//     In G. Joy (Ed.), Handbook of Kites     in G. Joy and K. Lund (eds) Handbook of Kites
const BEFORE_VENUE = /^[\s.,]*(?:in:?\s)?(?:[^()]{3,200}\(eds?\.?\)[,.]?\s)?/i;
//     , 12(3), 45–67     , vol. 12     12 (3): 45     (pp. 12–24)     , pages 12–24     , 2022     : 45
const BEHIND_VENUE = new RegExp(
  [
    String.raw`[,:]?\s(?:vol(?:ume)?|no|pp?|pages?|art(?:icle)?|abs)\b`,
    String.raw`[,:]?\s[A-Z]?\d[\d.()–:-]*(?=$|[\s,.:(])(?!\s\p{L})`,
    String.raw`\s[([]`,
    String.raw`,\s(?!and\s)`,
    String.raw`:\s`,
    String.raw`\s?https?:`,
    String.raw`\sdoi`,
  ].join('|'),
  'iu',
);
const PREPRINT =
  /^(?:arxiv|corr|preprint|biorxiv|medrxiv|ssrn|e-?prints?|retrieved|available|accessed|doi|https?|\[|unpublished|ph\.?\s?d|master)/i;

interface Venue {
  readonly venue: string | null;
  readonly place: JournalPlace;
  readonly isNumbered: boolean;
}

/** The journal or the proceedings that stand behind a title; null if there are none, or if it is a server of preprints. */
function venueOf(rest: string): Venue {
  const [before = ''] = BEFORE_VENUE.exec(rest) ?? [];
  const start = rest.slice(before.length, before.length + LONGEST_VENUE);
  const stop = [...start.matchAll(/\.(?=\s(?:https?:|doi|\p{Lu})|$)/gu)].find(
    ({ index }) => !/^\.\s\p{Lu}/u.test(start.slice(index)) || !isAbbreviated(start.slice(0, index)),
  );
  const end = Math.min(stop?.index ?? start.length, BEHIND_VENUE.exec(start)?.index ?? start.length);
  const venue = start.slice(0, end).trim();
  if (PREPRINT.test(venue) || !/^\p{Lu}.*\p{L}/u.test(venue) || end === LONGEST_VENUE)
    return { venue: null, place: {}, isNumbered: false };
  const place = readJournalPlace(rest.slice(before.length + end));
  return { venue, place, isNumbered: /^[\s.,]*in/i.test(before) || VOLUME_OR_PAGES.test(rest) };
}

//     , 12(3)     12, 45     12.3 (2024)     12 (2024)     vol. 12     pp. 12–24
const VOLUME_OR_PAGES = /[,\s]\d+(?:\.\d+)?\s?[(:,]\s?(?:no\.\s)?\d|\b(?:vol|pp?|pages?)\.?\s?\d/i;

/** In characters. */
const LONGEST_VENUE = 200;

/** `IEEE Trans. Pattern Anal`, not `Journal of Kites`: a full stop behind a short word of a journal without small words. */
function isAbbreviated(text: string): boolean {
  return isAbbreviation(text) || /^(?!.*\s\p{Ll}{2,4}\s).*(?<!\p{L})\p{Lu}\p{L}{1,6}$/u.test(text);
}
