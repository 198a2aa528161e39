import { lazyFormat } from '../lazy-format.ts';
import { ENTRY_NAMES, entryNamesIn, FEED_NAMES, isKnownKind, PREFIX } from './feed-names.ts';

/**
 * Atom and RSS: answers of arXiv's API, arXiv's news, feeds of Hugging Face papers and of journals; XML exports with one
 * element for each record: PubMed, EndNote, OAI-PMH, DBLP, Europe PMC, Zotero, Crossref, any other that says `title`.
 */
export const feed = lazyFormat({ name: 'feed', isData: true, detect: isFeed }, () => import('./feed-reader.ts'));

//     <feed xmlns="…">   <rss version="2.0">   <rdf:RDF xmlns:rdf="…">   <entry>   <item>   <xml><records><record>
const ROOT = new RegExp(`<${PREFIX}(?:${FEED_NAMES}|${ENTRY_NAMES})(?=[\\s>])`, 'iy');
const ENTRY_END = new RegExp(`</(?:${ENTRY_NAMES})>`);
/** What papers have in addition to a title. */
const OTHERS =
  'authors?|author-?string|creators?|abstract|summary|doi|identifier|year|pub-?year|date|date-?issued|journal|url';
//     </dc:creator>     <field name="authors">     <arr name="author_display">
const OTHER_FIELD = new RegExp(
  `</(?:[\\w.-]{1,40}:)?(?:${OTHERS})>|\\sname="(?:${OTHERS}|published|publication_date)(?:_display)?"`,
  'i',
);
/** A browser puts a remark before a file without a style sheet. */
const LONGEST_REMARK = 300;

/** A feed whose beginning was lost still has entries. */
function isFeed(head: string): boolean {
  if (beginsFeed(head)) return true;
  const isKnown = isKnownKind(head);
  if (/<(?:html|body|div)\b/i.test(head) && !isKnown) return false;
  return ENTRY_END.test(head)
    ? /<(?:[\w.-]{1,40}:)?(?:Article)?Title\b/i.test(head)
    : (isKnown || OTHER_FIELD.test(head)) && entryNamesIn(head) !== null;
}

/** Whether the first tag is that of a feed; declarations and comments may precede it. */
function beginsFeed(head: string): boolean {
  let at = head.indexOf('<');
  if (at > LONGEST_REMARK) return false;
  while (at >= 0) {
    const closer = closerOf(head, at);
    if (closer === null) {
      ROOT.lastIndex = at;
      return ROOT.test(head);
    }
    const end = head.indexOf(closer, at);
    at = end < 0 ? -1 : head.indexOf('<', end + closer.length);
  }
  return false;
}

/** The end mark of the declaration or comment that begins here; null if there is none. */
function closerOf(text: string, at: number): string | null {
  if (text.startsWith('<?', at)) return '?>';
  if (text.startsWith('<!--', at)) return '-->';
  if (!text.startsWith('<!', at)) return null;
  return /^<![^>[]*\[/.test(text.slice(at, at + LONGEST_REMARK)) ? ']>' : '>';
}
