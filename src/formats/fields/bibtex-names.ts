import { isSuffix } from '../../names/name.ts';
import { singleSpaced } from '../../text/white-space.ts';
import { bibtexText } from './bibtex-text.ts';
import type { FieldValue } from './entry.ts';

const BRACES_OR_AND = /[{}]|(?:^|\s)and(?=\s|$)/gi;
const BRACES_OR_COMMA = /[{},]/g;

/** Maximum number of names separated by commas instead of `and`. */
const MOST_PARTS = 1000;

/**
 * The names of an author field, in the parts in which BibTeX writes them; as text if it writes no parts.
 *
 *     Moss, Tilda and van der Berg, Jr., Jan and {Geese and Co.} and others
 */
export function bibtexNames(value: string): FieldValue[] {
  return splitAt(value, BRACES_OR_AND, /^\s*and\b/i).flatMap(nameOf);
}

function nameOf(name: string): FieldValue[] {
  if (name === '') return [];
  if (/^others$/i.test(name)) return ['et al.'];
  const parts = splitAt(name, BRACES_OR_COMMA, /^,/);
  if (parts.length > MOST_PARTS) return [{ literal: plain(name) }];
  if (parts.every((part) => KEYED.test(part))) return [keyedName(parts)];
  const [family = '', ...rest] = parts.map((part) => plain(part));
  if (rest.length === 0) return [{ literal: family }];
  if (rest.length === 1) return [{ family, given: rest[0] ?? '' }];
  const [suffix = '', given = ''] = rest;
  if (rest.length === 2 && isSuffix(suffix)) return [{ family, suffix, given }];
  if (rest.length === 2 && isSuffix(given)) return [{ family, suffix: given, given: suffix }];
  // Somebody separated names by commas.
  return parts.map((part) => ({ literal: plain(part) }));
}

//     given=Jan
const KEYED = /^([a-z]+(?:-[a-z]+)?)\s*=\s*(.*)$/s;

/** The extended form of biblatex: `family=Berg, given=Jan, prefix=van der, useprefix=true`. */
function keyedName(parts: readonly string[]): FieldValue {
  const values = new Map(
    parts.map((part) => {
      const [, key = '', value = ''] = KEYED.exec(part) ?? [];
      return [key, plain(value.replace(/^"(.*)"$/s, '$1'))];
    }),
  );
  const value = (key: string) => values.get(key) ?? '';
  return { family: `${value('prefix')} ${value('family')}`.trim(), given: value('given'), suffix: value('suffix') };
}

//     Wei Wang 0062, as DBLP distinguishes authors of one name
const NUMBER = / 0\d{3}$/;

function plain(text: string): string {
  return singleSpaced(bibtexText(text)).replace(NUMBER, '');
}

/** Splits at a separator outside of braces. @param start beginning of the text after a separator */
function splitAt(text: string, signs: RegExp, start: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(signs)) {
    if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      parts.push(text.slice(from, index));
      from = index;
    }
  }
  parts.push(text.slice(from));
  return parts.map((part, index) => (index === 0 ? part : part.replace(start, '')).trim());
}
