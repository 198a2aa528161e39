import { CASE, isDigit } from '../../input/ascii.ts';
import type { Line } from '../../input/text.ts';

/** A field of an entry that ends up in the record. */
export type FieldKey =
  | 'date'
  | 'title'
  | 'authors'
  | 'categories'
  | 'authorComment'
  | 'reportNumber'
  | 'journalRef'
  | 'doi';

/** What a line is by its look alone; where it stands decides what it means. Tokens are shared, so a line costs no object. */
export type Token =
  /** `\\`: begins an entry, parts fields from abstract, ends both */
  | { readonly type: 'fence' }
  /** `\\ ( https://arxiv.org/abs/2303.00001 ,  12kb)`: ends an entry */
  | { readonly type: 'link' }
  /** 78 hyphens: between entries */
  | { readonly type: 'rule' }
  /** `%-%-…`, `%%--%%--…`, `%%%---%%%---…` */
  | { readonly type: 'section'; readonly begins: Section }
  /** `/* Fri, 3 Mar 2023 *​/` */
  | { readonly type: 'day' }
  /** `arXiv:2303.00001 (*cross-listing*)`, `Paper (*cross-listing*): hep-th/9901001` */
  | { readonly type: 'id' }
  /** `replaced with revised version Thu, 2 Mar 2023 08:21:51 GMT   (133kb,D)` */
  | { readonly type: 'replaced' }
  /** `Title: …`; `key` is null for a field that no record has, `length` is that of the name with its colon */
  | { readonly type: 'field'; readonly key: FieldKey | null; readonly length: number }
  | { readonly type: 'text' };

/** The parts of a daily mail, in their order. */
export type Section = 'new' | 'cross' | 'replace' | 'end';

export type FieldToken = Extract<Token, { type: 'field' }>;

interface LooseField {
  readonly name: string;
  readonly token: FieldToken | null;
}

const FENCE: Token = { type: 'fence' };
const LINK: Token = { type: 'link' };
const RULE: Token = { type: 'rule' };
const DAY: Token = { type: 'day' };
const ID: Token = { type: 'id' };
const REPLACED: Token = { type: 'replaced' };
const TEXT: Token = { type: 'text' };
const CROSSES: Token = { type: 'section', begins: 'cross' };
const REPLACEMENTS: Token = { type: 'section', begins: 'replace' };
const END: Token = { type: 'section', begins: 'end' };

/** Hyphens that make a rule; fewer of them can stand in an abstract. arXiv prints 78. */
const SHORTEST_RULE = 60;

/** Of names with the same first letter, the usual one stands first. */
const FIELDS: Record<string, FieldKey | null> = {
  Title: 'title',
  Authors: 'authors',
  Author: 'authors',
  Categories: 'categories',
  Comments: 'authorComment',
  Comment: 'authorComment',
  'Report-no': 'reportNumber',
  'Journal-ref': 'journalRef',
  Date: 'date',
  DOI: 'doi',
  From: null,
  'ACM-class': null,
  License: null,
  'MSC-class': null,
  Note: null,
  Notes: null,
  Proxy: null,
  'Subj-class': null,
};

const tokensByName = new Map(
  Object.entries(FIELDS).map(([name, key]): [string, FieldToken] => [
    name.toLowerCase(),
    { type: 'field', key, length: name.length + 1 },
  ]),
);

const fieldsByFirstByte: readonly (readonly { readonly start: Uint8Array; readonly token: FieldToken }[])[] =
  Array.from({ length: 128 }, (_, byte) =>
    Object.keys(FIELDS)
      .filter((name) => name.charCodeAt(0) === byte)
      .map((name) => ({
        start: Uint8Array.from(Buffer.from(`${name}:`)),
        token: tokensByName.get(name.toLowerCase()) as FieldToken,
      })),
  );

