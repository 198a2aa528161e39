import type { FieldValue } from './entry.ts';
import { isLoneName } from './values-names.ts';

//     [Counting Lanterns](https://arxiv.org/abs/2609.20250)     <https://arxiv.org/abs/2609.20250>
const LINK = /^\[([^\]]{1,500})\]\(<?(https?:\/\/[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)?)>?(?:\s"[^"]*")?\)$/;
const ANGLE = /^<(https?:\/\/[^\s<>]+)>$/;
//     Counting Lanterns [PDF](https://arxiv.org/pdf/2609.20250)
const LINK_BEHIND =
  /\s\[?\[(?:pdf|arxiv|paper|link|abs|html|doi|openreview|hugging ?face)\]\((https?:\/\/[^\s()]{1,500})\)\]?$/i;
const INNER_LINK = /\[([^[\]]{1,300})\]\(https?:\/\/[^\s()]{1,500}\)/g;
//     - [A, B]     "quoted"     not: ['A', 'B']     [arxiv.Result.Author('A')]
const BRACKETED = /^\[(?!['"]|[\w.]+\()([^[\]]+)\]$/;
const QUOTED = /^"([^"]+)"$|^“([^”]+)”$|^'((?:[^']|'')+)'$/;
//     [[Ada Clay]]     [[people/ada|Ada Clay]]
const WIKI_LINK = /\[\[(?:[^[\]|]{1,200}\|)?([^[\]|]{1,200})\]\]/g;
const BLOCK_SCALAR = /^[|>][-+]?$/;

/**
 * The value of a field from its lines.
 *
 * @param isList each of the lines is one value
 * @returns the value, and the address to which a title is linked
 */
export function labelledValue(
  lines: readonly string[],
  isList: boolean,
  isTitle: boolean,
): { readonly value: FieldValue; readonly link: string | null } {
  // One name a line, surname first.
  if (lines.length > 1 && (isList || (!isTitle && lines.every(isLoneName))))
    return { value: lines.map(plain), link: null };
  const text = lines
    .filter((line, index) => index > 0 || !BLOCK_SCALAR.test(line))
    .join(' ')
    .replace(WIKI_LINK, '$1')
    .trim();
  const quoted = QUOTED.exec(text);
  const value = quoted?.[1] ?? quoted?.[2] ?? quoted?.[3]?.replaceAll("''", "'") ?? text;
  const link = LINK.exec(value);
  if (link !== null)
    return isTitle
      ? { value: withoutEmphasis(link[1] ?? ''), link: link[2] ?? null }
      : { value: link[2] ?? '', link: null };
  const behind = isTitle ? LINK_BEHIND.exec(value) : null;
  if (behind !== null) return { value: withoutEmphasis(plain(value.slice(0, behind.index))), link: behind[1] ?? null };
  const bracketed = BRACKETED.exec(value)?.[1];
  if (bracketed !== undefined && !isTitle)
    return { value: bracketed.split(',').map((part) => part.trim()), link: null };
  return { value: isTitle ? withoutEmphasis(plain(value)) : plain(value), link: null };
}

//     **Counting Lanterns**     **Lantern**: Counting in Corridors     *Lantern*     not: $a * b * c$
function withoutEmphasis(title: string): string {
  const whole = /^(\*\*?|__?|`)(?=\S)([^*_`]+)(?<=\S)\1$/.exec(title)?.[2];
  return whole ?? title.replace(/^(\*\*|__)(?=\S)([^*_]+)(?<=\S)\1(?=$|[\s:])/, '$2');
}

function plain(text: string): string {
  return ANGLE.exec(text)?.[1] ?? text.replace(INNER_LINK, '$1');
}
