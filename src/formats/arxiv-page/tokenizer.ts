import { rulesByStart } from '../rules-by-start.ts';
import { splitFields } from './inline-fields.ts';
import type { PageLine } from './page-line.ts';
import { groupsOf, RULES } from './rules.ts';
import { TEXT, type Token } from './tokens.ts';

/** A token with its lines. */
export interface PlacedToken {
  readonly token: Token;
  readonly lines: readonly PageLine[];
}

const rulesOf = rulesByStart(RULES);

export function tokenize(lines: readonly PageLine[]): PlacedToken[] {
  const tokens: PlacedToken[] = [];
  for (let at = 0; at < lines.length; ) {
    const { token, count } = tokenAt(lines, at);
    const taken = lines.slice(at, at + count);
    if (token.type === 'entry') tokens.push(...entryTokens(token, taken));
    else tokens.push({ token, lines: taken });
    at += count;
  }
  return tokens;
}

/**
 * An entry may be on one line with its fields:
 *
 *     [1] arXiv:2607.20627 [pdf, other] Title: The Shape of a Pond Jo Doe Subjects: Geophysics (physics.geo-ph) Ponds are …
 */
function entryTokens(token: Extract<Token, { type: 'entry' }>, lines: readonly PageLine[]): PlacedToken[] {
  const [head = '', ...fields] = splitFields(token.rest);
  const last = lines.at(-1);
  const rest = last === undefined ? [] : tokenize(fields.map((text) => ({ ...last, text })));
  return [{ token: { ...token, rest: head }, lines }, ...rest];
}

function tokenAt(lines: readonly PageLine[], at: number): { token: Token; count: number } {
  const text = lines[at]?.text ?? '';
  if (text === '') return { token: { type: 'blank' }, count: 1 };
  if (isReadersTitle(lines, at)) return { token: { type: 'boilerplate' }, count: 1 };
  for (const rule of rulesOf(text.charAt(0))) {
    let joined = text;
    for (let line = at, left = rule.lines; ; ) {
      const match = rule.pattern.exec(joined);
      const token = match === null ? null : rule.token(groupsOf(match));
      if (token !== null) return { token, count: line + 1 - at };
      left -= 1;
      line = nextLine(lines, line, rule.hasParagraphs === true);
      const next = lines[line]?.text ?? '';
      if (next === '' || left === 0) break;
      joined += ` ${next}`;
    }
  }
  return { token: TEXT, count: 1 };
}

/** More blank lines than this are not between the elements of one line. */
const MOST_BLANK_LINES = 4;

//     [1]
//
//             arXiv:2607.12171        the text of a page with the white space of its HTML
function nextLine(lines: readonly PageLine[], at: number, skipsBlank: boolean): number {
  let next = at + 1;
  while (skipsBlank && next <= at + MOST_BLANK_LINES && lines[next]?.text === '') next += 1;
  return next;
}

/**
 * Page readers put the title of the page first:
 *
 *     Title: Computer Science
 *
 *     URL Source: https://arxiv.org/list/cs/new
 */
function isReadersTitle(lines: readonly PageLine[], at: number): boolean {
  if (lines[at]?.text.startsWith('Title: ') !== true) return false;
  const next = lines.slice(at + 1, at + 4).find(({ text }) => text !== '');
  return next?.text.startsWith('URL Source: ') === true;
}
