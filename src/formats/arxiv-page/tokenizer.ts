import { splitFields } from './inline-fields.ts';
import type { PageLine } from './page-line.ts';
import { groupsOf, RULES, type Rule } from './rules.ts';
import type { Token } from './tokens.ts';

/** A token with its lines. */
export interface PlacedToken {
  readonly token: Token;
  readonly lines: readonly PageLine[];
}

/** The rules that may match a line, by its first character. */
const rulesByStart = new Map<string, readonly Rule[]>();
const anyStart = RULES.filter(({ starts }) => starts === '');
for (const start of new Set(RULES.flatMap(({ starts }) => [...starts]))) {
  rulesByStart.set(
    start,
    RULES.filter(({ starts }) => starts === '' || starts.includes(start)),
  );
}

/** Converts the lines of one page to tokens. */
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
  for (const rule of rulesByStart.get(text.charAt(0)) ?? anyStart) {
    let joined = '';
    for (let count = 1; count <= rule.lines; count += 1) {
      const next = lines[at + count - 1]?.text ?? '';
      if (next === '') break;
      joined = count === 1 ? next : `${joined} ${next}`;
      const match = rule.pattern.exec(joined);
      const token = match === null ? null : rule.token(groupsOf(match));
      if (token !== null) return { token, count };
    }
  }
  return { token: { type: 'text', text }, count: 1 };
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
