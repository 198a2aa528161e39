import type { Line } from '../../input/line.ts';
import { firstOf } from '../../text/first.ts';
import type { DocumentStart } from '../document.ts';

/** The elements with which a fragment of a page may begin, perhaps with the end of one. */
const ELEMENTS =
  'a|article|aside|body|center|dd|div|dl|dt|footer|form|h[1-6]|head|header|html|li|link|main|meta|nav|ol|p|section|span|table|tbody|td|tr|ul';
const START = new RegExp(`^<(?:!doctype\\s+html|/?(?:${ELEMENTS}))(?=[\\s>/])`, 'i');

/**
 * Whether a text is Markdown with HTML for what Markdown cannot express, as pandoc writes it:
 *
 *     <div id="abs">
 *
 *     # Counting Lanterns
 */
export function isMarkdownWithTags(head: string): boolean {
  return (
    /^[^\S\n]{0,8}<div\b[^<>\n]{0,999}>\n\n/m.test(head) &&
    /^#{1,6} \S|\]\(\S/m.test(head) &&
    !/<(?:html|body)\b/i.test(head)
  );
}

/** Whether a text begins like an HTML page or a fragment of one. */
export function isHtml(head: string): boolean {
  return !isMarkdownWithTags(head) && (startsWithTag(head) || isCutHtml(head));
}

/** Lines of a page whose beginning is lost. */
const MOST_LINES = 200;
const TAG = /<\/?(?:[a-z]{1,12}|h[1-6])(?:\s[^<>]{0,999})?\/?>/i;
const MARKDOWN = /^(?:[-*+|]|#{1,6}|\d{1,4}\.)\s/;
const FEED = /<\?xml|<(?:\w{1,20}:)?(?:rss|feed|channel|entry|item)\b/i;

/**
 * Whether most lines have tags, though the beginning of the page is lost or damaged:
 *
 *     ss="list-title">Kites</div>
 *     </dd>
 *     <dt><a name="item2">…
 */
function isCutHtml(head: string): boolean {
  const lines = head
    .split('\n', MOST_LINES)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const tagged = lines.filter((line) => TAG.test(line)).length;
  return tagged >= 3 && tagged * 2 >= lines.length && !lines.some((line) => MARKDOWN.test(line) || FEED.test(line));
}

function startsWithTag(head: string): boolean {
  let at = 0;
  for (;;) {
    const rest = head.slice(at, at + 200).trimStart();
    const start = head.indexOf(rest, at);
    if (!rest.startsWith('<')) return false;
    if (START.test(rest)) return true;
    // An XML declaration or a comment may come before.
    const end = rest.startsWith('<?xml') ? '>' : rest.startsWith('<!--') ? '-->' : null;
    const found = end === null ? -1 : head.indexOf(end, start);
    if (end === null || found < 0) return false;
    at = found + end.length;
  }
}

/**
 * Detects the start of each page, because one file may contain several.
 *
 *     <!DOCTYPE html>     ← here
 *     <html>
 *     …
 *     </html>
 *     <html>              ← here
 */
export function pageStarts(): (line: Line) => DocumentStart {
  let hasDoctype = false;
  return (line) => {
    if (!line.text.startsWith('<')) return 'no';
    const [tag, doctype] = /^<(?:(!doctype\s+html)|html)\b/i.exec(line.text.slice(0, 100)) ?? [];
    if (tag === undefined || (doctype === undefined && hasDoctype)) {
      hasDoctype &&= tag === undefined;
      return 'no';
    }
    hasDoctype = doctype !== undefined;
    return 'yes';
  };
}

/**
 * The address that a page was saved from, according to the page itself; empty if it does not say.
 *
 *     <!-- saved from url=(0037)https://arxiv.org/list/cs.CL/new -->      browsers
 *     <!-- Page saved with SingleFile
 *      url: https://arxiv.org/list/cs.CL/new                              a browser extension
 *     <meta property="og:url" content="https://huggingface.co/papers">
 *     <link rel="canonical" href="https://huggingface.co/papers">
 */
export function pageUrl(head: string): string {
  return firstOf(pageUrlPatterns, (pattern) => pattern.exec(head)?.[1]) ?? '';
}

const pageUrlPatterns = [
  /<!--\s{0,9}saved from url=\(\d+\)(\S+)/i,
  /<!--\s{0,9}Page saved with SingleFile\s{1,9}url:\s{0,9}(\S+)/i,
  /<meta\b[^<>]{0,99}\bproperty=["']?og:url["']?\s[^<>]{0,99}\bcontent=["']?([^\s"'<>]+)/i,
  /<link\b[^<>]{0,99}\brel=["']?canonical["']?\s[^<>]{0,99}\bhref=["']?([^\s"'<>]+)/i,
];
