import { singleSpaced } from '../../text/white-space.ts';

/** A line of the page as it is in the listing. */
export interface RawLine {
  /** Including surrounding white space. */
  readonly raw: string;
  /** Counted from 1. */
  readonly number: number;
}

/** A line of the page without the markup of an extractor. Lines with a wrapped link are joined. */
export interface PageLine {
  /** White space collapsed; empty for a blank line. */
  readonly text: string;
  /** The first of its lines in the listing. */
  readonly number: number;
  readonly lastNumber: number;
  /** Columns in front of its first word. */
  readonly indent: number;
  /** The names that link to an author's papers, in order. */
  readonly names: readonly string[];
  /** Width of the last of its lines in columns, including leading white space. */
  readonly width: number;
  /** Width of its first word in columns, including ornaments before it, for which a text browser needed room too. */
  readonly wordWidth: number;
}

export function pageLine(raw: string, printed: string, number: number): PageLine {
  const indent = raw.length - raw.trimStart().length;
  const text = withSpaces(printed);
  return { text, number, lastNumber: number, indent, names: [], width: widthOf(raw), wordWidth: wordWidthOf(raw) };
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g;

function widthOf(text: string): number {
  const end = text.trimEnd();
  return end.length + (end.match(WIDE)?.length ?? 0);
}

function wordWidthOf(text: string): number {
  return widthOf(/^\s*(\S*)/.exec(text)?.[1] ?? '');
}

//     Â     \ufffd     ?     a no-break space whose encoding was damaged
const DAMAGED = String.raw`(?:\u00c2|\ufffd|\?)`;
//     [2]Â arXiv:2606.30002
const BEHIND_NUMBER = new RegExp(String.raw`(?<=^\S{0,9}\])${DAMAGED}\s?(?=\s?arXiv:)`, 'i');
//     arXiv:2606.30002 ?[pdf, ps, other]?
const BEFORE_LINKS = new RegExp(
  String.raw`(?<=^|arXiv:[\w./-]{9,40}\s?)${DAMAGED}\s?(?=\[(?:pdf|ps|html|other)\b)`,
  'i',
);
const BEHIND_LINKS = new RegExp(String.raw`(?<=\b(?:pdf|ps|html|src|other)\])\s?${DAMAGED}$`);
//     MSC?classes:     Reportnumber:
const IN_LABEL = new RegExp(
  String.raw`(?<=^(?:ACM|Journal|MSC|Report))(?:${DAMAGED}\s?)?(?=(?:class|classes|number|reference):)`,
);

/** The text with the spaces of the page itself. */
function withSpaces(text: string): string {
  if (!/[\u00c2\ufffd?]|^(?:ACM|Journal|MSC|Report)/.test(text)) return text;
  return singleSpaced(
    text.replace(BEHIND_NUMBER, ' ').replace(BEFORE_LINKS, ' ').replace(BEHIND_LINKS, '').replace(IN_LABEL, ' '),
  ).trim();
}
