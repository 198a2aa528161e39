import type { Syntax } from './entry.ts';

interface TaggedLine {
  readonly tag: string;
  readonly value: string;
}

/** One of the ways in which records of tagged lines are written. */
export interface Dialect {
  readonly syntax: Syntax & ('ris' | 'nbib' | 'endnote' | 'ads' | 'wos');
  /** The tag that ends a record. */
  readonly last: string | null;
  /** Tags of persons, `Family, Given`. */
  readonly names: readonly string[];
  /** Tags for which every further line is another value. */
  readonly lists: readonly string[];
  tagged(line: string): TaggedLine | null;
}

//   TY  - JOUR            any number of blanks, as the line that begins the record has them
//   TI  - Moths by Ear
const RIS_FIRST = /^\s*TY(\s{0,4})-(\s{0,4})[A-Za-z][\w ]*$/;
//   PMID- 12345678
//   TI  - Moths by ear: a study that goes on
//         on the next line.
const NBIB_LINE = /^(?=.{4}-)([A-Z]{2,4}) {0,2}-(?: (.*))?$/;
//   %0 Journal Article
const ENDNOTE_LINE = /^\s*%([A-Z0-9!@#$&()~[\]+<>?^*]?)(?: (.*))?$/;
//   PT J
//   AU Moss, T
//      Reed, A
//   RT Journal Article
const REFWORKS_FIRST =
  /^RT (?:Abstract|Book|Computer|Conference|Dissertation|Generic|Grant|Journal|Magazine|Monograph|Newspaper|Online|Patent|Report|Thesis|Unpublished|Web)[A-Za-z ,/()]*$/;
const WOS_LINE = /^([A-Z][A-Z0-9])(?: (.*))?$/;

function matcher(pattern: RegExp): (line: string) => TaggedLine | null {
  return (line) => {
    const match = pattern.exec(line);
    return match === null ? null : { tag: match[1] ?? '', value: match[2]?.trim() ?? '' };
  };
}

/** @param line with a tag. Groups: the tag and its value */
function dialect(syntax: Dialect['syntax'], line: RegExp, more: Partial<Dialect> = {}): Dialect {
  return { syntax, last: null, names: [], lists: [], tagged: matcher(line), ...more };
}

/** @param before spaces between the tag and the hyphen @param after spaces after the hyphen */
function risDialect(before: string, after: string): Dialect {
  const gap = `(?: {${before.length}}| {2})`;
  const read = matcher(new RegExp(`^\\s*([A-Z][A-Z0-9])${gap}-(?:${after === '' ? '' : '\\s'}(.*))?$`));
  return {
    syntax: 'ris',
    last: 'ER',
    names: ['AU', 'A1'],
    lists: [],
    tagged: (line) => (/^\s*ER\s{0,4}-\s*$/.test(line) ? { tag: 'ER', value: '' } : read(line)),
  };
}

const nbib = dialect('nbib', NBIB_LINE, { names: ['FAU'] });
const endnote = dialect('endnote', ENDNOTE_LINE, { names: ['A'] });
/** The Astrophysics Data System: EndNote's tags, some with other meanings. */
const ads = dialect('ads', ENDNOTE_LINE);
const wos = dialect('wos', WOS_LINE, {
  last: 'ER',
  names: ['AU', 'AF'],
  lists: ['AU', 'AF', 'CA', 'GP', 'CR', 'C1', 'BE', 'BA'],
});
const refworks = dialect('ris', WOS_LINE, { names: ['A1'] });
//   Record #1 of 20
//   AU: Moss T
const cochrane = dialect('ris', /^([A-Z]{2,3}):(?: (.*))?$/);

/** The same dialect in a text that is indented as a whole. */
function indented(dialect: Dialect, indent: string): Dialect {
  if (indent === '') return dialect;
  const tagged = (line: string) => (line.startsWith(indent) ? dialect.tagged(line.slice(indent.length)) : null);
  return { ...dialect, tagged };
}

//   <1>
//   UI  - 39000001
const ovid: Dialect = { ...risDialect('  ', ' '), last: null, names: [] };

//     %R 2020ApTea..12...33M
const BIBCODE = /^%R \d{4}[^\s/]{14,15}$/;

/** The dialect of the record that the line begins; null if it does not begin a record. */
export function dialectOf(line: string): Dialect | null {
  const ris = RIS_FIRST.exec(line);
  if (ris !== null) return risDialect(ris[1] ?? '', ris[2] ?? '');
  const text = line.trim();
  if (/^%0 [A-Z][A-Za-z ]+$/.test(text)) return endnote;
  if (BIBCODE.test(text)) return ads;
  const indent = line.slice(0, line.length - line.trimStart().length);
  if (REFWORKS_FIRST.test(text)) return indented(refworks, indent);
  if (/^Record #\d+ of \d+\s*$/.test(line)) return cochrane;
  if (/^<\d{1,6}>\s*$/.test(line)) return ovid;
  if (/^PMID ?- ?\d+$/.test(text)) return indented(nbib, indent);
  return /^PT [JBSPC]$/.test(text) ? indented(wos, indent) : null;
}

/** The dialect of a record whose first line was lost; null if the line is not one of a record. */
export function dialectOfLater(line: string, known: Dialect | null): Dialect | null {
  if (known !== null) {
    const { tag = '' } = known.tagged(line) ?? {};
    return tag === '' || tag === known.last || (known.syntax === 'wos' && !/^(?:AU|AF|TI|SO|AB|DI|PY)$/.test(tag))
      ? null
      : known;
  }
  if (/^VR \d/.test(line)) return wos;
  //     VN  - Ovid Technologies, above the records
  if (/^(?:VN|DB) {2}- /.test(line)) return null;
  if (/^%[ADJTX] \S/.test(line)) return endnote;
  const tag = NBIB_LINE.exec(line)?.[1];
  if (tag === undefined) return null;
  return tag.length > 2 ? nbib : risDialect('  ', ' ');
}
