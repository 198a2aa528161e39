import { distance } from 'fastest-levenshtein';
import type { Paper } from '../paper/paper.ts';
import { arxivIdOfUrl, bareArxivId, findArxivId } from '../text/arxiv-id.ts';
import { bareDoi } from '../text/doi.ts';
import { abstractWords, SMALL_WORDS, type TitleFeatures, titleFeatures, venueWords } from './identity-texts.ts';
import { nameWords } from './names.ts';

/** The parts of a record that identify its paper. */
export interface Identity {
  readonly arxivId: string | null;
  /** null for a DOI assigned by arXiv itself, or by a database to its record of a paper. */
  readonly doi: string | null;
  readonly title: TitleFeatures;
  readonly year: number | null;
  /** The words of the names of the first authors: `wei li;ada moss`. A string, because there may be millions of records. */
  readonly authors: string;
  /** Words that distinguish one journal from another. */
  readonly venue: string;
  /** Digits, if known. */
  readonly volume: string;
  /** The first page or the article number, if known. */
  readonly page: string;
  /** The first words of the abstract. */
  readonly opening: string;
}

/** Databases disagree about the first author if the list begins with a group. */
const COMPARED_AUTHORS = 3;

//     10.1002/central/CN-01234567
const OF_RECORD = /^10\.1002\/central\//;

export function identityOf(paper: Paper): Identity {
  const doi = paper.doi === undefined ? null : (bareDoi(paper.doi) ?? paper.doi).toLowerCase();
  const idOfDoi = doi === null ? null : findArxivId(doi);
  const idOfUrl = paper.url === undefined ? null : arxivIdOfUrl(paper.url);
  return {
    arxivId: paper.id === undefined ? (idOfDoi ?? idOfUrl) : (bareArxivId(paper.id) ?? paper.id),
    doi: doi === null || idOfDoi !== null || OF_RECORD.test(doi) ? null : doi,
    title: titleFeatures(paper.title),
    year: paper.date === null ? (paper.year ?? null) : Number(paper.date.slice(0, 4)),
    authors: (paper.authors ?? [])
      .slice(0, COMPARED_AUTHORS)
      .map((name) => nameWords(name).join(' '))
      .join(';'),
    venue: venueWords(paper.venue ?? '').join(' '),
    ...placeIn(paper),
    opening: abstractWords(paper.abstract ?? '').join(' '),
  };
}

//     12     12 Suppl 1     12(3)     not: Suppl 1
const VOLUME = /^0*([1-9]\d{0,4})(?!\d)/;
//     123-30     e123     S123-S130     CD001234
const FIRST_PAGE = /^([a-z]{0,3})0*([1-9]\d{0,8})(?!\d)/i;

/** The volume and the first page as digits that can be compared: databases pad them and add supplements. */
function placeIn({ volume = '', pages = '' }: Paper): Pick<Identity, 'volume' | 'page'> {
  const [, letters = '', digits] = FIRST_PAGE.exec(pages) ?? [];
  return { volume: VOLUME.exec(volume)?.[1] ?? '', page: digits === undefined ? '' : letters.toLowerCase() + digits };
}

/** What is known of a paper from one or several records, as far as it tells papers apart. */
export interface Distinction {
  readonly arxivId: string | null;
  readonly doi: string | null;
  readonly volumes: readonly string[];
}

/** Whether identifiers, or the volumes of journals, show that records describe different papers. */
export function areDistinct(a: Distinction, b: Distinction): boolean {
  if (a.arxivId !== null && b.arxivId !== null) return a.arxivId !== b.arxivId;
  if (a.doi !== null && b.doi !== null) return a.doi !== b.doi;
  const evidence = a.volumes.flatMap((volume) => b.volumes.map((other) => compareVolumes(volume, other)));
  return evidence.includes('conflicts') && !evidence.includes('agrees');
}

/** Evidence that two records describe the same paper. */
export interface Sameness {
  /** `same DOI 10.1000/182`, `same title, author, year` */
  readonly reason: string;
  /** Of several papers that a record may describe, the one with most in common is preferred. */
  readonly strength: number;
}

