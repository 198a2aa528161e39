import type { DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import { readAbbreviatedAuthors } from '../../names/abbreviated.ts';
import { type Authors, readAuthors } from '../../names/authors.ts';
import type { Paper } from '../../paper/paper.ts';
import { bareDoi } from '../../text/doi.ts';
import { withoutFullStop } from '../../text/full-stop.ts';
import { truncate } from '../../text/printable.ts';
import { pubmedUrl } from '../../text/pubmed-id.ts';
import { readPublicationDate } from '../citations/journal-citation.ts';
import type { EntryFault, LineKind } from '../format.ts';
import { type Block, readCitation, textOf } from './blocks.ts';

/** What an entry is read as. */
export interface EntryReading {
  readonly paper: Paper | null;
  readonly faults: readonly EntryFault[];
  /** What each of its blocks is. */
  readonly kinds: readonly LineKind[];
}

/** The texts of an entry by their positions. */
interface Texts {
  title: string | null;
  authors: Authors | null;
  readonly abstract: string[];
}

/**
 * The paper of an entry, with diagnostics of what is missing. An entry with neither title nor identifier is not a paper.
 *
 *     1. Lancet Moths. 2024 Mar 12;403(10430):1021-1032.     citation
 *
 *     Counting moths in dark barns.                          title
 *
 *     Clay A(1), Ek B(2).                                    authors, if there are any
 *
 *     BACKGROUND: Moths are hard to count.                   abstract, in any number of paragraphs
 *
 *     DOI: 10.1000/moth.1                                    identifiers
 *     PMID: 38401234
 */
export function readEntry(blocks: readonly Block[], isCut: boolean): EntryReading {
  const line = blocks[0]?.lines[0]?.number ?? 1;
  const faults: EntryFault[] = [];
  const report = (code: DiagnosticCode, message: string, at = line) => faults.push({ code, message, line: at });
  const texts: Texts = { title: null, authors: null, abstract: [] };
  const kinds: LineKind[] = [];
  let isOver = false;
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'identifiers') isOver = true;
    const kind = block.type === 'text' && isOver ? 'unrecognized' : readBlock(block, blocks[index + 1], texts);
    if (kind === 'unrecognized')
      report('unrecognized-line', `not read: ${truncate(textOf(block.lines))}`, lineOf(block));
    kinds.push(kind);
  }
  if (texts.authors === null && blocks.some(({ type }) => type === 'affiliations'))
    report('damaged-field', 'affiliations without authors above them');
  const citation = citationOf(blocks);
  const published = readPublicationDate(citation?.date ?? '');
  if (citation === null) report('missing-date', 'entry without a citation that has a date');
  if (published.badDate !== undefined) report('bad-date', `not a date: ${truncate(published.badDate)}`);
  const ids = identifiersOf(blocks);
  const [pmid, otherId] = ids.get('PMID') ?? [];
  if (isCut) report('truncated-entry', 'entry that is too long: the rest is not read');
  else if (pmid === undefined) report('truncated-entry', 'entry without a PMID at its end');
  if (otherId !== undefined) report('damaged-field', `another paper in the entry: PMID ${otherId}`);
  const doi = bareDoi(ids.get('DOI')?.[0] ?? '') ?? citation?.doi ?? null;
  const id = pmid === undefined ? doi && `doi:${doi}` : `PMID:${pmid}`;
  if (texts.title === null)
    report('missing-title', id === null ? NOTHING : 'entry without a title: the identifier is used instead');
  const title = texts.title ?? id;
  if (title === null)
    return { paper: null, faults, kinds: kinds.map((kind) => (kind === 'paper' ? 'unrecognized' : kind)) };
  const { year, date } = published;
  const paper: Paper = {
    title,
    abstract: texts.abstract.join(' ') || null,
    authorCount: texts.authors?.authorCount ?? null,
    date: date ?? null,
    upvotes: null,
    ...(year !== undefined && { year }),
    ...(pmid !== undefined && { url: pubmedUrl(pmid) }),
    ...(texts.authors !== null && { authors: texts.authors.authors }),
    ...(citation !== null && { venue: citation.venue, ...citation.place }),
    ...(doi !== null && { doi }),
  };
  return { paper, faults, kinds };
}

const NOTHING = 'entry without a title or an identifier: not read';

function lineOf({ lines }: Block): number {
  return lines[0]?.number ?? 1;
}

function readBlock(block: Block, next: Block | undefined, texts: Texts): LineKind {
  switch (block.type) {
    case 'citation':
    case 'identifiers':
      return 'paper';
    case 'text':
      return readText(textOf(block.lines), next, texts);
    case 'otherAbstract': {
      if (texts.abstract.length > 0) return 'boilerplate';
      texts.abstract.push(textOf(block.lines).replace(/^[^:]{1,40}:\s/, ''));
      return 'paper';
    }
    default:
      return 'boilerplate';
  }
}

/** The title comes first, then the authors, if there are any. */
function readText(text: string, next: Block | undefined, texts: Texts): LineKind {
  const isEarly = texts.abstract.length === 0 && texts.authors === null;
  const authors = isEarly ? authorsOf(text, texts.title === null, next?.type === 'affiliations') : null;
  // A damaged citation, or a title of nothing but signs
  if (texts.title === null && /^\d{1,5}[.:]\s|\bdoi:|^10\.\d{4}|\bEpub \d|^[^\p{L}\d]*$/u.test(text))
    return 'unrecognized';
  if (authors !== null) texts.authors = authors;
  else if (texts.title === null && texts.authors === null) texts.title = withoutFullStop(text);
  else texts.abstract.push(text);
  return 'paper';
}

//     Clay A(1)(2), Ek B(#), Fox C(3).
const MARKS = /\((?:[\d,]{1,12}|[#*†‡§]|[a-z])\)/g;

/**
 * The authors if the text is a list of them.
 *
 * @param isFirst no title stands above them, and so groups alone may be the title
 * @param isSure affiliations follow
 */
function authorsOf(text: string, isFirst: boolean, isSure: boolean): Authors | null {
  const list = withoutFullStop(text.replace(MARKS, ''));
  const authors = readAbbreviatedAuthors(list);
  if (authors !== null && authors.people === 0 && isFirst) return null;
  if (authors !== null && (authors.isClear || isSure || list !== withoutFullStop(text))) return authors;
  const isMarked = /^[^.:]{2,60}\(\d{1,4}\)/.test(text);
  if (!isSure || !isMarked) return null;
  const { authors: names, authorCount } = readAuthors(list);
  return names.length > 0 ? { authors: names, authorCount } : null;
}

function citationOf(blocks: readonly Block[]) {
  const [first] = blocks;
  return first?.type === 'citation' ? readCitation(textOf(first.lines)) : null;
}

/** The identifiers at the end of an entry by their labels. */
function identifiersOf(blocks: readonly Block[]): ReadonlyMap<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { lines } of blocks.filter(({ type }) => type === 'identifiers')) {
    for (const { text } of lines) {
      const [, label = '', id = ''] = /^([A-Z]+): ?(\S+)/.exec(text) ?? [];
      if (id === '') continue;
      const known = ids.get(label);
      if (known === undefined) ids.set(label, [id]);
      else known.push(id);
    }
  }
  return ids;
}
