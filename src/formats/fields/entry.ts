/*
 * Listings that are fields with names: JSON, tables, feeds, bibliographies, labelled blocks.
 *
 *     lines ─▶ syntax reader ─▶ FieldEntry ─▶ FieldsReader ─▶ vocabulary, values ─▶ papers
 *              one a syntax      fields with    the same for all syntaxes
 *                                their lines
 *
 * A syntax reader knows how entries and fields are written, but not what they mean. It passes every line and every
 * entry to a `FieldsReader` (reader.ts), which makes the papers, reports what cannot be read, accounts for the lines, and
 * reports once per file which key was read from which field, and which fields were not read:
 *
 *     export function open(output: ReaderOutput): Reader {
 *       const reader = new FieldsReader(output, 'ris');
 *       return {
 *         line(line) {
 *           reader.line(line);                                        // every line, before any entry that it is part of
 *           …
 *           reader.entry({ fields, line: first, endLine: last });     // in the order of the listing
 *           reader.unrecognized(from, to);                            // lines that could not be read
 *         },
 *         end() {
 *           …
 *           reader.end();                                             // all other lines become boilerplate
 *         },
 *       };
 *     }
 *
 * A field that occurs several times is one field with an array: `{ AU: ['Moss, Tilda', 'Reed, Ann'] }`. Values are given as
 * the syntax holds them, unescaped as the syntax demands (JSON escapes, CSV quotes, XML entities once); markup, entities that
 * are part of the text, dates, names and counts are read by the vocabulary. Field names are unchanged.
 *
 * A new service takes rows in vocabulary.ts. A name that means something only in one syntax is written `ris:T2` there.
 */

/** A value as in JSON. */
export type FieldValue = string | number | boolean | null | readonly FieldValue[] | Fields;

export interface Fields {
  readonly [name: string]: FieldValue;
}

/** `nbib`, `endnote`, `ads` and `wos` are read by the format `ris`, whose tags have other meanings in them. */
export type Syntax = 'json' | 'table' | 'feed' | 'bibtex' | 'ris' | 'nbib' | 'endnote' | 'ads' | 'wos' | 'labelled';

/** One entry of a listing, which is a paper if it has a title. */
export interface FieldEntry {
  readonly fields: Fields;
  /** The lines on which it begins and ends, counted from 1. */
  readonly line: number;
  readonly endLine: number;
  /** If a format reads several. */
  readonly syntax?: Syntax;
  /** The line of a field, for diagnostics; the line of the entry by default. */
  readonly lineOf?: (name: string) => number | undefined;
}

export function isFields(value: FieldValue | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: FieldValue | undefined): value is readonly FieldValue[] {
  return Array.isArray(value);
}

/** Adds a value to a field that occurs several times. */
export function addValue(fields: Record<string, FieldValue>, name: string, value: FieldValue): void {
  const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (before === undefined) fields[name] = value;
  else if (isList(before)) (before as FieldValue[]).push(value);
  else fields[name] = [before, value];
}