/** Whether two records describe the same paper; null if they do not, or if it is unclear. */
export function sameness(a: Identity, b: Identity): Sameness | null {
  if (a.arxivId !== null && b.arxivId !== null)
    return a.arxivId === b.arxivId ? identified(`same identifier ${a.arxivId}`) : null;
  if (a.doi !== null && b.doi !== null && a.doi !== b.doi) return null;
  const place = comparePlaces(a, b);
  const year = compareYears(a.year, b.year);
  // If the years conflict, titles must be more than similar.
  const titles = compareTitles(a.title, b.title, year !== 'conflicts' || place.isExact);
  if (a.doi !== null && b.doi !== null) {
    // Conference abstracts may share the DOI of their issue.
    return titles !== null || (place.page !== 'conflicts' && compareAuthors(a.authors, b.authors) === 'agrees')
      ? identified(`same DOI ${a.doi}`)
      : null;
  }
  if (titles === null) return null;
  const beside = {
    author: compareAuthors(a.authors, b.authors),
    year,
    venue: compareVenues(a.venue, b.venue),
    page: place.page,
    abstract: compareOpenings(a.opening, b.opening),
  };
  if (!(place.isExact ? isEnoughOnPage(titles, beside) : isEnough(titles, beside, place.volume))) return null;
  if (a.title.isGeneric && !isEnoughForGeneric(beside, place, a.year === b.year, hasPlace(a) || hasPlace(b)))
    return null;
  const agreed = agreeing(beside);
  if (a.title.isShort && agreed.length === 0) return null;
  const isExact = Number(titles === 'same title') + Number(a.year === b.year);
  return { reason: [titles, ...agreed].join(', '), strength: agreed.length + isExact };
}

function identified(reason: string): Sameness {
  return { reason, strength: Number.POSITIVE_INFINITY };
}

type TitleMatch =
  | 'same title'
  | 'same title but for its end'
  | 'same title with another end'
  | 'longer title'
  | 'similar title';
type Evidence = 'agrees' | 'conflicts' | 'unknown';
type Beside = Record<'author' | 'year' | 'venue' | 'page' | 'abstract', Evidence>;

function agreeing(beside: Beside): string[] {
  return Object.entries(beside).flatMap(([name, evidence]) => (evidence === 'agrees' ? [name] : []));
}

/** The same for two records with the same volume and page: databases disagree about years and names of journals. */
function isEnoughOnPage(titles: TitleMatch, { author, abstract, year, venue }: Beside): boolean {
  if (author === 'conflicts') return false;
  return (
    titles === 'same title' || author === 'agrees' || abstract === 'agrees' || (year === 'agrees' && venue === 'agrees')
  );
}

/** Whether two records with a title such as `Editorial` describe the same one: an author may write several in a year. */
function isEnoughForGeneric(
  { author, venue, page }: Beside,
  { isExact }: Places,
  isSameYear: boolean,
  hasPages: boolean,
) {
  if (author !== 'agrees') return false;
  return isExact || (isSameYear && venue === 'agrees' && (page === 'agrees' || !hasPages));
}

/** Whether authors, year, venue, page and abstract support a match of the titles. */
function isEnough(titles: TitleMatch, beside: Beside, volume: Evidence): boolean {
  const { author, abstract, year, venue, page } = beside;
  // Abstracts of several meetings, letters in several issues.
  if (volume === 'conflicts') return false;
  // Supplements and electronic editions may have pages of their own.
  if (page === 'conflicts') {
    return titles === 'same title' && volume === 'agrees' && author === 'agrees' && abstract === 'agrees';
  }
  // A review that was updated, or an abstract of the next meeting.
  if (year === 'conflicts' && venue === 'agrees') return false;
  const agreements = agreeing(beside).length;
  const conflicts = Object.values(beside).filter((evidence) => evidence === 'conflicts').length;
  switch (titles) {
    case 'same title':
      // The same abstract may have been published in two places or years.
      if (abstract === 'agrees') return conflicts <= 1 || author === 'agrees';
      return conflicts === 0;
    case 'same title but for its end':
      if (abstract === 'agrees') return conflicts <= 1;
      return conflicts === 0 && agreements >= 2 && author === 'agrees';
    case 'same title with another end':
    case 'longer title':
      return conflicts === 0 && author === 'agrees' && abstract === 'agrees';
    case 'similar title':
      return conflicts === 0 && agreements >= 2 && (author === 'agrees' || abstract === 'agrees');
  }
}

