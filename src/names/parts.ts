import { isGroup, namesSeveral } from './group.ts';
import { MISREAD } from './name.ts';

/** The separator before a part of an author list. */
export type Separator = 'start' | 'comma' | 'semicolon' | 'and' | 'behalf';

/** The text between two separators: a name, half of one (`Clay` in `Clay, Ada`), a suffix or a footnote mark. */
export interface Part {
  readonly text: string;
  readonly before: Separator;
}

//     Ada Clay, Bo Ek; Cy Fox & Di Gold and Ed Hill       The Moth Collaboration: Ada Clay
//             ^^     ^^      ^^^       ^^^^^                                    ^^
// but not within `Di von und zu Gold`.
const SEPARATOR = String.raw`\s?(?:[,:，、;；|]|(?<!${MISREAD})[·•])\s?(?:(?:and|und|et)\s|&\s?)?|\s?&\s?|\s(?:and|und(?!\szum?\s)|et)(?:\s|$)`;
//     Ada Clay on behalf of the Moth Collaboration, Bo Ek, for the Kite and Pond teams
//             ^^^^^^^^^^^^^^^^^^                         ^^^^^^^^^
const BEHALF = String.raw`(?:^|\s?[,;]\s?|\s)(?:on behalf of|for)\s(?:the\s)?(?=[^;()]{0,120}\s(?:collab|consorti|team|group|project|survey|experiment|network|investigators|trialists))`;
const PLAIN = new RegExp(`(${SEPARATOR})`);
const WITH_BEHALF = new RegExp(`(${BEHALF}|${SEPARATOR})`, 'i');
const MAY_BE_BEHALF = /\bfor\s|\bbehalf\s/i;

// TeX in which a separator does not separate: `\,`, `{Ya, ya}`, `$^{1,2}$`.
const TEX = /\$|\\[,;:&]|\{[^{}]*(?:[,;:&{]|\sand\s)/;
const ATOMS = /\\\W|\$[^$]{0,60}\$|[{}]/g;

/** Splits an author list at every separator outside of braces and mathematics, except in names like `H1 and ZEUS Collaborations`. */
export function splitParts(list: string): Part[] {
  const visible = TEX.test(list) ? maskTex(list) : list;
  const pieces = visible.split(MAY_BE_BEHALF.test(list) ? WITH_BEHALF : PLAIN);
  const parts: Part[] = [];
  let before: Separator = 'start';
  let at = 0;
  for (let index = 0; index < pieces.length; index += 2) {
    const length = pieces[index]?.length ?? 0;
    const text = list.slice(at, at + length).trim();
    const previous = parts[parts.length - 1];
    // `Centre for the Study of Networks` is one name.
    if (before === 'behalf' && previous !== undefined && isGroup(previous.text)) {
      parts[parts.length - 1] = {
        text: `${previous.text} ${pieces[index - 1]?.trim()} ${text}`,
        before: previous.before,
      };
    } else parts.push({ text, before });
    const separator = pieces[index + 1] ?? '';
    before = kindOf(separator);
    at += length + separator.length;
  }
  return joinGroups(parts);
}

/** Replaces each character in braces or mathematics by `x`, keeping the length. */
function maskTex(list: string, useBraces = true): string {
  let masked = '';
  let from = 0;
  let braces = 0;
  const add = (end: number) => {
    masked += braces > 0 ? 'x'.repeat(end - from) : list.slice(from, end);
    from = end;
  };
  for (const { 0: match, index } of list.matchAll(ATOMS)) {
    add(index);
    if (match === '{') braces += useBraces ? 1 : 0;
    if (match === '\\&' && braces === 0) masked += ' &';
    else masked += 'x'.repeat(match.length);
    if (match === '}') braces = Math.max(0, braces - 1);
    from = index + match.length;
  }
  // An unclosed brace is a mistake in one name and must not affect the others.
  if (braces > 0) return maskTex(list, false);
  add(list.length);
  return masked;
}

function kindOf(separator: string): Separator {
  if (separator === ', ') return 'comma';
  if (/[;；|·•]/.test(separator)) return 'semicolon';
  if (/\bfor\b|\bbehalf\b/i.test(separator)) return 'behalf';
  return /[a-z&]/i.test(separator) ? 'and' : 'comma';
}

//     H1   ZEUS   LHCb   Fermi-LAT
const ACRONYM = /^(?=\S*[\p{Lu}\d]\S*[\p{Lu}\d])[^\s.]+$/u;

/**
 * Joins the parts of one name in the plural:
 *
 *     Ada Clay | the Moth | Kite | Pond Collaborations   → Ada Clay | the Moth, Kite and Pond Collaborations
 */
function joinGroups(parts: Part[]): Part[] {
  if (!parts.some(endsGroup)) return parts;
  const joined: Part[] = [];
  for (const part of parts) {
    if (!endsGroup(part) || joined.length === 0) {
      joined.push(part);
      continue;
    }
    const members = [joined.pop()];
    while (members[0]?.before === 'comma' && !startsGroup(members[0]) && mayBelong(joined.at(-1))) {
      members.unshift(joined.pop());
    }
    const names = members.map((member) => member?.text).join(', ');
    joined.push({ text: `${names} and ${part.text}`, before: members[0]?.before ?? 'start' });
  }
  return joined;
}

function endsGroup({ text, before }: Part): boolean {
  return before === 'and' && namesSeveral(text);
}

function startsGroup(part: Part | undefined): boolean {
  return part === undefined || part.before === 'behalf' || /^the\s/i.test(part.text);
}

function mayBelong(part: Part | undefined): boolean {
  return part !== undefined && (startsGroup(part) || ACRONYM.test(part.text));
}
