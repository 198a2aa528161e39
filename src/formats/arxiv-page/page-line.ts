/** A line of the page as the listing holds it. */
export interface RawLine {
  /** With the white space around it. */
  readonly raw: string;
  /** Counted from 1. */
  readonly number: number;
}

/** A line of the page without what an extractor put around it. A link that was wrapped makes one line of several. */
export interface PageLine {
  /** White space collapsed; empty for a blank line. */
  readonly text: string;
  /** The first line of the listing that it stands on. */
  readonly number: number;
  readonly lastNumber: number;
  /** The names that link to an author's papers, in their order. */
  readonly names: readonly string[];
  /** Columns that the last of its lines takes, white space in front included. */
  readonly width: number;
  /** Columns of its first word with the ornaments in front, as a text browser had to find room for them. */
  readonly wordWidth: number;
}

export function pageLine(raw: string, text: string, number: number): PageLine {
  return { text, number, lastNumber: number, names: [], width: widthOf(raw), wordWidth: wordWidthOf(raw) };
}

export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g;

function widthOf(text: string): number {
  const end = text.trimEnd();
  return end.length + (end.match(WIDE)?.length ?? 0);
}

function wordWidthOf(text: string): number {
  return widthOf(/^\s*(\S*)/.exec(text)?.[1] ?? '');
}
