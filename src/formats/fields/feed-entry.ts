import { firstOf } from '../../text/first.ts';
import { type HtmlAttributes, type HtmlHandler, readXml } from '../html/tokens.ts';
import { addValue, type Fields, type FieldValue, isList } from './entry.ts';

export interface FeedEntry {
  readonly fields: Fields;
  /** Offset of the first occurrence of each field in the text of the entry. */
  readonly offsets: ReadonlyMap<string, number>;
  /** The entry ends, and so do all of its elements. */
  readonly isWhole: boolean;
  readonly hasSecondTitle: boolean;
}

/** Prefixes by the names of their namespaces; elements of Atom and RSS have none. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/(?:rss\/1\.0|atom\/ns#)\/?|my\.netscape\.com\/.*)$/i, ''],
  [/^https?:\/\/purl\.org\/net\/biblio/i, ''],
  [/^https?:\/\/arxiv\.org\/schemas\/atom/i, 'arxiv'],
  [/^https?:\/\/purl\.org\/dc\/elements\//i, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms/i, 'dcterms'],
  [/^https?:\/\/(?:www\.)?prism(?:standard)?\.org|\/prism\//i, 'prism'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
];

const USUAL = /^(?:arxiv|dc|dcterms|prism|content):/;

/** Elements that contain text for people, perhaps with markup. */
const TEXTUAL =
  /^(?:title|article-title|booktitle|(?:\w+:)?abstract|summary|description|content|content:encoded|dc:(?:title|description)|dcterms:abstract|rights|subtitle|ArticleTitle|AbstractText|abstractText)$/;
/** Elements of an entry, which end a text whose end was lost. */
const FIELD =
  /^(?:id|guid|title|link|author|contributor|published|updated|pubDate|summary|description|category|content|(?:arxiv|dc|prism|content):.+)$/;
const INLINE =
  /^(?:.*:)?(?:a|abbr|b|bold|cite|code|em|fixed-case|font|i|italic|mark|q|s|small|span|strong|sub|sup|tex-math|tt|u|m\w+)$/i;
/** EndNote puts it around every text: `<author><style face="normal">Moss, Tilda</style></author>`. */
const STYLE = 'style';
/** Elements and names of namespaces beyond these are not kept. */
const DEEPEST = 100;
const MOST_NAMESPACES = 100;

/** Reads the names of namespaces that the tags of a text give: `xmlns:dc="http://purl.org/dc/elements/1.1/"`. */
export class Namespaces {
  readonly #prefixes = new Map<string, string>();

  add(attribute: string, value: string): void {
    if (!/^xmlns(?::|$)/.test(attribute) || this.#prefixes.size >= MOST_NAMESPACES) return;
    const known = PREFIXES.find(([pattern]) => pattern.test(value));
    if (known !== undefined) this.#prefixes.set(attribute.slice('xmlns:'.length), known[1]);
  }

  /** The name of an element with the usual prefix of its namespace: `atom:title` is `title`. */
  nameOf(name: string): string {
    const colon = name.indexOf(':');
    const written = name.slice(0, Math.max(colon, 0));
    const prefix = this.#prefixes.get(written) ?? written;
    const local = name.slice(colon + 1);
    return prefix === '' ? local : `${prefix}:${local}`;
  }
}

/**
 * Reads the element of an entry.
 *
 * XML's own five entities and numbers are decoded; entities that a document type defines stay as they are written, since
 * they can name files and grow without end.
 *
 * @param text from the tag that begins the entry to the one that ends it, or as far as it goes
 */
export function readFeedEntry(text: string, namespaces: Namespaces): FeedEntry {
  const builder = new EntryBuilder(namespaces);
  readXml(text, builder);
  return builder.entry();
}

interface Element {
  readonly name: string;
  readonly offset: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly texts: string[];
  readonly inner: Element[];
}

class EntryBuilder implements HtmlHandler {
  readonly #namespaces: Namespaces;
  /** The element of the entry, and those that are open in it. */
  readonly #open: Element[] = [];
  #root: Element | null = null;
  /** Elements in an open text that have the name of the text. */
  #nested = 0;
  #isWhole = true;
  /** That of the entry itself, which says nothing about the fields: `b:` in `<b:Source><b:Title>`. */
  #prefix = '';

  constructor(namespaces: Namespaces) {
    this.#namespaces = namespaces;
  }

