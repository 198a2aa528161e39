import { endsWithSubject } from '../../text/arxiv-category.ts';
import { singleSpaced } from '../../text/white-space.ts';
import type { PageFacts } from './facts.ts';
import { readHead } from './head.ts';
import { gapBetween } from './line-joints.ts';
import type { PageLine } from './page-line.ts';
import type { PlacedToken } from './tokenizer.ts';
import { type FieldName, TEXT, type Token } from './tokens.ts';

/** How a line of an entry begins: after a blank line, on a new line, or because the previous line was full. */
export type LineStart = 'paragraph' | 'line' | 'wrapped';

export interface EntryLine {
  readonly text: string;
  readonly lineStart: LineStart;
  readonly line: PageLine;
}

export interface EntryField {
  readonly name: FieldName;
  readonly lines: EntryLine[];
}

type EntryToken = Extract<Token, { type: 'entry' }>;

/** One paper as the page prints it. */
export interface PageEntry {
  /** Null if the line with the identifier is missing. */
  readonly head: EntryToken | null;
  /** The lines between the identifier and the first labelled field. */
  readonly above: EntryLine[];
  readonly fields: EntryField[];
  readonly lines: PageLine[];
}

/** A line between entries. */
export type PagePart =
  | { readonly type: 'entry'; readonly entry: PageEntry }
  | { readonly type: 'token'; readonly token: Token; readonly lines: readonly PageLine[] };

/**
 * Groups tokens into entries:
 *
 *     entry = (id | title | "[Submitted on" | title above "Authors:") text* (label text*)*
 *
 * An entry ends at the first token that cannot be part of it.
 */
export class EntryBuilder {
  readonly #facts: PageFacts;
  readonly #parts: PagePart[] = [];
  #entry: PageEntry | null = null;
  #field: EntryField | null = null;
  /** Text that follows a complete entry: the title of the next one, if its identifier is missing. */
  #loose: EntryLine[] = [];
  #lastLine: PageLine | null = null;
  #isBehindBlank = true;

  constructor(facts: PageFacts) {
    this.#facts = facts;
  }

  read(tokens: readonly PlacedToken[]): PagePart[] {
    const ahead = restsOfEntries(tokens);
    for (const [at, placed] of tokens.entries()) {
      if (placed.token.type === 'blank') {
        this.#isBehindBlank = true;
        // A line of ornaments is empty without them.
        if (placed.lines.some(({ wordWidth }) => wordWidth > 0)) this.#parts.push({ type: 'token', ...placed });
      } else {
        this.#take(placed, ahead[at] ?? NO_REST);
        this.#lastLine = placed.lines.at(-1) ?? this.#lastLine;
        this.#isBehindBlank = false;
      }
    }
    this.#close();
    return this.#parts;
  }

  #take(placed: PlacedToken, rest: RestOfEntry): void {
    const { lines } = placed;
    const [line] = lines;
    if (line === undefined) return;
    const lineStart = this.#lineStart(line);
    const token = this.#isSurelyText(placed.token, rest, lineStart) ? TEXT : placed.token;
    switch (token.type) {
      case 'entry':
        if (this.#isText(token, lineStart)) break;
        if (!this.#isDoubled(token)) this.#open(token);
        this.#entry?.lines.push(...lines);
        return;
      case 'label':
        if (this.#takeLabel(token.field, { text: token.text, lineStart, line }, rest)) {
          this.#entry?.lines.push(...lines.slice(1));
          return;
        }
        break;
      case 'navigation':
        if (this.#entry !== null && !(lineStart !== 'wrapped' && this.#isComplete())) break;
        this.#between(placed);
        return;
      case 'text':
      case 'blank':
        break;
      default:
        this.#between(placed);
        return;
    }
    for (const each of lines)
      this.#takeText({ text: each.text, lineStart: each === line ? lineStart : 'line', line: each });
  }

  #lineStart(line: PageLine): LineStart {
    if (this.#isBehindBlank || this.#lastLine === null) return 'paragraph';
    return this.#facts.breaks.maySplitText(this.#lastLine, line) ? 'wrapped' : 'line';
  }

  /** A duplicated line must not begin another paper. */
  #isDoubled({ id }: EntryToken): boolean {
    const { head, above, fields } = this.#entry ?? { head: null, above: [], fields: [] };
    return id !== null && head?.id === id && fields.length === 0 && above.length === 0;
  }

  /** `[12]` alone on a line is a citation, unless it is the number of the next entry. */
  #isText({ id, number, rest }: EntryToken, lineStart: LineStart): boolean {
    if (id !== null || rest !== '' || this.#entry === null) return false;
    const before = this.#entry.head?.number ?? null;
    return lineStart === 'wrapped' || before === null || number !== before + 1;
  }

  #between({ token, lines }: PlacedToken): void {
    this.#close();
    this.#parts.push({ type: 'token', token, lines });
  }