// A pattern needs a string, which takes longer to make than most lines take to be told apart: every rule looks at bytes
// before it asks a pattern.
const BACKSLASH = 0x5c;
const PARENTHESIS = 0x28;
const SPACE = 0x20;
const HYPHEN = 0x2d;
const FOUR_HYPHENS = 0x2d2d2d2d;
const CLOSING = 0x29;
const COLON = 0x3a;
const DOT = 0x2e;
const SLASH = 0x2f;
const LETTER_A = 0x61;
const LETTER_R = 0x72;
// The old scheme: `hep-th/9901001`, `math.AP/9701214`. The new one: `0704.0001`, `2303.00001`.
const IDENTIFIER = String.raw`(?:[a-z][a-z-]*(?:\.[A-Z]{2}|\.[a-z-]+)?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?`;
const MARK = String.raw`\([^)]{0,40}\)`;
const ID_LINE = new RegExp(String.raw`^(?:arXiv|Paper)(?:\s+${MARK})?:\s*(${IDENTIFIER})(?:\s+${MARK})?$`, 'i');
//     \\ ( https://arxiv.org/abs/2303.00001 ,  12kb)    a paste may lose one backslash
const LINK_LINE = new RegExp(String.raw`^\\{1,2}\s?\(.*(?:\/abs\/|${IDENTIFIER}|\d\s?kb\b)`, 'i');
const LONGEST_LINK = 400;
const UNKNOWN_FIELD = /^([A-Za-z][\w-]{0,30})(?: ?\([^)]{0,30}\))? ?:(?=\s|$)/;

const REVISED_DATE: LooseField = { name: 'Date', token: { type: 'field', key: null, length: 0 } };

const rules: readonly (((line: Line) => Token) | undefined)[] = tokenRules();

/** One rule for each first character that means something; everything else is text. */
function tokenRules(): ((line: Line) => Token)[] {
  const table: ((line: Line) => Token)[] = [];
  fieldsByFirstByte.forEach((fields, byte) => {
    if (fields.length > 0) table[byte] = fieldToken;
  });
  table['\\'.charCodeAt(0)] = backslashToken;
  table['-'.charCodeAt(0)] = ruleToken;
  table['%'.charCodeAt(0)] = sectionToken;
  table['/'.charCodeAt(0)] = dayToken;
  table['a'.charCodeAt(0)] = idToken;
  table['P'.charCodeAt(0)] = (line) => (line.startsWith('Paper') ? idToken(line) : fieldToken(line));
  table['r'.charCodeAt(0)] = (line) => (line.startsWith('replaced with') ? REPLACED : TEXT);
  return table;
}

/** @param line not blank */
export function tokenOf(line: Line): Token {
  return rules[line.byte(0)]?.(line) ?? TEXT;
}

function backslashToken(line: Line): Token {
  // One backslash where a paste took the other one.
  if (line.length === 1 || (line.length === 2 && line.byte(1) === line.byte(0))) return FENCE;
  let at = line.byte(1) === BACKSLASH ? 2 : 1;
  if (line.byte(at) <= SPACE) at += 1;
  if (line.byte(at) !== PARENTHESIS || line.length > LONGEST_LINK) return TEXT;
  return LINK_LINE.test(line.latin1) ? LINK : TEXT;
}

function ruleToken(line: Line): Token {
  if (line.length < SHORTEST_RULE) return TEXT;
  const { view } = line.block;
  let at = line.start;
  for (; at <= line.end - 4; at += 4) if (view.getInt32(at) !== FOUR_HYPHENS) return TEXT;
  for (; at < line.end; at += 1) if (view.getUint8(at) !== HYPHEN) return TEXT;
  return RULE;
}

function sectionToken(line: Line): Token {
  if (line.startsWith('%-%-%-%-%-')) return CROSSES;
  if (line.startsWith('%%--%%--%%--')) return REPLACEMENTS;
  return line.startsWith('%%%---%%%---') ? END : TEXT;
}

function dayToken(line: Line): Token {
  return line.startsWith('/*') && line.latin1.endsWith('*/') ? DAY : TEXT;
}

