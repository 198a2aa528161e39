import { type Authors, readAuthors, readNames } from '../../names/authors.ts';
import { type EntryLine, textOf } from './entries.ts';

/** Reads the authors of an entry: the linked names, if there is nothing else except affiliations, otherwise the text. */
export function readAuthorField(lines: readonly EntryLine[]): Authors {
  const linked = lines.flatMap(({ line }) => line.names).filter((name) => /[\p{L}\p{N}]/u.test(name));
  const text = textOf(lines);
  if (text === '') return { authors: [], authorCount: null };
  const beside = linked.length > 0 ? withoutNames(text, linked) : text;
  if (readAuthors(beside, 'given-first').authors.length > 0) return readAuthors(text, 'given-first');
  const notShown = /\((\d{1,6}) additional authors? not shown\)/.exec(beside)?.[1];
  const breaksOff = notShown === undefined && /\bet\.? al\b/.test(beside);
  const authorCount = breaksOff ? null : linked.length + Number(notShown ?? 0) || null;
  return { authors: linked.map(nameOf), authorCount };
}

/** The name that a link shows, which is one even if it looks like several. */
function nameOf(shown: string): string {
  return readNames([shown], 'given-first').authors.join(', ') || shown;
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