  open(written: string, printed: HtmlAttributes, offset: number): void {
    if (this.#isOver) return;
    const attributes = new Map([...printed].map(([key, { value }]) => [key, value]));
    for (const [key, value] of attributes) this.#namespaces.add(key, value);
    if (written === STYLE) return;
    if (this.#root === null) this.#prefix = written.slice(0, written.indexOf(':') + 1);
    const name = this.#nameOf(written);
    const last = this.#open.at(-1);
    if (last !== undefined && TEXTUAL.test(last.name)) {
      if (name === last.name || !FIELD.test(name) || isHeading(name, last)) {
        if (name === last.name) this.#nested += 1;
        if (!INLINE.test(name)) last.texts.push(' ');
        return;
      }
      this.#closeDamaged(this.#open.length - 1);
    }
    if (this.#open.length >= DEEPEST) return;
    const element = { name, offset, attributes, texts: [], inner: [] };
    this.#root ??= element;
    this.#open.push(element);
  }

  close(written: string): void {
    if (written === STYLE) return;
    const name = this.#nameOf(written);
    const last = this.#open.at(-1);
    if (last === undefined) return;
    if (last.name !== name) {
      const index = this.#open.findLastIndex((element) => element.name === name);
      if (index < 0) {
        if (!INLINE.test(name)) last.texts.push(' ');
        // Its start tag was lost, so its content is part of another element.
        if (FIELD.test(name) && !INLINE.test(name) && !isHeading(name, last)) this.#isWhole = false;
        return;
      }
      this.#closeDamaged(index + 1);
      this.#nested = 0;
    }
    if (this.#nested > 0) this.#nested -= 1;
    else this.#closeLast();
  }

  text(text: string): void {
    this.#open.at(-1)?.texts.push(text);
  }

  entry(): FeedEntry {
    // Elements that are still open have no end.
    const isWhole = this.#isWhole && this.#isOver;
    const elements = this.#root?.inner ?? [];
    const offsets = new Map<string, number>();
    for (const element of elements) {
      const name = fieldName(element);
      if (!offsets.has(name)) offsets.set(name, element.offset);
    }
    const fields = fieldsOf(elements, (name) => name);
    return { fields, offsets, isWhole, hasSecondTitle: isList(fields.title) };
  }

  #nameOf(written: string): string {
    const isOwn = this.#prefix !== '' && written.startsWith(this.#prefix);
    return isOwn ? written.slice(this.#prefix.length) : this.#namespaces.nameOf(written);
  }

  get #isOver(): boolean {
    return this.#root !== null && this.#open.length === 0;
  }

  #closeDamaged(from: number): void {
    this.#nested = 0;
    while (this.#open.length > from) {
      this.#isWhole = false;
      this.#closeLast();
    }
  }

  #closeLast(): void {
    const element = this.#open.pop();
    if (element !== undefined) this.#open.at(-1)?.inner.push(element);
  }
}

/** JATS: `<abstract><title>Abstract</title><p>…</p></abstract>` */
function isHeading(name: string, outer: Element): boolean {
  return name === 'title' && outer.name.endsWith('abstract');
}

/** The fields that elements are. Of texts in several languages the first one counts. */
function fieldsOf(elements: readonly Element[], nameOf: (name: string) => string): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  const languages = new Map<string, string>();
  for (const element of elements) {
    const value = elementValue(element);
    if (value === '') continue;
    const name = nameOf(fieldName(element));
    const language = element.attributes.get('xml:lang');
    if (language !== undefined && TEXTUAL.test(element.name)) {
      const first = languages.get(name) ?? language;
      languages.set(name, first);
      if (language !== first) continue;
    }
    addValue(fields, name, value);
  }
  return fields;
}

/** Elements that are called by the type of what they hold, and have its name in an attribute: databases, Solr. */
const NAMED = /^(?:field|column|str|arr|date|int|long|float|double|bool)$/;

/**
 * The name of an element with the attribute that says what it holds:
 *
 *     link   link pdf   link related   (without an addition for the page of the entry)
 *     ELocationID doi   ArticleId pubmed   (PubMed)
 *     article-id doi   contrib editor   (JATS)   person_name editor   (Crossref)   identifier doi   namePart given   (MODS)
 *     title   for <field name="title">
 */
function fieldName({ name, attributes }: Element): string {
  const ownName = NAMED.test(name) ? attributes.get('name') : undefined;
  if (ownName !== undefined) return ownName;
  const role = attributes.get('contributor_role') ?? attributes.get('contrib-type') ?? 'author';
  if (role !== 'author') return `${name} ${role}`;
  if (name === 'organization' && attributes.has('contributor_role')) return 'person_name';
  const ownType = name === 'identifier' || name === 'namePart' ? attributes.get('type') : undefined;
  const type = ownType ?? attributes.get('EIdType') ?? attributes.get('IdType') ?? attributes.get('pub-id-type');
  if (type !== undefined) return `${name} ${type}`;
  const rel = attributes.get('rel') ?? 'alternate';
  if (name !== 'link' || rel === 'alternate') return name;
  const title = attributes.get('title') ?? rel;
  // A title of several words is that of the paper.
  return `link ${title.includes(' ') ? rel : title}`;
}

function elementValue(element: Element): FieldValue {
  const text = element.texts.join('').trim();
  if (element.inner.length > 0) {
    if (element.name === 'arr') return element.inner.map(elementValue);
    const about = element.attributes.get('rdf:about');
    return { ...fieldsOf(element.inner, localName), ...(about !== undefined && { about }) };
  }
  // <AbstractText Label="METHODS">
  const label = element.attributes.get('Label');
  if (text !== '') return label === undefined ? text : `${label}: ${text}`;
  // <category term="cs.CL"/>   <link href="…"/>   <dc:source rdf:resource="…"/>   <enclosure url="…"/>
  return firstOf(['term', 'href', 'rdf:resource', 'url'], (name) => element.attributes.get(name)) ?? '';
}

/** Inside another element the prefix of a name does not matter, unless it is a usual one: `foaf:surname`. */
function localName(name: string): string {
  return USUAL.test(name) ? name : name.slice(name.indexOf(':') + 1);
}
