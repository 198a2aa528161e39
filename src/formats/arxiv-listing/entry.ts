import type { DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import { readAuthors } from '../../names/authors.ts';
import { announceTypeOf } from '../../paper/announce-types.ts';
import type { Paper } from '../../paper/paper.ts';
import { arxivUrl } from '../../text/arxiv-id.ts';
import { truncate } from '../../text/printable.ts';
import type { EntryFault } from '../format.ts';
import { readDate } from './dates.ts';
import { readHead } from './head.ts';
import type { EntryEnd, ListingEntry } from './listing-entry.ts';
import type { Section } from './tokens.ts';

/**
 * The paper of an entry, with diagnostics of what is missing. An entry with neither identifier nor title is not a paper.
 *
 * @param section the part of the mail that it is in
 */
export function readEntry(
  entry: ListingEntry,
  section: Section,
  end: EntryEnd,
): { readonly paper: Paper | null; readonly faults: readonly EntryFault[] } {
  const { line, id } = entry;
  const { fields, abstract, isReplaced, faults } = readHead(entry, section, end);
  const report = (code: DiagnosticCode, message: string) => faults.push({ code, message, line });
  if (end === 'cut') {
    report('truncated-entry', `${entry.abstract.length > 0 ? 'abstract' : 'entry'} without closing \\\\`);
  }
  const title = fields.get('title');
  if (id === null && title === undefined) {
    report('missing-title', 'entry without a title or an identifier: not read');
    return { paper: null, faults };
  }
  if (id === null) report('missing-id', 'entry without an identifier');
  if (title === undefined) report('missing-title', 'entry without a title: the identifier is used instead');
  const printedDate = fields.get('date') ?? fields.get('revisedDate');
  const date = printedDate === undefined ? null : readDate(printedDate);
  if (printedDate === undefined) report('missing-date', 'entry without a date');
  else if (date === null) report('bad-date', `not a date: ${truncate(printedDate)}`);
  const printedAuthors = fields.get('authors') ?? '';
  // arXiv asks for given names first: `Weinan E` alone is no `E, W.`
  const order = printedAuthors.includes(',') ? 'any' : 'mostly-given-first';
  const { authors, authorCount } = readAuthors(printedAuthors, order);
  const paper: Paper = {
    title: title ?? `arXiv:${id}`,
    abstract,
    authorCount,
    date,
    upvotes: null,
    announceType: announceTypeOf(section, entry.isCross, isReplaced),
  };
  if (id !== null) {
    paper.id = id;
    paper.url = arxivUrl(id);
  }
  if (authors.length > 0) paper.authors = authors;
  const categories = fields.get('categories');
  if (categories !== undefined) paper.categories = categories.split(' ');
  for (const key of ['authorComment', 'journalRef', 'doi', 'reportNumber'] as const) {
    const value = fields.get(key);
    if (value !== undefined) paper[key] = value;
  }
  return { paper, faults };
}
