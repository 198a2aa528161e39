import { isoDate, monthNumber } from '../../calendar/day.ts';
import type { AnnounceType } from '../../paper/announce-types.ts';
import { arxivYear, bareArxivId } from '../../text/arxiv-id.ts';
import type { FieldName, Token } from './tokens.ts';

/** The matched text and its groups, '' for one that took no part. No rule has more groups. */
type Groups = readonly [string, string, string, string, string, string];

/** One kind of line. */
export interface Rule {
  /** The characters with which such a line can start; empty for any. */
  readonly starts: string;
  readonly pattern: RegExp;
  /** The number of lines over which such a line may be wrapped. */
  readonly lines: number;
  /** Its elements may stand in paragraphs of their own. */
  readonly hasParagraphs?: boolean;
  /** @returns null if the line is of another kind after all */
  token(groups: Groups): Token | null;
}

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
/** The beginning of the head of a search, whatever became of its dash. Groups: the numbers of the first and the last result. */
export const SHOWN = String.raw`Showing ([\d,]+)\s?[^\s\d,]{1,3}\s?([\d,]+) of `;

const BULLETS = '*•+-';
const BULLET = '(?:[*•+-] )?';

const DAY = String.raw`(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? (\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4}|\d{2})`;
const COUNT = String.raw`(?: ?\((?:continued, )?showing (?:first |last )?([\d,]+) of [\d,]+ entries ?\))?`;
const LINK_WORD = '(?:abs|pdf|ps|html|src|tex|dvi|other|format|view)';
const HAS_LINKS = new RegExp(String.raw`^.{0,80}\[ ?${LINK_WORD}\b`);

const ANY = '';
const NAVIGATION = [
  ...['Previous', 'Next', 'Go', 'About', 'Help', 'Contact', 'Subscribe', 'Copyright', 'Privacy', 'Privacy Policy'],
  ...[
    'Accessibility',
    'Web Accessibility Assistance',
    'Operational Status',
    'References:?',
    'Log in',
    'Submit',
    'Donate',
  ],
  ...['Search', 'View PDF', 'TeX Source', 'Access Paper', 'Focus to learn more', 'Bookmark', 'Current browse context'],
  ...[String.raw`HTML \(experimental\)`, String.raw`\(opens in new tab\)`, String.raw`\(BUTTON\)`],
];

/**
 * The lines of arXiv's pages, in the order in which they are tried. A line that no rule matches is text. Words identify a
 * line; bullets and marks of headings do not matter.
 */
