import { MONTH_NAMES, MONTHS } from '../../calendar/day.ts';
import { parseCount } from '../../text/printed-count.ts';
import { rulesByStart } from '../rules-by-start.ts';
import type { StrippedLine } from './markup.ts';
import { PAGE_LINE_STARTS, pageLine } from './page-lines.ts';
import type { Token } from './tokens.ts';
import { DAY, printedDay } from './values.ts';

export interface RuleContext extends Pick<StrippedLine, 'urls' | 'closesLink'> {
  readonly line: number;
  readonly reference: number | null;
  /** The line before it, without a blank one between, was text. */
  readonly continues: boolean;
  /** It may be a line of the page: it does not go on with text, or has a bullet. */
  readonly mayBePage: boolean;
  /** The token before the line. */
  readonly previous: Token | null;
  /** The tokens of the line so far. */
  readonly before: Token[];
}

/** One rule: the text that it reads at the place where the reader stands, and the token that makes. */
interface Rule {
  /** The characters that it can start with, in lower case. */
  readonly starts: string;
  /** Sticky. */
  readonly pattern: RegExp;
  /** `line`: it reads a line as a whole. `start`: only at the start of a line. Else any part of a row. */
  readonly reads?: 'line' | 'start';
  /** Whether what stands before allows it. */
  readonly when?: (context: RuleContext) => boolean;
  /** @returns null if the text is something else after all */
  token(match: RegExpExecArray, context: RuleContext): Token | null;
}

const DIGITS = '0123456789';
/**
 * `·`, and what becomes of it if an encoding is damaged: what a reader of UTF-8 in another encoding sees (`Â·`, `¬∑`, `Ã‚Â·`,
 * `В·`), question marks, or a reference.
 */
const SEPARATORS = String.raw`·|&(?:middot|#183|#xb7);|[\x80-\u017f\u0192-\u045f\u201a-\u22ff]{2,8}|\?{1,3}|\ufffd+`;
//     · May 29     ? May 29     ?May 29     ? [a]
const SEPARATOR = new RegExp(
  String.raw`·|(?:${SEPARATORS})(?=\s*$|\s+[\p{L}\d]|\s+\[[^[\]]{1,40}\]\s*$|(?:${MONTH_NAMES.map((name) => name.slice(0, 3)).join('|')})\p{L}{0,6}\.?\s\d)`,
  'iuy',
);

/**
 * Bullets and similar marks before a row or between its parts, also what a damaged encoding leaves of them. What begins with
 * `Â`, `¬`, `В` or `Ã‚` was a separator: `·` and `•` begin with different bytes.
 */
