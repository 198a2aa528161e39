import { tokenize } from './tokens.ts';

export interface MarkupFault {
  readonly message: string;
  readonly offset: number;
}

/** Elements whose content is text up to their closing tag, even if it looks like markup. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);

/** A tag on the next line: the rest of the page would be part of an attribute or a title. */
const TAG_BELOW = /<(?<=\n\s*<)\/?[a-z]/i;

/**
 * The first place after which a page would be misread because an end is lost:
 *
 *     <h1 class="heading              of a quote or a tag
 *     <title>Daily Papers             of an element of text
 *     <!-- saved by                   of a comment
 */
export function findMarkupFault(html: string): MarkupFault | null {
  const faults: MarkupFault[] = [];
  /** The tag that is open, and the element of text. */
  let tag = -1;
  let raw: { readonly name: string; readonly offset: number } | null = null;
  tokenize(html, {
    onopentagname(start, end) {
      const name = html.slice(start, end).toLowerCase();
      tag = start - 1;
      raw = RAW.has(name) ? { name, offset: tag } : null;
    },
    //     <tb
    //     <tr>     is one tag
    onattribname(start) {
      if (faults.length === 0 && html.charAt(start) === '<') faults.push(openTag(tag));
    },
    onattribdata(start, end) {
      if (faults.length === 0 && TAG_BELOW.test(html.slice(start, end))) faults.push(openTag(tag));
    },
    onopentagend() {
      tag = -1;
    },
    onselfclosingtag() {
      tag = -1;
      raw = null;
    },
    onclosetag() {
      raw = null;
    },
    ontext(start, end) {
      if (raw?.name === 'title' && faults.length === 0 && TAG_BELOW.test(html.slice(start, end)))
        faults.push(openElement(raw));
    },
    oncomment(start, end) {
      if (end >= html.length && html.startsWith('<!--', start - 4) && !html.endsWith('-->'))
        faults.push({ message: 'a comment that does not end', offset: start - 4 });
    },
  });
  if (tag >= 0) faults.push(openTag(tag));
  else if (raw !== null) faults.push(openElement(raw));
  return faults[0] ?? null;
}

function openTag(offset: number): MarkupFault {
  return { message: 'a tag that does not end', offset };
}

function openElement({ name, offset }: { readonly name: string; readonly offset: number }): MarkupFault {
  return { message: `an element that does not end: <${name}>`, offset };
}
