import { readAbbreviatedAuthors } from '../../names/abbreviated.ts';
import { withoutFullStop } from '../../text/full-stop.ts';
import { pubmedUrl } from '../../text/pubmed-id.ts';
import { sentenceStarts } from '../../text/sentences.ts';
import { readCertainCitation } from '../citations/journal-citation.ts';
import { readPubmedAuthors, readPubmedCitation } from '../citations/pubmed-result.ts';
import type { Fields } from '../fields/entry.ts';
import type { Head, HeadFault } from './heads.ts';
import { type JoinedLines, joinLines } from './join-lines.ts';
import { arePubmedButtons, type Segment } from './segment.ts';
import type { PageLine } from './tokens.ts';

//     PMID: 38401234 Free PMC article.     Lancet Moths. 2024 Mar 12;403:1-2. PMID: 38401234
const PMID = /(?:^|[.)\]] ?)PMID: ?(\d{1,9})(?!\d)/;
const NO_AUTHORS = /^\[?No authors listed\]?\.?$/i;
//     [No authors listed] Newt Lett. 1998 Jun;3:7.
const UNNAMED = /^(?:\[No authors listed\](?:, et al)?\.?\s)+/i;
//     doi: 10.1000/moth.1. Epub 2024 Feb 20.     . 2024 Mar 12;403(10430):1021-1032.
const CITATION_GOES_ON = /^(?:[.;]\s?\d{4}|doi:|Epub\b|eCollection\b|Online ahead of print)/i;
/** The longest citation that is looked at, in characters. */
const LONGEST_CITATION = 500;
/** Lines of a head without a PMID. */
const LONGEST_HEAD = 12;
/** The lines above a PMID if no buttons show where the head begins: title, authors and citation. */
const USUAL_HEAD = 3;
/** The sentences of a head among which short forms are looked for. */
const MOST_SENTENCES = 100;
/** Sentences and lines of authors. */
const MOST_PARTS = 40;

/** The text of a head and what it says. */
interface HeadReading {
  readonly fields: Fields;
  readonly faults: readonly HeadFault[];
}

/**
 * Finds the heads of results of PubMed. A segment has several if the buttons between them are lost.
 *
 *     Counting moths in dark barns.                             Lancet Moths
 *     Clay A, Ek B.                                             . 2024 Mar 12;403(10430):1021-1032.
 *     Lancet Moths. 2024 Mar 12;403(10430):1021-1032.           Counting moths in dark barns
 *     PMID: 38401234 Free PMC article.                          Ada Clay 1, Bo Ek 2
 *                                                               PMID: 38401234
 */
export function findPubmedHeads({ lines, above }: Segment): Head[] {
  const heads: Head[] = [];
  const hasButtons = arePubmedButtons(above);
  let from = 0;
  for (const [index, { line, type }] of lines.entries()) {
    const id = type === 'text' ? PMID.exec(line.text) : null;
    if (id === null) continue;
    const isWhole = hasButtons && from === 0;
    const first = isWhole ? firstText(lines, index) : startAbove(lines, index, from);
    const head = headOf(lines, first, index, line.text.slice(0, id.index + id[0].indexOf('PMID')), id[1] ?? '');
    if (head === null && !isWhole) continue;
    if (head !== null) heads.push(head);
    from = index + 1;
  }
  if (heads.length > 0 || !hasButtons) return heads;
  const lone = headWithoutId(lines);
  return lone === null ? [] : [lone];
}

/** @param end of the head before the PMID, on the same line */
function headOf(lines: readonly PageLine[], first: number, last: number, end: string, id: string): Head | null {
  const texts = [...textsOf(lines.slice(first, last)), end].filter((text) => text !== '');
  const reading = readHead(texts, hasNoAuthors(lines.slice(first, last)));
  if (reading === null) return null;
  return {
    site: 'pubmed',
    first,
    last,
    id: `PMID:${id}`,
    fields: { ...reading.fields, link: pubmedUrl(id) },
    faults: reading.faults,
  };
}

function headWithoutId(lines: readonly PageLine[]): Head | null {
  const first = firstText(lines, lines.length);
  const head = lines.slice(first, first + LONGEST_HEAD);
  const citation = head.findIndex(
    ({ line, type }, index) =>
      type === 'text' && index > 0 && readCertainCitation(line.text.slice(0, LONGEST_CITATION)),
  );
  if (citation < 0) return null;
  const reading = readHead(textsOf(head.slice(0, citation + 1)), hasNoAuthors(head));
  if (reading === null) return null;
  const faults = [...reading.faults, { code: 'truncated-entry', message: 'result without a PMID' } as const];
  return { site: 'pubmed', first, last: first + citation, id: null, fields: reading.fields, faults };
}

function firstText(lines: readonly PageLine[], end: number): number {
  const first = lines.findIndex(({ type }) => type === 'text');
  return first < 0 ? end : Math.min(first, end);
}

function startAbove(lines: readonly PageLine[], index: number, from: number): number {
  let start = index;
  for (let texts = 0; start > from && texts < USUAL_HEAD; start -= 1) {
    const above = lines[start - 1];
    if (above?.type === 'text') texts += 1;
    else if (above?.type !== 'note') break;
  }
  return start;
}

function textsOf(lines: readonly PageLine[]): string[] {
  return lines.filter(({ type }) => type === 'text').map(({ line }) => line.text);
}

function hasNoAuthors(lines: readonly PageLine[]): boolean {
  return lines.some(({ line }) => NO_AUTHORS.test(line.text));
}