export const RULES: readonly Rule[] = [
  //   [1] arXiv:2607.20627 [pdf, html, other]
  //   [3] arXiv:math.GT/0309136 (cross-list from stat.AP) [pdf, other]
  //   [12] hep-th/9901001 [abs, src, ps, other] :
  {
    starts: `[${BULLETS}`,
    pattern: new RegExp(String.raw`^${BULLET}\[(\d{1,6})\] ?(?:arXiv: ?)?([^\s[\](),]*\d[^\s[\](),]*)(.*)$`, 'i'),
    lines: 2,
    hasParagraphs: true,
    token: ([, number, word, rest]) => {
      const id = bareArxivId(word);
      return id === null && !HAS_LINKS.test(rest) ? null : { type: 'entry', number: Number(number), id, rest };
    },
  },
  //   [1] arXiv:2607.2      [1] arX      [1]        truncated lines
  {
    starts: '[',
    pattern: /^\[(\d{1,6})(?:\]?|\] ?ar?(?:X(?:i(?:v(?::.{0,16})?)?)?)?)$/,
    lines: 1,
    token: ([, number]) => ({ type: 'entry', number: Number(number), id: null, rest: '' }),
  },
  //   1. hep-th/9901001 [abs, src, ps, other] :
  {
    starts: DIGITS,
    pattern: new RegExp(String.raw`^(\d{1,6})\. ?([^\s[\](),]+)((?: \([^()]*\))* \[ ?${LINK_WORD}\b.*)$`),
    lines: 2,
    token: ([, number, word, rest]) => {
      const id = bareArxivId(word);
      return id === null ? null : { type: 'entry', number: Number(number), id, rest };
    },
  },
  //   arXiv:2512.03811 [pdf, other] quant-ph doi 10.1000/182          2.   arXiv:2408.02079[pdf, other]
  {
    starts: `aA${DIGITS}${BULLETS}`,
    pattern: new RegExp(
      String.raw`^(?:(\d{1,6})\. |${BULLET})arXiv: ?([^\s[\](),]+)( ?\[ ?(?:${LINK_WORD}\b.*|\])?| [a-z-]+\.[A-Za-z-]+\b.*)$`,
      'i',
    ),
    lines: 3,
    hasParagraphs: true,
    token: ([, number, word, rest]) => {
      const id = bareArxivId(word);
      return id === null ? null : { type: 'entry', number: number === '' ? null : Number(number), id, rest };
    },
  },
  //   arXiv:2607.20627 (cs)        the head of a page of one paper
  {
    starts: 'aA',
    pattern: /^arXiv:(\S+) ?\([a-z-]+\)$/i,
    lines: 1,
    token: ([, word]) => {
      const id = bareArxivId(word);
      return id === null ? null : { type: 'entry', number: null, id, rest: '' };
    },
  },
  //   Showing new listings for Friday, 3 July 2026
  //   Fri, 3 Jul 2026 (showing first 25 of 92 entries )        Fri, 3 Jul 2026
  //   Catchup results for Computation and Language on Wed, 08 Jul 2026
  {
    starts: `CSMTWF${BULLETS}`,
    pattern: new RegExp(`^${BULLET}(?:Showing new listings for |Catchup results for .{1,80} on )?${DAY}${COUNT}$`, 'i'),
    lines: 4,
    token: ([, day, month, year, count]) => ({ type: 'day', date: dateOf(day, month, year), count: countOf(count) }),
  },
  //   Fri, 3 Jul 20        Showing new listings for Fri        truncated lines
  {
    starts: 'SMTWF',
    pattern:
      /^(?:Showing new listings\b.{0,50}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2}(?: [A-Z]?[a-z]{0,8}(?: \d{0,4}(?: ?\([^)]{0,60})?)?)?)$/,
    lines: 1,
    token: () => ({ type: 'day', date: null, count: null }),
  },
  //   New submissions (showing 2 of 2 entries)        Cross-lists for Fri, 3 Mar 23        Replacements
  {
    starts: `NCR${BULLETS}`,
    pattern: new RegExp(`^${BULLET}(New|Cross|Replacement)(?: submissions|-lists|s)(?: for ${DAY})?${COUNT}$`, 'i'),
    lines: 3,
    token: ([, name, day, month, year, count]) => sectionToken(name, dateOf(day, month, year), countOf(count)),
  },
  //   New submissions (showing 2 o        truncated lines
  {
    starts: 'NCR',
    pattern: /^(New|Cross|Replacement) submissions(?: \([^)]{0,40})?$/,
    lines: 1,
    token: ([, name]) => sectionToken(name, null, null),
  },
  //   Authors and titles for July 2026        Authors and titles for recent submissions
  {
    starts: `A${BULLETS}`,
    pattern: /^Authors and titles for (?:[A-Z][a-z]+\.? )?(\d{4}|recent submissions)$/i,
    lines: 2,
    token: ([, year]) => (/^\d/.test(year) ? { type: 'year', year: Number(year) } : { type: 'boilerplate' }),
  },
  //   Showing 1–50 of 3,068 results for all: small lanterns
  {
    starts: 'S',
    pattern: new RegExp(String.raw`^${SHOWN}[\d,]+ results\b.*$`, 'i'),
    lines: 2,
    token: ([, from, to]) => ({ type: 'results', count: Number(countOf(to)) - Number(countOf(from)) + 1 }),
  },
  //   Submitted 4 June, 2026; v1 submitted 2 May, 2024; originally announced June 2026.
  //   [Submitted on 12 Jun 2024 (v1), last revised 2 Aug 2025 (this version, v2)]
  {
    starts: 'S[',
    pattern: /^\[?Submitted (?:on )?(?=\d)(.*)$/,
    lines: 2,
    token: ([text]) => ({ type: 'label', field: 'submitted', text }),
  },
  //   Title: The Shape of a Pond        Subjects:Machine Learning (cs.LG)        Journal ref
  {
    starts: `${CAPITALS}:${BULLETS}`,
    pattern: /^(?:[:*•+-] )?([A-Z][A-Za-z]{1,15}(?:[ -][A-Za-z]{1,15})?) ?:(?!\/\/)\s?(.*)$/,
    lines: 2,
    token: ([, label, text]) => {
      const field = fieldNames.get(label.toLowerCase().replace('-', ' '));
      return field === undefined ? null : { type: 'label', field, text };
    },
  },
  // What arXiv prints above, between and below entries.
  {
    starts: ANY,
    pattern: oneOf([
      String.raw`\[?\s?[Tt]otal of [\d,]+ entries\b.*`,
      String.raw`\[?\s?[Ss]howing up to [\d,]+ entries\b.*`,
      String.raw`Sorry, your query\b.*`,
      'Continue catchup on .*',
      'The web address for this page and .*',
      `See (?:recent articles|today's new changes)`,
      String.raw`We gratefully acknowledge\b.*`,
      'Major funding support from.*',
      String.raw`Links to: arXiv, form interface\b.*`,
      'Skip to main content',
      String.raw`.{0,40}arXiv is now an independent nonprofit\b.*`,
      String.raw`arXiv Operational Status\b.*`,
      'contact arXiv.{0,40}',
      'subscribe to arXiv.{0,40}',
      String.raw`Search v\d\.\d.*`,
      '(?:Visible|Hidden) links:?',
      String.raw`\[?\d{1,6}[.\]]:? <?(?:(?:https?|file|mailto|javascript):|[/#?]).*`,
      'URL Source: .*',
      'Markdown Content:',
      'Submission history',
      String.raw`MathJax is (?:enabled|disabled)\b.*`,
      '(?:Disable|Enable) MathJax.*',
      ':{3,}.*',
    ]),
    lines: 1,
    token: () => ({ type: 'boilerplate' }),
  },
  //   Previous Next        About · Help · Contact        2        2.        …        ====        * * *
  {
    starts: ANY,
    pattern: oneOf([
      `(?:(?:${NAVIGATION.join('|')})[ ·|,]*)+`,
      String.raw`(?:[*•+-] )?(?:\d[\d,]*\.?|[…·|×])`,
      '[=_━═─-]{3,}|[*](?: [*]){2,}',
      'View a PDF of .*',
    ]),
    lines: 1,
    token: () => ({ type: 'navigation' }),
  },
];

