import type { Paper } from '../../paper/paper.ts';
import { subjectCodes } from '../../text/arxiv-category.ts';
import { findArxivId } from '../../text/arxiv-id.ts';
import { truncate } from '../../text/printable.ts';
import { singleSpaced } from '../../text/white-space.ts';
import { readAuthorField } from './authors.ts';
import { withLabelsInFront } from './centred-labels.ts';
import { type EntryLine, mayBeTextOf, textOf } from './entries.ts';
import { LineBreaks } from './line-breaks.ts';
import { isPartOfNames, nameDoubts } from './name-doubts.ts';
import type { PageLine } from './page-line.ts';
import { bareDoi, dayOf, paperOf, type Report } from './paper.ts';
import { SHOWN } from './rules.ts';
import { type PlacedToken, tokenize } from './tokenizer.ts';
import type { FieldName } from './tokens.ts';

/** The fields of a page of one paper, and their places. */
export interface AbstractPage {
  readonly fields: ReadonlyMap<FieldName, readonly EntryLine[]>;
  /** Line numbers. */
  readonly lines: ReadonlySet<number>;
}

//   not: [Submitted on 4 Jun 2026] as a stamp, a line of an abstract
const HEAD = /^\[Submitted on \d{1,2} [A-Z][a-z]{2}(?!.*\] ?\S)/;
//   Cite as: arXiv:2405.01234 [cs.CL]
const CITATION = /^(?:[*•+-] )?Cite as:(?:$| ?arXiv:)/;
const LIST = new RegExp(String.raw`^(?:\[\d{1,6}\] ?arXiv:|${SHOWN})`);
const PAPER = /^arXiv:\S+ \([a-z-]+\)$/;

/**
 * Splits the page of one paper into its fields; null for any other page.
 *
 *     arXiv:2405.01234 (cs)
 *     [Submitted on 2 May 2024 (v1), last revised 4 Jun 2024 (this version, v2)]
 *     Title:Counting Lanterns          ← the names of the first three fields may be hidden
 *     Authors:Tilda Moss, Jo Hartley
 *     View PDF HTML (experimental)
 *     Abstract:Lanterns hang in …
 *     Comments: 12 pages
 *     …
 *     Submission history               ← the rest is not about the paper
 */
export function abstractPageOf(page: readonly PageLine[]): AbstractPage | null {
  const lines = page.map(withoutTable);
  const start = placeOfHead(lines);
  if (start === null || lines.some(({ text }) => LIST.test(text))) return null;
  const end = lines.findIndex(({ text }, at) => at > start && text.startsWith('Submission history'));
  const fields = new FieldCollector(withLabelsInFront(lines.slice(start, end < 0 ? lines.length : end)));
  const above = lines.slice(0, start).find(({ text }) => PAPER.test(text));
  if (above !== undefined) fields.add('identifier', above);
  return fields.read();
}

/** The index of the head, or of the first line if the head is lost and a line says how to cite the paper; otherwise null. */
function placeOfHead(lines: readonly PageLine[]): number | null {
  const [head, another] = [...lines.keys()].filter((at) => HEAD.test(lines[at]?.text ?? ''));
  if (head !== undefined) return another === undefined ? head : null;
  return lines.filter(({ text }) => CITATION.test(text)).length === 1 ? 0 : null;
}

/** `| Comments: | 12 pages |` or `Comments: | 12 pages` → `Comments: 12 pages` */
function withoutTable(line: PageLine): PageLine {
  const text = line.text.replace(/^> ?/, '').replace(/^([A-Z][A-Za-z ]{2,20}:) \| /, '$1 ');
  if (/^[+|]?(?:[-=: ]+[+|])+[-=: ]*$/.test(text)) return { ...line, text: '' };
  return { ...line, text: text.startsWith('|') ? singleSpaced(text.replaceAll('|', ' ')) : text };
}

/** The fields whose names a page shows either all or not at all. */
const HIDDEN: ReadonlySet<FieldName> = new Set(['title', 'authors', 'abstract']);

class FieldCollector {
  readonly #fields = new Map<FieldName, EntryLine[]>();
  readonly #lines = new Set<number>();
  readonly #tokens: readonly PlacedToken[];
  readonly #breaks: LineBreaks;
  /** Whether the page shows the names of its fields, though some may be lost. */
  readonly #isNamed: boolean;
  /** The field that the next line may continue; null after a line that belongs to no field. */
  #field: FieldName | null = null;
  #before: PageLine | null = null;

