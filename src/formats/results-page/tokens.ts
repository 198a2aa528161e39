import type { Line } from '../../input/line.ts';
import { BUTTONS, type ButtonName, FRAME, type FrameType } from './rules.ts';

/** The type of a line by its form alone. */
export type Token =
  | { readonly type: 'text' }
  | { readonly type: FrameType }
  /** Nothing but buttons. */
  | ButtonsToken;

export interface ButtonsToken {
  readonly type: 'buttons';
  readonly names: readonly ButtonName[];
  readonly citationCount: string | null;
  /** What stands between them and is not one of them. */
  readonly rest: string;
}

export interface PageLine {
  readonly line: Line;
  readonly type: Exclude<Token['type'], 'buttons'>;
}

const TEXT: Token = { type: 'text' };
/** A longer line is text. */
const LONGEST_BUTTONS = 300;
/** Likewise. */
const LONGEST_FRAME = 2100;
/** Longer text between buttons is not a damaged button. */
const LONGEST_REST = 40;

//     34     1,021     1.021     1 021
const COUNT = "(?:\\d{1,3}(?:[.,’'\\u00a0\\u202f ]\\d{3})+|\\d{1,9})(?!\\d)";
const BUTTON = new RegExp(
  BUTTONS.map(({ name, texts }) => `(?<![\\p{L}\\d])(?<${name}>${texts.replaceAll('#', COUNT)})(?![\\p{L}\\d])`).join(
    '|',
  ),
  'gu',
);
const ORNAMENT = /[^\p{L}\d]+/gu;

/** Buttons that no text has by chance. */
const CLEAR: ReadonlySet<ButtonName> = new Set(['citedBy', 'related', 'versions']);

export function tokenOf(text: string): Token {
  const buttons = text.length > LONGEST_BUTTONS ? null : buttonsOf(text);
  if (buttons !== null) return buttons;
  const rule = text.length > LONGEST_FRAME ? undefined : FRAME.find(({ pattern }) => pattern.test(text));
  return rule === undefined ? TEXT : { type: rule.type };
}

/**
 * Reads the buttons of a result.
 *
 *     Save Cite Cited by 1,021 Related articles All 5 versions          ☆ Speichern "" Zitieren          1
 */
function buttonsOf(text: string): ButtonsToken | null {
  const names: ButtonName[] = [];
  let citationCount: string | null = null;
  const rest = text
    .replace(/\s/g, ' ')
    .replace(BUTTON, (printed: string, ...match: unknown[]) => {
      const groups = match.at(-1) as Partial<Record<ButtonName, string>>;
      for (const { name } of BUTTONS) if (groups[name] !== undefined) names.push(name);
      if (groups.citedBy !== undefined) citationCount = printed.replace(/\D/g, '');
      return ' ';
    })
    .replace(ORNAMENT, ' ')
    .trim();
  if (names.length === 0) return null;
  const areClear =
    names.length > 1 && (names.some((name) => CLEAR.has(name)) || (names[0] === 'save' && names[1] === 'cite'));
  if (rest !== '' && !(areClear && rest.length <= LONGEST_REST)) return null;
  return { type: 'buttons', names, citationCount, rest };
}