function oneOf(patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`);
}

/** By the printed name, in lower case and without hyphens. */
const fieldNames: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ['title', 'title'],
  ['author', 'authors'],
  ['authors', 'authors'],
  ['abstract', 'abstract'],
  ['comment', 'comments'],
  ['comments', 'comments'],
  ['subject', 'subjects'],
  ['subjects', 'subjects'],
  ['subj class', 'subjects'],
  ['journal ref', 'journalRef'],
  ['journal reference', 'journalRef'],
  ['doi', 'doi'],
  ['related doi', 'doi'],
  ['report no', 'reportNumber'],
  ['report number', 'reportNumber'],
  ['msc class', 'other'],
  ['msc classes', 'other'],
  ['acm class', 'other'],
  ['acm classes', 'other'],
  ['cite as', 'identifier'],
  ['license', 'other'],
]);

function sectionToken(name: string, date: string | null, count: number | null): Token {
  const announceType: AnnounceType = /cross/i.test(name) ? 'cross' : /replacement/i.test(name) ? 'replace' : 'new';
  return { type: 'section', announceType, date, count };
}

const WHOLE_DAY = new RegExp(`^${DAY}$`);

/** The date of a text that is a day as headings print it; null for any other text. */
export function readDay(text: string): string | null {
  const match = WHOLE_DAY.exec(text);
  if (match === null) return null;
  const [, day, month, year] = groupsOf(match);
  return dateOf(day, month, year);
}

export function groupsOf([text, a = '', b = '', c = '', d = '', e = '']: RegExpExecArray): Groups {
  return [text, a, b, c, d, e];
}

function dateOf(day: string, month: string, year: string): string | null {
  return year === '' ? null : isoDate(arxivYear(year), monthNumber(month), Number(day));
}

function countOf(digits: string): number | null {
  return digits === '' ? null : Number(digits.replaceAll(',', ''));
}
