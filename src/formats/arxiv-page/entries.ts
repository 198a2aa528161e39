import { singleSpaced } from '../../text/white-space.ts';
import type { PageFacts } from './facts.ts';
import { gapBetween } from './line-joints.ts';
import type { PageLine } from './page-line.ts';
import { endsWithSubject } from './subjects.ts';
import type { PlacedToken } from './tokenizer.ts';
import type { FieldName, Token } from './tokens.ts';

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
    for (const placed of tokens) {
      if (placed.token.type === 'blank') {
        this.#isBehindBlank = true;
        // A line of ornaments is empty without them.
        if (placed.lines.some(({ wordWidth }) => wordWidth > 0)) this.#parts.push({ type: 'token', ...placed });
      } else {
        this.#take(placed);
        this.#lastLine = placed.lines.at(-1) ?? this.#lastLine;
        this.#isBehindBlank = false;
      }
    }
    this.#close();
    return this.#parts;
  }

  #take(placed: PlacedToken): void {
    const { token, lines } = placed;
    const [line] = lines;
    if (line === undefined) return;
    const lineStart = this.#lineStart(line);
    switch (token.type) {
      case 'entry':
        if (this.#isText(token, lineStart)) break;
        if (!this.#isDoubled(token)) this.#open(token);
        this.#entry?.lines.push(...lines);
        return;
      case 'label':
        if (this.#takeLabel(token.field, { text: token.text, lineStart, line })) {
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
    for (const { line, text } of this.#loose) {
      if (!taken.some((other) => other.line === line))
        this.#parts.push({ type: 'token', token: { type: 'text', text }, lines: [line] });
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
  #takeLabel(name: FieldName, line: EntryLine): boolean {
    if (!this.#facts.labels.has(name)) return false;
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

  /** Whether a line that looks like a label is part of a text: abstracts contain no fields. */
  #isWithinText(name: FieldName, { lineStart }: EntryLine): boolean {
    if (this.#field?.name !== 'abstract' || name === 'submitted') return false;
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
