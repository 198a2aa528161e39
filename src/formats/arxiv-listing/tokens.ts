import { bareArxivId } from '../../text/arxiv-id.ts';
import { firstOf } from '../../text/first.ts';
import { rulesByStart } from '../rules-by-start.ts';

/** A field of an entry that ends up in the record. */
export type FieldKey =
  | 'date'
  | 'revisedDate'
  | 'title'
  | 'authors'
  | 'categories'
  | 'authorComment'
  | 'reportNumber'
  | 'journalRef'
  | 'doi';

/** The parts of a daily mail, in their order. */
export type Section = 'new' | 'cross' | 'replace' | 'end';

/** The type of a line by its form alone; its meaning depends on its position. */
export type Token =
  /** Begins an entry, separates its fields from its abstract, ends both. */
  | { readonly type: 'fence' }
  /** The address of the paper: ends an entry. */
  | { readonly type: 'link' }
  /** A line of hyphens between entries. */
  | { readonly type: 'rule' }
  /** A line of percent signs between the parts of a mail. */
  | { readonly type: 'section'; readonly begins: Section }
  /** The heading of a day. */
  | { readonly type: 'day' }
  /** The identifier: the first line of an entry. */
  | { readonly type: 'id'; readonly id: string; readonly isCross: boolean }
  /** Stands for the date of a replacement. */
  | { readonly type: 'replaced' }
  /** `key` is null for a field that no record has. */
  | { readonly type: 'field'; readonly key: FieldKey | null; readonly value: string }
  | { readonly type: 'text' };

export type FieldToken = Extract<Token, { type: 'field' }>;

/**
 * A kind of line: the characters with which it can start, its pattern, and the token that it creates; null if the line is of
 * another kind.
 */
interface Rule {
  readonly starts: string;
  readonly pattern: RegExp;
  token(match: RegExpExecArray): Token | null;
}

const FENCE: Token = { type: 'fence' };
const LINK: Token = { type: 'link' };
const RULE: Token = { type: 'rule' };
const DAY: Token = { type: 'day' };
const REPLACED: Token = { type: 'replaced' };
const TEXT: Token = { type: 'text' };

const MARK = String.raw`\([^)]{0,40}\)`;

/** The names of fields as arXiv prints them. */
const FIELDS: ReadonlyMap<string, FieldKey | null> = new Map(
  Object.entries({
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
  } as const),
);

const fieldsInSmallLetters = new Map([...FIELDS].map(([name, key]) => [name.toLowerCase(), key]));

const RULES: readonly Rule[] = [
  //   \\          a paste may lose one of the two
  { starts: '\\', pattern: /^\\{1,2}$/, token: () => FENCE },
  //   \\ ( https://arxiv.org/abs/2303.00001 ,  12kb)          \\ ( hep-th/9901001 ,  12kb)
  {
    starts: '\\',
    pattern: /^\\{1,2}\s?\(.{0,400}?(?:\/abs\/|\b[a-z-]+(?:\.[a-z-]+)?\/\d{7}|\d{4}\.\d{4,5}|\d\s?kb\b)/is,
    token: () => LINK,
  },
  //   ------------------------------------------------------------------------------     arXiv prints 78
  { starts: '-', pattern: /^-{60,}$/, token: () => RULE },
  //   ```text     around a listing that was pasted as code
  { starts: '`', pattern: /^`{3,}\w{0,10}$/, token: () => RULE },
  //   %-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-
  { starts: '%', pattern: /^%-%-%-%-%-/, token: () => ({ type: 'section', begins: 'cross' }) },
  //   %%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%
  { starts: '%', pattern: /^%%--%%--%%--/, token: () => ({ type: 'section', begins: 'replace' }) },
  //   %%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---
  { starts: '%', pattern: /^%%%---%%%---/, token: () => ({ type: 'section', begins: 'end' }) },
  //   /* Fri, 3 Mar 2023 */
  { starts: '/', pattern: /^\/\*.{0,200}\*\/$/, token: () => DAY },
  //   arXiv:2303.00001 (*cross-listing*)          Paper (*cross-listing*): hep-th/9901001
  {
    starts: 'aAP',
    pattern: new RegExp(String.raw`^(?:arXiv|Paper)(?:\s+${MARK})?:\s*([\w.\/-]{9,40})(?:\s+${MARK})?$`, 'i'),
    token: ([line, id = '']) =>
      bareArxivId(id) === null
        ? null
        : { type: 'id', id: id.replace(/v\d+$/, ''), isCross: line.includes('cross-listing') },
  },
  //   replaced with revised version Thu, 2 Mar 2023 08:21:51 GMT   (133kb,D)
  { starts: 'r', pattern: /^replaced with/, token: () => REPLACED },
  //   Title: On Kites          Report-no: KITE-12
  {
    starts: [...new Set([...FIELDS.keys()].map((name) => name.charAt(0)))].join(''),
    pattern: /^([A-Za-z-]{3,11}):/,
    token: ({ 0: start, 1: name = '', input }) => {
      const key = FIELDS.get(name);
      return key === undefined ? null : { type: 'field', key, value: input.slice(start.length) };
    },
  },
];

const rulesOf = rulesByStart(RULES);

/** @param text of a line, without white space around it */
export function tokenOf(text: string): Token {
  const read = firstOf(rulesOf(text.charAt(0)), ({ pattern, token }) => {
    const match = pattern.exec(text);
    return match === null ? null : token(match);
  });
  return read ?? TEXT;
}

const ANY_FIELD = /^([A-Za-z][\w-]{0,30})(?: ?\([^)]{0,30}\))? ?:(?=\s|$)/;
const REVISION = /revised|v[2-9]|v\d\d/;

/**
 * The field that a line begins among the fields of an entry, if it is not exactly as arXiv prints it.
 *
 *     JOURNAL-REF: …        a known field in other letters
 *     Date (revised): …     not the first date
 *     kDate: …              damaged or unknown
 *
 * @returns the name of an unknown field; null if the line begins no field
 */
export function looseFieldOf(text: string): FieldToken | { readonly type: 'unknown'; readonly name: string } | null {
  const match = ANY_FIELD.exec(text);
  if (match === null) return null;
  const [start, name = ''] = match;
  const known = fieldsInSmallLetters.get(name.toLowerCase());
  if (known === undefined) return { type: 'unknown', name };
  const value = text.slice(start.length);
  if (!REVISION.test(start.slice(name.length))) return { type: 'field', key: known, value };
  return { type: 'field', key: known === 'date' ? 'revisedDate' : null, value };
}
