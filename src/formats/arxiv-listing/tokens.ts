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

type FieldToken = Extract<Token, { type: 'field' }>;

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

const FIELDS: Record<string, FieldKey | null> = {
  Title: 'title',
  Author: 'authors',
  Authors: 'authors',
  Categories: 'categories',
  Comment: 'authorComment',
  Comments: 'authorComment',
  'Report-no': 'reportNumber',
  'Journal-ref': 'journalRef',
  DOI: 'doi',
  Date: 'date',
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

const fieldsByFirstByte: readonly (readonly { readonly start: string; readonly token: FieldToken }[])[] = Array.from(
  { length: 128 },
  (_, byte) =>
    Object.keys(FIELDS)
      .filter((name) => name.charCodeAt(0) === byte)
      .map((name) => ({ start: `${name}:`, token: tokensByName.get(name.toLowerCase()) as FieldToken })),
);

// The old scheme: `hep-th/9901001`, `math.AP/9701214`. The new one: `0704.0001`, `2303.00001`.
const IDENTIFIER = String.raw`(?:[a-z][a-z-]*(?:\.[A-Z]{2}|\.[a-z-]+)?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?`;
const MARK = String.raw`\([^)]{0,40}\)`;
const ID_LINE = new RegExp(String.raw`^(?:arXiv|Paper)(?:\s+${MARK})?:\s*(${IDENTIFIER})(?:\s+${MARK})?$`, 'i');
//     \\ ( https://arxiv.org/abs/2303.00001 ,  12kb)    a paste may lose one backslash
const LINK_LINE = new RegExp(String.raw`^\\{1,2}\s?\(.*(?:\/abs\/|${IDENTIFIER}|\d\s?kb\b)`, 'i');
const LONGEST_LINK = 400;
const UNKNOWN_FIELD = /^([A-Za-z][\w-]{0,30})(?: ?\([^)]{0,30}\))? ?:(?=\s|$)/;

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
  return line.length <= LONGEST_LINK && LINK_LINE.test(line.latin1) ? LINK : TEXT;
}

function ruleToken(line: Line): Token {
  return line.length >= SHORTEST_RULE && /^-+$/.test(line.latin1) ? RULE : TEXT;
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
  return ID_LINE.test(line.latin1) ? ID : TEXT;
}

function fieldToken(line: Line): Token {
  for (const { start, token } of fieldsByFirstByte[line.byte(0)] ?? []) if (line.startsWith(start)) return token;
  return TEXT;
}

/** The identifier of an `id` line, without its version, and whether the line says that the paper is cross-listed. */
export function readIdLine(line: Line): { id: string; isCross: boolean } {
  const text = line.latin1;
  return { id: (ID_LINE.exec(text)?.[1] ?? '').replace(/v\d+$/, ''), isCross: text.includes('cross-listing') };
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
export function looseField(line: Line): { name: string; token: FieldToken | null } | null {
  const match = UNKNOWN_FIELD.exec(line.latin1);
  if (match === null) return null;
  const [start, name = ''] = match;
  const known = tokensByName.get(name.toLowerCase());
  if (known === undefined) return { name, token: null };
  const isRevision = start.length > name.length + 1 && /revised|v[2-9]|v\d\d/.test(start);
  return { name, token: { type: 'field', key: isRevision ? null : known.key, length: start.length } };
}