/**
 *     Kites: a survey            Kites — A Survey.                       the same
 *     Kites: a survey of str…    Kites: a survey of strings and tails    the same but for its end
 *     Kites and their strings    Kites and their strings in 2020         with another end
 *     Kites and their strings    Kites and their strings in Denmark      longer
 *     Kites and their strings    Kites and their strings, part II        null
 *     Kites and thier strings    Kites and their strings                 similar
 *     Kites, part I              Kites, part II                          null
 *     Kites                      Erratum: Kites                          null
 */
function compareTitles(a: TitleFeatures, b: TitleFeatures, mayBeSimilar: boolean): TitleMatch | null {
  if (a.letters === b.letters) return a.letters === '' ? null : 'same title';
  if (a.kind !== b.kind) return null;
  const [short, long] = a.letters.length < b.letters.length ? [a, b] : [b, a];
  const { length } = short.letters;
  if (length >= (short.isCut ? SHORTEST_MARKED_CUT : SHORTEST_CUT) && long.letters.startsWith(short.letters)) {
    const end = short.isCut ? '' : long.letters.slice(length);
    if (TELLING_END.test(end)) return null;
    if (/\d/.test(end)) return 'same title with another end';
    // A database that cuts titles does so late.
    const isCut = short.isCut || length >= LONG_CUT || long.breaks.split(' ').includes(String(length));
    return isCut ? 'same title but for its end' : 'longer title';
  }
  if (!mayBeSimilar) return null;
  if (areSignsLost(long.letters, short.letters) || isNumbered(long.letters, short.letters)) return 'similar title';
  if (a.numbers !== b.numbers || long.letters.length - length > MOST_DIFFERENT_LETTERS) return null;
  return areSpelledAlike(a.words.split(' '), b.words.split(' ')) ? 'similar title' : null;
}

/** `tnfalpha` and what remains where a database cannot print α: `tnf` or `tnfa` */
function areSignsLost(letters: string, rest: string): boolean {
  if (letters.length - rest.length > MOST_DIFFERENT_LETTERS || !SIGN.test(letters)) return false;
  return letters.replace(SIGNS, '') === rest || letters.replace(SIGNS, (name) => name.charAt(0)) === rest;
}

//     P123 Kites and their strings     Abstract 4567: Kites and their strings     PO-02-13. Kites and their strings
const NUMBER_OF_ABSTRACT = /^(?:abstract)?[a-z]{0,3}\d{1,6}$/;

/** Whether one title is the other behind the number of an abstract of a meeting. */
function isNumbered(letters: string, rest: string): boolean {
  return (
    rest.length >= SHORTEST_CUT &&
    letters.endsWith(rest) &&
    NUMBER_OF_ABSTRACT.test(letters.slice(0, letters.length - rest.length))
  );
}

/** Whether titles differ only in the spelling of a few words: `randomised`, `randomized`. */
function areSpelledAlike(a: readonly string[], b: readonly string[]): boolean {
  if (Math.abs(a.length - b.length) > MOST_MISSPELT) return false;
  const [onlyA, smallA] = wordsNotIn(b, a);
  if (onlyA.length > MOST_MISSPELT) return false;
  const [onlyB, smallB] = wordsNotIn(a, b);
  if (onlyB.length > MOST_MISSPELT) return false;
  // `kites uf paper` and `kites of paper`
  const [unknown, ...others] = [...onlyA, ...onlyB];
  const isSmallMisspelt = (small: string) => unknown !== undefined && distance(small, unknown) <= 1;
  if (others.length === 0 && (onlyA.length === 1 ? smallB : smallA).some(isSmallMisspelt)) return true;
  // `sensitive` and `insensitive`, `prednisone` and `prednisolone` are different words.
  if (onlyA.length === onlyB.length) return onlyA.every((word, index) => isMisspelt(word, onlyB[index] ?? ''));
  // `follow up` and `followup`
  return onlyA.length > 0 && onlyB.length > 0 && distance(onlyA.join(''), onlyB.join('')) <= 1;
}