function idToken(line: Line): Token {
  // Lines of abstracts begin with `a` as well.
  if (line.byte(0) === LETTER_A && (line.byte(1) | CASE) !== LETTER_R) return TEXT;
  return bareIdStart(line) > 0 || ID_LINE.test(line.latin1) ? ID : TEXT;
}

/**
 * Where the identifier begins on a line that has it and nothing else, as most have, which need no pattern.
 *
 *     arXiv:2303.00001
 *     Paper: astro-ph/0312001
 *
 * @returns 0 for any other line
 */
function bareIdStart(line: Line): number {
  const start = line.startsWith('arXiv:') ? 6 : line.startsWith('Paper: ') ? 7 : 0;
  if (start === 0) return 0;
  let at = line.length - 1;
  while (isDigit(line.byte(at))) at -= 1;
  const digits = line.length - 1 - at;
  if (line.byte(at) === DOT) {
    if (at !== start + 4 || (digits !== 4 && digits !== 5)) return 0;
    return isDigit(line.byte(start)) &&
      isDigit(line.byte(start + 1)) &&
      isDigit(line.byte(start + 2)) &&
      isDigit(line.byte(start + 3))
      ? start
      : 0;
  }
  if (line.byte(at) !== SLASH || digits !== 7 || !isLetter(line.byte(start))) return 0;
  for (at -= 1; at > start; at -= 1) if (!isLetter(line.byte(at)) && line.byte(at) !== HYPHEN) return 0;
  return start;
}

function isLetter(byte: number): boolean {
  return (byte | CASE) >= 0x61 && (byte | CASE) <= 0x7a;
}

function fieldToken(line: Line): Token {
  const { bytes } = line.block;
  for (const { start, token } of fieldsByFirstByte[line.byte(0)] ?? []) {
    let at = start.length - 1;
    while (at > 0 && bytes[line.start + at] === start[at]) at -= 1;
    if (at === 0) return token;
  }
  return TEXT;
}

/** What an `id` line tells. */
export interface IdLine {
  /** Between `start` and `end` they hold the identifier without its version. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** The line says that the paper is cross-listed. */
  readonly isCross: boolean;
}

/** Of an entry that begins without such a line. */
export const NO_ID: IdLine = { bytes: new Uint8Array(), start: 0, end: 0, isCross: false };

export function readIdLine(line: Line): IdLine {
  const bareId = bareIdStart(line);
  if (bareId > 0) return { bytes: line.block.bytes, start: line.start + bareId, end: line.end, isCross: false };
  const text = line.latin1;
  const bytes = Buffer.from((ID_LINE.exec(text)?.[1] ?? '').replace(/v\d+$/, ''));
  return { bytes, start: 0, end: bytes.length, isCross: text.includes('cross-listing') };
}

//     Date (revised v2): Thu, 6 May 2010 …      the usual one, in every third entry of a monthly file
function isRevisedDate(line: Line): boolean {
  return (
    line.startsWith('Date (revised v') &&
    isDigit(line.byte(15)) &&
    line.byte(16) === CLOSING &&
    line.byte(17) === COLON &&
    line.byte(18) === SPACE
  );
}

/**
 * The field that a line begins which is no `field` by its exact look.
 *
 *     JOURNAL-REF: …        a known field in other letters
 *     Date (revised): …     not the first date
 *     kDate: …              a damaged one, or one that is not known
 *
 * @returns its name and, where it is known, its token; null for a line that begins no field
 */
export function looseField(line: Line): LooseField | null {
  if (isRevisedDate(line)) return REVISED_DATE;
  const match = UNKNOWN_FIELD.exec(line.latin1);
  if (match === null) return null;
  const [start, name = ''] = match;
  const known = tokensByName.get(name.toLowerCase());
  if (known === undefined) return { name, token: null };
  const isRevision = start.length > name.length + 1 && /revised|v[2-9]|v\d\d/.test(start);
  return { name, token: { type: 'field', key: isRevision ? null : known.key, length: start.length } };
}
