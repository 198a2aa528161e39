import { decodeHTMLStrict } from 'entities';
import { type NumericDate, type PrintedDate, readPrintedDate } from '../../calendar/printed-date.ts';
import type { DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import { announceTypes } from '../../paper/announce-types.ts';
import { type PaperKey, placeKeys } from '../../paper/keys.ts';
import type { Paper } from '../../paper/paper.ts';
import { isCategory } from '../../text/arxiv-category.ts';
import { bareArxivId, findArxivId } from '../../text/arxiv-id.ts';
import { bareDoi } from '../../text/doi.ts';
import { firstOf } from '../../text/first.ts';
import { withoutFullStop } from '../../text/full-stop.ts';
import { PAGE_NUMBER } from '../../text/page-number.ts';
import { truncate } from '../../text/printable.ts';
import { remembering } from '../../text/remember.ts';
import { readJournalCitation, readPublicationDate } from '../citations/journal-citation.ts';
import { type Fields, type FieldValue, isFields, isList } from './entry.ts';
import { ANNOUNCED } from './feed-arxiv.ts';
import { readDate } from './values-date.ts';
import { type NameOrders, namesOf } from './values-names.ts';
import { oneLine, plainText, textOf, withoutIdentifiers } from './values-text.ts';

/** A record while it is made. */
export interface Draft {
  readonly paper: Partial<Paper>;
  /** The entry has fields that only Hugging Face gives. */
  isOnHuggingFace: boolean;
  /** The identifier is in a field named `id`. */
  hasBareId: boolean;
  /** Dates that other dates of the same field have to settle, at most one for each key. */
  readonly openDates: OpenDate[];
  /** The address of code or of an answer, for a paper without any better one. */
  otherUrl: string | null;
  /** A date whose year is in another field: `Mar 5`. */
  dateInYear: { readonly text: string; readonly field: string } | null;
  /** A date of the paper gives no more than the year, so that any other date is that of its record. */
  isDateVague: boolean;
  /** Of all entries of the listing. */
  readonly nameOrders: NameOrders;
  readonly report: (code: DiagnosticCode, message: string, field: string) => void;
}

export interface OpenDate {
  readonly key: 'date' | 'announced';
  readonly field: string;
  readonly date: NumericDate;
}

/** Sets the key of the draft if the value can be read. `field` is the name that the listing prints. */
type ValueReader = (value: FieldValue, draft: Draft, key: PaperKey, field: string) => void;

export type Reading = keyof typeof readers;

/** The ways in which a value can be read. */
export const readers = {
  text: (value, draft, key) => set(draft, key, textOf(value)),

  /** Text that is not a number: `comments` is a text with arXiv, and a count or the comments themselves elsewhere. */
  words(value, draft, key) {
    if (isList(value) && isFields(value[0])) return;
    const text = textOf(value);
    if (text !== undefined && !/^[\d.,]+(?: comments?)?$/i.test(text)) set(draft, key, text);
  },

  /** Zotero's form of arXiv's field: `Comment: 12 pages, 3 figures`, among other notes or lines. */
  comment(value, draft, key) {
    const lines = [value].flat().flatMap((text) => (typeof text === 'string' ? text.split('\n') : []));
    const comment = lines.map(oneLine).find((text) => COMMENT.test(text));
    set(draft, key, textOf(comment?.slice('Comment: '.length)));
  },

  //     Folding Lanterns.          but Does It Fold? and Lanterns, Inc.
  titleWithStop(value, draft, key) {
    const title = textOf(value);
    set(draft, key, title === undefined ? undefined : withoutFullStop(title));
  },

  abstract(value, draft, key) {
    const text = isFields(value) ? (invertedText(value) ?? textOf(value)) : paragraphs(value);
    if (text !== undefined) set(draft, key, withoutHeading(text) || undefined);
  },

  names(value, draft) {
    const { authors, authorCount } = namesOf(value, draft.nameOrders);
    if (authors.length === 0) return;
    draft.paper.authors = authors;
    if (authorCount !== null) draft.paper.authorCount ??= authorCount;
  },

  /** There may be others. */
  firstAuthor(value, draft, key) {
    const { authors } = namesOf(value, draft.nameOrders);
    set(draft, key, authors.length > 0 ? authors : undefined);
  },

  //     Tilda MossAnn Reed, as SpringerLink prints it
  namesRunTogether(value, draft) {
    const text = textOf(value);
    readers.names(text === undefined || /[;,]/.test(text) ? value : text.split(NEXT_NAME), draft);
  },

  date(value, draft, key, field) {
    const date = readDate(value);
    if (date === undefined) return;
    const text = key === 'date' && date === null ? plainText(value) : undefined;
    // A leap year, for 29 February.
    if (text !== undefined && readPrintedDate(`${text} 2000`) !== null) draft.dateInYear ??= { text, field };
    else if (date === null) draft.report('bad-date', `not a date: ${shown(value)}`, field);
    else {
      draft.isDateVague ||= date.kind === 'year';
      setDate(date, draft, key === 'announced' ? key : 'date', field);
    }
  },

  /** A date if it is a text, and of the year of the paper: another one says when the record was made. */
  dateText(value, draft, _key, field) {
    const date = typeof value === 'string' ? readDate(value) : undefined;
    const { year } = draft.paper;
    if (draft.isDateVague || (year !== undefined && /modified/i.test(field))) return;
    if (date?.kind === 'day' && year !== undefined && !date.date.startsWith(String(year))) return;
    if (date !== undefined && date !== null) setDate(date, draft, 'date', field);
    else if (date === null) draft.report('bad-date', `not a date: ${shown(value)}`, field);
  },

  /** The date and the place in a citation: `J Pond Med. 2024 Jan 5;12(1):33-40. Epub 2023 Dec 1.` */
  citation(value, draft, key) {
    const citation = readJournalCitation(textOf(value) ?? '');
    if (citation === null) return;
    set(draft, key, readPublicationDate(citation.date).date);
    for (const part of placeKeys) set(draft, part, citation.place[part]);
  },

  year(value, draft, key, field) {
    const date = readDate(value);
    if (date?.kind === 'year') set(draft, key, date.year);
    else if (date?.kind === 'day') set(draft, key, Number(date.date.slice(0, 4)));
    // With a date, the year does not matter.
    else if (date === null && draft.paper.date === undefined)
      draft.report('bad-date', `not a year: ${shown(value)}`, field);
  },

  count(value, draft, key, field) {
    if (isList(value)) return;
    const text = typeof value === 'boolean' ? String(value) : plainText(value);
    if (text === undefined || /^(?:null|none|nan|n\/a|-+|—)$/i.test(text)) return;
    const count = countOf(text);
    if (count === null) draft.report('bad-number', `not a count: ${shown(value)}`, field);
    else set(draft, key, count);
  },

  /** A count if it is a number; another row describes other values. */
  number(value, draft, key) {
    const text = isList(value) || isFields(value) ? undefined : plainText(value);
    //     Cited by 45     2 comments
    const count = countOf(text?.replace(/^cited by:? | comments?$/i, '') ?? '');
    if (count !== null) set(draft, key, count);
  },

  /** Scopus counts citations in a note: `Export Date: 2 June 2024; Cited By: 12` */
  citedBy(value, draft, key) {
    const printed = firstOf(textsOf(value), (text) => /\bcited by ?:? ?(\d+)/i.exec(text)?.[1]);
    if (printed !== undefined) set(draft, key, Number(printed));
  },

  identifier: (value, draft, key) => set(draft, key, firstOf(textsOf(value), findArxivId)),

  /** A bare identifier, perhaps as a number: spreadsheets turn `2405.00010` into `2405.0001`. */
  bareIdentifier(value, draft, key) {
    const id = firstOf(textsOf(value), (text) => mendedId(text) ?? findArxivId(text.replace(/^abs\//, '')));
    set(draft, key, id);
  },

  address(value, draft, key) {
    const addresses = textsOf(value)
      .map((text) => (ANTHOLOGY.test(text) ? `https://aclanthology.org/${text}` : text))
      .filter((text) => /^https?:\/\/\S+$/i.test(text));
    // Among several links there may be one to the code, and one to the answer of the service itself.
    set(
      draft,
      key,
      addresses.find((text) => !REPOSITORY.test(text) && !API.test(text)),
    );
    draft.otherUrl ??= addresses[0] ?? null;
  },

  forum(value, draft, key) {
    const forum = plainText(value);
    if (forum !== undefined && /^[\w-]{6,}$/.test(forum)) set(draft, key, `https://openreview.net/forum?id=${forum}`);
  },

  huggingFace(_value, draft) {
    draft.isOnHuggingFace = true;
  },

  doi(value, draft, key) {
    // `<` and `;` of old DOIs may be written as entities.
    const decoded = (text: string) => (text.includes('&') ? oneLine(decodeHTMLStrict(text)) : text);
    const doi = firstOf(textsOf(value), (text) => bareDoi(decoded(text)));
    set(draft, key, doi);
  },

  repository(value, draft, key) {
    const address = firstOf(textsOf(value), (text) => REPOSITORY.exec(text)?.[0]);
    set(draft, key, address);
  },

  categories(value, draft, key) {
    const categories = new Set(draft.paper.categories);
    for (const text of textsOf(value)) for (const code of categoriesIn(text)) categories.add(code);
    if (categories.size > 0) Object.assign(draft.paper, { [key]: [...categories] });
  },

  announceType(value, draft) {
    const text = plainText(value)?.toLowerCase().replace(/\s+/g, '-');
    const type = announceTypes.find((known) => known === text);
    set(draft, 'announceType', type);
  },

  venue(value, draft, key) {
    const text = textOf(isFields(value) ? (value.name ?? value.title ?? value.display_name ?? value) : value);
    if (text !== undefined && !PREPRINT.test(text) && !DATABASE.test(text))
      set(draft, key, BEFORE_VOLUME.exec(text)?.[1] ?? withoutIdentifiers(text));
  },

  //     Kite Letters; Vol. 2 No. 1 (2022); 1-9     Kite Letters, Volume 2, Issue 1, id.9
  journal(value, draft, key) {
    const name = firstOf(textsOf(value), (text) => (BEFORE_VOLUME.exec(text) ?? JOURNAL.exec(text))?.[1]);
    set(draft, key, name);
  },

  //     12     Vol. 12     12 Suppl 1
  volume: (value, draft, key) => set(draft, key, partOfJournal(value, /^vol(?:ume)?\.?\s?(?=\d)/i)),
  //     3     No. 3     3-4     Suppl 1
  issue: (value, draft, key) => set(draft, key, partOfJournal(value, /^(?:no|nr|issue)\.?\s?(?=\d)/i)),

  //     123-130     pp. 123–30     e77     12:1--12:15     Art. no. 104567
  pages(value, draft, key) {
    const [, first, last] = PAGES.exec(plainText(value) ?? '') ?? [];
    set(draft, key, last === undefined ? first : `${first}-${last}`);
  },

  /** The end of the pages whose start is known. */
  lastPage(value, { paper }) {
    const last = plainText(value);
    if (last === undefined || paper.pages === undefined || paper.pages === last) return;
    if (!paper.pages.includes('-') && PAGES.exec(last)?.[1] === last) paper.pages += `-${last}`;
  },

  /** The name of an account or organization: `{"fullname": "Lantern Lab", "name": "lantern-lab"}`. */
  organization: (value, draft, key) => set(draft, key, nameIn(value, ['fullname', 'display_name', 'name', 'title'])),
  account: (value, draft, key) => set(draft, key, nameIn(value, ['user', 'name', 'username', 'fullname'])),
} satisfies Record<string, ValueReader>;

//     Kite Letters. 12(3):1-9, 2024 May 06.     Kite Letters. May2024, Vol. 12 Issue 3     Kite Letters (2024) 12:3 (1-9)
const BEFORE_VOLUME = /^(\S[^;]{2,200}?)(?:\. (?:\d{1,4} ?[(:]|(?:[A-Z][a-z]{2}\d{4}, )?Vol\b)| \((?:19|20)\d\d\) \d)/;

//     2024.acl-long.1     P18-1001, as the ACL Anthology calls pages
const ANTHOLOGY = /^(?:\d{4}\.[a-z\d]+-[a-z\d]+\.\d+|[A-Z]\d\d-\d{4})$/;

const COMMENT = /^Comment: \S/;

/** A capital letter within a word, unless the name is `McClay`, `DeSanti` or the like. */
const NEXT_NAME = /(?<=\p{Ll})(?<!(?:^|[\s-])(?:Ma?c|D[aeiu]|L[ae]|Van|Von|Fitz))(?=\p{Lu})/u;

//     https://api.example.org/works/1     https://example.org/api/records/1
const API = /^https?:\/\/(?:api\.|[^/]+\/api\/)/i;

//     arXiv preprint arXiv:2406.01234     arXiv:2406.01234 [cs.LG]     abs/2406.01234
const PREPRINT = /^(?:arxiv(?: e-?prints?| preprints?)?[\s,:]*(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})|abs\/)/i;

const JOURNAL = /^([^;]{3,200}?)[;,]\s(?:vol|issue|no|núm|nr|n\.|v\.|bd|jg|том)/i;

/** Where a record comes from, in place of a journal. */
const DATABASE =
  /^(?:scopus|pubmed|medline|embase|crossref|openalex|web of science|semantic scholar|google scholar|psyc ?info|cinahl|cnki|med|ppr)$/i;

/** Not `12 pages`, a number of them, or `3-Nov`, what spreadsheets make of 3-11. */
const PAGES = new RegExp(
  String.raw`^(?:pp?\.?\s?|art(?:icle)?\.?\s?(?:no\.?|number)?:?\s?)?(${PAGE_NUMBER})(?:\s?[-–—]{1,3}\s?(${PAGE_NUMBER}))?(?!\w|\s?p|-[A-Za-z]{3}$)`,
  'i',
);

//     12     A12     12 Suppl 1     XII     not: 3-Nov
const PART_OF_JOURNAL = /^(?=.*\d|[IVXLC]+$)(?!.*-[a-z]{3}$)[\p{L}\d][\p{L}\d .,()/–-]{0,39}$/iu;

/** The volume or the issue of a journal, without its label; undefined for other things, such as arXiv's `abs/2406.01234`. */
function partOfJournal(value: FieldValue, label: RegExp): string | undefined {
  if (isFields(value)) return undefined;
  const text = plainText(value)?.replace(label, '').replace(/\.0$/, '') ?? '';
  return PART_OF_JOURNAL.test(text) && findArxivId(text) === null ? text : undefined;
}

//     https://github.com/lantern-lab/folds     github.com/lantern-lab/folds
const REPOSITORY = /^(?:https?:\/\/(?:www\.)?)?(?:github|gitlab)\.com\/[^\s/]+\/[^\s/]\S*$/i;

//     cs.LG stat.ML     Machine Learning (cs.LG); Artificial Intelligence (cs.AI)     ['cs.LG']
// The same few lists come again and again.
const categoriesIn = remembering(
  (text): readonly string[] => text.split(/[\s,;|()[\]'"]+/).filter((code) => isCategory(code, false)),
  { most: 5000, longest: 200 },
);

function set(draft: Draft, key: PaperKey, value: unknown): void {
  const paper: { [key: string]: unknown } = draft.paper;
  if (value !== undefined) paper[key] ??= value;
}

function setDate(date: PrintedDate, draft: Draft, key: 'date' | 'announced', field: string): void {
  if (date.kind === 'day') set(draft, key, date.date);
  else if (date.kind === 'year') draft.paper.year ??= date.year;
  else if (draft.openDates.every((open) => open.key !== key)) draft.openDates.push({ key, field, date });
}

/** Reads the date whose year is in another field, once that is known. */
export function settleDateInYear(draft: Draft): void {
  const { dateInYear, paper } = draft;
  if (dateInYear === null || paper.date !== undefined) return;
  const { text, field } = dateInYear;
  const date = paper.year === undefined ? null : readPrintedDate(`${text} ${paper.year}`);
  if (date?.kind === 'day') paper.date = date.date;
  else if (date === null) draft.report('bad-date', `not a date: ${shown(text)}`, field);
}

/** For messages. */
function shown(value: FieldValue): string {
  return truncate(typeof value === 'string' ? oneLine(value) : JSON.stringify(value));
}

//     3,924     1 204     1.204     1'204
const IN_THOUSANDS = /^\d{1,3}([,.'’\s])\d{3}(?:\1\d{3})*$/;

//     3924     3,924     12.0     12,0     11.3k     1.2M
function countOf(printed: string): number | null {
  const text = printed.replace(/^\+/, '').trim();
  const [, digits = '', unit = ''] = /^(\d[\d,.'’\s]*?)\s?([km]?)$/i.exec(text) ?? [];
  const isGrouped = IN_THOUSANDS.test(digits) && (unit === '' || !digits.includes('.'));
  const plain = isGrouped ? digits.replace(/\D/g, '') : digits.replace(/,(?=\d{1,2}$)/, '.');
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return null;
  const factor = 1000 ** ['', 'k', 'm'].indexOf(unit.toLowerCase());
  // 11.3 × 1000 is not quite a whole number.
  const count = Math.round(Number(plain) * factor * 1000) / 1000;
  return Number.isSafeInteger(count) ? count : null;
}

/** All texts in a value, addresses among them. */
function textsOf(value: FieldValue, depth = 0): string[] {
  if (depth > 4) return [];
  if (isList(value)) return value.slice(0, MOST_TEXTS).flatMap((inner) => textsOf(inner, depth + 1));
  if (isFields(value)) return Object.values(value).flatMap((inner) => textsOf(inner, depth + 1));
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'string' ? [oneLine(value)] : [];
}

const MOST_TEXTS = 100;

//     2405.0001 → 2405.00010     704.0001 → 0704.0001     2,405.0001 and 2405,0001 → 2405.00010
const ROUNDED_ID = /^(?:(\d)[.,](?=\d{3}[.,]))?(\d{3,4})[.,](\d{3,5})$/;

export function mendedId(text: string): string | null {
  const [, thousands = '', month = '', number = ''] = ROUNDED_ID.exec(text.replace(/^abs\//, '')) ?? [];
  if (month === '') return null;
  const padded = `${thousands}${month}`.padStart(4, '0');
  return bareArxivId(`${padded}.${number.padEnd(Number(padded) >= 1501 ? 5 : 4, '0')}`);
}

/** `{"Ponds": [0], "are": [1, 5], "round": [2]}`: the places of each word. */
function invertedText(index: Fields): string | undefined {
  const words: string[] = [];
  for (const [word, places] of Object.entries(index)) {
    if (!isList(places)) return undefined;
    for (const place of places) {
      if (typeof place !== 'number' || !(place >= 0 && place < MOST_WORDS)) return undefined;
      words[place] = word;
    }
  }
  return textOf(words.filter((word) => word !== undefined).join(' '));
}

const MOST_WORDS = 100_000;

function paragraphs(value: FieldValue): string | undefined {
  if (!isList(value)) return textOf(value);
  // arXiv's OAI gives the remarks of the authors as a second description.
  const parts = value.map((part) => textOf(part) ?? '').filter((text) => !COMMENT.test(text));
  return oneLine(parts.join(' ')) || undefined;
}

//     Abstract: We fly     ABSTRACT We fly     Abstract-We fly     Abstract 我们     Abstract © 2020 …
//     not: Abstract kites fly     Abstract-level kites
const HEADING =
  /^(?:[Aa]bstract|ABSTRACT)(?:\s*(?:[:.—–]|-(?=[\s\p{Lu}]))\s*|\s+(?=[\p{Lu}\p{Lo}\p{N}\p{Ps}\p{Pi}\p{Sc}\p{So}"'\\]))/u;

/**
 * Removes text printed above an abstract: its heading, and a generated summary.
 *
 *     Abstract Lanterns are counted faster.  Generated by some/model A router that asks …
 */
function withoutHeading(printed: string): string {
  const text = printed.replace(ANNOUNCED, '');
  const generated = /^Abstract\s.*?\s(?:Generated by \S+|AI-generated summary)\s(?=\S)/s.exec(text.slice(0, 3000));
  if (generated !== null) return text.slice(generated[0].length).replace(/^Abstract[:.]?\s+(?=\p{Lu})/u, '');
  return text.replace(HEADING, '').replace(STATEMENT, '');
}

//     We fly.Competing Interest StatementThe authors have declared …, as bioRxiv exports it
const STATEMENT = /(?<=[.?!)])Competing Interest Statement.*$/s;

function nameIn(value: FieldValue, names: readonly string[]): string | undefined {
  return isFields(value) ? firstOf(names, (name) => textOf(value[name])) : textOf(value);
}
