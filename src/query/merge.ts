import { breaksOff } from '../names/group.ts';
import { announceTypes } from '../paper/announce-types.ts';
import { hasAssumedUpvotes, markAssumedUpvotes } from '../paper/assumed-upvotes.ts';
import { hasValue, paperKeys, placeKeys } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { bareArxivId } from '../text/arxiv-id.ts';
import { fold } from '../text/folded.ts';

/** A paper merged from several records. */
export interface MergedPaper {
  readonly paper: Paper;
  /** The record of the latest version, which provides the title, the authors and most other values. */
  readonly latest: Paper;
}

const countKeys = ['commentCount', 'githubStars', 'citationCount'] as const;

/** @param newer was read after the other */
export function mergePapers(older: MergedPaper, newer: MergedPaper): MergedPaper {
  const isNewerLatest = isLaterVersion(newer.latest, older.latest);
  const [first, second] = isNewerLatest ? [newer.paper, older.paper] : [older.paper, newer.paper];
  const values = paperKeys.map((key) => [key, first[key] ?? second[key]] as const);
  const paper = Object.fromEntries(values.filter(([, value]) => value !== undefined)) as unknown as Paper;
  // The same identifier may be printed with a subject class or a version and without: `math.GT/0309136`.
  if (paper.id !== undefined) paper.id = bareArxivId(paper.id) ?? paper.id;
  paper.title = mixedCase(longerIfCut(first.title, second.title), second.title);
  mergePlaces(paper, first, second);
  if (first.abstract !== null && second.abstract !== null) {
    paper.abstract = longerIfCut(first.abstract, second.abstract);
  }
  // Some databases name only the first authors.
  const others = second.authors ?? [];
  if (
    first.authors !== undefined &&
    breaksOff(first.authors, first.authorCount) &&
    others.length > first.authors.length
  )
    paper.authors = others;
  mergeCounts(paper, older.paper, newer.paper);
  mergeUpvotes(paper, older.paper, newer.paper);
  mergeDates(paper, first, second);
  mergeAnnouncements(paper, first, second);
  return { paper, latest: isNewerLatest ? newer.latest : older.latest };
}

/**
 * Decides which record is later: a replacement, else the one with the later day, else the more complete one, else the one
 * that was read later.
 */
function isLaterVersion(record: Paper, other: Paper): boolean {
  const replaced = Number(isReplacement(record)) - Number(isReplacement(other));
  if (replaced !== 0) return replaced > 0;
  if (record.date !== null && other.date !== null && record.date !== other.date) {
    // A day whose year was inferred does not override a printed one.
    if (record.dateInferred !== other.dateInferred) return other.dateInferred === true;
    return record.date > other.date;
  }
  return fullness(record) >= fullness(other);
}

function isReplacement({ announceType }: Paper): boolean {
  return announceType === 'replace' || announceType === 'replace-cross';
}

/** How complete a record is: the number of its keys, then the length of its abstract. */
function fullness(paper: Paper): number {
  const known = paperKeys.filter((key) => hasValue(paper, key) && key !== 'source' && key !== 'dateInferred');
  const length = paper.abstract?.length ?? 0;
  return known.length - (paper.dateInferred === true ? 0.5 : 0) + (0.4 * length) / (length + 1000);
}

/** The first text, unless it is a prefix of the second: some listings truncate texts. */
function longerIfCut(text: string, other: string): string {
  if (other.length <= text.length) return text;
  const start = letters(text.replace(/(?:…|\.\.\.)\s*$/, ''));
  return letters(other).startsWith(start) ? other : text;
}

/** The first text, unless it is in capitals and the second is the same in lower case. */
function mixedCase(text: string, other: string): string {
  const isInCapitals = !/\p{Ll}/u.test(text) && /\p{Ll}/u.test(other);
  return isInCapitals && letters(text) === letters(other) ? other : text;
}

function letters(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

function mergeCounts(result: Paper, older: Paper, newer: Paper): void {
  for (const key of countKeys) {
    const count = newer[key] ?? older[key];
    if (count !== undefined) result[key] = count;
  }
}

/** Journal, volume, issue and pages belong together, and come from the record that knows most of them: a preprint has none. */
function mergePlaces(result: Paper, first: Paper, second: Paper): void {
  const isFromSecond = knownOfPlace(second) > knownOfPlace(first);
  const [source, other] = isFromSecond ? [second, first] : [first, second];
  const venue = source.venue ?? other.venue;
  if (venue !== undefined) result.venue = mixedCase(venue, other.venue ?? '');
  for (const key of placeKeys) {
    const value = source[key];
    if (value === undefined) delete result[key];
    else result[key] = value;
  }
}

function knownOfPlace(paper: Paper): number {
  return placeKeys.filter((key) => paper[key] !== undefined).length;
}

/** The latest votes; printed votes take precedence over assumed ones. */
function mergeUpvotes(result: Paper, older: Paper, newer: Paper): void {
  const isOlder =
    newer.upvotes === null || (older.upvotes !== null && hasAssumedUpvotes(newer) && !hasAssumedUpvotes(older));
  const source = isOlder ? older : newer;
  result.upvotes = source.upvotes;
  if (hasAssumedUpvotes(source)) markAssumedUpvotes(result);
}

/** A printed year takes precedence over an inferred one, and a day over a year. */
function mergeDates(result: Paper, first: Paper, second: Paper): void {
  const isFromSecond =
    first.date === null || (first.dateInferred === true && second.date !== null && second.dateInferred !== true);
  const source = isFromSecond ? second : first;
  result.date = source.date;
  delete result.dateInferred;
  if (source.dateInferred === true) result.dateInferred = true;
  if (result.date !== null) delete result.year;
}

/** The strongest announcement and the first day: a paper that is new in one listing is cross-listed in others. */
function mergeAnnouncements(result: Paper, first: Paper, second: Paper): void {
  const strongest = announceTypes.find((type) => type === first.announceType || type === second.announceType);
  if (strongest !== undefined) result.announceType = strongest;
  const days = [first.announced, second.announced].filter((day) => day !== undefined).sort();
  if (days[0] !== undefined) result.announced = days[0];
}
