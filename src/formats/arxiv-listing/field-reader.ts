import type { Line } from '../../input/text.ts';
import type { BodyOutput } from './body-output.ts';
import type { Entry } from './entry.ts';
import type { TextSpan } from './entry-text.ts';
import { type FieldToken, looseField } from './tokens.ts';

/** Reads the lines of an entry's fields, and tells whether one of them may belong to the abstract instead. */
export class FieldReader {
  readonly #output: BodyOutput;
  readonly #entry: Entry;
  /** Indent of the first field, which is that of all; a line with more of it continues a field. */
  #indent = Number.POSITIVE_INFINITY;
  /** Where continuation lines go; null for a field that no record has. */
  #span: TextSpan | null = null;
  /** The line before was a continuation line. */
  #continued = false;

  constructor(output: BodyOutput, entry: Entry) {
    this.#output = output;
    this.#entry = entry;
  }

  /** Begins the next entry. */
  begin(): void {
    this.#indent = Number.POSITIVE_INFINITY;
    this.#span = null;
    this.#continued = false;
  }

  /** Reads a continuation line; false where the line is none. */
  continuation(line: Line): boolean {
    if (line.indent <= this.#indent) return false;
    if (this.#span !== null) this.#entry.text.add(this.#span, line);
    this.#continued = true;
    return true;
  }

  field(line: Line, { key, length }: FieldToken): void {
    this.#begin(line, key === null ? null : this.#entry.fields[key], length);
  }

  replaced(line: Line): void {
    const entry = this.#entry;
    if (entry.announceType === 'new') entry.announceType = 'replace';
    else if (entry.announceType === 'cross') entry.announceType = 'replace-cross';
    entry.fields.date.isEmpty = true;
    this.#begin(line, entry.fields.date, 0);
  }

  /**
   * Reads a line that neither is indented nor begins a field that is known by its exact look.
   *
   * @returns whether it and the line above may be the beginning of the abstract, as which they are kept then
   */
  loose(line: Line): boolean {
    const loose = looseField(line);
    if (loose === null) return this.#unindented(line);
    if (loose.token !== null) {
      this.field(line, loose.token);
      return false;
    }
    this.#output.report('damaged-field', `unknown field ${loose.name}`, line.number);
    this.#begin(line, null, 0);
    return false;
  }

  /** Makes what may have been the abstract part of the field above again. */
  giveBack(): void {
    if (this.#span !== null) this.#entry.text.moveAll(this.#entry.abstract, this.#span);
  }

  #begin(line: Line, span: TextSpan | null, length: number): void {
    this.#continued = false;
    this.#span = span;
    this.#indent = Math.min(this.#indent, line.indent);
    if (span === null) return;
    if (!span.isEmpty) {
      this.#output.report('damaged-field', 'field occurs twice: the last one counts', line.number);
      span.isEmpty = true;
    }
    this.#entry.addField(span, line, length);
  }

  /**
   * Text without indent among the fields.
   *
   *     Comments: 12 pages               Comments: 12 pages, two
   *       We show that this abstract       figures and one
   *     lost the line before it.         table
   *     \\ ( https://…                   \\
   *
   * On the left the abstract began a line before; on the right a line lost its indent. The end of the entry tells.
   */
  #unindented(line: Line): boolean {
    if (this.#span === null) return false;
    const { text, abstract, fields, announceType } = this.#entry;
    // Replacements are listed without abstract.
    const mayBegin = !fields.title.isEmpty && (announceType === 'new' || announceType === 'cross');
    if (!this.#continued || !mayBegin) {
      text.add(this.#span, line);
      return false;
    }
    text.moveLastLine(this.#span, abstract);
    text.add(abstract, line);
    return true;
  }
}
