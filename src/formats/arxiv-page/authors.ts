import { readAuthors } from '../../names/authors.ts';
import { type EntryLine, textOf } from './entries.ts';

export interface AuthorField {
  readonly names: readonly string[];
  /** null if the page shows no names, or breaks off without a number. */
  readonly count: number | null;
}

/** Reads the authors of an entry: the names that are links, if nothing but affiliations stands beside them, else the text. */
export function readAuthorField(lines: readonly EntryLine[]): AuthorField {
  const linked = lines.flatMap(({ line }) => line.names);
  const text = textOf(lines);
  const beside = linked.length > 0 ? readAuthors(withoutNames(text, linked)) : null;
  const { names, count } =
    beside?.names.length === 0 ? { names: linked, count: linked.length + (beside.count ?? 0) } : readAuthors(text);
  const breaksOff = /\bet\.? al\b/.test(text) && !/\(\d+ additional authors? not shown\)/.test(text);
  return { names, count: breaksOff ? null : count || null };
}

function withoutNames(text: string, names: readonly string[]): string {
  let rest = '';
  let at = 0;
  for (const name of names) {
    const found = text.indexOf(name, at);
    if (found < 0) return text;
    rest += text.slice(at, found);
    at = found + name.length;
  }
  return rest + text.slice(at);
}
