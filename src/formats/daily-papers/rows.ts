import type { SeenLine } from './markup.ts';
import type { Token } from './tokens.ts';
import { DAY, parseCount, printedDay } from './values.ts';

/** A line longer than this shows text and nothing else, unless brackets surround it. */
export const LONGEST_ROW = 300;

/** What follows a day and is no count is a damaged one up to this length, and text beyond it. */
const LONGEST_DAMAGE = 30;

const CHECKBOX = /^\[[ xX✓-]?\]\s*(.*)$/;
const SUBMITTED = /^submitted by\b[\s:]*(?:\[[^[\]]{0,40}\]\s*)?(.*)$/i;
const ORGANIZATION = /^(\S.{0,118}?)\s+(?=·\s|·$)/;
const FILLING = /(?:\s|[•*+◦▪‣–-](?=\s)|,(?=\s|$))*/y;

/** One rule of a row: the text it reads at the place where the reader stands, and what that tells. */
interface Rule {
  readonly pattern: RegExp;
  token(match: RegExpExecArray, urls: readonly string[]): Token | null;
}

/**
 * The parts of a card's rows, in the order in which they are tried:
 *
 *     • 3 authors · Mar 6, 2024 12         Upvote 117 GitHub 11.3k arXiv Page
 */
const RULES: readonly Rule[] = [
  { pattern: /·/y, token: () => ({ type: 'separator' }) },
  {
    pattern: /(\d\S*)\s+authors?(?!\w)/iy,
    token: ([text, count = '']) => ({ type: 'authors', count: parseCount(count), text }),
  },
  { pattern: DAY, token: dayToken },
  {
    pattern: /upvoted?\b[\s:]*(\\?-|\d\S*)?/iy,
    token: ([, count]) => ({ type: 'upvote', count: parseVotes(count ?? '') }),
  },
  { pattern: /github(?:\s+(\d\S*)|(?!\S))/iy, token: githubToken },
  { pattern: /published on$|arxiv$|(?:view )?(?:arxiv|project) page(?!\w)/iy, token: () => ({ type: 'decoration' }) },
  { pattern: /\[[^[\]]{0,40}\](?!\S)/y, token: () => ({ type: 'decoration' }) },
  { pattern: /(\d\S*)(?: comments?)?(?=\s*(?:$|·))/iy, token: commentsToken },
];

// Nearly all text is told by its first letters.
const ROW_START =
  /^(?:[•*+◦▪‣–·[-]|\d\S*\s+(?:author|comment)|upvote|github|(?:view )?(?:arxiv|project) page|published|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z.]*\s+\d)/i;

/**
 * The tokens of a line that is a row of a card, or a part of one.
 *
 * @param continues the line before it was text @param isCertain the line before it was a separator, so that a day on
 *   this one is the day of a card
 * @returns null where any part of the line is something else
 */
export function rowTokens(line: SeenLine, continues: boolean, isCertain: boolean): readonly Token[] | null {
  const { text, urls, reference } = line;
  const alone = aloneToken(text, urls, continues);
  if (alone !== null) return [alone];
  //   131 arXiv Page     ← `GitHub` ended the line before
  const [start = '', count = ''] = /^(\d\S*)\s+(?=arxiv|github)/i.exec(text) ?? [];
  const parts = parseCount(count) === null ? null : scan(text, start.length, urls, isCertain);
  if (parts !== null)
    return [
      { type: 'number', count: parseCount(count) ?? 0, text: count, continues: false, url: urls[0] ?? null },
      ...parts,
    ];
  const tokens = ROW_START.test(text) ? scan(text, 0, urls, isCertain) : null;
  if (tokens !== null) return !continues || mayFollowText(tokens, urls, isCertain) ? tokens : null;
  //   Fern Lab · 9 authors · May 29 6
  const [whole = '', organization = ''] = text.includes('·') ? (ORGANIZATION.exec(text) ?? []) : [];
  const rest = whole === '' ? null : scan(text, whole.length, urls, true);
  if (rest === null || !rest.some(({ type }) => type === 'authors' || type === 'day')) return null;
  const token: Token = {
    type: 'organization',
    text: organization,
    continues: continues && line.closesLink,
    url: urls[0] ?? null,
    reference,
  };
  return [token, ...rest];
}

