import type { Paper } from '../../paper/paper.ts';
import type { ReaderOutput } from '../format.ts';

export type EntryField =
  | 'identifier'
  | 'title'
  | 'authors'
  | 'comments'
  | 'subjects'
  | 'journalRef'
  | 'doi'
  | 'reportNumber'
  | 'abstract'
  | 'other';

export type Section = 'new' | 'cross' | 'replace';

/** The texts of one entry as the page shows them, white space and all. */
export class EntryTexts {
  readonly section: Section;
  /** Offset in the page. */
  readonly start: number;
  /** The identifier in the link to the abstract. */
  id: string | null = null;
  /** The text of each link in the field of authors. */
  readonly authors: string[] = [];
  readonly #texts = new Map<EntryField, string[]>();

  constructor(section: Section, start: number) {
    this.section = section;
    this.start = start;
  }

  add(field: EntryField, text: string): void {
    const texts = this.#texts.get(field);
    if (texts === undefined) this.#texts.set(field, [text]);
    else texts.push(text);
  }

  text(field: EntryField): string {
    return oneLine((this.#texts.get(field) ?? []).join(''));
  }
}

/** The record of an entry; null, with a diagnostic, where it has no title. */
export function readEntry(entry: EntryTexts, line: number, output: ReaderOutput): Paper | null {
  const title = entry.text('title');
  if (title === '') {
    output.report('missing-title', 'an entry without a title', line);
    return null;
  }
  if (entry.id === null) output.report('missing-id', 'an entry without an arXiv identifier', line);
  const { names, count } = readAuthors(entry);
  const categories = Array.from(entry.text('subjects').matchAll(CATEGORY), ([, code = '']) => code);
  const paper: Paper = {
    title,
    abstract: entry.text('abstract') || null,
    authorCount: count || null,
    // The page prints days of announcement, for whole sections, and never when a paper was submitted or revised.
    date: null,
    upvotes: null,
  };
  if (entry.id !== null) {
    paper.id = entry.id;
    paper.url = `https://arxiv.org/abs/${entry.id}`;
  }
  if (names.length > 0) paper.authors = names;
  if (categories.length > 0) paper.categories = [...new Set(categories)];
  paper.announceType = announceType(entry);
  for (const [key, field] of textKeys) {
    const text = entry.text(field);
    if (text !== '') paper[key] = text;
  }
  return paper;
}

const textKeys = [
  ['authorComment', 'comments'],
  ['journalRef', 'journalRef'],
  ['doi', 'doi'],
  ['reportNumber', 'reportNumber'],
] as const;

/** `Computation and Language (cs.CL); High Energy Physics - Theory (hep-th)` */
const CATEGORY = /\(([a-z][a-z-]*(?:\.[A-Za-z-]+)?)\)(?=\s*(?:;|$))/g;

/**
 * `(cross-list from cs.LG)` and `(replaced)` after the identifier tell more than the heading of the section; an entry of a
 * page without such sections that has neither is a new one.
 */
function announceType(entry: EntryTexts): NonNullable<Paper['announceType']> {
  const marks = entry.text('identifier');
  const isCross = entry.section === 'cross' || /\(.*\bcross-list/.test(marks);
  if (entry.section === 'replace' || /\(.*\breplaced/.test(marks)) return isCross ? 'replace-cross' : 'replace';
  return isCross ? 'cross' : 'new';
}

function readAuthors(entry: EntryTexts): { names: string[]; count: number } {
  const printed =
    entry.authors.length > 0 ? entry.authors.map(oneLine) : entry.text('authors').split(/\s*,\s*(?:and\s+)?|\s+and\s+/);
  const names = printed.filter((name) => name !== '' && !MORE_AUTHORS.test(name));
  const more = Number(MORE_AUTHORS.exec(entry.text('authors'))?.[1] ?? 0);
  return { names, count: names.length + more };
}

/** `et al. (72 additional authors not shown)` */
const MORE_AUTHORS = /\((\d{1,6}) (?:additional )?authors? not shown\)/;

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