  constructor(lines: readonly PageLine[]) {
    this.#tokens = tokenize(lines);
    this.#breaks = new LineBreaks(lines);
    this.#isNamed = this.#tokens.some(({ token }) => token.type === 'label' && HIDDEN.has(token.field));
  }

  read(): AbstractPage | null {
    for (const { token, lines } of this.#tokens) {
      const [line] = lines;
      const field = this.#field;
      if (field !== null && line !== undefined && mayBeTextOf(field, this.#fields.get(field) ?? [], token)) {
        this.#takeText(line);
      } else if (token.type === 'label' && line !== undefined && this.#isField(token.field)) {
        this.#field = token.field;
        this.add(token.field, line, token.text);
        for (const { number } of lines.slice(1)) this.#lines.add(number);
      } else if (
        token.type === 'text' ||
        (token.type !== 'blank' && token.type !== 'boilerplate' && this.#field === 'abstract')
      ) {
        for (const each of lines) this.#takeText(each);
      } else if (token.type !== 'blank') this.#field = null;
      this.#before = (token.type === 'blank' ? undefined : lines.at(-1)) ?? null;
    }
    const isPage = this.#fields.has('title') || (this.#isNamed && this.#fields.has('abstract'));
    return isPage ? { fields: this.#fields, lines: this.#lines } : null;
  }

  add(field: FieldName, line: PageLine, text = line.text): void {
    const isWrapped = this.#before !== null && this.#breaks.maySplitText(this.#before, line);
    const lines = this.#fields.get(field) ?? [];
    this.#fields.set(field, lines);
    this.#lines.add(line.number);
    if (text !== '') lines.push({ text, lineStart: isWrapped ? 'wrapped' : 'line', line });
  }

  /** Whether this is the name of a field, not the beginning of a line of the abstract. */
  #isField(field: FieldName): boolean {
    if (field === 'other' || field === 'identifier') return true;
    const isAbove = field === 'title' || field === 'authors';
    return !this.#fields.has(field) && !(isAbove && this.#fields.has('abstract'));
  }

  #takeText(line: PageLine): void {
    //   https://doi.org/10.1000/182     which w3m prints above `Related DOI:`
    if (/^https?:\/\/(?:dx\.)?doi\.org\/10\.(?!48550)/.test(line.text) && this.#fields.has('subjects')) {
      this.add('doi', line);
      return;
    }
    const submitted = textOf(this.#fields.get('submitted') ?? []);
    if (this.#field === 'submitted' && submitted.endsWith(']')) this.#field = null;
    if (!this.#isNamed && (this.#field === null || this.#field === 'title' || this.#field === 'authors')) {
      this.#field = (['title', 'authors', 'abstract'] as const).find((field) => !this.#fields.has(field)) ?? null;
    }
    if (this.#field !== null) this.add(this.#field, line);
  }
}

/** A sentence has at least this many signs that it is not a list of names. */
const NO_NAMES = 10;

export function readAbstractPage({ fields }: AbstractPage, report: Report): Paper {
  const text = (name: FieldName) => textOf(fields.get(name) ?? []);
  const printed = text('title');
  const id = findArxivId(text('identifier'));
  const title = printed || `arXiv:${id ?? ''}`;
  if (printed === '') report('missing-title', 'page without a title: the identifier is used instead');
  else if (isPartOfNames(printed)) report('missing-title', `names stand in place of the title: ${truncate(printed)}`);
  if (id === null) report('missing-id', `entry without an identifier: ${truncate(title)}`);
  const authors = readAuthorField(fields.get('authors') ?? []);
  // A page always names the authors, so another line has taken their place, or that of the title.
  if (authors.authorCount === null && authors.authors.length === 0) report('damaged-field', 'no authors');
  else if (nameDoubts(text('authors')) >= NO_NAMES) report('damaged-field', `no authors: ${truncate(text('authors'))}`);
  return paperOf({
    title,
    id,
    authors,
    abstract: text('abstract'),
    date: dayOf(text('submitted'), report),
    categories: subjectCodes(text('subjects')),
    texts: {
      authorComment: text('comments'),
      journalRef: text('journalRef'),
      //   an address, also in angle brackets, may be wrapped in the cell of a table
      doi: bareDoi(text('doi').replace(/(?:Focus to learn more|\]\(|\[\]).*|\s|^<|>$/gs, '')),
      reportNumber: text('reportNumber'),
    },
  });
}
