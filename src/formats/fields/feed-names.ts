import { increment } from '../../text/count.ts';

/** The prefix of a namespace, as part of a pattern. */
export const PREFIX = '(?:[A-Za-z][\\w.-]{0,40}:)?';
/** Alternatives of a pattern: the names of the elements around the entries. */
export const FEED_NAMES = 'feed|rss|rdf|channel|PubmedArticleSet|OAI-PMH|xml|records|result|dblpperson|dblp';
/** Alternatives of a pattern: the names of elements that hold one paper each. */
export const ENTRY_NAMES = 'entry|item|record|PubmedArticle|PubmedBookArticle|hit|r';

const ENTRY_START = new RegExp(`<${PREFIX}(?:${ENTRY_NAMES})(?=[\\s>])`, 'i');

/** Entries of lists that name them by the kind of publication. */
const KINDS: readonly (readonly [sign: RegExp, names: string])[] = [
  [
    /<dblp[\s>]|<(?:article|inproceedings)\s[^<>]{0,99}\bkey="/,
    'article|inproceedings|incollection|phdthesis|mastersthesis|book',
  ],
  // Crossref
  [
    /<(?:doi_batch|doi_records?|crossref)[\s>]/,
    'journal_article|conference_paper|posted_content|content_item|dissertation|report-paper_metadata',
  ],
  // PubMed Central
  [/<article-meta[\s>]/, 'front'],
  [/<refworks[\s>]/, 'reference'],
  // Zotero; what else has a title is a journal, a file or a note.
  [/<(?:mods:)?mods[\s>]/, 'mods'],
  [
    /\bxmlns:bib=|<bib:[A-Z]/,
    '(?<=bib:)(?:Article|Book|BookSection|Document|Manuscript|Report|Thesis)|(?<=rdf:)Description',
  ],
];

/** Alternatives of a pattern: the names of the elements that hold one paper each, if it is known what lists they are in. */
export function knownEntryNames(text: string): string | null {
  return ENTRY_START.test(text) ? ENTRY_NAMES : (KINDS.find(([sign]) => sign.test(text))?.[1] ?? null);
}

/** Whether a list is of a kind that names its entries by the kind of publication. */
export function isKnownKind(text: string): boolean {
  return KINDS.some(([sign]) => sign.test(text));
}

/** Elements with the title of something else. */
const NO_ENTRY =
  /^(?:feed|rss|rdf|channel|image|textinput|xml|records|head|svg|html|journal|volume|issue|collection|proceedings|series)$/i;
/** Elements that hold no more than a title, which is that of the element around them. */
const AROUND_TITLE = /^(?:titles|titleInfo|title-group)$/;
const TAG = /<(\/?)([A-Za-z][\w:.-]{0,60})(?:\s[^<>]*)?>/g;
const TITLE = /^title$/i;
//     <field name="title">     <str name="title_display">
const NAMED_TITLE = /\sname="title(?:_display|_s|_t)?"/i;

/**
 * The same for the beginning of any text, as its tags show it. In a list of an unknown kind it is the element that most often
 * stands around a title:
 *
 *     <responseWrapper><resultList><result><id>1</id><title>Folding Kites</title>…
 *
 * @returns null if there are none
 */
export function entryNamesIn(head: string): string | null {
  const known = knownEntryNames(head);
  if (known !== null) return known;
  /** How often each element stands around a title, the outer ones first. */
  const parents = new Map<string, number>();
  /** How many tags each element has. */
  const tags = new Map<string, number>();
  const open: string[] = [];
  let isOrphan = false;
  for (const [tag, slash, written = ''] of head.matchAll(TAG)) {
    if (tag.endsWith('/>')) continue;
    const name = written.slice(written.indexOf(':') + 1);
    increment(tags, name);
    const isTitle = TITLE.test(name) || NAMED_TITLE.test(tag);
    const parent = open.findLast((outer) => !AROUND_TITLE.test(outer));
    if (slash === '') {
      if (isTitle && parent !== undefined && (open.length > 1 || tags.get(parent) !== 1)) increment(parents, parent);
      isOrphan ||= isTitle && parent === undefined;
      open.push(name);
    } else if (open.includes(name)) open.length = open.lastIndexOf(name);
    else if (isOrphan && parent === undefined) {
      // The tag that begins the entry was lost.
      increment(parents, name);
      isOrphan = false;
    }
  }
  const entries = [...parents].filter(([name]) => !NO_ENTRY.test(name) && (tags.get(name) ?? 0) > 1);
  return entries.reverse().sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
