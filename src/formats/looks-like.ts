import { hasRows } from './fields/table-header.ts';

interface Kind {
  readonly pattern: RegExp;
  /** What the input looks like, and what to do about it. */
  readonly description: string;
}

const TABLE = 'a table without a column of titles: its first row must name the columns, such as title,authors,date';

/** Kinds of binary files, by how they begin. */
const binaryKinds: readonly Kind[] = [
  { pattern: /^%PDF-/, description: 'a PDF: extract its text first, for example with pdftotext' },
  { pattern: /^PK/, description: 'a workbook or another zip archive: save the sheet as CSV, or unpack it' },
  { pattern: /^PAR1/, description: 'a Parquet file: export it as CSV or NDJSON' },
  { pattern: /^SQLite format 3/, description: 'an SQLite database: export a table as CSV' },
];

/** Kinds of text in which no format finds papers, by how they begin. */
const textKinds: readonly Kind[] = [
  { pattern: /^\{\\rtf/, description: 'an RTF document: save it as plain text' },
  { pattern: /^\s*(?:<!doctype html|<html|<head|<body)/i, description: 'a web page without papers' },
  { pattern: /^\s*<\??[a-z]/i, description: 'XML without papers' },
  // not: [PDF] Folding Kites
  { pattern: /^\s*(?:\{|\[\s*(?:["{[\]\d-]|null))/, description: 'JSON without titles of papers' },
  // names of columns, not a sentence
  { pattern: /^[^\n,;\t.]{1,60}(?:[,;\t][^\n,;\t.]{0,60}){2,}\n/, description: TABLE },
];

/** @returns a few words about an input that no format recognizes, such as `a PDF: extract its text first` */
export function looksLike(head: string, isBinary: boolean): string {
  const descriptionIn = (kinds: readonly Kind[]) => kinds.find(({ pattern }) => pattern.test(head))?.description;
  return (
    descriptionIn(binaryKinds) ??
    (isBinary ? 'binary data' : (descriptionIn(textKinds) ?? (hasRows(head) ? TABLE : 'text without papers')))
  );
}