const ORNAMENTS =
  /(?:\s|[•*+◦▪‣●○■▸►–−-](?=\s|$)|[•●](?=\S)|&(?:bull|#8226|#x2022);|(?:o|(?![·Â¬В]|Ã‚)[^\sA-Za-z0-9]{1,12})(?=\s+\d\S*\s+authors?\b)|\ufffd+(?=\s*\d)|,(?=\s|$))*/iy;

/** What follows a day and is no count is a damaged one up to this length, and text beyond it. */
const LONGEST_DAMAGE = 30;

/** A row that is cut off is hardly longer. */
const LONGEST_DAMAGED_DAY = 24;

/**
 * All rules, in the order in which they are tried. To teach the reader a new row, add a rule here, and a pair of fixtures.
 *
 * What an extractor puts around a line (links, bullets, link numbers, …) is gone before.
 */
const RULES: readonly Rule[] = [
  //   Daily Papers     by AK and the research community     PreviousNext     TOSPrivacyAboutCareers
  {
    starts: [...PAGE_LINE_STARTS].join(''),
    pattern: /.{1,200}$/y,
    reads: 'line',
    when: ({ mayBePage }) => mayBePage,
    token: ([text], { line }) => {
      const type = pageLine(text);
      return type === null ? null : { type, line };
    },
  },
  //   -     –     \-
  {
    starts: '-–\\',
    pattern: /\\?[-–]$/y,
    reads: 'line',
    token: (_, { urls, line }) =>
      urls.some(isLogin) ? { type: 'votes', count: 0, hasBox: false, line } : { type: 'dash', line },
  },
  //   [ ]     [-] 74     [x]
  { starts: '[', pattern: /\[[ xX✓-]?\]\s*(.*)$/sy, reads: 'line', token: checkBoxToken },
  //   Mar 25,
  //   2024 2     ← a wrapped day
  {
    starts: DIGITS,
    pattern: /(\d{4})(?=$|\s)/y,
    reads: 'start',
    token: ([, year], { previous, line }) =>
      previous?.type === 'day' && previous.isCut ? { type: 'year', year: Number(year), line } : null,
  },
  //   101     1,024     11.3k
  { starts: DIGITS, pattern: /\d\S{0,11}$/y, reads: 'line', token: numberToken },
  //   Submitted by     Submitted by vvasilev
  {
    starts: 's',
    pattern: /submitted by\b[\s:]*(?:\[[^[\]]{0,40}\]\s*)?(.*)$/iy,
    reads: 'line',
    token: ([, name], { line }) => ({ type: 'submitted', name: name || null, line }),
  },
  //   https://huggingface.co/papers/2401.00001     /papers/2401.00001
  {
    starts: 'hf</',
    pattern: /<?((?:https?|file):\/\/[^\s<>]+|\/papers\/[^\s<>]+)>?$/y,
    reads: 'line',
    token: addressToken,
  },
  //   GitHub
  //   131 arXiv Page     ← a wrapped row
  { starts: DIGITS, pattern: /(\d\S*)\s+(?=arxiv|github)/iy, reads: 'start', token: numberToken },
  //   ·
  { starts: '', pattern: SEPARATOR, token: (_, { line }) => ({ type: 'separator', line }) },
  //   3 authors     1 author
  {
    starts: DIGITS,
    pattern: /(\d\S*)\s+authors?(?!\w)/iy,
    token: ([text, count = ''], { line }) => ({ type: 'authors', count: parseCount(count), text, line }),
  },
  //   3 Autoren     3 auteurs     3位作者        on a page that a browser has translated
  {
    starts: DIGITS,
    pattern:
      /(\d{1,6})\s?(?:autor(?:en|es|e|i)?|auteurs?|авторо?в?а?|位作者|[名人]の著者|명의 저자)(?![\w\u0400-\u04ff])/iy,
    token: ([text, count = ''], { line }) => ({ type: 'authors', count: parseCount(count), text, line }),
  },
  //   Mar 25, 2024     Published on Oct 4
  {
    starts: [...new Set([...MONTHS, 'published'].map((word) => word.charAt(0)))].join(''),
    pattern: DAY,
    token: dayToken,
  },
  //   Upvote 117     Upvote -     Upvote
  {
    starts: 'u',
    pattern: /upvoted?\b[\s:]*(\\?-|\d\S*)?/iy,
    token: ([, count = ''], { line }) => ({ type: 'upvote', count: parseVotes(count), line }),
  },
  //   GitHub 11.3k     GitHub
  { starts: 'g', pattern: /github(?:\s+(\d\S*)|(?!\S))/iy, token: githubToken },
  //   arXiv Page     Published on     View arXiv page     Project page
  { starts: 'apv', pattern: /published on$|arxiv$|(?:view )?(?:arxiv|project) page(?!\w)/iy, token: decoration },
  //   [GitHub](…) [arXiv
  //   Page](…)     ← a wrapped row
  {
    starts: 'p',
    pattern: /page$/iy,
    reads: 'line',
    token: (_, { urls, line }) => (urls.length > 0 ? { type: 'decoration', line } : null),
  },
  //   ][1     ← a link that is cut off
  { starts: ']', pattern: /\][\][()\d]*$/y, reads: 'line', token: decoration },
  //   Oct 2 (BUTTON)
  { starts: '(', pattern: /\(button\)/iy, token: decoration },
  //   [a0]     [papers-by.png]
  { starts: '[', pattern: /\[[^[\]]{0,40}\](?!\S)|\[\]/y, token: decoration },
  //   May 29 6     3 authors · 6 comments
  { starts: DIGITS, pattern: /(\d\S*)(?: comments?)?(?=\s*(?:$|·))/iy, token: commentsToken },
  //   May 29 12 points
  {
    starts: '',
    pattern: new RegExp(`.{1,${LONGEST_DAMAGE}}$`, 'uy'),
    when: ({ before, previous }) =>
      before.at(-1)?.type === 'day' && (before.length > 1 || previous?.type === 'separator'),
    token: ([text], { line }) => ({ type: 'damaged-count', text, line }),
  },
  //   Upvote
  //   12 points
  {
    starts: DIGITS,
    pattern: new RegExp(`.{1,${LONGEST_DAMAGE}}$`, 'uy'),
    reads: 'line',
    when: ({ previous }) =>
      (previous?.type === 'upvote' && previous.count === null) ||
      (previous?.type === 'github' && previous.stars === null),
    token: ([text], { line }) => ({ type: 'damaged-count', text, line }),
  },
  //   ·
  //   Mrch 6, 2024     · Published o
  {
    starts: '',
    pattern: new RegExp(`.{1,${LONGEST_DAMAGED_DAY}}$`, 'uy'),
    when: ({ before, previous }) =>
      before.length === 0
        ? previous?.type === 'separator'
        : before.length === 1 && before[0]?.type === 'separator' && isPartOfRow(previous),
    token: ([text], { before, line }) =>
      before.length === 1 || mayBeDay(text) ? { type: 'damaged-day', text, line } : null,
  },
];

const rulesOf = rulesByStart(RULES);

/**
 * The tokens of a line of the page or of a row of a card; null if any part of the line is something else, so that it is
 * text.
 */
export function readByRules(text: string, context: RuleContext): readonly Token[] | null {
  const tokens = scan(text, 0, context);
  if (tokens !== null) return context.continues && !mayFollowText(tokens, context) ? null : tokens;
  return organizationRow(text, context);
}

/** Reads rule after rule from `from` to the end; null if none fits. */
function scan(text: string, from: number, context: RuleContext): Token[] | null {
  const tokens = context.before;
  let at = from === 0 ? 0 : afterOrnaments(text, from);
  let isStart = from === 0;
  while (at < text.length) {
    const found = firstRule(text, at, isStart, context);
    if (found !== null) {
      tokens.push(found.token);
      at = afterOrnaments(text, found.end);
      isStart = false;
    } else {
      // A dash before a row is a bullet, but alone it is a row.
      const next = afterOrnaments(text, at);
      if (next === at) return null;
      at = next;
    }
  }
  // A line of nothing else belongs somewhere too.
  return tokens.length === 0 ? [{ type: 'decoration', line: context.line }] : tokens;
}

function firstRule(
  text: string,
  at: number,
  isStart: boolean,
  context: RuleContext,
): { token: Token; end: number } | null {
  for (const { pattern, reads, when, token } of rulesOf(text.charAt(at).toLowerCase())) {
    if ((reads !== undefined && !isStart) || when?.(context) === false) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const read = match === null ? null : token(match, context);
    if (match !== null && read !== null) return { token: read, end: at + match[0].length };
  }
  return null;
}

function afterOrnaments(text: string, from: number): number {
  ORNAMENTS.lastIndex = from;
  // It matches the empty text too.
  ORNAMENTS.test(text);
  return ORNAMENTS.lastIndex;
}

// Fern Lab · 9 authors · May 29 6     Fern Lab·Published on May 29
const ORGANIZATION = new RegExp(
  String.raw`^(\S.{0,118}?)(?:\s+(?=(?:•|${SEPARATORS})(?:\s|$)|published on\s)|(?=·))`,
  'i',
);
const HOLDS_SEPARATOR = /[^ -~]|[?&]|published on/i;

function organizationRow(text: string, context: RuleContext): readonly Token[] | null {
  if (!HOLDS_SEPARATOR.test(text)) return null;
  const [whole = '', name = ''] = ORGANIZATION.exec(text) ?? [];
  const rest =
    whole === ''
      ? null
      : scan(text, whole.length, {
          ...context,
          previous: { type: 'separator', line: context.line },
          before: [],
        });
  if (rest === null || !rest.some(({ type }) => type === 'authors' || type === 'day')) return null;
  const { urls, reference, line } = context;
  const continues = context.continues && context.closesLink;
  return [{ type: 'organization', text: name, continues, url: urls[0] ?? null, reference, line }, ...rest];
}

/** A wrapped line of text may hold no more than `May 29` or `GitHub`. */
function mayFollowText([first]: readonly Token[], { urls, previous }: RuleContext): boolean {
  if (first?.type === 'day') return first.isPublished || previous?.type === 'separator';
  return first?.type === 'github' || first?.type === 'upvote' ? urls.length > 0 : true;
}

/** What tells nothing about the card. */
function decoration(_: RegExpExecArray, { line }: RuleContext): Token {
  return { type: 'decoration', line };
}

const SITE_URL = /^https?:\/\/(?:www\.)?huggingface\.co\//;

/** In a wrapped abstract an address may stand alone on a line. */
function addressToken([, url = '']: RegExpExecArray, { continues, line }: RuleContext): Token | null {
  return continues && !SITE_URL.test(url) ? null : { type: 'address', url, line };
}

export function isLogin(url: string): boolean {
  return url.includes('login?next=');
}

function checkBoxToken([, text = '']: RegExpExecArray, { line }: RuleContext): Token | null {
  const count = text === '' ? null : parseVotes(text);
  return count === null && text !== '' ? null : { type: 'votes', count, hasBox: true, line };
}

function numberToken(match: RegExpExecArray, { continues, urls, line }: RuleContext): Token | null {
  const text = match[1] ?? match[0];
  const count = parseCount(text);
  if (count === null) return null;
  if (urls.some(isLogin)) return { type: 'votes', count, hasBox: false, line };
  if (urls.some((url) => url.includes('#community'))) return { type: 'comments', count, line };
  return { type: 'number', count, text, continues, url: urls[0] ?? null, line };
}

function dayToken(match: RegExpExecArray, { line }: RuleContext): Token {
  const day = printedDay(match);
  const isCut = day.year === null && match.input.charAt(match.index + match[0].length) === ',';
  return { type: 'day', day, isPublished: /^published/i.test(match[0]), isCut, line };
}

function githubToken([, stars]: RegExpExecArray, { urls, line }: RuleContext): Token | null {
  const url = urls.find((target) => target.includes('github.com/')) ?? null;
  if (stars === undefined) return { type: 'github', stars: null, url, line };
  const count = parseCount(stars);
  return count === null ? null : { type: 'github', stars: count, url, line };
}

function commentsToken([, digits = '']: RegExpExecArray, { before, line }: RuleContext): Token | null {
  const last = before.at(-1)?.type;
  const count = parseCount(digits);
  return count === null || !(last === 'day' || last === 'authors' || last === 'year')
    ? null
    : { type: 'comments', count, line };
}

/** `-` is how the page shows no votes; Markdown may put a backslash before it. */
function parseVotes(text: string): number | null {
  if (text.length > 12) return null;
  return /^\\?[-–]$/.test(text) ? 0 : parseCount(text);
}

/** Whether the token before the line was a row of a card, so that what starts with a separator is another. */
function isPartOfRow(previous: Token | null): boolean {
  return previous?.type === 'authors' || previous?.type === 'organization' || previous?.type === 'decoration';
}

/** `Marhc 6, 2024`, `2024-13-01`, `Ma`: text in place of a date that is not a title. */
function mayBeDay(text: string): boolean {
  const [first = '', ...more] = text.toLowerCase().split(' ');
  if (more.length > 3) return false;
  return /\d{1,2}(?:,|$)|\d{4}/.test(text) || MONTH_NAMES.some((month) => month.startsWith(first));
}