/** A line that is one thing as a whole. */
function aloneToken(text: string, urls: readonly string[], continues: boolean): Token | null {
  const url = urls.at(-1) ?? '';
  const count = parseVotes(text);
  if (count !== null) {
    if (url.includes('login?next=')) return { type: 'votes', count };
    if (/^\\?[-–]$/.test(text)) return { type: 'dash' };
    if (url.includes('#community')) return { type: 'comments', count };
    return { type: 'number', count, text, continues, url: urls[0] ?? null };
  }
  if (/^[•*+◦▪‣]$/.test(text) || (url !== '' && /^page$/i.test(text))) return { type: 'decoration' };
  const votes = CHECKBOX.exec(text)?.[1];
  if (votes === '') return { type: 'votes', count: null };
  if (votes !== undefined && parseVotes(votes) !== null) return { type: 'votes', count: parseVotes(votes) };
  if (!/^s/i.test(text)) return null;
  const submitted = SUBMITTED.exec(text);
  return submitted === null ? null : { type: 'submitted', name: submitted[1] || null };
}

/** Reads rule after rule from `from` to the end; null where none fits. */
function scan(text: string, from: number, urls: readonly string[], isCertain: boolean): Token[] | null {
  const tokens: Token[] = [];
  for (let at = afterFilling(text, from); at < text.length; ) {
    const last = tokens.at(-1)?.type;
    const found = firstRule(text, at, urls);
    const isCount = found?.token.type === 'comments';
    if (found === null || (isCount && last !== 'day' && last !== 'authors')) {
      const isDamaged = last === 'day' && (isCertain || tokens.length > 1) && text.length - at <= LONGEST_DAMAGE;
      return isDamaged ? [...tokens, { type: 'damaged-count', text: text.slice(at) }] : null;
    }
    tokens.push(found.token);
    at = afterFilling(text, found.end);
  }
  // A line of nothing else belongs somewhere too.
  return tokens.length === 0 ? [{ type: 'decoration' }] : tokens;
}

function firstRule(text: string, at: number, urls: readonly string[]): { token: Token; end: number } | null {
  for (const { pattern, token } of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const read = match === null ? null : token(match, urls);
    if (match !== null && read !== null) return { token: read, end: at + match[0].length };
  }
  return null;
}

/** White space and bullets between the parts tell nothing. */
function afterFilling(text: string, from: number): number {
  FILLING.lastIndex = from;
  return from + (FILLING.exec(text)?.[0].length ?? 0);
}

/** A wrapped line of text may hold no more than `May 29` or `GitHub`. */
function mayFollowText([first]: readonly Token[], urls: readonly string[], isCertain: boolean): boolean {
  if (first?.type === 'day') return isCertain || first.isPublished;
  return first?.type === 'github' || first?.type === 'upvote' ? urls.length > 0 : true;
}

function dayToken(match: RegExpExecArray): Token {
  return { type: 'day', day: printedDay(match), isPublished: /^published/i.test(match[0]) };
}

function githubToken([, stars]: RegExpExecArray, urls: readonly string[]): Token | null {
  const url = urls.find((target) => target.includes('github.com/')) ?? null;
  if (stars === undefined) return { type: 'github', stars: null, url };
  const count = parseCount(stars);
  return count === null ? null : { type: 'github', stars: count, url };
}

function commentsToken([, digits = '']: RegExpExecArray): Token | null {
  const count = parseCount(digits);
  return count === null ? null : { type: 'comments', count };
}

/** `-` is how the page shows no votes; Markdown may put a backslash before it. */
function parseVotes(text: string): number | null {
  if (text.length > 12) return null;
  return /^\\?[-–]$/.test(text) ? 0 : parseCount(text);
}
