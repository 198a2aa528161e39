import type { DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import type { PaperKey } from '../../paper/keys.ts';
import type { Paper } from '../../paper/paper.ts';
import { arxivUrl, huggingFaceUrl } from '../../text/arxiv-id.ts';
import { readScholarByline } from '../citations/scholar-result.ts';
import { type FieldEntry, type Fields, isFields, type Syntax } from './entry.ts';
import { candidatesOf, isWrapper } from './lookup.ts';
import { isOwnRecord, isPaperKey } from './own-record.ts';
import { type Draft, type OpenDate, readers, settleDateInYear } from './values.ts';
import { withDay } from './values-date.ts';
import type { NameOrders } from './values-names.ts';
import { textOf } from './values-text.ts';

export type Report = (code: DiagnosticCode, message: string, line: number) => void;

/** The original values of an entry that offprint wrote; null for other entries. See own-values.ts. */
export type OwnValues = (fields: Fields, syntax: Syntax) => Partial<Paper> | null;

/** What is known about the listing of an entry, and what was read from it so far. */
export interface FieldsContext {
  readonly syntax: Syntax;
  /** For syntaxes that offprint writes. */
  readonly ownValues: OwnValues | null;
  /** For each key of the record, the field from which it was first read. */
  readonly read: Map<PaperKey, string>;
  /** Names of fields whose value the vocabulary could not read in at least one entry. */
  readonly notRead: Set<string>;
  /** Names of fields whose key was read, from them or from better ones. */
  readonly used: Set<string>;
  /** In which order the listing prints names. */
  readonly nameOrders: NameOrders;
}

/** The record of an entry, and its dates whose order of day and month is still open. */
export interface EntryPaper {
  readonly paper: Paper;
  readonly isOwn: boolean;
  readonly openDates: readonly OpenDate[];
}

/**
 * The record of fields that a reader took from the text of an entry, without facts about the whole listing.
 *
 * @returns null if there is no title among them
 */
export function singlePaper(entry: FieldEntry, report: Report): Paper | null {
  return paperOf(entry, newContext('json', null), report)?.paper ?? null;
}

export function newContext(syntax: Syntax, ownValues: OwnValues | null): FieldsContext {
  const nameOrders = { isGivenFirst: false };
  return { syntax, ownValues, read: new Map(), notRead: new Set(), used: new Set(), nameOrders };
}

/** @returns null if the entry has no title */
export function paperOf(entry: FieldEntry, context: FieldsContext, report: Report): EntryPaper | null {
  const { read, notRead, used } = context;
  const syntax = entry.syntax ?? context.syntax;
  const ownPaper = context.ownValues?.(entry.fields, syntax) ?? null;
  const isOwn = ownPaper !== null;
  const reported = new Set<string>();
  const draft: Draft = {
    paper: ownPaper ?? {},
    isOnHuggingFace: false,
    hasBareId: false,
    openDates: [],
    dateInYear: null,
    isDateVague: false,
    otherUrl: null,
    nameOrders: context.nameOrders,
    report: (code, message, field) => {
      // A field that is not a date is tried as a year too.
      if (!reported.has(field)) report(code, message, entry.lineOf?.(field) ?? entry.line);
      reported.add(field);
    },
  };
  const candidates = candidatesOf(withDay(withByline(entry.fields)), syntax, notRead);
  let wrapper: string | null = null;
  for (const { row, value, name } of candidates) {
    const { key } = row;
    // Outside of the object with the title, such a day is that of the service's own record.
    if (row.read === 'dateText' && wrapper !== null && !name.startsWith(`${wrapper}.`)) continue;
    // In an own record a field means what it is called, and needs to be read only if somebody changed it.
    if (isOwn ? name !== key || draft.paper[key] !== undefined : draft.paper[key] !== undefined && row.merges !== true)
      continue;
    readers[row.read](value, draft, key, name);
    if (draft.paper[key] === undefined) continue;
    if (!isOwn && !read.has(key)) read.set(key, name);
    if (key === 'title') wrapper = wrapperOf(name);
    if (key === 'id') {
      draft.hasBareId = name === 'id' && !draft.paper.id?.includes('/') && !/arxiv/i.test(String(value));
    }
  }
  for (const { row, name } of candidates) {
    if (used.has(name)) continue;
    // A date may give no more than the year.
    const key = row.key === 'date' && draft.paper.date === undefined ? 'year' : row.key;
    const isOpen = draft.openDates.some(({ field }) => field === name);
    if (isOwn ? isPaperKey(name) : isOpen || draft.paper[key] !== undefined) used.add(name);
    else notRead.add(name);
  }
  // Keys that only offprint writes are not in the vocabulary.
  if (isOwn) for (const name of notRead) if (isPaperKey(name) && draft.paper[name] !== undefined) used.add(name);
  settleDateInYear(draft);
  if (!isOwn && draft.otherUrl !== null) draft.paper.url ??= draft.otherUrl;
  const paper = finish(draft, isOwn);
  if (paper === null) return null;
  return { paper, isOwn, openDates: draft.openDates };
}

/** The wrapper in which a field stands, whose name is given with those around it: `bibjson.title`. */
function wrapperOf(name: string): string | null {
  const [outer = '', ...inner] = name.split('.');
  return inner.length > 0 && isWrapper(outer) ? outer : null;
}

/** With the fields in the line that Google Scholar prints below a title, which SerpApi passes on. */
function withByline(fields: Fields): Fields {
  const { publication_info: info } = fields;
  return isFields(info) && typeof info.summary === 'string'
    ? { ...readScholarByline(info.summary), ...fields }
    : fields;
}

/** A longer title is not a placeholder such as `Untitled`. */
const MOST_EMPTY = 40;

/** Whether the entry has a title, so that it is a paper. */
export function hasTitle(entry: FieldEntry, context: FieldsContext): boolean {
  const { title } = entry.fields;
  if (typeof title === 'string' && title.length > MOST_EMPTY) return true;
  if (typeof title === 'string' && title !== '' && isOwnRecord(entry.fields, entry.syntax ?? context.syntax))
    return true;
  return hasAny(entry, ['title'], context);
}

/** Whether the entry has something to read for one of the keys. */
export function hasAny(entry: FieldEntry, keys: readonly PaperKey[], { syntax }: FieldsContext): boolean {
  return candidatesOf(entry.fields, entry.syntax ?? syntax).some(
    ({ row, value }) => keys.includes(row.key) && (row.key !== 'title' || textOf(value) !== undefined),
  );
}

function finish({ paper, isOnHuggingFace, hasBareId }: Draft, isOwn: boolean): Paper | null {
  const { title, abstract, authorCount, date, upvotes, ...others } = paper;
  if (title === undefined) return null;
  const complete: Paper = {
    title,
    abstract: abstract ?? null,
    authorCount: authorCount ?? null,
    date: date ?? (isOwn ? null : (others.announced ?? null)),
    upvotes: upvotes ?? null,
    ...others,
  };
  if (isOwn) return complete;
  if (complete.id !== undefined) {
    // A bare identifier with votes or a discussion is Hugging Face's.
    const isPage =
      complete.url === undefined
        ? hasBareId && (upvotes !== undefined || others.commentCount !== undefined)
        : /huggingface\.co\/papers\//.test(complete.url);
    complete.url = isOnHuggingFace || isPage ? huggingFaceUrl(complete.id) : arxivUrl(complete.id);
  }
  if (complete.date !== null) delete complete.year;
  return complete;
}