/** The words that others lack, telling ones and stop words. */
function wordsNotIn(others: readonly string[], words: readonly string[]): [telling: string[], small: string[]] {
  const missing = words.filter((word) => !others.includes(word));
  return [missing.filter((word) => !SMALL_WORDS.has(word)), missing.filter((word) => SMALL_WORDS.has(word))];
}

/** Whether one word is the other with a letter more, less, wrong or in the wrong place. */
function isMisspelt(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const difference = distance(a, b);
  if (difference === 2) return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
  // `maternal` and `paternal`, `oral` and `oval` are different words.
  return difference <= 1 && a[0] === b[0] && (a.length === b.length ? a.length > 4 : Math.max(a.length, b.length) > 3);
}

const SIGN = /alpha|beta|gamma|delta|epsilon|kappa|lambda|omega|sigma/;
const SIGNS = new RegExp(SIGN, 'g');
/** The number of words that may be spelled differently. */
const MOST_MISSPELT = 3;
/** A longer title has additional words. */
const MOST_DIFFERENT_LETTERS = 12;
/** The minimum number of letters of a title whose end may be missing, and of one that ends in an ellipsis. */
const SHORTEST_CUT = 30;
const SHORTEST_MARKED_CUT = 12;
/** A title of at least this many letters may have been truncated anywhere. */
const LONG_CUT = 90;

/** Endings that indicate another paper: `… part 2`, `… study protocol`, `… a reply`. */
const TELLING_END =
  /^(?:i{1,3}|iv|v|vi{1,3}|\d{1,2})$|part(?:i|\d|one|two)|protocol|repl(?:y|ies)|response|baseline|rationale|studydesign|designand|interim|posthoc|secondary|substudy|extension|comment|erratum|corrigendum|correction|update|followup|supplement|appendix|revisited|author|results?$/;

function compareAuthors(a: Identity['authors'], b: Identity['authors']): Evidence {
  if (a === '' || b === '') return 'unknown';
  return hasFirstOf(a, b) || hasFirstOf(b, a) ? 'agrees' : 'conflicts';
}

/** Whether the first author of a list is among the others. */
function hasFirstOf(list: string, others: string): boolean {
  const first = list.replace(/;.*/, '').split(' ');
  return others.split(';').some((name) => areNamesAlike(first, name.split(' ')));
}

/** `wei li` and `w li`; `maria garcia lopez` and `garcia lopez m`; not `wei li` and `wei zhang`. */
function areNamesAlike(a: readonly string[], b: readonly string[]): boolean {
  const [onlyA, onlyB] = [a.filter((word) => !b.includes(word)), b.filter((word) => !a.includes(word))];
  const hasShared = a.some((word) => word.length > 1 && b.includes(word));
  if (!hasShared) return isOneLetterApart(a, b);
  if (areInitials(onlyA, onlyB) || areInitials(onlyB, onlyA)) return true;
  // In the rest, an initial matches a word, and a name that only one of them has is ignored.
  return (
    onlyA.every((word) => onlyB.length === 0 || isInitialOfAny(word, onlyB)) ||
    onlyB.every((word) => isInitialOfAny(word, onlyA))
  );
}

/** `uma j m tanaka` and `ujm tanaka` */
function areInitials([initials = '', ...others]: readonly string[], names: readonly string[]): boolean {
  const first = names.map((name) => name[0]).join('');
  return others.length === 0 && initials.length > 1 && (first.startsWith(initials) || initials.startsWith(first));
}