/**
 * Removes the short forms that PubMed hides beside the whole ones, but text browsers print.
 *
 *     Clay A, Ek B. Clay A, et al. Lancet Moths. 2024 Mar 12;403:1-2. Epub 2024 Feb 20. Lancet Moths. 2024.
 *                   ^^^^^^^^^^^^^^                                                      ^^^^^^^^^^^^^^^^^^^
 */
function withoutShortForms({ text, starts }: JoinedLines): JoinedLines {
  const borders = [0, ...sentenceStarts(text).slice(0, MOST_SENTENCES), text.length];
  const sentence = (at: number) => text.slice(borders[at], borders[at + 1]).trim();
  const cuts: [from: number, to: number][] = [];
  for (let at = 2; at < borders.length - 1; at += 1) {
    const short = sentence(at);
    const first = short.replace(/,? et al\.$/, '');
    if (short !== '' && (short === sentence(at - 1) || (first !== short && sentence(at - 1).startsWith(first))))
      cuts.push([borders[at] ?? 0, borders[at + 1] ?? 0]);
  }
  const end = /\b\d{4}\.$/.test(text) ? text.length - 1 : 0;
  const journal = borders.find((from) => {
    const short = text.slice(from, end);
    return /^\p{L}.*\. \d{4}$/u.test(short) && text.indexOf(short) < from;
  });
  if (journal !== undefined) cuts.push([journal, text.length]);
  if (cuts.length === 0) return { text, starts };
  const isCut = (index: number) => cuts.some(([from, to]) => index >= from && index < to);
  const kept = cuts.reduceRight((rest, [from, to]) => rest.slice(0, from) + rest.slice(to), text);
  const before = (index: number) => cuts.reduce((sum, [from, to]) => sum + (to <= index ? to - from : 0), 0);
  return { text: kept.trim(), starts: starts.filter((at) => !isCut(at)).map((at) => at - before(at)) };
}

/** @returns null if there is neither a citation nor a list of authors */
function readHead(texts: readonly string[], hasNoAuthors: boolean): HeadReading | null {
  const { text, starts } = withoutShortForms(joinLines(texts.map((line) => line.replace(UNNAMED, ''))));
  const faults: HeadFault[] = [];
  const parts = citationFirst(texts) ?? titleFirst(text, starts);
  if (parts === null) return null;
  const { title, authors, citation } = parts;
  if (authors === '' && !hasNoAuthors && !texts.some((line) => UNNAMED.test(line)))
    faults.push({ code: 'missing-metadata', message: `no authors below the title: ${title}` });
  if (authorsStart(title, bordersOf(title, [])) !== null)
    faults.push({ code: 'damaged-field', message: `authors in the title: ${title}` });
  return {
    fields: {
      ...(title !== '' && { title: withoutFullStop(title) }),
      ...(authors === '' ? {} : readPubmedAuthors(authors)),
      ...(citation === '' ? {} : readPubmedCitation(citation)),
    },
    faults,
  };
}

interface HeadParts {
  readonly title: string;
  readonly authors: string;
  readonly citation: string;
}

/** The display with abstracts: journal, date, title, authors. */
function citationFirst(texts: readonly string[]): HeadParts | null {
  const end = texts.findIndex((line, index) => index > 0 && !CITATION_GOES_ON.test(line));
  const [lines, others] = end < 0 ? [texts, []] : [texts.slice(0, end), texts.slice(end)];
  const citation = joinLines(lines).text;
  if (readCertainCitation(citation.slice(0, LONGEST_CITATION)) === null) return null;
  const authors = others.length > 1 ? (others.at(-1) ?? '') : '';
  return {
    title: (authors === '' ? others : others.slice(0, -1)).join(' '),
    authors: withoutMarks(authors),
    citation,
  };
}

//     Ada Clay 1, Bo Ek 2 3     Ada Clay # 1
function withoutMarks(authors: string): string {
  return authors
    .split(/,/)
    .map((name) => name.replace(/(?<=[^\s\d#*†‡§])[\s\d#*†‡§]+$/, '').trim())
    .filter((name) => /\p{L}/u.test(name))
    .join(', ');
}

/** The display without abstracts: title, authors, journal, date. */
function titleFirst(text: string, starts: readonly number[]): HeadParts | null {
  const borders = bordersOf(text, starts);
  const at = borders.findIndex(
    (border) => border > 0 && readCertainCitation(text.slice(border, border + LONGEST_CITATION)) !== null,
  );
  const citation = at < 0 ? text.length : (borders[at] ?? 0);
  const before = text.slice(0, citation).trim();
  const authors = authorsStart(before, at < 0 ? borders : borders.slice(0, at));
  if (at < 0 && authors === null) return null;
  return {
    title: before.slice(0, authors ?? before.length).trim(),
    authors: authors === null ? '' : before.slice(authors),
    citation: text.slice(citation),
  };
}

/** Where a sentence or a line begins. */
function bordersOf(text: string, starts: readonly number[]): number[] {
  return [...new Set([0, ...starts, ...sentenceStarts(text)])].sort((one, other) => one - other);
}

/** Where the authors at the end of a text begin; they may be on several lines. */
function authorsStart(text: string, borders: readonly number[]): number | null {
  let start: number | null = null;
  for (const border of borders.slice(-MOST_PARTS).reverse()) {
    const list = withoutFullStop(text.slice(border));
    if (/[.?!:]\s/.test(list)) break;
    const authors = readAbbreviatedAuthors(list);
    if (authors !== null && (authors.people > 0 || (authors.isClear && border > 0))) start = border;
  }
  return start;
}