  #open(head: EntryToken | null, above: EntryLine[] = []): void {
    this.#close(above);
    this.#entry = { head, above, fields: [], lines: above.map(({ line }) => line) };
  }

  /** @param taken loose lines that begin the next entry */
  #close(taken: readonly EntryLine[] = []): void {
    if (this.#entry !== null) this.#parts.push({ type: 'entry', entry: this.#entry });
    for (const { line } of this.#loose) {
      if (!taken.some((other) => other.line === line)) this.#parts.push({ type: 'token', token: TEXT, lines: [line] });
    }
    this.#entry = null;
    this.#field = null;
    this.#loose = [];
  }

  #startField(name: FieldName, line: EntryLine): void {
    this.#field = { name, lines: line.text === '' ? [] : [line] };
    this.#entry?.fields.push(this.#field);
    this.#entry?.lines.push(line.line);
  }

  /** @returns false if the line is text that looks like a label */
  #takeLabel(name: FieldName, line: EntryLine, rest: RestOfEntry): boolean {
    if (!this.#facts.labels.has(name) || this.#isAbstract(name, rest)) return false;
    const known = this.#entry?.fields.find((field) => field.name === name);
    if (known !== undefined && line.text !== '' && known.lines[0]?.text === line.text) {
      // The line was duplicated.
      this.#entry?.lines.push(line.line);
      return true;
    }
    if (this.#opensEntry(name, line, known !== undefined)) this.#openAt(name);
    else if (this.#entry === null || known !== undefined || this.#isWithinText(name, line)) return false;
    this.#startField(name, line);
    return true;
  }

  /** Whether a field begins another entry whose identifier is missing: every entry has the first field. */
  #opensEntry(name: FieldName, { lineStart }: EntryLine, isKnown: boolean): boolean {
    const { labels } = this.#facts;
    if (name === 'submitted' && this.#entry === null) return labels.has('identifier');
    if (name !== (labels.has('title') ? 'title' : 'authors')) return false;
    if (this.#entry === null) return true;
    return isKnown && lineStart !== 'wrapped' && this.#entry.fields.length > 1;
  }

  #openAt(name: FieldName): void {
    if (name !== 'authors') {
      this.#open(null);
      return;
    }
    const start = this.#loose.findLastIndex(({ lineStart }) => lineStart === 'paragraph');
    this.#open(null, this.#loose.slice(Math.max(start, 0)));
  }

  /**
   * Whether a line is text, whatever it looks like: the title below the head, if the authors follow, and the text below the
   * name of a field.
   *
   *     arXiv:2606.20627 [pdf]                      Title:                Abstract:
   *     Total of 12 Entries: Counting Doors         New Submissions       Comments: a short history
   *     Authors: Ada Clay
   */
  #isSurelyText(token: Token, rest: RestOfEntry, lineStart: LineStart): boolean {
    if (this.#entry === null || token.type === 'entry') return false;
    if (this.#field !== null) {
      return mayBeTextOf(this.#field.name, this.#field.lines, token) && (!isLabel(token, 'authors') || rest.hasAuthors);
    }
    const { labels } = this.#facts;
    if (!rest.hasAuthors || labels.has('title') || !labels.has('authors')) return false;
    return lineStart === 'wrapped' || !hasText(this.#entry);
  }

  /** Whether a line below the subjects, which are the last field, only looks like a field. */
  #isAbstract(name: FieldName, { isLast }: RestOfEntry): boolean {
    if (!this.#facts.endsWithSubjects || this.#field === null || !this.#isList(this.#field)) return false;
    return this.#field.name === 'subjects' && this.#field.lines.length > 0 && (name !== 'title' || isLast);
  }

  /** Whether a line that looks like a label is part of a text: abstracts contain no fields. */
  #isWithinText(name: FieldName, { lineStart, text }: EntryLine): boolean {
    if (this.#field?.name !== 'abstract') return false;
    if (name === 'submitted') return lineStart === 'wrapped' && !/; ?(?:v1 submitted|originally announced)/.test(text);
    return lineStart === 'wrapped' || !this.#facts.labels.has('abstract');
  }

  #takeText(line: EntryLine): void {
    if (this.#entry === null) {
      this.#loose.push(line);
      return;
    }
    if (this.#field === null) this.#entry.above.push(line);
    else if (this.#loose.length > 0 || this.#endsField(this.#field, line)) {
      if (this.#isList(this.#field)) {
        this.#startField('abstract', line);
        return;
      }
      this.#loose.push(line);
      return;
    } else this.#field.lines.push(line);
    this.#entry.lines.push(line.line);
  }

  /** Whether the field is over before this line. */
  #endsField({ name, lines }: EntryField, { text, lineStart }: EntryLine): boolean {
    const soFar = textOf(lines.slice(-4));
    if (soFar === '' || name === 'title' || name === 'authors' || name === 'abstract') return false;
    if (name === 'subjects') return endsWithSubject(soFar) && !/^[;,]/.test(text);
    if (name === 'submitted') return /announced,? \w+,? \d{4}\.?$|\]$/.test(soFar);
    return lineStart === 'paragraph' && !soFar.endsWith(';');
  }

  /** Whether an unlabelled abstract follows the labelled fields, as on list pages. */
  #isList({ name }: EntryField): boolean {
    return name !== 'submitted' && !this.#facts.labels.has('submitted') && this.#facts.labels.has('title');
  }

  /** Whether the entry may be complete. */
  #isComplete(): boolean {
    if (this.#entry === null) return true;
    const names = this.#entry.fields.map(({ name }) => name);
    return (
      this.#field !== null &&
      this.#field.lines.length > 0 &&
      (names.includes('submitted') || this.#field.name === 'subjects')
    );
  }
}

/** What follows a token before the next entry or heading. */
interface RestOfEntry {
  readonly hasAuthors: boolean;
  /** No field, and not the end of the page. */
  readonly isLast: boolean;
}

const NO_REST: RestOfEntry = { hasAuthors: false, isLast: false };

function restsOfEntries(tokens: readonly PlacedToken[]): RestOfEntry[] {
  let rest = NO_REST;
  return [...tokens]
    .reverse()
    .map(({ token }) => {
      const behind = rest;
      if (token.type === 'entry') rest = { hasAuthors: false, isLast: true };
      else if (token.type === 'label')
        rest = { hasAuthors: rest.hasAuthors || token.field === 'authors', isLast: false };
      else if (token.type === 'section' || token.type === 'day' || token.type === 'boilerplate')
        rest = { ...rest, isLast: true };
      return behind;
    })
    .reverse();
}

/** Whether a line may be the text of a field whose name stands above it. */
export function mayBeTextOf(field: FieldName, lines: readonly EntryLine[], token: Token): boolean {
  if (lines.length > 0 || token.type === 'blank' || token.type === 'entry') return false;
  if (field === 'title') return token.type !== 'label' || token.text !== '';
  return field === 'abstract' && token.type === 'label' && token.text !== '' && token.field !== 'submitted';
}

function isLabel(token: Token, field: FieldName): boolean {
  return token.type === 'label' && token.field === field;
}

/** Whether there is text below the head of an entry. */
function hasText(entry: PageEntry): boolean {
  const text = textAbove(entry);
  return readHead(text).end < text.length;
}

/** The rest of the line with the identifier, and the lines between it and the first field. */
export function textAbove({ head, above }: PageEntry): string {
  return [head?.rest ?? '', ...above.map(({ text }) => text)].join('\n');
}

/** The text of lines, on one line. */
export function textOf(lines: readonly EntryLine[]): string {
  const parts: string[] = [];
  let before = '';
  for (const { text, lineStart } of lines) {
    const part = parts.length === 0 ? text : gapBetween(before, text, lineStart === 'wrapped') + text;
    parts.push(part);
    before = (before + part).slice(-LONGEST_FORMULA);
  }
  return singleSpaced(parts.join(''));
}

/** In characters: in a longer text the start of a formula that is open at its end is not looked for. */
const LONGEST_FORMULA = 2000;