function isInitialOfAny(word: string, others: readonly string[]): boolean {
  return others.some(
    (other) => other[0] === word[0] && (other.length <= 2 || word.length <= 2 || distance(word, other) <= 1),
  );
}

/** `mueller j` and `muller j`: names that differ in one letter of a long word. */
function isOneLetterApart(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word) => word.length >= 5 && b.some((other) => other.length >= 5 && distance(word, other) <= 1));
}

/** A paper may appear in print a year after its first publication. */
function compareYears(a: number | null, b: number | null): Evidence {
  if (a === null || b === null) return 'unknown';
  return Math.abs(a - b) <= 1 ? 'agrees' : 'conflicts';
}

type Place = Pick<Identity, 'volume' | 'page'>;

interface Places {
  readonly volume: Evidence;
  readonly page: Evidence;
  /** Whether both agree. */
  readonly isExact: boolean;
}

function comparePlaces(a: Place, b: Place): Places {
  const volume = compareVolumes(a.volume, b.volume);
  const page = comparePages(a.page, b.page);
  return { volume, page, isExact: volume === 'agrees' && page === 'agrees' };
}

function hasPlace({ volume, page }: Place): boolean {
  return volume !== '' || page !== '';
}

/** Some databases print the year for the volume. */
function compareVolumes(a: string, b: string): Evidence {
  if (a === '' || b === '') return 'unknown';
  if (a === b) return 'agrees';
  return YEAR.test(a) === YEAR.test(b) ? 'conflicts' : 'unknown';
}

const YEAR = /^(?:19|20)\d\d$/;

/** `s12` and `12`; an article number and pages that are counted from 1 may be those of one paper. */
function comparePages(a: string, b: string): Evidence {
  if (a === '' || b === '' || a === '1' || b === '1') return 'unknown';
  if (a.replace(/^[a-z]+/, '') === b.replace(/^[a-z]+/, '')) return 'agrees';
  return /^\d/.test(a) === /^\d/.test(b) ? 'conflicts' : 'unknown';
}

/** `journal of clinical kites` and `j clin kites`; a name that contains the other; `jama` and its words. */
function compareVenues(a: string, b: string): Evidence {
  if (a === '' || b === '') return 'unknown';
  if (a === b) return 'agrees';
  const [left, right] = [a.split(' '), b.split(' ')];
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  const rest = [...short];
  for (const word of long) {
    const [next] = rest;
    if (next !== undefined && isAbbreviation(next, word)) rest.shift();
  }
  if (rest.length === 0) return 'agrees';
  // The words do not include `journal`.
  const initials = long.map((word) => word[0]).join('');
  if ([initials, `j${initials}`, `${initials}j`].some((letters) => letters.startsWith(short.join(' '))))
    return 'agrees';
  return short.some((word) => word.length > 2 && long.some((other) => isAbbreviation(word, other)))
    ? 'unknown'
    : 'conflicts';
}

function isAbbreviation(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a) || (a[0] === b[0] && a.slice(0, 3) === b.slice(0, 3));
}

const OPENING = 8;
/** Letters that must be equal at the start of two abstracts, compared before any words. */
const ALIKE = 80;

/** Abstracts agree if they start alike or share most word pairs: one may begin with a heading or a notice. */
function compareOpenings(a: string, b: string): Evidence {
  if (a === '' || b === '') return 'unknown';
  if (a.startsWith(b.slice(0, ALIKE)) || b.startsWith(a.slice(0, ALIKE))) return 'agrees';
  const [left, right] = [a.split(' '), b.split(' ')];
  const compared = Math.min(OPENING, left.length, right.length);
  if (left.slice(0, compared).join(' ') === right.slice(0, compared).join(' ')) return 'agrees';
  const pairs = new Set(wordPairs(right));
  const shared = wordPairs(left).filter((pair) => pairs.has(pair)).length;
  const share = shared / Math.max(1, Math.min(left.length, right.length) - 1);
  return share >= 0.5 ? 'agrees' : share >= 0.3 ? 'unknown' : 'conflicts';
}

function wordPairs(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}
