import type { Span } from './inline.ts';
import { isPaperPage, repositoryOf } from './links.ts';
import { meaningOf } from './meaning.ts';
import { isGeneric } from './title.ts';

/**
 * Joins a name that is a link or bold with the list of authors that it stands in.
 *
 *     [Ada Clay](https://…), **Bo Ek** and Cy Fox
 */
export function joinNames(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const [index, span] of spans.entries()) {
    const last = joined.at(-1);
    const name = isName(span) ? { ...span, url: null } : span;
    const isText = ({ url, isImage, isCode }: Span) => url === null && !isImage && !isCode;
    const isAfterName = index > 0 && isName(spans[index - 1]) && CONTINUES.test(name.text);
    const isBeforeName = name !== span || span.isBold ? isName(span) && GOES_ON.test(last?.text ?? '') : false;
    if (last !== undefined && isText(last) && isText(name) && (isAfterName || isBeforeName)) {
      const isFirst = isAfterName && last.text === spans[index - 1]?.text;
      joined[joined.length - 1] = { ...(isFirst ? name : last), text: last.text + name.text };
    } else joined.push(name);
  }
  return joined;
}

const CONTINUES = /^[*†‡\d]{0,3}(?:,|\s?(?:and|&)\s|;)/;
const GOES_ON = /(?:,|\s(?:and|&)|;)\s?$/;

/** Whether the span is the name of one author and nothing else, marked by a link or as bold. */
function isName(span: Span | undefined): boolean {
  if (span === undefined || span.isImage || span.isCode || (span.url === null && !span.isBold)) return false;
  if (span.url !== null && (isPaperPage(span.url) || repositoryOf(span.url) !== null)) return false;
  return (
    /^\p{Lu}\S*(?: \S+){0,4} (?:\p{Ll}['’])?\p{Lu}\S*[*†‡]?$/u.test(span.text) &&
    !isGenericLink(span) &&
    meaningOf(span.text, true)?.authors !== undefined
  );
}

function isGenericLink({ url, text }: Span): boolean {
  return url !== null && isGeneric(text) && meaningOf(text)?.authors === undefined;
}
